"""How likely two reports tell one event: a weighted sum of what they share, 0.0 being even odds.

The rule: meanings (names and terms in three languages), numbers, transliterated names and, within
one language, stems, each weighed by its rarity in the window; different numbers or different names
in the two titles count against. Vectors, where both have them, carry most of the score. The
weights are a logistic regression over pairs of reports (tests/digests/stories/reports.jsonl, and
translated headlines of general news), no weight against its sense. Those of different numbers, and
all of ``Distinct``, were set by hand: two events of one party, as two fines or two layoffs, are
alike in everything but figures, years, places and who else is named. Within one language and across
languages the weights differ, so there are two sets.

What it may get wrong: two events of one company with the same terms and no numbers look alike, and
a report whose names the table lacks looks like nothing. ``JOIN`` in ``grouping`` is set so that a
doubtful pair stays apart.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from digests.stories.commonness import commonness
from digests.stories.names import table
from digests.stories.semantic import Nearness
from digests.stories.sketch import Sketch

#: Reports that every window is taken to hold beside its own, so that small ones weigh alike; how
#: common each meaning is among them is the share in the project's own sample reports.
BACKGROUND = 200
#: Share of equal shingles from which two texts are copies of one.
COPY = 0.6
#: The score of a copy, and of two reports that share nothing.
COPIED, NOTHING = 8.0, -8.0
_NAMING = frozenset({"companies", "campaigns", "people", "institutions"})
_KNOWING = _NAMING | {"places"}


@dataclass(frozen=True, slots=True)
class Weights:
    """One weight for each thing that two reports may share; ``bias`` when they share nothing."""

    bias: float
    meanings: float
    mass: float
    figures: float
    other_figures: float
    names: float
    other_names: float
    stems: float = 0.0


WITHIN = Weights(-6.44, 1.38, 5.77, 2.21, -2.0, 0.3, -3.19, 9.61)
ACROSS = Weights(-5.3, 6.46, 4.01, 2.69, -2.0, 1.74, -4.34)


@dataclass(frozen=True, slots=True)
class Reliance:
    """Weights for a pair with vectors; ``words`` is that of the score without them."""

    bias: float
    words: float
    cosine: float
    crowd: float
    margin: float
    names: float
    known: float  # any name or place in common
    other_figures: float
    other_names: float
    figures: float


@dataclass(frozen=True, slots=True)
class Distinct:
    """What tells two events of one party apart, or does not, when the vectors are alike."""

    unnamed: float = 1.2  # the titles do not both name a company, campaign, person or institution
    parties: float = -1.5  # each report names one of those that the other does not
    places: float = -0.5  # both name places, and none in common
    figures: float = -1.75  # both hold telling figures, and none in common
    years: float = -2.0  # both name years, and none in common


WITHIN_VECTORS = Reliance(-6.96, 0.3, 8.96, -12.02, 0.0, 0.0, 4.78, -2.0, -1.12, 0.4)
ACROSS_VECTORS = Reliance(-0.86, 0.15, 19.76, -27.05, 8.99, 2.1, -0.6, -2.0, -2.21, 1.06)
DISTINCT = Distinct()


@dataclass(frozen=True, slots=True)
class Weighed:
    """A sketch with every feature weighed by its rarity, and the lengths for cosines."""

    sketch: Sketch
    meanings: dict[str, float]
    names: dict[str, float]
    stems: dict[str, float]
    lengths: tuple[float, float]  # of meanings and stems
    named: frozenset[str]  # who the title names
    known: frozenset[str]  # all names and places
    parties: frozenset[str]  # of those, the names


@dataclass(frozen=True, slots=True)
class _Shared:
    """What two reports share by their words."""

    meanings: float
    mass: float
    figures: float
    conflict: bool
    names: float
    differ: bool


def weigh(sketches: Sequence[Sketch]) -> list[Weighed]:
    """The *sketches* of one window, each weighed against all of them."""
    rarity = {
        name: _rarity(
            [getattr(s, name) for s in sketches], commonness() if name == "meanings" else {}
        )
        for name in ("meanings", "names", "stems")
    }
    return [_weighed(s, rarity) for s in sketches]


def likeness(one: Weighed, other: Weighed, nearness: Nearness | None = None) -> float:
    """Log odds that the two tell one event; symmetric. *nearness* is that of their vectors."""
    same = one.sketch.language == other.sketch.language
    if same and copied(one.sketch, other.sketch):
        return COPIED
    shared = _shared(one, other)
    words = _by_words(one, other, shared, same=same)
    if nearness is None:
        return words
    by = WITHIN_VECTORS if same else ACROSS_VECTORS
    score = by.bias + by.words * max(-8.0, min(words, 8.0))
    score += by.cosine * nearness.cosine + by.crowd * nearness.crowd
    score += by.margin * nearness.margin + by.names * shared.names
    score += by.known if one.known & other.known else 0.0
    score += by.other_figures if shared.conflict else 0.0
    score += by.other_names if shared.differ else 0.0
    return score + by.figures * shared.figures + _distinct(one, other)


def _distinct(one: Weighed, other: Weighed) -> float:
    by = DISTINCT
    score = by.unnamed if not (one.named and other.named) else 0.0
    score += by.parties if one.parties - other.parties and other.parties - one.parties else 0.0
    places, others = one.known - one.parties, other.known - other.parties
    score += by.places if places and others and not places & others else 0.0
    years, figures = _telling_figures(one.sketch.figures)
    other_years, other_figures = _telling_figures(other.sketch.figures)
    score += by.years if years and other_years and not years & other_years else 0.0
    if figures and other_figures:
        near = (_near(a, _value(a), b, _value(b)) for a in figures for b in other_figures)
        score += 0.0 if any(near) else by.figures
    return score


def _telling_figures(figures: Collection[str]) -> tuple[set[str], set[str]]:
    """Years, and the figures that tell one event from another."""
    years = {key for key in figures if key[0] == "y"}
    return years, {key for key in figures if key not in years and _telling(key)}


def _shared(one: Weighed, other: Weighed) -> _Shared:
    figures, conflict = _figures(one.sketch.figures, other.sketch.figures)
    return _Shared(
        meanings=_cosine(one.meanings, other.meanings, one.lengths[0], other.lengths[0]),
        mass=min(_common(one.meanings, other.meanings) / 10, 3.0),
        figures=figures,
        conflict=conflict,
        names=min(_common(one.names, other.names) / 20, 2.0),
        differ=_differ(one, other),
    )


def _by_words(one: Weighed, other: Weighed, shared: _Shared, *, same: bool) -> float:
    by = WITHIN if same else ACROSS
    score = by.bias + by.meanings * shared.meanings + by.mass * shared.mass
    score += by.figures * shared.figures + by.names * shared.names
    score += by.other_figures if shared.conflict else 0.0
    score += by.other_names if shared.differ else 0.0
    if same:
        score += by.stems * _cosine(one.stems, other.stems, one.lengths[1], other.lengths[1])
    return score


def copied(a: Sketch, b: Sketch) -> bool:
    """Whether two texts of one language are nearly the same."""
    smaller = min(len(a.shingles), len(b.shingles))
    return smaller > 1 and len(a.shingles & b.shingles) / smaller >= COPY


def _rarity(
    features: Sequence[Mapping[str, float]], shares: Mapping[str, float]
) -> dict[str, float]:
    counts = Counter(key for one in features for key in one)
    return {
        key: math.log(
            (len(features) + BACKGROUND) / (count + 0.5 + BACKGROUND * shares.get(key, 0.0))
        )
        for key, count in counts.items()
    }


def _weighed(sketch: Sketch, rarity: Mapping[str, Mapping[str, float]]) -> Weighed:
    names = table()
    meanings = {
        key: share * names.weights[key] * rarity["meanings"][key]
        for key, share in sketch.meanings.items()
    }
    stems = {key: share * rarity["stems"][key] for key, share in sketch.stems.items()}
    known = frozenset(key for key in meanings if names.kinds[key] in _KNOWING)
    return Weighed(
        sketch=sketch,
        meanings=meanings,
        names={
            row: share * rarity["names"][row] * (len(row) - 1.5)
            for row, share in sketch.names.items()
        },
        stems=stems,
        lengths=(_length(meanings), _length(stems)),
        named=frozenset(
            key for key in known if sketch.meanings[key] == 1.0 and names.kinds[key] in _NAMING
        ),
        known=known,
        parties=frozenset(key for key in known if names.kinds[key] in _NAMING),
    )


def _length(features: Mapping[str, float]) -> float:
    return math.sqrt(sum(value * value for value in features.values()))


def _common(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return sum(min(one[key], other[key]) for key in one.keys() & other.keys())


def _cosine(
    one: Mapping[str, float], other: Mapping[str, float], length: float, other_length: float
) -> float:
    if not length or not other_length:
        return 0.0
    product = sum(one[key] * other[key] for key in one.keys() & other.keys())
    return product / (length * other_length)


def _differ(one: Weighed, other: Weighed) -> bool:
    """Whether each title names someone and neither's names occur in the other report."""
    if not one.named or not other.named:
        return False
    return not (one.named & other.meanings.keys() and other.named & one.meanings.keys())


