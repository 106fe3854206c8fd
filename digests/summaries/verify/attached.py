"""Numbers and dates told of what stands with another one in the evidence.

The rule: a text falls into parts, at its commas and its words for "and". Where a part of the
sentence and the part of the evidence that has its number (or date) have one such number each, what
the sentence tells beside it must not be what the evidence tells beside another number of the same
measure: the profit's sum is not the revenue's, and the day of the strike not that of the talks.
A year, and a time since («بعد يومين»), count as dates.

What it may get wrong: a part that only goes on with the one before («rose by 5 million, to 40») is
left alone, told by its first word, and so is a noun that the evidence leaves out beside its second
number. The escape hatch is to cite a shorter passage.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from digests.language.calendar import Moment
from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.quantities import Kind, Quantity
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.another_one import of_another_one
from digests.summaries.verify.exchanged import equal, year
from digests.summaries.verify.figures import noun
from digests.summaries.verify.in_turn import told_in_turn
from digests.summaries.verify.parts import AFTER, CARRIERS, parts, tells
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source
from digests.summaries.verify.sums import elliptic, of_money
from digests.summaries.verify.units import MINUTE, SECOND, measure_of_time

#: Words with which a part tells of some of those told before it.
_OF_THEM = folded("of including among منهم بينهم منها بينها ومنهم وبينهم מהם מהן בהם ובהם מתוכם")
#: Words with which a part goes on with the one before it and tells nothing of its own.
_GOES_ON = folded(
    "to from compared versus against than or up down about nearly some at "
    "إلى من مقابل مقارنة أو بعد قبل أي ل מ ב לעומת עד או אל"
)
#: Words of a part of the evidence for each that a sentence which tells it may leave out.
_MISSED = 6
#: English words by which a number is told beside another.
_ANOTHER = frozenset({"another", "further", "additional"})
_LATER = frozenset({"later", "earlier", "ago"})


@dataclass(frozen=True, slots=True)
class _Mark:
    """A number or a date of a text, with what it measures."""

    first: int
    end: int
    measure: str
    value: Quantity | Moment


def attached(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A number or date of *sentence* that the evidence tells of something else."""
    evidence = source.passage
    ours = _marks(sentence)
    alone = _alone(evidence)
    in_turn = told_in_turn(sentence, source, aligned)
    for part in (range(*one) for one in parts(sentence)):
        for mark in (m for m in ours if m.first in part and m.first not in in_turn):
            if sum(m.measure == mark.measure for m in ours if m.first in part) > 1:
                continue
            same = [m for m in _marks(evidence) if _same(mark, m)]
            if len(same) != 1 or same[0] not in alone.values():
                continue
            head = _astray(sentence, part, mark, same[0], evidence, aligned, alone)
            if head is not None:
                return _refused(sentence, mark, head)
    return None


def _alone(text: Passage) -> dict[tuple[int, str], _Mark]:
    """The numbers and dates that are the only ones of their measure in a part of *text*."""
    marks = _marks(text)
    found = {}
    for part in parts(text):
        within = [m for m in marks if m.first in range(*part)]
        for mark in within:
            if sum(m.measure == mark.measure for m in within) == 1:
                found[part[0], mark.measure] = mark
    return found


def _astray(
    sentence: Passage,
    part: range,
    mark: _Mark,
    same: _Mark,
    evidence: Passage,
    aligned: Alignment,
    alone: Mapping[tuple[int, str], _Mark],
) -> int | None:
    """A word beside *mark* in the sentence that the evidence tells beside another such mark.

    When the sentence tells all that stands beside it in the evidence, what it tells besides may be
    what both share («قُتل 5 جنود و12 مدنيًا»), unless the evidence says it of some of them.
    """
    others = [range(*other) for other in parts(evidence)]
    own = next(other for other in others if same.first in other)
    if evidence.words[own[0]].fold in _GOES_ON:
        return None
    here = {q.value for q in sentence.numbers if q.first in part}
    if any(
        of_another_one(evidence, q.first)
        for q in evidence.numbers
        if q.first in own and q.value in here
    ):
        return None  # "a 12-metre wave on Friday, and a second of 9 in May"
    if same.first and evidence.words[same.first - 1].fold in _ANOTHER:
        return None  # "sent 900,000 doses and says another 600,000 may arrive"
    heads = _heads(sentence, part, mark, evidence, same, aligned)
    told = {p for p in own if tells(evidence, p)}
    if mark.measure != "date":
        told |= {m.first for m in _dates(evidence) if m.first in own}
    missing = told - {j for support in heads.values() for j in support}
    shares = len(missing) <= len(told) // _MISSED
    for head, support in heads.items():
        found = {next(other[0] for other in others if j in other) for j in support}
        if shares and not all(evidence.words[first].fold in _OF_THEM for first in found):
            continue
        rivals = [alone.get((first, mark.measure)) for first in found]
        if any(r is not None and _minutes_on(evidence, same, r) for r in rivals):
            continue
        if rivals and all(r is not None and not _same(mark, r) for r in rivals):
            return head
    return None


