"""Who does it in a claim, told as another who stands elsewhere in the evidence.

The rule: behind «إن» a definite noun and an imperfect tell who does what. Where English or Hebrew
evidence has that verb once, right behind a word that nothing of the sentence tells, and the noun
rests only on other words, one was put for the other: "the state will not pay" is no «إن الشركة لن
تدفع».

What it may get wrong: a subject that the evidence tells in two words and the sentence by the first.
The escape hatch is to tell it by its last word too.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.summaries.verify.actors import mark_before
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.gaps import says
from digests.summaries.verify.government import definite
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

_THAT, _VERBAL = folded("إن أن بأن"), folded("لن لم لا قد سوف")
#: First letters of an imperfect and of its future.
_IMPERFECT = frozenset("يتس")
#: Words between a subject and its verb.
_BETWEEN = frozenset(
    "has have had was were is are be been will would also later then did do does not could may "
    "might must should can never still now".split()
) | folded("לא טרם עוד כבר גם אינו אינה אינם אינן")


def other_subject(sentence: Passage, source: Source, aligned: Alignment) -> tuple[int, int] | None:
    """The noun of *sentence* put for the subject of a claim, and its verb."""
    evidence = source.passage
    if evidence.language == sentence.language:
        return None
    for noun in range(1, len(sentence.words) - 1):
        if sentence.words[noun - 1].fold not in _THAT or not definite(sentence, noun):
            continue
        verb = _verb(sentence, noun)
        if verb is None or noun in aligned.near or not aligned.of(noun):
            continue
        if len(aligned.every.get(verb, ())) != 1 or verb in aligned.near:
            continue
        subject = _subject(evidence, aligned.of(verb)[0])
        if subject is not None and subject not in aligned.told:
            return noun, verb
    return None


def _verb(sentence: Passage, noun: int) -> int | None:
    """The imperfect right behind the *noun*, a no or a «قد» between them."""
    verb = noun + 1
    while verb < len(sentence.words) and sentence.words[verb].fold in _VERBAL:
        verb += 1
    if verb >= len(sentence.words) or mark_before(sentence, verb):
        return None
    return verb if sentence.words[verb].fold[0] in _IMPERFECT else None


def _subject(evidence: Passage, verb: int) -> int | None:
    """The word that says something right before the *verb*, auxiliaries and adverbs aside."""
    place = verb - 1
    while place >= 0 and not evidence.ends(place + 1) and _passed_over(evidence.words[place].fold):
        place -= 1
    if place < 0 or mark_before(evidence, place + 1):
        return None
    return place if says(evidence, place) else None


def _passed_over(word: str) -> bool:
    return word in _BETWEEN or word.endswith("ly")
