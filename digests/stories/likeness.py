"""How likely two reports tell one event: a weighted sum of what they share, 0.0 being even odds.

The rule: of either report, the part of its weight that the other speaks of too (``concepts``:
names, meanings, stems, numbers, in any language), of the whole and of the title by itself; how much
that is; names and numbers once more; and how much time lies between the two. A concept weighs the
more the fewer reports of the window have it: in the news of one war, its country says nothing.
Different numbers, years, places and parties count against, because two fines of one company are
alike in all else. Vectors, where both have them, add their cosine. The weights are a logistic
regression over pairs of reports: of three wars, three days of each, of our field, and of general
news, no weight against its sense. Those of ``sums``, and of ``years`` across languages, were set by
hand for two fines of one company, ``bare`` for two events of one, ``sites`` for two ports, as was
``ELSEWHERE``; the bias is half a point above what was fitted, and ``dated`` as much below.
Within one language and across languages weights differ, and with vectors, so there are four sets.

What it may get wrong: two events of one party at one time in the same words look alike, and a
report whose words the lexicon lacks in another language looks like nothing. ``JOIN`` in
``grouping`` is set so that a doubtful pair stays apart.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as Set_
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from operator import mul
from typing import NamedTuple

from digests.stories.concepts import Concept, chance, is_naming, is_party
from digests.stories.locations import elsewhere, elsewhere_across
from digests.stories.semantic import Nearness
from digests.stories.sites import apart
from digests.stories.sketch import Sketch

#: Reports that every window is taken to hold beside its own, so that small ones weigh alike.
BACKGROUND = 100
#: Two texts are copies of one from this share of their shingles on that both have, and from this
#: share of the words of the shorter opening.
COPY, COPIED_WORDS = 0.5, 0.9
#: The score of a copy, and of two reports that share nothing; no pair's is beyond these.
COPIED, NOTHING = 8.0, -8.0
#: The most that two reports score that tell of two places (``locations``): two raids or two strikes
#: of one day are told in the same words, so all else says little.
ELSEWHERE = -1.0
#: The most that the common weight counts, and that common names, rows of consonants and numbers do.
_MASS, _NAMES = 60.0, 20.0
#: Numbers from which one tells an event from another, and from which it is a sum.
_COUNT, _SUM = 11, 1000
#: The common weight from which being told about one time is a full reason where there are no
#: vectors: two headlines of one hour that share a word are no event.
_ENOUGH = 16.0
#: The most that days between two reports count.
_DAYS = 1.5
#: Consonants from which a row in common counts as a name.
_ROW = 4


class Evidence(NamedTuple):
    """What two reports have in common and what tells them apart; symmetric.

    What is not said to be a part or a weight is 1.0 where it holds.
    """

    mean: float = 0.0  # of either report, the part that the other speaks of: the mean of the two
    title_least: float = 0.0  # the same of the titles: the smaller
    title_most: float = 0.0  # and the larger
    headings: float = 0.0  # of either title, the part that the other title says: the smaller
    mass: float = 0.0  # the weight of what either report shares, the smaller, of ``_MASS``
    names: float = 0.0  # the weight of common names and terms of the table, of ``_NAMES``
    rows: float = 0.0  # of common rows of consonants
    numbers: float = 0.0  # of common numbers
    conflict: float = 0.0  # the titles' numbers differ
    sums: float = 0.0  # and they are sums or shares, which do not rise as a count of the dead does
    differ: float = 0.0  # the titles name others
    strange: float = 0.0  # of either title's names, the part that the other lacks: the larger
    parties: float = 0.0  # each names a party that the other does not
    bare: float = 0.0  # the titles share nothing but names of parties and places
    places: float = 0.0  # both name places, and none in common
    sites: float = 0.0  # they name two places by one noun («ميناء العقبة»)
    figures: float = 0.0  # both have telling numbers, and none in common
    years: float = 0.0  # both have years, and none in common
    dated: float = 0.0  # they have moments of their own; without vectors, by ``_ENOUGH``
    days: float = 0.0  # how many lie between these, at most ``_DAYS``
    cosine: float = 0.0  # of ``Nearness``
    crowd: float = 0.0
    margin: float = 0.0


#: What each thing adds to the score: within one language, across languages, and the same of pairs
#: with vectors.
_WEIGHTS: dict[str, tuple[float, float, float, float]] = {
    "bias": (-5.19, -5.26, -5.7, -4.81),
    "mean": (7.52, 4.2, 4.98, 0.07),
    "title_least": (1.92, 0.0, 1.88, 0.24),
    "title_most": (0.56, 0.89, 0.56, 1.87),
    "headings": (3.77, 6.91, 1.78, 3.7),
    "mass": (6.19, 13.9, 1.9, 10.68),
    "names": (1.88, 0.92, 0.0, 0.0),
    "rows": (0.31, 2.32, 0.0, 0.0),
    "numbers": (0.62, 1.14, 0.42, 0.39),
    "conflict": (-0.49, -0.21, -1.21, -0.71),
    "sums": (-4.0, -4.0, -4.0, -4.0),
    "differ": (-0.87, -1.1, -1.18, -1.15),
    "strange": (-1.52, -1.3, -1.01, -0.92),
    "parties": (-0.24, -0.51, -0.03, -0.48),
    "bare": (-1.5, -1.5, -1.5, -1.5),
    "places": (-0.73, -0.4, -0.92, -0.35),
    "sites": (-3.5, 0.0, -3.5, 0.0),
    "figures": (-0.81, -0.53, -0.97, -0.74),
    "years": (-6.74, -4.0, -7.52, -4.0),
    "dated": (1.62, 1.68, 1.85, 1.93),
    "days": (-5.29, -5.38, -5.11, -5.2),
    "cosine": (0.0, 0.0, 7.63, 11.29),
    "crowd": (0.0, 0.0, 0.0, -5.59),
    "margin": (0.0, 0.0, 3.77, 21.57),
}
_COLUMNS = ((True, False), (False, False), (True, True), (False, True))
#: Bias and weights, by whether the two reports have one language and whether both have vectors.
WEIGHTS: dict[tuple[bool, bool], tuple[float, Evidence]] = {
    column: (
        _WEIGHTS["bias"][number],
        Evidence(**{name: _WEIGHTS[name][number] for name in Evidence._fields}),
    )
    for number, column in enumerate(_COLUMNS)
}


@dataclass(frozen=True, slots=True)
class Weighed:
    """A sketch with every concept weighed by its rarity in the window.

    ``weights`` are those of the concepts, the title's first, of which there are ``titled``.
    """

    sketch: Sketch
    weights: tuple[float, ...]
    titled: int
    of: Mapping[str, tuple[int, ...]]  # by key the places of the concepts that have it
    telling: Mapping[str, float]  # names of the table, rows and numbers, with their rarity
    naming: Mapping[str, float]  # names and places of the title, with their rarity
    named: frozenset[str]  # who the title names
    places: frozenset[str]
    parties: frozenset[str]
    title_weight: float
    weight: float


def weigh(sketches: Sequence[Sketch]) -> list[Weighed]:
    """The *sketches* of one window, each weighed against all of them."""
    rarity = _rarity([{key for c in (*s.title, *s.lead) for key in c} for s in sketches])
    weights: dict[Concept, float] = {}
    for one in sketches:
        for concept in (*one.title, *one.lead):
            if concept not in weights:
                weights[concept] = _weight(concept, rarity)
    return [_weighed(one, rarity, weights) for one in sketches]


def likeness(
    one: Weighed, other: Weighed, gap: timedelta, nearness: Nearness | None = None
) -> float:
    """Log odds that the two tell one event; symmetric.

    *gap* is the time between them, *nearness* that of their vectors.
    """
    same = one.sketch.language == other.sketch.language
    apart = two_places(one.sketch, other.sketch)
    if same and not apart and copied(one.sketch, other.sketch):
        return COPIED
    found = evidence(one, other, gap, nearness)
    bias, weights = WEIGHTS[same, nearness is not None]
    score: float = bias + sum(map(mul, weights, found))
    return max(NOTHING, min(score, ELSEWHERE if apart else COPIED))


def evidence(one: Weighed, other: Weighed, gap: timedelta, nearness: Nearness | None) -> Evidence:
    """What speaks for and against the two telling one event."""
    common = one.of.keys() & other.of.keys()
    mine, its = _met(common, one, other), _met(common, other, one)
    titles = sorted((_part(mine.title, one.title_weight), _part(its.title, other.title_weight)))
    mass = min(mine.whole, its.whole)
    kinds = {"t": 0.0, "r": 0.0, "n": 0.0}
    for key in common:
        if key in one.telling:
            kinds[key[0]] += one.telling[key]
    return Evidence(
        mean=(_part(mine.whole, one.weight) + _part(its.whole, other.weight)) / 2,
        title_least=titles[0],
        title_most=titles[1],
        headings=min(_part(mine.heading, one.title_weight), _part(its.heading, other.title_weight)),
        mass=min(mass, _MASS) / _MASS,
        names=min(kinds["t"] / _NAMES, 1.0),
        rows=min(kinds["r"] / _NAMES, 1.0),
        numbers=min(kinds["n"] / _NAMES, 1.0),
        conflict=float(_conflict(one.sketch, other.sketch, _COUNT)),
        sums=float(_conflict(one.sketch, other.sketch, _SUM)),
        differ=float(_differ(one, other)),
        strange=max(_strange(one, other), _strange(other, one)),
        parties=float(bool(one.parties - other.parties and other.parties - one.parties)),
        bare=float(not (mine.matter or its.matter)),
        places=float(_foreign(one.places, other.places)),
        sites=float(_sited(one.sketch, other.sketch)),
        figures=float(_apart(one.sketch.figures, other.sketch.figures)),
        years=float(_foreign(one.sketch.years, other.sketch.years)),
        dated=float(bool(gap)) * (1.0 if nearness else min(mass / _ENOUGH, 1.0)),
        days=min(abs(gap) / timedelta(days=1), _DAYS),
        cosine=nearness.cosine if nearness else 0.0,
        crowd=nearness.crowd if nearness else 0.0,
        margin=nearness.margin if nearness else 0.0,
    )


def copied(a: Sketch, b: Sketch) -> bool:
    """Whether two texts of one language are nearly the same.

    Half of all their runs of words are in both, and nearly every word of the shorter opening is in
    the other: a copy has words changed here and there, and a report that shares a paragraph with
    another opens with news of its own.
    """
    least, most = sorted((len(a.shingles), len(b.shingles)))
    if least < 2 or least < COPY * most:
        return False
    common = len(a.shingles & b.shingles)
    if common < COPY * (least + most - common):
        return False
    shorter, longer = sorted((a.opening, b.opening), key=len)
    words = Counter(shorter)
    return (words & Counter(longer)).total() >= COPIED_WORDS * words.total()


def two_places(one: Sketch, other: Sketch) -> bool:
    """Whether two reports, of which a title says where, tell of two places."""
    if not (one.located or other.located):
        return False
    told = (one.locations, other.locations, one.said, other.said)
    if one.language == other.language:
        return elsewhere(*told, one.language)
    return elsewhere_across(*told, (one.language, other.language))


def _rarity(keys: Sequence[Iterable[str]]) -> dict[str, float]:
    """By key, minus the logarithm of the share of the window's reports that have it."""
    counts: Counter[str] = Counter()
    for one in keys:
        counts.update(one)
    whole = len(keys) + BACKGROUND
    return {
        key: -math.log(min(0.9, (count + BACKGROUND * chance(key)) / whole))
        for key, count in counts.items()
    }


