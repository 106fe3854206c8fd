"""Hours: «الثامنة مساءً» is 20:00, and «الثانية والنصف بعد الظهر» 14:30.

The rule: an hour of twelve with its half of the day, and with its minutes or their share of the
hour, is the one time that the evidence has in digits; a half behind an hour is its minutes there.
An overnight deposit is one «لليلة واحدة».
Behind «الساعة» a pair of numbers is a time of day, and not one of the evidence turned about.

What it may get wrong: an hour told without its half of the day. The escape hatch is the tables.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.quantities import Kind, Quantity
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

#: Hours of a half of the day, and minutes of an hour.
_HOURS, _MINUTES = 12, 60
_LATE, _EARLY = folded("مساء ليلا عصرا ظهرا"), folded("صباحا فجرا")
#: «الثانية ليلًا» is early, «التاسعة ليلًا» late.
_NIGHT, _SMALL_HOURS = folded("ليلا"), frozenset({12, 1, 2, 3, 4})
_AFTER, _BEFORE, _NOON = folded("بعد"), folded("قبل"), folded("الظهر ظهر")
_LESS, _PARTS = folded("إلا"), {"ربعا": 15, "الربع": 15, "ثلثا": 20, "الثلث": 20}
_A_MINUTE, _THE_HOUR = folded("دقيقة دقائق"), folded("الساعة ساعة")
#: What moves an hour of twelve of the evidence into the second half of the day.
_PM = frozenset({"pm", "p"})


class _Time(NamedTuple):
    """A time of day, and the places of the words that tell it."""

    hour: int
    minutes: int
    places: range


def o_clock(sentence: Passage, quantity: Quantity, evidence: Passage) -> bool:
    """Whether *quantity* is of a time that the evidence has in digits, as 20:00."""
    return told_by_the_clock(sentence, quantity.first, evidence)


def told_by_the_clock(sentence: Passage, place: int, evidence: Passage) -> bool:
    """Whether the word at *place* tells, with others, a time that the evidence has in digits."""
    there = _in_digits(evidence)
    if len(there) != 1:
        return False  # of two times it may be the other's
    told = [time for q in sentence.quantities if (time := _time(sentence, q)) is not None]
    return any(
        place in time.places and (time.hour, time.minutes) == there[0][:2]
        for time in [*told, *_in_digits(sentence)]
    )


def _time(sentence: Passage, hour: Quantity) -> _Time | None:
    """The time of which *hour* is told, when its half of the day stands behind it."""
    if hour.kind not in (Kind.ORDINAL, Kind.COUNT) or not 0 < hour.value <= _HOURS:
        return None
    words = [word.fold for word in sentence.words]
    minutes, end = _minutes(sentence, words, hour)
    if words[end : end + 1] and words[end] in _LATE | _EARLY:
        late, last = words[end] in _LATE, end + 1
        if words[end] in _NIGHT and hour.value in _SMALL_HOURS:
            late = False
    elif words[end + 1 : end + 2] and words[end] in _AFTER | _BEFORE and words[end + 1] in _NOON:
        late, last = words[end] in _AFTER, end + 2
    else:
        return None
    told = (int(hour.value) % _HOURS + (_HOURS if late else 0)) * _MINUTES + minutes
    of_the_day = told % (2 * _HOURS * _MINUTES)
    first = _with_its_noun(sentence, hour.first)
    return _Time(of_the_day // _MINUTES, of_the_day % _MINUTES, range(first, last))


def _with_its_noun(text: Passage, place: int) -> int:
    """Where a time begins whose hour stands at *place*: at «الساعة», if it is there."""
    return place - 1 if place and text.words[place - 1].fold in _THE_HOUR else place


def _minutes(sentence: Passage, words: list[str], hour: Quantity) -> tuple[int, int]:
    """The minutes told behind *hour*, below zero for «إلا ربعًا», and the place behind them."""
    end = hour.end
    if words[end : end + 1] and words[end] in _LESS and words[end + 1 : end + 2]:
        part = _PARTS.get(words[end + 1])
        return (-part, end + 2) if part is not None else (0, end)
    behind = next((q for q in sentence.quantities if q.first == end), None)
    if behind is None:
        return 0, end
    if behind.kind is Kind.FRACTION:
        return int(behind.value * _MINUTES), behind.end
    digits = sentence.gap(end) == ":"
    named = words[behind.end : behind.end + 1] and words[behind.end] in _A_MINUTE
    if behind.value < _MINUTES and (digits or named):
        return int(behind.value), behind.end + (0 if digits else 1)
    return 0, end


def _in_digits(text: Passage) -> list[_Time]:
    """The times of day that *text* has in digits."""
    found = []
    for n, (hour, minutes) in enumerate(pairwise(text.words), 1):
        if hour.fold.isdigit() and int(hour.fold) <= _HOURS and minutes.fold in _PM:
            told = int(hour.fold) % _HOURS + _HOURS
            found.append(_Time(told, 0, range(n - 1, n)))  # "2 p.m."
        if not (hour.fold.isdigit() and minutes.fold.isdigit() and len(minutes.fold) == 2):
            continue
        if text.gap(n) != ":" or int(hour.fold) >= 2 * _HOURS:
            continue
        behind = text.words[n + 1].fold if n + 1 < len(text.words) else ""
        late = behind in _PM and int(hour.fold) < _HOURS
        told = int(hour.fold) + (_HOURS if late else 0)
        first = _with_its_noun(text, n - 1)
        found.append(_Time(told, int(minutes.fold), range(first, n + 1)))
    return found


def half_past(sentence: Passage, half: Quantity, evidence: Passage) -> bool:
    """Whether «الثانية والنصف» has the minutes of the evidence's "2:30"."""
    hour = next((q for q in sentence.quantities if q.end == half.first), None)
    if half.kind is not Kind.FRACTION or hour is None or hour.kind is not Kind.ORDINAL:
        return False
    minutes = str(int(half.value * _MINUTES))
    return any(
        w.fold.isdigit() and int(w.fold) % _HOURS == hour.value % _HOURS and after.fold == minutes
        for n, (w, after) in enumerate(pairwise(evidence.words), 1)
        if evidence.gap(n) in (":", ".")
    )


