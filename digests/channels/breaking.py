"""عاجل in channels: offered to the owners at once, posted by none but them.

Rule. Where an owner asked for it, a story that is breaking now (``digests.breaking``) and that the
channel was not told becomes a draft to every owner, also after the days of approval: at most two a
day, and not in the channel's quiet hours. What an owner posts or ignores counts as told. A draft on
which nobody decided within an hour lapses: it is no longer breaking news, and its story comes in
the usual way.

What it may get wrong: a story that lapses after the channel's digest waits for the next one. Escape
hatch: the owner's tap.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from digests.breaking import A_DAY, FRESH, WITHIN, is_breaking_now
from digests.channels.notices import Head
from digests.channels.owners import Owners
from digests.due import is_quiet
from digests.model import Chat, Item, Place, Source
from digests.selection import already, new_to, unmuted
from digests.store import channels, chats, drafts
from digests.store.channels import Channel
from digests.store.database import Database
from digests.store.told import StoredDigest

#: How long an owner may decide.
STANDS = timedelta(hours=1)
#: Stories among which breaking ones are looked for.
AMONG = 50


def candidates(
    db: Database, channel: Channel, sources: dict[str, Source], now: datetime
) -> tuple[Chat | None, list[Item]]:
    """The channel's chat, and what may be offered to its owners now."""
    chat = chats.find(db, Place(channel.chat))
    if chat is None or not chat.active or is_quiet(chat.preferences, now):
        return chat, []
    room = A_DAY - drafts.breaking_since(db, channel.chat, now - timedelta(days=1))
    if room <= 0:
        return chat, []
    found = new_to(db, chat, sources, now, AMONG, since=now - FRESH - WITHIN).items
    breaking = [i for i in found if is_breaking_now(i, sources, chat.preferences, now)]
    offered = [i for i in breaking if not drafts.was_breaking(db, channel.chat, _articles(i))]
    return chat, offered[:room]


def offer(
    db: Database, owners: Owners, channel: Channel, post: StoredDigest, now: datetime
) -> bool:
    """*post* becomes a draft of breaking news; False where that no longer holds."""
    chat = chats.find(db, Place(channel.chat))
    if chat is None or channels.find(db, channel.chat) != channel:
        return False
    wanted = set(unmuted(db, chat, now))
    for item in post.items:
        if item.topic not in wanted or already(db, chat.place, item.articles):
            return False
    owners.offer(db, channel, chat.preferences, post, now, None, Head.BREAKING)
    return True


def lapse(db: Database, owners: Owners, now: datetime) -> int:
    """What nobody decided on in time is offered no longer; how many drafts that were."""
    count = 0
    for draft in drafts.lapsing(db, now - STANDS):
        channel = channels.find(db, draft.chat)
        if drafts.lapse(db, draft.id):
            after = drafts.find(db, draft.id)
            if channel is not None and after is not None:
                owners.refresh(db, channel, after, now)
            count += 1
    return count


def _articles(item: Item) -> list[int]:
    return [article.id for article in item.story.articles]
