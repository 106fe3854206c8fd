"""Dates of a text in Arabic, English and Hebrew, whole or in part.

The rule: a month by any of its names (مايو، أيار، ماي; May; מאי) with the day and the
year beside it, a date in digits (17/11/2023, 2023-11-17), a weekday, and a relative day
(أمس، yesterday, מחר) are each a `Moment`; what is not said is None. «في 28 منه» is a day of the
month that was named last. `resolved` turns a relative day
and a bare weekday into a date when the date of the article is known.

What it may get wrong: a date in digits is read day first unless its first part is a year or its
second is above 12; names of months that are also words (آب، ماي، May, March, מאי) count only beside
a number or after a word of time. Hijri dates are not read. The escape hatch is the tables of
`digests.language.date_names`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from digests.language.date_names import (
    MONTHS,
    RELATIVE,
    WEEKDAYS,
    is_doubtful,
    is_no_today,
    name_at,
    opens,
)
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.quantities import Kind, Quantity, quantities
from digests.language.words import Token, tokens


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as far as a text tells it; ``weekday`` is 0 for Monday, ``offset`` days from today.

    ``first`` and ``end`` are the words that tell it.
    """

    first: int
    end: int
    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    offset: int | None = None

    def __str__(self) -> str:
        parts = (self.day, self.month, self.year)
        shown = "-".join("?" if part is None else str(part) for part in parts)
        return shown if self.weekday is None else f"{shown} (weekday {self.weekday + 1})"


_IN = fold("في")
_BETWEEN = folded("من شهر of the في ב שנת لعام سنة عام لسنة")
_FIRST = folded("الأول أول first")
#: Words of the name of a month in two.
_IN_TWO = 2
_MAY_BE_NUMERIC = re.compile(r"\d[/.-]\d")
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,4})[/.-](\d{1,2})[/.-](\d{2,4})(?![\d/])")


def moments(
    text: str | Sequence[Token], source: str = "", counted: Sequence[Quantity] | None = None
) -> list[Moment]:
    """The dates of *text* in order; for tokens, *source* is the text that they were cut from.

    *counted* are its ``quantities``, where the caller has them.
    """
    words = tokens(text) if isinstance(text, str) else list(text)
    source = text if isinstance(text, str) else source
    if counted is None:
        counted = quantities(words)
    numbers = {q.first: (int(q.value), q.end) for q in counted if _is_day_or_year(q.value, q.kind)}
    ends = {end: (value, first) for first, (value, end) in numbers.items()}
    found = _numeric(source, words)
    taken = {place for moment in found for place in range(moment.first, moment.end)}
    end = 0
    for at in (place for place, word in enumerate(words) if opens(word.fold)):
        moment = None if at < end or at in taken else _moment(words, at, numbers, ends)
        if moment is not None:
            found.append(moment)
            end = moment.end
    if not found:
        return []
    found = _doubled(words, source, found, numbers)
    places = frozenset(place for q in counted for place in range(q.first, q.end))
    joined = _joined(sorted(found, key=lambda m: m.first), places)
    whole = _with_ranges(words, source, joined, numbers, ends)
    return _with_days_of_it(words, whole, ends)


def resolved(moment: Moment, published: date | None) -> Moment:
    """*moment* with the date that a relative day or a bare weekday means for that article."""
    if moment.day and moment.month:
        if moment.year and moment.weekday is None:
            return (
                replace(moment, weekday=date(moment.year, moment.month, moment.day).weekday())
                if _real(moment)
                else moment
            )
        return moment
    if published is None or moment.month:
        return moment
    if moment.offset is not None:
        return _on(moment, published + timedelta(days=moment.offset))
    if moment.weekday is not None and moment.day is None:
        back = (published.weekday() - moment.weekday) % 7
        return _on(moment, published - timedelta(days=back))
    return moment


def _on(moment: Moment, day: date) -> Moment:
    return replace(moment, day=day.day, month=day.month, year=day.year, weekday=day.weekday())


def _real(moment: Moment) -> bool:
    try:
        date(moment.year or 2000, moment.month or 1, moment.day or 1)
    except ValueError:
        return False
    return True


def _is_day_or_year(value: Fraction, kind: Kind) -> bool:
    whole = kind in (Kind.COUNT, Kind.ORDINAL) and value.denominator == 1
    return whole and (1 <= value.numerator <= 31 or 1000 <= value.numerator <= 2999)


