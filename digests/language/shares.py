"""Numbers that more than number words say: shares, measures and a half, rulers, school years.

The rule: «أربعة من كل عشرة», "nine out of ten of", "one nurse in five" are fractions, and so are
«خُمس العمال», "a fifth of" and חמישית מ; «سنة ونصف», "a year and a half" are one and a half; «مليونا
دولار» without a tanwin is two million; XIV behind a name is the fourteenth, and י"ב behind the word
for school years the twelfth.

What it may get wrong: "three in five" that counts attacks and not one of each five is read as a
share. The escape hatch is the tables.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from digests.language.arabic import DAMMA, TANWIN
from digests.language.lists import folded
from digests.language.quantities import Kind, Quantity
from digests.language.words import Token

_EVERY = folded("every each كل מכל כל")
_TIES = folded("of in out من بين أصل מתוך every each كل מכל כל")
#: Wholes of which a share is told without "every".
_WHOLES = frozenset({*range(3, 11), 20, 100})
#: Words between the two numbers of a share.
_BETWEEN = 3
_MEASURES = folded(
    "سنة عام عاما شهر شهرا أسبوع أسبوعا يوم يوما ساعة عقد عقدا year month "
    "week day hour decade שנה חודש שעה"
)
#: Measures of time in the plural.
_SEVERAL = folded(
    "سنوات سنين أعوام أشهر شهور أسابيع أيام ساعات عقود قرون قرن دقائق ثوان ثواني דקות שעות ימים"
)
_WHAT = "ما"
#: Arabic fractions that are written as a number: «خُمس», before a definite noun.
_FIFTHS = {"خمس": 5, "سدس": 6, "سبع": 7, "تسع": 9, "عشر": 10}
_DUALS = folded("مليونا ألفا مليارا")
#: «השלישית מסוגה» and «שלישית מסוגה»: the third of its kind is no third part.
_THE, _OF_ITS_KIND = "ה", folded("מסוגה מסוגו")
_ROMAN = re.compile("(?=[XVI]{2,})X{0,3}(IX|IV|V?I{0,3})")
_ROMANS = {"I": 1, "V": 5, "X": 10}
_SCHOOL_YEARS = folded("כיתה כיתות כיתת בכיתה בכיתות לכיתות מכיתה מכיתות")
_LETTERS = {letter: n for n, letter in enumerate("אבגדהוזחטי", 1)}
_SCHOOL = 4


def with_shares(words: Sequence[Token], found: list[Quantity]) -> list[Quantity]:
    """*found* with the numbers that are told in more than number words."""
    kept: list[Quantity] = []
    for quantity in found:
        read = _fifth(words, _and_a_half(words, _construct(words, quantity)))
        share = _share(words, kept[-1], read) if kept else None
        if share is not None:
            kept[-1] = share
        else:
            kept.append(_one_of_each(words, read))
    taken = {place for q in kept for place in range(q.first, q.end)}
    kept += [q for q in _others(words) if q.first not in taken]
    return sorted(kept, key=lambda q: q.first)


def _share(words: Sequence[Token], one: Quantity, whole: Quantity) -> Quantity | None:
    """«أربعة من كل عشرة» as four tenths."""
    between = [w.fold for w in words[one.end : whole.first]]
    counts = one.kind is Kind.COUNT and whole.kind is Kind.COUNT and one.value < whole.value
    if not counts or not 0 < len(between) <= _BETWEEN:
        return None
    noun = [w for w in between if w not in _TIES]
    every = bool(_EVERY & set(between)) and not noun and len(between) > (between[0][0] < "א")
    following = words[whole.end].fold if whole.end < len(words) else ""
    if every and between[0] in _EVERY and _a_measure(following):
        return None  # «مرة واحدة كل 90 عاما»: how often, and no share
    spelt = not any(words[q.first].fold[0].isdigit() for q in (one, whole))
    if not every:
        if not spelt or whole.value not in _WHOLES or _a_measure(following):
            return None
        out_of = between == ["out", "of"] and following == "of"
        single = one.value == 1 and between[-1:] == ["in"] and len(between) <= 2
        if not (out_of or single or (between == ["in"] and not noun)):
            return None
    return Quantity(one.value / whole.value, Kind.FRACTION, one.first, whole.end)


def _one_of_each(words: Sequence[Token], whole: Quantity) -> Quantity:
    """«طفل من كل ثلاثة» as a third: the noun as it stands is one."""
    first = whole.first - 2
    tie = first > 0 and words[first].fold in _OF_EACH and words[first + 1].fold in _EVERY
    if not tie or whole.kind is not Kind.COUNT or whole.value not in _WHOLES:
        return whole
    return replace(whole, value=1 / whole.value, kind=Kind.FRACTION, first=first)


_OF_EACH = folded("من بين")


def _a_measure(word: str) -> bool:
    return word in _MEASURES or word.removesuffix("s") in _MEASURES or word in _SEVERAL


def _and_a_half(words: Sequence[Token], half: Quantity) -> Quantity:
    """«سنة ونصف» as one and a half."""
    first = half.first - 1
    if half.kind is not Kind.FRACTION or half.value >= 1 or first < 0:
        return half
    joined = words[half.first].fold[0] in "وו"
    while first > 0 and words[first].fold in ("a", "and"):
        joined, first = joined or words[first].fold == "and", first - 1
    if not joined or words[first].fold not in _MEASURES:
        return half
    english = words[first].text[:1].isascii()
    if english and words[first - 1].fold not in ("a", "an", "one"):
        return half
    if english and words[half.first - 1].fold == "and":
        return half  # "lasted an hour and half the members left"
    following = words[half.end].fold if half.end < len(words) else ""
    of_it = following.startswith("ال") and following.removeprefix("ال") in _MEASURES
    return Quantity(1 + half.value, Kind.COUNT, first, half.end + of_it)


def _construct(words: Sequence[Token], quantity: Quantity) -> Quantity:
    """«مليونا دولار» as two million; with its tanwin it is one."""
    word = words[quantity.first]
    following = words[quantity.end].fold if quantity.end < len(words) else "و"
    alone = quantity.end - quantity.first == 1 and following[0] != "و"
    if not alone or word.fold.lstrip("وب") not in _DUALS or TANWIN in word.text:
        return quantity
    return replace(quantity, value=quantity.value * 2)


def _fifth(words: Sequence[Token], quantity: Quantity) -> Quantity:
    """«خُمس العمال», "a fifth of the workers" and חמישית מהעובדים as fractions."""
    if quantity.end - quantity.first != 1 or quantity.end >= len(words):
        return quantity
    word, following = words[quantity.first].fold, words[quantity.end].fold
    before = words[quantity.first - 1].fold if quantity.first else ""
    part = 0
    voiced = words[quantity.first].text.lstrip("وب")[1:2] == DAMMA  # «عُشر ما تسرب»
    if quantity.kind is Kind.COUNT and (voiced or following.startswith("ال") or following == _WHAT):
        part = next((n for form, n in _FIFTHS.items() if word in (form, "و" + form)), 0)
    elif quantity.kind is Kind.ORDINAL and quantity.value > 2:
        english = before in ("a", "one") and following in ("of", "to", "from")
        hebrew = word.endswith("ית") and following.startswith("מ") and len(following) > 2
        hebrew = hebrew and word[0] != _THE and following not in _OF_ITS_KIND
        part = int(quantity.value) if english or hebrew else 0
    return replace(quantity, value=Fraction(1, part), kind=Kind.FRACTION) if part else quantity


def _others(words: Sequence[Token]) -> list[Quantity]:
    """Rulers told in Roman numerals, school years in Hebrew letters, and "once in 900 years"."""
    found = []
    for at in range(len(words)):
        if _once(words, at):
            found.append(Quantity(Fraction(1), Kind.COUNT, at, at + 1))
        value = _roman(words, at) or _school_year(words, at)
        if value:
            found.append(Quantity(Fraction(value), Kind.ORDINAL, at, at + 1))
    return found


def _once(words: Sequence[Token], at: int) -> bool:
    """Whether "once" at *at* is one time in a number of years: "once in 900 years"."""
    tied = [word.fold for word in words[at : at + 2]] in (["once", "in"], ["once", "every"])
    return tied and at + 2 < len(words) and words[at + 2].fold[0].isdigit()


def _roman(words: Sequence[Token], at: int) -> int:
    text = words[at].text
    named = at > 0 and words[at - 1].text[:1].isupper()
    if not named or not _ROMAN.fullmatch(text):
        return 0
    values = [*(_ROMANS[letter] for letter in text), 0]
    return sum(n if n >= m else -n for n, m in pairwise(values))


def _school_year(words: Sequence[Token], at: int) -> int:
    letters = words[at].fold.rstrip("'").replace('"', "")
    if not letters or not all(letter in _LETTERS for letter in letters) or len(letters) > 2:
        return 0
    near = {word.fold for word in words[max(0, at - _SCHOOL) : at]}
    particle = at + 1 < len(words) and words[at + 1].fold[0].isdigit()
    return (
        sum(_LETTERS[letter] for letter in letters) if near & _SCHOOL_YEARS and not particle else 0
    )
