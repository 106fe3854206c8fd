"""Digests, what each chat was told by them, and the deliveries that carry them.

A delivery row is both outbox entry and ledger:

    pending -> sending (committed before the request) -> sent | refused | unsure
    sending -> pending     the request surely did not leave (failed connect, 429)
    unsure  -> pending     once, in private chats and groups

*unsure* means that the outcome of a request that may have left is unknown. Every function is a
transaction.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum

from sqlite_utils import Database

from digests.model import ChatKind, Place
from digests.store import codec, holds
from digests.store.told import Part, StoredDigest, digest_parts, save_digest

_OUTBOX, _STARTS = "outbox", "starts"
#: Said in this way, it is found by the index of what is not settled.
_IN_FLIGHT = "state IN ('pending', 'sending') AND state = 'sending'"


class State(StrEnum):
    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    UNSURE = "unsure"


class Priority(IntEnum):
    """Answers to people come before all of these, in bot.pace.

    The digest that answers a first subscription is FIRST, and no instant message: it takes the
    place of none.
    """

    FIRST = 1
    INSTANT = 2
    DIGEST = 3
    ANNOUNCEMENT = 4


class Kind(StrEnum):
    SEND = "send"
    EDIT = "edit"
    PIN = "pin"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message owed to one chat."""

    id: int
    place: Place
    kind: Kind
    chat_kind: ChatKind
    priority: Priority
    part: Part
    attempts: int
    plain: bool
    repeated: bool
    digest: int
    number: int  # the part's number in its digest
    last: bool  # whether it is the digest's last part
    target: int | None = None  # the message that it edits, pins or answers


def owe(
    db: Database,
    place: Place,
    digest: StoredDigest,
    now: datetime,
    priority: Priority,
    due: datetime | None = None,
    target: int | None = None,
) -> int:
    """Insert the deliveries of *digest* to *place*; how many were new (none when owed before).

    What *place* missed of it (``store.missed``) is owed anew.

    The first message answers the message *target* of that chat, if given.
    """
    added = 0
    for number in range(save_digest(db, digest, now)):
        added += db.execute(
            "INSERT INTO delivery "
            "(chat, thread, digest, part, kind, state, priority, due, created, target) "
            "VALUES (?, ?, ?, ?, 'send', 'pending', ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
            "state = 'pending', error = NULL, settled = NULL, attempts = 0, repeated = 0, "
            "priority = excluded.priority, due = excluded.due, created = excluded.created, "
            "target = excluded.target WHERE EXISTS (SELECT 1 FROM missed m "
            "WHERE m.chat = delivery.chat AND m.thread = delivery.thread "
            "AND m.digest = delivery.digest AND m.part = delivery.part)",
            (
                place.chat,
                place.thread,
                digest.id,
                number,
                int(priority),
                codec.stamp(due or now),
                codec.stamp(now),
                None if number else target,
            ),
        ).rowcount
    db.execute(
        "DELETE FROM missed WHERE chat = ? AND thread = ? AND digest = ?",
        (place.chat, place.thread, digest.id),
    )
    return added


def any_owed(db: Database, place: Place) -> bool:
    """Whether *place* was ever owed a digest that it did not refuse or miss; an answer is none, nor
    is a notice of a channel."""
    row = db.execute(
        "SELECT 1 FROM delivery d WHERE chat = ? AND thread = ? AND priority > 0 "
        "AND state != 'refused' "
        "AND EXISTS (SELECT 1 FROM digest_item i WHERE i.digest = d.digest) LIMIT 1",
        (place.chat, place.thread),
    ).fetchone()
    return row is not None


# --- the outbox


_COLUMNS = (
    "d.id, d.chat, d.thread, d.kind, coalesce(c.kind, 'private'), d.priority, d.digest, d.part, "
    "d.attempts, d.plain, d.repeated, d.target FROM delivery d "
    "LEFT JOIN chat c ON c.chat = d.chat AND c.thread = d.thread"
)
_Row = tuple[int, int, int, str, str, int, int, int, int, int, int, int | None]


def _delivery(db: Database, row: _Row) -> Delivery:
    parts = digest_parts(db, row[6])
    return Delivery(
        id=row[0],
        place=Place(row[1], row[2]),
        kind=Kind(row[3]),
        chat_kind=ChatKind(row[4]),
        priority=Priority(row[5]),
        part=parts[row[7]],
        attempts=row[8],
        plain=bool(row[9]),
        repeated=bool(row[10]),
        digest=row[6],
        number=row[7],
        last=row[7] == len(parts) - 1,
        target=row[11],
    )


def get(db: Database, delivery: int) -> Delivery | None:
    row = db.execute(f"SELECT {_COLUMNS} WHERE d.id = ?", (delivery,)).fetchone()
    return None if row is None else _delivery(db, row)


