"""Chats, their subscriptions, preferences and mutes. Every function is a transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlite_utils import Database

from digests.due import next_digest, next_try, soon
from digests.model import Chat, ChatKind, Place, Preferences
from digests.store import codec, holds, missed, moving

#: Further off than any next digest (weekly: up to 8 days).
FURTHEST = timedelta(days=10)

_COLUMNS = "chat, thread, kind, preferences, active, next_due, barred, missing"
_Row = tuple[int, int, str, str, int, float | None, float | None, int]


def _chat(db: Database, row: _Row) -> Chat:
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
        barred=codec.moment_or_none(row[6]),
        missing=bool(row[7]),
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
    """The chat at *place*, made with *preferences* when new, active again when it was not.

    Who speaks is written to again: what a barred or closed chat missed is due soon.
    """
    before = find(db, place)
    db.execute(
        "INSERT INTO chat (chat, thread, kind, preferences, created) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET active = 1, kind = excluded.kind, barred = NULL",
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
    opened = before is not None and before.barred is not None
    if opened or (chat.topics and chat.next_due is None):
        return plan(db, chat, now)
    return chat


def tapped(db: Database, place: Place, now: datetime) -> None:
    """Remember the day (not the hour) of the last tap."""
    db.execute(
        "UPDATE chat SET tapped = ? WHERE chat = ? AND thread = ?",
        (now.date().isoformat(), place.chat, place.thread),
    )


def replan(db: Database, chat: Chat, now: datetime) -> Chat:
    """The same, but a digest that is due and not composed yet stays due: it would be lost."""
    if chat.topics and chat.active and chat.next_due is not None and chat.next_due <= now:
        return chat
    return plan(db, chat, now)


def plan(db: Database, chat: Chat, now: datetime) -> Chat:
    """Set when *chat* is next due, from its preferences and *now*.

    One that is barred is tried again also without topics: a correction may wait for it.
    """
    due = _next(chat, now) if chat.topics or chat.barred is not None else None
    db.execute(
        "UPDATE chat SET next_due = ? WHERE chat = ? AND thread = ?",
        (None if due is None else codec.stamp(due), chat.place.chat, chat.place.thread),
    )
    return replace(chat, next_due=due)


def _next(chat: Chat, now: datetime) -> datetime:
    if chat.barred is not None:
        return next_try(chat.preferences, chat.barred, now)
    return soon(chat.preferences, now) if chat.missing else next_digest(chat.preferences, now)


def advance(db: Database, chat: Chat, now: datetime) -> Chat:
    """Set the next time after *now*: once, however many were slept over, or missed."""
    if chat.missing and chat.barred is None:
        chat = replace(chat, missing=False)
        db.execute(
            "UPDATE chat SET missing = 0 WHERE chat = ? AND thread = ?",
            (chat.place.chat, chat.place.thread),
        )
    return plan(db, chat, now)


def put_off(db: Database, chat: Chat, now: datetime) -> None:
    """*chat* is due when its quiet hours end."""
    db.execute(
        "UPDATE chat SET next_due = ? WHERE chat = ? AND thread = ?",
        (codec.stamp(soon(chat.preferences, now)), chat.place.chat, chat.place.thread),
    )


def told_until(db: Database, place: Place, moment: datetime) -> None:
    """Count what was published before *moment* as told here: after a restore, it may have been."""
    db.execute(
        "UPDATE chat SET told_until = ? WHERE chat = ? AND thread = ?",
        (codec.stamp(moment), place.chat, place.thread),
    )


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
    chat = replan(db, replace(before, topics=(*before.topics, topic)), now)
    return Subscribed(chat, added=True, first=not before.topics)


def unsubscribe(db: Database, place: Place, topic: str, now: datetime) -> Chat | None:
    """Take *topic* away; None when there is no such chat."""
    db.execute(
        "DELETE FROM subscription WHERE chat = ? AND thread = ? AND topic = ?",
        (place.chat, place.thread, topic),
    )
    chat = find(db, place)
    return None if chat is None else replan(db, chat, now)


def set_preferences(db: Database, place: Place, preferences: Preferences, now: datetime) -> Chat:
    """Store *preferences* and plan the next digest by them."""
    before = find(db, place)
    if before is None:
        raise LookupError(f"no chat at {place}: call ensure first")
    db.execute(
        "UPDATE chat SET preferences = ? WHERE chat = ? AND thread = ?",
        (codec.dump(Preferences, preferences), place.chat, place.thread),
    )
    after = replace(before, preferences=preferences)
    if _rhythm(before.preferences) == _rhythm(preferences):
        return replan(db, after, now)
    return plan(db, after, now)


def _rhythm(preferences: Preferences) -> tuple[object, ...]:
    """What of *preferences* decides when a digest is due."""
    return (
        preferences.arrival,
        preferences.times,
        preferences.timezone,
        preferences.weekend,
        preferences.quiet,
    )


_GONE = "active = 0, next_due = NULL, barred = NULL, missing = 0"


def deactivate(db: Database, place: Place) -> None:
    """The chat blocked, kicked or lost us: it owes and is owed nothing until it speaks again."""
    db.execute(f"UPDATE chat SET {_GONE} WHERE chat = ? AND thread = ?", (place.chat, place.thread))


def deactivate_all(db: Database, chat: int) -> None:
    """The same for a chat with all its threads."""
    db.execute(f"UPDATE chat SET {_GONE} WHERE chat = ?", (chat,))


def migrate(db: Database, old: int, new: int) -> None:
    """A group became a supergroup: everything of *old* belongs to *new* from now on.

    What *new* was given meanwhile stays, but the preferences are those of *old*.
    """
    moving.move(db, old, new)
    missed.move(db, old, new)
    for table in ("subscription", "mute"):
        db.execute(f"UPDATE OR IGNORE {table} SET chat = ? WHERE chat = ?", (new, old))
        db.execute(f"DELETE FROM {table} WHERE chat = ?", (old,))
    db.execute("UPDATE own_topic SET chat = ? WHERE chat = ?", (new, old))
    there = db.execute("SELECT active, next_due FROM chat WHERE chat = ? AND thread = 0", (new,))
    row = there.fetchone()
    db.execute(
        "UPDATE OR REPLACE chat SET chat = ?, kind = 'supergroup' WHERE chat = ?", (new, old)
    )
    if row is not None:
        db.execute(
            "UPDATE chat SET active = max(active, ?), next_due = coalesce(next_due, ?) "
            "WHERE chat = ? AND thread = 0",
            (*row, new),
        )
    held = db.execute("SELECT until FROM hold WHERE scope = ?", (str(old),)).fetchone()
    if held is not None:
        db.execute("DELETE FROM hold WHERE scope = ?", (str(old),))
        holds.hold(db, str(new), codec.moment(held[0]))


def forget(db: Database, chat: int) -> None:
    """Erase all that is known of *chat* and its threads, at once.

    Its deliveries go too, also those in flight: their outcome is written to no row. A topic that
    others follow as well stays theirs.
    """
    for table in ("subscription", "mute", "chat", "delivery", "missed"):
        db.execute(f"DELETE FROM {table} WHERE chat = ?", (chat,))
    db.execute("DELETE FROM hold WHERE scope = ?", (str(chat),))
    db.execute("DELETE FROM hand_question WHERE chat = ?", (chat,))
    others = db.execute(
        "SELECT slug, s.chat, s.thread FROM own_topic o JOIN subscription s ON s.topic = o.slug "
        "WHERE o.chat = ? GROUP BY slug",
        (chat,),
    ).fetchall()
    for slug, other, thread in others:
        db.execute(
            "UPDATE own_topic SET chat = ?, thread = ? WHERE slug = ?", (other, thread, slug)
        )
    db.execute("DELETE FROM own_topic WHERE chat = ?", (chat,))


def due(db: Database, now: datetime, limit: int = 500) -> list[Chat]:
    """Active chats whose next digest is due at *now*, longest waiting first.

    Also those whose next time lies further off than any can: a wrong clock set it, and it is
    planned anew (`misplanned`).
    """
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM chat WHERE active = 1 AND next_due <= ? UNION ALL "
        f"SELECT {_COLUMNS} FROM chat WHERE active = 1 AND next_due > ? ORDER BY next_due LIMIT ?",
        (codec.stamp(now), codec.stamp(now + FURTHEST), limit),
    ).fetchall()
    return [_chat(db, row) for row in rows]


def misplanned(chat: Chat, now: datetime) -> bool:
    """Whether the next time of *chat* was set by a wrong clock: no digest is that far off."""
    return chat.next_due is not None and chat.next_due > now + FURTHEST


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
