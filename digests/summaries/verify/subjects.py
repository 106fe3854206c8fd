"""Who does it in a claim, told as another who stands elsewhere in the evidence.

The rule: behind «إن» a definite noun and an imperfect, or a past in «ت», tell who does what. Where
English or Hebrew evidence has that verb once, right behind a word that nothing of the sentence
tells, and the noun rests only on other words, one was put for the other: "the state will not pay"
is no «إن الشركة لن تدفع». So it is where the sentence tells that word of something else, by a noun
that does not stand for the first one: "the students would not accept a military-backed government"
is no «إن الجيش لن يقبل حكومة يدعمها الطلاب». A noun that its verb takes up («المستشفى تديره
الجامعة») is no doer.

What it may get wrong: a subject that the evidence tells in two words and the sentence by the first.
The escape hatch is to tell it by its last word too.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.summaries.verify.actors import actor, and_before, mark_before
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.doers import VERBAL, mutual
from digests.summaries.verify.gaps import says
from digests.summaries.verify.government import by_whom, definite
from digests.summaries.verify.owners import stands_for
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

_THAT = folded("إن أن بأن")
#: Words of a noun with its epithets, at most.
_NAME = 2
_PASSIVE = frozenset("was were is are be been being".split())
#: First letters of an imperfect and of its future.
_IMPERFECT = frozenset("يتس")
#: Letters of a past in «ت», at least one more.
_PAST = 3
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
        if verb is None or mutual(sentence, verb) or noun in aligned.near or not aligned.of(noun):
            continue
        theirs = _own(sentence, verb, aligned)
        if len(theirs) != 1 or verb in aligned.near:
            continue
        there = theirs.pop()
        subject = _subject(evidence, there)
        if subject is None:
            continue
        if subject not in aligned.told and len(aligned.every[verb]) == 1:
            return noun, verb
        passive = any(w.fold in _PASSIVE for w in evidence.words[subject + 1 : there])
        if passive and not evidence.words[there].fold.endswith("ing"):
            continue  # "the ministry had been asked by the court"
        if any(_in_a_relative(evidence, j, subject) for j in aligned.every[noun]):
            continue  # "the union that represents the workers will accept"
        other = _put_elsewhere(sentence, noun, verb, subject, aligned)
        if other is not None and not _taken_up(sentence, verb, other):
            return noun, other
    return None


def _in_a_relative(evidence: Passage, noun: int, subject: int) -> bool:
    """Whether a clause that tells more of the *noun* begins before what is taken for a subject."""
    words = [evidence.words[p].fold for p in range(noun, subject)]
    if evidence.language == "he":
        return any(word[0] == _WHICH for word in words)
    return any(word in _RELATIVES or word.endswith("ing") for word in words)


def _taken_up(sentence: Passage, verb: int, other: int) -> bool:
    """Whether who does it stands at *other*, and the *verb* takes up what stands before it.

    «إن المستشفى تديره الجامعة», «إن المدرسة هدمت على يد الجيش».
    """
    pronoun = other == verb + 1 and sentence.words[verb].fold.endswith(_IT)
    return pronoun or by_whom(sentence, other)


_WHICH, _RELATIVES, _IT = "ש", frozenset("who that which whose whom".split()), ("ه", "ها", "هم")


def _own(sentence: Passage, place: int, aligned: Alignment) -> set[int]:
    """What supports the word at *place*, without what is another word's only support."""
    others = [aligned.every.get(p, ()) for p in sentence.content if p != place]
    return set(aligned.every.get(place, ())) - {j for one in others if len(one) == 1 for j in one}


def _put_elsewhere(
    sentence: Passage, noun: int, verb: int, subject: int, aligned: Alignment
) -> int | None:
    """The noun of *sentence* that tells the *subject* of the evidence of something else."""
    if any(abs(j - subject) <= _NAME for j in aligned.every[noun]):
        return None
    for place in sentence.content:
        if noun <= place <= verb or aligned.every.get(place, ()) != (subject,):
            continue
        if not definite(sentence, place) or not actor(sentence, place) or place in aligned.near:
            continue
        if not actor(sentence, noun) or and_before(sentence, place):
            continue
        if not stands_for(sentence, noun, place) and not stands_for(sentence, place, noun):
            return place
    return None


def _verb(sentence: Passage, noun: int) -> int | None:
    """The verb behind the *noun* and its epithets, a no or a «قد» between them.

    It is an imperfect, or a past in «ت».
    """
    verb = noun + 1
    while verb < len(sentence.words) and verb <= noun + _NAME and definite(sentence, verb):
        verb += 1
    while verb < len(sentence.words) and sentence.words[verb].fold in VERBAL:
        verb += 1
    if verb >= len(sentence.words) or mark_before(sentence, verb):
        return None
    word = sentence.words[verb].fold
    past = len(word) > _PAST and word.endswith("ت") and not word.endswith("ات")
    return verb if word[0] in _IMPERFECT or past else None


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