def _refused(sentence: Passage, mark: _Mark, head: int) -> Refusal:
    first, last = sentence.words[mark.first], sentence.words[mark.end - 1]
    shown, of = sentence.text[first.start : last.end], sentence.words[head].text
    code = Code.DATE if mark.measure == "date" else Code.NUMBER
    return Refusal(code, f"«{shown}»: in the evidence «{of}» stands with another one")


def _marks(text: Passage) -> list[_Mark]:
    numbers = [
        _Mark(q.first, q.end, _measure(text, q), q)
        for q in text.numbers
        if q.kind is not Kind.ORDINAL and q.value != 1
    ]
    return numbers + _dates(text)


def _dates(text: Passage) -> list[_Mark]:
    return [_Mark(m.first, m.end, "date", m) for m in text.moments]


def _measure(text: Passage, quantity: Quantity) -> str:
    if quantity.kind is Kind.PERCENT:
        return "percent"
    if year(quantity) or _off(text, quantity):
        return "date"
    own = _of_money_or_time(text, quantity)
    before = [q for q in text.numbers if q.end <= quantity.first and q.kind is quantity.kind]
    if not own and before and elliptic(text, quantity):
        own = _of_money_or_time(text, before[-1])  # «إلى 1530 دينارًا … عند 1320»
    return own or "count"


def _of_money_or_time(text: Passage, quantity: Quantity) -> str:
    """A sum's measure, or a duration's: «مفاوضات استمرت 11 أسبوعًا» tells no number of workers."""
    if of_money(text, quantity):
        return "money"
    return "time" if measure_of_time(text, quantity) is not None else ""


def _off(text: Passage, quantity: Quantity) -> bool:
    """Whether *quantity* tells when, by the time since: «بعد يومين», "two days later"."""
    if measure_of_time(text, quantity) is None:
        return False
    before = text.words[quantity.first - 1].fold if quantity.first else ""
    behind = {word.fold for word in text.words[quantity.end : quantity.end + 2]}
    return before in AFTER or bool(behind & _LATER)


def _minutes_on(text: Passage, date: _Mark, other: _Mark) -> bool:
    """Whether *other* is told by minutes since, in the sentence of *date*: it is of its day."""
    if not isinstance(date.value, Moment) or not isinstance(other.value, Quantity):
        return False
    first, last = sorted((date.first, other.first))
    one_sentence = not any(text.ends(place) for place in range(first + 1, last + 1))
    return one_sentence and measure_of_time(text, other.value) in (SECOND, MINUTE)


def _same(one: _Mark, other: _Mark) -> bool:
    if isinstance(one.value, Quantity) and isinstance(other.value, Quantity):
        return equal(one.value, other.value)
    if isinstance(one.value, Moment) and isinstance(other.value, Moment):
        ours, theirs = one.value, other.value
        pairs = [(ours.day, theirs.day), (ours.month, theirs.month), (ours.year, theirs.year)]
        pairs.append((ours.weekday, theirs.weekday))
        shared = [a == b for a, b in pairs if a is not None and b is not None]
        return all(shared) if shared else ours.offset == theirs.offset
    one, other = (other, one) if isinstance(one.value, Quantity) else (one, other)
    if isinstance(one.value, Moment) and isinstance(other.value, Quantity):
        return one.value.year == other.value.value
    return False


def _heads(
    sentence: Passage,
    part: range,
    mark: _Mark,
    evidence: Passage,
    theirs: _Mark,
    aligned: Alignment,
) -> dict[int, list[int]]:
    """The words of a part of the sentence that tell of what its number is, and their support."""
    dual = isinstance(mark.value, Quantity) and mark.value.kind is Kind.DUAL
    left_out = None
    if isinstance(mark.value, Quantity) and isinstance(theirs.value, Quantity):
        left_out = noun(sentence, mark.value) if elliptic(evidence, theirs.value) else None
    heads = {
        p: [j for j in aligned.every.get(p, ()) if tells(evidence, j)]
        for p in part
        if (tells(sentence, p) and p != left_out) or (dual and p == mark.first)
        if any(tells(evidence, j) for j in aligned.of(p)) or not aligned.of(p)
        if not any(form in CARRIERS for form in without_particles(sentence.words[p].fold))
    }
    if mark.measure != "date":
        for moment in (m for m in _dates(sentence) if m.first in part):
            heads[moment.first] = [m.first for m in _dates(evidence) if _same(moment, m)]
    return heads
