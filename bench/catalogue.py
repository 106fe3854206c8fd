"""Which shipped topics short articles belong to: ``python -m bench catalogue FILE [--out FILE]``.

Input, a line each: ``{id, lang, title, summary, text, topics?, may?}``; ``topics`` must match,
``may`` may. Prediction: ``matched``, the slugs. ``--topics`` names another catalogue.
"""

from __future__ import annotations

import argparse
import json
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from config.catalog import read_topics
from digests.catalogs import topics
from digests.model import Article
from digests.topics.matching import Matcher

SHIPPED = Path(__file__).parent.parent / "config" / "topics.yaml"


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="bench catalogue", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--out", type=Path, help="predictions, one line per input line")
    parser.add_argument("--topics", type=Path, default=SHIPPED)
    options = parser.parse_args(argv)
    lines = options.file.read_text("utf-8").splitlines()
    cases: list[dict[str, Any]] = [json.loads(line) for line in lines if line]
    matcher = Matcher(topics(read_topics(options.topics)).values())
    articles = [article(number, case) for number, case in enumerate(cases)]
    started = time.process_time()
    for case, one in zip(cases, articles, strict=True):
        case["matched"] = list(matcher.match(one))
    seconds = time.process_time() - started
    if options.out:
        out = (json.dumps(case, ensure_ascii=False) + "\n" for case in cases)
        options.out.write_text("".join(out), "utf-8")
    cost = {"cpu_ms_per_article": round(seconds * 1000 / max(1, len(cases)), 3)}
    print(json.dumps(scores(cases) | cost, ensure_ascii=False))
    return 0


def article(number: int, case: dict[str, Any]) -> Article:
    now = datetime.now(UTC)
    summary, text = str(case.get("summary") or ""), str(case.get("text") or "")
    return Article(number, "", case["lang"], case["title"], summary, text, "", now, now)


def scores(cases: list[dict[str, Any]]) -> dict[str, Any]:
    """Misses and false hits; a false hit is a topic named neither in ``topics`` nor in ``may``."""
    labelled = [case for case in cases if "topics" in case]
    wanted = sum(len(case["topics"]) for case in labelled)
    misses = [
        f"{case.get('id')}: {slug}"
        for case in labelled
        for slug in case["topics"]
        if slug not in case["matched"]
    ]
    false_hits = [
        f"{case.get('id')}: {slug}"
        for case in labelled
        for slug in case["matched"]
        if slug not in case["topics"] and slug not in case.get("may", ())
    ]
    return {
        "bench": "catalogue",
        "articles": len(cases),
        "wanted": wanted,
        "misses": len(misses),
        "miss_share": round(len(misses) / wanted, 4) if wanted else None,
        "false_hits": len(false_hits),
        "wrong": {"missed": misses, "false": false_hits},
    }
