"""The bounds of numbers: at least, more than, up to; which number each bounds, and whose it is.

The rule: a bound belongs to the first number behind it, else to the last before it. A sentence has
one where its evidence has one of the kind at the same number; "more than 50", which leaves 50 out,
not where that says "at least 50".

What it may get wrong: a bound that stands far from its number. The escape hatch is
`digests.language.strength`.
"""

from __future__ import annotations

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.quantities import Quantity
from digests.language.strength import Hedge, Reach
from digests.summaries.verify.exchanged import equal, word_before, year
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

#: Words between a number and a hedge that follows it («150 ألفًا على الأقل»).
_AFTER_A_NUMBER = 3


def _parted(text: Passage, first: int, last: int) -> bool:
    """Whether a mark stands before one of the words from *first* to *last*."""
    return any(mark in text.gap(p) for p in range(first, last + 1) for mark in ",،؛;")


def bounded_number(text: Passage, hedge: Reach) -> Quantity | None:
    """The number that *hedge* bounds: the first after it, else the last before it."""
    after = [
        q
        for q in text.numbers
        if hedge.at < q.first < hedge.stop  # «יותר משמונה»: the number ends the hedge
        if not (year(q) and word_before(text, q) in _IN_A_YEAR)
        if text.words[q.first].fold not in _APIECE
    ]
    before = [q for q in text.numbers if 0 <= hedge.at - q.end <= _AFTER_A_NUMBER]
    last = text.words[hedge.end - 1].fold
    if last == _TO or (after and hedge.end - hedge.at > 1 and _than(last)):
        before = []  # «تصل إلى الجيش» bounds no number before it, nor «פחות מהסף של 50»
    if before:  # «27 شخصًا على الأقل، بينهم تسعة»: nothing behind a mark is bounded
        after = [q for q in after if not _parted(text, hedge.end, q.first)]
    near = [*after[:1], *before[-1:]]
    return min(near, key=lambda q: max(q.first - hedge.end, hedge.at - q.end), default=None)


def _than(word: str) -> bool:
    """Whether what is bounded stands behind *word*: "more than", «أكثر من», «פחות מהסף»."""
    return word in _THAN or word[0] == "מ"


#: «للكتاب الواحد», for each book.
_APIECE = folded("الواحد الواحدة")
_TO = fold("إلى")
_THAN = folded("than من عن على")
#: Before the year in which, or since which, something is so.
_IN_A_YEAR = folded("in since by منذ عام سنة في ב מאז")


def behind_a_may(sentence: Passage, hedge: Reach) -> bool:
    """Whether *hedge* is a may of what is reached: «قد يصل إلى», «كان يمكن أن تصل قيمته إلى»."""
    before = [word.fold for word in sentence.words[max(0, hedge.at - 2) : hedge.at]]
    if before[-1:] == [_THAT]:
        return before[0] in _CAN
    return bool(_MAY.intersection(before[-1:]))


_MAY, _CAN, _THAT = folded("قد وقد ربما"), folded("يمكن ويمكن الممكن يحتمل المحتمل"), fold("أن")


def has_bound(hedge: Reach, sentence: Passage, source: Source) -> bool:
    """Whether the evidence has the bound *hedge* of *sentence* at the same number, or of none."""
    number = bounded_number(sentence, hedge)
    if number is None:
        return True
    evidence = source.passage
    theirs = [
        bounded_number(evidence, h)
        for h in evidence.hedges
        if h.hedge is hedge.hedge and (_beyond(h, evidence) or not _beyond(hedge, sentence))
    ]
    return any(q is None or same_number(number, q) for q in theirs) or _limit(
        hedge, number, evidence
    )


def _beyond(hedge: Reach, text: Passage) -> bool:
    """Whether a lower bound leaves out the number itself: "more than 50", not "at least 50"."""
    if hedge.hedge is not Hedge.AT_LEAST:
        return False
    words = {w.fold for w in text.words[hedge.at : hedge.end]}
    before = {w.fold for w in text.words[max(0, hedge.at - 1) : hedge.at]}
    return _INCLUDING.isdisjoint(words) and _NO.isdisjoint(words | before)


#: What leaves the number in: "at least", and a "no" before it («לא פחות מ», "no less than").
_INCLUDING = folded("least الأقل الأدنى minimum לפחות")
_NO = folded("no not لا ألا لم לא")


def _limit(hedge: Reach, number: Quantity, evidence: Passage) -> bool:
    """Whether the evidence calls *number* a minimum (or a maximum)."""
    for theirs in (q for q in evidence.numbers if same_number(number, q)):
        before = evidence.words[max(0, theirs.first - _LIMIT_WITHIN) : theirs.first]
        if any(form in _LIMITS[hedge.hedge] for w in before for form in without_particles(w.fold)):
            return True
    return False


#: Words before a number among which it is called a minimum or a maximum.
_LIMIT_WITHIN = 4
_LIMITS = {
    Hedge.AT_LEAST: folded("minimum מינימום أدنى الأدنى"),
    Hedge.AT_MOST: folded("maximum capped ceiling מקסימום أقصى الأقصى"),
}


def same_number(ours: Quantity, theirs: Quantity) -> bool:
    """Whether a bound of *theirs* is one of *ours*: of as much, whatever each counts."""
    return ours.value == theirs.value or equal(ours, theirs)
