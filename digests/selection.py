"""Which stories a chat may be told: chosen by topic, mutes, freshness and what it was told before.

Every function here reads on one snapshot of the store and changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from digests.model import Arrival, Chat, Item, Source, Story
from digests.store import archive, chats, stories
from digests.store.archive import NEWS
from digests.store.database import Database
from digests.store.stories import Told
from digests.store.told import told
from digests.stories import independence
from digests.summaries import summarise

#: عاجل: so many independent outlets of so many owners and countries, within so long.
BREAKING_OUTLETS, BREAKING_OWNERS, BREAKING_COUNTRIES = 3, 2, 2
BREAKING_WITHIN = timedelta(minutes=60)
#: A weekly digest reaches back to the one before it.
WEEK = timedelta(days=7)
#: Share of sources that must be failing before a digest says so: silence must not look like news.
FAILING_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class Selection:
    """Items for one chat, in the order told, and the number of stories that did not fit."""

    items: tuple[Item, ...]
    left: int = 0


def is_breaking(item: Item, sources: dict[str, Source]) -> bool:
    """عاجل (docs/editorial.md): at least 3 outlets of 2 owners and 2 countries, within 60 minutes.

    An outlet whose owner nobody has written down is its own; one without a country counts for none.
    """
    first = min(article.published for article in item.story.articles)
    soon = {
        article.source
        for article in item.story.articles
        if article.source in item.independence.outlets
        and article.source in sources
        and article.published - first <= BREAKING_WITHIN
    }
    owners = {o.owner.ar if (o := sources[s].ownership) else f"={s}" for s in soon}
    countries = {sources[s].country for s in soon} - {None}
    return (
        len(soon) >= BREAKING_OUTLETS
        and len(owners) >= BREAKING_OWNERS
        and len(countries) >= BREAKING_COUNTRIES
    )


def new_to(
    db: Database, chat: Chat, sources: dict[str, Source], now: datetime, limit: int
) -> Selection:
    """Stories that may be pushed to *chat* and that it was not told."""
    since = now - (WEEK if chat.preferences.arrival is Arrival.WEEKLY else NEWS)
    candidates = [(topic, stories.pushable(db, topic, since)) for topic in unmuted(db, chat, now)]
    return _choose(db, chat, candidates, sources, now, limit, untold=True)


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
) -> Selection:
    """Take stories in turn from each topic, each story once; group them by topic again."""
    muted = {m.value for m in chats.mutes(db, chat.place, now) if m.kind == "source"}
    queue = _in_turn(candidates)
    if untold:  # before anything is read: most of it was told
        known = _told_stories(db, chat, [story for _, story in queue])
        queue = [(topic, story) for topic, story in queue if story not in known]
    found: list[Item] = []
    for topic, story, kept in stories_of(db, queue):
        item = _item(topic, story, kept, sources, muted)
        if item is not None:
            found.append(item)
    shown = found[skip : skip + limit]
    order = {topic: number for number, (topic, _) in enumerate(candidates)}
    shown.sort(key=lambda item: order[item.topic])
    return Selection(tuple(shown), max(0, len(found) - skip - len(shown)))


def _told_stories(db: Database, chat: Chat, ids: Sequence[int]) -> set[int]:
    """Which of the stories *ids* have an article that *chat* was told."""
    members = stories.members(db, ids)
    known = told(db, chat.place, (article for each in members.values() for article in each))
    return {story for story, articles in members.items() if known.intersection(articles)}


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
        kept = Told(summarise(story, sources), independence(story, sources))
    return Item(topic, story, kept.summary, kept.independence)


def failing(db: Database, sources: dict[str, Source]) -> int:
    """How many sources cannot be read, when they are so many that it must be said."""
    states = archive.source_states(db)
    bad = sum(1 for s in sources if s in states and states[s].failures >= 2)
    return bad if bad >= max(2, FAILING_SHARE * len(sources)) else 0
