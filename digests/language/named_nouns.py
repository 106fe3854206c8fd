"""Nouns of who and what has a name: a company, a ministry, a town, a ship, a minister.

The rule: each line of ``named_nouns.txt`` is one noun with its like in three languages, and the
kinds by which its readers tell it from others; a noun of two senses stands in two lines. Words are
read without particles and articles, a Hebrew noun in ה in its construct, too. Persons have only
Arabic words: the lexicon knows them in the other languages by these.

What it may get wrong: two nouns of a line that an article tells apart. The escape hatch is the
table.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from digests.language.kin import without_particles
from digests.language.lists import folded, rows

_LANGUAGES = ("ar", "en", "he")
#: Kinds of who may do something, of all persons, of bodies, and of what may have a name in marks.
PERSONS = ("office", "rank", "person")
PEOPLE = (*PERSONS, "people")
BODIES = ("company", "business", "organisation", "body")
WITH_NAMES = (*BODIES, "town", "thing")
KINDS = frozenset((*PEOPLE, *WITH_NAMES, "state"))


class BrokenNouns(ValueError):
    """A line of the table that cannot be read; says which and what is expected."""


@lru_cache(maxsize=64)
def nouns(language: str, *kinds: str) -> frozenset[str]:
    """The folded nouns of *language* that are of one of *kinds*."""
    return frozenset(
        word for kinds_of, words in _table() if not kinds_of.isdisjoint(kinds)
        for word in words[language]
    )  # fmt: skip


@lru_cache(maxsize=1 << 12)
def senses(word: str, language: str, *kinds: str) -> frozenset[int]:
    """The lines, of one of *kinds*, that have the folded *word*, particles aside."""
    forms = (word,) if language == "en" else without_particles(word)
    lines = {line for form in forms for line in _lines(language).get(form, ())}
    return frozenset(line for line in lines if not _table()[line][0].isdisjoint(kinds))


@lru_cache(maxsize=len(_LANGUAGES))
def _lines(language: str) -> dict[str, list[int]]:
    """The lines of the table that have a noun."""
    found: dict[str, list[int]] = {}
    for line, (_, words) in enumerate(_table()):
        for word in words[language]:
            found.setdefault(word, []).append(line)
    return found


@lru_cache(maxsize=1)
def _table() -> list[tuple[frozenset[str], dict[str, frozenset[str]]]]:
    return list(_read())


def _read() -> Iterator[tuple[frozenset[str], dict[str, frozenset[str]]]]:
    for number, line in rows(Path(__file__).with_name("named_nouns.txt")):
        named, _, words = line.partition(":")
        kinds, columns = frozenset(named.split()), words.split("|")
        arabic_alone = len(columns) == 1 and kinds.issubset(PEOPLE)
        if not kinds or not kinds <= KINDS or not (len(columns) == 3 or arabic_alone):
            raise BrokenNouns(
                f"named_nouns.txt, line {number}: expected «kinds: ar | en | he», the kinds of "
                f"{', '.join(sorted(KINDS))}, got: {line}"
            )
        columns += [""] * (len(_LANGUAGES) - len(columns))
        told = dict(zip(_LANGUAGES, map(folded, columns), strict=True))
        told["he"] |= {noun[:-1] + "ת" for noun in told["he"] if noun[-1] == "ה"}
        yield kinds, told
