"""Years and counts: a number that is a year in the evidence counts nothing, and no count is a year.

The rule: what the evidence has only as a year («عام 2022», "in 2022") is refused where the
sentence has it as a percentage, before a measure or a currency, before a noun that another number
of the evidence counts, before "in" and the number that stands so before the year there, or as one
end of a change whose other end is none. A number behind «عام» that is no year of the evidence is
refused, too; and so is a time whose first year is the later one.

What it may get wrong: a count that has the looks of a year in both. The escape hatch is to tell the
number with what it counts.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from digests.language.currencies import currency
from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.quantities import Kind, Quantity
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.exchanged import FROM, TO, end_of_change, word_before, year
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.periods import whole_of_a_part
from digests.summaries.verify.source import Source

#: Words right before a year.
_IN = folded("في عام سنة العام بعام لعام منذ in since by ב שנת בשנת מאז year")
_NOUN = folded("عام سنة بعام لعام وعام")
#: Before «عام» they make of it a time, and of the number behind it a count: «كل عام 40 طنا».
_ANY_YEAR = folded("كل قبل بعد هذا ذلك خلال بكل لكل")
#: Behind a year they say that it is of another era.
_ERAS = folded("م ق هـ ه هجرية هجري ميلادية ميلادي للميلاد للهجرة قبل بعد")
#: Plurals and accusatives of time, which only a count stands before.
_OF_TIME = folded(
    "ثوان ثواني دقائق ساعات أيام يوما أسابيع أسبوعا أشهر شهور شهرا أعوام عاما سنوات سنين"
)
#: What else may stand between a number and the year in which it is.
_BETWEEN = _IN | folded("of the the")


def _years(evidence: Passage) -> set[Fraction]:
    """The values that the evidence has as years only."""
    found: dict[Fraction, bool] = {}
    for q in evidence.quantities:
        told = year(q) and (q.first in evidence.dated or word_before(evidence, q) in _IN)
        found[q.value] = told and found.get(q.value, True)
    return {value for value, told in found.items() if told}


def year_for_count(sentence: Passage, source: Source) -> Quantity | None:
    """A year of the evidence that counts something: «2022٪», «2007 سنوات», «2022 في 14»."""
    evidence = source.passage
    years = _years(evidence)
    for ours in sentence.quantities:
        if ours.value in years and (_a_count(sentence, ours) or _turned(sentence, ours, evidence)):
            return ours
    return None


def _a_count(sentence: Passage, number: Quantity) -> bool:
    """Whether *number* is a percentage, or stands before a measure of time or a currency."""
    if number.kind is Kind.PERCENT or _of_a_number(sentence, number):
        return True
    if number.end >= len(sentence.words) or sentence.gap(number.end).strip():
        return False
    if number.first in sentence.dated or word_before(sentence, number) in _IN:
        return False  # «في 2021 ساعات عدة»
    word = sentence.words[number.end].fold
    return word in _OF_TIME or currency(word) is not None


def _of_a_number(sentence: Passage, number: Quantity) -> bool:
    """Whether *number* is what «عدد» comes to: «بلغ عدد الموظفين 2019»."""
    between = range(max(0, number.first - _TO_ITS_NUMBER), number.first)
    told = [p for p in between if sentence.words[p].fold in _NUMBER_OF]
    if not told or number.first in sentence.dated or word_before(sentence, number) in _IN:
        return False
    return not any(sentence.gap(p).strip() for p in range(told[-1] + 1, number.first + 1))


#: Words from «عدد» to its number, at most.
_TO_ITS_NUMBER, _NUMBER_OF = 3, folded("عدد عددهم عددها العدد")


def _turned(sentence: Passage, ours: Quantity, evidence: Passage) -> bool:
    """Whether «2022 في 14» stands where the evidence has 14 in 2022."""
    counts = [count for count, when in _dated_counts(evidence) if when.value == ours.value]
    return any(
        one.value == ours.value and any(other.value == count.value for count in counts)
        for one, other in _tied(sentence)
    )


def _dated_counts(text: Passage) -> list[tuple[Quantity, Quantity]]:
    """Numbers with the year in which each is: "14 in 2022"."""
    return [(one, other) for one, other in _tied(text) if year(other) and not year(one)]


def _tied(text: Passage) -> list[tuple[Quantity, Quantity]]:
    """Neighbouring numbers between which nothing stands but "in" and «عام»."""
    return [
        (one, other)
        for one, other in pairwise(text.quantities)
        if one.end < other.first
        and all(text.words[p].fold in _BETWEEN for p in range(one.end, other.first))
        and not any(text.gap(p).strip(" -־") for p in range(one.end, other.first + 1))
    ]


def no_year(sentence: Passage, source: Source, aligned: Alignment) -> Quantity | None:
    """A number behind «عام» that the evidence has, and not as a year: «عام 88»."""
    evidence = source.passage
    for ours in sentence.quantities:
        noun = word_before(sentence, ours)
        before = sentence.words[ours.first - 2].fold if ours.first > 1 else ""
        behind = sentence.words[ours.end].fold if ours.end < len(sentence.words) else ""
        closes = not behind or sentence.gap(ours.end).strip() or behind in FROM | TO | _IN
        if year(ours) and noun in _IN and _always_a_count(ours, evidence):
            return ours
        if noun not in _NOUN or before in _ANY_YEAR or year(ours) or not closes:
            continue
        if ours.kind is not Kind.COUNT or behind in _ERAS:
            continue
        if before in _IN_GENERAL or _named_by_it(ours, evidence, aligned):
            continue
        there = [q for q in evidence.quantities if q.value == ours.value]
        if there and all(word_before(evidence, q) not in _IN for q in there):
            return ours
    return None


def _always_a_count(ours: Quantity, evidence: Passage) -> bool:
    """Whether the evidence has *ours* with a separator only, as no year has: "1,988 employees"."""
    same = [q for q in evidence.quantities if q.value == ours.value]
    return bool(same) and all(evidence.words[q.first].text[1:2] in _SEPARATORS for q in same)


_SEPARATORS = frozenset(",٬")
#: Before «عام» they make of it no year: «بشكل عام».
_IN_GENERAL = folded("بشكل شكل بوجه وجه")
#: The last year that is told by two digits.
_SHORT = 99


def _named_by_it(ours: Quantity, evidence: Passage, aligned: Alignment) -> bool:
    """Whether the evidence names a thing by a year in two digits: "the '67 lines", «حدود 67»."""
    named = aligned.every.get(ours.first - 2, ())
    return ours.value <= _SHORT and any(
        (
            q.first - 1 in named
            or (q.end in named and "'" in evidence.gap(q.first).replace("’", "'"))
        )
        for q in evidence.quantities
        if q.value == ours.value
    )


def year_for_end(sentence: Passage, source: Source) -> Quantity | None:
    """A year of the evidence as one end of a change whose other is none: «من 2022 إلى 5»."""
    evidence = source.passage
    years = {y for y in _years(evidence) if not _an_end(evidence, y)}
    ends = [
        (q, end_of_change(sentence, q))
        for q in sentence.quantities
        if not whole_of_a_part(sentence, q)  # «الربع الثاني من 2025»
    ]
    for (one, first), (other, second) in pairwise([end for end in ends if end[1]]):
        if (first, second) == ("from", "to") and (one.value in years) != (other.value in years):
            ours, beside = (one, other) if one.value in years else (other, one)
            if not year(beside) and beside.first not in sentence.dated:
                return ours
    return None


def _an_end(evidence: Passage, value: Fraction) -> bool:
    """Whether the evidence has *value* as an end itself: "until 2022"."""
    same = [q for q in evidence.quantities if q.value == value]
    return any(word_before(evidence, q) in FROM | TO | _UNTIL for q in same)


_UNTIL = folded("until till through before since by حتى لغاية قبل منذ עד לפני מאז")


def backwards(sentence: Passage, source: Source) -> Quantity | None:
    """The later year of a time that begins with it: «من 2019 إلى 2008»."""
    evidence = source.passage
    years = [q for q in sentence.quantities if year(q)]
    for one, other in pairwise(years):
        between = range(one.end, other.first)
        tied = {w for p in between for w in without_particles(sentence.words[p].fold)} & _TILL
        told = all(p in sentence.dated or _of_a_time(sentence, p) for p in between)
        if one.value <= other.value or not tied or not told or not _begins(sentence, one):
            continue
        theirs = [(q.value, end_of_change(evidence, q)) for q in evidence.quantities]
        if (one.value, "from") in theirs or (other.value, "to") in theirs:
            continue  # what was put forward from 2040 to 2035
        if _moved(sentence) or any(word.fold in _INSTEAD for word in evidence.words):
            continue
        if {one.value, other.value} <= {value for value, _ in theirs}:
            return one
    return None


#: A time is put forward to an earlier year.
_INSTEAD = folded("instead במקום بدلا بدل عوضا")
_MOVING = folded(
    "قدم قدمت يقدم تقديم وقدم وقدمت بتقديم لتقديم بكر بكرت تبكير أعيد أعيدت إعادة نقل نقلت قرب قربت"
)


def _moved(sentence: Passage) -> bool:
    return any(not _MOVING.isdisjoint(without_particles(w.fold)) for w in sentence.words)


_TILL = folded("إلى حتى لغاية")
_PARTS = folded(
    "إلى حتى لغاية غاية بداية مطلع أوائل منتصف نهاية أواخر آخر أول ختام خريف شتاء ربيع صيف "
    "عام سنة شهر العام"
)


def _of_a_time(sentence: Passage, place: int) -> bool:
    return not _PARTS.isdisjoint(without_particles(sentence.words[place].fold))


def _begins(sentence: Passage, when: Quantity) -> bool:
    """Whether "from" opens the time that begins with the year *when*."""
    place = when.first - 1
    while place > 0 and (place in sentence.dated or _of_a_time(sentence, place)):
        place -= 1
    return place >= 0 and sentence.words[place].fold in _FROM


_FROM = folded("من ومن بين")
