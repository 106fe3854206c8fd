"""Who may do something in a text: names, persons and bodies; and where its clauses part.

The rule: a listed name, a word that the lexicon does not know (in English with a capital), or one
whose meaning is that of a person or a body may do something; an office («رئيس») stands beside the
name that does. A clause ends at a mark.

What it may get wrong: an unknown common noun passes for a name. The escape hatch is the lexicon.
"""

from __future__ import annotations

import re
from functools import lru_cache

from digests.language.currencies import currency
from digests.language.date_names import decade
from digests.language.kin import without_particles
from digests.language.lexicon import headed, joined, listed
from digests.language.lists import folded
from digests.language.named_nouns import BODIES, PERSONS, nouns
from digests.language.normal import fold
from digests.language.transliteration import same_name
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import FREE, Passage

#: Kinds of who may do something.
_ACTORS = (*PERSONS, *BODIES, "state")
_OPPOSITION = frozenset({fold("معارضة"), "opposition", "אופוזיציה"})
#: Abstract nouns of the words for persons: «مسؤولية», «عضوية».
_ABSTRACT = re.compile(
    f"(?:{fold('مسؤولي')}|{fold('عضوي')}|{fold('مواطني')})(?:ه|ات|ت(?:ه|ها|هم|هما|نا))$"
)
_MARKS = frozenset('.؛;:،,«»"“”()!?؟')
_BODIES = folded("إدارة الإدارة قيادة القيادة رئاسة الرئاسة management ההנהלה הנהלה")


def party(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether the word at *place*, or the word of the evidence that it stands for, is a party."""
    if actor(sentence, place):
        return True
    if currency(sentence.words[place].fold) is not None:
        return False
    if evidence.language == sentence.language:
        return False
    if evidence.language == "en":
        words = [(j, evidence.words[j]) for j in aligned.of(place)]
        return any(w.text[:1].isupper() and (j or not listed(w.fold)) for j, w in words)
    word = sentence.words[place].fold
    return any(_spelt(word, evidence, j) for j in aligned.of(place))


def _spelt(word: str, evidence: Passage, place: int) -> bool:
    """Whether *word* is the name at *place*, and not a word of the lexicon."""
    return len(word) > 3 and same_name(word, evidence.words[place].fold)


@lru_cache(maxsize=1)
def _actors() -> frozenset[int]:
    return headed(nouns("ar", *_ACTORS), phrases=True)


def actor(text: Passage, place: int) -> bool:
    """Whether the word at *place* may do something: a name, a person or a body."""
    word = text.words[place]
    if text.keys[place] or any(form in _OPPOSITION for form in without_particles(word.fold)):
        return True
    if text.language == "en" and word.text[:1].isupper() and (place or not listed(word.fold)):
        return True
    if not text.meanings[place]:
        if len(word.fold) < 3 or word.fold in FREE or place in text.counted:
            return False
        if decade(word.fold) is not None:
            return False
        return text.language != "en" or word.text[:1].isupper()
    return bool(text.meanings[place] & _actors()) and not _ABSTRACT.search(word.fold)


@lru_cache(maxsize=1)
def persons() -> frozenset[int]:
    """The meanings of the offices and ranks that a person has."""
    return headed(nouns("ar", "office", "rank"))


@lru_cache(maxsize=1)
def _offices() -> frozenset[int]:
    return headed(nouns("ar", "office"))


def title(text: Passage, place: int) -> bool:
    """Whether the word at *place* is an office that a person's name may stand beside."""
    word = text.words[place].fold
    if any(form in _BODIES for form in without_particles(word)):
        return False
    return bool(text.meanings[place] & _offices())


def clause(text: Passage, place: int) -> tuple[int, int]:
    """The words between the marks around the word at *place*.

    A name in parentheses and the comma of a date ("on April 23, 2025 fined") are left in.
    """
    start = place
    while start > 0 and not _parts(text, start):
        start -= 1
    end = place + 1
    while end < len(text.words) and not _parts(text, end):
        end += 1
    return start, end


def _parts(text: Passage, place: int) -> bool:
    """Whether a mark before the word at *place* ends a clause there."""
    if not mark_before(text, place) or _parenthesis(text, place):
        return False
    in_a_date = text.gap(place).strip() in {",", "،"} and {place - 1, place} <= set(text.dated)
    return not in_a_date


def _parenthesis(text: Passage, place: int) -> bool:
    """Whether only the marks of a short parenthesis stand before *place*: «الاتحاد (فيفا)»."""
    gap = text.gap(place).strip()
    if gap == "(":
        behind = range(place + 1, min(len(text.words), place + 1 + _INSIDE))
        return any(")" in text.gap(p) for p in behind)
    return gap == ")" and any("(" in text.gap(p) for p in range(max(0, place - _INSIDE), place))


#: Words in parentheses behind a name, at most.
_INSIDE = 3


def and_before(text: Passage, place: int) -> bool:
    """Whether «و» is surely written onto the Arabic word at *place* for "and"."""
    word = text.words[place].fold
    return word[0] == "و" and joined(word)


def mark_before(text: Passage, place: int) -> bool:
    """Whether a mark before the word at *place* parts it from the word before."""
    return not _MARKS.isdisjoint(text.gap(place))


def apposed(sentence: Passage, place: int) -> bool:
    """Whether the word at *place* stands between two commas with a title («، مدير س،»)."""
    first, last = clause(sentence, place)
    joins = sentence.words[first].fold[0] in "وف"
    if joins and (and_before(sentence, first) or not title(sentence, first)):
        return False  # «وزير» and «وكيل» have no "and" before them
    if first == 0:
        return False
    person = actor(sentence, first) and bool(sentence.meanings[first])
    return person or any(title(sentence, p) for p in range(first, min(first + 2, last)))
