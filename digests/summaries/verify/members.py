"""Members of a body told of as such: «نفت الشرطة أن يكون أفراد منها», of policemen.

The rule: «أفراد» or «عناصر» with «منها» or «منه» behind it needs no support where a body is named
before it whose members the evidence has by a noun of their own: policemen, soldiers, שוטרים.

What it may get wrong: a body of the same kind named between the two. The escape hatch is the
tables.
"""

from __future__ import annotations

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

_PERSONS, _OF_IT = folded("أفراد أفرادا عناصر رجال ضباط ضباطا"), folded("منها منه")
#: Bodies, and the nouns of their members.
_BODIES = (
    (
        folded("شرطة الشرطة للشرطة"),
        folded("police policeman policemen officer officers שוטר שוטרים שוטרת שוטרות"),
    ),
    (
        folded("جيش الجيش للجيش"),
        folded("soldier soldiers troops חייל חיילים חיילת חיילות"),
    ),
)


def member(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """Whether the word at *place* with the next says who is of a body named before."""
    following = sentence.words[place + 1].fold if place + 1 < len(sentence.words) else ""
    if sentence.words[place].fold not in _PERSONS or following not in _OF_IT:
        return False
    evidence = source.passage
    for before in range(place - 1, -1, -1):
        forms = set(without_particles(sentence.words[before].fold))
        for bodies, members in _BODIES:
            if forms & bodies:
                return any(
                    not members.isdisjoint(without_particles(evidence.words[j].fold))
                    for j in aligned.every.get(before, ())
                )
    return False
