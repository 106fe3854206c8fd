"""Percentage points: 25 basis points are a quarter of one, and never 25 of them.

The rule: a number before "basis points" is a hundredth as many percentage points; two texts tell
the same where that comes to the same. One that tells as many of the other measure is refused.

What it may get wrong: "a point" of an index is read as a percentage point. The escape hatch is the
tables.
"""

from __future__ import annotations

from fractions import Fraction

from digests.language.lists import folded
from digests.language.quantities import Kind, Quantity
from digests.summaries.verify.passage import Passage

_POINT = folded("نقطة نقاط النقطة النقاط point points נקודה נקודות נקודת")
_OF_BASE = folded("أساس الأساس basis בסיס הבסיס")
_OF_PERCENT = folded("مئوية مئويتين المئوية percentage אחוז האחוז אחוזים")
#: What may stand between a share and its measure: "a quarter of a percentage point".
_TIES = folded("of a من")
_BASE = Fraction(1, 100)
#: Words behind a number within which its measure stands.
_WITHIN = 4


def points(text: Passage, quantity: Quantity) -> Fraction | None:
    """The percentage points that *quantity* tells, if it tells any."""
    if quantity.kind not in (Kind.COUNT, Kind.FRACTION):
        return None
    near = [w.fold for w in text.words[quantity.end : quantity.end + _WITHIN]]
    while near and near[0] in _TIES:
        near.pop(0)
    measure = set(near[:2])
    if not measure & _POINT:
        return None
    if measure & _OF_BASE:
        return quantity.value * _BASE
    return quantity.value if measure & _OF_PERCENT or quantity.value < 1 else None


def as_many(sentence: Passage, quantity: Quantity, evidence: Passage) -> list[Quantity]:
    """The numbers of *evidence* that are as many percentage points as *quantity*."""
    ours = points(sentence, quantity)
    return [q for q in evidence.numbers if ours is not None and points(evidence, q) == ours]


def other_points(sentence: Passage, ours: Quantity, evidence: Passage, same: Quantity) -> bool:
    """Whether two like numbers are of two measures: 25 points, and 25 basis points."""
    told, there = points(sentence, ours), points(evidence, same)
    return told is not None and there is not None and told != there
