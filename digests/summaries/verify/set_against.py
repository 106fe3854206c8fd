"""Which of two numbers is the new one: 7.5 % instead of 5 %, 92 % after 41.3 % was counted.

The rule: a number behind "instead of", "up from" or «بعد أن كان» is what the other is set against,
and one behind "after" or "before" what came first or later. Of two numbers of a sentence, one told
so is refused where the evidence never tells it so, and always the other. A comparison says the same
in either order, as long as each number keeps the words that the evidence has behind it.

What it may get wrong: two numbers that are set against a third, and a comparison turned round whose
words are told in another way. The escape hatch is the tables.
"""

from __future__ import annotations

from collections.abc import Iterator

from digests.language.lists import folded
from digests.language.quantities import Kind, Quantity
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.exchanged import equal, year
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source
from digests.summaries.verify.units import measure_of_time

#: Words behind which a number is set against another, and those that come before or after it.
_AGAINST = folded("بدلا بدل عوضا instead rather במקום")
#: Words that set two numbers against each other, in either order.
_COMPARED = folded("مقارنة بالمقارنة قياسا مقابل compared versus לעומת בהשוואה")
_AFTER, _BEFORE = folded("بعد عقب إثر after following אחרי לאחר"), folded("قبل before לפני")
_TYING = _AGAINST | _COMPARED | _AFTER | _BEFORE
_ONCE, _WAS = folded("بعدما"), folded("كان كانت كانوا")
_FROM, _CHANGED = frozenset({"from"}), frozenset({"up", "down"})
#: Words from such a word to its number, at most.
_WITHIN = 5


def set_against(sentence: Passage, source: Source, aligned: Alignment) -> Quantity | None:
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
            if tie in _IN_TIME and (_of_time(sentence, old) or new.first > old.first):
                continue  # three days after a strike of five; «بعد إغلاق 3 مدارس ومرض 5»
            theirs = _ties(evidence, new)
            if theirs == {_SYMMETRIC} and tie == _SYMMETRIC:
                if not _with_its_words(sentence, old, evidence, new, aligned):
                    return old
            elif theirs == {tie} or (theirs and tie not in _IN_TIME and not theirs & _UNTIED):
                return old
    return None


#: How two numbers are tied: set against, compared, or one after the other.
_DIRECTED, _SYMMETRIC = "against", "compared"
_IN_TIME = ("after", "before")
_UNTIED = {"", *_IN_TIME}


def _with_its_words(
    sentence: Passage, old: Quantity, evidence: Passage, new: Quantity, aligned: Alignment
) -> bool:
    """Whether a comparison is only turned: what *new* is told of there stands with it here.

    "12 schools in the port compared with 90 in the capital" says «في العاصمة 90 مقارنة مع 12».
    """
    tie = _where(sentence, old)
    for number in (q for q in evidence.numbers if equal(new, q)):
        words = set(_behind(evidence, number))
        told = [p for p in aligned.every if words & set(aligned.every[p])]
        for word in words:
            here = [p for p in told if word in aligned.every[p]]
            if here and tie is not None and all(p < tie for p in here):
                return True
    return False


def _where(text: Passage, number: Quantity) -> int | None:
    """Where the word stands that ties *number*, nearest before it."""
    words = _COMPARED | _AGAINST
    before = range(number.first - 1, max(-1, number.first - 1 - _WITHIN), -1)
    return next((p for p in before if text.words[p].fold.removeprefix("و") in words), None)


def _behind(text: Passage, number: Quantity) -> Iterator[int]:
    """The places of the words behind *number* up to a mark, a few at most."""
    for place in range(number.end, min(len(text.words), number.end + _WITHIN)):
        if text.gap(place).strip(" -־"):
            return
        yield place


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
        if word.startswith(("و", "ف")) and word[1:] in _TYING:
            word = word[1:]
        if word in _AGAINST or (word in _FROM and before in _CHANGED):
            return _DIRECTED
        if word in _COMPARED:
            return _SYMMETRIC
        if word in _ONCE or word in _AFTER | _BEFORE:
            behind = {w.fold for w in text.words[place + 1 : number.first]}
            if not behind.isdisjoint(_WAS):
                return _DIRECTED
            return "before" if word in _BEFORE else "after"
    return ""