def claim(
    db: Database,
    now: datetime,
    limit: int,
    busy: Iterable[tuple[int, int]] = (),
    waiting: Iterable[int] = (),
) -> list[Delivery]:
    """Pending deliveries that may go now: at most one a chat or thread, in order.

    *busy* are places whose delivery is under way, *waiting* chats that the pace holds back: both
    are left out, so that they keep nobody else waiting.

    Nothing is marked yet: `mark_sending` is, right before the request. Chats under a hold (a
    standing Retry-After) are left out; what a clock that ran ahead made goes now. What waits for
    another try, or is under way, keeps what comes after it in the same chat or thread waiting, and
    so does a digest's earlier part.
    """
    moment = codec.stamp(now)
    latest = codec.stamp(now + holds.LONGEST)
    rows = db.execute(
        f"SELECT {_COLUMNS} WHERE d.state = 'pending' "
        "AND (d.due <= :now OR (d.attempts > 0 AND d.due > :latest) "
        "  OR (d.created > :now AND d.due <= d.created)) "
        "AND d.chat NOT IN (SELECT value FROM json_each(:waiting)) "
        "AND (d.chat, d.thread) NOT IN (SELECT json_extract(value, '$[0]'), "
        "  json_extract(value, '$[1]') FROM json_each(:busy)) "
        "AND NOT EXISTS (SELECT 1 FROM hold h WHERE h.scope = CAST(d.chat AS TEXT) "
        "  AND h.until > :now AND (h.told <= :now OR h.until <= :latest)) "
        "AND NOT EXISTS (SELECT 1 FROM delivery e WHERE e.chat = d.chat AND e.thread = d.thread "
        "  AND e.state IN ('pending', 'sending') AND (e.priority, e.id) < (d.priority, d.id) "
        "  AND (e.due <= :now OR e.attempts > 0 OR e.digest = d.digest)) "
        "ORDER BY d.priority, d.id LIMIT :limit",
        {
            "now": moment,
            "latest": latest,
            "busy": json.dumps(list(busy)),
            "waiting": json.dumps(list(waiting)),
            "limit": limit,
        },
    ).fetchall()
    return [_delivery(db, row) for row in rows]


def mark_sending(db: Database, delivery: int) -> bool:
    """Commit that the request may leave now; False when the row is no longer pending."""
    cursor = db.execute(
        "UPDATE delivery SET state = 'sending', attempts = attempts + 1, moved = 0 "
        "WHERE id = ? AND state = 'pending'",
        (delivery,),
    )
    return cursor.rowcount == 1


def begin(db: Database, delivery: Delivery) -> bool:
    """`mark_sending`; False also when the row changed since *delivery* was claimed: it waits for
    its turn unmarked, and meanwhile an edit gives way to a later one, and a group may move."""
    row = db.execute(
        "SELECT chat, thread, digest, part FROM delivery WHERE id = ?", (delivery.id,)
    ).fetchone()
    place = delivery.place
    if row != (place.chat, place.thread, delivery.digest, delivery.number):
        return False
    return mark_sending(db, delivery.id)


def mark_sent(db: Database, delivery: int, message: int | None, now: datetime) -> None:
    db.execute(
        "UPDATE delivery SET state = 'sent', message = ?, error = NULL, settled = ? WHERE id = ?",
        (message, codec.stamp(now), delivery),
    )


def mark_refused(db: Database, delivery: int, error: str, now: datetime) -> None:
    """A permanent refusal, recorded with its reason."""
    db.execute(
        "UPDATE delivery SET state = 'refused', error = ?, settled = ? WHERE id = ?",
        (error, codec.stamp(now), delivery),
    )


def mark_not_sent(
    db: Database, delivery: int, error: str, due: datetime, *, plain: bool = False
) -> None:
    """It surely did not arrive: pending again at *due*; *plain* sends it without markup."""
    db.execute(
        "UPDATE delivery SET state = 'pending', error = ?, due = ?, plain = max(plain, ?) "
        "WHERE id = ?",
        (error, codec.stamp(due), plain, delivery),
    )


def mark_unsure(db: Database, delivery: int, error: str, now: datetime) -> None:
    db.execute(
        "UPDATE delivery SET state = 'unsure', error = ?, settled = ? WHERE id = ?",
        (error, codec.stamp(now), delivery),
    )


def repeat_unsure(db: Database, delivery: int, due: datetime) -> bool:
    """Send an unsure delivery once more; False when that was done before."""
    cursor = db.execute(
        "UPDATE delivery SET state = 'pending', repeated = 1, due = ? "
        "WHERE id = ? AND state = 'unsure' AND repeated = 0",
        (codec.stamp(due), delivery),
    )
    return cursor.rowcount == 1


