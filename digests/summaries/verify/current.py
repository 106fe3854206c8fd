"""The current season is not the previous one, nor a past post a present one.

The rule: a noun of the sentence that «الحالي» describes does not rest on one that the evidence
describes as previous or past, nor one that «السابق» describes on one that is current there, where
the evidence has no word of the time that the sentence tells.

What it may get wrong: a noun that is described in another sentence. The escape hatch is to leave
the attribute out.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.summaries.verify.actors import mark_before
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

_NOW, _THEN = "now", "then"
_WORDS = {
    "ar": {
        _NOW: folded("الحالي الحالية الحاليين الحاليون الراهن الراهنة الجاري الجارية حالي حالية"),
        _THEN: folded(
            "السابق السابقة السابقين السابقون السابقتين الماضي الماضية الفائت المنصرم المنصرمة "
            "الأسبق سابق سابقة سابقين سابقون ماض ماضية"
        ),
    },
    "en": {
        _NOW: frozenset("current present incumbent ongoing".split()),
        _THEN: frozenset("ex previous past prior earlier former last preceding".split()),
    },
    "he": {
        _NOW: folded("הנוכחי הנוכחית הנוכחיים הנוכחיות נוכחי נוכחית המכהן המכהנת"),
        _THEN: folded(
            "הקודם הקודמת הקודמים הקודמות קודם קודמת קודמים קודמות שעבר שעברה שעברו לשעבר האחרון "
            "האחרונה האחרונים האחרונות"
        ),
    },
}
#: Words from a noun to what describes it, with it, at most.
_REACH = 3


def current(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A noun of *sentence* that is current there and past in the evidence, or the other way."""
    evidence = source.passage
    told = {_way(evidence, j) for j in range(len(evidence.words))}
    for place in range(1, len(sentence.words)):
        way = _way(sentence, place)
        if way is None or way in told or (way == _NOW and _this(evidence) and not _this(sentence)):
            continue
        for noun in _described(sentence, place):
            there = _undated(evidence, aligned.of(noun))
            there = there or _undated(evidence, aligned.every.get(noun, ()))
            if there and all(_timed(evidence, j) for j in there):
                shown = sentence.text[sentence.words[noun].start : sentence.words[place].end]
                return Refusal(Code.DATE, f"«{shown}»: the evidence has it at another time")
    return None


def _this(text: Passage) -> bool:
    """Whether *text* tells of what is now by another word: «هذا العام», "this year", השנה."""
    following = [word.fold for word in text.words[1:]] + [""]
    then = _WORDS[text.language][_THEN]
    return any(
        word.fold in _THIS and after not in then  # השנה, and not השנה הקודמת
        for word, after in zip(text.words, following, strict=True)
    )


_THIS = folded(
    "هذا هذه الآن حاليا اليوم this these now currently today "
    "הזה הזו הזאת השנה החודש השבוע היום כיום כעת"
)


def _undated(text: Passage, places: tuple[int, ...]) -> list[int]:
    """Those of *places* that are no year with its number: «عام 2022»."""
    return [p for p in places if all(q.first != p + 1 for q in text.quantities)]


def _way(text: Passage, place: int) -> str | None:
    word = text.words[place].fold
    return next((way for way, words in _WORDS[text.language].items() if word in words), None)


def _described(text: Passage, place: int) -> list[int]:
    """The nouns that the attribute at *place* may describe: «السنوات العشر الحالية»."""
    found = []
    for noun in range(place - 1, max(-1, place - 1 - _REACH), -1):
        if mark_before(text, noun + 1) or text.words[noun].fold in FREE:
            break
        if noun not in text.counted and _way(text, noun) is None:
            found.append(noun)
    return found


def _timed(text: Passage, place: int) -> bool:
    """Whether a word of time describes the noun at *place* of the evidence."""
    step = -1 if text.language == "en" else 1
    for distance in range(1, _REACH + 1):
        at = place + step * distance
        if not 0 <= at < len(text.words) or mark_before(text, max(at, at - step)):
            break
        if text.words[at].fold in FREE or text.words[at].fold in _PARTING:
            break
        if _way(text, at) is not None:
            return True
    return False


#: English words before a noun past which no attribute of it stands.
_PARTING = frozenset(
    "the a an in on at of for to by with from and or but than that which who is are was were had "
    "has have said as its his her their".split()
)