def _weight(concept: Concept, rarity: Mapping[str, float]) -> float:
    """Minus the logarithm of the chance that a report of the window has any key of *concept*."""
    never = math.prod(1 - math.exp(-rarity[key]) for key in concept)
    return -math.log(max(1e-6, 1 - never))


def _weighed(
    sketch: Sketch, rarity: Mapping[str, float], weights: Mapping[Concept, float]
) -> Weighed:
    own = (*sketch.title, *sketch.lead)
    weighed = tuple(weights[concept] for concept in own)
    titled = len(sketch.title)
    of: dict[str, tuple[int, ...]] = {}
    for place, concept in enumerate(own):
        at = (place,)
        for key in concept:
            of[key] = of[key] + at if key in of else at
    listed = [key for key in of if key[0] == "t"]
    heads = [key for key in listed if of[key][0] < titled]
    parties = frozenset(filter(is_party, listed))
    return Weighed(
        sketch=sketch,
        weights=weighed,
        titled=titled,
        of=of,
        telling={key: rarity[key] for key in of if _tells(key)},
        naming={key: rarity[key] for key in heads if is_naming(key)},
        named=frozenset(filter(is_party, heads)),
        places=frozenset(filter(is_naming, listed)) - parties,
        parties=parties,
        title_weight=sum(weighed[:titled]),
        weight=sum(weighed),
    )


