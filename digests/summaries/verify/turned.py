"""Before and after, since and until, up and down: one is not told for the other.

The rule: the noun or date of the sentence right behind such a word rests on a noun or date of the
evidence; where only the opposite word stands right before that one there, the sentence is refused.
So is one with the same word whose two sides have changed places: «التصويت قبل المغادرة», and one
whose verb says that something rose where the evidence says that it fell.

What it may get wrong: "before three days" is a time ago and is left alone. The escape hatch is the
table.
"""

from __future__ import annotations

from digests.language.conjugation import forms
from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.summaries.verify.actors import mark_before
from digests.summaries.verify.alignment import Alignment, says
from digests.summaries.verify.dates import alike
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source
from digests.summaries.verify.units import is_time

_BEFORE, _AFTER, _SINCE, _UNTIL = "before", "after", "since", "until"
_WORDS = {
    "ar": {
        _BEFORE: folded("قبل قبيل وقبل"),
        _AFTER: folded("بعد بعدما عقب وبعد وعقب"),
        _SINCE: folded("منذ مذ ومنذ"),
        _UNTIL: folded("حتى وحتى"),
    },
    "en": {
        _BEFORE: folded("before"),
        _AFTER: folded("after"),
        _SINCE: folded("since"),
        _UNTIL: folded("until till"),
    },
    "he": {
        _BEFORE: folded("לפני ולפני קודם"),
        _AFTER: folded("אחרי לאחר ואחרי ולאחר"),
        _SINCE: folded("מאז ומאז"),
        _UNTIL: folded("עד ועד"),
    },
}
_OPPOSITE = {_BEFORE: _AFTER, _AFTER: _BEFORE, _SINCE: _UNTIL, _UNTIL: _SINCE}
#: Words behind such a word within which stands what it governs.
_GOVERNED = 4
#: Words before such a word that say what is set in time.
_HOST = 8


