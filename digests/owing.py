"""The transactions that put digests into the outbox: what was selected is looked at once more.

Selecting and composing read outside any transaction. Meanwhile the chat may have unsubscribed,
muted or left, another tick may have told it, its stories may have been merged. Each function here
is a transaction; it inserts all of what it was given or nothing, and says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from digests.model import Chat, Place
from digests.selection import stale, unmuted
from digests.store import archive, chats, deliveries, posts, spreading, stories
from digests.store.database import Database
from digests.store.deliveries import Priority
from digests.store.told import StoredDigest


def owe_due(
    db: Database, chat: Chat, digests: Sequence[StoredDigest], priority: Priority, now: datetime
) -> int | None:
    """Owe *chat* what is due to it and set its next time; None when the selection is stale.

    The next time is set also when there is nothing to tell. A chat that is barred and has no news
    is tried with a correction that it missed.
    """
    current = chats.find(db, chat.place)
    if current is None or not current.active or current.next_due != chat.next_due:
        return None
    if current.preferences != chat.preferences or not _holds(db, current, digests, now):
        return None
    added = sum(
        deliveries.owe(db, chat.place, d, now, priority, None, _answered(db, chat.place, d))
        for d in digests
    )
    if current.barred is not None and not added:
        added = spreading.try_missed(db, chat.place, now)
    chats.advance(db, current, now)
    return added


def owe_first(
    db: Database, place: Place, digests: Sequence[StoredDigest], now: datetime
) -> int | None:
    """Owe *place* the digest that answers its first subscription: one, ever.

    0 when it had its digest, or wants none any more; None when the selection is stale.
    """
    chat = chats.find(db, place)
    wanted = {item.topic for digest in digests for item in digest.items}
    if chat is None or not chat.active or not wanted.issubset(chat.topics):
        return 0
    if deliveries.any_owed(db, place):
        return 0
    if not _holds(db, chat, digests, now):
        return None
    return sum(deliveries.owe(db, place, d, now, Priority.FIRST) for d in digests)


def _holds(db: Database, chat: Chat, digests: Sequence[StoredDigest], now: datetime) -> bool:
    """Whether *chat* still follows all that *digests* tell, and was told none of it.

    Of a story that it was told, an update tells what is new.
    """
    topics = set(unmuted(db, chat, now))
    muted = {m.value for m in chats.mutes(db, chat.place, now) if m.kind == "source"}
    told_now: set[int] = set()
    for item in (item for digest in digests for item in digest.items):
        if item.topic not in topics:
            return False
        if muted and archive.any_from(db, muted, item.articles):
            return False
        merged = stories.of_articles(db, item.articles)
        if merged & told_now or stale(db, chat.place, item):
            return False
        told_now |= merged
    return True


def _answered(db: Database, place: Place, digest: StoredDigest) -> int | None:
    """The message of *place* that *digest* answers: an update alone answers its story's."""
    if len(digest.items) != 1 or not digest.items[0].updated:
        return None
    merged = stories.members(db, stories.of_articles(db, digest.items[0].articles))
    return posts.telling(db, place, {a for articles in merged.values() for a in articles})
