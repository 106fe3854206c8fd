"""On which day: a date of the sentence is that of the word right before it, as in the evidence.

The rule: what stands right before a date («جرت في …», «قضت المحكمة في …») has in the evidence
another date right behind it, and the sentence's own is nowhere the nearest date of any of those
words: the two have changed places. A verb with its subject is enough by itself, and before a clause
on a noun («الانتخابات التي جرت في …») that noun alone counts. Dates that are told together, or one
for "again", are no two. Nor is what something was put off from what it was put off to.

What it may get wrong: a date that the evidence tells of the same thing in another sentence. The
escape hatch is to cite that sentence.
"""

from __future__ import annotations

from digests.language.calendar import Moment
from digests.language.conjugation import forms
from digests.language.lists import folded
from digests.summaries.verify.actors import mark_before
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.exchanged import FROM, TO
from digests.summaries.verify.lightly import as_verb
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

_ON = {
    "ar": folded("في يوم مساء صباح فجر ليل"),
    "en": frozenset("on in at last next".split()),
    "he": folded("ב ביום"),
}
#: What joins two dates, "again" and a second one among it.
_JOINING = {
    "ar": folded("و أو ثم حتى مجددا مرة مرتين أخرى ثانية ثان ثانيا وأخرى وثانية وثان ومجددا"),
    "en": frozenset("and or until then again once more a second another one".split()),
    "he": folded("ו או עד ואז שוב ושוב פעם שנייה נוספת שני נוסף ושני ושנייה"),
}
#: Verbs that say nothing but that it was, behind the noun that a date is of; and their clause.
_HELD = folded("جرت جرى تجري يجري تمت تم وقعت وقع أجريت أجري عقدت")
_WHICH = folded("التي الذي والتي والذي")
#: Words right before a date that it may be told of: a verb and who does it.
_HEADS = 2
#: Words that rest on one place stand so far apart, at most; a noun and the date of its clause.
_SIDE_BY_SIDE, _RELATIVE = 1, 3
#: What has a day that it was on before, and another one to which it goes.
_MOVED = forms(
    "ar",
    "أجل يؤجل, تأجل يتأجل, أرجأ يرجئ, أخر يؤخر, رحل يرحل, نقل ينقل, انتقل ينتقل, قدم يقدم, "
    "غير يغير, حول يحول, عدل يعدل".split(", "),
) | folded("تأجيل إرجاء تأخير ترحيل نقل تقديم تغيير مؤجل مؤجلة")


