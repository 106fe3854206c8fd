"""What a text speaks of, word by word, and how much of it another text speaks of too.

The rule. Each word that carries a subject is a *concept*: all keys under which another text may say
the same. ``t:`` a name or term of the table, ``m:`` a meaning of the shared lexicon, ``s:`` a stem
of its language, ``r:`` the consonants of a word (a name, in any script; short ones only of words
that neither knows), ``n:`` a number by value. Two concepts meet in any key. What a concept weighs
is how unlikely its keys are to turn up in a text by chance: a wide line of the lexicon says little,
a name much. ``share`` is the part of a text's weight that others speak of. Dates are no concepts;
``points`` compares them.

What it may get wrong: wide meanings let unlike words meet («شهد»), a name of three consonants meets
by chance, and a word that the lexicon lacks in one language is new there. A share is a sum over
many words for that reason. The escape hatch is the lexicon: one line more is all it takes.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from collections.abc import Set as Set_
from fractions import Fraction
from functools import lru_cache

from digests.language.calendar import moments
from digests.language.kin import without_particles
from digests.language.lexicon import breadth
from digests.language.phrases import read
from digests.language.quantities import Kind, Quantity, quantities
from digests.language.stems import stem, stop_words
from digests.language.words import Token, tokens
from digests.stories.commonness import commonness
from digests.stories.names import meanings, table
from digests.stories.skeletons import skeleton

#: All keys of one word.
Concept = frozenset[str]

#: Counts up to this are small: they occur everywhere.
SMALL = 10
#: How often a key turns up in a text by chance, measured over the project's sample reports: for
#: each form of a meaning's line, for a stem, for a name of the table, for numbers, and for rows of
#: three, four and more consonants.
_FORM, _STEM, _NAME = 0.001, 0.003, 0.004
_COUNT, _SMALL_COUNT = 0.005, 0.04
_ROWS = {3: 0.006, 4: 0.003}
_ROW = 0.0015
#: The most that a key turns up, and the most that a concept weighs.
_OFTEN, HEAVY = 0.2, 5.5


@lru_cache(maxsize=1 << 15)
def concepts(text: str, language: str) -> tuple[Concept, ...]:
    """The concepts of *text* in order."""
    return of_words(tokens(text), text, language)


def of_words(words: Sequence[Token], text: str, language: str) -> tuple[Concept, ...]:
    """The concepts of *text* in order, where the caller has cut its *words*."""
    folded = [word.fold for word in words]
    meant = read(folded, core=True)
    named = _named(folded)
    counted = quantities(words)
    told = _numbers(counted)
    dated = {at for one in moments(words, text, counted) for at in range(one.first, one.end)}
    found: list[Concept] = []
    for at, word in enumerate(folded):
        if at in dated:
            continue
        if at in told:
            concept = told[at]
        elif at in named:
            concept = named[at] and named[at] | _by_word(word, language, meant[at], known=True)
        else:
            concept = _by_word(word, language, meant[at], known=bool(meant[at]))
        if concept:
            found.append(concept)
    return tuple(found)


def keys(found: Iterable[Iterable[Concept]]) -> frozenset[str]:
    """All keys of the concepts of several texts."""
    return frozenset(key for text in found for concept in text for key in concept)


def share(text: Iterable[Concept], known: Set_[str]) -> float:
    """The part of the weight of *text* that *known* keys speak of; 0 for an empty text."""
    total = met = 0.0
    for concept in set(text):
        heavy = weight(concept)
        total += heavy
        if not known.isdisjoint(concept):
            met += heavy
    return met / total if total else 0.0


@lru_cache(maxsize=1 << 16)
def weight(concept: Concept) -> float:
    """How unlikely it is that any key of *concept* turns up in a text by chance: -log of it."""
    never = math.prod(1 - chance(key) for key in concept)
    return min(-math.log(max(1e-9, 1 - never)), HEAVY)


@lru_cache(maxsize=1 << 16)
def chance(key: str) -> float:
    """How likely *key* is to turn up in a text of the field."""
    kind, rest = key[0], key[2:]
    if kind == "m":
        return min(_OFTEN, _FORM * breadth(int(rest)))
    if kind == "t":
        return min(_OFTEN, max(_NAME, commonness().get(rest, 0.0)))
    if kind == "r":
        return _ROWS.get(len(rest), _ROW)
    if kind == "n":
        return _COUNT if rest[0] == "p" or float(rest[1:]) > SMALL else _SMALL_COUNT
    return _STEM


def number_key(value: Fraction, *, percent: bool = False) -> str:
    """The key of a number of *value*; those of *percent* are a kind of their own."""
    return f"n:{'p' if percent else 'n'}{float(value):.12g}"


def is_naming(key: str) -> bool:
    """Whether *key* names someone or some place, as far as can be told."""
    if key[0] == "t":
        return table().kinds[key[2:]] in _NAMING
    return key[0] == "r" and len(key) - 2 > min(_ROWS)


def is_party(key: str) -> bool:
    """Whether *key* is that of a company, campaign, institution or person of the table."""
    return key[0] == "t" and table().kinds[key[2:]] in _PARTIES


def is_person(key: str) -> bool:
    """Whether *key* is that of a person of the table."""
    return key[0] == "t" and table().kinds[key[2:]] == "people"


_PARTIES = frozenset({"companies", "campaigns", "institutions", "people"})
_NAMING = _PARTIES | {"places"}


def _named(folded: Sequence[str]) -> dict[int, Concept]:
    """By place of a word, the names and terms of the table; later words of a name are empty."""
    found: dict[int, Concept] = {}
    for start, end, names in meanings(folded):
        found[start] = frozenset(f"t:{name}" for name in names)
        found.update(dict.fromkeys(range(start + 1, end), frozenset()))
    return found


def _numbers(counted: Sequence[Quantity]) -> dict[int, Concept]:
    """By place of a word, the numbers; later words of a number, and ordinals, are empty."""
    found: dict[int, Concept] = {}
    for one in counted:
        key = number_key(one.value, percent=one.kind is Kind.PERCENT)
        found[one.first] = frozenset({key} if one.kind is not Kind.ORDINAL else ())
        found.update(dict.fromkeys(range(one.first + 1, one.end), frozenset()))
    return found


@lru_cache(maxsize=1 << 15)
def _by_word(word: str, language: str, meant: frozenset[int], *, known: bool) -> Concept:
    """The concept of a *word* that means *meant*; one object for all texts that have it."""
    if len(word) < 2 or word in stop_words(language):
        return frozenset()
    found = {f"m:{meaning}" for meaning in meant}
    if root := stem(word, language):
        found.add(f"s:{language}:{root}")
    least = min(_ROWS) + known
    rows = {row for form in without_particles(word) if len(row := skeleton(form)) >= least}
    return frozenset(found | {f"r:{row}" for row in rows})
