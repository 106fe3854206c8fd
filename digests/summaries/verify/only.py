"""«لا … إلا»، «دون سواه»: negations that say "only", and deny nothing that the evidence says.

The rule: what follows «إلا» (or stands before «دون سواه») rests on what a word for "only" of the
evidence limits, which stands next to that word; nothing else that the sentence tells does, its verb
aside. "Only the state sells to banks" is not «لا تبيع الدولة إلا للبنوك».

What it may get wrong: an "only" far from what it limits counts for nothing. The escape hatch is the
table of such words.
"""

from __future__ import annotations

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.negation import Negation
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.exceptions import excepts
from digests.summaries.verify.passage import Passage

#: Words between a negation and its «إلا», at most, and words behind it that it lets through.
_WITHIN, _BEHIND = 10, 4
#: Words behind and before a word for "only" among which stands what it limits.
_AHEAD, _BACK = 5, 2
#: Words for "only" that come before what they limit, and those that come behind it.
_OPENING = folded("only solely exclusively just merely רק אך فقط")
_CLOSING = folded("alone only בלבד לבד לבדו לבדה فقط فحسب حصرا وحده وحدها وحدهم")
_NO_OTHER = folded("سواه سواها سواهم سواهما غيره غيرها غيرهم غيرهما")


def limits(
    sentence: Passage, evidence: Passage, aligned: Alignment, negation: Negation
) -> bool | None:
    """Whether *negation* says "only" where the evidence does; None when it says no such thing."""
    words = sentence.words
    behind = words[negation.at + 1].fold if negation.at + 1 < len(words) else ""
    if behind in _NO_OTHER:
        let = [p for p in range(negation.at) if p in sentence.telling][-1:]
        return _answered(evidence, _support(sentence, aligned, let), set())
    let_through = _exception(sentence, negation)
    if let_through is None or not _zones(evidence):
        return None
    let = list(range(let_through + 1, min(len(words), let_through + 1 + _BEHIND)))
    told = [p for p in range(negation.at + 1, let_through) if p in sentence.telling]
    others = _support(sentence, aligned, told[1:]) - _support(sentence, aligned, told[:1])
    return _answered(evidence, _support(sentence, aligned, let), others)


def _exception(sentence: Passage, negation: Negation) -> int | None:
    for place in range(negation.at + 1, min(len(sentence.words), negation.at + _WITHIN)):
        if any(mark in ".؛;:!?؟،," for mark in sentence.gap(place)):
            return None
        if excepts(sentence, place):
            return place
    return None


def _support(sentence: Passage, aligned: Alignment, places: list[int]) -> set[int]:
    return {j for p in places if p in sentence.telling for j in aligned.of(p)}


def _answered(evidence: Passage, let: set[int], others: set[int]) -> bool:
    return any(let & zone and not others & zone for zone in _zones(evidence))


def _zones(evidence: Passage) -> list[set[int]]:
    """What each word for "only" of the evidence limits."""
    found: list[set[int]] = []
    for at, word in enumerate(evidence.words):
        forms = set(without_particles(word.fold))
        if forms & _OPENING:
            found.append(_run(evidence, at, 1, _AHEAD))
        if forms & _CLOSING:
            found.append(_run(evidence, at, -1, _BACK))
    return found


def _run(evidence: Passage, at: int, step: int, size: int) -> set[int]:
    found: set[int] = set()
    place = at + step
    while 0 <= place < len(evidence.words) and len(found) < size:
        if any(mark in ".,;:!?،؛؟" for mark in evidence.gap(max(place, place - step))):
            break
        found.add(place)
        place += step
    return found
