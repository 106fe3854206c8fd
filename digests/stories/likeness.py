"""How likely two reports tell one event: a weighted sum of what they share, 0.0 being even odds.

The rule: meanings (names and terms in three languages), titles' meanings, numbers, transliterated
names, and within one language stems and character runs, each weighed by its rarity in the window.
Different numbers, or different names, in the two titles count against. The weights are a logistic
regression over pairs of reports of our field (tests/digests/stories/reports.jsonl and others of
the kind); within one language and across languages they differ, so there are two sets.

What it may get wrong: two events of one company with the same terms and no numbers look alike, and
a report whose names the table lacks looks like nothing. ``JOIN`` in ``grouping`` is set so that a
doubtful pair stays apart.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from digests.stories.names import table
from digests.stories.semantic import Nearness
from digests.stories.sketch import Sketch

#: Reports that every window is taken to hold beside its own, so that small ones weigh evenly.
BACKGROUND = 20
#: Share of equal shingles from which two texts are copies of one.
COPY = 0.6
#: The score of a copy, and of two reports that share nothing.
COPIED, NOTHING = 8.0, -8.0
_NAMING = frozenset({"companies", "campaigns", "people", "institutions"})


@dataclass(frozen=True, slots=True)
class Weights:
    """One weight for each thing that two reports may share; ``bias`` when they share nothing."""

    bias: float
    meanings: float
    titles: float
    mass: float
    figures: float
    other_figures: float
    names: float
    other_names: float
    stems: float = 0.0
    grams: float = 0.0


WITHIN = Weights(-7.7, 1.1, -1.0, 3.95, 1.83, -0.43, 4.0, -0.82, 5.3, -4.5)
ACROSS = Weights(-8.4, 6.9, 0.7, 3.7, 1.3, -0.7, 5.6, -0.6)


@dataclass(frozen=True, slots=True)
class Reliance:
    """Weights for a pair with vectors; ``words`` is that of the score without them."""

    bias: float
    words: float
    cosine: float
    crowd: float
    margin: float
    names: float
    subject: float  # by how common the commonest shared name is in the window
    named: float  # any shared name


WITHIN_VECTORS = Reliance(-5.74, 0.6, 6.43, 5.16, -7.16, -2.0, 0.31, 2.08)
ACROSS_VECTORS = Reliance(0.68, 0.13, 18.5, -32.4, 15.2, 2.08, 0.33, -0.42)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A sketch with every feature weighed by its rarity, and the lengths for cosines."""

    sketch: Sketch
    meanings: dict[str, float]
    titles: dict[str, float]
    names: dict[str, float]
    stems: dict[str, float]
    grams: dict[str, float]
    lengths: tuple[float, float, float, float]
    named: frozenset[str]
    known: dict[str, float]  # names and places, with the logarithm of how many reports have them


def weigh(sketches: Sequence[Sketch]) -> list[Weighed]:
    """The *sketches* of one window, each weighed against all of them."""
    rarity = {
        name: _rarity([getattr(s, name) for s in sketches])
        for name in ("meanings", "names", "stems", "grams")
    }
    counts = Counter(key for s in sketches for key in s.meanings)
    return [_weighed(s, rarity, counts) for s in sketches]


def likeness(one: Weighed, other: Weighed, nearness: Nearness | None = None) -> float:
    """Log odds that the two tell one event; symmetric. *nearness* is that of their vectors."""
    same = one.sketch.language == other.sketch.language
    if same and copied(one.sketch, other.sketch):
        return COPIED
    score = _by_words(one, other, same=same)
    if nearness is None:
        return score
    by = WITHIN_VECTORS if same else ACROSS_VECTORS
    shared = one.known.keys() & other.known.keys()
    total = by.bias + by.words * max(-8.0, min(score, 8.0))
    total += by.cosine * nearness.cosine + by.crowd * nearness.crowd
    total += by.margin * nearness.margin
    total += by.names * min(_common(one.names, other.names) / 20, 2.0)
    if shared:
        total += by.named + by.subject * max(one.known[key] for key in shared)
    return total


def _by_words(one: Weighed, other: Weighed, *, same: bool) -> float:
    a, b = one.sketch, other.sketch
    by = WITHIN if same else ACROSS
    shared = _common(one.meanings, other.meanings)
    figures, conflict = _figures(a.figures, b.figures)
    score = by.bias
    score += by.meanings * _cosine(one.meanings, other.meanings, one.lengths[0], other.lengths[0])
    score += by.titles * _cosine(one.titles, other.titles, one.lengths[1], other.lengths[1])
    score += by.mass * min(shared / 10, 3.0)
    score += by.figures * figures + (by.other_figures if conflict else 0.0)
    score += by.names * min(_common(one.names, other.names) / 20, 2.0)
    score += by.other_names if _differ(one, other) else 0.0
    if same:
        score += by.stems * _cosine(one.stems, other.stems, one.lengths[2], other.lengths[2])
        score += by.grams * _cosine(one.grams, other.grams, one.lengths[3], other.lengths[3])
    return score


def copied(a: Sketch, b: Sketch) -> bool:
    """Whether two texts of one language are nearly the same."""
    smaller = min(len(a.shingles), len(b.shingles))
    return smaller > 1 and len(a.shingles & b.shingles) / smaller >= COPY


def _rarity(features: Sequence[Mapping[str, float]]) -> dict[str, float]:
    counts = Counter(key for one in features for key in one)
    return {
        key: math.log((len(features) + BACKGROUND) / (count + 0.5)) for key, count in counts.items()
    }


def _weighed(
    sketch: Sketch, rarity: Mapping[str, Mapping[str, float]], counts: Mapping[str, int]
) -> Weighed:
    names = table()
    meanings = {
        key: share * names.weights[key] * rarity["meanings"][key]
        for key, share in sketch.meanings.items()
    }
    titles = {key: value for key, value in meanings.items() if sketch.meanings[key] == 1.0}
    stems = {key: share * rarity["stems"][key] for key, share in sketch.stems.items()}
    grams = {key: share * rarity["grams"][key] for key, share in sketch.grams.items()}
    return Weighed(
        sketch=sketch,
        meanings=meanings,
        titles=titles,
        names={
            row: share * rarity["names"][row] * (len(row) - 1.5)
            for row, share in sketch.names.items()
        },
        stems=stems,
        grams=grams,
        lengths=(_length(meanings), _length(titles), _length(stems), _length(grams)),
        named=frozenset(key for key in titles if names.kinds[key] in _NAMING),
        known={
            key: math.log(counts[key])
            for key in meanings
            if names.kinds[key] in _NAMING or names.kinds[key] == "places"
        },
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
    first = {key for key in a if one[key] == 1.0 and _telling(key)}
    second = {key for key in b if other[key] == 1.0 and _telling(key)}
    if not first or not second:
        return min(shared, 2.0), False
    met = first & agreeing or any(_near(k, b[k], key, a[key]) for k in second for key in a)
    return min(shared, 2.0), not met


def _value(figure: str) -> float:
    return float(figure[1:])


def _telling(figure: str) -> bool:
    return figure[0] == "p" or _value(figure) >= 11


def _near(figure: str, value: float, other: str, other_value: float) -> bool:
    return figure[0] == other[0] and abs(value - other_value) <= 0.03 * max(value, other_value)
