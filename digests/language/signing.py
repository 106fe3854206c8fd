"""«توقع» where it is of signing, and nobody expects: «ستوقّع مصر اتفاقًا», «لن توقع».

The rule: behind the letter of the future the verb of expecting keeps its own ت (سيتوقع, ستتوقع), so
«ستوقع» and «سيوقع» are to sign; so is «توقع» behind a particle that only an imperfect follows (لن،
لم، لا، سوف، كي), and behind «أن», where no «بعد» or «سبق» before it makes a past of it.

What it may get wrong: the past behind «أن» in another turn. The escape hatch is the table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from digests.language.lists import folded
from digests.language.words import Token

_WILL_SIGN = re.compile("[وف]?س[يتنا]وقع(?:ون|ان|ه|ها|هما|هم)?")
_SIGN = re.compile("[وف]?[تن]وقع(?:ون|ان|وا|ا|ه|ها|هما|هم)?")
_BEFORE_IMPERFECTS = folded("لن ولن لم ولم لا ولا سوف وسوف كي لكي")
_THAT, _OF_A_PAST = folded("أن بأن وأن"), folded("بعد سبق منذ إلا")


def signs(words: Sequence[Token], at: int) -> bool:
    """Whether the word at *at* says that somebody signs."""
    word = words[at].fold
    if _WILL_SIGN.fullmatch(word):
        return True
    if not _SIGN.fullmatch(word) or not at:
        return False
    before = words[at - 1].fold
    if before in _BEFORE_IMPERFECTS:
        return True
    return before in _THAT and (at < 2 or words[at - 2].fold not in _OF_A_PAST)
