"""Channels: who connected them, how they post, what they missed. Every function is a transaction.

A channel is a chat as well (topics, times, language stand there). What it refused because our
rights were taken away, and what was pending when its owner stopped it, is *missed*
(``digests.store.missed``).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlite_utils import Database

from digests.model import ChatKind, Place, Preferences
from digests.store import chats, codec
from digests.store.missed import miss

#: How long every post waits for an owner's tap in a new channel.
APPROVAL = timedelta(days=7)


class Mode(StrEnum):
    DIGEST = "digest"
    STORY = "story"


@dataclass(frozen=True, slots=True)
class Channel:
    """How one channel posts. ``approval``: until when posts wait for a tap; None: always."""

    chat: int
    title: str
    mode: Mode
    approval: datetime | None
    breaking: bool
    hashtags: bool
    pin: bool
    stopped: bool
    lost: datetime | None
    losses: int
    owners: tuple[int, ...]

    def approves(self, now: datetime) -> bool:
        """Whether a post of *now* waits for an owner's tap."""
        return self.approval is None or now < self.approval

    @property
    def silent(self) -> bool:
        """Whether nothing may be posted: stopped by an owner, or without the right to."""
        return self.stopped or self.lost is not None


_COLUMNS = "chat, title, mode, approval, breaking, hashtags, pin, stopped, lost, losses"
_Row = tuple[int, str, str, float | None, int, int, int, int, float | None, int]


def _channel(db: Database, row: _Row) -> Channel:
    owners = db.execute(
        "SELECT owner FROM channel_owner WHERE chat = ? ORDER BY since, owner", (row[0],)
    )
    return Channel(
        chat=row[0],
        title=row[1],
        mode=Mode(row[2]),
        approval=codec.moment_or_none(row[3]),
        breaking=bool(row[4]),
        hashtags=bool(row[5]),
        pin=bool(row[6]),
        stopped=bool(row[7]),
        lost=codec.moment_or_none(row[8]),
        losses=row[9],
        owners=tuple(owner for (owner,) in owners),
    )


def find(db: Database, chat: int) -> Channel | None:
    row = db.execute(f"SELECT {_COLUMNS} FROM channel WHERE chat = ?", (chat,)).fetchone()
    return None if row is None else _channel(db, row)


def of_owner(db: Database, owner: int) -> list[Channel]:
    """The channels that *owner* connected, in the order of connecting."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM channel WHERE chat IN "
        "(SELECT chat FROM channel_owner WHERE owner = ?) ORDER BY created, chat",
        (owner,),
    ).fetchall()
    return [_channel(db, row) for row in rows]


def posting(db: Database, mode: Mode) -> list[Channel]:
    """Channels of *mode* that may post."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM channel WHERE mode = ? AND stopped = 0 AND lost IS NULL "
        "ORDER BY chat",
        (mode.value,),
    ).fetchall()
    return [_channel(db, row) for row in rows]


