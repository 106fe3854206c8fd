"""Standing Retry-Afters, kept over a restart. Every function is a transaction."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlite_utils import Database

from digests.store import codec

#: No Retry-After of Telegram was seen above 12 hours: a later retry was set by a wrong clock.
LONGEST = timedelta(hours=48)


def hold(db: Database, scope: str, until: datetime, now: datetime | None = None) -> None:
    """Keep a standing Retry-After, told *now*, of a chat (its id) or of everyone (``all``)."""
    db.execute(
        "INSERT INTO hold (scope, until, told) VALUES (?, ?, ?) ON CONFLICT DO UPDATE "
        "SET told = iif(excluded.until > until, excluded.told, told), "
        "until = max(until, excluded.until)",
        (scope, codec.stamp(until), None if now is None else codec.stamp(now)),
    )


def standing(db: Database, now: datetime) -> dict[str, datetime]:
    rows = db.execute(
        "SELECT scope, until FROM hold WHERE until > :now AND (told <= :now OR until <= :latest)",
        {"now": codec.stamp(now), "latest": codec.stamp(now + LONGEST)},
    ).fetchall()
    return {scope: codec.moment(until) for scope, until in rows}


def shift(db: Database, ahead: timedelta) -> None:
    """Holds last as long as they were told to, although the clock was put on by *ahead*."""
    if ahead:
        db.execute(
            "UPDATE hold SET until = until + ?, told = told + ?", [ahead.total_seconds()] * 2
        )


def settle(db: Database, now: datetime) -> None:
    """Waits are as long as they were meant, also when the clock was put back since.

    A hold told in the future begins now; what waits for another try is tried when no hold stands.
    """
    at = {"now": codec.stamp(now), "latest": codec.stamp(now + LONGEST)}
    db.execute("UPDATE hold SET until = :now + until - told, told = :now WHERE told > :now", at)
    db.execute("DELETE FROM hold WHERE until <= :now OR (told IS NULL AND until > :latest)", at)
    db.execute(
        "UPDATE delivery SET due = :now WHERE state = 'pending' AND attempts > 0 AND due > :now", at
    )
