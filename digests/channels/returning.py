"""What a channel gets when it posts again: what it missed, and what is new, as one digest.

Nothing that was missed is left out for its age or number: it was owed once.
"""

from __future__ import annotations

from datetime import datetime
from enum import Enum

from digests.channels.owners import untold
from digests.model import Chat, Item, Place, Source
from digests.selection import already, amended, new_to
from digests.store import channels, chats, posts, stories
from digests.store.channels import Channel
from digests.store.database import Database

#: New stories that come along with what was missed.
NEW = 7


class Return(Enum):
    """Why a channel was silent."""

    RIGHTS = "rights"
    STOP = "stop"

    def holds(self, channel: Channel) -> bool:
        """Whether *channel* is silent for this."""
        return channel.lost is not None if self is Return.RIGHTS else channel.stopped

    def posts_after(self, channel: Channel) -> bool:
        """Whether *channel* posts when this is over, or is silent for the other reason still."""
        return not channel.stopped if self is Return.RIGHTS else channel.lost is None


def returning(
    db: Database, chat: int, sources: dict[str, Source], now: datetime
) -> tuple[Channel | None, Chat | None, tuple[Item, ...]]:
    """The channel, its chat, and the stories of the digest that it gets."""
    channel, known = channels.find(db, chat), chats.find(db, Place(chat))
    if channel is None or known is None:
        return channel, known, ()
    items: dict[int, Item] = {}
    for missed in untold(db, known.place):
        if already(db, known.place, missed.articles):
            continue  # an update: it is found below, as what is new in its story
        for story, kept in stories.get(db, posts.stories_of(db, missed.articles)[:1]):
            item = Item(missed.topic, story, kept.summary, kept.independence)
            items.setdefault(story.id, item)
    items = {item.story.id: item for item in amended(db, list(items.values()))}
    for item in new_to(db, known, sources, now, NEW).items:
        if len(items) < NEW:
            items.setdefault(item.story.id, item)
    topics = list(dict.fromkeys(item.topic for item in items.values()))
    return channel, known, tuple(sorted(items.values(), key=lambda i: topics.index(i.topic)))
