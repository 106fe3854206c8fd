"""Measures of time: what is counted in weeks is not told in days.

The rule: a number, ordinal or dual of the sentence beside a measure of time (three days, the third
week, أسبوعين) is refused when the evidence has that number beside measures of time, and beside
another one only. Seven days and a week, and twenty-four hours and a day, are the same. What is told
for each month is not told for each week. The first number of a range has the measure of the second.

What it may get wrong: a number that the evidence tells twice with two measures passes with either.
The escape hatch is the table.
"""

from __future__ import annotations

from fractions import Fraction

from digests.language.hedge_words import Hedge
from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.quantities import THOUSANDTHS, Kind, Quantity
from digests.summaries.verify.exchanged import year
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

_TABLE = """
ثانية ثوان ثواني ثانيتين ثانيتان second seconds שנייה שניות
دقيقة دقائق دقيقتين دقيقتان minute minutes דקה דקות
ساعة ساعات ساعتين ساعتان hour hours שעה שעות שעתיים
يوم يوما أيام يومين يومان يومي day days יום ימים יומיים יממה יממות
أسبوع أسبوعا أسابيع أسبوعين أسبوعان أسبوعي week weeks שבוע שבועות שבועיים
شهر شهرا أشهر شهور شهرين شهران شهري month months חודש חודשים חודשיים
عام عاما أعوام سنة سنوات سنين عامين عامان سنتين سنتان year years שנה שנים שנתיים שנת
عقدين عقدان decade decades עשור עשורים
millisecond milliseconds ميليثانية ملليثانية
"""


def by_unit(table: str) -> dict[str, int]:
    """The measure of each word of *table*, whose rows go from the shortest measure on."""
    rows = enumerate(table.strip().splitlines())
    return {fold(form): unit for unit, row in rows for form in row.split()}


_UNITS = by_unit(_TABLE)
SECOND, MINUTE, HOUR, DAY, WEEK, MONTH, YEAR, DECADE, MILLISECOND = range(9)
#: How many minutes each measure is.
WORTH = {
    MILLISECOND: Fraction(1, 60_000),
    SECOND: Fraction(1, 60),
    MINUTE: Fraction(1),
    HOUR: Fraction(60),
    DAY: Fraction(24 * 60),
    WEEK: Fraction(7 * 24 * 60),
    MONTH: Fraction(30 * 24 * 60),
    YEAR: Fraction(360 * 24 * 60),
    DECADE: Fraction(3600 * 24 * 60),
}


def another_unit(sentence: Passage, source: Source) -> Quantity | None:
    """A number of *sentence* with a measure of time other than its evidence's."""
    evidence = source.passage
    theirs = [
        (q.value, unit)
        for q in evidence.quantities
        if (unit := measure_of_time(evidence, q) or _of_its_range(evidence, q)) is not None
    ]
    lasting = {value * WORTH[unit] for value, unit in theirs}
    for ours in sentence.quantities:
        unit = measure_of_time(sentence, ours)
        if unit is None or ours.first in sentence.dated:
            continue
        same = {other for value, other in theirs if value == ours.value}
        if same and unit not in same and ours.value * WORTH[unit] not in lasting:
            return ours
    return None


def _of_its_range(text: Passage, quantity: Quantity) -> int | None:
    """The measure of time that the end of a range tells for both: "5 to 17 months"."""
    last = next((q for q in text.quantities if q.first >= quantity.end), None)
    if last is None or quantity.kind is not Kind.COUNT or year(quantity):
        return None
    between = {word.fold for word in text.words[quantity.end : last.first]}
    joined = last.first > quantity.end or text.gap(last.first).strip() in _DASHES
    tied = between <= _TO and joined and quantity.first not in text.dated
    return measure_of_time(text, last) if tied and last.first - quantity.end <= 1 else None


_TO = folded("to and or إلى و أو حتى עד ל או")
_DASHES = frozenset("-–—־")


#: One of each measure, which a rate is told for.
_ONE = folded(
    "ثانية دقيقة ساعة يوم أسبوع شهر عام سنة second minute hour day week month year decade "
    "שנייה דקה שעה יום יממה שבוע חודש שנה עשור"
)
_WITHIN = folded("في ב")
_COMING = folded(
    "المقبل المقبلة القادم القادمة الماضي الماضية الأخير الأخيرة الجاري الحالي הקרוב הקרובה הבא "
    "הבאה האחרון האחרונה שעבר שעברה"
)


def as_long(sentence: Passage, quantity: Quantity, evidence: Passage) -> list[Quantity]:
    """The numbers of *evidence* that are as long a time: 18 months are a year and a half."""
    unit = measure_of_time(sentence, quantity)
    if unit is None:
        return []
    lasting = quantity.value * WORTH[unit]
    units = [(q, measure_of_time(evidence, q)) for q in evidence.numbers]
    units += [
        (Quantity(Fraction(1), Kind.COUNT, place, place + 1), DECADE)
        for place, word in enumerate(evidence.words)
        if not _DECADES.isdisjoint(without_particles(word.fold))
    ]
    units += _bare(evidence)
    if quantity.first and sentence.words[quantity.first - 1].fold == _EVERY:
        units += [(q, MONTH) for q in _quarterly(evidence)]
    return [q for q, other in units if other is not None and q.value * WORTH[other] == lasting]


