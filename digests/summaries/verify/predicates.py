"""A participle that says what its imperfect does: «ليس نادمًا على البيع», «لا يندم على البيع».

The rule: in Arabic on both sides, an indefinite active participle that is the predicate of its
clause (behind «ليس», «غير», «كان» or «إنه») rests on the imperfect of its verb, and the other way
round: فاعل of the first form, and of the others the imperfect with م («متمسك» of يتمسك). What will
be («سيندم») is no state, and who has an office is no participle.

What it may get wrong: an active and a passive participle that are written alike («معتمد»). The
escape hatch is the verb of the source.
"""

from __future__ import annotations

import re
from functools import lru_cache

from digests.language.lists import folded
from digests.summaries.parties import TITLES
from digests.summaries.verify.passage import Passage

_BEFORE = folded(
    "ليس ليست ليسوا غير وغير كان كانت كانوا يكون تكون يكونوا سيكون ستكون بات باتت باتوا أصبح أصبحت "
    "أصبحوا يزال تزال يزالون زال زالت زالوا ظل ظلت يظل تظل بقي بقيت يبقى تبقى إنه إنها إنهم أنه "
    "أنها أنهم بأنه بأنها بأنهم وإنه وإنها وإنهم وأنه وأنها وأنهم لكنه لكنها هو هي هم"
)
_C = "بتثجحخدذرزسشصضطظعغفقكلمنهي"
_FIRST_FORM = re.compile(f"([{_C}])ا([{_C}])([{_C}])")
_OTHERS = re.compile(f"م([{_C}وا]{{3,6}})")
_IMPERFECT = re.compile(f"و?[يت]([{_C}وا]{{3,6}}?)(?:ون|وا|ان)?")
#: Endings of a participle, the longest first.
_ENDS = ("تين", "تان", "ين", "ون", "ات", "ان", "ه", "ا", "")


def same_state(sentence: Passage, place: int, evidence: Passage, there: int) -> bool:
    """Whether one of the two words is a predicate, and the other the imperfect of its verb."""
    if sentence.language != evidence.language:
        return False
    ours, theirs = sentence.words[place].fold, evidence.words[there].fold
    if not participles(ours).isdisjoint(imperfects(theirs)):
        return _predicate(sentence, place)
    return not imperfects(ours).isdisjoint(participles(theirs)) and _predicate(evidence, there)


@lru_cache(maxsize=1 << 14)
def participles(word: str) -> frozenset[str]:
    """What stands behind the first letter of the imperfect, if *word* is an active participle."""
    found: set[str] = set()
    for form in {word, word.removeprefix("و")}:
        for end in _ENDS:
            bare = form.removesuffix(end) if end and form.endswith(end) else form
            if first := _FIRST_FORM.fullmatch(bare):
                found.add("".join(first.groups()))
            if other := _OTHERS.fullmatch(bare):
                found.add(other[1])
    return frozenset(found)


@lru_cache(maxsize=1 << 14)
def imperfects(word: str) -> frozenset[str]:
    """What stands behind the first letter of an imperfect: «يندمون», ندم."""
    match = _IMPERFECT.fullmatch(word)
    return frozenset({match[1]}) if match else frozenset()


def _predicate(text: Passage, place: int) -> bool:
    """Whether the word at *place* tells of a subject: «ليس نادمًا», «بأنه نادم»."""
    word = text.words[place].fold
    if not place or text.gap(place).strip() or word in TITLES:
        return False
    return text.words[place - 1].fold in _BEFORE