def wanting_breaking(db: Database) -> list[Channel]:
    """Channels that may post and whose owners want breaking news offered."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM channel WHERE breaking = 1 AND stopped = 0 AND lost IS NULL "
        "ORDER BY chat"
    ).fetchall()
    return [_channel(db, row) for row in rows]


def unchecked(db: Database, since: datetime, chat: int | None = None) -> list[int]:
    """Channels whose administrators nobody asked for since *since*; *chat* alone when given."""
    rows = db.execute(
        "SELECT chat FROM channel WHERE coalesce(checked, 0) < ? AND chat = coalesce(?, chat) "
        "ORDER BY coalesce(checked, 0), chat",
        (codec.stamp(since), chat),
    ).fetchall()
    return [number for (number,) in rows]


def check(db: Database, chat: int, now: datetime) -> None:
    """We ask at *now* who administers *chat*."""
    db.execute("UPDATE channel SET checked = ? WHERE chat = ?", (codec.stamp(now), chat))


def rename(db: Database, chat: int, title: str) -> None:
    db.execute("UPDATE channel SET title = ? WHERE chat = ?", (title, chat))


def connect(
    db: Database, chat: int, title: str, owner: int, preferences: Preferences, now: datetime
) -> Channel:
    """*owner* connects *chat*; again only brings title and owners up to date.

    *preferences* are those of a channel that is new to us.
    """
    known = find(db, chat)
    if known is None or known.lost is None:
        chats.ensure(db, Place(chat), ChatKind.CHANNEL, preferences, now)
    db.execute(
        "INSERT INTO channel (chat, title, approval, created) VALUES (?, ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET title = excluded.title",
        (chat, title, codec.stamp(now + APPROVAL), codec.stamp(now)),
    )
    db.execute(
        "INSERT OR IGNORE INTO channel_owner (chat, owner, since) VALUES (?, ?, ?)",
        (chat, owner, codec.stamp(now)),
    )
    channel = find(db, chat)
    assert channel is not None
    return channel


def remove_owner(db: Database, chat: int, owner: int, now: datetime) -> None:
    """*owner* has no say in *chat* any more; without any owner nothing is posted there."""
    db.execute("DELETE FROM channel_owner WHERE chat = ? AND owner = ?", (chat, owner))
    left = db.execute("SELECT 1 FROM channel_owner WHERE chat = ? LIMIT 1", (chat,)).fetchone()
    if left is None:
        miss(db, chat, "no owner is left", now)
        db.execute(
            "UPDATE draft SET state = 'ignored' WHERE chat = ? AND state = 'waiting'", (chat,)
        )
        db.execute("DELETE FROM channel WHERE chat = ?", (chat,))
        chats.deactivate_all(db, chat)


def forget_owner(db: Database, owner: int, now: datetime) -> None:
    """The same in all channels of *owner*, of whom nothing is kept."""
    for channel in of_owner(db, owner):
        remove_owner(db, channel.chat, owner, now)
    db.execute("DELETE FROM draft_notice WHERE owner = ?", (owner,))
    db.execute("DELETE FROM draft_question WHERE chat = ?", (owner,))


def set_mode(db: Database, chat: int, mode: Mode) -> None:
    db.execute("UPDATE channel SET mode = ? WHERE chat = ?", (mode.value, chat))


def set_approval(db: Database, chat: int, until: datetime | None) -> None:
    """Posts wait for a tap until *until* (a past one: they do not); None: always."""
    stamp = None if until is None else codec.stamp(until)
    db.execute("UPDATE channel SET approval = ? WHERE chat = ?", (stamp, chat))


def set_breaking(db: Database, chat: int, on: bool) -> None:
    db.execute("UPDATE channel SET breaking = ? WHERE chat = ?", (on, chat))


def set_hashtags(db: Database, chat: int, on: bool) -> None:
    db.execute("UPDATE channel SET hashtags = ? WHERE chat = ?", (on, chat))


def set_pin(db: Database, chat: int, on: bool) -> None:
    db.execute("UPDATE channel SET pin = ? WHERE chat = ?", (on, chat))


# --- stopping, losing, missing


def stop(db: Database, chat: int, now: datetime) -> None:
    """An owner stops all posting: what is pending is missed."""
    db.execute("UPDATE channel SET stopped = 1 WHERE chat = ?", (chat,))
    miss(db, chat, "stopped by an owner", now)


def resume(db: Database, chat: int) -> None:
    db.execute("UPDATE channel SET stopped = 0 WHERE chat = ?", (chat,))


def lose(db: Database, chat: int, error: str, now: datetime, delivery: int = 0) -> bool:
    """The right to post is gone; whether that is new. *delivery* is the one that was refused."""
    miss(db, chat, error, now, delivery=delivery)
    chats.deactivate_all(db, chat)
    cursor = db.execute(
        "UPDATE channel SET lost = ?, losses = losses + 1 WHERE chat = ? AND lost IS NULL",
        (codec.stamp(now), chat),
    )
    return cursor.rowcount == 1


def found(db: Database, chat: int, now: datetime) -> None:
    """The right to post is back."""
    db.execute("UPDATE channel SET lost = NULL WHERE chat = ?", (chat,))
    known = chats.find(db, Place(chat))
    if known is not None:
        chats.ensure(db, known.place, known.kind, known.preferences, now)


@dataclass(frozen=True, slots=True)
class Missed:
    """A story that a channel was owed and did not get, as it was to be told."""

    story: int
    topic: str
    articles: tuple[int, ...]


def missed(db: Database, chat: int) -> list[Missed]:
    """What *chat* ever missed, oldest first; what was told since is among it."""
    rows = db.execute(
        "SELECT i.digest, i.part, i.story, i.topic FROM missed m JOIN digest_item i "
        "ON i.digest = m.digest AND i.part = m.part JOIN digest g ON g.id = i.digest "
        "WHERE m.chat = ? ORDER BY g.created, i.digest, i.part, i.position",
        (chat,),
    ).fetchall()
    return [
        Missed(
            story,
            topic,
            tuple(
                article
                for (article,) in db.execute(
                    "SELECT article FROM digest_article WHERE digest = ? AND part = ? "
                    "AND story = ? ORDER BY article",
                    (digest, part, story),
                )
            ),
        )
        for digest, part, story, topic in rows
    ]


# --- test posts


def keep_test_post(db: Database, chat: int, message: int, due: datetime) -> None:
    """*message* of *chat* is to be deleted at *due*."""
    db.execute(
        "INSERT OR REPLACE INTO test_post (chat, message, due) VALUES (?, ?, ?)",
        (chat, message, codec.stamp(due)),
    )


def test_posts(db: Database, now: datetime) -> list[tuple[int, int]]:
    """Chat and message of the test posts to delete at *now*."""
    return [
        (chat, message)
        for chat, message in db.execute(
            "SELECT chat, message FROM test_post WHERE due <= ? ORDER BY due", (codec.stamp(now),)
        ).fetchall()
    ]


def drop_test_post(db: Database, chat: int, message: int) -> None:
    db.execute("DELETE FROM test_post WHERE chat = ? AND message = ?", (chat, message))