def _bare(evidence: Passage) -> list[tuple[Quantity, int | None]]:
    """One measure of time that Hebrew tells by its noun alone: «בתוך יממה», «כעבור שעה»."""
    if evidence.language != "he":
        return []
    return [
        (Quantity(Fraction(1), Kind.COUNT, at, at + 1), _UNITS[word.fold])
        for at, word in enumerate(evidence.words)
        if at and word.fold in _ONE and at not in evidence.dated and at - 1 not in evidence.counted
        if evidence.words[at - 1].fold.removeprefix("ש") in _BEFORE_ONE
        if at + 1 not in evidence.counted
    ]


#: What opens a time of one measure.
_BEFORE_ONE = folded("תוך בתוך במשך כעבור לאחר אחרי לפני מדי")


def _quarterly(evidence: Passage) -> list[Quantity]:
    """The three months of a quarter in each of which something is done: "every quarter"."""
    words = [word.fold for word in evidence.words]
    return [
        Quantity(Fraction(3), Kind.COUNT, at, at + 1)
        for at, word in enumerate(words)
        if word in _QUARTERLY or (at and word in _QUARTER and words[at - 1] in _EVERY_QUARTER)
    ]


_EVERY, _EVERY_QUARTER = fold("كل"), folded("every each per כל מדי")
_QUARTER, _QUARTERLY = folded("quarter רבעון"), folded("quarterly")
_DECADES = folded("decade עשור عقد")


def halved(sentence: Passage, source: Source) -> Quantity | None:
    """A measure and a half of the evidence of which *sentence* tells the measure alone.

    «أكثر من ساعة» is more than it, and true.
    """
    evidence = source.passage
    more = {h.end for h in sentence.hedges if h.hedge is Hedge.AT_LEAST}
    for theirs in evidence.numbers:
        unit = measure_of_time(evidence, theirs)
        if unit is None or theirs.value.denominator == 1 or theirs.first not in source.inside:
            continue
        if evidence.words[theirs.first].fold not in _UNITS or as_long(evidence, theirs, sentence):
            continue
        told = {
            _UNITS[form]
            for p, w in enumerate(sentence.words)
            for form in without_particles(w.fold)
            if form in _UNITS and p not in more
        }
        if unit in told:
            return theirs
    return None


def measure_of_time(text: Passage, quantity: Quantity) -> int | None:
    """The measure of time that *quantity* counts: its own word, the next, or one before it."""
    places = [quantity.end, quantity.first - 1]
    if text.language != "ar":
        places = [quantity.end, quantity.end + 1, quantity.first - 1]
    half = quantity.kind is Kind.COUNT and quantity.value.denominator > 1
    if quantity.kind is Kind.DUAL or (half and text.words[quantity.first].fold in _UNITS):
        places = [quantity.first]
    for place in places:
        if not 0 <= place < len(text.words) or place in text.dated:
            continue
        if place >= quantity.end and any(
            text.gap(p).strip(" -") for p in range(quantity.end, place + 1)
        ):
            continue
        if text.words[place].fold in THOUSANDTHS and measure_at(text, place + 1) == SECOND:
            return MILLISECOND
        for form in without_particles(text.words[place].fold):
            if form in _UNITS:
                return _UNITS[form]
    return None


#: What opens a time within which something came about, and one measure of it.
_DURING = folded("خلال غضون within in during over past last תוך בתוך במשך")
_SINGLE = folded("a an one single the past last each per חד")


def how_long(text: Passage, quantity: Quantity) -> Fraction | None:
    """The minutes that *quantity* counts in a measure of time, if it counts one."""
    unit = measure_of_time(text, quantity)
    return None if unit is None else quantity.value * WORTH[unit]


def another_span(sentence: Passage, source: Source) -> int | None:
    """Where *sentence* has «خلال شهر» and the evidence "in a week", and no month."""
    theirs = {WORTH[unit] for _, unit in _spans(source.passage)}
    evidence = source.passage
    theirs |= {
        q.value * WORTH[unit]
        for q in evidence.quantities
        if (unit := measure_of_time(evidence, q)) is not None
    }
    named = measures_named(evidence)
    for place, unit in _spans(sentence):
        if theirs and unit not in named and WORTH[unit] not in theirs:
            return place
    return None


def _spans(text: Passage) -> list[tuple[int, int]]:
    """The single measures of time in which something came about: «خلال أسبوع»."""
    found = []
    for place in range(1, len(text.words)):
        word, before = text.words[place].fold, text.words[place - 1].fold
        opener = text.words[place - 2].fold if before in _SINGLE and place > 1 else before
        if word in _ONE and opener in _DURING and place not in text.dated:
            found.append((place, _UNITS[word]))
    return found


def measures_named(text: Passage) -> set[int]:
    """The measures of time that *text* names anywhere, from the shortest on."""
    return {_UNITS[f] for w in text.words for f in without_particles(w.fold) if f in _UNITS}


