"""The third persons of a verb, as newspapers write them, built from its two principal parts.

The rule. Arabic, "past imperfect": the past with the endings of gender and number, the imperfect
with its two prefixes; a final weak letter goes or turns as grammars say (نفى، نفت، نفوا، ينفون).
English, "base past": the form in -s, and the base itself, which plural subjects take. Hebrew, "past
present": the past and the participle with gender and number. All forms are folded; the second part
may be missing.

What it may get wrong: the dual of a past of three sound letters is left out, because it is written
like a noun («ردًا على»), and so is the feminine plural of Arabic. The escape hatch is a form that
is listed by itself, as a line of one word in a table of forms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from digests.language.normal import fold

_SHORT = 3
_VOWELS = "aeiou"


def forms(language: str, lines: Iterable[str]) -> frozenset[str]:
    """All folded forms of the verbs in *lines*, one verb a line."""
    build = {"ar": _arabic, "en": _english, "he": _hebrew}[language]
    return frozenset(fold(form) for line in lines if line.split() for form in build(*line.split()))


def _arabic(past: str, imperfect: str = "") -> Iterator[str]:
    yield past
    stem = past[:-1] if past[-1] in "ىا" else past
    yield from (stem + ending for ending in ("ت", "وا", "تا"))
    if stem != past:
        yield stem + ("يا" if past[-1] == "ى" else "وا")
    elif len(past) > _SHORT or past[1] == "ا":
        yield past + "ا"
    if not imperfect:
        return
    bare = imperfect[1:-1] if imperfect[-1] in "ىيو" else imperfect[1:]
    dual = imperfect[1:-1] + "ي" if imperfect[-1] == "ى" else imperfect[1:]
    for prefix in "يت":
        yield from (prefix + imperfect[1:], prefix + bare + "ون", prefix + dual + "ان")
    yield from ("ي" + bare + "وا", "ي" + dual + "ا")


def _english(base: str, past: str = "") -> Iterator[str]:
    yield base
    consonant_y = base[-1] == "y" and base[-2] not in _VOWELS
    hissing = base.endswith(("s", "sh", "ch", "x", "z"))
    yield base[:-1] + "ies" if consonant_y else base + ("es" if hissing else "s")
    if past:
        yield past
    elif consonant_y:
        yield base[:-1] + "ied"
    else:
        yield base + ("d" if base[-1] == "e" else "ed")


def _hebrew(past: str, present: str = "") -> Iterator[str]:
    weak = past[-1] == "ה"
    yield past
    yield from (past[:-1] + "תה", past[:-1] + "ו") if weak else (past + "ה", past + "ו")
    if not present:
        return
    present = fold(present)
    stem = present[:-1] if present[-1] == "ה" else present
    yield present
    if stem == present:
        yield stem + ("ה" if present[-2] in "יו" else "ת")
    yield from (stem + "ים", stem + "ות")
