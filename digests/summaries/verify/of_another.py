"""Whose act is denied: the evidence denies the verb of another than the name beside it.

The rule: "Southgate did not comment and Northgate said …" denies nothing of Northgate. The name
that stands right behind the negated verb of the sentence, or right before its negation, is parted
from every denial of that verb in the evidence by a clause of another. Who says something by
«بعدم» stands before it and is denied nothing, where one negation of the evidence reaches all that
follows.

What it may get wrong: a clause between that is of the same party. The escape hatch is to cite a
shorter passage.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.language.negation import Negation
from digests.language.normal import fold
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.denials import AUXILIARY, HEADS, TURNING, is_a_name
from digests.summaries.verify.passage import Passage


def of_another(
    sentence: Passage, evidence: Passage, aligned: Alignment, negation: Negation
) -> bool:
    """Whether the evidence denies the verb of another than the name beside it in the sentence.

    "Southgate did not comment and Northgate said …" denies nothing of Northgate.
    """
    verb = negation.at + 1
    denials = [
        n
        for n in evidence.negations
        if set(aligned.every.get(verb, ())).intersection(range(n.at + 1, n.end))
        if not _of_ourselves(evidence, n)
    ]
    sides: tuple[int, ...] = (verb + 1, negation.at - 1)
    if _opens_a_claim(sentence, negation) and _all_denied(sentence, evidence, aligned, negation):
        sides = (verb + 1,)  # who says it stands before
    beside = (p for p in sides if p in sentence.telling)
    for place in beside:
        names = [
            j
            for j in aligned.every.get(place, ())
            if is_a_name(evidence, j) or _speaks_next(evidence, j)
        ]
        if names and denials:
            told = {j for p in sentence.content for j in aligned.every.get(p, ())}
            return all(_another_between(evidence, j, n.at, told) for j in names for n in denials)
    return False


def _opens_a_claim(sentence: Passage, negation: Negation) -> bool:
    """Whether *negation* opens what somebody says: «أفاد الادعاء في لورن بعدم وجود رسالة»."""
    said = any(f.at < negation.at and negation.at in f.claim for f in sentence.frames)
    return said and sentence.words[negation.at].fold == _SAYING_NOT


_SAYING_NOT = fold("بعدم")


def _all_denied(
    sentence: Passage, evidence: Passage, aligned: Alignment, negation: Negation
) -> bool:
    """Whether one negation of the evidence reaches all that *negation* does."""
    told = [
        p for p in range(negation.at + 1, negation.end) if p in sentence.telling and aligned.of(p)
    ]
    denied = [set(range(n.at, n.end + HEADS)) for n in evidence.negations]
    return any(all(reach.intersection(aligned.every[p]) for p in told) for reach in denied)


def _of_ourselves(evidence: Passage, negation: Negation) -> bool:
    """Whether the speaker denies it of himself: "we do not", איננו, "I did not"."""
    before = evidence.words[max(0, negation.at - AUXILIARY) : negation.at + 1]
    return any(word.fold in _WE for word in before)


_WE = frozenset({"we", "i"}) | folded("איננו אינני איני אנחנו אנו אני")


def _speaks_next(evidence: Passage, place: int) -> bool:
    """Whether who stands at *place* opens a clause of speech: "and prosecutors said"."""
    before = evidence.words[place - 1].fold if place else ""
    return before == "and" and any(frame.at == place + 1 for frame in evidence.frames)


def _another_between(evidence: Passage, name: int, negation: int, told: set[int]) -> bool:
    """Whether a clause of another party begins between a *name* and a *negation*."""
    for place in range(min(name, negation) + 1, max(name, negation) + 1):
        word = evidence.words[place].fold
        if word in TURNING or any(mark in ".;!?؟؛" for mark in evidence.gap(place)):
            return True
        if word == "and" and (
            name > negation
            or (
                is_a_name(evidence, place + 1)
                and place + 1 not in told
                and not all(is_a_name(evidence, p) for p in range(name, place))
            )
        ):
            return True
    return False
