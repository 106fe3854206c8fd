"""One measure of time that is bounded without a number: «أكثر من عام», "over an hour", כשבוע.

The rule: a single measure with "more than" or "less than" before it is one that the evidence bounds
so, or that a longer (or a shorter) time of the evidence bears out. A bound of the evidence stays
where the sentence has the measure, and this rests on the measure that is bounded, or on no word:
«ضربة دقيقة» is no minute.

What it may get wrong: one measure that the evidence tells twice, with a bound and without. The
escape hatch is the tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from digests.language.hedge_words import BOUNDS, NUMERIC
from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.quantities import Kind, Quantity
from digests.language.strength import Hedge, Reach
from digests.model import Lang
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.bounds import bounded_number
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source
from digests.summaries.verify.units import (
    DAY,
    DECADE,
    HOUR,
    MINUTE,
    MONTH,
    SECOND,
    WEEK,
    WORTH,
    YEAR,
    how_long,
)

#: Single measures, in minutes; a century is ten decades.
_LASTING = {
    fold(form): minutes
    for minutes, forms in (
        (WORTH[SECOND], "ثانية second שנייה"),
        (WORTH[MINUTE], "دقيقة minute דקה"),
        (WORTH[HOUR], "ساعة hour שעה"),
        (WORTH[DAY], "يوم يوما day יום יממה"),
        (WORTH[WEEK], "أسبوع أسبوعا week שבוע"),
        (WORTH[MONTH], "شهر شهرا month חודש"),
        (WORTH[YEAR], "عام عاما سنة year שנה"),
        (WORTH[DECADE], "عقد عقدا decade עשור"),
        (10 * WORTH[DECADE], "قرن قرنا century"),
    )
    for form in forms.split()
}
_ARTICLES = frozenset({"a", "an", "one"})
#: Words right before an English measure and its article, by what they say of it.
_ENGLISH = {
    word: hedge
    for hedge, words in (
        (Hedge.AT_LEAST, "over"),
        (Hedge.AT_MOST, "under"),
        (Hedge.ABOUT, "about around nearly almost roughly some approximately"),
    )
    for word in words.split()
}
#: What is almost a year is less than one.
_ALMOST = folded("nearly almost כמעט")
#: Words beside a measure by which it is a certain one, and no length of time.
_CERTAIN = folded(
    "كل هذا هذه ذلك تلك نفس ذات this that last next every each per the same following previous "
    "כל אותו אותה"
)
_WHICH = folded(
    "الماضي الماضية المقبل المقبلة القادم القادمة الجاري الجارية الحالي الحالية الأخير الأخيرة "
    "السابق السابقة نفسه نفسها ذاته ذاتها الأول الأولى שעבר שעברה הבא הבאה הקרוב הקרובה האחרון "
    "האחרונה הקודם הקודמת הזה הזאת"
)
#: «خلال عام» and «حتى عام» have an upper bound of their own.
_WITHIN = folded("خلال غضون حتى لغاية within inside during in בתוך תוך")
#: Forms that say other things, too («إضراب عام», «عقد اجتماعًا»), and what shows that they do not.
_AMBIGUOUS, _OF_TIME = folded("عام عقد"), folded("بعد قبل منذ مدة لمدة طوال طيلة استمر استمرت")
_ABOUT_IT = folded("عن حول بشأن بموجب")
_FORMS_OF_NO = folded("لا ليس ليست ما no not לא")
_TIES, _MORE = folded("على عن من of"), folded("أكثر more יותר")
#: Words behind a measure among which it goes on: "a year and two months", «سنة أو أكثر».
_GOES_ON = 3


class _Single(NamedTuple):
    """A single measure at *place*, how long it is, and how it is bounded."""

    place: int
    lasting: Fraction
    bound: Hedge | None


def misbounded(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A single measure of *sentence* with another bound than the evidence's, or with none."""
    evidence = source.passage
    told, ours = bounds_of(evidence), list(singles(sentence))
    bounded = {s.place for s in singles(evidence) if s.bound is not None}
    for one in ours:
        theirs = told.get(one.lasting, set())
        shown = sentence.words[one.place].text
        elsewhere = one.place in aligned.every and bounded.isdisjoint(
            _rests(sentence, one.place, aligned)
        )
        if _otherwise(one, theirs, evidence):
            return Refusal(Code.STRENGTH, f"the evidence does not bound «{shown}» so")
        kept = any(other.lasting == one.lasting and other.bound in theirs for other in ours)
        lost = bool(theirs) and None not in theirs and one.bound is None and not kept
        longer = theirs == {Hedge.AT_LEAST} and _only_after(evidence, bounded)
        within = _within(sentence, one.place) and not longer
        if lost and not elsewhere and not within and _surely(sentence, one.place):
            return Refusal(Code.STRENGTH, f"the evidence bounds «{shown}»; keep the bound")
    return None


