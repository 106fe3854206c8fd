"""Which stories a chat may be told: chosen by topic, mutes, freshness and what it was told before.

Every function here reads on one snapshot of the store and changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from digests.model import Arrival, Chat, Item, Place, Source, Story
from digests.store import archive, chats, corrections, missed, stories
from digests.store.archive import NEWS
from digests.store.database import Database
from digests.store.stories import Told
from digests.store.told import ToldItem, told
from digests.stories import independence
from digests.summaries import summarise
from digests.summaries.grounded import without
from digests.updating import updates

#: A weekly digest reaches back to the one before it.
WEEK = timedelta(days=7)
#: Share of sources that must be failing before a digest says so: silence must not look like news.
FAILING_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class Selection:
    """Items for one chat, in the order told, and the number of stories that did not fit."""

    items: tuple[Item, ...]
    left: int = 0


def new_to(
    db: Database,
    chat: Chat,
    sources: dict[str, Source],
    now: datetime,
    limit: int,
    since: datetime | None = None,
    seen: datetime | None = None,
) -> Selection:
    """Stories that may be pushed to *chat*: what it was not told of them; news since *since*, and
    first seen since *seen*.

    What it missed is among them, be it fresh or not: its first digest tells what is not.
    """
    if since is None:
        since = now - (WEEK if chat.preferences.arrival is Arrival.WEEKLY else NEWS)
    owed = missed.articles(db, chat.place)
    candidates = [
        (topic, stories.pushable(db, topic, since, owed, seen)) for topic in unmuted(db, chat, now)
    ]
    return _choose(db, chat, candidates, sources, now, limit, untold=True, since=since)


def recent(
    db: Database,
    chat: Chat,
    topics: Sequence[str],
    sources: dict[str, Source],
    seen: datetime,
    now: datetime,
    limit: int,
    skip: int = 0,
    untold: bool = False,
) -> Selection:
    """Stories of *topics* of the last 48 h, whether they may be pushed or not."""
    candidates = [
        (topic, stories.of_topic(db, topic, seen=seen, published=now - NEWS)) for topic in topics
    ]
    return _choose(db, chat, candidates, sources, now, limit, skip=skip, untold=untold)


def unmuted(db: Database, chat: Chat, now: datetime) -> list[str]:
    muted = {m.value for m in chats.mutes(db, chat.place, now) if m.kind == "topic"}
    return [topic for topic in chat.topics if topic not in muted]


def already(db: Database, place: Place, articles: Iterable[int]) -> bool:
    """Whether *place* was told one of *articles*, or of what became one story with them."""
    wanted = set(articles)
    merged = stories.members(db, stories.of_articles(db, wanted))
    return bool(told(db, place, wanted.union(*merged.values())))


def stale(db: Database, place: Place, item: ToldItem) -> bool:
    """Whether *place* was told what *item* is to tell it.

    An update is stale too where the story was not told: then it is no update.
    """
    if not item.updated:
        return already(db, place, item.articles)
    return bool(told(db, place, item.articles)) or not already(db, place, item.articles)


def _choose(
    db: Database,
    chat: Chat,
    candidates: Sequence[tuple[str, list[int]]],
    sources: dict[str, Source],
    now: datetime,
    limit: int,
    *,
    skip: int = 0,
    untold: bool,
    since: datetime | None = None,
) -> Selection:
    """Take stories in turn from each topic, each story once; group them by topic again.

    With *untold*, of a story that the chat was told only what is new since *since* (48 h).
    """
    muted = {m.value for m in chats.mutes(db, chat.place, now) if m.kind == "source"}
    queue = _in_turn(candidates)
    news: dict[int, Item] = {}
    if untold:  # before anything is read: most of it was told
        members = stories.members(db, [story for _, story in queue])
        known = told(db, chat.place, (article for each in members.values() for article in each))
        old = {story for story, articles in members.items() if known.intersection(articles)}
        since = since or now - NEWS
        again = [(topic, story) for topic, story in queue if story in old]
        news = updates(db, again, members, known, sources, muted, since)
        queue = [(topic, story) for topic, story in queue if story not in old or story in news]
    found: list[Item] = []
    for topic, story, kept in stories_of(db, queue):
        item = news.get(story.id) or _item(topic, story, kept, sources, muted)
        if item is not None:
            found.append(item)
    shown = amended(db, found[skip : skip + limit])
    order = {topic: number for number, (topic, _) in enumerate(candidates)}
    shown.sort(key=lambda item: order[item.topic])
    return Selection(tuple(shown), max(0, len(found) - skip - len(shown)))


def _in_turn(candidates: Sequence[tuple[str, list[int]]]) -> list[tuple[str, int]]:
    seen: set[int] = set()
    queue: list[tuple[str, int]] = []
    for rank in range(max((len(ids) for _, ids in candidates), default=0)):
        for topic, ids in candidates:
            if rank < len(ids) and ids[rank] not in seen:
                seen.add(ids[rank])
                queue.append((topic, ids[rank]))
    return queue


def stories_of(db: Database, queue: Sequence[tuple[str, int]]) -> Iterable[tuple[str, Story, Told]]:
    topics = {story: topic for topic, story in queue}
    for story, kept in stories.get(db, [story for _, story in queue]):
        yield topics[story.id], story, kept


def _item(
    topic: str, story: Story, kept: Told, sources: dict[str, Source], muted: set[str]
) -> Item | None:
    """*story* without the outlets that the chat muted; None when nothing is left of it."""
    left = tuple(a for a in story.articles if a.source not in muted and a.source in sources)
    if not left:
        return None
    if len(left) < len(story.articles):
        story = Story(story.id, left)
        summary = without(kept.summary, story) or summarise(story, sources)
        kept = Told(summary, independence(story, sources))
    return Item(topic, story, kept.summary, kept.independence)


def amended(db: Database, items: Sequence[Item]) -> list[Item]:
    """*items*, each with what the outlets of its articles corrected since."""
    known = corrections.amendments(db, (a.id for item in items for a in item.story.articles))
    return [
        replace(item, amended=tuple(known[a.id] for a in item.story.articles if a.id in known))
        for item in items
    ]


def failing(db: Database, sources: dict[str, Source]) -> int:
    """How many sources cannot be read, when they are so many that it must be said."""
    states = archive.source_states(db)
    bad = sum(1 for s in sources if s in states and states[s].failures >= 2)
    return bad if bad >= max(2, FAILING_SHARE * len(sources)) else 0
