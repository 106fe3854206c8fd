"""Corrections on their way: what they are owed who were told, and who was not owed it yet.

Who was told is read from the deliveries (``tellings``). Every function is a transaction.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from digests.model import Place
from digests.store import channels, chats, codec, corrections
from digests.store.corrections import Correction
from digests.store.deliveries import Priority
from digests.store.missed import miss
from digests.store.told import StoredDigest, save_digest


@dataclass(frozen=True, slots=True)
class Owed:
    """A message that *place* is owed for a correction; *edit*: in place of the message *target*."""

    place: Place
    digest: StoredDigest
    target: int | None
    edit: bool = False


def owe(db: Database, correction: int, owed: Sequence[Owed], now: datetime) -> int:
    """Owe all of *owed* that can be written to still, each once; how many were new.

    A silent channel gets it when it is not, and a chat that is barred or closed when it is open.
    """
    for digest in {one.digest.id: one.digest for one in owed}.values():
        save_digest(db, digest, now)
        db.execute(
            "INSERT OR IGNORE INTO correction_message (digest, correction) VALUES (?, ?)",
            (digest.id, correction),
        )
    added = 0
    for one in owed:
        kind = "edit" if one.edit else "send"
        if one.edit:
            db.execute(
                "DELETE FROM delivery WHERE chat = ? AND thread = ? AND target = ? "
                "AND kind = 'edit' AND state = 'pending'",
                (one.place.chat, one.place.thread, one.target),
            )
        added += db.execute(
            "INSERT OR IGNORE INTO delivery "
            "(chat, thread, digest, part, kind, state, priority, due, created, target) "
            "SELECT chat, thread, ?, 0, ?, 'pending', ?, ?, ?, ? FROM chat "
            "WHERE chat = ? AND thread = ? "
            "AND (active = 1 OR kind = 'channel' OR barred IS NOT NULL)",
            (
                one.digest.id,
                kind,
                int(Priority.DIGEST),
                codec.stamp(now),
                codec.stamp(now),
                one.target,
                one.place.chat,
                one.place.thread,
            ),
        ).rowcount
    for chat in {one.place.chat for one in owed}:
        channel = channels.find(db, chat)
        if channel is not None and channel.silent:
            miss(db, chat, "the channel is silent", now)
    for one in owed:
        known = chats.find(db, one.place)
        if known is not None and known.barred is not None:
            thread, digest_id = one.place.thread, one.digest.id
            miss(db, one.place.chat, "barred or closed", now, thread=thread, digest=digest_id)
    return added


def owed(db: Database, correction: int, places: Iterable[Place]) -> set[Place]:
    """Which of *places* were owed a message for *correction* already."""
    rows = db.execute(
        # CROSS JOIN keeps the order: a chat was sent less than a correction has messages.
        "SELECT d.chat, d.thread FROM delivery d CROSS JOIN correction_message m "
        "ON m.digest = d.digest WHERE d.chat IN (SELECT value FROM json_each(?)) "
        "AND d.kind = 'send' AND m.correction = ?",
        (json.dumps([place.chat for place in places]), correction),
    ).fetchall()
    return {Place(*row) for row in rows}


def edited_for(db: Database, correction: int, chat: int) -> set[int]:
    """The messages of *chat* that were edited for *correction*."""
    rows = db.execute(
        "SELECT d.target FROM correction_message m JOIN delivery d ON d.digest = m.digest "
        "WHERE m.correction = ? AND d.chat = ? AND d.kind = 'edit'",
        (correction, chat),
    ).fetchall()
    return {target for (target,) in rows}


# --- corrections that not everyone was owed yet


@dataclass(frozen=True, slots=True)
class Spreading:
    """*correction* goes to whoever was told one of *articles* since *since*, in the order of
    places; *after* is the last place that was looked at. It goes round twice: what was composed
    before the correction was made may be owed a moment after."""

    correction: Correction
    articles: tuple[int, ...]
    since: datetime
    after: Place | None
    again: bool


def spread(
    db: Database, correction: int, articles: Iterable[int], since: datetime, now: datetime
) -> None:
    """Begin to owe *correction*."""
    db.execute(
        "INSERT INTO correction_spreading (correction, articles, since, due) VALUES (?, ?, ?, ?)",
        (correction, json.dumps(list(articles)), codec.stamp(since), codec.stamp(now)),
    )


def waiting(db: Database, now: datetime) -> Spreading | None:
    """What is to be owed further at *now*."""
    row = db.execute(
        "SELECT correction, articles, since, chat, thread, again FROM correction_spreading "
        "WHERE due <= ? ORDER BY due LIMIT 1",
        (codec.stamp(now),),
    ).fetchone()
    if row is None:
        return None
    found = corrections.find(db, row[0])
    assert found is not None
    after = None if row[3] is None else Place(row[3], row[4])
    articles = tuple(json.loads(row[1]))
    return Spreading(found, articles, codec.moment(row[2]), after, bool(row[5]))


def spread_to(db: Database, one: Spreading, after: Place | None, due: datetime) -> None:
    """It was owed up to *after*; None: to everyone, and it goes round again at *due*, once."""
    if after is None and one.again:
        db.execute("DELETE FROM correction_spreading WHERE correction = ?", (one.correction.id,))
        return
    db.execute(
        "UPDATE correction_spreading SET chat = ?, thread = ?, due = ?, again = ? "
        "WHERE correction = ?",
        (
            None if after is None else after.chat,
            None if after is None else after.thread,
            codec.stamp(due),
            one.again or after is None,
            one.correction.id,
        ),
    )


_MISSED = (
    "FROM missed m JOIN correction_message s ON s.digest = m.digest "
    "JOIN chat t ON t.chat = m.chat AND t.thread = m.thread "
    "LEFT JOIN channel c ON c.chat = m.chat "
    "WHERE CASE t.kind WHEN 'channel' THEN c.stopped = 0 AND c.lost IS NULL "
    "  ELSE t.active = 1 AND t.barred IS NULL END"
)


def any_missed(db: Database) -> bool:
    """Whether some chat that can be written to again missed a correction."""
    return db.execute(f"SELECT 1 {_MISSED} LIMIT 1").fetchone() is not None


def owe_missed(db: Database, now: datetime) -> int:
    """Owe chats that can be written to again the corrections that came while they could not."""
    rows = db.execute(f"SELECT DISTINCT m.chat, m.thread, s.correction {_MISSED}").fetchall()
    for chat, thread, correction in rows:
        _owe_anew(db, Place(chat, thread), correction, now)
    return len(rows)


def try_missed(db: Database, place: Place, now: datetime) -> int:
    """Owe *place*, which may be barred still, one correction that it missed, if any: how many.

    When it arrives, the others follow.
    """
    row = db.execute(
        "SELECT min(s.correction) FROM missed m JOIN correction_message s ON s.digest = m.digest "
        "WHERE m.chat = ? AND m.thread = ?",
        (place.chat, place.thread),
    ).fetchone()
    if row[0] is None:
        return 0
    _owe_anew(db, place, row[0], now)
    return 1


def _owe_anew(db: Database, place: Place, correction: int, now: datetime) -> None:
    """*place* is owed *correction* again, and did not miss it."""
    digests = "SELECT digest FROM correction_message WHERE correction = ?"
    db.execute(
        "UPDATE delivery SET state = 'pending', error = NULL, settled = NULL, due = ? "
        f"WHERE chat = ? AND thread = ? AND state = 'refused' AND digest IN ({digests})",
        (codec.stamp(now), place.chat, place.thread, correction),
    )
    db.execute(
        f"DELETE FROM missed WHERE chat = ? AND thread = ? AND digest IN ({digests})",
        (place.chat, place.thread, correction),
    )


def shown_as(db: Database, chat: int, message: int, digest: int, part: int) -> str:
    """The text that *message* of *chat* shows: the newest edit of it, else *part* of *digest*."""
    row = db.execute(
        "SELECT digest, part FROM delivery WHERE chat = ? AND target = ? AND kind = 'edit' "
        "AND state != 'refused' ORDER BY id DESC LIMIT 1",
        (chat, message),
    ).fetchone()
    at = row or (digest, part)
    found = db.execute(
        "SELECT json_extract(messages, '$[' || ? || '].html') FROM digest WHERE id = ?",
        (at[1], at[0]),
    ).fetchone()
    return str(found[0]) if found and found[0] else ""
