"""What the verifier accepts: ``python -m bench verify FILE [--out FILE]``.

Input, a line each: ``{text, evidence, article: {title, text, language, source, published?}, …}``;
``expect`` (accept or refuse) and ``kind`` are read for the figures only. Prediction: ``accept``,
and ``reason`` when it is false.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from digests.model import Article
from digests.summaries.verify import verify

_UNDATED = datetime(2000, 1, 1, tzinfo=UTC)


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="bench verify", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--out", type=Path, help="predictions, one line per input line")
    options = parser.parse_args(argv)
    cases = [json.loads(line) for line in options.file.read_text("utf-8").splitlines() if line]
    taken = []
    for case in cases:
        started = time.process_time()
        refusal = verify(case["text"], case["evidence"], article(case["article"]))
        taken.append(time.process_time() - started)
        case["accept"] = refusal is None
        case["reason"] = "" if refusal is None else f"{refusal.code}: {refusal.reason}"
    if options.out:
        lines = (json.dumps(case, ensure_ascii=False) + "\n" for case in cases)
        options.out.write_text("".join(lines), "utf-8")
    figures = scores(cases) | {
        "ms_each": round(1000 * sum(taken) / max(1, len(taken)), 2),
        "ms_slowest": round(1000 * max(taken, default=0.0), 1),
    }
    print(json.dumps(figures, ensure_ascii=False))
    return 0


def article(fields: dict[str, Any]) -> Article:
    """The article of a case; without a date in it, its relative days mean no date."""
    said = fields.get("published") or fields.get("date")
    published = datetime.fromisoformat(said) if said else _UNDATED
    if published.tzinfo is None:
        published = published.replace(tzinfo=UTC)
    return Article(
        0,
        str(fields.get("source", "")),
        fields["language"],
        fields.get("title") or "",
        fields.get("summary") or "",
        fields.get("text") or "",
        "",
        published,
        published,
        dated=bool(said),
    )


def scores(cases: list[dict[str, Any]]) -> dict[str, Any]:
    """Right and wrong by what was expected, and by kind."""
    labelled = [case for case in cases if case.get("expect") in ("accept", "refuse")]
    wrong = [case for case in labelled if case["accept"] != (case["expect"] == "accept")]
    correct = [case for case in labelled if case["expect"] == "accept"]
    hostile = [case for case in labelled if case["expect"] == "refuse"]
    kinds = Counter(str(case.get("kind")) for case in labelled)
    missed = Counter(str(case.get("kind")) for case in wrong)
    return {
        "bench": "verify",
        "cases": len(cases),
        "accepted": sum(case["accept"] for case in cases),
        "correct": len(correct),
        "correct_accepted": sum(case["accept"] for case in correct),
        "hostile": len(hostile),
        "hostile_accepted": sum(case["accept"] for case in hostile),
        "by_kind": {kind: [count - missed[kind], count] for kind, count in sorted(kinds.items())},
        "wrong": [case.get("id") for case in wrong],
    }