def _numeric(source: str, words: Sequence[Token]) -> list[Moment]:
    found: list[Moment] = []
    if not _MAY_BE_NUMERIC.search(source):
        return found
    ascii_digits = "".join(str(int(c)) if c.isdecimal() else c for c in source)
    for match in _NUMERIC.finditer(ascii_digits):
        a, b, c = (int(part) for part in match.groups())
        year, month, day = (a, b, c) if a > 31 else (c, b, a) if b <= 12 else (c, a, b)
        year = year + 2000 if year < 100 else year
        places = [i for i, w in enumerate(words) if w.start < match.end() and w.end > match.start()]
        if places and 1 <= month <= 12 and 1 <= day <= 31 and 1000 <= year <= 2999:
            found.append(Moment(places[0], places[-1] + 1, day, month, year))
    return found


def _moment(
    words: Sequence[Token],
    at: int,
    numbers: dict[int, tuple[int, int]],
    ends: dict[int, tuple[int, int]],
) -> Moment | None:
    if (month := name_at(words, at, MONTHS)) is not None:
        return _month(words, at, month, numbers, ends)
    if (day := name_at(words, at, WEEKDAYS)) is not None:
        if numbers.get(at, (0, 0))[1] > at + 1:
            return None  # «العمال الأحد عشر»
        return Moment(at, day[1], weekday=day[0])
    if (relative := name_at(words, at, RELATIVE)) is not None:
        if relative[0] == 0 and is_no_today(words, at, relative[1]):
            return None
        return Moment(at, relative[1], offset=relative[0])
    return None


def _month(
    words: Sequence[Token],
    at: int,
    month: tuple[int, int],
    numbers: dict[int, tuple[int, int]],
    ends: dict[int, tuple[int, int]],
) -> Moment | None:
    value, end = month
    first, day, year = at, None, None
    before = at
    while (
        before > 0
        and at - before < 2
        and words[before - 1].fold != _IN  # «مهندسين اثنين في يناير»
        and (words[before - 1].fold in _BETWEEN or words[before - 1].fold in ("ل", "ال"))
    ):
        before -= 1
    found = ends.get(before) or ends.get(at)
    free = not _ends_a_month(words, before)  # «كانون الثاني وشباط»: no second of February
    head = found[1] if found else before - 1
    if head > 0 and words[head - 1].fold in _PARTS:
        free = False  # «الأسبوع الثالث من نوفمبر»
    if free and found and 1 <= found[0] <= 31:
        day, first = found[0], found[1]
    elif free and before and words[before - 1].fold in _FIRST:
        day, first = 1, before - 1
    if (
        (after := numbers.get(end))
        and 1 <= after[0] <= 31
        and day is None
        and words[at].text[:1].isascii()
    ):
        day, end = after[0], after[1]
    gap = end
    while gap < len(words) and gap - end < 2 and words[gap].fold in _BETWEEN:
        gap += 1
    if (after := numbers.get(gap)) and after[0] >= 1000:
        year, end = after[0], after[1]
    told = year is not None and words[month[1]].fold != _IN  # «رفعت واتس آب في 2019 دعوى»
    if is_doubtful(words, at, month[1]) and day is None and not told:
        return None
    return Moment(first, end, day, value, year)


#: Parts of a month that are numbered as its days are.
_PARTS = folded("أسبوع الأسبوع نصف النصف ثلث الثلث ربع الربع جزء الجزء مباراة جولة الجولة")


def _ends_a_month(words: Sequence[Token], end: int) -> bool:
    """Whether the name of a month in two words ends at *end*: «تشرين الأول»."""
    name = name_at(words, end - _IN_TWO, MONTHS) if end >= _IN_TWO else None
    return name is not None and name[1] == end


def _doubled(
    words: Sequence[Token],
    source: str,
    found: list[Moment],
    numbers: dict[int, tuple[int, int]],
) -> list[Moment]:
    """*found* with a month that is told by two names as one date: «20 تموز/يوليو 2020»."""
    whole: list[Moment] = []
    for moment in sorted(found, key=lambda m: m.first):
        if whole and moment.first < whole[-1].end:
            continue  # «تشرين الثاني/نوفمبر 2023» is no second of November
        end = moment.end
        slash = end < len(words) and source[words[end - 1].end : words[end].start].strip() == "/"
        again = name_at(words, end, MONTHS) if slash and moment.month else None
        if again is not None and again[0] == moment.month:
            end = again[1]
            if (after := numbers.get(end)) and after[0] >= 1000 and moment.year is None:
                moment, end = replace(moment, year=after[0]), after[1]
            moment = replace(moment, end=end)
        whole.append(moment)
    return whole


