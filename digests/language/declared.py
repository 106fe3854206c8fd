"""Deeds that are done by declaring them: martial law, a strike, a ceasefire, mourning.

The rule: where the verb of declaring has such a noun for its object, and no clause, what is
declared is a deed, and ends before the next statement behind a comma.

What it may get wrong: a strike of which somebody only tells («أعلنت الصحيفة إضراب العمال»). The
escape hatch is the table of nouns.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.language.conjugation import forms
from digests.language.frame import OPENERS
from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.words import Token

_DECLARES = forms("en", ["declare", "announce"]) | forms("ar", ["أعلن يعلن"])
_DEEDS = folded(
    "law emergency war ceasefire truce independence bankruptcy mourning strike holiday curfew "
    "mobilisation mobilization boycott candidacy resignation victory "
    "أحكام طوارئ حرب هدنة استقلال إفلاس حداد إضراب عطلة حظر تعبئة مقاطعة ترشح استقالة نصر وقف"
)
#: Words behind the verb in which its object stands, with who declares it in Arabic.
_NEAR = 5


def declares_a_deed(words: Sequence[Token], at: int) -> bool:
    """Whether the verb at *at* has the noun of a deed for its object."""
    if words[at].fold not in _DECLARES and words[at].fold[1:] not in _DECLARES:
        return False
    for word in words[at + 1 : at + 1 + _NEAR]:
        if word.fold in OPENERS["en"] | OPENERS["ar"]:
            return False
        if not _DEEDS.isdisjoint(without_particles(word.fold)):
            return True
    return False


def deed_end(words: Sequence[Token], text: str, at: int, end: int) -> int:
    """Where what is declared at *at* ends: before the next statement, behind a comma."""
    later = range(at + 2, end)
    return next((p for p in later if "," in text[words[p - 1].end : words[p].start]), end)
