"""«من قبل الشرطة»: by whom something is done, which other languages tell by the subject or "by".

The rule: «قبل» behind «من» and before the doer needs no support where the doer is the one of the
verb in the evidence: it stands before the verb on which ours rests, with nothing between that the
sentence does not tell and no preposition before it (police arrested him, «המשטרה עצרה»), right
behind an Arabic verb («اعتقلته الشرطة»), or behind "by", «בידי» or «على يد» and the verb.

What it may get wrong: an object that stands where a subject does. The escape hatch is to tell it
with the verb's own subject.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.language.normal import fold
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage

_SIDE, _FROM = fold("قبل"), fold("من")
#: Words of the sentence between the verb and its doer; of the evidence behind the verb, at most.
_BETWEEN, _BEHIND = 12, 8
#: Words of a doer with his office before the verb, at most: the president of the state Dan Lev.
_NAMED = 5
_BY = frozenset({"by"}) | folded("בידי מידי יד قبل طرف جانب أيدي")
_SMALL = frozenset("the a an has have had was were is are been being".split()) | folded("قد")
_PREPOSITIONS = frozenset("of to for from with in on at near against about as than".split())


def doer_behind(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether «قبل» at *place* only says that who follows is the doer, as the evidence has it."""
    if sentence.words[place].fold != _SIDE or place < 2 or place + 1 >= len(sentence.words):
        return False
    if sentence.words[place - 1].fold != _FROM:
        return False
    doer = aligned.of(place + 1)
    verb = _verb(sentence, place, aligned)
    return any(_does(evidence, j, k, aligned) for j in doer for k in verb)


def _verb(sentence: Passage, place: int, aligned: Alignment) -> tuple[int, ...]:
    """The support of the word that opens the clause of «من قبل» at *place*: its verb."""
    first = place
    while first > max(0, place - _BETWEEN) and not sentence.gap(first).strip():
        first -= 1
    return next((aligned.of(p) for p in range(first, place - 1) if aligned.of(p)), ())


def _does(evidence: Passage, doer: int, verb: int, aligned: Alignment) -> bool:
    """Whether the word at *doer* is of the subject of the *verb*, or behind its "by".

    Before the verb nothing but its auxiliary and what the sentence tells stands between: "police
    watched militants arrest him" tells of no arrest by the police.
    """
    first, last = sorted((doer, verb))
    between = [evidence.words[at].fold for at in range(first + 1, last)]
    if any(evidence.gap(at).strip() for at in range(first + 1, last + 1)) or "and" in between:
        return False  # another verb's doer
    if doer < verb:
        before = evidence.words[doer - 1].fold if doer else ""
        if before == "the" and doer > 1:
            before = evidence.words[doer - 2].fold
        return (
            evidence.language != "ar"
            and len(between) < _NAMED
            and all(
                evidence.words[j].fold in _SMALL or j in aligned.told
                for j in range(first + 1, last)
            )
            and _PREPOSITIONS.isdisjoint((*between, before))
            and not _BY.intersection(between)
        )
    if _BY.intersection(between):
        return len(between) <= _BEHIND
    return evidence.language == "ar" and not between
