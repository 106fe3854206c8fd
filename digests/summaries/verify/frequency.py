"""How often something comes about: «مرة واحدة كل عشرة أعوام» is "once in ten years", "one in".

The rule: «واحدة» behind «مرة» is "once", or "one in" before a measure of time; «مرة» is said by
either, and «كل» before a measure of time by the word behind it (in, a, per). How long it takes is a
number like any other, and is looked at as such.

What it may get wrong: "once" that is "as soon as" behind the beginning of a sentence. The escape
hatch is `_TIED`.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.language.quantities import Quantity
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.units import is_time

_TIMES, _ONE, _EVERY = folded("مرة لمرة بمرة"), folded("واحدة"), folded("كل")
_ONCE = frozenset({"once", "one"})
#: What ties "once" to how long it takes.
_TIED = frozenset("in a an per every each".split())
#: Words behind a tie within which its measure stands: "in 90,000 years".
_WITHIN = 3


def one_time(sentence: Passage, quantity: Quantity, evidence: Passage) -> bool:
    """Whether *quantity* is the one of «مرة واحدة», and the evidence has "once" for it."""
    if quantity.value != 1 or not quantity.first or evidence.language != "en":
        return False
    once = sentence.words[quantity.first - 1].fold in _TIMES
    return once and sentence.words[quantity.first].fold in _ONE and bool(_said_once(evidence))


def how_often(sentence: Passage, place: int, evidence: Passage) -> bool:
    """Whether «مرة» or «كل» at *place* tells how often something comes about, as the evidence."""
    if evidence.language != "en":
        return False
    word = sentence.words[place].fold
    if word in _TIMES:
        return bool(_said_once(evidence)) and _once_each(sentence, place)
    before = {w.fold for w in sentence.words[max(0, place - 2) : place]}
    return word in _EVERY and not before.isdisjoint(_TIMES) and bool(_said_once(evidence))


def _once_each(sentence: Passage, place: int) -> bool:
    """Whether «كل» or «واحدة» stands behind «مرة» at *place*, which is counted by nothing."""
    behind = {w.fold for w in sentence.words[place + 1 : place + 3]}
    return place - 1 not in sentence.counted and not behind.isdisjoint(_EVERY | _ONE)


def _said_once(evidence: Passage) -> list[int]:
    """Where the evidence has "once in", "once a", "one in" before a measure of time."""
    words = evidence.words
    return [
        at
        for at in range(len(words) - 2)
        if words[at].fold in _ONCE and words[at + 1].fold in _TIED
        if any(is_time(evidence, p) for p in range(at + 2, min(len(words), at + 2 + _WITHIN)))
    ]
