"""What the sample newsroom publishes, and when.

The events are past and keep their own date in the text; the articles' dates in the feeds are moved
so that they are fresh at the start: a first batch lies in the hours before it, the rest appears
over the two minutes that follow. Everything is a function of the start and the present moment.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

import yaml

#: What every message made from these articles ends with.
MARK = "نموذج للتجربة، وليس خبرًا جديدًا"

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Outlet:
    """A fictitious outlet; ``dialect`` names how its feed is written (see dialects)."""

    id: str
    name: str
    original: str
    language: str
    country: str
    dialect: str
    owner_ar: str
    owner_en: str
    funding: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article. ``offset`` is when it appears: negative before the start, positive after it."""

    id: str
    event: str
    happened: date
    topics: tuple[str, ...]
    outlet: str
    title: str
    summary: str
    paragraphs: tuple[str, ...]
    offset: timedelta

    def published(self, start: datetime) -> datetime:
        return start + self.offset


@cache
def outlets() -> dict[str, Outlet]:
    """The outlets by id."""
    entries = yaml.safe_load((HERE / "outlets.yaml").read_text("utf-8"))
    return {
        e["id"]: Outlet(
            e["id"],
            e["name"]["ar"],
            e["name"]["original"],
            e["language"],
            e["country"],
            e["dialect"],
            e["owner"]["ar"],
            e["owner"]["en"],
            e["funding"],
        )
        for e in entries
    }


@cache
def articles() -> tuple[Article, ...]:
    """All articles, in the order in which they appear."""
    events = yaml.safe_load((HERE / "articles.yaml").read_text("utf-8"))
    found = [
        Article(
            f"{event['event']}-{number}",
            event["event"],
            event["date"],
            tuple(event["topics"]),
            entry["outlet"],
            entry["title"],
            entry["summary"],
            tuple(entry["text"].strip().splitlines()),
            _offset(entry),
        )
        for event in events
        for number, entry in enumerate(event["articles"], 1)
    ]
    return tuple(sorted(found, key=lambda a: (a.offset, a.id)))


def visible(outlet: str, start: datetime, now: datetime) -> tuple[Article, ...]:
    """The articles that *outlet* has published by *now*, newest first."""
    return tuple(
        a for a in reversed(articles()) if a.outlet == outlet and a.published(start) <= now
    )


def complete(topics: Collection[str]) -> timedelta:
    """How long after the start the last article on *topics* appears; zero where there is none."""
    offsets = (a.offset for a in articles() if not set(a.topics).isdisjoint(topics))
    return max(offsets, default=timedelta())


def _offset(entry: dict[str, int]) -> timedelta:
    if "after" in entry:
        return timedelta(seconds=entry["after"])
    return -timedelta(minutes=entry["before"])
