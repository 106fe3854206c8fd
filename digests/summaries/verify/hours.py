"""Hours: «الثامنة مساءً» is 20:00, and «الثانية والنصف» 2:30.

The rule: an hour with its half of the day is the one full hour that the evidence has in digits; a
half behind an hour is its minutes there.

What it may get wrong: an hour told without its half of the day. The escape hatch is the tables.
"""

from __future__ import annotations

from itertools import pairwise

from digests.language.lists import folded
from digests.language.quantities import Kind, Quantity
from digests.summaries.verify.passage import Passage

#: Hours of a half of the day, and words for each half.
_HOURS = 12
_AFTERNOON, _MORNING = folded("مساء ليلا عصرا ظهرا"), folded("صباحا فجرا")


def o_clock(sentence: Passage, quantity: Quantity, evidence: Passage) -> bool:
    """Whether «الثامنة مساءً» is 20:00 of the evidence."""
    half = sentence.words[quantity.end].fold if quantity.end < len(sentence.words) else ""
    if half not in _AFTERNOON | _MORNING or quantity.value > _HOURS:
        return False
    hour = quantity.value % _HOURS + (_HOURS if half in _AFTERNOON else 0)
    told = [
        int(w.fold)
        for n, (w, minutes) in enumerate(pairwise(evidence.words), 1)
        if w.fold.isdigit() and minutes.fold == "00" and evidence.gap(n) == ":"
    ]
    return told == [hour]  # of two times it may be the other's


def half_past(sentence: Passage, half: Quantity, evidence: Passage) -> bool:
    """Whether «الثانية والنصف» has the minutes of the evidence's "2:30"."""
    hour = next((q for q in sentence.quantities if q.end == half.first), None)
    if half.kind is not Kind.FRACTION or hour is None or hour.kind is not Kind.ORDINAL:
        return False
    minutes = str(int(half.value * 60))
    return any(
        w.fold.isdigit() and int(w.fold) % _HOURS == hour.value % _HOURS and after.fold == minutes
        for n, (w, after) in enumerate(pairwise(evidence.words), 1)
        if evidence.gap(n) in (":", ".")
    )
