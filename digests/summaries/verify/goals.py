"""A score in words: «بهدفين مقابل لا شيء» and «بثلاثة أهداف لهدف» for 2-0 and 3-1.

The rule: goals with «ب» before them, and those of the other side behind «مقابل» or «ل», or none at
all («دون رد», «نظيف»), say the two numbers of a score that the evidence writes with a hyphen. Who
won is told by the verb, so either may stand first; a verb in the passive has the loser first.

What it may get wrong: a range that is written like a score ("2-3 days"). The escape hatch is that
every other word needs support of its own.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from digests.language.arabic import DAMMA
from digests.language.lists import folded
from digests.language.quantities import Kind
from digests.summaries.verify.passage import Passage

_SCORE = re.compile(r"(?<![\d.:/-])(\d{1,2})\s?[-–]\s?(\d{1,2})(?!\d|[.:/-]\d)")
_ONE, _TWO, _MANY = folded("هدف"), folded("هدفين هدفان"), folded("أهداف هدفا")
_AGAINST, _NO, _THING = folded("مقابل"), folded("لا"), folded("شيء شيئ")
_WITHOUT, _ANSWER = folded("دون بدون بلا"), folded("رد مقابل")
_CLEAN, _FROM = folded("نظيف نظيفين نظيفة"), folded("من")
_WITH, _TO = "ب", "ل"
#: «بنتيجة ثلاثة أهداف», before the number.
_BY_A_SCORE = folded("نتيجة واقع")


class _Side(NamedTuple):
    """The goals of one side, and where the words for them end."""

    goals: int
    end: int


def score(sentence: Passage, place: int, evidence: Passage) -> bool:
    """Whether the word at *place* is of a score in words that the evidence has in digits."""
    scores = {frozenset(map(int, pair)) for pair in _SCORE.findall(evidence.text)}
    if not scores or any(word.text[1:2] == DAMMA for word in sentence.words):
        return False  # «هُزم»: who is beaten is no winner
    for at in range(len(sentence.words)):
        if (won := _side(sentence, at, _WITH)) is None:
            continue
        lost = _other(sentence, won.end)
        if lost is not None and at <= place < lost.end:
            return frozenset((won.goals, lost.goals)) in scores
    return False


def _side(sentence: Passage, at: int, particle: str) -> _Side | None:
    """The goals told from *at* on, the *particle* before them: «بهدفين», «بثلاثة أهداف»."""
    if at >= len(sentence.words) or not sentence.words[at].fold.startswith(particle):
        return None
    word = sentence.words[at].fold.removeprefix(particle)
    if word in _ONE or word in _TWO:
        return _Side(1 if word in _ONE else 2, at + 1)
    first = at + (word in _BY_A_SCORE)
    number = next((q for q in sentence.numbers if q.first <= first < q.end), None)
    if number is None or number.kind is not Kind.COUNT or number.value.denominator != 1:
        return None
    counted = number.end < len(sentence.words) and sentence.words[number.end].fold in _MANY
    return _Side(int(number.value), number.end + counted) if counted or not particle else None


def _other(sentence: Passage, at: int) -> _Side | None:
    """The goals of the other side, told from *at* on: «مقابل هدف», «لهدفين», «دون رد»."""
    words = [word.fold for word in sentence.words[at : at + 3]] + [""] * 3
    if words[0] in _FROM:
        return _other(sentence, at + 1) if words[1] in _WITHOUT else None
    if words[0] in _CLEAN:
        return _Side(0, at + 1)
    if words[0] in _WITHOUT and words[1] in _ANSWER:
        return _Side(0, at + 2)
    if words[0] not in _AGAINST:
        return _side(sentence, at, _TO)
    if words[1] in _NO and words[2] in _THING:
        return _Side(0, at + 3)
    return _side(sentence, at + 1, "")
