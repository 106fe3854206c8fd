"""How well one phrase is found in a short text: ``python -m bench matching FILE [--out FILE]``.

Input, a line each: ``{id, pattern, text, should_match?, category?, …}``; ``should_match`` may be
"either", which is not scored, nor is the category ``near-hard``. Prediction: ``match``.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from pathlib import Path
from typing import Any

from digests.topics.matching import phrase_matches

UNSCORED = "near-hard"


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="bench matching", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--out", type=Path, help="predictions, one line per input line")
    options = parser.parse_args(argv)
    cases = [json.loads(line) for line in options.file.read_text("utf-8").splitlines() if line]
    started = time.process_time()
    for case in cases:
        case["match"] = phrase_matches(case["pattern"], case["text"])
    seconds = time.process_time() - started
    if options.out:
        lines = (json.dumps(case, ensure_ascii=False) + "\n" for case in cases)
        options.out.write_text("".join(lines), "utf-8")
    print(json.dumps(scores(cases) | {"cpu_seconds": round(seconds, 4)}, ensure_ascii=False))
    return 0


def scores(cases: list[dict[str, Any]]) -> dict[str, Any]:
    """Accuracy over the decidable cases, and the cases that went wrong."""
    scored = [
        case
        for case in cases
        if isinstance(case.get("should_match"), bool) and case.get("category") != UNSCORED
    ]
    wrong = [case for case in scored if case["match"] != case["should_match"]]
    return {
        "bench": "matching",
        "cases": len(cases),
        "scored": len(scored),
        "accuracy": round(1 - len(wrong) / len(scored), 4) if scored else None,
        "false_hits": sum(case["match"] for case in wrong),
        "misses": sum(not case["match"] for case in wrong),
        "wrong_by_category": dict(Counter(str(case.get("category")) for case in wrong)),
        "wrong": [case.get("id") for case in wrong],
    }
