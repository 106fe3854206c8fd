"""What the verifier accepts, and in what time: ``python -m bench verify FILE… [--out FILE]``.

Input, a line each: ``{text, evidence, article: {title, text, language, source, published?}, …}``,
or an article with its ``cases``; ``expect`` (accept or refuse) and ``kind`` are read for the
figures only. Prediction: ``accept``, and ``reason`` when it is false.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean
from typing import Any

from digests.model import Article
from digests.summaries.verify import verify

_UNDATED = datetime(2000, 1, 1, tzinfo=UTC)


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="bench verify", description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, help="predictions, one line per input line")
    options = parser.parse_args(argv)
    cases = [case for file in options.files for case in told(file)]
    for case in cases:
        started = time.process_time()
        refusal = verify(case["text"], case["evidence"], article(case["article"]))
        case["seconds"] = time.process_time() - started
        case["accept"] = refusal is None
        case["reason"] = "" if refusal is None else f"{refusal.code}: {refusal.reason}"
    if options.out:
        lines = (json.dumps(case, ensure_ascii=False) + "\n" for case in cases)
        options.out.write_text("".join(lines), "utf-8")
    print(json.dumps(scores(cases) | times(cases), ensure_ascii=False))
    return 0


def told(file: Path) -> Iterator[dict[str, Any]]:
    """The statements of *file*, each with its article."""
    for line in filter(None, file.read_text("utf-8").splitlines()):
        fields = json.loads(line)
        for case in fields.get("cases", [fields]):
            yield {**case, "article": fields["article"]}


def times(cases: list[dict[str, Any]]) -> dict[str, float]:
    """Milliseconds of processor time for a statement: of all, of the accepted, of the refused."""
    groups = {
        "ms_each": [case["seconds"] for case in cases],
        "ms_accepted": [case["seconds"] for case in cases if case["accept"]],
        "ms_refused": [case["seconds"] for case in cases if not case["accept"]],
    }
    means = {name: round(1000 * mean(taken), 2) for name, taken in groups.items() if taken}
    return means | {"ms_slowest": round(1000 * max(groups["ms_each"], default=0.0), 1)}


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
