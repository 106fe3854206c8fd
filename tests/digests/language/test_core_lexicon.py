"""Grouping, extracts and updates work with the core of the lexicon: an operator without a model has
half its memory to spare."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
TIMELINES = ROOT / "tests/digests/stories/timelines_apart.jsonl"
RUN = f"""
from bench import story, updates
from digests.language.lexicon_index import whole_index

updates.main([{str(TIMELINES)!r}, "--no-semantic"])
story.main(["--rounds", "1"])
assert whole_index.cache_info().currsize == 0, "all of the lexicon was read"
"""


def test_what_no_model_wrote_needs_no_more_than_the_core() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", RUN], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr


READ = f"""
import json, sys
from digests.language.lexicon_index import load
from digests.language.phrases import read
from digests.language.stems import words

load(whole=sys.argv[1] == "whole")
steps = [s for line in open({str(TIMELINES)!r}) for s in json.loads(line)["steps"]]
texts = [words(step[part]) for step in steps for part in ("title", "text") if part in step]
odd = words("للحصول على المظاهرات وقفا لإطلاق النار superdrug unilaterally something")
print([sorted(meant) for text in (*texts, odd) for meant in read(text, core=True)])
"""


def test_what_the_core_says_does_not_hang_on_the_rest_being_read() -> None:
    core, whole = (
        subprocess.run(
            [sys.executable, "-c", READ, which],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for which in ("core", "whole")
    )
    assert len(core) > 10_000
    assert core == whole
