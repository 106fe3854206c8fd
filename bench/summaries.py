"""How near extracts come to those of people: ``python -m bench summaries FILE [--ratio 0.332]``.

Input, a line each: ``{id, text, refs?, language?}``. Prediction: ``summary``, whole sentences of
the text; the sentence nearest to that share of its words is the last. With ``refs``: F1 over single
normalised words (R1) and over pairs of them (R2), the mean over the references and then over the
texts, beside the leading sentences under the same rule, and the paired bootstrap of the difference.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from digests.language.sentences import split
from digests.language.stems import words
from digests.summaries.extract import RATIO, extract

#: Draws of the bootstrap, and its seed.
DRAWS, SEED = 10_000, 7


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="bench summaries", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--ratio", type=float, default=RATIO)
    parser.add_argument("--out", type=Path, help="predictions, one line per input line")
    options = parser.parse_args(argv)
    lines = options.file.read_text("utf-8").splitlines()
    texts = [json.loads(line) for line in lines if line.strip()]
    started = time.process_time()
    for text in texts:
        text["summary"] = " ".join(
            extract(text["text"], options.ratio, text.get("language") or "ar")
        )
    seconds = time.process_time() - started
    if options.out:
        out = "".join(json.dumps(text, ensure_ascii=False) + "\n" for text in texts)
        options.out.write_text(out, "utf-8")
    figures = {
        "bench": "summaries",
        "texts": len(texts),
        "ratio": options.ratio,
        "cpu_seconds": round(seconds, 3),
    }
    print(json.dumps(figures | scores(texts, options.ratio), ensure_ascii=False))
    return 0


def scores(texts: Sequence[dict[str, Any]], ratio: float) -> dict[str, Any]:
    """R1 and R2 of ours and of the lead, and the bootstrap; empty without references."""
    scored = [text for text in texts if text.get("refs")]
    if not scored:
        return {}
    ours = [_means(text["summary"], text["refs"]) for text in scored]
    leads = [_means(lead(text["text"], ratio), text["refs"]) for text in scored]
    gains = [a[0] - b[0] for a, b in zip(ours, leads, strict=True)]
    low, high = bootstrap(gains)
    return {
        "scored": len(scored),
        "r1": _mean([r1 for r1, _ in ours]),
        "r2": _mean([r2 for _, r2 in ours]),
        "lead_r1": _mean([r1 for r1, _ in leads]),
        "lead_r2": _mean([r2 for _, r2 in leads]),
        "r1_gain": _mean(gains),
        "r1_gain_95": [round(low, 4), round(high, 4)],
    }


def lead(text: str, ratio: float, language: str = "ar") -> str:
    """The leading sentences under the same rule for the last one."""
    sentences = split(text, language)
    budget = ratio * sum(len(sentence.split()) for sentence in sentences)
    taken: list[str] = []
    used = 0
    for sentence in sentences:
        size = len(sentence.split())
        if taken and (used >= budget or used + size - budget > budget - used):
            break
        taken.append(sentence)
        used += size
    return " ".join(taken)


def bootstrap(gains: Sequence[float]) -> tuple[float, float]:
    """The middle 95 % of the mean of *gains*, drawn with replacement."""
    draw = random.Random(SEED)
    means = sorted(sum(draw.choices(gains, k=len(gains))) / len(gains) for _ in range(DRAWS))
    return means[int(0.025 * DRAWS)], means[int(0.975 * DRAWS) - 1]


def _means(summary: str, references: Sequence[str]) -> tuple[float, float]:
    pairs = [_f1s(words(summary), words(reference)) for reference in references]
    return _plain_mean([p[0] for p in pairs]), _plain_mean([p[1] for p in pairs])


def _f1s(one: Sequence[str], other: Sequence[str]) -> tuple[float, float]:
    return _f1(Counter(one), Counter(other)), _f1(Counter(pairwise(one)), Counter(pairwise(other)))


def _f1(one: Counter[Any], other: Counter[Any]) -> float:
    size = one.total() + other.total()
    return 2 * (one & other).total() / size if size else 0.0


def _plain_mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _mean(values: Sequence[float]) -> float:
    return round(_plain_mean(values), 4)
