"""Which new stories go on with one that was told: a development names its story in its background.

The rule. A report that comes after a told story, within the window, goes on with it when it speaks
of what the story's titles and openings speak of, and the story of what the report speaks of
(``concepts``: shares by weight, in any language). What the two share beside the names of parties
and places is counted apart, because the names are those of the field: a company and a country stand
in many events. A name that runs through the story counts some more. Names of the report's opening
that the story lacks count against, more so where the story's own are lacking in the report, and
parties that differ, and numbers (another fine is another event). Another place (``locations``) is
another event, unless both titles name the same person. Vectors add a little. And it has to be
nearer to that story than to any other told one, by much: in the news of one war every report speaks
of what many stories speak of. It looks at whole texts, where grouping (``likeness``) looks at
titles and leads, which differ between an event and what came of it. The weights are a logistic
regression over timelines of past events and over reports of other events of the same field
(tests/digests/stories), none against its sense; the biases let through one in some 600 pairs of a
report and another event, most of them steps of one affair.

What it may get wrong: it errs towards silence, so that a reply that hardly names its story comes as
a story of its own. A second event of the same kind and party within three days («شركة تفصل آخرين»)
may still be taken for news of the first. The escape hatch is by hand: ``run.py stories split``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import inf

from digests.model import Article
from digests.stories.concepts import (
    HEAVY,
    Concept,
    chance,
    is_naming,
    is_party,
    is_person,
    keys,
    share,
    weight,
)
from digests.stories.likeness import two_places
from digests.stories.readings import Reading, reading
from digests.stories.semantic import Space
from digests.stories.sketch import Sketch, sketch

#: Articles of a story, and of a new group, that are looked at.
MEMBERS = 8
#: Keys rarer than this make a story worth comparing; a report shares at least ``TOUCHING`` of them.
RARE, TOUCHING = 0.02, 2
#: Stories that a report is compared with: those with which it shares most.
NEAREST = 12
#: Log odds by which one story is nearer than any other, and from which on it is taken then: a
#: doubtful one is the likeliest where no other is near, and where many are, none is.
MARGIN, DOUBTFUL = 3.0, -0.1
#: What a name weighs from which it tells one event from another, and part of a story's articles
#: that hold a name of its own.
TELLING, OWN = 3.0, 0.5


@dataclass(frozen=True, slots=True)
class Weights:
    """One weight for each thing that a report and a told story may share."""

    bias: float
    opening: float  # of the story's nearest opening, what the report speaks of
    title: float  # of its nearest title
    report: float  # of the report, what the story speaks of
    heading: float  # of the report's title
    name: float  # the best shared name, by the part of the story's articles that hold it
    same: float  # the story has an article in the report's language
    strange: float  # of the names in the report's opening, those that the story lacks
    apart: float  # each has a telling name that the other lacks
    other: float  # each names parties, and none in common
    matter: float  # of the report, what the story speaks of, names of parties and places aside
    shared: float  # of its nearest opening, the heaviest that the report speaks of, names aside
    figures: float  # each opens with numbers, and none of them in the other
    cosine: float = 0.0  # of the vectors


WORDS = Weights(-5.8, 2.6, 4.83, 1.7, 2.36, 0.26, -1.56, -1.46, -0.34, -1.49, 2.12, 5.54, -2.58)
VECTORS = Weights(
    -5.71, 1.99, 4.31, 1.4, 2.08, 0.06, -1.75, -1.3, -0.34, -1.33, 1.89, 5.13, -2.79, 2.97
)
#: Concepts of an opening, the heaviest first, that count for ``shared``.
HEAVIEST = 6


@dataclass(frozen=True, slots=True)
class Told:
    """A told story as it is compared: its readings, all their keys, its languages, its sketches."""

    readings: tuple[Reading, ...]
    keys: frozenset[str]
    names: Mapping[str, float]  # by key, the part of the readings that hold it
    languages: frozenset[str]
    sketches: tuple[Sketch, ...]


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
    found = [of([articles[at] for at in sorted(group)[:MEMBERS]]) for group in stories]
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
        if best > max(DOUBTFUL, second + MARGIN):
            yield group, stories[-place]


def of(articles: Sequence[Article]) -> Told:
    """The told story of *articles*, ready to be compared."""
    readings = tuple(map(reading, articles))
    held = Counter(key for one in readings for key in one.keys if is_naming(key))
    return Told(
        readings,
        frozenset().union(*(one.keys for one in readings)),
        {key: count / len(readings) for key, count in held.items()},
        frozenset(article.language for article in articles),
        tuple(map(sketch, articles)),
    )


def going_on(report: Article, story: Told, cosine: float | None) -> float:
    """Log odds that *report* goes on with *story*; *cosine* is that of the nearest vectors."""
    by = WORDS if cosine is None else VECTORS
    own = reading(report)
    score = by.bias + by.cosine * (cosine or 0.0)
    score += by.opening * max(share(one.opening, own.keys) for one in story.readings)
    score += by.title * max(share(one.title, own.keys) for one in story.readings)
    score += by.report * share(own.whole, story.keys) + by.heading * share(own.title, story.keys)
    shared = (part * _rarity(key) for key, part in story.names.items() if key in own.keys)
    score += by.name * max(shared, default=0.0) / HEAVY
    score += by.matter * share(_unnamed(own.whole), story.keys)
    score += by.shared * max(_met(one.opening, own) for one in story.readings)
    score += by.same if report.language in story.languages else 0.0
    return score + _apart(own, story, by)


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


def _unnamed(text: Iterable[Concept]) -> list[Concept]:
    """The concepts of *text* that are no listed name of a party or place."""
    return [c for c in text if not any(key[0] == "t" and is_naming(key) for key in c)]


def _met(opening: Iterable[Concept], report: Reading) -> float:
    """How heavy the unnamed concepts of *opening* are that *report* speaks of, 1 at most."""
    heavy = (weight(c) for c in set(_unnamed(opening)) if not report.keys.isdisjoint(c))
    return sum(sorted(heavy, reverse=True)[:HEAVIEST]) / (HEAVIEST * HEAVY)


def _apart(own: Reading, story: Told, by: Weights) -> float:
    """What the names and numbers on either side say against it."""
    named = {key for concept in own.opening for key in concept if key[0] == "t" and is_naming(key)}
    strange = named - story.keys
    total = sum(map(_rarity, named))
    score = by.strange * (sum(map(_rarity, strange)) / total if total else 0.5)
    missing = (
        part >= OWN and key[0] == "t" and key not in own.keys and _rarity(key) > TELLING
        for key, part in story.names.items()
    )
    if any(_rarity(key) > TELLING for key in strange) and any(missing):
        score += by.apart
    parties = {key for key in own.keys if is_party(key)}
    others = {key for key in story.keys if is_party(key)}
    score += by.other if parties and others and not parties & others else 0.0
    mine, theirs = _figures(own.opening), _figures(c for one in story.readings for c in one.opening)
    alien = mine.isdisjoint(story.keys) and theirs.isdisjoint(own.keys)
    return score + (by.figures if mine and theirs and alien else 0.0)


def _figures(text: Iterable[Concept]) -> set[str]:
    """The numbers of *text* that are not small."""
    return {key for concept in text for key in concept if key[0] == "n" and chance(key) < RARE}


def _rarity(key: str) -> float:
    return weight(frozenset({key}))


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
    for key in keys([one.whole for one in map(reading, articles)]):
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
