"""Who does it behind an Arabic passive: «انتُقد القرار من جانب النقابة».

The rule: behind a past that its first vowel tells to be passive, «من جانب», «من قبل» and «من طرف»
name who does it. The name ends at a mark, a preposition or the «ب» of a charge.

What it may get wrong: a passive whose vowel is not written is none. The escape hatch is the vowel.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.language.arabic import DAMMA
from digests.language.arabic_subjects import ends_name
from digests.language.lexicon import as_it_stands, listed
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.words import Token

#: What tells why or when it is done, behind the name.
_WHY = folded("لأن لأنه لأنها لأنهم بسبب بعد بعدما خلال إثر عقب")
_FROM, _SIDE = fold("من"), folded("جانب قبل طرف")
#: Letters and signs of a verb in which the vowel of a passive stands.
_WRITTEN = 4
#: Words of a name, at most.
_NAME = 6


def agent(words: Sequence[Token], text: str, at: int, end: int) -> range | None:
    """The name of who does what the passive at *at* says, in a sentence up to *end*."""
    if DAMMA not in words[at].text[:_WRITTEN]:
        return None
    for place in range(at + 1, end - 2):
        if _marked(words, text, place):
            return None
        if words[place].fold == _FROM and words[place + 1].fold in _SIDE:
            first, last = place + 2, min(end, place + 2 + _NAME)
            stops = (p for p in range(first + 1, last) if _ends(words, text, p))
            return range(first, next(stops, last))
    return None


def _ends(words: Sequence[Token], text: str, place: int) -> bool:
    """Whether the name is told before *place*: «من قبل النائب سامر | بإخفاء التقرير»."""
    word = words[place].fold
    charge = word[0] == "ب" and not as_it_stands(word) and listed(word[1:])
    return charge or word in _WHY or ends_name(words[place]) or _marked(words, text, place)


def _marked(words: Sequence[Token], text: str, place: int) -> bool:
    return bool(text[words[place - 1].end : words[place].start].strip())
