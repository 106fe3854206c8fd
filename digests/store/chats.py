"""Chats, their subscriptions, preferences and mutes. Every function is a transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlite_utils import Database

from digests.due import next_digest
from digests.model import Chat, ChatKind, Place, Preferences
from digests.store import codec

_COLUMNS = "chat, thread, kind, preferences, active, next_due"


def _chat(db: Database, row: tuple[int, int, str, str, int, float | None]) -> Chat:
    topics = db.execute(
        "SELECT topic FROM subscription WHERE chat = ? AND thread = ? ORDER BY position",
        row[:2],
    )
    return Chat(
        place=Place(row[0], row[1]),
        kind=ChatKind(row[2]),
        preferences=codec.load(Preferences, row[3]),
        topics=tuple(slug for (slug,) in topics),
        next_due=codec.moment_or_none(row[5]),
        active=bool(row[4]),
    )


def find(db: Database, place: Place) -> Chat | None:
    """The chat at *place*, or None when it never spoke to us."""
    row = db.execute(
        f"SELECT {_COLUMNS} FROM chat WHERE chat = ? AND thread = ?", (place.chat, place.thread)
    ).fetchone()
    return None if row is None else _chat(db, row)


def ensure(
    db: Database, place: Place, kind: ChatKind, preferences: Preferences, now: datetime
) -> Chat:
    """The chat at *place*, made with *preferences* when new, active again when it was not."""
    db.execute(
        "INSERT INTO chat (chat, thread, kind, preferences, created) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET active = 1, kind = excluded.kind",
        (
            place.chat,
            place.thread,
            kind.value,
            codec.dump(Preferences, preferences),
            codec.stamp(now),
        ),
    )
    chat = find(db, place)
    assert chat is not None
    if chat.topics and chat.next_due is None:
        return _plan(db, chat, now)
    return chat


def tapped(db: Database, place: Place, now: datetime) -> None:
    """Remember the day (not the hour) of the last tap."""
    db.execute(
        "UPDATE chat SET tapped = ?, active = 1 WHERE chat = ? AND thread = ?",
        (now.date().isoformat(), place.chat, place.thread),
    )


def _plan(db: Database, chat: Chat, now: datetime) -> Chat:
    due = next_digest(chat.preferences, now) if chat.topics else None
    db.execute(
        "UPDATE chat SET next_due = ? WHERE chat = ? AND thread = ?",
        (None if due is None else codec.stamp(due), chat.place.chat, chat.place.thread),
    )
    return replace(chat, next_due=due)


def advance(db: Database, chat: Chat, now: datetime) -> Chat:
    """Set the next time after *now*: once, however many were slept over."""
    return _plan(db, chat, now)


@dataclass(frozen=True, slots=True)
class Subscribed:
    """What a subscription did: ``first`` when the chat had no topic before."""

    chat: Chat
    added: bool
    first: bool


def subscribe(db: Database, place: Place, topic: str, now: datetime) -> Subscribed:
    """Add *topic* to the chat at *place* (which exists); again is no change."""
    before = find(db, place)
    if before is None:
        raise LookupError(f"no chat at {place}: call ensure first")
    if topic in before.topics:
        return Subscribed(before, added=False, first=False)
    db.execute(
        "INSERT INTO subscription (chat, thread, topic, since, position) VALUES (?, ?, ?, ?, "
        "(SELECT coalesce(max(position), 0) + 1 FROM subscription WHERE chat = ? AND thread = ?))",
        (place.chat, place.thread, topic, codec.stamp(now), place.chat, place.thread),
    )
    chat = _plan(db, replace(before, topics=(*before.topics, topic)), now)
    return Subscribed(chat, added=True, first=not before.topics)


def unsubscribe(db: Database, place: Place, topic: str, now: datetime) -> Chat | None:
    """Take *topic* away; None when there is no such chat."""
    db.execute(
        "DELETE FROM subscription WHERE chat = ? AND thread = ? AND topic = ?",
        (place.chat, place.thread, topic),
    )
    chat = find(db, place)
    return None if chat is None else _plan(db, chat, now)


def set_preferences(db: Database, place: Place, preferences: Preferences, now: datetime) -> Chat:
    """Store *preferences* and plan the next digest by them."""
    db.execute(
        "UPDATE chat SET preferences = ? WHERE chat = ? AND thread = ?",
        (codec.dump(Preferences, preferences), place.chat, place.thread),
    )
    chat = find(db, place)
    if chat is None:
        raise LookupError(f"no chat at {place}: call ensure first")
    return _plan(db, chat, now)


def deactivate(db: Database, place: Place) -> None:
    """The chat blocked, kicked or lost us: it owes and is owed nothing until it speaks again."""
    db.execute(
        "UPDATE chat SET active = 0, next_due = NULL WHERE chat = ? AND thread = ?",
        (place.chat, place.thread),
    )


def deactivate_all(db: Database, chat: int) -> None:
    """The same for a chat with all its threads."""
    db.execute("UPDATE chat SET active = 0, next_due = NULL WHERE chat = ?", (chat,))


def migrate(db: Database, old: int, new: int) -> None:
    """A group became a supergroup: everything of *old* belongs to *new* from now on."""
    for table in ("subscription", "mute", "own_topic", "delivery"):
        db.execute(f"UPDATE OR REPLACE {table} SET chat = ? WHERE chat = ?", (new, old))
    db.execute(
        "UPDATE OR REPLACE chat SET chat = ?, kind = 'supergroup' WHERE chat = ?", (new, old)
    )
    db.execute("UPDATE OR REPLACE hold SET scope = ? WHERE scope = ?", (str(new), str(old)))


def forget(db: Database, chat: int) -> None:
    """Erase all that is known of *chat* and its threads, at once.

    Deliveries go too, except those in flight, whose outcome is still written to nobody's name.
    """
    for table in ("subscription", "mute", "own_topic", "chat", "delivery"):
        db.execute(f"DELETE FROM {table} WHERE chat = ?", (chat,))
    db.execute("DELETE FROM hold WHERE scope = ?", (str(chat),))


def due(db: Database, now: datetime, limit: int = 500) -> list[Chat]:
    """Active chats whose next digest is due at *now*, longest waiting first."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM chat WHERE active = 1 AND next_due <= ? ORDER BY next_due LIMIT ?",
        (codec.stamp(now), limit),
    ).fetchall()
    return [_chat(db, row) for row in rows]