def recover(
    db: Database, now: datetime, ahead: timedelta = timedelta()
) -> list[tuple[int, ChatKind]]:
    """At a start: what was in flight is unsure. Private chats and groups get it once more.

    Edits and pins are made again anywhere: twice comes to the same as once.

    Returns the ids that stay unsure by this, with their chats' kinds: those in channels, and those
    that were a repetition already. Holds that ended are removed; *ahead* is by how much the clock
    was put on since they were told. From now on until `closed`, a copy of this database does not
    know what was sent.
    """
    db.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, 'open')", (_OUTBOX,))
    db.execute(
        "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (_STARTS, str(starts(db) + 1))
    )
    holds.shift(db, ahead)
    holds.settle(db, now)
    rows = db.execute(
        "SELECT d.id, coalesce(c.kind, 'private'), d.kind FROM delivery d LEFT JOIN chat c "
        f"ON c.chat = d.chat AND c.thread = d.thread WHERE {_IN_FLIGHT}"
    ).fetchall()
    left: list[tuple[int, ChatKind]] = []
    for delivery, kind, what in sorted(rows):
        if what != Kind.SEND:
            mark_not_sent(db, delivery, "stopped while it was being changed", now)
            continue
        mark_unsure(db, delivery, "stopped while it was being sent", now)
        if kind == ChatKind.CHANNEL or not repeat_unsure(db, delivery, now):
            left.append((delivery, ChatKind(kind)))
    return left


def closed(db: Database) -> None:
    """At a clean stop: nothing is in flight, and nothing is sent from here until `recover`."""
    db.execute(
        "DELETE FROM meta WHERE key = ? AND NOT EXISTS "
        f"(SELECT 1 FROM delivery WHERE {_IN_FLIGHT})",
        (_OUTBOX,),
    )


def is_closed(db: Database) -> bool:
    """Whether this database, or the copy that it is, was closed by a clean stop."""
    return db.execute("SELECT 1 FROM meta WHERE key = ?", (_OUTBOX,)).fetchone() is None


def starts(db: Database) -> int:
    """How often the outbox of this database was taken up."""
    row = db.execute("SELECT value FROM meta WHERE key = ?", (_STARTS,)).fetchone()
    return 0 if row is None else int(row[0])


def cancel_pending(
    db: Database, chat: int, error: str, now: datetime, thread: int | None = None
) -> int:
    """A chat that blocked or removed us owes us nothing: what is pending for it is refused.

    With *thread*: for that thread of it alone.
    """
    cursor = db.execute(
        "UPDATE delivery SET state = 'refused', error = ?, settled = ? "
        "WHERE chat = ? AND state = 'pending' AND thread = coalesce(?, thread)",
        (error, codec.stamp(now), chat, thread),
    )
    return cursor.rowcount


def recent(db: Database, since: datetime, now: datetime) -> list[tuple[int, datetime]]:
    """Chats that were, or may have been, sent something since *since*, with when; a chat stands
    there once for each message. What a crash left in flight counts as sent *now*.

    What the pace must remember over a restart; to be asked for before `recover`.
    """
    rows = db.execute(
        "SELECT chat, settled, 1 + repeated FROM delivery WHERE settled > ? "
        "AND (state IN ('sent', 'unsure') OR repeated = 1) "
        "UNION ALL SELECT chat, ?, 1 + repeated FROM delivery "
        f"WHERE {_IN_FLIGHT} "
        "ORDER BY 2, 1",
        (codec.stamp(since), codec.stamp(now)),
    ).fetchall()
    return [(chat, codec.moment(at)) for chat, at, times in rows for _ in range(times)]


def shift(db: Database, since: datetime, ahead: timedelta) -> None:
    """What was settled after *since* was settled as long ago as it was, although the clock was put
    on by *ahead*: a group's minute is to be known also after the next start."""
    if ahead:
        db.execute(
            "UPDATE delivery SET settled = settled + ? WHERE settled > ?",
            (ahead.total_seconds(), codec.stamp(since)),
        )


def count_since(db: Database, place: Place, since: datetime) -> int:
    """Instant messages that this chat was sent or is owed since *since*."""
    row = db.execute(
        "SELECT count(DISTINCT digest) FROM delivery WHERE chat = ? AND thread = ? "
        "AND created >= ? AND priority = ? AND state != 'refused'",
        (place.chat, place.thread, codec.stamp(since), int(Priority.INSTANT)),
    ).fetchone()
    return int(row[0])


def last_digest(db: Database, place: Place, since: datetime) -> datetime | None:
    """When this chat was last owed a digest that it did not refuse, if since *since*; an instant
    message is none, nor is a first digest or a correction."""
    row = db.execute(
        "SELECT d.created FROM delivery d WHERE chat = ? AND thread = ? AND created >= ? "
        "AND kind = 'send' AND priority = ? AND state != 'refused' "
        "AND EXISTS (SELECT 1 FROM digest_item i WHERE i.digest = d.digest) "
        "ORDER BY created DESC LIMIT 1",
        (place.chat, place.thread, codec.stamp(since), int(Priority.DIGEST)),
    ).fetchone()
    return None if row is None else codec.moment(row[0])


def counts(db: Database) -> dict[str, int]:
    """Number of deliveries by state."""
    return dict(db.execute("SELECT state, count(*) FROM delivery GROUP BY state").fetchall())
