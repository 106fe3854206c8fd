"""Which new stories go on with one that was told: a development names its story in its background.

The rule. A report that comes after a told story, within the window, goes on with it when enough of
what it says speaks of that story (``continuing``), and it has to be nearer to that story than to
any other told one, by much: in the news of one war every report speaks of what many stories speak
of. Another place (``locations``) is another event, unless both titles name the same person; so is
what the texts themselves date months before or after (``stated_days``). The biases let through one
in some 900 pairs of a report and another event, most of them steps of one affair.

What it may get wrong: of two told stories that are steps of one affair a development is as near to
one as to the other, and comes as a story of its own. The escape hatch is by hand: ``run.py stories
split``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import timedelta
from math import inf

from digests.model import Article
from digests.stories.concepts import Concept, chance, is_naming, is_person
from digests.stories.continuing import RARE, Told, going_on, told_story
from digests.stories.likeness import two_places
from digests.stories.readings import reading
from digests.stories.semantic import Space
from digests.stories.sketch import Sketch, sketch
from digests.stories.stated_days import months_apart

#: Articles of a story, and of a new group, that are looked at.
MEMBERS = 8
#: Rare keys that a report shares at least with a story worth comparing.
TOUCHING = 2
#: Stories that a report is compared with: those with which it shares most.
NEAREST = 12
#: Log odds by which one story has to be nearer than any other told one.
MARGIN = 2.5


def follow(
    groups: Sequence[set[int]],
    told: Collection[int],
    articles: Sequence[Article],
    window: timedelta,
    space: Space | None,
) -> Iterator[tuple[set[int], set[int]]]:
    """Pairs of *groups*, a new one and the told one that it goes on with, nearer than any other.

    Groups hold places in *articles*, which are ordered by date; *told* are places that a told story
    holds; *space* holds the vectors by place.
    """
    stories = [group for group in groups if not group.isdisjoint(told)]
    if not stories or len(stories) == len(groups):
        return
    found = [told_story([articles[at] for at in _ends(group)]) for group in stories]
    holders = _holders(found)
    for group in groups:
        if not group.isdisjoint(told):
            continue
        members = sorted(group)[:MEMBERS]
        scored: list[tuple[float, int]] = []
        for number in _touched([articles[at] for at in members], holders):
            story = stories[number]
            if not _after(group, story, articles, window):
                continue
            if months_apart(
                [articles[at] for at in members], [articles[at] for at in _ends(story)]
            ):
                continue
            group_sketches = [sketch(articles[at]) for at in members]
            if _elsewhere(group_sketches, found[number]) and not _of_one_man(
                group_sketches, found[number]
            ):
                continue
            scores = [
                going_on(articles[at], found[number], _cosine(space, at, story)) for at in members
            ]
            scored.append((sum(scores) / len(scores), -number))
        (best, place), (second, _) = sorted([*scored, (-inf, 0), (-inf, 0)], reverse=True)[:2]
        if best > max(0.0, second + MARGIN):
            yield group, stories[-place]


def _ends(group: Collection[int]) -> Sequence[int]:
    """The first and the last places of *group*: how its story began and where it stands."""
    places = sorted(group)
    half = MEMBERS // 2
    return places if len(places) <= MEMBERS else places[:half] + places[-half:]


def _elsewhere(group: Sequence[Sketch], story: Told) -> bool:
    """Whether *group* tells of another place than *story*: all its titles that say where."""
    located = [one for one in group if one.located]
    told = [one for one in story.sketches if one.locations]
    return bool(located and told) and all(two_places(a, b) for a in located for b in told)


def _of_one_man(group: Sequence[Sketch], story: Told) -> bool:
    """Whether the titles of *group* and *story* have a name in common, of a person or one that no
    lexicon knows: what comes of an event may come at another place (a funeral, a hearing)."""
    ours, theirs = (
        {key for one in many for concept in one.title for key in _own_names(concept)}
        for many in (group, story.sketches)
    )
    return not ours.isdisjoint(theirs)


def _own_names(concept: Concept) -> Iterator[str]:
    known = any(key[0] == "m" for key in concept)
    for key in concept:
        if is_person(key) or (key[0] == "r" and not known and is_naming(key)):
            yield key


def _holders(stories: Sequence[Told]) -> Mapping[str, Sequence[int]]:
    """By rare key the stories that hold it."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, story in enumerate(stories):
        for key in story.keys:
            if chance(key) < RARE:
                holders[key].append(number)
    return holders


def _touched(articles: Sequence[Article], holders: Mapping[str, Sequence[int]]) -> Sequence[int]:
    """The stories worth comparing with *articles*, those first with which they share most."""
    counts: Counter[int] = Counter()
    for key in frozenset().union(*(one.keys for one in map(reading, articles))):
        counts.update(holders.get(key, ()))
    nearest = sorted(counts, key=lambda number: (-counts[number], number))
    return [number for number in nearest if counts[number] >= TOUCHING][:NEAREST]


def _after(
    group: set[int], story: set[int], articles: Sequence[Article], window: timedelta
) -> bool:
    """Whether *group* began after *story*, and within *window* of its last article."""
    begins = articles[min(group)].published
    return min(story) < min(group) and begins - articles[max(story)].published <= window


def _cosine(space: Space | None, at: int, story: Collection[int]) -> float | None:
    """The cosine of the nearest vectors of the article *at* and of *story*, None without any."""
    if space is None:
        return None
    near = [found.cosine for other in story if (found := space.near(at, other)) is not None]
    return max(near, default=None)
