"""Idioms of Arabic: a verb and a noun that together say what another text says by one word.

The rule: each line of ``idioms.txt`` has the verbs and nouns of an idiom and the words of three
languages that say the same: «أنهت الشركة خدمة 28 موظفًا», fired 28 staff. Unlike a light verb's,
the noun does not say it alone. Verbs are conjugated by `conjugation`; nouns are read without
particles, articles and possessives.

What it may get wrong: a verb and a noun that stand near each other and are no idiom. A caller asks
that the other text have the word for it. The escape hatch is the table.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from digests.language.kin import stems, without_particles
from digests.language.lists import rows
from digests.language.opposites import word_forms

_LANGUAGES = ("ar", "en", "he")
#: What begins a line of what is done to people: whoever fires a missile dismisses nobody.
_TO_PEOPLE = "* "


class BrokenIdioms(ValueError):
    """A line of the table that cannot be read; says which and what is expected."""


@dataclass(frozen=True, slots=True)
class Idiom:
    """The forms of the ``verbs`` and ``nouns`` of an idiom, and of what says the same.

    ``to_people`` says whether only people are its object.
    """

    verbs: frozenset[str]
    nouns: frozenset[str]
    said: dict[str, frozenset[str]]
    to_people: bool

    def says(self, word: str, language: str) -> bool:
        """Whether the folded *word* of *language* says what the idiom says."""
        if language == "en":
            return word in self.said[language]
        return not self.said[language].isdisjoint(without_particles(word))


def idioms(verb: str) -> tuple[Idiom, ...]:
    """The idioms of which the folded *verb* may be the verb."""
    bare = without_particles(verb)[:_NEAREST]
    return tuple(idiom for idiom in _table() if not idiom.verbs.isdisjoint(bare))


def is_its_noun(idiom: Idiom, word: str) -> bool:
    """Whether the folded *word* is the noun of *idiom*."""
    return not idiom.nouns.isdisjoint((*without_particles(word), *stems(word)))


#: Forms of a verb that are looked up: as it stands, and without a joined particle.
_NEAREST = 2


@lru_cache(maxsize=1)
def _table() -> tuple[Idiom, ...]:
    found = []
    for number, line in rows(Path(__file__).with_name("idioms.txt")):
        idiom, _, said = line.removeprefix(_TO_PEOPLE).partition("<>")
        parts, languages = idiom.split("|"), said.split("|")
        if len(parts) != 2 or len(languages) != len(_LANGUAGES):
            raise BrokenIdioms(
                f"idioms.txt, line {number}: expected «verbs | nouns <> ar | en | he», got: {line}"
            )
        verbs, nouns = (word_forms(part, "ar") for part in parts)
        told = zip(_LANGUAGES, languages, strict=True)
        nouns |= {noun[:-1] + "ت" for noun in nouns if noun[-1] == "ه"}  # «استقالته»
        of = {lang: word_forms(text, lang) for lang, text in told}
        found.append(Idiom(verbs, nouns, of, line.startswith(_TO_PEOPLE)))
    return tuple(found)
