"""What one did, told of another: of whom the next sentence tells, or whose thing it was done to.

The rule: where the evidence names who does a deed and *sentence* names none of that, nobody does it
in *sentence* whom only other sentences of the evidence tell of: "Zilberman knew of the crack. The
foreman, Khatib, was acquitted" is no «خطيب كان على علم بالصدع». A pronoun stands for whom the
sentence named last («لكنها رفضت التعليق»). Where "he" or "it" does it, nobody does it of whom its
clause tells only behind the deed: "he had not received the company's evidence" is no «الشركة لم
تتسلم الأدلة». Nor does she do to him («سلّمته») what he does to her there.

What it may get wrong: who does it named by a description of which no word is known. The escape
hatch is to cite the sentence that tells of him alone.
"""

from __future__ import annotations

from itertools import pairwise, takewhile

from digests.language.given_names import given_name
from digests.language.lexicon import listed
from digests.language.lists import folded
from digests.language.speech_verbs import Act
from digests.summaries.verify.actors import actor, mark_before
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.conditions import sentence_around
from digests.summaries.verify.doers import VERBAL
from digests.summaries.verify.naming import proper_name
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.sides import bounds, sides
from digests.summaries.verify.source import Source

_THAT = folded("إن أن بأن لأن وإن وأن وبأن")
_IT = folded(
    "لكنها لكنه لكنهم ولكنها ولكنه ولكنهم إنها إنه إنهم أنها أنه أنهم بأنها بأنه بأنهم وإنها وإنه "
    "وإنهم وأنها وأنه وأنهم وهي وهو وهم"
)
_WAS = VERBAL | folded("كان كانت كانوا")
_PRONOUNS = frozenset("he she it they".split()) | folded("הוא היא הם הן")
_BETWEEN = frozenset(
    "has have had was were is are be been being will would also later then did do does not could "
    "may might must should can never still now yet only already".split()
) | folded("לא טרם עוד כבר גם אינו אינה אינם אינן")
#: Words of a name before its verb, at most; letters of a name.
_NAME, _LETTERS = 5, 3


def another_doer(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A deed that *sentence* tells of somebody of whom the evidence tells something else."""
    evidence = source.passage
    denying = {f.at for f in sentence.frames if f.act is Act.DENY}  # `accused` tells who does
    told = {j for p in aligned.support for j in aligned.every.get(p, ())}
    for verb in sentence.content:
        if verb in aligned.near or verb in denying or len(aligned.every.get(verb, ())) != 1:
            continue
        there = aligned.every[verb][0]
        if _pronouns_exchanged(sentence.words[verb].fold, evidence, there):
            shown = sentence.words[verb].text
            return Refusal(Code.ROLES, f"«{shown}»: in the evidence he and she are exchanged")
        subject = _subject(sentence, verb)
        support = {j for p in subject for j in aligned.every.get(p, ())}
        if not support:
            continue
        if _by_a_pronoun(evidence, there, support) or _by_another(evidence, there, support, told):
            return Refusal(
                Code.ROLES,
                f"«{sentence.words[verb].text}»: the evidence does not tell this of "
                f"«{sentence.words[subject[0]].text}»",
            )
    return None


def _by_another(evidence: Passage, deed: int, support: set[int], told: set[int]) -> bool:
    """Whether somebody whom nothing tells does it, and *support* stands in other sentences."""
    first, end = sentence_around(evidence, deed)
    if any(first <= j < end for j in support):
        return False
    doers, _ = sides(evidence, deed, set())
    if not doers and "," in evidence.gap(deed):  # "Its customer, the American firm Lodestar, said"
        doers = set(range(first, deed))
    names = {j for j in doers if _named(evidence, j)}
    return bool(names) and told.isdisjoint(doers)


def _by_a_pronoun(evidence: Passage, deed: int, support: set[int]) -> bool:
    """Whether a pronoun does it, and *support* stands only behind it in its clause."""
    place = deed - 1
    while place > 0 and evidence.words[place].fold in _BETWEEN:
        place -= 1
    if place < 0 or evidence.words[place].fold not in _PRONOUNS or mark_before(evidence, deed):
        return False
    _, end = bounds(evidence, deed)
    return all(deed < j < end for j in support)


def _pronouns_exchanged(word: str, evidence: Passage, deed: int) -> bool:
    """Whether *word* has her do it to him («سلّمته») where he does it to her, or the reverse."""
    doer = evidence.words[deed - 1].fold.removeprefix("ו") if deed else ""
    whom = evidence.words[deed + 1].fold if deed + 1 < len(evidence.words) else ""
    verb = word.lstrip("وف")
    hers = verb.endswith(("ته", "تها")) or verb.startswith("ت")
    if doer in _HE and whom in _HER:
        return hers and verb.endswith("ه")
    if doer in _SHE and whom in _HIM:
        return not hers and verb.endswith("ها")
    return False


_HE, _SHE = folded("he הוא"), folded("she היא")
_HIM, _HER = folded("him לו אותו"), folded("her לה אותה")


def _named(evidence: Passage, place: int) -> bool:
    """Whether the word at *place* of the evidence is of a name, and no word of the lexicon."""
    word = evidence.words[place]
    if evidence.keys[place] or len(word.fold) < _LETTERS:
        return bool(evidence.keys[place])
    if evidence.language == "en":
        return word.text[:1].isupper() and not listed(word.fold)
    return proper_name(evidence, place)


def _subject(sentence: Passage, verb: int) -> list[int]:
    """Who does it at *verb*: the name before it behind «أن», or whom its pronoun stands for."""
    place = verb - 1
    while place > 0 and sentence.words[place].fold in _WAS and not mark_before(sentence, place + 1):
        place -= 1
    if place < 1 or mark_before(sentence, verb):
        return []
    if sentence.words[place].fold in _IT:
        return _before(sentence, place)
    first = place
    while first > 0 and place - first < _NAME and sentence.words[first].fold not in _THAT:
        if mark_before(sentence, first):
            return []
        first -= 1
    if sentence.words[first].fold not in _THAT:
        return []
    return list(takewhile(lambda p: _party(sentence, p), range(first + 1, place + 1)))


def _before(sentence: Passage, pronoun: int) -> list[int]:
    """The name nearest before the *pronoun*, if it is the only one there."""
    named = [p for p in range(pronoun) if _party(sentence, p) and proper_name(sentence, p)]
    together = all(b - a == 1 for a, b in pairwise(named))
    return named if together else []


def _party(sentence: Passage, place: int) -> bool:
    """Whether a name, a person or a body stands at *place*."""
    return actor(sentence, place) or given_name(sentence.words[place].fold)
