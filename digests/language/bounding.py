"""A "no" and a verb that bound a number, with what is measured between them.

The rule: «لا تقل أعمارهم عن 13» says at least, «ألا يتجاوز عددهم 20» and «لا تحتفظ بأكثر من 300»
say at most; none of them denies anything. «ألا» is read as it is written, since without its hamza
it is «إلا».

What it may get wrong: «لم تصل إلى أكثر من 200 أسرة», of more than 200 that were not reached; so of
verbs at large only those count whose "more than" has «ب» on it. The escape hatch is the tables.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from digests.language.hedge_words import Hedge
from digests.language.lists import folded
from digests.language.quantities import quantities
from digests.language.words import Token

_NOES = folded("لا لم لن ولا ولم ولن")
#: «ألا», and not «إلا».
_THAT_NOT = re.compile("[وب]?ألّ?ا")
#: What each verb bounds, with the prepositions behind which its number stands.
_VERBS = {
    verb: (hedge, folded(by))
    for verbs, hedge, by in (
        ("يقل تقل يقلوا يقلون تنقص ينقص", Hedge.AT_LEAST, "عن"),
        ("يزيد تزيد يزد تزد يزيدوا يزيدون", Hedge.AT_MOST, "على عن"),
        ("يتجاوز تتجاوز يتجاوزوا يتجاوزون يتعدى تتعدى يتعد تتعد", Hedge.AT_MOST, ""),
    )
    for verb in folded(verbs)
}
_MORE, _THAN = folded("بأكثر بأزيد"), folded("من")
#: Words behind such a verb among which its number begins, and from a no to its «بأكثر من».
_BETWEEN, _WITHIN = 4, 6
_ELSEWHERE = folded("في من إلى خلال منذ بعد قبل")


def bounding(words: Sequence[Token], at: int) -> tuple[Hedge, int] | None:
    """What the no at *at* makes of a number, and the place where that number begins."""
    if words[at].fold not in _NOES and not _THAT_NOT.fullmatch(words[at].text):
        return None
    verb = words[at + 1].fold if at + 1 < len(words) else ""
    if verb in _VERBS:
        hedge, by = _VERBS[verb]
        number = _number(words, at + 2, by)
        return None if number is None else (hedge, number)
    for place in range(at + 2, min(len(words) - 2, at + _WITHIN)):
        if words[place].start - words[place - 1].end > 1:
            return None
        if words[place].fold in _MORE and words[place + 1].fold in _THAN:
            counted = bool(quantities(words[place + 2 : place + 3]))
            return (Hedge.AT_MOST, place + 2) if counted else None
    return None


def _number(words: Sequence[Token], first: int, by: frozenset[str]) -> int | None:
    """Where a number begins close behind *first*, right behind a word of *by* if there is any."""
    end = min(len(words), first + _BETWEEN)
    for place in range(first, end):
        if words[place].start - words[place - 1].end > 1:
            return None
        counted = bool(quantities(words[place : place + 1]))
        if counted and (not by or words[place - 1].fold in by):
            return place
        if words[place].fold in _ELSEWHERE - by:
            return None
    return None