def no_time(sentence: Passage, source: Source) -> Quantity | None:
    """The hour of «الساعة 30:14», or one that has changed places with its minutes.

    Without «الساعة» they may be a score or a ratio, which is told in either order.
    """
    theirs = _with_a_colon(source.passage)
    for place, hour, minutes in _with_a_colon(sentence):
        near = {word.fold for word in sentence.words[max(0, place - _TO_ITS_NOUN) : place]}
        impossible = hour > 2 * _HOURS or minutes >= _MINUTES
        there = {(h, m) for _, h, m in theirs}
        turned = (minutes, hour) in there and (hour, minutes) not in there
        if (impossible or turned) and not near.isdisjoint(_THE_HOUR):
            return next((q for q in sentence.quantities if q.first == place), None)
    return None


#: Words from «الساعة» to the hour, at most.
_TO_ITS_NOUN = 2


def _with_a_colon(text: Passage) -> list[tuple[int, int, int]]:
    """The pairs of numbers that a colon ties, with the place of the first."""
    return [
        (n - 1, int(first.fold), int(second.fold))
        for n, (first, second) in enumerate(pairwise(text.words), 1)
        if text.gap(n) == ":" and first.fold.isdigit() and second.fold.isdigit()
    ]


def over_one_night(sentence: Passage, quantity: Quantity, evidence: Passage) -> bool:
    """Whether «لليلة واحدة» says how long a loan or deposit is: "the overnight deposit rate".

    What is done overnight is done in the night, and not for one.
    """
    before = sentence.words[quantity.first - 1].fold if quantity.first else ""
    if quantity.value != 1 or _ONE_NIGHT.isdisjoint(without_particles(before)):
        return False
    return any(
        word.fold == _OVERNIGHT and behind.fold in _LENT
        for word, behind in pairwise(evidence.words)
    )


_ONE_NIGHT, _OVERNIGHT = folded("ليلة"), "overnight"
_LENT = frozenset(
    "deposit deposits lending borrowing loan loans rate rates repo repos facility".split()
)
