"""Digests, what each chat was told by them, and the deliveries that carry them.

A delivery row is both outbox entry and ledger:

    pending -> sending (committed before the request) -> sent | refused | unsure
    sending -> pending     the request surely did not leave (failed connect, 429)
    unsure  -> pending     once, in private chats and groups

*unsure* means that the outcome of a request that may have left is unknown. Every function is a
transaction.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from sqlite_utils import Database

from digests.model import ChatKind, Place
from digests.store import codec
from digests.store.told import Part, StoredDigest, digest_parts, save_digest


class State(StrEnum):
    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    UNSURE = "unsure"


class Priority(IntEnum):
    """Answers to people come before all of these, in bot.pace."""

    INSTANT = 1
    DIGEST = 2
    ANNOUNCEMENT = 3


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


def owe(
    db: Database,
    place: Place,
    digest: StoredDigest,
    now: datetime,
    priority: Priority,
    due: datetime | None = None,
) -> int:
    """Insert the deliveries of *digest* to *place*; how many were new (none when owed before)."""
    save_digest(db, digest, now)
    added = 0
    for number in range(len(digest.parts)):
        added += db.execute(
            "INSERT OR IGNORE INTO delivery "
            "(chat, thread, digest, part, kind, state, priority, due, created) "
            "VALUES (?, ?, ?, ?, 'send', 'pending', ?, ?, ?)",
            (
                place.chat,
                place.thread,
                digest.id,
                number,
                int(priority),
                codec.stamp(due or now),
                codec.stamp(now),
            ),
        ).rowcount
    return added


# --- the outbox


def claim(
    db: Database, now: datetime, limit: int, busy: Iterable[tuple[int, int]] = ()
) -> list[Delivery]:
    """Pending deliveries that may go now: at most one a chat, in order, none of *busy* chats.

    Nothing is marked yet: `mark_sending` is, right before the request. Chats under a hold (a
    standing Retry-After) are left out; a digest's later part waits for the one before it.
    """
    rows = db.execute(
        "SELECT d.id, d.chat, d.thread, d.kind, coalesce(c.kind, 'private'), d.priority, "
        "d.digest, d.part, d.attempts, d.plain, d.repeated FROM delivery d "
        "LEFT JOIN chat c ON c.chat = d.chat AND c.thread = d.thread "
        "WHERE d.state = 'pending' AND d.due <= ? AND NOT EXISTS ("
        "  SELECT 1 FROM hold h WHERE h.until > ? AND h.scope = CAST(d.chat AS TEXT)) "
        "ORDER BY d.priority, d.id LIMIT ?",
        (codec.stamp(now), codec.stamp(now), limit * 8),
    ).fetchall()
    taken = set(busy)
    found: list[Delivery] = []
    for row in rows:
        key = (row[1], row[2])
        if key in taken:
            continue
        taken.add(key)
        parts = digest_parts(db, row[6])
        found.append(
            Delivery(
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
            )
        )
        if len(found) >= limit:
            break
    return found


def mark_sending(db: Database, delivery: int) -> bool:
    """Commit that the request may leave now; False when the row is no longer pending."""
    cursor = db.execute(
        "UPDATE delivery SET state = 'sending', attempts = attempts + 1 "
        "WHERE id = ? AND state = 'pending'",
        (delivery,),
    )
    return cursor.rowcount == 1


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


def recover(db: Database, now: datetime) -> list[tuple[int, ChatKind]]:
    """At a start: what was in flight is unsure. Private chats and groups get it once more.

    Returns the ids left unsure with their chats' kinds: channels, and those repeated already.
    """
    db.execute(
        "UPDATE delivery SET state = 'unsure', settled = ?, "
        "error = coalesce(error, 'stopped while it was being sent') WHERE state = 'sending'",
        (codec.stamp(now),),
    )
    rows = db.execute(
        "SELECT d.id, coalesce(c.kind, 'private') FROM delivery d LEFT JOIN chat c "
        "ON c.chat = d.chat AND c.thread = d.thread WHERE d.state = 'unsure' AND d.repeated = 0"
    ).fetchall()
    left: list[tuple[int, ChatKind]] = []
    for delivery, kind in rows:
        if kind == ChatKind.CHANNEL or not repeat_unsure(db, delivery, now):
            left.append((delivery, ChatKind(kind)))
    return left


def cancel_pending(db: Database, chat: int, error: str, now: datetime) -> int:
    """A chat that blocked or removed us owes us nothing: what is pending for it is refused."""
    cursor = db.execute(
        "UPDATE delivery SET state = 'refused', error = ?, settled = ? "
        "WHERE chat = ? AND state = 'pending'",
        (error, codec.stamp(now), chat),
    )
    return cursor.rowcount


def next_pending(db: Database) -> datetime | None:
    """When the earliest pending delivery is due."""
    row = db.execute("SELECT min(due) FROM delivery WHERE state = 'pending'").fetchone()
    return codec.moment_or_none(row[0])


def hold(db: Database, scope: str, until: datetime) -> None:
    """Keep a standing Retry-After of a chat (its id) or of everyone (``all``)."""
    db.execute(
        "INSERT INTO hold (scope, until) VALUES (?, ?) ON CONFLICT DO UPDATE "
        "SET until = max(until, excluded.until)",
        (scope, codec.stamp(until)),
    )


def holds(db: Database, now: datetime) -> dict[str, datetime]:
    rows = db.execute(
        "SELECT scope, until FROM hold WHERE until > ?", (codec.stamp(now),)
    ).fetchall()
    return {scope: codec.moment(until) for scope, until in rows}


def recent(db: Database, since: datetime) -> list[tuple[int, datetime]]:
    """Chats that were sent something since *since*, with when: what the pace must remember."""
    rows = db.execute(
        "SELECT chat, settled FROM delivery WHERE state = 'sent' AND settled > ? ORDER BY settled",
        (codec.stamp(since),),
    ).fetchall()
    return [(chat, codec.moment(settled)) for chat, settled in rows]


def count_since(db: Database, place: Place, since: datetime) -> int:
    """Messages that this chat was sent or is owed since *since*."""
    row = db.execute(
        "SELECT count(*) FROM delivery WHERE chat = ? AND thread = ? AND created >= ? "
        "AND priority > 0 AND state != 'refused'",
        (place.chat, place.thread, codec.stamp(since)),
    ).fetchone()
    return int(row[0])


def counts(db: Database) -> dict[str, int]:
    """Number of deliveries by state."""
    return dict(db.execute("SELECT state, count(*) FROM delivery GROUP BY state").fetchall())
