"""Translation into Arabic: ``python -m bench translation [FILE] [--models FOLDER] [--out FILE]``.

Input, a line each: ``{text, lang}``, ``lang`` en or he; without FILE, a few sentences of our own.
Prediction: ``translation``, or ``refused`` with the reason why the original would be shown. Without
FOLDER, models of the real size whose weights are drawn by lot: for time and memory, not for sense.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from bench._untrained import ENGLISH_ARABIC, HEBREW_ENGLISH, write
from config.glossary import read_glossary
from config.settings import HERE
from digests.summaries.glossary import glossary
from digests.summaries.translate import translate
from digests.summaries.translation_engine import Firefox, lacking
from digests.summaries.verify.fidelity import fidelity

OWN = (
    ("en", "The company told its staff on Thursday that 40 jobs in the cloud unit would be cut."),
    ("en", "The union said it had not been asked, and that it would take the matter to court."),
    ("en", "Workers at two sites voted to strike unless pay rises by at least 6 percent."),
    ("he", "החברה הודיעה לעובדיה ביום חמישי כי 40 משרות ביחידת הענן יבוטלו."),
    ("he", "האיגוד מסר כי לא התייעצו עמו וכי יפנה לבית המשפט."),
)


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="bench translation", description=__doc__)
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--models", type=Path, help="as models/ of the data folder")
    parser.add_argument("--out", type=Path, help="predictions, one line per input line")
    options = parser.parse_args(argv)
    if options.file:
        lines = options.file.read_text("utf-8").splitlines()
        cases = [json.loads(line) for line in lines if line]
    else:
        cases = [{"lang": language, "text": text} for language, text in OWN]
    with tempfile.TemporaryDirectory() as made:
        models = options.models or _untrained(Path(made), [case["text"] for case in cases])
        if reason := lacking(models):
            parser.error(reason)
        figures = asyncio.run(_run(cases, models))
    if options.out:
        out = (json.dumps(case, ensure_ascii=False) + "\n" for case in cases)
        options.out.write_text("".join(out), "utf-8")
    print(json.dumps(figures | {"trained": options.models is not None}, ensure_ascii=False))
    return 0


def _untrained(folder: Path, texts: list[str]) -> Path:
    words = [word for text in texts for word in text.split()]
    write(folder / "en-ar", ENGLISH_ARABIC, words)
    write(folder / "he-en", HEBREW_ENGLISH, words)
    return folder


async def _run(cases: list[dict[str, Any]], models: Path) -> dict[str, Any]:
    engine = Firefox(models)
    names = glossary(read_glossary(HERE / "glossary.yaml"))
    longest = [0.0]
    watch = asyncio.create_task(_watch(longest))
    await engine.translate(("en", "ar"), "One.")
    await engine.translate(("he", "en"), "אחת.")
    seconds: dict[str, float] = defaultdict(float)
    refused: Counter[str] = Counter()
    for case in cases:
        began = time.perf_counter()
        found = await translate(case["text"], case["lang"], engine, names, fidelity)
        seconds[case["lang"]] += time.perf_counter() - began
        if found.text is None:
            refused[found.why.partition(" [")[0]] += 1
        case |= {"translation": found.text} if found.text else {"refused": found.why}
    memory = _processes_mb()
    watch.cancel()
    await engine.close()
    counts = Counter(case["lang"] for case in cases)
    return {
        "bench": "translation",
        "sentences": len(cases),
        "refused": dict(refused),
        "seconds_a_sentence": {lang: round(seconds[lang] / n, 3) for lang, n in counts.items()},
        "process_mb": memory,
        "loop_held_ms": round(1000 * longest[0]),
    }


def _processes_mb() -> int | None:
    """Resident memory of the processes that this one began; None where /proc does not tell."""
    try:
        children = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
        status = [Path(f"/proc/{child}/status").read_text() for child in children]
    except OSError:
        return None
    kilobytes = (int(line.split()[1]) for s in status for line in s.splitlines() if "VmRSS" in line)
    return round(sum(kilobytes) / 1000)


async def _watch(longest: list[float]) -> None:
    """The longest time for which nothing else could run on the loop."""
    while True:
        began = time.perf_counter()
        await asyncio.sleep(0.002)
        longest[0] = max(longest[0], time.perf_counter() - began - 0.002)
