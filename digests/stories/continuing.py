"""How likely it is that a report goes on with a told story: what the two have in common.

The rule. A development names its story in its background: one sentence of the report speaks of what
the story's title speaks of, or says again what one of its first sentences said, and the two have
rare words in common (``concepts``: shares by weight, in any language). The names of parties and
places are counted apart from all other words, because they are those of the field: a company and a
country stand in many events. A name that runs through the story counts some more, and so does a
date that both name. Names of the report's opening that the story lacks count against, more so where
the story's own are lacking in the report, and parties that differ, and numbers (another fine is
another event, a toll of the dead above the told one is none), and the days since the story was last
reported. Vectors add a little. Whole texts are looked at, where grouping (``likeness``) looks at
titles and leads, which differ between an event and what came of it. The weights are a logistic
regression over timelines of past events, over reports of three wars and over reports of other
events of the same field (tests/digests/stories).

What it may get wrong: it errs towards silence, so that a reply that hardly names its story comes as
a story of its own. A second event of the same kind and party within three days («شركة تفصل آخرين»)
may still be taken for news of the first. The escape hatch is by hand: ``run.py stories split``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from typing import NamedTuple

from digests.model import Article
from digests.stories.concepts import (
    HEAVY,
    Concept,
    chance,
    is_naming,
    is_party,
    number_key,
    share,
    weight,
)
from digests.stories.points import days
from digests.stories.readings import Reading, body, reading
from digests.stories.sketch import Sketch, sketch
from digests.summaries.toll import toll

#: Keys that turn up in fewer texts than this are rare.
RARE = 0.02
#: What a name weighs from which it tells one event from another, and part of a story's articles
#: that hold a name of its own.
TELLING, OWN = 3.0, 0.5
#: Concepts of an opening, the heaviest first, that count for ``shared``.
HEAVIEST = 6
#: What a concept weighs from which it counts for ``rare``, and the most that they count.
SELDOM, MUCH = 4.0, 40.0
#: Sentences of a story's article that a report may say again, its title aside.
FRONT = 2
#: Days since the story's last article up to which, and from which on, they say no more.
SOON, LONG = 0.5, 4.0


class Features(NamedTuple):
    """What a report and a told story have in common, or the weight of each."""

    heading: float  # of the report's title, what the story speaks of
    background: float  # of the story's nearest title, what one sentence of the report speaks of
    report: float  # of the report, what the story speaks of
    matter: float  # the same, names of parties and places aside
    restated: float  # the least of what two sentences, one of each, speak of each other's
    shared: float  # of its nearest opening, the heaviest that the report speaks of, names aside
    rare: float  # how much the rare words weigh that both have, names aside
    some: float  # they have one at all
    name: float  # the best shared name, by the part of the story's articles that hold it
    day: float  # both name one date
    same: float  # the story has an article in the report's language
    strange: float  # of the names in the report's opening, those that the story lacks
    apart: float  # each has a telling name that the other lacks
    other: float  # each names parties, and none in common
    figures: float  # each opens with numbers, and none of them in the other
    gap: float  # the days since the story's last article
    cosine: float = 0.0  # of the vectors


#: The weights without vectors.
BIAS, WORDS = (
    -5.05,
    Features(
        heading=1.83,
        background=4.64,
        report=1.94,
        matter=2.02,
        restated=4.07,
        shared=2.5,
        rare=0.87,
        some=0.43,
        name=0.97,
        day=1.74,
        same=-0.53,
        strange=-1.07,
        apart=-0.74,
        other=-1.07,
        figures=-1.06,
        gap=-2.27,
    ),
)
#: The weights with vectors.
BIAS_VECTORS, VECTORS = (
    -4.9,
    Features(
        heading=1.36,
        background=3.71,
        report=1.62,
        matter=1.83,
        restated=3.33,
        shared=2.03,
        rare=0.74,
        some=0.35,
        name=0.69,
        day=1.63,
        same=-0.87,
        strange=-0.76,
        apart=-0.76,
        other=-0.96,
        figures=-1.39,
        gap=-2.37,
        cosine=4.14,
    ),
)


@dataclass(frozen=True, slots=True)
class Told:
    """A told story as it is compared: its readings, all their keys, and what else is looked at."""

    readings: tuple[Reading, ...]
    keys: frozenset[str]
    names: Mapping[str, float]  # by key, the part of the readings that hold it
    figures: frozenset[str]  # the numbers of its openings that are not small
    dead: frozenset[Fraction]  # their counts of the dead
    parties: frozenset[str]
    languages: frozenset[str]
    sketches: tuple[Sketch, ...]
    days: frozenset[tuple[int, int]]
    latest: datetime


def told_story(articles: Sequence[Article]) -> Told:
    """The told story of *articles*, ready to be compared."""
    readings = tuple(map(reading, articles))
    held = Counter(key for one in readings for key in one.keys if is_naming(key))
    known = frozenset[str]().union(*(one.keys for one in readings))
    return Told(
        readings,
        known,
        {key: count / len(readings) for key, count in held.items()},
        frozenset(_figures(concept for one in readings for concept in one.opening)),
        frozenset[Fraction]().union(*map(_dead, articles)),
        frozenset(filter(is_party, known)),
        frozenset(article.language for article in articles),
        tuple(map(sketch, articles)),
        frozenset[tuple[int, int]]().union(*map(_days, articles)),
        max(article.published for article in articles),
    )


def going_on(report: Article, story: Told, cosine: float | None) -> float:
    """Log odds that *report* goes on with *story*; *cosine* is that of the nearest vectors."""
    found = features(report, story, cosine)
    bias, weights = (BIAS, WORDS) if cosine is None else (BIAS_VECTORS, VECTORS)
    return bias + sum(weight * amount for weight, amount in zip(weights, found, strict=True))


def features(report: Article, story: Told, cosine: float | None) -> Features:
    """What *report* and *story* have in common; *cosine* is that of the nearest vectors."""
    own = reading(report)
    strange, apart = _strange(own, story)
    rare = _rare(own, story)
    return Features(
        heading=own.title.met(story.keys),
        background=_background(own, story),
        report=share(own.whole, story.keys),
        matter=share(_unnamed(own.whole), story.keys),
        restated=_restated(own, story),
        shared=max(_met(one.opening, own) for one in story.readings),
        rare=rare,
        some=float(rare > 0),
        name=_name(own, story),
        day=float(not _days(report).isdisjoint(story.days)),
        same=float(report.language in story.languages),
        strange=strange,
        apart=apart,
        other=_other(own, story),
        figures=_alien(report, own, story),
        gap=min(max((report.published - story.latest) / timedelta(days=1), SOON), LONG) / LONG,
        cosine=cosine or 0.0,
    )


def _background(own: Reading, story: Told) -> float:
    return max(one.title.met(text.keys) for one in story.readings for text in own.texts)


def _restated(own: Reading, story: Told) -> float:
    before = [text for one in story.readings for text in one.texts[: FRONT + 1]]
    return max(
        (
            min(text.met(theirs.keys), theirs.met(text.keys))
            for theirs in before
            for text in own.sentences
        ),
        default=0.0,
    )


def _met(opening: Iterable[Concept], own: Reading) -> float:
    """How heavy the unnamed concepts of *opening* are that *own* speaks of, 1 at most."""
    heavy = (weight(c) for c in set(_unnamed(opening)) if not own.keys.isdisjoint(c))
    return sum(sorted(heavy, reverse=True)[:HEAVIEST]) / (HEAVIEST * HEAVY)


def _rare(own: Reading, story: Told) -> float:
    """How much the rare unnamed concepts of *own* weigh that *story* speaks of, 1 at most."""
    both = (c for c in set(_unnamed(own.whole)) if not story.keys.isdisjoint(c))
    return min(sum(heavy for c in both if (heavy := weight(c)) > SELDOM), MUCH) / MUCH


def _name(own: Reading, story: Told) -> float:
    shared = (part * _rarity(key) for key, part in story.names.items() if key in own.keys)
    return max(shared, default=0.0) / HEAVY


def _strange(own: Reading, story: Told) -> tuple[float, float]:
    """The part of the names in the opening of *own* that *story* lacks; whether both have some."""
    named = {key for c in own.opening for key in c if key[0] == "t" and is_naming(key)}
    strange = named - story.keys
    total = sum(map(_rarity, named))
    missing = (
        part >= OWN and key[0] == "t" and key not in own.keys and _rarity(key) > TELLING
        for key, part in story.names.items()
    )
    apart = any(_rarity(key) > TELLING for key in strange) and any(missing)
    return sum(map(_rarity, strange)) / total if total else 0.5, float(apart)


def _other(own: Reading, story: Told) -> float:
    parties = {key for key in own.keys if is_party(key)}
    return float(bool(parties and story.parties) and parties.isdisjoint(story.parties))


def _alien(report: Article, own: Reading, story: Told) -> float:
    mine, theirs = _figures(own.opening), story.figures
    if max(dead := _dead(report), default=0) > max(story.dead, default=0) > 0:  # a toll that rises
        mine, theirs = mine - _counts(dead), theirs - _counts(story.dead)
    alien = mine.isdisjoint(story.keys) and theirs.isdisjoint(own.keys)
    return float(bool(mine and theirs) and alien)


def _dead(article: Article) -> frozenset[Fraction]:
    """The counts of the dead in title and first sentence of *article*."""
    return frozenset[Fraction]().union(*map(toll, (article.title, *body(article)[:1])))


def _counts(dead: Iterable[Fraction]) -> frozenset[str]:
    return frozenset(map(number_key, dead))


def _figures(text: Iterable[Concept]) -> set[str]:
    """The numbers of *text* that are not small."""
    return {key for concept in text for key in concept if key[0] == "n" and chance(key) < RARE}


def _unnamed(text: Iterable[Concept]) -> list[Concept]:
    """The concepts of *text* that are no listed name of a party or place."""
    return [c for c in text if not any(key[0] == "t" and is_naming(key) for key in c)]


def _rarity(key: str) -> float:
    return weight(frozenset({key}))


def _days(article: Article) -> frozenset[tuple[int, int]]:
    """The dates that *article* names."""
    day = article.published.date()
    return frozenset[tuple[int, int]]().union(
        *(days(text, day) for text in (article.title, *body(article)))
    )
