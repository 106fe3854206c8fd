"""Drafts that nobody posted yet when a source changed or withdrew what they say: taken back.

Rule. A draft that waits for a tap, or that is scheduled and has not left, is recalled when one of
its sentences does not hold any more: it can not be posted from then on, and its owners see why.
What remains of its stories, in the text that holds now, becomes a new draft at once, which waits
for a tap whatever the channel's approval says. What the channel was never told needs no correction
there.

What it may get wrong: a headline that an owner wrote for the recalled draft is lost with it; an
update («مستجدات») or breaking news comes again only if it is new still when the channel is due.
Escape hatch: the old draft still shows it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from digests.channels.owners import Owners
from digests.model import Chat, Item, Place, Sentence, Source
from digests.selection import already, amended, unmuted
from digests.store import channels, chats, drafts, posts, stories
from digests.store.channels import Channel
from digests.store.database import Database
from digests.store.drafts import Draft

#: Whether any of the sentences of a draft holds no more.
Fails = Callable[[tuple[Sentence, ...]], bool]


def recall(db: Database, owners: Owners, article: int, fails: Fails, now: datetime) -> int:
    """Take back the drafts that tell *article* and of which something *fails*; how many."""
    count = 0
    for draft in drafts.unposted(db, article):
        said = [s for item in drafts.stored(db, draft.digest).items for s in item.said()]
        if not fails(tuple(s for s in said if s.article == article)):
            continue
        if not drafts.recall(db, draft):
            continue
        count += 1
        channel, after = channels.find(db, draft.chat), drafts.find(db, draft.id)
        if channel is not None and after is not None:
            owners.refresh(db, channel, after, now)
    return count


def remaining(
    db: Database, draft: Draft, sources: dict[str, Source], now: datetime
) -> tuple[Channel | None, Chat | None, list[Item]]:
    """The channel of a recalled *draft*, its chat, and its stories as they are now."""
    channel, chat = channels.find(db, draft.chat), chats.find(db, Place(draft.chat))
    if channel is None or chat is None or not chat.active or draft.breaking:
        return channel, chat, []
    wanted = set(unmuted(db, chat, now))
    items: dict[int, Item] = {}
    for told in drafts.stored(db, draft.digest).items:
        if told.updated or told.topic not in wanted or already(db, chat.place, told.articles):
            continue
        for story, kept in stories.get(db, posts.stories_of(db, told.articles)[:1]):
            if all(article.source in sources for article in story.articles):
                item = Item(told.topic, story, kept.summary, kept.independence)
                items.setdefault(story.id, item)
    return channel, chat, amended(db, list(items.values()))
