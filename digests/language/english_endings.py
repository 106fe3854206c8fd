"""How an English statement ends with who said it, and with when and where he said it.

The rule: few words behind the verb, or a day or what he said it in, only tell that; so they do
behind a whole clause where a comma goes on with what he said.

What it may get wrong: a clause that only begins another. The escape hatch is `NO_CLAUSE`.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.language.english_clauses import CLAUSE, DETERMINERS, NO_CLAUSE, only_a_setting
from digests.language.frame import TRAILING
from digests.language.lists import folded
from digests.language.words import Token


def ends(words: Sequence[Token], at: int, end: int) -> bool:
    """Whether little follows the verb at *at* but when and where it was said."""
    following = words[at + 1 : end]
    if len(following) <= TRAILING:
        return True
    if len(following) > 2 * TRAILING:
        return False
    if following[0].fold == "in" and following[1].fold in DETERMINERS:
        return following[2].fold in _WRITINGS
    return only_a_setting(following)


def said_on_a_day(
    words: Sequence[Token], text: str, told: tuple[int, int], at: int, end: int
) -> bool:
    """Whether a whole clause is *told* before who speaks, and behind the verb when he said it.

    "Ada Lin led the vote, the board said on Monday, falling short of an outright win".
    """
    start, comma = told
    if comma - start < CLAUSE or words[start].fold in NO_CLAUSE:
        return False
    for stop in range(at + _SETTING, min(end, at + 2 * TRAILING)):
        marked = "," in text[words[stop - 1].end : words[stop].start]
        if marked or words[stop].fold == "with":
            return words[at + 1].fold in ("on", "in") and ends(words, at, stop)
    return False


#: Words of when something is said, at least.
_SETTING = 3
#: What is written or said in: "wrote in a letter to staff".
_WRITINGS = folded("letter email memo message statement post note interview speech report")