def _tells(key: str) -> bool:
    return key[0] in "tn" or (key[0] == "r" and len(key) - 2 >= _ROW)


class _Met(NamedTuple):
    """What of a report another one speaks of: weights of all, of its title, of both titles.

    ``matter`` is whether both titles say anything beside names of parties and places.
    """

    whole: float
    title: float
    heading: float
    matter: bool


def _met(common: Iterable[str], report: Weighed, other: Weighed) -> _Met:
    found: set[int] = set()
    headed: set[int] = set()
    naming: set[int] = set()
    for key in common:
        places = report.of[key]
        found.update(places)
        if other.of[key][0] < other.titled:
            headed.update(places)
        if key in report.naming:
            naming.update(places)
    headed = {place for place in headed if place < report.titled}
    whole = title = heading = 0.0
    for place in found:
        weight = report.weights[place]
        whole += weight
        if place < report.titled:
            title += weight
            if place in headed:
                heading += weight
    return _Met(whole, title, heading, bool(headed - naming))


def _part(met: float, whole: float) -> float:
    return met / whole if whole else 0.0


def _differ(one: Weighed, other: Weighed) -> bool:
    """Whether each title names someone and neither's names occur in the other report."""
    if not one.named or not other.named:
        return False
    return one.named.isdisjoint(other.of) or other.named.isdisjoint(one.of)


