"""What one word is among the words of a number: digits, a unit, a ten, a multiplier, a fraction.

The rule: digits with what is written onto them (3bn, 10km, 2nd), and number words without the
particles and the conjunction that may be written onto them.

What it may get wrong: an unlisted measure behind digits hides them. The escape hatch is
`number_words`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from digests.language import number_words as table


@dataclass(frozen=True, slots=True)
class Part:
    value: Fraction
    role: str  # digits, word, teen-unit, times, vague, fraction, ordinal, dual, part
    joined: bool = False  # «و» or ו is written onto it


_GLUED = re.compile(r"(\d+(?:\.\d+)?)(k|m|mn|mln|bn|b|trn|tn|thousand|million|billion|trillion)")
_MEASURED = re.compile(r"(\d+(?:\.\d+)?)(?:km|kg|cm|mm|mph|kph|ft|mw|gw|kw|kwh|gb|tb|ha|nm|fm)")
_ORDINAL_DIGITS = re.compile(r"(\d+)(?:st|nd|rd|th)")
_DIGITS = re.compile(r"\d+(?:\.\d+)?%?")
_FOLD = "fold"
_HEBREW = re.compile("[א-ת]")
#: «שהמחצית», that the half; "and" with a preposition behind it.
_THAT_THE = frozenset({"שה", "שב", "של", "שמ"})
_AND_IN = frozenset({"וב", "ול", "ומ", "وب", "ول"})


@lru_cache(maxsize=1 << 15)
def part_of(word: str) -> Part | None:
    """What *word* is among number words, particles aside; None when it is none."""
    if not word:
        return None
    if word[0].isdigit():
        return _digits(word)
    if word.endswith(_FOLD) and (times := table.CARDINALS.get(word.removesuffix(_FOLD))):
        return Part(Fraction(times), "word")
    for form, joined in bare_forms(word):
        if (found := _lookup(form, joined)) is not None:
            return found
    return None


def _digits(word: str) -> Part | None:
    if _DIGITS.fullmatch(word):
        return Part(Fraction(word.rstrip("%")), "percent" if word.endswith("%") else "digits")
    if glued := _GLUED.fullmatch(word):
        times = table.MULTIPLIERS[glued[2]]
        return Part(Fraction(glued[1]) * times, "digits-times")
    if measured := _MEASURED.fullmatch(word):
        return Part(Fraction(measured[1]), "digits")
    if ordinal := _ORDINAL_DIGITS.fullmatch(word):
        return Part(Fraction(ordinal[1]), "ordinal")
    return None


def bare_forms(word: str) -> list[tuple[str, bool]]:
    """Forms of *word* without particles, each with whether a conjunction went."""
    found = [(word, False)]
    if word[0] < "\u0590":
        return found
    if _HEBREW.match(word):
        if word[0] == "ו":
            found.append((word[1:], True))
        rest, joined = (word[1:], True) if word[0] == "ו" else (word, False)
        for prefix in "הבלמכש":
            if rest.startswith(prefix) and (len(rest) > 3 or rest[1:] in table.CARDINALS):
                found.append((rest[1:], joined))
                if len(rest) > 4 and (rest[1] == "כ" or rest[:2] in _THAT_THE):  # «לכשלושה»
                    found.append((rest[2:], joined))
        return found
    starts = [(word, False)]
    if word[0] in "وف" and (len(word) > 3 or word[1:] in table.CARDINALS):  # «وست»
        starts.append((word[1:], True))
        found.append((word[1:], True))
    for start, joined in starts:
        for prefix in ("ال", "بال", "لل", "كال", "ب", "ل"):
            if start.startswith(prefix) and len(start) - len(prefix) >= 3:
                found.append((start[len(prefix) :], joined))
    return found


def begins_another(word: str) -> bool:
    """Whether "and" and a preposition on *word* begin another number: «2023 ובשלושה»."""
    return word[:2] in _AND_IN and _lookup(word[1:], joined=True) is None


def _lookup(form: str, joined: bool) -> Part | None:
    for role, values in (
        ("fraction", table.FRACTIONS),
        ("word", table.CARDINALS),
        ("times", table.MULTIPLIERS),
        ("ordinal", table.ORDINALS),
        ("teen-unit", table.TEEN_UNITS),
        ("teen-ordinal", table.ORDINAL_UNITS),
        ("vague", table.VAGUE),
        ("part", table.PARTS),
    ):
        if form in values and len(form) > 1:
            return Part(Fraction(values[form]), role, joined)
    if form in table.HEBREW_DUALS or (form in table.DUALS and form not in table.AMBIGUOUS):
        return Part(Fraction(2), "dual", joined)
    return None
