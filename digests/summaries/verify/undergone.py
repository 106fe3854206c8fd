"""«تعرضت الشركة لهجوم»: who suffers what the evidence has "on" or "against" him.

The rule: a verb of suffering or undergoing needs no support where the noun behind its «لـ» rests on
a noun of the evidence behind which "on", "against", «על», «נגד», «ضد» or «على» stands before what
the verb's subject rests on («מתקפת סייבר על חברת הביטוח»).

What it may get wrong: a noun with two such prepositions ("an attack on the base on Monday"). The
escape hatch is that the subject must stand behind the preposition.
"""

from __future__ import annotations

from digests.language.conjugation import forms
from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage

#: Verbs of suffering something.
SUFFERS = forms("ar", ["تعرض يتعرض"])
#: Words from the verb to its noun, and from the preposition to who suffers, at most.
_NOUN, _WHOM, _SIDE = 7, 3, 3
_ON = frozenset("on against".split()) | folded("על נגד ضد على")
_TO = "ل"


def undergone(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether the verb at *place* has its subject suffer what the evidence has done to it."""
    if SUFFERS.isdisjoint(without_particles(sentence.words[place].fold)):
        return False
    if any(n.at < place < n.end for n in sentence.negations):
        return False
    behind = range(place + 1, min(len(sentence.words), place + 1 + _NOUN))
    noun = next(
        (p for p in behind if sentence.words[p].fold[0] == _TO and aligned.of(p)),
        None,
    )
    if noun is None:
        return False
    before = range(max(0, place - _SIDE), place)
    subject = {j for p in (*before, *range(place + 1, noun)) for j in aligned.of(p)}
    ours = {*aligned.of(noun), *aligned.of(noun + 1)}
    return any(_upon(evidence, j, subject - ours) for j in ours)


def _upon(evidence: Passage, noun: int, subject: set[int]) -> bool:
    """Whether "on" and one of *subject* stand behind the *noun*, in its clause."""
    for at in range(noun + 1, min(len(evidence.words), noun + 1 + _SIDE)):
        if evidence.gap(at).strip():
            return False
        if evidence.words[at].fold in _ON:
            return not subject.isdisjoint(range(at + 1, at + 1 + _WHOM))
    return False
