"""Numbers of what only "a second" or "another" stands for: "a 12-metre wave, and a second of 9".

The rule: such a number counts what the number before it counts. Where a sentence tells both, it
tells them in the order of the evidence, or says of the one told first that it is the second.

What it may get wrong: a second of another kind, named right behind its number. The escape hatch is
to tell each number in a sentence of its own.
"""

from __future__ import annotations

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.quantities import Quantity
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

#: What stands for a noun of which another number was told, and what ties its number to it.
_ANOTHER = folded(
    "second third fourth another one other latter former שני שנייה שלישי אחר נוסף נוספת"
)
_TIED_TO_IT = folded("of at worth של")
_SECOND = folded("ثان ثانية الثاني الثانية آخر أخرى الآخر الأخرى غيرها غيره ثالث ثالثة")
#: Words before a number within which it is said to be of the second.
_NEAR = 4


def of_another_one(text: Passage, number: int) -> bool:
    """Whether a *number* is of what "a second" or "another" stands for: "a second of 7.5"."""
    before = [word.fold for word in text.words[max(0, number - 2) : number]]
    return len(before) > 1 and before[0] in _ANOTHER and before[1] in _TIED_TO_IT


def told_before(sentence: Passage, source: Source) -> Quantity | None:
    """A number of another one that *sentence* tells before that of the first."""
    evidence = source.passage
    for theirs in evidence.numbers:
        if not of_another_one(evidence, theirs.first):
            continue
        earlier = [q for q in evidence.numbers if q.end < theirs.first and q.kind is theirs.kind]
        first = {q.value for q in earlier} - {theirs.value}
        ours = next((q for q in sentence.numbers if q.value == theirs.value), None)
        if ours is None or _said_second(sentence, ours):
            continue
        if any(q.value in first and q.first > ours.first for q in sentence.numbers):
            return ours
    return None


def _said_second(sentence: Passage, number: Quantity) -> bool:
    near = sentence.words[max(0, number.first - _NEAR) : number.first]
    return any(not _SECOND.isdisjoint(without_particles(word.fold)) for word in near)
