"""Opposites of three languages: rise and fall, convict and acquit, temporary and permanent.

The rule: each line of ``opposites.txt`` is a pair of sides with their words; verbs are conjugated
by `conjugation`, and Arabic and Hebrew words are read without their particles. A text says the
opposite of a word when it has a word of the other side of its pair, and none of its own.

What it may get wrong: a word of the other side that is said of another thing. The escape hatch is
one more word on the word's own side.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from digests.language.conjugation import forms
from digests.language.kin import past_of_future, without_particles
from digests.language.lists import folded, rows

_LANGUAGES = ("ar", "en", "he")
#: Forms of an Arabic or Hebrew word that are looked up: as it stands, and its nearest without
#: particles.
_NEAREST = 3
#: Pronouns behind an Arabic verb.
_OBJECTS = ("ته", "تها", "تهم")
#: The Hebrew superlative, which is no "more".
_MOST = "ביותר"


class BrokenOpposites(ValueError):
    """A line of the table that cannot be read; says which and what is expected."""


def opposite(word: str, others: Iterable[str], language: str) -> bool:
    """Whether *others*, folded words of a text, say the opposite of the folded Arabic *word*."""
    ours = sides(word, "ar")
    if not ours:
        return False
    theirs = frozenset[int]().union(*(sides(other, language) for other in others))
    return not ours & theirs and any(-side in theirs for side in ours)


@lru_cache(maxsize=1 << 14)
def sides(word: str, language: str) -> frozenset[int]:
    """The sides of the folded *word*: n of the first side of pair n, -n of the second."""
    table = _table()[language]
    if language == "en":
        return table.get(word, frozenset())
    forms_of = [*without_particles(word)[:_NEAREST]]
    if language == "ar":  # «عارضته» of عارضت
        forms_of += [
            form[: len(form) - len(end) + 1]
            for form in forms_of
            for end in _OBJECTS
            if form.endswith(end)
        ]
    if language == "he":
        if word == _MOST:
            return frozenset()
        forms_of += past_of_future(word)
    found = (table.get(form) for form in forms_of)
    return next((side for side in found if side), frozenset())


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, frozenset[int]]]:
    table: dict[str, dict[str, frozenset[int]]] = {language: {} for language in _LANGUAGES}
    lines = rows(Path(__file__).with_name("opposites.txt"))
    for pair, (number, line) in enumerate(lines, 1):
        parts = [side.split("|") for side in line.split("<>")]
        if len(parts) != 2 or any(len(side) != len(_LANGUAGES) for side in parts):
            raise BrokenOpposites(
                f"opposites.txt, line {number}: expected «ar|en|he <> ar|en|he», got: {line}"
            )
        for sign, words in zip((pair, -pair), parts, strict=True):
            for language, text in zip(_LANGUAGES, words, strict=True):
                for form in word_forms(text, language):
                    table[language][form] = table[language].get(form, frozenset()) | {sign}
    return table


def word_forms(text: str, language: str) -> frozenset[str]:
    """The forms of the words and verbs of *text*, parted by commas; a verb has two parts."""
    entries = [entry.strip() for entry in text.split(",") if entry.strip()]
    verbs = [entry for entry in entries if " " in entry]
    doing = folded(" ".join(map(_doing, verbs))) if language == "en" else frozenset[str]()
    return forms(language, verbs) | doing | folded(" ".join(e for e in entries if " " not in e))


def _doing(verb: str) -> str:
    """The English participle in -ing of a verb with its past: "prevent prevented", preventing."""
    base, _, past = verb.partition(" ")
    if past == base + base[-1] + "ed":
        return past.removesuffix("ed") + "ing"
    silent = base.endswith("e") and not base.endswith("ee")
    return (base[:-1] if silent else base) + "ing"
