"""Which number of the evidence counts a noun: the last before it, or the first behind it.

The rule: of two numbers of which one is a part of the other («700 of 770 employees») both count the
noun, unless the first has a noun of its own («157 شخصا من 35 جنسية»).

What it may get wrong: a number that another clause sets between. The escape hatch is to cite a
shorter passage.
"""

from __future__ import annotations

from digests.language.kin import kin
from digests.language.lists import folded
from digests.language.quantities import Quantity
from digests.summaries.verify.casualties import PERSONS
from digests.summaries.verify.displaced import parted
from digests.summaries.verify.parts import tells
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.sums import PARTS_OF
from digests.summaries.verify.wholes import of_the_whole

#: Words beside a noun in which its number is looked for.
_BESIDE = 3


def of_which(text: Passage, whole: Quantity) -> Quantity | None:
    """The number that is one of *whole*, which counts the same: "10 votes out of the 80"."""
    before = [q for q in text.numbers if q.end <= whole.first]
    if not before:
        return None
    tie = [word.fold for word in text.words[before[-1].end : whole.first]]
    return before[-1] if len(tie) <= _BESIDE and not _WHOLE.isdisjoint(tie) else None


_WHOLE = folded("מתוך أصل") | {"out"}


def _told_after(evidence: Passage, first: int, number: Quantity) -> bool:
    """Whether a word between *first* and *number* says something: "30 percent of managers and"."""
    return any(tells(evidence, p) for p in range(first, number.first))


def _of_its_own(evidence: Passage, number: Quantity, of: int, noun: int) -> bool:
    """Whether *number* counts a noun of its own before the "of": «157 شخصا من 35 جنسية»."""
    between = range(number.end, number.end + max(of, 0))
    own = [p for p in between if tells(evidence, p) or evidence.words[p].fold in PERSONS]
    return any(kin(evidence.words[p].fold).isdisjoint(kin(evidence.words[noun].fold)) for p in own)


def nearest(evidence: Passage, place: int) -> list[Quantity]:
    """The numbers that count the noun at *place*: the last before it with those of which it is a
    part («700 of 770 employees»), else the first after."""
    before = [q for q in evidence.numbers if q.end <= place and place - q.end <= 2 * _BESIDE]
    after = [q for q in evidence.numbers if place < q.first and q.first - place <= _BESIDE]
    if before and not parted(evidence, before[-1].end, place):
        found = [before[-1]]
        for one in reversed(before[:-1]):
            between = evidence.words[one.end : found[-1].first]
            of = next((n for n, w in enumerate(between) if w.fold in PARTS_OF), None)
            if of_the_whole(evidence, one, found[-1]):
                of = -1
            if len(between) > 3 or of is None or _told_after(evidence, one.end + of + 1, found[-1]):
                break
            if _of_its_own(evidence, one, of, place):
                break
            found.append(one)
        return found
    if after and not before:
        return [after[0]]
    return []
