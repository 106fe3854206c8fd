"""This year told as another, and this week or month as the next or the last.

The rule: where the evidence has one number "in 2026" and another "this year", a sentence that has
the first of them and no number besides does not say «هذا العام» of it; nor the other way round. A
week or a month that a word beside it tells from others («هذا الأسبوع») is one that the evidence
tells so, if it tells any.

What it may get wrong: a year that is named and is this year, of which the evidence tells two
numbers of a kind. The escape hatch is to tell both.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.language.quantities import Quantity
from digests.summaries.verify.exchanged import equal, year
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

#: Words between a number and its year.
_NEAR = 4
_YEARS = folded("year العام عام السنة سنة שנה")
#: What a word before or behind the year makes of it.
_WHICH = {
    word: which
    for which, words in {
        "this": "this current هذا هذه الحالي الحالية الجاري الجارية הזו הזאת הנוכחית",
        "last": "last previous past الماضي الماضية المنصرم المنصرمة السابق السابقة שעברה קודמת "
        "הקודמת שעבר הקודם",
        "next": "next coming المقبل المقبلة القادم القادمة הבאה הבא",
    }.items()
    for word in folded(words)
}
#: Hebrew years of one word: this one, and the last.
_BY_ITSELF = dict.fromkeys(folded("השנה"), "this") | dict.fromkeys(folded("אשתקד"), "last")
_COMPARED = folded("مقارنة مقابل بالمقارنة compared against versus לעומת")


def of_its_year(sentence: Passage, source: Source) -> Quantity | None:
    """«4.6 في المئة هذا العام» where the evidence has 4.6 in 2026 and 1.9 this year."""
    evidence = source.passage
    theirs = {q.first: _its_year(evidence, q) for q in evidence.numbers if not year(q)}
    for ours in sentence.numbers:
        told = _its_year(sentence, ours)
        same = [q for q in evidence.numbers if equal(ours, q) and q.first in theirs]
        if not told or not same or any(theirs[q.first] in ("", told) for q in same):
            continue
        said = [q.value for q in sentence.numbers]
        rivals = [q for q in evidence.numbers if theirs.get(q.first) == told]
        if any(q.kind is same[0].kind and q.value not in said for q in rivals):
            return ours
    return None


def _its_year(text: Passage, number: Quantity) -> str:
    """The year told right behind *number*: a figure, or this, last or next; empty for none."""
    for place in range(number.end, min(len(text.words), number.end + _NEAR)):
        word = text.words[place].fold
        if word in _COMPARED or any(q.first == place and not year(q) for q in text.numbers):
            break
        if any(year(q) and q.first == place for q in text.quantities):
            return word
        if word in _BY_ITSELF:
            return _BY_ITSELF[word]
        if word in _YEARS:
            beside = [text.words[p].fold for p in (place - 1, place + 1) if p < len(text.words)]
            return next((_WHICH[w] for w in beside if w in _WHICH), "")
    return ""


_WEEKS = {
    form: unit
    for unit, words in {
        "week": "أسبوع الأسبوع week שבוע בשבוע השבוע",
        "month": "شهر الشهر month חודש בחודש החודש",
    }.items()
    for form in folded(words)
}


def of_its_week(sentence: Passage, source: Source) -> int | None:
    """Where «هذا الأسبوع» stands and the evidence has only the next one, or the last."""
    theirs = _weeks(source.passage)
    for place, unit, which in _weeks(sentence):
        there = {w for _, u, w in theirs if u == unit}
        if there and which not in there:
            return place
    return None


def _weeks(text: Passage) -> list[tuple[int, str, str]]:
    """The weeks and months of *text* that a word beside them tells from others."""
    found = []
    for place, word in enumerate(text.words):
        beside = [text.words[p].fold for p in (place - 1, place + 1) if 0 <= p < len(text.words)]
        which = next((_WHICH[w] for w in beside if w in _WHICH), None)
        if word.fold in _WEEKS and which is not None:
            found.append((place, _WEEKS[word.fold], which))
    return found
