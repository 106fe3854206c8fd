"""What makes a clause of English words: a finite verb, and what only tells where and when.

The rule: an auxiliary is a verb, and so is a form in -ed or -s with an object behind it; a clause
opens with no word for when or why, and behind its verb of saying "in Sarmin on Monday" tells
nothing else.

What it may get wrong: a verb of another form ("led"). The escape hatch is the tables.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.language.lists import folded
from digests.language.words import Token

DETERMINERS = folded("a an the its their his her no all every some")
_AT = folded("on in at")
FINITE = folded("is are was were has have had will would can could may might must did does do")
#: Words of a clause, at least, and what opens none of its own.
CLAUSE = 5
NO_CLAUSE = folded(
    "after before when while as since because if although though despite following in on at by "
    "with without during for from under against amid speaking asked citing according"
)


def only_a_setting(following: Sequence[Token]) -> bool:
    """Whether *following* is nothing, or only where and when: "in Sarmin on Monday"."""
    if not following:
        return True
    told = all(w.text[:1].isupper() or w.text.isdigit() or w.fold in _AT for w in following)
    return following[0].fold in _AT and told


def finite(words: Sequence[Token], at: int) -> bool:
    """Whether the word at *at* is surely a verb: "has", "employs 2,400", "closed the"."""
    word, after = words[at], words[at + 1] if at + 1 < len(words) else None
    if word.fold in FINITE:
        return True
    inflected = word.text.islower() and word.fold.endswith(("ed", "s"))
    return (
        inflected and after is not None and (after.fold[0].isdigit() or after.fold in DETERMINERS)
    )


def last_comma(words: Sequence[Token], text: str, start: int, at: int) -> int:
    """Where the last comma before *at* ends, or *start* where there is none behind it."""
    for place in range(at - 1, start, -1):
        if "," in text[words[place - 1].end : words[place].start]:
            return place
    return start