def is_time(text: Passage, place: int) -> bool:
    """Whether the word at *place* is a measure of time."""
    return measure_at(text, place) is not None


def measure_at(text: Passage, place: int) -> int | None:
    """The measure of time that the word at *place* is, if it is one."""
    if place >= len(text.words):
        return None
    forms = without_particles(text.words[place].fold)
    return next((_UNITS[form] for form in forms if form in _UNITS), None)


def one_of_it(text: Passage, place: int) -> bool:
    """Whether the word at *place* is one measure of time: «بعد يوم», "a day later"."""
    return not _ONE.isdisjoint(without_particles(text.words[place].fold))


_RATES = {
    fold(form): unit
    for forms, unit in (
        ("hourly", HOUR),
        ("يوميا daily", DAY),
        ("أسبوعيا weekly", WEEK),
        ("شهريا monthly", MONTH),
        ("سنويا yearly annually", YEAR),
    )
    for form in forms.split()
}
#: Words that make a measure of time a rate: «في الشهر», "per month", "a month".
_PER = frozenset({"per", "a", "an", "each", "every", "ל", "ב", fold("في"), fold("كل")})
#: Words after a number among which its rate stands.
_RATE_WITHIN = 5
#: «يومية», «الأسبوعي»: a rate told by an adjective.
_ADJECTIVE = tuple(
    fold(article + form) for article in ("", "ال") for form in ("يومي", "أسبوعي", "شهري", "سنوي")
)


def another_rate(sentence: Passage, source: Source) -> Quantity | None:
    """«300 في الأسبوع», or 300 alone, where the evidence has 300 a month."""
    evidence = source.passage
    for ours in sentence.numbers:
        rate = _rate(sentence, ours)
        same = [_rate(evidence, q) for q in evidence.numbers if q.value == ours.value]
        if not same or ours.kind is Kind.ORDINAL or year(ours):
            continue
        told = rate is not None or (_rated(evidence, ours) and not _told_as_a_rate(sentence))
        if told and all(other is not None and other != rate for other in same):
            return ours
    return None


def _rated(evidence: Passage, ours: Quantity) -> bool:
    """Whether each number of *evidence* like *ours* is surely a rate, and no date."""
    for quantity in (q for q in evidence.numbers if q.value == ours.value):
        ahead = range(quantity.end, min(len(evidence.words) - 1, quantity.end + _RATE_WITHIN))
        if not any(_for_each(evidence, place) for place in ahead):
            return False
    return True


def _for_each(text: Passage, place: int) -> bool:
    """Whether the word at *place* makes a rate of a number: "weekly", "each", "a" of "a week"."""
    word, before = text.words[place].fold, text.words[place - 1].fold
    later = {w.fold for w in text.words[place + 1 : place + 3]} & _LATER
    return word in _RATES or (word in _EACH and not later and not _one(before, word))


def _one(before: str, word: str) -> bool:
    """Whether "a" behind a preposition is one: "in a week" is no rate."""
    return word in ("a", "an") and before in _OF_ONE


_OF_ONE = frozenset("in within after over for during of than by under".split())
_EACH = folded("per a an each every كل لكل כל לכל")
_LATER = frozenset("earlier ago later before after".split())


def _told_as_a_rate(sentence: Passage) -> bool:
    """Whether the sentence says anywhere what is for each day, week, month or year."""
    folds = [word.fold for word in sentence.words]
    return any(word in _RATES or word.startswith(_ADJECTIVE) for word in folds)


def _behind_brackets(text: Passage, end: int) -> int:
    """Where what is told behind "16,500 taka ($138)" begins: behind the bracket, if one opens."""
    for opening in range(end, min(len(text.words), end + 2)):
        if "(" not in text.gap(opening):
            continue
        for closing in range(opening + 1, min(len(text.words), opening + _RATE_WITHIN)):
            if ")" in text.gap(closing):
                return closing
    return end


def _rate(text: Passage, quantity: Quantity) -> int | None:
    """The measure of time for each of which *quantity* is told."""
    first = _behind_brackets(text, quantity.end)
    for place in range(first, min(len(text.words), first + _RATE_WITHIN)):
        if place == first > quantity.end and text.words[place].fold in _RATES:
            return _RATES[text.words[place].fold]
        if place == first > quantity.end:
            continue
        if place in text.counted or any(mark in text.gap(place) for mark in ",،.؛;:()"):
            return None
        word, before = text.words[place].fold, text.words[place - 1].fold
        if word in _RATES:
            return _RATES[word]
        if _one(text.words[place - 2].fold if place > 1 else "", before):
            continue
        attached = word.startswith(("لل", "بال", "ל", "ב"))
        if (before not in _PER or place == quantity.end) and not attached:
            continue
        if before in _WITHIN and text.words[min(place + 1, len(text.words) - 1)].fold in _COMING:
            return None
        if word[:1] == "ב" and text.words[min(place + 1, len(text.words) - 1)].fold in _COMING:
            return None
        for form in without_particles(word):
            if form in _ONE and (attached or text.language != "he" or before in _PER):
                return _UNITS[form]
    return None
