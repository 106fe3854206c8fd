"""Times told without a number: «منذ أشهر» is not "for years", nor «بضع سنوات» "a few months".

The rule: a plural measure of time behind «منذ», «بضعة», «خلال» and their like, which no number
counts, is refused where the evidence names that measure nowhere, and has other plurals that none
counts; not where it rests on another word («ساعات», watches) or is told of something («أيام
الجامعة»). Decades may be told as years.

What it may get wrong: a plural of the evidence that is told of another thing. The escape hatch is
the table.
"""

from __future__ import annotations

from collections.abc import Iterator

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source
from digests.summaries.verify.units import DECADE, YEAR, by_unit, measures_named

_TABLE = """
ثوان ثواني seconds שניות
دقائق minutes דקות
ساعات hours שעות
أيام days ימים
أسابيع weeks שבועות
أشهر شهور months חודשים
أعوام سنوات سنين years שנים שנות
عقود decades עשורים
"""
_PLURALS = by_unit(_TABLE)
#: Words right before an Arabic plural of time, which may be another noun («أشهر المطاعم», «عقود»).
_BEFORE = folded(
    "منذ بعد قبل خلال طوال طيلة مدى غضون مدة لمدة بضع بضعة ببضع ببضعة لبضع لبضعة عدة بعدة لعدة سوى"
)
#: Of these, what stands before nothing but a time.
_SURELY = folded("منذ خلال طوال طيلة مدى غضون بعد قبل")
#: Before «عقود», which may be contracts.
_OFDECADE = folded("منذ طوال طيلة مدى")
#: Particles that make such a time of a plural: «لأشهر», «بأيام».
_ATTACHED = ("ل", "ب")
#: Words behind it that say how many.
_BEHIND = folded("قليلة معدودة عديدة طويلة كثيرة عدة")


def another_plural(sentence: Passage, source: Source, aligned: Alignment) -> int | None:
    """Where *sentence* has «منذ أشهر» and the evidence "for years", and no months."""
    evidence = source.passage
    theirs = {unit for _, unit in _plurals(evidence)}
    for place, unit in _plurals(sentence):
        if not _vague(sentence, place) or not theirs or unit in measures_named(evidence):
            continue
        sure = sentence.words[place - 1].fold in _SURELY if place else False
        other = not sure and _another_word(evidence, aligned.of(place))
        same = any(evidence.words[j].fold == sentence.words[place].fold for j in aligned.of(place))
        if other or same or _of_something(sentence, place):
            continue  # «بعقود دائمة», contracts
        if unit != YEAR or DECADE not in theirs:
            return place
    return None


def _another_word(evidence: Passage, places: tuple[int, ...]) -> bool:
    """Whether what looks like a time rests on none: «ساعات» on watches, «لأشهر» on famous."""
    times = {place for place, _ in _plurals(evidence)}
    return bool(places) and times.isdisjoint(places)


def _of_something(sentence: Passage, place: int) -> bool:
    """Whether a noun says whose time it was: «أيام الجامعة»."""
    behind = sentence.words[place + 1].fold if place + 1 < len(sentence.words) else ""
    return behind.startswith("ال") and behind not in _SINCE and not sentence.gap(place + 1).strip()


#: Attributes of a time that is told without its article elsewhere: «الأشهر الماضية».
_SINCE = folded("الماضية الأخيرة المقبلة القادمة")


def _plurals(text: Passage) -> Iterator[tuple[int, int]]:
    """The plural measures of time of *text* that no number counts, with their places."""
    counted = {p for q in text.quantities for p in (q.end, q.end + 1, *range(q.first - 1, q.end))}
    for place, word in enumerate(text.words):
        form = next((f for f in without_particles(word.fold) if f in _PLURALS), None)
        if form is not None and place not in counted and place not in text.dated:
            yield place, _PLURALS[form]


def _vague(sentence: Passage, place: int) -> bool:
    """Whether the Arabic plural at *place* is surely a time."""
    before = sentence.words[place - 1].fold if place else ""
    behind = sentence.words[place + 1].fold if place + 1 < len(sentence.words) else ""
    word = sentence.words[place].fold
    if _PLURALS.get(word) == DECADE:
        return before in _OFDECADE
    attached = word not in _PLURALS and word[1:] in _PLURALS and word.startswith(_ATTACHED)
    return before in _BEFORE or behind in _BEHIND or attached
