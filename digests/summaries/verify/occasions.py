"""Words that only count how often, or say of when something is: «رفعه عشر مرات», ten hikes.

The rule: «مرات» right behind a number adds nothing where the evidence counts by that number what
the word before it says; nor does «تعود» before «إلى» and a year that the evidence has, too.

What it may get wrong: a number that stands beside the same noun and counts another. The escape
hatch is to count the noun.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

_TIMES = folded("مرة مرات")
_DATES_BACK, _TO = folded("يعود تعود عائد عائدة يرجع ترجع"), folded("إلى")
#: Words before a number among which that stands of which it counts the times; words behind it.
_BEFORE, _BEHIND = 3, 3
#: Words from such a verb to its year, at most.
_YEAR = 3


def occasion(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """Whether the word at *place* only counts times, or only dates what stands before it."""
    word = sentence.words[place].fold
    if word in _TIMES:
        return _counts_times(sentence, place, source, aligned)
    return word in _DATES_BACK and _dates(sentence, place, source)


def _counts_times(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """Whether the evidence counts what happens as often: ten hikes, «عشر مرات»."""
    evidence = source.passage
    number = next((q for q in sentence.numbers if q.end == place), None)
    if number is None:
        return False
    said = {
        j
        for p in range(max(0, number.first - _BEFORE), number.first)
        if p in sentence.telling
        for j in aligned.every.get(p, ())
    }
    return any(
        q.value == number.value and said.intersection(range(q.end, q.end + _BEHIND))
        for q in evidence.numbers
        if q.first in source.inside
    )


def _dates(sentence: Passage, place: int, source: Source) -> bool:
    """Whether a year stands behind «تعود إلى» at *place*, and in the evidence."""
    if place + 1 >= len(sentence.words) or sentence.words[place + 1].fold not in _TO:
        return False
    years = {q.value for q in source.passage.quantities if q.first in source.inside}
    return any(
        0 < q.first - place <= _YEAR and q.value in years and 1000 <= q.value <= 2999
        for q in sentence.quantities
    )
