"""Dates: each is in the evidence, or is what its "yesterday" means for that article.

The rule: what the sentence says of a date (day, month, year, weekday) agrees with a date of the
evidence; a relative day or a bare weekday is resolved by the article's date where the feed gave
one. What the evidence leaves out of a date (the year) may come from its article; a date that stands
only in the same sentence, outside the evidence, supports too. A date right behind a word that the
evidence has beside another date, and far from this one, is the date of something else. A number
before a month is one of its days.

What it may get wrong: which of two events a date belongs to, where both stand near it. The escape
hatch is `digests.language.calendar`.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from digests.language.calendar import Moment, moments, resolved
from digests.language.date_names import MONTHS
from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.exchanged import word_before, year
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source
from digests.summaries.verify.this_year import of_its_week

#: Days of a month, at most.
_DAYS = 31
#: Words that say "in our days", for which «اليوم» may stand.
_NOW = folded("now currently nowadays כיום כעת עכשיו الآن حاليا راهنا")


def dates(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A date of *sentence* that neither the evidence nor the article's date supports."""
    if (week := of_its_week(sentence, source)) is not None:
        return Refusal(Code.DATE, f"«{sentence.words[week].text}»: the evidence has another one")
    if (odd := _no_day(sentence, source.passage, aligned)) is not None:
        return Refusal(Code.DATE, f"«{odd}» is no day of a month")
    ours = sentence.moments
    if not ours:
        return None
    article = source.article
    published = article.published.date() if article.dated else None
    theirs = [resolved(moment, published) for moment in source.passage.moments]
    for moment in ours:
        if moment.offset == 0 and any(w.fold in _NOW for w in source.passage.words):
            continue
        full = resolved(moment, published if moment.offset is not None else None)
        if not any(_agrees(full, other, source, published) for other in theirs):
            words = sentence.words[moment.first : moment.end]
            shown = sentence.text[words[0].start : words[-1].end]
            return Refusal(Code.DATE, f"the date «{shown}» is not in the evidence")
    return None


def astray(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A date of *sentence* that the evidence has of something else.

    It stands right behind a word that the evidence has beside another date.
    """
    evidence = source.passage
    if len(evidence.moments) < 2:
        return None
    told = {(m.day, m.month, m.year) for m in sentence.moments}
    for moment in sentence.moments:
        same = [m for m in evidence.moments if alike(moment, m)]
        if len(same) != 1 or moment.offset is not None:
            continue
        head = next(
            (
                p
                for p in range(moment.first - 1, max(-1, moment.first - _BESIDE), -1)
                if p in sentence.telling and aligned.of(p)
            ),
            None,
        )
        if head is None or len(aligned.every.get(head, ())) != 1:
            continue
        stands = aligned.of(head)[0]
        for other in evidence.moments:
            if other is same[0] or alike(other, same[0]) or other.month is None:
                continue
            if any(alike(Moment(0, 0, *one), other) for one in told if any(one)):
                continue
            near, far = _off(other, stands), _off(same[0], stands)
            if near <= _BESIDE and far >= near + _BESIDE:
                words = sentence.words[moment.first : moment.end]
                shown = sentence.text[words[0].start : words[-1].end]
                return Refusal(
                    Code.DATE, f"the date «{shown}» is in the evidence the date of something else"
                )
    return None


#: Words between a date and what it is the date of; and by how many another must be farther.
_BESIDE = 4


def alike(one: Moment, other: Moment) -> bool:
    """Whether two dates agree in what both tell, and both tell something."""
    pairs = [(one.day, other.day), (one.month, other.month), (one.year, other.year)]
    shared = [a == b for a, b in pairs if a is not None and b is not None]
    return bool(shared) and all(shared)


def _off(moment: Moment, place: int) -> int:
    return max(moment.first - place, place - moment.end + 1)


def _no_day(sentence: Passage, evidence: Passage, aligned: Alignment) -> str | None:
    """A number right before a month that cannot be its day: «41 أيلول», «30 شباط»."""
    for moment in sentence.moments:
        if moment.day is None or moment.month is None:
            continue
        if moment.day > monthrange(moment.year or 2000, moment.month)[1]:
            return str(moment.day)
    days = {m.first for m in sentence.moments if m.day is not None}
    for number in sentence.quantities:
        word = sentence.words[number.first]
        dated = not days.isdisjoint((number.first, number.end)) or year(number)
        if (
            not dated
            and word.fold.isdigit()
            and number.value > _DAYS
            and _before_a_month(sentence, number.end)
            and word_before(sentence, number) not in _NUMBERED
            and not _another_word(evidence, aligned.of(number.end))
        ):
            return word.text
    return None


#: Before a number they show that it is no day: «في سن 35 مارس التدريب».
_NUMBERED = folded("سن سنه سنها عمر عمره عمرها بعمر القناة قناة بلوغ بلوغه بلوغها بلوغهم")


def _another_word(evidence: Passage, places: tuple[int, ...]) -> bool:
    """Whether what looks like a month rests on another word: «مارس», practised."""
    return any((evidence.words[j].fold,) not in MONTHS for j in places)


def _before_a_month(sentence: Passage, end: int) -> bool:
    """Whether the name of a month stands at *end*, with no particle on it and no mark before."""
    names = tuple(word.fold for word in sentence.words[end : end + 2])
    unmarked = bool(names) and not sentence.gap(end).strip()
    return unmarked and (names in MONTHS or names[:1] in MONTHS)


def _agrees(ours: Moment, theirs: Moment, source: Source, published: date | None) -> bool:
    if ours.offset is not None and ours.day is None:
        return ours.offset == theirs.offset
    if ours.day is not None and theirs.day != ours.day:
        return False
    if ours.month is not None and theirs.month != ours.month:
        return False
    if ours.month is None and ours.weekday is None and ours.year is None:
        return False
    other_year = ours.year is not None and theirs.year != ours.year
    if other_year and (theirs.year or not _year_of(ours, theirs, source, published)):
        return False
    if ours.weekday is not None and theirs.weekday != ours.weekday:
        return theirs.weekday is None and _falls_on(ours, theirs, source, published)
    return True


def _year_of(ours: Moment, theirs: Moment, source: Source, published: date | None) -> bool:
    """Whether the article's date or text gives the year that its own date leaves out."""
    if theirs.month is None:
        return False
    if published is not None:
        return ours.year == published.year
    return ours.year in _years(source)


def _falls_on(ours: Moment, theirs: Moment, source: Source, published: date | None) -> bool:
    """Whether a date without weekday and year falls on that weekday in the article's year."""
    if theirs.day is None or theirs.month is None:
        return False
    years = {published.year} if published is not None else _years(source)
    for one in years:
        try:
            if date(one, theirs.month, theirs.day).weekday() == ours.weekday:
                return True
        except ValueError:
            continue
    return False


def _years(source: Source) -> set[int]:
    article = source.article
    found = {m.year for field in (article.title, article.text) for m in moments(field)}
    return {year for year in found if year is not None} if len(found - {None}) == 1 else set()
