"""Groups that may not be written to for a while, and threads that are closed.

    open ──no right to write──> barred ──a message arrives, or they speak──> open
      └───────closed──────────> closed ──it is opened, or they speak───────> open

They keep their subscriptions, and what they miss comes as one digest. Telegram does not tell when a
group lets its members write again, so a barred one is tried again, ever less often
(``digests.due.next_try``), with its news or else a correction that it missed. When a thread opens,
Telegram does tell: a closed one is not tried. Every function is a transaction.
"""

from __future__ import annotations

from datetime import datetime

from sqlite_utils import Database

from digests.model import Place
from digests.store import chats, codec, missed

#: Who follows nothing missed no news, only corrections.
_FOLLOWS = (
    "EXISTS (SELECT 1 FROM subscription s WHERE s.chat = chat.chat AND s.thread = chat.thread)"
)


def bar(db: Database, chat: int, error: str, now: datetime, delivery: int) -> None:
    """*chat* refused *delivery* for want of the right to write: none of its threads can be."""
    missed.miss(db, chat, error, now, delivery=delivery)
    missed.forget(db, chat, now)
    db.execute(
        f"UPDATE chat SET barred = coalesce(barred, ?), missing = {_FOLLOWS} "
        "WHERE chat = ? AND active = 1",
        (codec.stamp(now), chat),
    )
    for each in chats.places(db, chat):
        if each.active:
            chats.plan(db, each, now)


def close(db: Database, place: Place, error: str, now: datetime, delivery: int) -> None:
    """The thread *place* is closed: nothing is due there until it opens."""
    missed.miss(db, place.chat, error, now, thread=place.thread, delivery=delivery)
    db.execute(
        f"UPDATE chat SET active = 0, next_due = NULL, barred = ?, missing = {_FOLLOWS} "
        "WHERE chat = ? AND thread = ? AND active = 1",
        (codec.stamp(now), place.chat, place.thread),
    )


def arrived(db: Database, place: Place, now: datetime) -> None:
    """A message arrived at *place*: the chat is barred no more, and its other threads are due."""
    barred = [one for one in chats.places(db, place.chat) if one.active and one.barred is not None]
    for each in barred:
        if each.place != place:
            chats.ensure(db, each.place, each.kind, each.preferences, now)
            continue
        db.execute(
            "UPDATE chat SET barred = NULL, missing = 0 WHERE chat = ? AND thread = ?",
            (place.chat, place.thread),
        )
        if (known := chats.find(db, place)) is not None:
            chats.replan(db, known, now)


def wake(db: Database, chat: int, now: datetime) -> None:
    """We may write in *chat* again: whatever of it was barred or closed gets what it missed."""
    for each in chats.places(db, chat):
        if each.barred is not None:
            chats.ensure(db, each.place, each.kind, each.preferences, now)
