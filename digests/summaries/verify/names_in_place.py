"""A name spelt as no table of spellings has it, in its place: «مشروع مايفن», Project Maven.

The rule: a word that no lexicon has and nothing supports is the name of another script that nothing
else of the sentence tells and no lexicon has, when the consonants of both are of the same classes
in the same order: three at least, or two of a longer Latin name beside a word that both have. It
is no such name when another of the article is spelt as it is, when both are given names, when one
ends in a vowel more («غفوري», Gvir), or when the first vowel is another («مولر», Miller).

What it may get wrong: two names of the same consonants («ليفين», Levin, Lavin), of which the
article has one only. The escape hatch is a line of `lexicon/names.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from functools import lru_cache

from digests.language.given_names import two_given_names
from digests.language.kin import without_particles
from digests.language.lexicon import listed, proper
from digests.language.transliteration import CLASS_OF, rows, same_name
from digests.language.words import tokens
from digests.summaries.verify.gaps import says
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source
from digests.summaries.verify.spelling import nameish, together

#: Consonants of such a name, at least, and those of a longer one with its letters; letters of any.
_CONSONANTS, _FEWER, _LONG, _LETTERS = 3, 2, 6, 3
#: Arabic letters of one sound; G and K, which newsrooms do not agree on («غرغاش», «قرقاش»).
_ONE_SOUND = (("تش", "ش"), ("تز", "ز"), ("تس", "س"))
_HARD = str.maketrans("G", "K")
#: Endings of an adjective of a name, and Greek and Latin ones that Arabic may leave out.
_OF_IT, _LEFT_OUT = ("يه", "يين", "يون", "يات", "ي"), ("us", "os")
#: A name that does not end in a vowel; the first vowel of one, and those that are not each other.
_NO_VOWEL, _FIRST_VOWEL = re.compile("[^aeiouyי]$"), re.compile("[aeiouy]+")
_NEVER = {"و": frozenset("iea"), "ي": frozenset({"o", "oa", "oo", "a"})}


def in_their_place(
    sentence: Passage,
    evidence: Passage,
    places: list[int],
    support: dict[int, tuple[int, ...]],
) -> frozenset[int]:
    """The names of *sentence* that rest, from now on, on those in their place in *evidence*."""
    if evidence.language == sentence.language:
        return frozenset()
    placed = set()
    missing = [p for p in sentence.content if p not in support and _may_be_one(sentence, p)]
    for place in missing:
        same = {p for p in missing if sentence.words[p].fold == sentence.words[place].fold}
        told = {j for p, found in support.items() if p not in same for j in found}
        untold = [j for j in places if j not in told and _untold_name(evidence, j)]
        found = [j for j in untold if _alike(sentence, place, evidence, j, support)]
        if found and _one_word(evidence, found):
            support[place] = tuple(found)
            placed.add(place)
    return frozenset(placed)


def _may_be_one(sentence: Passage, place: int) -> bool:
    """Whether a name that nothing knows may stand at *place*: «مايفن»."""
    word = sentence.words[place].fold
    known = listed(word) or sentence.keys[place] or sentence.abbreviated(place + 1)
    return not known and word.isalpha() and len(word) >= _LETTERS and place not in sentence.dated


def _untold_name(evidence: Passage, place: int) -> bool:
    word = evidence.words[place].fold
    if evidence.keys[place] or (listed(word) and not proper(evidence.meanings[place])):
        return False
    return nameish(evidence, place) and says(evidence, place)


def _one_word(evidence: Passage, places: list[int]) -> bool:
    """Whether the same name stands at all *places*, its particles aside."""
    first, *others = (set(without_particles(evidence.words[j].fold)) for j in places)
    return bool(first.intersection(*others))


def _alike(
    sentence: Passage,
    place: int,
    evidence: Passage,
    there: int,
    support: Mapping[int, tuple[int, ...]],
) -> bool:
    """Whether both have the same consonants, as many as what stands beside them asks."""
    word, other = sentence.words[place].fold, evidence.words[there].fold
    if two_given_names(word, other) or _another_vowel(word, other):
        return False
    beside = any(
        together(sentence, place, place + step)
        and any(abs(j - there) == 1 and together(evidence, j, there) for j in support[place + step])
        for step in (-1, 1)
        if place + step in support and place + step in sentence.telling
    )
    shared = _rows(word) & _rows_there(other)
    fewer = beside and len(word) >= _LONG and evidence.language == "en"
    least = _FEWER if fewer else _CONSONANTS
    return any(len(row) >= least for row in shared)


def _another_vowel(word: str, other: str) -> bool:
    """Whether a vowel ends one name alone, or the first one is surely another."""
    if word.endswith("ي") and _NO_VOWEL.search(other):
        return True
    first = _FIRST_VOWEL.search(other)
    return first is not None and first[0] in _NEVER.get(word[1], frozenset())


@lru_cache(maxsize=1 << 13)
def _rows(word: str) -> frozenset[str]:
    """The rows of consonant classes of an Arabic name, with and without its particles."""
    forms = {form for form in without_particles(word) if len(form) >= _LETTERS}
    forms |= {form.removesuffix(end) for form in forms for end in _OF_IT if form.endswith(end)}
    found = set()
    for form in forms:
        for spelt, sound in _ONE_SOUND:
            form = form.replace(spelt, sound)
        row = "".join(CLASS_OF.get(letter, "") for letter in form).translate(_HARD)
        found.add(re.sub(r"(.)\1+", r"\1", row))
    return frozenset(found - {""})


@lru_cache(maxsize=1 << 13)
def _rows_there(other: str) -> frozenset[str]:
    """The same of a name in Latin or Hebrew letters."""
    forms = {
        form.removesuffix(end) for form in without_particles(other) for end in ("", *_LEFT_OUT)
    }
    return frozenset(row.translate(_HARD) for form in forms if form for row in rows(form)) - {""}


def named_elsewhere(sentence: Passage, source: Source, placed: Set[int]) -> list[int]:
    """Names of *sentence* among those *placed* that another name of the article is spelt as."""
    names = {token.fold for token in tokens(source.article.text)} if placed else set()
    return [place for place in sorted(placed) if _spelt_as(sentence.words[place].fold, names)]


def _spelt_as(word: str, names: Set[str]) -> bool:
    return any(not listed(name) and same_name(word, name, surely=True) for name in names)
