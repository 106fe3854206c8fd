"""«خلفية»: one sourced sentence of an earlier event, for a reader who comes new to a story.

The rule: of the stories of the same topic that began at least a day before, the one that shares
most with the story (names and terms in three languages, the rarer the more), and at least
one company, campaign, person or institution; of it the first Arabic sentence of its own summary.
What it may get wrong: an earlier event of the same company that explains nothing. Escape hatch: it
is dated and sourced like any sentence, stands apart from the story, and is left out where nothing
earlier shares enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from digests.compose.voice import is_arabic
from digests.model import Background, Item, Source, Story, Summary
from digests.store import stories
from digests.store.database import Database
from digests.stories.likeness import Weighed, weigh
from digests.stories.sketch import sketch

#: Earlier stories of a topic that are looked at, the newest of them.
AMONG = 40
#: How long before a story an event must have begun to be its background.
BEFORE = timedelta(days=1)
#: Meanings that the two must share at least.
SHARED = 2


def with_background(
    db: Database, items: Sequence[Item], sources: Mapping[str, Source], muted: Iterable[str] = ()
) -> tuple[Item, ...]:
    """*items*, the first of each topic for which there is one with its background."""
    unheard = {*muted}
    done: set[str] = set()
    found = []
    for item in items:
        if item.topic not in done:
            earlier = [
                (story, kept.summary)
                for story, kept in stories.get(db, stories.dated(db, item.topic, AMONG))
                if _before(story, item.story)
                and all(a.source in sources and a.source not in unheard for a in story.articles)
            ]
            item = replace(item, background=background(item.story, earlier))
            if item.background is not None:
                done.add(item.topic)
        found.append(item)
    return tuple(found)


def background(story: Story, earlier: Sequence[tuple[Story, Summary]]) -> Background | None:
    """What of the *earlier* stories a newcomer to *story* should know, if any."""
    if not earlier:
        return None
    everything = weigh([sketch(story.articles[0]), *(sketch(s.articles[0]) for s, _ in earlier)])
    own, others = everything[0], everything[1:]
    ranked = sorted(
        ((_shared(own, other), number) for number, other in enumerate(others)),
        key=lambda pair: (-pair[0], pair[1]),
    )
    for shared, number in ranked:
        if not shared:
            break
        known, summary = earlier[number]
        for sentence in summary.sentences:
            article = next((a for a in known.articles if a.id == sentence.article), None)
            if article is not None and is_arabic(sentence.language):
                return Background(article, sentence)
    return None


def _before(earlier: Story, story: Story) -> bool:
    return earlier.articles[0].published <= story.articles[0].published - BEFORE


def _shared(one: Weighed, other: Weighed) -> float:
    """The weight of the names and terms that both have; 0 when they have too little in common."""
    common = [key for key in one.telling.keys() & other.telling.keys() if key[0] == "t"]
    if len(common) < SHARED or not one.parties & other.parties:
        return 0.0
    return sum(one.telling[key] for key in common)