def turned(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A word of time in *sentence* where the evidence has its opposite."""
    evidence = source.passage
    if (refusal := _up_for_down(sentence, evidence, aligned)) is not None:
        return refusal
    theirs = {at: way for at in range(len(evidence.words)) if (way := _way(evidence, at))}
    for at in range(len(sentence.words)):
        way = _way(sentence, at)
        governed = _governed(sentence, at) if way else None
        if way is None or governed is None:
            continue
        there = _supports(sentence, governed, evidence, aligned)
        before = [_nearest(evidence, j, theirs) for j in there]
        opposed = [w == _OPPOSITE[way] for w in before]
        if opposed and all(opposed):
            return _refused(sentence, at, governed)
        if _sides_exchanged(sentence, at, way, set(there), evidence, theirs, aligned):
            return _refused(sentence, at, governed)
    return None


def _up_for_down(sentence: Passage, evidence: Passage, aligned: Alignment) -> Refusal | None:
    """A word for a rise in *sentence* that rests on a word for a fall, or the other way round."""
    for place in sentence.content:
        ours = _direction(sentence.words[place].fold, "ar")
        support = aligned.of(place)
        theirs = {_direction(evidence.words[j].fold, evidence.language) for j in support}
        if ours and support and theirs == {-ours}:
            shown = sentence.words[place].text
            return Refusal(Code.NEGATION, f"«{shown}»: the evidence says the opposite")
    return None


def _direction(word: str, language: str) -> int:
    """1 where *word* says that something rose or was raised, -1 where it fell or was cut."""
    found = {word} if language == "en" else set(without_particles(word)[:2])
    return bool(found & _UP[language]) - bool(found & _DOWN[language])


_UP = {
    "en": forms(
        "en", "raise, rise rose, increase, grow grew, climb, surge, soar, hike".split(", ")
    ),
    "ar": forms("ar", "رفع يرفع, ارتفع يرتفع, زاد يزيد, صعد يصعد, ازداد يزداد, نما".split(", "))
    | folded("ارتفاع زيادة صعود الرفع الارتفاع الزيادة الصعود"),
    "he": forms("he", "עלה עולה, העלה מעלה, גדל, זינק, הגדיל, צמח".split(", "))
    | folded("עלייה העלאה העלאת גידול"),
}
_DOWN = {
    "en": forms(
        "en", "cut cut, reduce, lower, fall fell, drop, decline, decrease, slash".split(", ")
    ),
    "ar": forms(
        "ar", "خفض يخفض, انخفض ينخفض, تراجع يتراجع, هبط يهبط, قلص يقلص, تقلص يتقلص".split(", ")
    )
    | folded("انخفاض تراجع هبوط خفض تخفيض تقليص الانخفاض التراجع الهبوط الخفض"),
    "he": forms("he", "ירד יורד, הוריד מוריד, קיצץ מקצץ, הפחית מפחית, צמצם, צנח".split(", "))
    | folded("ירידה הורדה הורדת קיצוץ הפחתה צמצום"),
}


def _refused(sentence: Passage, at: int, governed: int) -> Refusal:
    first, last = sentence.words[at], sentence.words[governed]
    shown = sentence.text[first.start : last.end]
    return Refusal(Code.DATE, f"«{shown}»: the evidence has it the other way round in time")


def _way(text: Passage, at: int) -> str | None:
    """What the word at *at* says of time, if it does so."""
    word = text.words[at].fold
    way = next((w for w, words in _WORDS[text.language].items() if word in words), None)
    if way is None or at + 1 >= len(text.words) or mark_before(text, at + 1):
        return None
    if way == _BEFORE and at and text.words[at - 1].fold == "من":
        return None  # «من قبل», by
    if way in (_BEFORE, _AFTER) and _lasting(text, at + 1):
        return None
    return way


def _lasting(text: Passage, place: int) -> bool:
    """Whether a length of time begins at *place*: «قبل ثلاثة أيام», "after two weeks"."""
    if place in text.dated:
        return False
    measures = range(place, min(len(text.words), place + 3))
    return place in text.counted or any(is_time(text, p) for p in measures)


def _governed(text: Passage, at: int) -> int | None:
    for place in range(at + 1, min(len(text.words), at + 1 + _GOVERNED)):
        if mark_before(text, place):
            return None
        if place in text.dated:
            return place
        if place in text.counted:
            return None
        if text.words[place].fold not in FREE and (text.language == "ar" or says(text, place)):
            return place
    return None


def _supports(
    sentence: Passage, place: int, evidence: Passage, aligned: Alignment
) -> tuple[int, ...]:
    """Where the evidence has the word or the date at *place* of the sentence."""
    if place not in sentence.dated:
        return aligned.every.get(place, ())
    ours = next((m for m in sentence.moments if m.first <= place < m.end), None)
    ours = ours or next((m for m in sentence.moments if 0 < m.first - place <= 2), None)
    if ours is None:
        return ()
    weekday = ours.weekday
    return tuple(
        m.first
        for m in evidence.moments
        if alike(ours, m) or (weekday is not None and weekday == m.weekday)
    )


def _nearest(text: Passage, place: int, ways: dict[int, str]) -> str | None:
    """The nearest word of time before *place* that nothing parts from it."""
    for at in range(place - 1, max(-1, place - 1 - _GOVERNED), -1):
        if mark_before(text, at + 1):
            return None
        if at in ways:
            return ways[at]
    return None


def _sides_exchanged(
    sentence: Passage,
    at: int,
    way: str,
    there: set[int],
    evidence: Passage,
    theirs: dict[int, str],
    aligned: Alignment,
) -> bool:
    """Whether what the sentence has behind a word the evidence has before the same word."""
    if way not in (_BEFORE, _AFTER) or not there:
        return False
    host = {j for p in _host(sentence, at) for j in aligned.of(p)}
    for other, their_way in theirs.items():
        behind = _governed(evidence, other)
        if their_way != way or behind is None:
            continue
        if behind in host and there <= set(_host(evidence, other)):
            return True
    return False


def _host(text: Passage, at: int) -> range:
    """The words of the clause before the word of time at *at*."""
    first = at
    while first > max(0, at - _HOST) and not mark_before(text, first):
        first -= 1
    return range(first, at)
