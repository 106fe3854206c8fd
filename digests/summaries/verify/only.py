"""«لا … إلا»، «دون سواه»: negations that say "only", and deny nothing that the evidence says.

The rule: what follows «إلا» (or stands before «دون سواه») rests on what a word for "only" of the
evidence limits, which stands next to that word; nothing else that the sentence tells does, its verb
aside. "Only the state sells to banks" is not «لا تبيع الدولة إلا للبنوك».

What it may get wrong: an "only" far from what it limits counts for nothing. The escape hatch is the
table of such words.
"""

from __future__ import annotations

from collections.abc import Set

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.negation import Negation
from digests.language.normal import fold
from digests.language.seeming_negations import not_alone
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.exceptions import excepts
from digests.summaries.verify.exchanged import equal
from digests.summaries.verify.passage import Passage

#: Words between a negation and its «إلا», at most, and words behind it that it lets through.
_WITHIN, _BEHIND = 10, 4
#: Words behind and before a word for "only" among which stands what it limits.
_AHEAD, _BACK = 5, 2
#: Words for "only" that come before what they limit, and those that come behind it.
_OPENING = folded("only solely exclusively just merely רק فقط")
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
        return _answered(evidence, _support(sentence, evidence, aligned, let), set())
    if _not_before(sentence, evidence, aligned, negation):
        return True
    let_through = _exception(sentence, negation)
    if let_through is None or not _zones(evidence):
        return None
    let = list(range(let_through + 1, min(len(words), let_through + 1 + _BEHIND)))
    told = [p for p in range(negation.at + 1, let_through) if p in sentence.telling]
    others = _support(sentence, evidence, aligned, told[1:]) - _support(
        sentence, evidence, aligned, told[:1]
    )
    verb = _support(sentence, evidence, aligned, told[:1])
    return _answered(evidence, _support(sentence, evidence, aligned, let), others, verb)


def _not_before(
    sentence: Passage, evidence: Passage, aligned: Alignment, negation: Negation
) -> bool:
    """Whether «لن تبدأ قبل 2026» is "will begin only in 2026" of the evidence."""
    end = min(len(sentence.words), negation.end + _BEHIND)
    before = next((p for p in range(negation.at + 1, end) if sentence.words[p].fold == _QABL), end)
    told = range(before + 1, min(len(sentence.words), before + _BEHIND))
    verb = set(aligned.of(negation.at + 1))
    return any(
        zone.intersection(aligned.every.get(p, ())) and not verb & zone
        for zone in _zones(evidence)
        for p in told
    )


_QABL = fold("قبل")


def as_only(sentence: Passage, evidence: Passage, aligned: Alignment, negation: Negation) -> bool:
    """Whether «إلا» behind *negation* of the evidence is told as "only", or as what is needed.

    «دفعت 90 فقط» for «لم تدفع سوى 90», «يحتاج إلى موافقة كي ينفذ» for «لا ينفذ إلا بعد موافقة»:
    what it lets through stands by that word.
    """
    exception = _exception(evidence, negation)
    if exception is None:
        return False
    let = set(range(exception + 1, min(len(evidence.words), exception + 1 + _BEHIND)))
    zones = _zones(sentence)
    if any(word.fold in _SO_THAT for word in sentence.words):
        zones += [
            set(range(at + 1, at + 1 + _BEHIND))
            for at, word in enumerate(sentence.words)
            if not _NEEDING.isdisjoint(without_particles(word.fold))
        ]
    return any(let & set(aligned.every.get(p, ())) for zone in zones for p in zone)


_SO_THAT = folded("كي لكي ليصبح لتصبح ليدخل لتدخل حتى قبل")
_NEEDING = folded(
    "يحتاج تحتاج يحتاجون احتاج احتاجت يتطلب تتطلب تطلب تطلبت يستلزم تستلزم يستدعي تستدعي "
    "يشترط تشترط مشروط مشروطة رهن مرهون مرهونة بحاجة"
)


def only_one(sentence: Passage, evidence: Passage) -> int | None:
    """Where *sentence* says "not only", if *evidence* says "only" and nowhere that it is not."""
    ours = next((p for p in range(len(sentence.words)) if not_alone(sentence.words, p)), None)
    words = ["", *(word.fold for word in evidence.words)]
    only = [words[n - 1] for n, word in enumerate(words) if word in _OPENING | _CLOSING]
    also = _NOT.intersection(only) or _ALSO.intersection(words)
    return ours if only and not also else None


#: A no before "only", and what says that another is, too.
_NOT, _ALSO = folded("not לא ليس ليست"), folded("also too גם أيضا كذلك")


def _exception(text: Passage, negation: Negation) -> int | None:
    for place in range(negation.at + 1, min(len(text.words), negation.at + _WITHIN)):
        if any(mark in ".؛;:!?؟،," for mark in text.gap(place)):
            return None
        if excepts(text, place):
            return place
    return None


def _support(
    sentence: Passage, evidence: Passage, aligned: Alignment, places: list[int]
) -> set[int]:
    saying = sentence.telling | sentence.counted
    numbers = [q for q in sentence.numbers if q.first in places]  # «200 ألف», 200,000
    same = {q.first for q in evidence.numbers if any(equal(number, q) for number in numbers)}
    return same | {j for p in places if p in saying for j in aligned.of(p)}


def _answered(
    evidence: Passage, let: set[int], others: set[int], verb: Set[int] = frozenset()
) -> bool:
    """Whether a word for "only" limits what is *let* through, and none of the *others*.

    What stands behind the *verb* is not limited by an "only" before its subject: «רק שלושה חברים
    הגיעו לישיבה».
    """
    zones = _zones(evidence)
    zones += [{j for j in zone if j < min(verb & zone)} for zone in zones if verb & zone]
    return any(let & zone and not others & zone for zone in zones)


def _zones(evidence: Passage) -> list[set[int]]:
    """What each word for "only" of the evidence limits, and each exception to a negation."""
    found: list[set[int]] = []
    for at, word in enumerate(evidence.words):
        forms = set(without_particles(word.fold))
        if forms & _OPENING:
            found.append(_run(evidence, at, 1, _AHEAD))
        if forms & _CLOSING:
            found.append(_run(evidence, at, -1, _BACK))
    through = (_exception(evidence, negation) for negation in evidence.negations)
    found.extend(_run(evidence, at, 1, _AHEAD) for at in through if at is not None)
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
