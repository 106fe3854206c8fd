"""Developments: what articles add to a story that a reader was told.

The rule. An article (``points``) is compared with all that the reader was told, in any language,
and weighed by what is new in it: the share of its opening and of its sentences that was not spoken
of (``concepts``), a date that was not named, someone who speaks and had not spoken, an event of a
kind that was not told (less where a kindred one was), a number that was not told. What stands in
title and text counts in full, in one of the title and the opening half, further down a quarter; a
sentence about the past does not count: what was before the year of the story that was told. An
event that ends, undoes, answers or decides what went before (``TURNS``) counts more where title and
text tell it, since who retells a story in words of his own sets scenes and adds no ends; so do a
toll of the dead above all that were told and a new number that something rose to. An outlet does
not report one thing twice: that it has reported the story counts. An article in a language of which
the reader was told nothing must add more, because a translation never shares all words. It is a
development when the weighted sum is above 0. The weights are a logistic regression over timelines
of past events (tests/digests/stories/timelines*.jsonl but for ``_apart``), none against its sense,
with each timeline seen a second time as if no text named a date; that of turns is held at 1.25, a
little above the fit, so that what undoes the news in few words is told.

What it may get wrong. It errs towards silence: a second event of a kind already told, on the same
day and in the words of the first, passes for a restatement. A copy that adds much of its own passes
for news. The hours since the last report would tell more in the timelines, and would silence news
that comes within minutes; they are not asked. Sentence embeddings were tried in place of the words
and beside them: they find no more.
The escape hatches are ``events.txt`` and the lexicon: one more form is all it takes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache

from digests.model import Article
from digests.stories.concepts import SMALL, Concept, share
from digests.stories.events import lexicon
from digests.stories.points import Point, points, year_of

#: What counts of a thing that is new in title and text, in title or opening, further down.
BOTH, ONE, LATER = 1.0, 0.5, 0.25
#: The most that one kind of thing counts.
MOST = 2.0
#: Kinds of thing that may be new, with those that ``Novelty`` counts.
COUNTED = ("events", "kindred", "figures", "small", "voices")
#: The part of what is new in a development that a second report of it speaks of.
AGAIN = 0.3
#: Kinds of event that end, undo, answer or decide what went before.
TURNS = frozenset(
    "accept-resignation admit adopt agree apologise appeal appoint arrive award bury cancel charge "
    "compensate contain delay demand deny deport dismiss emergency end-action extradite fine "
    "keep-steady lift mourn overturn-ruling promise recover-body reinstate reject release repair "
    "resign resume reverse rule sign testify veto welcome withdraw".split()
)
#: The kind of event of what rises.
RISE = "raise"
#: The part of a sentence that is new, from which it tells what is new.
TELLING = 0.5

BIAS = -7.06
WEIGHTS = {
    "opening": 2.56,
    "sentences": 6.56,
    "day": 2.41,
    "speaker": 1.53,
    "familiar": 2.3,
    "events": 1.28,
    "kindred": 0.61,
    "turn": 1.25,
    "figures": 0.94,
    "small": 1.0,
    "raised": 1.3,
    "toll": 0.53,
    "voices": 1.21,
    "outlet": 1.38,
}


@dataclass(frozen=True, slots=True)
class Report:
    """An article that tells a development, with its sentences that do; verbatim, maybe none."""

    article: Article
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Development:
    """One thing that is new: the first report of it, then others that tell it too."""

    reports: tuple[Report, ...]
    score: float


@dataclass(slots=True)
class Known:
    """All that a reader was told of a story."""

    keys: set[str] = field(default_factory=set)
    events: set[str] = field(default_factory=set)
    kindred: set[str] = field(default_factory=set)
    figures: set[str] = field(default_factory=set)
    days: set[tuple[int, int]] = field(default_factory=set)
    voices: set[str] = field(default_factory=set)
    speaking: set[str] = field(default_factory=set)
    languages: set[str] = field(default_factory=set)
    dead: set[Fraction] = field(default_factory=set)
    outlets: set[str] = field(default_factory=set)

    def add(self, article: Article, told: Iterable[Point]) -> None:
        self.outlets.add(article.source)
        kin = lexicon().kin
        for point in told:
            self.languages.add(point.language)
            self.keys.update(*point.concepts)
            self.speaking.update(*point.speakers)
            self.dead |= point.dead
            for kinds in point.events:
                self.events |= kinds
                for kind in kinds:
                    self.kindred |= kin.get(kind, frozenset())
            self.figures |= point.figures | point.side
            if not point.past:
                self.days |= point.days
                self.voices |= point.voices


@dataclass(frozen=True, slots=True)
class Novelty:
    """What one point adds. ``kindred`` are events of which a kindred kind was told."""

    events: frozenset[frozenset[str]] = frozenset()
    kindred: frozenset[frozenset[str]] = frozenset()
    figures: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    voices: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.events or self.kindred or self.figures or self.voices)


@dataclass(slots=True)
class _Found:
    """A development as it is put together: its reports, and what its first report adds."""

    score: float
    reports: list[Report]
    new: frozenset[Concept]


@lru_cache(maxsize=2048)
def developments(told: tuple[Article, ...], others: tuple[Article, ...]) -> tuple[Development, ...]:
    """The developments in *others*, oldest first, for a reader who was told *told*.

    Each article is measured against all before it, so that a second report of a development is
    none, and joins it, if it is news beside what was told.
    """
    start, known = Known(), Known()
    year = max(year_of(article) for article in told)
    for article in told:
        start.add(article, points(article, year))
        known.add(article, points(article, year))
    found: list[_Found] = []
    for article in sorted(others, key=lambda a: (a.published, a.id)):
        own = points(article, year)
        report = Report(article, _sentences(own, start))
        if (score := judge(article, own, known)) > 0:
            found.append(_Found(score, [report], _added(own, known)))
        elif found and judge(article, own, start) > 0:  # what only restates the told joins nothing
            spoken = {key for point in own for concept in point.concepts for key in concept}
            best = max(found, key=lambda one: share(one.new, spoken))
            if share(best.new, spoken) >= AGAIN:
                best.reports.append(report)
        known.add(article, own)
    return tuple(Development(tuple(one.reports), one.score) for one in found)


def judge(article: Article, own: Sequence[Point], known: Known) -> float:
    """How much *article*, of the points *own*, adds to *known*: log odds of a development."""
    amounts = features(article, own, known)
    return BIAS + sum(WEIGHTS[name] * amount for name, amount in amounts.items())


def features(article: Article, own: Sequence[Point], known: Known) -> dict[str, float]:
    """What is weighed of an article, by the names of ``WEIGHTS``."""
    news = _news(own)
    found = {point.place: novelty(point, known) for point in own if not point.past}
    amounts = {name: _amount(name, found) for name in COUNTED}
    fresh = [_fresh(point, known) for point in news]
    amounts["opening"] = next(
        (part for part, point in zip(fresh, news, strict=True) if point.place == 1),
        _fresh(own[0], known),
    )
    amounts["sentences"] = sum(fresh) / len(fresh)
    front = [point for point in own[:2] if not point.past]
    days = {day for point in front for day in point.days}
    amounts["day"] = float(bool(days) and days.isdisjoint(known.days))
    amounts["toll"] = _risen(front, known)
    amounts["raised"] = float(any(_raised(point, found[point.place]) for point in front))
    amounts["turn"] = float(_turned(found))
    speakers = [keys for point in front for keys in point.speakers]
    amounts["speaker"] = float(any(keys.isdisjoint(known.speaking) for keys in speakers))
    amounts["familiar"] = float(own[0].language in known.languages)
    amounts["outlet"] = float(article.source in known.outlets)
    return amounts


def novelty(point: Point, known: Known) -> Novelty:
    new = {kinds for kinds in point.events if not kinds & known.events}
    kindred = {kinds for kinds in new if kinds & known.kindred}
    values = point.figures - known.figures - _left_behind(point, known)
    small = {value for value in values if value[0] == "n" and float(value[1:]) <= SMALL}
    return Novelty(
        events=frozenset(new - kindred),
        kindred=frozenset(kindred),
        figures=values - small,
        small=frozenset(small),
        voices=frozenset() if point.voices & known.voices else point.voices,
    )


def _left_behind(point: Point, known: Known) -> frozenset[str]:
    """The counts of the dead in *point* that a higher one that was told has left behind."""
    most = max(known.dead, default=0)
    return frozenset(f"n{float(count):.12g}" for count in point.dead if count < most)


def _news(own: Sequence[Point]) -> Sequence[Point]:
    """The points that are not about the past; the title where all are."""
    return [point for point in own if not point.past] or own[:1]


def _fresh(point: Point, known: Known) -> float:
    """The part of *point* that *known* does not speak of."""
    return 1 - share(point.concepts, known.keys) if point.concepts else 0.0


def _added(own: Sequence[Point], known: Known) -> frozenset[Concept]:
    """What title and first sentences of *own* speak of, and *known* does not."""
    return frozenset(
        concept
        for point in _news(own)
        if point.place <= 2
        for concept in point.concepts
        if concept.isdisjoint(known.keys)
    )


def _amount(name: str, found: Mapping[int, Novelty]) -> float:
    """How much is new of one kind of thing, by where it stands."""
    places: dict[frozenset[str], set[int]] = {}
    for place in sorted(found):
        for item in getattr(found[place], name):
            keys = item if isinstance(item, frozenset) else frozenset({item})
            same = next((known for known in places if known & keys), keys)
            places.setdefault(same, set()).add(min(place, 2))
    total = 0.0
    for where in places.values():
        total += BOTH if 0 in where and len(where) > 1 else ONE if where & {0, 1} else LATER
    return min(total, MOST)


def _turned(found: Mapping[int, Novelty]) -> bool:
    """Whether the title and a sentence tell the same event that is new and a turn of a story."""
    new = {place: one.events | one.kindred for place, one in found.items()}
    below = {key for place in new if place for kinds in new[place] for key in kinds}
    return any(kinds & below & TURNS for kinds in new.get(0, ()))


def _risen(front: Sequence[Point], known: Known) -> float:
    """How much tells of more dead than were *known*: title and opening, or one of them."""
    most = max(known.dead, default=None)
    if most is None:
        return 0.0
    return sum(0.5 for point in front if point.dead and max(point.dead) > most)


def _raised(point: Point, new: Novelty) -> bool:
    """Whether *point* tells of something that it rose, with a number that is new."""
    return any(RISE in kinds for kinds in point.events) and bool(new.figures or new.small)


def _sentences(own: Sequence[Point], start: Known) -> tuple[str, ...]:
    """The sentences that carry what is new: the opening, and those that add something."""
    return tuple(
        point.text
        for point in own
        if point.place
        and not point.past
        and (point.place == 1 or bool(novelty(point, start)) or _fresh(point, start) >= TELLING)
    )
