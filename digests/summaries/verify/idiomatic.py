"""Idioms: «أنهت خدمة 28 موظفًا» rests on "fired 28 staff", the verb and its noun together.

The rule: an idiom's verb and noun (`digests.language.idioms`), in one clause of the sentence, rest
on the word of the evidence that says the same, done to people where the idiom is. What stands
beside them rests close to that word, so that it is said of the same.

What it may get wrong: whom a verb far from its object is told of; order, roles and subjects are
checked elsewhere. The escape hatch is the table.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from digests.language.given_names import given_name
from digests.language.idioms import idioms, is_its_noun
from digests.language.lexicon import headed, listed
from digests.language.named_nouns import PEOPLE, nouns
from digests.summaries.verify.passage import FREE, Passage

#: Words from the verb of an idiom to its noun, at most; from there to what it is told of; words of
#: the evidence around what says it.
_APART, _BEHIND, _AROUND = 9, 4, 9


_MARKS = frozenset(",،;؛:.!؟–—")


def idiomatic(
    sentence: Passage, evidence: Passage, places: list[int], support: dict[int, tuple[int, ...]]
) -> None:
    """The verb and noun of an idiom rest on what the evidence says for both."""
    for verb, noun, said in _found(sentence, evidence, places):
        if verb in support and noun in support:
            continue
        near = [j for j in said if _beside(sentence, verb, noun, j, support)]
        if near:
            support[verb] = support[noun] = tuple(near)


def _found(
    sentence: Passage, evidence: Passage, places: list[int]
) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """The idioms of *sentence*: verb, noun and the places of the evidence that say the same."""
    for verb in sentence.content:
        for idiom in idioms(sentence.words[verb].fold):
            near = range(verb + 1, _end(sentence, verb))
            noun = next((p for p in near if is_its_noun(idiom, sentence.words[p].fold)), None)
            said = tuple(
                j
                for j in places
                if idiom.says(evidence.words[j].fold, evidence.language)
                and (not idiom.to_people or _to_people(evidence, j))
            )
            if noun is not None and said:
                yield verb, noun, said


def _to_people(evidence: Passage, verb: int) -> bool:
    """Whether the word at *verb* is done to people: to the first that is named behind it, or of a
    passive before it, and not at them («fired at 20 workers»)."""
    if evidence.language == "ar":
        return True
    behind = verb + 1
    if behind < len(evidence.words) and _at(evidence.words[behind].fold, evidence.language):
        return False
    passive = verb > 0 and evidence.words[verb - 1].fold in _BEING
    if passive or (evidence.language == "he" and evidence.words[verb].fold[1:2] == "ו"):
        return any(_person(evidence, p) for p in range(max(0, verb - _PATIENT), verb))
    for place in range(behind, min(len(evidence.words), behind + _PATIENT)):
        if place in evidence.counted or evidence.words[place].fold in FREE:
            continue
        return _person(evidence, place)
    return False


def _person(evidence: Passage, place: int) -> bool:
    """Whether a person is told of at *place*, by name or by what he is."""
    word = evidence.words[place]
    named = word.text[:1].isupper() if evidence.language == "en" else not listed(word.fold)
    return named or given_name(word.fold) or bool(evidence.meanings[place] & _people())


@lru_cache(maxsize=1)
def _people() -> frozenset[int]:
    return headed(nouns("ar", *PEOPLE))


def _at(word: str, language: str) -> bool:
    return word in _AT or (language == "he" and word.startswith("מ"))


#: What stands before a passive, and what makes "fired" and "released" another verb; words from the
#: verb to whom it is done, at most.
_BEING = frozenset("was were been be being is are".split())
_AT = frozenset("at into on upon from through".split())
_PATIENT = 5


def _end(sentence: Passage, verb: int) -> int:
    """Up to where the noun of an idiom may stand: the next mark, or so many words on."""
    end = verb + 1
    while end < len(sentence.words) and end <= verb + _APART:
        if _MARKS.intersection(sentence.gap(end)):
            break
        end += 1
    return end


def _beside(
    sentence: Passage, verb: int, noun: int, there: int, support: dict[int, tuple[int, ...]]
) -> bool:
    """Whether the word behind the idiom, or else one around it, rests close to *there*."""
    told = [p for p in range(noun + 1, noun + 1 + _BEHIND) if p in support]
    behind = [p for p in told if p in sentence.telling][:1]
    around = [p for p in range(verb - 2, noun) if p != verb and p in support]
    return any(abs(j - there) <= _AROUND for p in behind or around for j in support[p])
