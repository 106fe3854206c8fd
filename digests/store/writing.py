"""Summaries that a model wrote, by version of a story, and the tokens that they took.

Derived data: what is lost here is written again, or the extractive summary stands. A version is
begun before it is asked for, so that a crash does not ask for it for ever. Every function is a
transaction.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlite_utils import Database

from digests.model import Summary
from digests.store import codec

#: Times that a version is begun: once, and once more after a crash or a stalled answer.
TRIES = 2
#: How long what was written of a version that no story has any more is kept: it may come back.
KEPT = timedelta(days=7)


def unwritten(db: Database, ids: Iterable[int], by: str) -> dict[str, int]:
    """Version to story, of those stories *ids* whose version *by* may still write, in order."""
    rows = db.execute(
        "SELECT s.version, s.id FROM json_each(?) j JOIN story s ON s.id = j.value "
        "LEFT JOIN written w ON w.version = s.version "
        "WHERE s.summary IS NOT NULL AND w.summary IS NULL "
        "AND (w.version IS NULL OR w.writer != ? OR (w.refused IS NULL AND w.tries < ?)) "
        "ORDER BY j.key",
        (json.dumps(list(ids)), by, TRIES),
    )
    return dict(rows.fetchall())


def begin(db: Database, version: str, by: str, now: datetime) -> None:
    """Count a try of *version* by the writer *by*; another writer's refusals are forgotten."""
    db.execute(
        "INSERT INTO written (version, writer, tries, at) VALUES (?, ?, 1, ?) "
        "ON CONFLICT DO UPDATE SET tries = CASE WHEN writer = excluded.writer THEN tries + 1 "
        "ELSE 1 END, refused = NULL, writer = excluded.writer, at = excluded.at",
        (version, by, codec.stamp(now)),
    )


def give_back(db: Database, version: str) -> None:
    """The try of *version* cost nothing: the endpoint was out of reach."""
    db.execute(
        "UPDATE written SET tries = tries - 1 WHERE version = ? AND summary IS NULL", (version,)
    )


def accept(db: Database, version: str, summary: Summary) -> None:
    """Keep the verified *summary* of *version*."""
    db.execute(
        "UPDATE written SET summary = ?, refused = NULL WHERE version = ?",
        (codec.dump(Summary, summary), version),
    )


def refuse(db: Database, version: str, reason: str) -> None:
    """No summary of *version* will be asked for again: *reason*, a code."""
    db.execute(
        "UPDATE written SET refused = ? WHERE version = ? AND summary IS NULL", (reason, version)
    )


def take_back(db: Database, stories: Iterable[int], reason: str) -> None:
    """What was written of *stories* was wrong: their extracts stand from now on."""
    db.execute(
        "UPDATE written SET summary = NULL, refused = ? WHERE version IN "
        "(SELECT version FROM story WHERE id IN (SELECT value FROM json_each(?)))",
        (reason, json.dumps(list(stories))),
    )


def prune(db: Database, now: datetime) -> None:
    """Forget what belongs to no story any more, and the counts of past days but one."""
    db.execute(
        "DELETE FROM written WHERE at < ? AND version NOT IN (SELECT version FROM story)",
        (codec.stamp(now - KEPT),),
    )
    db.execute("DELETE FROM model_usage WHERE day < ?", (_day(now - timedelta(days=1)),))


# --- tokens


def reserve(db: Database, now: datetime, tokens: int, most: int) -> bool:
    """Count *tokens* that are about to be spent on the UTC day of *now*; False: above *most*."""
    if spent(db, now) + tokens > most:
        return False
    correct(db, now, tokens)
    return True


def correct(db: Database, day: datetime, tokens: int) -> None:
    """Add *tokens* (less than 0: take them off again) to the count of that UTC day."""
    db.execute(
        "INSERT INTO model_usage (day, tokens) VALUES (?, max(0, ?)) "
        "ON CONFLICT DO UPDATE SET tokens = max(0, tokens + ?)",
        (_day(day), tokens, tokens),
    )


def spent(db: Database, now: datetime) -> int:
    """Tokens counted so far on the UTC day of *now*."""
    row = db.execute("SELECT tokens FROM model_usage WHERE day = ?", (_day(now),)).fetchone()
    return 0 if row is None else int(row[0])


def _day(moment: datetime) -> str:
    return codec.moment(codec.stamp(moment)).date().isoformat()