def _rests(sentence: Passage, place: int, aligned: Alignment) -> tuple[int, ...]:
    """What the measure at *place* rests on; for «عقدًا», of two meanings, all that it may."""
    forms = {
        sentence.words[place].fold.removesuffix("ا"),
        *without_particles(sentence.words[place].fold),
    }
    if _AMBIGUOUS.isdisjoint(forms):
        return aligned.of(place)
    return aligned.every.get(place, ())


def _otherwise(one: _Single, theirs: set[Hedge | None], evidence: Passage) -> bool:
    """Whether *one* is bounded as the evidence does not bound it, and no time bears it out."""
    if one.bound not in BOUNDS or not theirs or one.bound in theirs:
        return False
    return not _borne_out(one, evidence)


def _surely(sentence: Passage, place: int) -> bool:
    """Whether an unbounded measure is surely one."""
    before = sentence.words[place - 1].fold if place else ""
    if before in _ABOUT_IT:
        return False  # «فيلم عن يوم في حياة ممرضة»
    return sentence.words[place].fold not in _AMBIGUOUS or before in _OF_TIME


def _within(sentence: Passage, place: int) -> bool:
    """Whether an upper bound stands before the measure at *place*: «خلال ساعة»."""
    return place > 0 and sentence.words[place - 1].fold in _WITHIN


def _only_after(evidence: Passage, places: set[int]) -> bool:
    """Whether "after" stands before each of the measures at *places*, and its bound."""
    return all(
        not _AFTER.isdisjoint(w.fold for w in evidence.words[max(0, p - _TO_AFTER) : p])
        for p in places
    )


#: Words from "after" to a bounded measure, at most.
_AFTER, _TO_AFTER = folded("بعد after אחרי לאחר כעבור"), 5


def bounds_of(evidence: Passage) -> dict[Fraction, set[Hedge | None]]:
    """The bounds with which the evidence tells each single measure, and what is as long."""
    found: dict[Fraction, set[Hedge | None]] = {}
    for _, lasting, bound in singles(evidence):
        found.setdefault(lasting, set()).add(bound)
    for one in (s for s in singles(evidence) if s.bound is Hedge.ABOUT):
        before = {w.fold for w in evidence.words[max(0, one.place - 2) : one.place]}
        if not before.isdisjoint(_ALMOST):
            found[one.lasting].add(Hedge.AT_MOST)
    for quantity in evidence.numbers:
        time = how_long(evidence, quantity)
        if time is not None and time in _LASTING.values():
            bounds = [
                h.hedge
                for h in evidence.hedges
                if h.hedge in NUMERIC and bounded_number(evidence, h) == quantity
            ]
            found.setdefault(time, set()).update(bounds or [None])
    return found


def _borne_out(one: _Single, evidence: Passage) -> bool:
    """Whether another time of the evidence is longer, or shorter, than the measure *one*."""
    times = [how_long(evidence, q) for q in evidence.quantities]
    if one.bound is Hedge.AT_LEAST:
        return any(time is not None and time > one.lasting for time in times)
    within = any(
        evidence.words[p - 1].fold in _WITHIN or evidence.words[max(0, p - 2)].fold in _WITHIN
        for p, lasting, _ in singles(evidence)
        if p and lasting == one.lasting
    )
    return within or any(time is not None and time < one.lasting for time in times)


def singles(text: Passage) -> Iterator[_Single]:
    """The single measures of *text* that are a length of time."""
    for place, word in enumerate(text.words):
        form = next((f for f in without_particles(word.fold) if f in _LASTING), None)
        if form is None or place in text.dated or _counted(text, place):
            continue
        before = text.words[place - 1].fold if place else ""
        behind = text.words[place + 1].fold if place + 1 < len(text.words) else ""
        if before in _CERTAIN or behind in _WHICH:
            continue
        bound = _bound(text, place)
        article = text.language == Lang.EN and before in _ARTICLES
        definite = form != word.fold and word.fold[: -len(form)].endswith(("ال", "لل", "ה"))
        if bound is not None or (article if text.language == Lang.EN else not definite):
            yield _Single(place, _LASTING[form], bound)


