"""Decades: «سبعينيات القرن العشرين» are the 1970s.

The rule: the decade of the sentence is the only one that the evidence has, in digits or in words
(1970s, "the seventies", שנות ה-70). Its century is told where the evidence has the years: «القرن
العشرين» and «القرن الماضي» are of 19 and two digits more.

What it may get wrong: evidence with two decades supports neither. The escape hatch is to use its
digits.
"""

from __future__ import annotations

import re
from fractions import Fraction

from digests.language.date_names import decade
from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.quantities import Quantity
from digests.summaries.verify.passage import Passage

_IN_DIGITS = re.compile("((?:1[0-9]|20)?)([2-9])0'?s")
_HEBREW_YEARS = folded("שנות")
_CENTURY, _PAST = fold("القرن"), folded("الماضي الفائت المنصرم")
#: The century before ours.
_LAST_CENTURY = 20


def in_decades(
    sentence: Passage, evidence: Passage, places: list[int], support: dict[int, tuple[int, ...]]
) -> None:
    """Add to *support* a decade of *sentence*, with its century, that *evidence* has otherwise."""
    if evidence.language == sentence.language:
        return
    theirs = _the_decade(evidence)
    for place in sentence.content if theirs is not None else ():
        if (
            theirs is None
            or theirs[0] not in places
            or decade(sentence.words[place].fold) != theirs[1]
        ):
            continue
        support[place] = (theirs[0],)
        behind = place + 2
        if behind < len(sentence.words) and sentence.words[place + 1].fold == _CENTURY:
            past = sentence.words[behind].fold in _PAST and theirs[2] == _LAST_CENTURY
            numbered = any(q.first == behind and q.value == theirs[2] for q in sentence.quantities)
            if past or numbered:
                support.update(dict.fromkeys((place + 1, behind), (theirs[0],)))


def is_century(sentence: Passage, quantity: Quantity, evidence: Passage) -> bool:
    """Whether *quantity* numbers the century of the decade that *evidence* has in digits."""
    theirs, place = _the_decade(evidence), quantity.first - 2
    if theirs is None or place < 0 or sentence.words[place + 1].fold != _CENTURY:
        return False
    return quantity.value == theirs[2] and decade(sentence.words[place].fold) == theirs[1]


def _the_decade(evidence: Passage) -> tuple[int, int, int] | None:
    """Where *evidence* has its only decade, its ten and its century, 0 where that is left out."""
    found = []
    for place, word in enumerate(evidence.words):
        if told := _IN_DIGITS.fullmatch(word.fold):
            century = int(told[1]) + 1 if told[1] else 0
            found.append((place, int(told[2]), century))
        elif (ten := decade(word.fold)) is not None:
            found.append((place, ten, 0))
        elif not _HEBREW_YEARS.isdisjoint(without_particles(word.fold)):
            found += [(q.first, int(q.value / 10), 0) for q in _behind(evidence, place)]
    return found[0] if len(found) == 1 else None


def _behind(evidence: Passage, place: int) -> list[Quantity]:
    """The ten that tells a decade behind the Hebrew word for its years: שנות ה-70."""
    near = (q for q in evidence.quantities if 0 < q.first - place <= 2)
    return [q for q in near if q.value % 10 == 0 and Fraction(20) <= q.value < 100]
