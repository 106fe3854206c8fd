"""How well reports of one event become one story: ``python -m bench grouping FILE [--out FILE]``.

Input, a line each: ``{title, summary?, text?, lang, date?/time?/at?, source?, …}``. The reports are
replayed in order of date (input order for ties) through ``stories.assign`` as production does:
each poll (``--poll`` seconds, as a source is polled) brings what is new, the window is regrouped,
ids are carried over, and with ``--told`` every story counts as told at once, so that it can only
grow. Prediction: ``story``. When a label (``event`` or ``cluster``) is present: B-cubed precision,
recall and F1, and F1 over pairs, also over pairs of two languages. Embeddings are used where
production would use them; ``--semantic`` and ``--no-semantic`` decide otherwise.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bench import _semantic
from digests.language.embed import embed_here
from digests.language.vectors import Vector
from digests.model import Article
from digests.stories import assign
from digests.stories.grouping import WINDOW

#: The date of reports that have none: they all came at once.
UNDATED = datetime(2025, 1, 1, tzinfo=UTC)
_DATES = ("date", "time", "at", "published")
_LABELS = ("event", "cluster", "label", "gold")


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="bench grouping", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--out", type=Path, help="predictions, one line per input line")
    parser.add_argument("--poll", type=int, default=600, help="seconds between two polls")
    parser.add_argument("--told", action="store_true", help="every story is told at once")
    _semantic.add(parser)
    options = parser.parse_args(argv)
    options.semantic = _semantic.wanted(options.semantic)
    lines = options.file.read_text("utf-8").splitlines()
    reports = [json.loads(line) for line in lines if line.strip()]
    articles = [_article(number, report) for number, report in enumerate(reports, 1)]
    started = time.process_time()
    vectors = embed_here(articles) if options.semantic else None
    embedding = time.process_time() - started
    started = time.process_time()
    stories = replay(articles, timedelta(seconds=options.poll), told=options.told, vectors=vectors)
    seconds = time.process_time() - started
    for number, report in enumerate(reports, 1):
        report["story"] = stories[number]
    if options.out:
        text = "".join(json.dumps(report, ensure_ascii=False) + "\n" for report in reports)
        options.out.write_text(text, "utf-8")
    figures = {
        "bench": "grouping",
        "reports": len(reports),
        "stories": len(set(stories.values())),
        "semantic": options.semantic,
        "told": options.told,
        "cpu_seconds": round(seconds, 3),
        "embedding_cpu_seconds": round(embedding, 3),
    }
    print(json.dumps(figures | scores(reports), ensure_ascii=False))
    return 0


def replay(
    articles: Sequence[Article],
    poll: timedelta,
    *,
    told: bool = False,
    vectors: Mapping[int, Vector] | None = None,
) -> dict[int, int]:
    """The story of each article after the last poll; what leaves the window keeps its story."""
    ordered = sorted(articles, key=lambda a: (a.published, a.id))
    known: dict[int, int] = {}
    at = 0
    while at < len(ordered):
        moment = ordered[at].published + poll
        start = at
        while at < len(ordered) and ordered[at].published < moment:
            at += 1
        latest = ordered[at - 1].published
        window = [a for a in ordered[:at] if a.published >= latest - WINDOW]
        previous = {a.id: known[a.id] for a in ordered[:start]}
        grouped = assign(
            window,
            WINDOW,
            previous=previous,
            told=frozenset(previous.values()) if told else (),
            next_id=max(known.values(), default=0) + 1,
            vectors=vectors,
        )
        known.update({a.id: story.id for story in grouped for a in story.articles})
    return known


def _article(number: int, report: Mapping[str, Any]) -> Article:
    date = next((report[key] for key in _DATES if report.get(key)), None)
    at = _moment(str(date)) if date else UNDATED
    return Article(
        id=number,
        source=str(report.get("source") or f"s{number}"),
        language=str(report.get("lang") or report.get("language") or "ar"),
        title=str(report.get("title") or ""),
        summary=str(report.get("summary") or ""),
        text=str(report.get("text") or ""),
        url=str(report.get("url") or f"https://example.org/{number}"),
        published=at,
        first_seen=at,
    )


def _moment(date: str) -> datetime:
    moment = datetime.fromisoformat(date)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def scores(reports: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Figures against the labels, rounded to four places; empty without labels."""
    label = next((key for key in _LABELS if all(key in report for report in reports)), None)
    if label is None or not reports:
        return {}
    gold = [report[label] for report in reports]
    found = [report["story"] for report in reports]
    languages = [report.get("lang") for report in reports]
    precision, recall = b_cubed(gold, found)
    figures = {
        "b_cubed_precision": precision,
        "b_cubed_recall": recall,
        "b_cubed_f1": _f1(precision, recall),
        "pair_f1": pair_f1(gold, found, lambda *_: True),
        "pair_f1_across": pair_f1(gold, found, lambda a, b: languages[a] != languages[b]),
    }
    return {name: round(value, 4) for name, value in figures.items()}


def b_cubed(gold: Sequence[Any], found: Sequence[Any]) -> tuple[float, float]:
    """Mean precision and recall of each report's story against its event."""
    both = Counter(zip(gold, found, strict=True))
    events, stories = Counter(gold), Counter(found)
    precision = sum(both[g, f] / stories[f] for g, f in zip(gold, found, strict=True))
    recall = sum(both[g, f] / events[g] for g, f in zip(gold, found, strict=True))
    return precision / len(gold), recall / len(gold)


def pair_f1(gold: Sequence[Any], found: Sequence[Any], counts: Callable[[int, int], bool]) -> float:
    """F1 over the pairs of reports that *counts* admits."""
    pairs = [(a, b) for b in range(len(gold)) for a in range(b) if counts(a, b)]
    hits = sum(gold[a] == gold[b] and found[a] == found[b] for a, b in pairs)
    claimed = sum(found[a] == found[b] for a, b in pairs)
    wanted = sum(gold[a] == gold[b] for a, b in pairs)
    return _f1(hits / claimed if claimed else 0.0, hits / wanted if wanted else 0.0)


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