#: What stands between two days of one month.
_TO = folded("و إلى حتى ل ו ל עד to through until and")


def _with_ranges(
    words: Sequence[Token],
    source: str,
    found: list[Moment],
    numbers: dict[int, tuple[int, int]],
    ends: dict[int, tuple[int, int]],
) -> list[Moment]:
    """*found* with the days that share the month of the day beside them: «بين 19 و23 مارس»."""
    taken = {place for moment in found for place in range(moment.first, moment.end)}
    whole: list[Moment] = []
    for moment in found:
        day_first = moment.day is not None and numbers.get(moment.first, (0, 0))[0] == moment.day
        if moment.month is None or moment.day is None:
            whole.append(moment)
        elif day_first and (earlier := _day_before(words, source, moment, ends)) is not None:
            if earlier.first not in taken:
                whole.append(earlier)
            whole.append(moment)
        elif not day_first and (later := _day_after(words, source, moment, numbers)) is not None:
            year = later.year or moment.year
            whole += [replace(moment, year=year), replace(later, year=year)]
        else:
            whole.append(moment)
    return whole


def _with_days_of_it(
    words: Sequence[Token], found: list[Moment], ends: dict[int, tuple[int, int]]
) -> list[Moment]:
    """*found* with the days of the month that was named last: «في 28 منه»."""
    later = []
    for end, (day, first) in sorted(ends.items()):
        if end >= len(words) or words[end].fold != _OF_IT or not 1 <= day <= _DAYS:
            continue
        named = [moment for moment in found if moment.end <= first]
        if named and named[-1].month is not None and named[-1].day is not None:
            later.append(Moment(first, end + 1, day, named[-1].month, named[-1].year))
    return sorted(found + later, key=lambda moment: moment.first) if later else found


_OF_IT = "منه"
_RANGE_OPENERS = folded("بين من")


def _tied(words: Sequence[Token], source: str, first: int, end: int, at: int) -> bool:
    """Whether a dash, "to", "until" or, after "between", "and" ties the day at *first* to *at*."""
    if end == at:
        return source[words[at - 1].end : words[at].start].strip() in ("-", "–", "—", "־")
    if at - end != 1 or words[end].fold not in _TO:
        return False
    return words[end].fold != "and" or (first > 0 and words[first - 1].fold == "between")


def _day_before(
    words: Sequence[Token], source: str, moment: Moment, ends: dict[int, tuple[int, int]]
) -> Moment | None:
    at = moment.first - 1
    opened = at > 0 and words[at].fold in _FIRST and words[at - 1].fold in _RANGE_OPENERS
    if opened and words[moment.first].fold[0] == "و":  # «بين الأول والثلاثين من سبتمبر»
        return Moment(at, at + 1, 1, moment.month, moment.year)
    for end in (moment.first, moment.first - 1):
        value, first = ends.get(end, (0, 0))
        earlier = 1 <= value < (moment.day or 0)
        if earlier and _tied(words, source, first, end, moment.first):
            return Moment(first, end, value, moment.month, moment.year)
    return None


def _day_after(
    words: Sequence[Token], source: str, moment: Moment, numbers: dict[int, tuple[int, int]]
) -> Moment | None:
    """The later day of "March 3-5, 2024"; an "and" ties only after "between"."""
    for at in (moment.end, moment.end + 1):
        value, end = numbers.get(at, (0, 0))
        if not (moment.day or 0) < value <= _DAYS:
            continue
        if not _tied(words, source, moment.first, moment.end, at):
            continue
        year, after = numbers.get(end, (0, 0))
        found = Moment(at, end, value, moment.month)
        return replace(found, end=after, year=year) if year > _DAYS else found
    return None


#: Days of a month, at most.
_DAYS = 31


def _joined(found: list[Moment], numbers: frozenset[int]) -> list[Moment]:
    """A weekday beside a day of a month («الجمعة 17 نوفمبر») belongs to it.

    A number between them that is no day of a month is no part of either.
    """
    joined: list[Moment] = []
    for moment in found:
        last = joined[-1] if joined else None
        if (
            last
            and moment.first - last.end <= 1
            and not any(place in numbers for place in range(last.end, moment.first))
            and (last.weekday is None) != (moment.weekday is None)
            and (last.month is None) != (moment.month is None)
            and last.offset is None
            and moment.offset is None
        ):
            joined[-1] = Moment(
                last.first,
                moment.end,
                last.day or moment.day,
                last.month or moment.month,
                last.year or moment.year,
                moment.weekday if last.weekday is None else last.weekday,
            )
        else:
            joined.append(moment)
    return joined
