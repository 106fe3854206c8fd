"""Persons of a quotation: who speaks of himself does so in our language too.

The rule: "our" is not «كم», nor "your" «نا»; a verb whose subject is "we" or "I" in the evidence is
no Arabic imperfect of a third person, nor one of the first where the subject is "they". A verb
whose subject is not written beside it says nothing here.

What it may get wrong: the past, which does not show its person without vowels. The escape hatch is
the tables of pronouns.
"""

from __future__ import annotations

from digests.language.kin import without_particles
from digests.language.lexicon import as_it_stands, listed
from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.gaps import says
from digests.summaries.verify.passage import Passage

_WE = frozenset("i me my mine we us our ours".split())
_YOU = frozenset("you your yours".split())
#: Subjects in the first person, and in the third.
_FIRST = frozenset("i we i'm i've i'll we're we've we'll".split()) | folded("אני אנחנו אנו")
_THIRD = frozenset(
    "he she it they he's she's it's they're they've he'll she'll it'll they'll".split()
) | folded("הוא היא הם הן")
#: Words between a subject and its verb, at most; letters of an imperfect, at least.
_BETWEEN, _IMPERFECT = 4, 4


def of_one_person(
    sentence: Passage, inner: list[int], aligned: Alignment, stretch: range, evidence: Passage
) -> bool:
    """Whether the words *inner* have the persons of *stretch*, which they translate."""
    words = [sentence.words[p].fold for p in inner]
    theirs = {evidence.words[j].fold for j in stretch}
    if evidence.language == "en":
        if theirs & _WE and not theirs & _YOU and any(_ends(w, ("كم", "كما")) for w in words):
            return False
        if theirs & _YOU and not theirs & _WE and any(_ends(w, ("نا",)) for w in words):
            return False
    for place in inner:
        other = _other_subjects(sentence.words[place].fold)
        said = [j for j in aligned.every.get(place, ()) if j in stretch]
        if other and len(said) == 1 and _subject(evidence, said[0]) in other:
            return False
    return True


def _ends(word: str, suffixes: tuple[str, ...]) -> bool:
    return any(
        word.endswith(suffix) and listed(word.removesuffix(suffix)) and not as_it_stands(word)
        for suffix in suffixes
    )


def _other_subjects(word: str) -> frozenset[str]:
    """Subjects that an Arabic imperfect cannot have."""
    for form in without_particles(word):
        if len(form) < _IMPERFECT or "ال" + form in word:
            continue  # a noun with its article is no verb: «اليوميات»
        if form[0] == "ي" and not form.endswith("ني"):
            return _FIRST
        if form[0] in "نا" and not as_it_stands(form) and as_it_stands("ي" + form[1:]):
            return _THIRD
    return frozenset()


def _subject(evidence: Passage, verb: int) -> str:
    """The pronoun before the verb at *verb*, with nothing but small words between them."""
    for place in range(verb - 1, max(-1, verb - 1 - _BETWEEN), -1):
        word = evidence.words[place].fold
        if word in _FIRST or word in _THIRD:
            return word
        if says(evidence, place) and not any(n.at == place for n in evidence.negations):
            return ""
    return ""