def _counted(text: Passage, place: int) -> bool:
    """Whether a number but one is told of the measure at *place*, or behind it."""
    beside = [q for q in text.quantities if q.value != 1]
    return any(
        q.end in (place, place - 1) or q.first == place + 1 or q.first <= place < q.end
        for q in beside
    )


def _bound(text: Passage, place: int) -> Hedge | None:
    """How the single measure at *place* is bounded, by what stands before it or behind."""
    first = place - 1 if place and text.words[place - 1].fold in _ARTICLES else place
    before = text.words[first - 1].fold if first else ""
    if text.language == Lang.EN and before in _ENGLISH:
        return None if _no_bound(text, first - 1, place) else _ENGLISH[before]
    word = text.words[place].fold
    if text.language == Lang.HE and word[0] == "כ" and word[1:] in _LASTING:
        as_one = place - 1 in text.dated  # «הכריז על יום שני כיום אבל», as a day of mourning
        return None if as_one else Hedge.ABOUT
    tied = first - 1 if before in _TIES else first
    for hedge in (h for h in text.hedges if h.hedge in NUMERIC):
        number = bounded_number(text, hedge)
        behind = hedge.at in (place + 1, place + 2) and (number is None or number.value == 1)
        behind = behind and not any(text.gap(p).strip() for p in range(place + 1, hedge.at + 1))
        behind = behind and text.words[hedge.end - 1].fold[0] != "מ"  # «יותר מיום» of another
        if number is None and _exceeds(text, hedge, place):
            return _unless_denied(text, hedge)
        if behind or hedge.end in (first, tied) or hedge.at < place < hedge.end:
            return _unless_denied(text, hedge)
    following = [w.fold for w in text.words[place + 1 : place + 1 + _GOES_ON]]
    or_more = not _OR.isdisjoint(following) and not _MORE.isdisjoint(following)
    return Hedge.AT_LEAST if or_more or _and_more(text, place + 1, following) else None


def _exceeds(text: Passage, hedge: Reach, place: int) -> bool:
    """Whether *hedge* is a verb whose object the measure is: «تجاوزت مدة المحادثات ساعة»."""
    between = range(hedge.end, place)
    return (
        text.words[hedge.at].fold.removeprefix("و") in _EXCEEDS
        and len(between) <= _GOES_ON
        and all(text.words[p].fold not in FREE for p in between)
        and not any(text.gap(p).strip() for p in [*between, place])
    )


_EXCEEDS = folded(
    "تجاوز تجاوزت يتجاوز تتجاوز ستتجاوز سيتجاوز تخطى تخطت يتخطى تتخطى فاق فاقت يفوق تفوق"
)


def _no_bound(text: Passage, at: int, place: int) -> bool:
    """Whether the English word *at* only governs the measure: "Over a week, he", "month-long"."""
    behind = place + 1
    ends = behind >= len(text.words) or text.gap(behind).strip().startswith(",")
    opens = at == 0 or any(mark in text.gap(at) for mark in ".;")
    long = behind < len(text.words) and text.words[behind].fold == "long"
    return (opens and ends) or (long and bool(text.gap(behind).strip()))


_OR = folded("أو or או")


def _and_more(text: Passage, place: int, following: list[str]) -> bool:
    """Whether more time is told behind a measure: "and a half", «وشهرين»."""
    joined = bool(following) and (following[0] in _AND or following[0][0] in "وו")
    if not joined or text.gap(place).strip():
        return False
    first = place + (following[0] in _AND)
    first += text.words[first].fold in _ARTICLES if first < len(text.words) else 0
    return any(q.first == first and q.value != 1 and _more_time(text, q) for q in text.quantities)


_AND = folded("and ועוד")


def _more_time(text: Passage, more: Quantity) -> bool:
    """Whether *more* is a time, or a half with nothing behind it that it would be of."""
    if more.kind is not Kind.FRACTION:
        return how_long(text, more) is not None
    behind = text.words[more.end].fold if more.end < len(text.words) else ""
    return text.language != Lang.EN or behind not in ("the", "of")


def _unless_denied(text: Passage, hedge: Reach) -> Hedge:
    """The bound of *hedge*: «ليس أكثر من عام» is at most one."""
    denied = hedge.at > 0 and text.words[hedge.at - 1].fold in _FORMS_OF_NO
    turned = {Hedge.AT_LEAST: Hedge.AT_MOST, Hedge.AT_MOST: Hedge.AT_LEAST}
    return turned.get(hedge.hedge, hedge.hedge) if denied else hedge.hedge
