"""Which of two numbers is the new one: 7.5 % instead of 5 %, 92 % after 41.3 % was counted.

The rule: a number behind "instead of", "compared with", "up from" or «بعد أن كان» is what the other
is set against, and one behind "after" or "before" what came first or later. Of two numbers of a
sentence, one told so is refused where the evidence never tells it so, and always the other.

What it may get wrong: two numbers that are set against a third. The escape hatch is the tables.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.language.quantities import Kind, Quantity
from digests.summaries.verify.exchanged import equal, year
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source
from digests.summaries.verify.units import measure_of_time

#: Words behind which a number is set against another, and those that come before or after it.
_AGAINST = folded(
    "بدلا بدل عوضا مقارنة بالمقارنة قياسا مقابل instead rather compared versus במקום לעומת בהשוואה"
)
_AFTER, _BEFORE = folded("بعد عقب إثر after following אחרי לאחר"), folded("قبل before לפני")
_ONCE, _WAS = folded("بعدما"), folded("كان كانت كانوا")
_FROM, _CHANGED = frozenset({"from"}), frozenset({"up", "down"})
#: Words from such a word to its number, at most.
_WITHIN = 5


def set_against(sentence: Passage, source: Source) -> Quantity | None:
    """A number told as what another is set against, where the evidence has it the other way."""
    evidence = source.passage
    ours = [(q, _tie(sentence, q)) for q in sentence.numbers if not year(q)]
    for old, tie in ours:
        if not tie or (was := _ties(evidence, old)) is None or tie in was:
            continue
        for new, other in ours:
            alike = new.kind is old.kind or Kind.DUAL in (new.kind, old.kind)
            if other == tie or new.value == old.value or not alike:
                continue
            if _of_time(sentence, new) != _of_time(sentence, old):
                continue
            if tie != "against" and _of_time(sentence, old):
                continue  # three days after a strike of five
            if _ties(evidence, new) == {tie}:
                return old
    return None


def _of_time(text: Passage, number: Quantity) -> bool:
    return measure_of_time(text, number) is not None


def _ties(evidence: Passage, number: Quantity) -> set[str] | None:
    """How the evidence ties the numbers that are as much as *number*; None when it has none."""
    return {_tie(evidence, q) for q in evidence.numbers if equal(number, q)} or None


def _tie(text: Passage, number: Quantity) -> str:
    """What the words before *number* make of it; empty for nothing."""
    for place in range(number.first - 1, max(-1, number.first - 1 - _WITHIN), -1):
        word, before = text.words[place].fold, text.words[place - 1].fold if place else ""
        if place in text.counted or any(mark in text.gap(place + 1) for mark in ",،.؛;:()"):
            return ""
        if word.startswith(("و", "ف")) and word[1:] in _AGAINST | _AFTER | _BEFORE:
            word = word[1:]
        if word in _AGAINST or (word in _FROM and before in _CHANGED):
            return "against"
        if word in _ONCE or word in _AFTER | _BEFORE:
            behind = {w.fold for w in text.words[place + 1 : number.first]}
            if not behind.isdisjoint(_WAS):
                return "against"
            return "before" if word in _BEFORE else "after"
    return ""