def _figures(one: Mapping[str, float], other: Mapping[str, float]) -> tuple[float, bool]:
    """How many values agree (small ones count a third), and whether the titles' values conflict."""
    a = {key: _value(key) for key in one if key[0] != "y"}
    b = {key: _value(key) for key in other if key[0] != "y"}
    agreeing = {key for key in a if any(_near(key, a[key], k, v) for k, v in b.items())}
    shared = sum(1.0 if _telling(key) else 0.35 for key in agreeing)
    conflict = any(
        _conflict(
            {key: v for key, v in a.items() if key[0] == kind},
            {key: v for key, v in b.items() if key[0] == kind},
            {key for key, share in (*one.items(), *other.items()) if share < 1.0},
        )
        for kind in "np"
    )
    return min(shared, 2.0), conflict


def _conflict(a: Mapping[str, float], b: Mapping[str, float], leads: Collection[str]) -> bool:
    """Whether the titles' telling values of one kind differ, and neither is in the other's lead."""
    first = [key for key in a if _telling(key) and key not in leads]
    second = [key for key in b if _telling(key) and key not in leads]
    if not first or not second:
        return False
    met = any(_near(key, a[key], k, v) for key in first for k, v in b.items())
    return not met and not any(_near(key, b[key], k, v) for key in second for k, v in a.items())


def _value(figure: str) -> float:
    return float(figure[1:])


def _telling(figure: str) -> bool:
    return figure[0] == "p" or _value(figure) >= 11


def _near(figure: str, value: float, other: str, other_value: float) -> bool:
    return figure[0] == other[0] and abs(value - other_value) <= 0.03 * max(value, other_value)
