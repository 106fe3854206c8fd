"""Siblings: words of one kind of which one is never said for another: son, daughter; river, lake.

The rule: each line of ``siblings.txt`` is a family, its members parted by semicolons, each with
its words in Arabic, English and Hebrew. Two words are siblings when both are of one family and of
no member together; what the lexicon's wide lines have in common does not join them. Arabic words
are read without particles, possessives and the endings of number, and with the letter of the
feminine, which parts «ابنة» (a daughter) from «ابنه» (his son).

What it may get wrong: a word of two senses, of which one is in a family. The escape hatch is the
table: an ambiguous word is left out of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from digests.language.lists import rows
from digests.language.normal import fold

_PREFIXES = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فل")
_ARTICLES = ("", "ال")
_ENDINGS = (
    "", "ه", "ها", "هم", "هن", "هما", "نا", "ا", "ان", "ين", "ون", "ات", "ي", "تان", "تين",
    "يه", "يها", "يهم",
)  # fmt: skip
_HEBREW_FRONTS = "ושהבלמכ"
#: Letters of a Hebrew or Arabic word that is left without its particles, at least.
_SHORTEST = 2


def siblings(word: str, language: str, other: str, their_language: str) -> bool:
    """Whether *word* and *other*, as they are written, are two members of one family."""
    ours = _members(word, language)
    if not ours:
        return False
    theirs = _members(other, their_language)
    if ours & theirs:
        return False
    return not {family for family, _ in ours}.isdisjoint(family for family, _ in theirs)


def has_siblings(word: str) -> bool:
    """Whether the Arabic *word* is a member of a family."""
    return bool(_members(word, "ar"))


def arabic_members() -> Iterable[str]:
    """The Arabic words of all families, folded."""
    return _tables()["ar"].keys()


@lru_cache(maxsize=1 << 15)
def _members(word: str, language: str) -> frozenset[tuple[int, int]]:
    """The families of *word* with its place in each."""
    table = _tables()[language]
    for form in _readings(word, language):
        if form in table:
            return table[form]
    return frozenset()


def _readings(word: str, language: str) -> list[str]:
    """The forms of *word* in which it may be listed, the nearest first."""
    form = _kept(word, language)
    if language == "he":
        found = [form]
        while form[:1] in _HEBREW_FRONTS and len(form) > _SHORTEST:
            form = form[1:]
            found.append(form)
        return found
    if language != "ar":
        return [form.removesuffix("'s")]
    found = []
    for bare in _fronts(form):
        for ending in _ENDINGS:
            stem = bare.removesuffix(ending) if ending else bare
            if bare.endswith(ending) and len(stem) >= _SHORTEST:
                found.append(stem)
    return sorted(found, key=len, reverse=True)


def _fronts(form: str) -> list[str]:
    if form.startswith(("لل", "ولل")):
        form = form.replace("لل", "ال", 1)
    starts = (prefix + article for prefix in _PREFIXES for article in _ARTICLES)
    return list(dict.fromkeys(form.removeprefix(start) for start in starts))


def _kept(word: str, language: str) -> str:
    """*word* folded, with a letter of its own for the feminine in Arabic."""
    return fold(word.replace("ة", "ت")) if language == "ar" else fold(word)


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, frozenset[tuple[int, int]]]]:
    tables: dict[str, dict[str, frozenset[tuple[int, int]]]] = {"ar": {}, "en": {}, "he": {}}
    for family, line in rows(Path(__file__).with_name("siblings.txt")):
        for member, words in enumerate(line.split(";")):
            for language, forms in zip(("ar", "en", "he"), words.split("|"), strict=True):
                table = tables[language]
                for form in forms.split():
                    key = _kept(form, language)
                    table[key] = table.get(key, frozenset()) | {(family, member)}
    return tables
