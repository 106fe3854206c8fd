"""Deeds that are done by declaring them: martial law, a strike, a ceasefire, mourning.

The rule: where the verb of declaring has such a noun for its object, and no clause, what is
declared is a deed, and in English ends before another clause of what was done.

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
    "martial emergency war ceasefire truce independence bankruptcy mourning strike holiday curfew "
    "mobilisation mobilization boycott candidacy resignation victory "
    "أحكام طوارئ حرب هدنة استقلال إفلاس حداد إضراب عطلة تعبئة مقاطعة ترشح استقالة نصر"
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


def deed_start(words: Sequence[Token], start: int, at: int) -> int:
    """Where who declares it at *at* begins: "was fired after | the president declared war"."""
    ties = [p for p in range(start + 1, at - 1) if words[p].fold in _AFTER]
    relative = any(word.fold in _WHO for word in words[start:at])
    return start if relative or not ties else ties[-1] + 1


_AFTER = frozenset("after before when while as because since until once".split())
_WHO = frozenset({"who", "which", "that"})


def deed_end(words: Sequence[Token], text: str, at: int, end: int) -> int:
    """Where what an English verb declares at *at* ends: before another clause of what was done.

    ", because …", ", closing schools" and ", and talks would begin" are still the declarer's.
    """
    for place in range(at + 2, end):
        if "," not in text[words[place - 1].end : words[place].start]:
            continue
        clause = [word.fold for word in words[place:end]]
        done = any(word.endswith("ed") or word in _WERE for word in clause)
        return place if clause[0] in _AND and done and _COMING.isdisjoint(clause) else end
    return end


_AND, _WERE = frozenset({"and", "but"}), frozenset({"was", "were", "had"})
_COMING = frozenset("would will could should might may must that to".split())