def places(db: Database, chat: int) -> list[Chat]:
    """All threads of *chat* that we know."""
    rows = db.execute(f"SELECT {_COLUMNS} FROM chat WHERE chat = ?", (chat,)).fetchall()
    return [_chat(db, row) for row in rows]


def mute(db: Database, place: Place, kind: str, value: str, until: datetime | None) -> None:
    """Mute a ``topic``, ``source`` or ``story`` here, for ever when *until* is None."""
    db.execute(
        "INSERT OR REPLACE INTO mute (chat, thread, kind, value, until) VALUES (?, ?, ?, ?, ?)",
        (place.chat, place.thread, kind, value, None if until is None else codec.stamp(until)),
    )


def unmute(db: Database, place: Place, kind: str, value: str) -> None:
    db.execute(
        "DELETE FROM mute WHERE chat = ? AND thread = ? AND kind = ? AND value = ?",
        (place.chat, place.thread, kind, value),
    )


@dataclass(frozen=True, slots=True)
class Mute:
    kind: str
    value: str
    until: datetime | None


def mutes(db: Database, place: Place, now: datetime) -> list[Mute]:
    """What is muted here at *now*."""
    rows: Sequence[tuple[str, str, float | None]] = db.execute(
        "SELECT kind, value, until FROM mute WHERE chat = ? AND thread = ? "
        "AND (until IS NULL OR until > ?) ORDER BY kind, value",
        (place.chat, place.thread, codec.stamp(now)),
    ).fetchall()
    return [Mute(kind, value, codec.moment_or_none(until)) for kind, value, until in rows]
