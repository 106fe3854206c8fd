"""What was corrected: the public list, kept for ever, which knows no chats.

Every function is a transaction.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from sqlite_utils import Database

from digests.model import Amendment
from digests.store import codec


class Kind(StrEnum):
    """What was said of an article, and by whom."""

    EDITED = "edited"  # the source changed its text
    NOTICE = "notice"  # the source announced a correction
    WITHDRAWN = "withdrawn"  # the source announced that it withdraws it
    GONE = "gone"  # its page is gone, without a word
    OURS = "ours"  # we were wrong
    OURS_WITHDRAWN = "ours-withdrawn"  # we take a story back


@dataclass(frozen=True, slots=True)
class Reading:
    """*told* as readers saw it, resting on *evidence*, reads *after* now; empty: dropped.

    ``known``: when a former correction said *told*; None where the message itself did.
    """

    evidence: str
    told: str
    after: str
    told_language: str = "ar"
    language: str = "ar"
    headline: bool = False
    known: datetime | None = None


@dataclass(frozen=True, slots=True)
class Outlet:
    """A source that still tells the story, and where."""

    source: str
    url: str


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry of the list. ``url`` is the text as it is now, or the notice."""

    kind: Kind
    made: datetime
    article: int | None
    source: str | None
    headline: str
    language: str
    url: str
    told: datetime
    changes: tuple[Reading, ...] = ()
    reason: str = ""
    remaining: tuple[Outlet, ...] = ()
    returned: datetime | None = None
    id: int = 0


_COLUMNS = (
    "kind, made, article, source, headline, language, url, told, changes, reason, remaining, "
    "returned, id"
)


def add(db: Database, correction: Correction) -> Correction:
    """Put *correction* on the list; the same with its id."""
    cursor = db.execute(
        "INSERT INTO correction (kind, made, article, source, headline, language, url, told, "
        "changes, reason, remaining) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            correction.kind.value,
            codec.stamp(correction.made),
            correction.article,
            correction.source,
            correction.headline,
            correction.language,
            correction.url,
            codec.stamp(correction.told),
            codec.dump(tuple[Reading, ...], correction.changes),
            correction.reason,
            codec.dump(tuple[Outlet, ...], correction.remaining),
        ),
    )
    assert cursor.lastrowid is not None
    return replace(correction, id=cursor.lastrowid)


def listed(db: Database, limit: int, before: int = 0) -> list[Correction]:
    """The list, newest first; from the one after *before*, if that is given."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM correction WHERE ? = 0 OR id < ? ORDER BY id DESC LIMIT ?",
        (before, before, limit),
    ).fetchall()
    return [_correction(row) for row in rows]


def newer(db: Database, after: int, limit: int) -> list[Correction]:
    """What came onto the list after *after*, oldest first."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM correction WHERE id > ? ORDER BY id LIMIT ?", (after, limit)
    ).fetchall()
    return [_correction(row) for row in rows]


def of_article(db: Database, article: int) -> list[Correction]:
    """What was corrected of *article*, oldest first."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM correction WHERE article = ? ORDER BY id", (article,)
    ).fetchall()
    return [_correction(row) for row in rows]


def amendments(db: Database, articles: Iterable[int]) -> dict[int, Amendment]:
    """What their outlets corrected of *articles* by a notice, the newest of each."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM correction WHERE kind = ? AND article IN "
        "(SELECT value FROM json_each(?)) ORDER BY id",
        (Kind.NOTICE.value, json.dumps(list(articles))),
    ).fetchall()
    found = (_correction(row) for row in rows)
    return {
        one.article: Amendment(one.article, change.after, change.language, one.url, one.made)
        for one in found
        if one.article is not None
        for change in one.changes[:1]
    }


def find(db: Database, number: int) -> Correction | None:
    row = db.execute(f"SELECT {_COLUMNS} FROM correction WHERE id = ?", (number,)).fetchone()
    return None if row is None else _correction(row)


def returned(db: Database, article: int, now: datetime) -> None:
    """The page of *article*, which was said to be gone, is there again: the list says so."""
    db.execute(
        "UPDATE correction SET returned = ? WHERE article = ? AND kind = 'gone' "
        "AND returned IS NULL",
        (codec.stamp(now), article),
    )


def _correction(row: tuple[object, ...]) -> Correction:
    kind, made, article, source, headline, language, url, told, changes, reason, left, back, key = (
        row
    )
    assert isinstance(made, float)
    assert isinstance(told, float)
    return Correction(
        kind=Kind(str(kind)),
        made=codec.moment(made),
        article=article if isinstance(article, int) else None,
        source=None if source is None else str(source),
        headline=str(headline),
        language=str(language),
        url=str(url),
        told=codec.moment(told),
        changes=codec.load(tuple[Reading, ...], str(changes)),
        reason=str(reason),
        remaining=codec.load(tuple[Outlet, ...], str(left)),
        returned=codec.moment(back) if isinstance(back, float) else None,
        id=key if isinstance(key, int) else 0,
    )
