"""Given names: that two words are one name in two spellings, or the names of two people.

The rule: a line of ``given_names.txt`` is one name with its spellings in Arabic, Latin and Hebrew
letters. Two words of the table that share no line are two names, however near they look (حسن,
حسين; Mario, ماريا). An Arabic word is read as it stands, and else, where the lexicon has no such
word («بكامل», «لجان»), without a particle written onto it.

What it may get wrong: a name that is a word, too, told of another such word («سعيد», happy). The
escape hatch is the table, where such a pair is one line.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from digests.language.lexicon_index import index_read
from digests.language.lists import rows
from digests.language.normal import fold

_NONE: frozenset[int] = frozenset()
#: Particles of one letter that are written onto a name.
_WRITTEN_ONTO = frozenset("وفلب")


def given_name(word: str) -> bool:
    """Whether the folded *word* is a given name of the table."""
    return bool(_lines(word))


def one_given_name(word: str, other: str) -> bool:
    """Whether two folded words are spellings of one given name."""
    return not _lines(word).isdisjoint(_lines(other))


def two_given_names(word: str, other: str) -> bool:
    """Whether two folded words are given names, and not of one line."""
    ours, theirs = _lines(word), _lines(other)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


@lru_cache(maxsize=1 << 14)
def _lines(word: str) -> frozenset[int]:
    table = _table()
    if word in table or word[:1] not in _WRITTEN_ONTO or word in index_read().known:
        return table.get(word, _NONE)
    return table.get(word[1:], _NONE)


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[int]]:
    table: dict[str, frozenset[int]] = {}
    for number, line in rows(Path(__file__).with_name("given_names.txt")):
        for form in line.replace("|", " ").split():
            key = fold(form)
            table[key] = table.get(key, _NONE) | {number}
    return table
