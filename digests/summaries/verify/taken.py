"""«تلقى اللقاح»: who takes what Hebrew tells with one verb, «התחסן», or English in the passive.

The rule: a verb of receiving needs no support where the noun behind it is of the table, and rests
on nothing but forms by which somebody is vaccinated, treated or trained. Who vaccinates or treats
others receives nothing.

What it may get wrong: "treated" of a matter that is dealt with. The escape hatch is the table.
"""

from __future__ import annotations

from collections.abc import Set

from digests.language.conjugation import forms
from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage

_RECEIVES = forms("ar", ["تلقى يتلقى"]) | folded("يتلق تتلق تلقي")
_NOUNS = folded("لقاح لقاحا تطعيم تطعيما علاج علاجا تدريب تدريبا تدريبات")
#: Words from the verb to its noun, a title and a name between them.
_NOUN = 7
#: Hebrew forms of who is vaccinated, treated or trained.
_TAKEN = folded(
    "התחסן התחסנה התחסנו מתחסן מתחסנת מתחסנים מתחסנות יתחסן תתחסן יתחסנו להתחסן חוסן חוסנה חוסנו "
    "מחוסן מחוסנת מחוסנים מחוסנות יחוסן תחוסן יחוסנו טופל טופלה טופלו מטופל מטופלת מטופלים יטופל "
    "תטופל יטופלו התאמן התאמנה התאמנו מתאמן מתאמנת מתאמנים יתאמן תתאמן יתאמנו הוכשר הוכשרה הוכשרו"
)
_IN_ENGLISH = frozenset("vaccinated inoculated immunised immunized treated trained".split())
_BE = frozenset("is are was were be been being got get gets".split())
#: Words between "was" and such a participle, at most.
_BETWEEN = 2


def taken(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether the verb at *place* has its subject receive what the evidence has it undergo."""
    if _RECEIVES.isdisjoint(without_particles(sentence.words[place].fold)):
        return False
    for noun in range(place + 1, min(len(sentence.words), place + 1 + _NOUN)):
        if sentence.gap(noun).strip(" «»"):
            return False
        if not _NOUNS.isdisjoint(_bare(sentence.words[noun].fold)):
            there = aligned.of(noun)
            others = evidence.telling - aligned.told
            return bool(there) and all(_undergoes(evidence, j, others) for j in there)
    return False


def _bare(word: str) -> set[str]:
    """*word* with and without its article."""
    return {word, word.removeprefix("ال")}


def _undergoes(evidence: Passage, at: int, others: Set[int]) -> bool:
    """Whether the word at *at* tells of who is vaccinated, and not of who vaccinates.

    Right before it stands none of the *others*, of whom the sentence tells nothing.
    """
    word = evidence.words[at].fold
    if at - 1 in others:
        return False
    if evidence.language == "he":
        return not _TAKEN.isdisjoint(without_particles(word))
    before = {one.fold for one in evidence.words[max(0, at - 1 - _BETWEEN) : at]}
    return word in _IN_ENGLISH and not _BE.isdisjoint(before)