def day_of(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A date of *sentence* that the evidence has of something else."""
    evidence = source.passage
    theirs = [m for m in evidence.moments if m.offset is None]
    for ours in sentence.moments if len(theirs) > 1 else ():
        if ours.offset is not None:
            continue
        same = [m for m in theirs if not _conflict(ours, m)]
        if not same or len(same) == len(theirs):
            continue
        places = [p for p in _heads(sentence, ours) if aligned.every.get(p)]
        heads = [aligned.every[p] for p in places]
        others = [_others(evidence, one, theirs, same) for one in heads]
        beside = any(m in same for one in heads for j in one for m in _nearest(j, theirs))
        told = others[:1] == [True] and not beside
        told = told or (len(others) > 1 and others[-1] and as_verb(sentence, places[-1]))
        if heads and _was_held(sentence, ours):
            told = told or _others(evidence, heads[0], theirs, same, _RELATIVE)
        if told or _other_end(sentence, ours, evidence, same):
            words = sentence.words[ours.first : ours.end]
            shown = sentence.text[words[0].start : words[-1].end]
            return Refusal(Code.DATE, f"the date «{shown}» is the date of something else")
    return None


def _conflict(one: Moment, other: Moment) -> bool:
    """Whether two dates cannot be one, by what both of them tell."""
    pairs = [(one.day, other.day), (one.month, other.month), (one.year, other.year)]
    pairs.append((one.weekday, other.weekday))
    return any(a != b for a, b in pairs if a is not None and b is not None)


def _others(
    evidence: Passage,
    support: tuple[int, ...],
    dates: list[Moment],
    same: list[Moment],
    within: int = 0,
) -> bool:
    """Whether a date that is none of *same*, nor joined to one, stands right behind a word."""
    other = _right_behind(evidence, support[-1], dates, within) if _one(support) else None
    return other is not None and not any(
        one is other or _joined(evidence, *sorted((one, other), key=lambda m: m.first))
        for one in same
    )


def _joined(evidence: Passage, one: Moment, other: Moment) -> bool:
    """Whether two dates are told together: "on May 3 and 9", "on May 3 and again on June 9"."""
    between = range(one.end, other.first)
    joining = _ON[evidence.language] | FROM | TO | _JOINING[evidence.language]
    return all(evidence.words[p].fold in joining or p in evidence.dated for p in between)


def _one(support: tuple[int, ...]) -> bool:
    """Whether a word rests on one place: a word, or two side by side."""
    return support[-1] - support[0] <= _SIDE_BY_SIDE


def _heads(sentence: Passage, date: Moment) -> list[int]:
    """The words right before *date* that say something, with nothing but «في» between.

    Behind a relative pronoun it is one: «نتائج الانتخابات التي جرت في …» is the day of these.
    """
    found: list[int] = []
    most = _HEADS
    for place in range(date.first - 1, -1, -1):
        if mark_before(sentence, place + 1):
            break
        word = sentence.words[place].fold
        if place in sentence.telling and len(found) < most:
            found.append(place)
            continue
        if word in _WHICH:
            most = 1
        between = _ON["ar"] | _HELD | _WHICH
        if found or not (word in between or _heads_it(sentence, place, date)):
            break
    return found


def _heads_it(text: Passage, place: int, date: Moment) -> bool:
    """Whether the word at *place* is part of *date*, and of no other one."""
    other = any(m.first <= place < m.end and m is not date for m in text.moments)
    return place in text.dated and not other


def _nearest(place: int, dates: list[Moment]) -> list[Moment]:
    """The dates that are nearest to the word at *place* of all: one, or one on either side."""
    off = [max(date.first - place, place - date.end + 1) for date in dates]
    return [date for date, far in zip(dates, off, strict=True) if far == min(off)]


def _right_behind(
    evidence: Passage, place: int, dates: list[Moment], within: int = 0
) -> Moment | None:
    """The date behind the word at *place*, with nothing but "on", or *within* words, between."""
    for date in (m for m in dates if m.first > place):
        between = range(place + 1, date.first)
        if any(mark_before(evidence, p) for p in (*between, date.first)):
            return None
        if evidence.language == "en" and not between:
            return None  # "annulled May elections"
        others = [p for p in between if evidence.words[p].fold not in _ON[evidence.language]]
        return date if sum(p not in evidence.dated for p in others) <= within else None
    return None


def _was_held(sentence: Passage, date: Moment) -> bool:
    """Whether *date* is when something was held, by a clause on its noun: «التي جرت في …»."""
    before = {w.fold for w in sentence.words[max(0, date.first - _RELATIVE - 1) : date.first]}
    return bool(before & _HELD) and bool(before & _WHICH)


def _other_end(sentence: Passage, ours: Moment, evidence: Passage, same: list[Moment]) -> bool:
    """Whether *ours* is told as what something was moved to, and theirs as what it was from."""
    moved = any(word.fold in _MOVED for word in sentence.words[: ours.first])
    return moved and _end(sentence, ours) == "to" and all(_end(evidence, m) == "from" for m in same)


def _end(text: Passage, date: Moment) -> str:
    place = date.first - 1
    while place >= 0 and place in text.dated and text.words[place].fold not in FROM | TO:
        place -= 1
    word = text.words[place].fold if place >= 0 else ""
    return "from" if word in FROM else "to" if word in TO else ""
