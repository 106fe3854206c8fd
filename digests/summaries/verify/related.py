"""Part of a whole, and how often: a relation between two numbers, or a rate, is never added.

The rule: «من أصل» and «بينهم» before or behind a number make it part of another, and «سنويًا»
makes a sum come back each year; each needs a word of the evidence that says it.

What it may get wrong: a part that the evidence tells by word order alone. The escape hatch is the
tables below.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

_PARTS = folded("بينهم وبينهم بينهن")
_OUT_OF, _FROM = folded("أصل"), folded("من")
_TOLD_PART = {
    "ar": folded("من منهم منهن منها بينهم وبينهم بينها بينهن بين ضمنهم أصل ومنهم وبينها ضمنها مع"),
    "en": frozenset(
        "of including among out them include included includes included with two both".split()
    ),
    "he": folded("מתוך מהם מהן בהם ביניהם ובהם כולל מתוכם בהן ביניהן מבין עם שניהם"),
}
_YEARLY = folded("سنويا")
_TOLD_YEARLY = {
    "ar": folded("سنويا سنوي سنوية السنوي السنوية سنة عام كل العام عامي"),
    "en": frozenset("year annual annually yearly per each every".split()),
    "he": folded("לשנה בשנה שנתי שנתית שנתיים השנתי השנתית מדי"),
}


def related(sentence: Passage, source: Source, _: Alignment) -> Refusal | None:
    """A relation of part and whole, or a rate, that the evidence has not."""
    language = source.passage.language
    theirs = {word.fold for word in source.passage.words}
    words = [word.fold for word in sentence.words]
    for place, word in enumerate(words):
        out_of = word in _OUT_OF and place > 0 and words[place - 1] in _FROM
        part = (out_of or word in _PARTS) and bool(sentence.numbers)
        if part and theirs.isdisjoint(_TOLD_PART.get(language, ())):
            return Refusal(Code.NUMBER, f"«{sentence.words[place].text}»: no part is told of there")
        if word in _YEARLY and theirs.isdisjoint(_TOLD_YEARLY.get(language, ())):
            return Refusal(Code.NUMBER, f"«{sentence.words[place].text}»: the evidence has no rate")
    return None
