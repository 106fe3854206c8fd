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
