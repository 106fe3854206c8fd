"""What an owner decides by a tap: publish, later, ignore, another headline, was it there.

Each is one transaction that changes the draft's state and inserts what follows from it, so that it
happens once, whichever owner taps, and whatever is killed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from enum import Enum

from digests.channels.desk import ChannelDesk
from digests.channels.notices import identity
from digests.channels.posts import is_digest, with_headline
from digests.markup import clean
from digests.model import Place
from digests.store import channels, chats, drafts, posts
from digests.store.database import Database
from digests.store.told import StoredDigest

#: Characters of a headline (docs/editorial.md).
HEADLINE = 120


class Outcome(Enum):
    """What became of a tap."""

    DONE = "done"
    SETTLED = "settled"  # another tap was first
    STOPPED = "stopped"
    LOST = "lost"
    GONE = "gone"  # the draft or its channel is not known any more


async def publish(
    desk: ChannelDesk, draft: int, now: datetime, due: datetime | None = None
) -> Outcome:
    """Owe the channel the draft, now or at *due*."""

    def run(db: Database) -> Outcome:
        found = drafts.find(db, draft)
        channel = channels.find(db, found.chat) if found else None
        if found is None or channel is None:
            return Outcome.GONE
        if channel.stopped:
            return Outcome.STOPPED
        if channel.lost is not None:
            return Outcome.LOST
        if not drafts.publish(db, found, now, due):
            return Outcome.SETTLED
        _refresh(db, desk, draft, now)
        return Outcome.DONE

    return await _run(desk, run)


async def ignore(desk: ChannelDesk, draft: int, now: datetime) -> Outcome:
    """Never post the draft; its stories count as told."""

    def run(db: Database) -> Outcome:
        found = drafts.find(db, draft)
        if found is None:
            return Outcome.GONE
        if not drafts.ignore(db, found):
            return Outcome.SETTLED
        _refresh(db, desk, draft, now)
        return Outcome.DONE

    return await _run(desk, run)


async def rewrite(desk: ChannelDesk, draft: int, headline: str, now: datetime) -> Outcome:
    """Put the owner's *headline* on the draft: above its story, or above the whole digest.

    It is the owner's, and rests on no evidence.
    """
    words = clean(headline)[:HEADLINE].strip()

    def run(db: Database) -> Outcome:
        found = drafts.find(db, draft)
        chat = chats.find(db, Place(found.chat)) if found else None
        if found is None or chat is None or not words:
            return Outcome.GONE
        if found.breaking:
            return Outcome.SETTLED
        before = drafts.stored(db, found.digest)
        first, *rest = before.parts
        changed = replace(first, html=with_headline(first.html, words, chat.preferences))
        items = before.items
        if not is_digest(first.html):
            items = tuple(item.under(words) for item in items)
        post = StoredDigest(identity("post", before.id, words), (changed, *rest), items)
        if not drafts.rewrite(db, draft, words, post, now):
            return Outcome.SETTLED
        _refresh(db, desk, draft, now)
        return Outcome.DONE

    return await _run(desk, run)


async def settle_unsure(
    desk: ChannelDesk, delivery: int, attempts: int, now: datetime, *, again: bool
) -> Outcome:
    """The post is there, or is to be sent *again*."""

    def run(db: Database) -> Outcome:
        if not posts.settle_unsure(db, delivery, attempts, again=again, now=now):
            return Outcome.SETTLED
        return Outcome.DONE

    return await _run(desk, run)


async def _run(desk: ChannelDesk, run: Callable[[Database], Outcome]) -> Outcome:
    outcome = await desk.store.write(run)
    if outcome is Outcome.DONE:
        desk.wake()
    return outcome


def _refresh(db: Database, desk: ChannelDesk, draft: int, now: datetime) -> None:
    after = drafts.find(db, draft)
    channel = channels.find(db, after.chat) if after else None
    if after is not None and channel is not None:
        desk.owners.refresh(db, channel, after, now)
