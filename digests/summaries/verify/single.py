"""One measure of time that is bounded without a number: «أكثر من عام», "over an hour", כשבוע.

The rule: a single measure with "more than" or "less than" before it is one that the evidence bounds
so, or that a longer (or a shorter) time of the evidence bears out. A bound of the evidence stays
where the sentence has the measure.

What it may get wrong: one measure that the evidence tells twice, with a bound and without. The
escape hatch is the tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.quantities import Kind
from digests.language.strength import Hedge, Reach
from digests.model import Lang
from digests.summaries.verify.bounds import bounded_number
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source
from digests.summaries.verify.units import how_long

_BOUNDS = frozenset({Hedge.AT_LEAST, Hedge.AT_MOST})
_NUMERIC = _BOUNDS | {Hedge.ABOUT}
_DAY = Fraction(24 * 60)
#: Single measures, in minutes.
_LASTING = {
    fold(form): minutes
    for minutes, forms in (
        (Fraction(1, 60), "ثانية second שנייה"),
        (Fraction(1), "دقيقة minute דקה"),
        (Fraction(60), "ساعة hour שעה"),
        (_DAY, "يوم يوما day יום יממה"),
        (7 * _DAY, "أسبوع أسبوعا week שבוע"),
        (30 * _DAY, "شهر شهرا month חודש"),
        (360 * _DAY, "عام عاما سنة year שנה"),
        (3600 * _DAY, "عقد عقدا decade עשור"),
        (36000 * _DAY, "قرن قرنا century"),
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
_FORMS_OF_NO = folded("لا ليس ليست ما no not לא")
_TIES, _MORE = folded("على عن من of"), folded("أكثر more יותר")
#: Words behind a measure among which it goes on: "a year and two months", «سنة أو أكثر».
_GOES_ON = 3


class _Single(NamedTuple):
    """A single measure at *place*, how long it is, and how it is bounded."""

    place: int
    lasting: Fraction
    bound: Hedge | None


def misbounded(sentence: Passage, source: Source) -> Refusal | None:
    """A single measure of *sentence* with another bound than the evidence's, or with none."""
    evidence = source.passage
    told, ours = bounds_of(evidence), list(singles(sentence))
    for one in ours:
        theirs = told.get(one.lasting, set())
        shown = sentence.words[one.place].text
        if _otherwise(one, theirs, evidence):
            return Refusal(Code.STRENGTH, f"the evidence does not bound «{shown}» so")
        kept = any(other.lasting == one.lasting and other.bound in theirs for other in ours)
        lost = bool(theirs) and None not in theirs and one.bound is None and not kept
        if lost and _surely(sentence, one.place):
            return Refusal(Code.STRENGTH, f"the evidence bounds «{shown}»; keep the bound")
    return None


def _otherwise(one: _Single, theirs: set[Hedge | None], evidence: Passage) -> bool:
    """Whether *one* is bounded as the evidence does not bound it, and no time bears it out."""
    if one.bound not in _BOUNDS or not theirs or one.bound in theirs:
        return False
    return theirs != {None} or not _borne_out(one, evidence)


def _surely(sentence: Passage, place: int) -> bool:
    """Whether an unbounded measure is surely one, and no upper bound stands before it."""
    before = sentence.words[place - 1].fold if place else ""
    if before in _WITHIN:
        return False
    return sentence.words[place].fold not in _AMBIGUOUS or before in _OF_TIME


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
                if h.hedge in _NUMERIC and bounded_number(evidence, h) == quantity
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
        return _ENGLISH[before]
    word = text.words[place].fold
    if text.language == Lang.HE and word[0] == "כ" and word[1:] in _LASTING:
        return Hedge.ABOUT
    tied = first - 1 if before in _TIES else first
    for hedge in (h for h in text.hedges if h.hedge in _NUMERIC):
        number = bounded_number(text, hedge)
        behind = hedge.at in (place + 1, place + 2) and (number is None or number.value == 1)
        behind = behind and not any(text.gap(p).strip() for p in range(place + 1, hedge.at + 1))
        if behind or hedge.end in (first, tied) or hedge.at < place < hedge.end:
            return _unless_denied(text, hedge)
    following = [w.fold for w in text.words[place + 1 : place + 1 + _GOES_ON]]
    or_more = not _OR.isdisjoint(following) and not _MORE.isdisjoint(following)
    return Hedge.AT_LEAST if or_more or _and_more(text, place + 1, following) else None


_OR = folded("أو or או")


def _and_more(text: Passage, place: int, following: list[str]) -> bool:
    """Whether more time is told behind a measure: "and a half", «وشهرين»."""
    joined = bool(following) and (following[0] == "and" or following[0][0] in "وו")
    near = range(place, place + _GOES_ON)
    return joined and any(
        q.first in near
        and q.value != 1
        and (q.kind is Kind.FRACTION or how_long(text, q) is not None)
        for q in text.quantities
    )


def _unless_denied(text: Passage, hedge: Reach) -> Hedge:
    """The bound of *hedge*: «ليس أكثر من عام» is at most one."""
    denied = hedge.at > 0 and text.words[hedge.at - 1].fold in _FORMS_OF_NO
    turned = {Hedge.AT_LEAST: Hedge.AT_MOST, Hedge.AT_MOST: Hedge.AT_LEAST}
    return turned.get(hedge.hedge, hedge.hedge) if denied else hedge.hedge