def _strange(one: Weighed, other: Weighed) -> float:
    """Of the names in the title of *one*, the part by weight that *other* lacks; 0 without any."""
    total = sum(one.naming.values())
    return sum(w for key, w in one.naming.items() if key not in other.of) / total if total else 0.0


def _foreign(one: Set_[str], other: Set_[str]) -> bool:
    return bool(one and other and one.isdisjoint(other))


def _sited(one: Sketch, other: Sketch) -> bool:
    return bool(one.sites and other.sites) and apart(one.sites, other.sites, one.said, other.said)


def _conflict(one: Sketch, other: Sketch, least: float) -> bool:
    """Whether the titles' numbers of a kind differ, and neither is in the other's lead.

    Shares, and numbers from *least* on.
    """
    for kind in "np":
        first = [key for key in one.headed if key[0] == kind and _at_least(key, least)]
        second = [key for key in other.headed if key[0] == kind and _at_least(key, least)]
        if first and second and not (_any_near(first, other) or _any_near(second, one)):
            return True
    return False


def _any_near(figures: Iterable[str], report: Sketch) -> bool:
    return any(_near(key, other) for key in figures for other in report.figures)


def _apart(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether both have telling numbers, and none in common."""
    first = [key for key in one if key[0] != "y" and _at_least(key, _COUNT)]
    second = [key for key in other if key[0] != "y" and _at_least(key, _COUNT)]
    return bool(first and second and not any(_near(a, b) for a in first for b in second))


@lru_cache(maxsize=1 << 13)
def _at_least(figure: str, least: float) -> bool:
    return figure[0] == "p" or float(figure[1:]) >= least


@lru_cache(maxsize=1 << 14)
def _near(figure: str, other: str) -> bool:
    if figure[0] != other[0]:
        return False
    value, other_value = float(figure[1:]), float(other[1:])
    return abs(value - other_value) <= 0.03 * max(value, other_value)
