"""Days told from a date before them: "the next day", למחרת, "the same day", ערב קודם לכן.

The rule: such a day is counted from the date that stands last before it, with its day and its
month, when no other date and no other length of time stands between the two and the text has no
other date before. Behind it stands no noun from which it is counted instead ("the day before the
vote", למחרת הבחירות).

What it may get wrong: a date that tells when something else was («who was freed on May 3, said the
next day»). The escape hatch is the tables below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from digests.language.calendar import Moment
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.speech_verbs import act_of
from digests.language.words import Token

_PHRASES_TEXT = {
    "en": {
        1: "the next day, the following day, a day later, one day later, the next morning, "
        "the following morning, the day after",
        0: "the same day, that day, that same day, the same evening, that evening, "
        "the same morning, that morning, later that day, the same afternoon, that afternoon",
        -1: "the day before, a day earlier, one day earlier, the previous day, the evening before, "
        "the previous evening, the night before",
    },
    "he": {
        1: "למחרת היום, למחרת, ביום שלמחרת, יום לאחר מכן, יום אחרי כן",
        0: "באותו יום, באותו היום, באותו ערב, באותו הערב, באותו בוקר",
        -1: "יום קודם לכן, יום קודם, ערב קודם לכן, יום לפני כן, ערב לפני כן",
    },
}
#: The words of each phrase with its days from the date, the longest first.
_PHRASES = {
    language: sorted(
        ((tuple(fold(w) for w in one.split()), days) for days, told in table.items()
         for one in told.split(", ")),
        key=lambda phrase: -len(phrase[0]),
    )
    for language, table in _PHRASES_TEXT.items()
}  # fmt: skip
#: Measures by which another time may be told between the two.
_MEASURES = folded(
    "day days week weeks month months year years later earlier weekend "
    "יום ימים יומיים שבוע שבועות שבועיים חודש חודשים חודשיים שנה שנים שנתיים סופשבוע"
)
#: What stands behind a phrase that is counted from something else.
_FROM_ANOTHER = frozenset("as when of".split())
#: Words from a verb of saying to the phrase, at most.
_THAT, _TOLD = "that", 4
#: Phrases behind which only a mark or the end stands, since their last word governs.
_GOVERNING = frozenset({"after", "before"})
_ARTICLE, _TO = "ה", "ל"
_FEBRUARY, _LAST_OF_IT = 2, 28


def days_beside(
    words: Sequence[Token], text: str, found: Sequence[Moment], language: str
) -> list[Moment]:
    """*found* with the days that are told from a date before them: "On May 3 … the next day"."""
    if not any(m.day and m.month for m in found):
        return list(found)
    more = []
    for first, end, days in told_from_another(words, text, language):
        before = [m for m in found if m.end <= first]
        if before and not _between(words, before[-1].end, first):
            more += _counted_from(before, first, end, days)
    taken = {place for m in more for place in range(m.first, m.end)}
    kept = [m for m in found if m.first not in taken]
    return sorted(kept + more, key=lambda moment: moment.first)


def told_from_another(
    words: Sequence[Token], text: str, language: str
) -> list[tuple[int, int, int]]:
    """Where *words* tell a day from another one, and by how many days it is off."""
    found: list[tuple[int, int, int]] = []
    folds = [word.fold for word in words]
    for at in range(len(words)):
        if found and at < found[-1][1]:
            continue
        for phrase, days in _PHRASES.get(language, ()):
            end = at + len(phrase)
            if _stands(folds, at, phrase) and not _governs(words, text, at, end):
                found.append((at, end, days))
                break
    return found


def _stands(folds: list[str], at: int, phrase: tuple[str, ...]) -> bool:
    """Whether *phrase* stands at *at*, in Hebrew with an "and" written onto it or not."""
    if tuple(folds[at + 1 : at + len(phrase)]) != phrase[1:]:
        return False
    return folds[at] == phrase[0] or (phrase[0][0] >= "א" and folds[at] == "ו" + phrase[0])


def _governs(words: Sequence[Token], text: str, at: int, end: int) -> bool:
    """Whether the phrase at *at* is counted from what stands behind: "the day before the vote".

    Behind a verb of saying "that" opens what is said: "told Reuters the same day that".
    """
    marked = end >= len(words) or bool(text[words[end - 1].end : words[end].start].strip())
    if marked:
        return False
    last, behind = words[end - 1].fold, words[end].fold
    if last[0] >= "א":
        return behind[0] in (_ARTICLE, _TO) or behind == "של"
    if behind == _THAT:
        return all(act_of(word.fold, "en") is None for word in words[max(0, at - _TOLD) : at])
    return last in _GOVERNING or behind in _FROM_ANOTHER


def _between(words: Sequence[Token], first: int, last: int) -> bool:
    """Whether another length of time is told between two dates: "two days later"."""
    return any(
        word.fold in _MEASURES or word.fold.removeprefix("ו") in _MEASURES
        for word in words[first:last]
    )


def _counted_from(before: Sequence[Moment], first: int, end: int, days: int) -> list[Moment]:
    """The day that is *days* off the last of *before*, where that is the only date there."""
    last = before[-1]
    whole = last.day is not None and last.month is not None and last.offset is None
    others = any((m.day, m.month) != (last.day, last.month) for m in before if m.day or m.weekday)
    told = None if not whole or others else day_off(last, days)
    return [] if told is None else [replace(told, first=first, end=end)]


def day_off(moment: Moment, days: int) -> Moment | None:
    """The date that is *days* off *moment*; None where its year decides and is not told."""
    if moment.day is None or moment.month is None:
        return None
    if moment.year is None and moment.month == _FEBRUARY and moment.day >= _LAST_OF_IT:
        return None
    try:
        on = date(moment.year or 2001, moment.month, moment.day) + timedelta(days=days)
    except ValueError:
        return None
    weekday = None if moment.weekday is None else (moment.weekday + days) % 7
    year = None if moment.year is None else on.year
    return replace(moment, day=on.day, month=on.month, year=year, weekday=weekday)
