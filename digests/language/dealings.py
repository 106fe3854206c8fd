"""Verbs of a dealing between two, and on which side of it each of their slots stands.

The rule: who sells and who buys are of one dealing, whichever of the two its verb is told of: «باعت
س لص», «اشترت ص من س». ``dealings.txt`` has the verbs by kind, with the slot of the one and of the
other: who does it, who stands behind it, or a preposition. The opposites of a kind («دعم», «عارض»)
are told in `OPPOSED`.

What it may get wrong: a verb with two senses ("left Corda for Delta", "left the talks for a day").
The escape hatch is the word that must stand beside it, in the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from digests.language.conjugation import forms
from digests.language.kin import without_particles
from digests.language.lexicon import as_it_stands
from digests.language.lists import folded, rows
from digests.language.normal import fold

#: Slots that are no preposition: who does it, its object, who stands before it, nobody.
SUBJECT, OBJECT, BEFORE, NOBODY = "S", "O", "P", "-"
#: Kinds of which nobody is the one side of both with the same other.
OPPOSED = {"support": "opposition", "opposition": "support"}


class BrokenDealings(ValueError):
    """A line of the table that cannot be read; says which and what is expected."""


class Dealing(NamedTuple):
    """What a verb tells: the kind, a word that must stand beside it, and the two sides' slots."""

    kind: str
    beside: str
    one: tuple[str, ...]
    other: tuple[str, ...]


@lru_cache(maxsize=1 << 12)
def dealings(word: str, language: str) -> tuple[Dealing, ...]:
    """The dealings that the folded *word* of *language* may tell of, particles aside."""
    table = _table()[language]
    words = [word]
    if language == "he":
        words += without_particles(word)
    if language == "ar":
        words += [word[1:]] if word[0] in "وف" else []
        words += [form[1:] for form in words if form.startswith(("سي", "ست"))]
        words += [] if as_it_stands(word) else [_bare(form) for form in words]
    return next((tuple(table[form]) for form in words if form in table), ())


def _bare(word: str) -> str:
    """A verb without the pronoun of whom it is done to: «دعمه»."""
    return next((word.removesuffix(end) for end in _PRONOUNS if word.endswith(end)), word)


_PRONOUNS = ("هما", "هم", "ها", "ه")


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, list[Dealing]]]:
    table: dict[str, dict[str, list[Dealing]]] = {"ar": {}, "en": {}, "he": {}}
    for language, form, dealing in _read():
        table[language].setdefault(form, []).append(dealing)
    return table


def _read() -> Iterator[tuple[str, str, Dealing]]:
    kind = ""
    for number, line in rows(Path(__file__).with_name("dealings.txt")):
        columns = [column.strip() for column in line.split("|")]
        if len(columns) == 1 and ":" in line:
            kind = line.partition(":")[0]
            continue
        sides = [tuple(side.split("/")) for side in columns[-1].replace(" ", "").split(">")]
        if len(columns) != 3 or len(sides) != 2 or not kind:
            raise BrokenDealings(
                f"dealings.txt, line {number}: expected «kind: …» or «language | verbs | S > O», "
                f"got: {line}"
            )
        one, other = (tuple(_slot(slot) for slot in side) for side in sides)
        for verb in columns[1].split(","):
            parts, _, beside = verb.partition("+")
            for form in _forms(columns[0], parts.strip()):
                yield columns[0], form, Dealing(kind, fold(beside.strip()), one, other)


def _slot(slot: str) -> str:
    return slot if slot in (SUBJECT, OBJECT, BEFORE, NOBODY) else fold(slot)


def _forms(language: str, parts: str) -> frozenset[str]:
    """The forms of a verb by its principal parts; those of one word alone are that word."""
    if language != "en" and len(parts.split()) == 1:
        return folded(parts)
    found = forms(language, [parts])
    if language != "en":
        return found
    return found | {_gerund(parts.split()[0])}


def _gerund(base: str) -> str:
    """The form in -ing of an English verb, whose last letter is doubled behind one short vowel."""
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base[-1] == "e" and base[-2] != "e":
        return base[:-1] + "ing"
    return base + (base[-1] if _DOUBLED.fullmatch(base) else "") + "ing"


#: Verbs of one syllable, and those stressed on the last, whose consonant doubles: hit, transfer.
_DOUBLED = re.compile("[^aeiou]*[aeiou][bdgmnprt]|(?:sub|de|trans|re)[^aeiou]*[aeiou][rt]")
