"""Words that connect what the evidence connects by less, and tell nothing by themselves.

The rule: excused are «مقارنة بـ» where the evidence compares, «بفارق» for "by" before a number,
«حل» before a rank, «يكفي» for "for" before a length of time, «كثيرا» and «يذكر» with a no for
"little", «يسبق» with a no for "never", «نشرته» before the journal in which a study is, «قيام»
before what was done, «وصول» of what is expected, «أموال» for a sum, «شركة» of a trade,
«العمل بـ» of a rule that is put in or out of force, «مخصص لـ» for "for", «لمصلحة» of who votes "to"
do something, «هذا الأمر» for "this" and «دامت» before days of protests.

What it may get wrong: where such a word is the point of the sentence, its change is not seen. The
escape hatch is the tables.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from digests.language.conjugation import forms
from digests.language.currencies import currency
from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.quantities import Kind, Quantity
from digests.language.scarcity import LITTLE
from digests.language.strength import Hedge
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

#: Words from a connecting word to its number, and from "for" to its own, at most.
_AHEAD, _FOR_WITHIN = 3, 3
#: Words from a no to what stands behind its subject, at most.
_CLAUSE = 8


@dataclass(frozen=True, slots=True)
class _Here:
    """A place of the sentence, with what its words are held against."""

    sentence: Passage
    place: int
    source: Source
    aligned: Alignment


def connecting(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """Whether the word at *place* only connects others that the evidence has."""
    here = _Here(sentence, place, source, aligned)
    forms = {*without_particles(sentence.words[place].fold)}
    return any(not words.isdisjoint(forms) and connects(here) for words, connects in _CONNECTING)


def _compares(here: _Here) -> bool:
    """Whether «مقارنة بـ» stands before what the evidence compares with: "than in 2021"."""
    following = here.sentence.words[here.place + 1 : here.place + 2]
    joined = any(w.fold[0] in "ب" or w.fold in _WITH for w in following)
    return joined and _has(here.source, _THAN)


def _by(here: _Here) -> bool:
    """Whether «بفارق» stands before a number that is a "by" or a margin of the evidence."""
    return any(
        _MARGIN.intersection(_before(here.source.passage, q, _FOR_WITHIN))
        for q in _its_number(here, within=1)
    )


def _ranked(here: _Here) -> bool:
    """Whether «حل» stands before a rank of the evidence: «حل ثانيا»."""
    return any(q.kind is Kind.ORDINAL for q in _its_number(here))


def _lasts(here: _Here) -> bool:
    """Whether «يكفي» tells for how long there is something: "fuel for 48 hours"."""
    return any(
        _FOR.intersection(_before(here.source.passage, q, _FOR_WITHIN)) for q in _its_number(here)
    )


def _little(here: _Here) -> bool:
    """Whether «كثيرا» or «يذكر» makes a "little" of a no: «لم يتغير كثيرا»."""
    denied = any(0 < here.place - n.at <= _CLAUSE for n in here.sentence.negations)
    return denied and _has(here.source, LITTLE)


def _never(here: _Here) -> bool:
    """Whether «لم يسبق» is a "never" of the evidence."""
    return any(n.at == here.place - 1 for n in here.sentence.negations) and _has(
        here.source, _NEVER
    )


def _published(here: _Here) -> bool:
    """Whether «نشرته» stands before the journal of the evidence."""
    near = range(here.place + 1, min(len(here.sentence.words), here.place + _AHEAD))
    return any(
        not _JOURNALS.isdisjoint(without_particles(here.sentence.words[p].fold))
        and here.aligned.of(p)
        for p in near
    )


def _done(here: _Here) -> bool:
    """Whether «قيام» stands before «بـ» and what was done: «نفى قيامه بأي ضغط»."""
    near = range(here.place + 1, min(len(here.sentence.words), here.place + _AHEAD))
    joined = (p for p in near if here.sentence.words[p].fold[0] == "ب")
    return any(here.aligned.of(p) or here.aligned.of(p + 1) for p in joined)


def _expected(here: _Here) -> bool:
    """Whether «وصول» is of something that is expected, and to do nothing else."""
    evidence = here.source.passage
    hedged = any(
        h.hedge is Hedge.EXPECTED and 0 < here.place - h.at <= _AHEAD for h in here.sentence.hedges
    )
    return (
        hedged
        and bool(here.aligned.of(here.place + 1))
        and any(
            evidence.words[j].fold in _DUE
            and [w.fold for w in evidence.words[j + 1 : j + 2]] != ["to"]
            for j in here.source.inside
        )
    )


def _a_sum(here: _Here) -> bool:
    """Whether «أموال» is the sum behind the verb of the evidence: "received 2 million euros"."""
    evidence = here.source.passage
    sums = [q for q in evidence.quantities if _money(evidence, q)]
    return any(0 < q.first - j <= _AHEAD for q in sums for j in here.aligned.of(here.place - 1))


def _of_a_trade(here: _Here) -> bool:
    """Whether «شركة» stands before what a maker does: «شركة صناعة الرقائق», a chip maker."""
    evidence = here.source.passage
    indefinite = here.sentence.words[here.place].fold.lstrip("ولب")[:2] != "ال"
    return indefinite and any(
        evidence.words[j].fold.removesuffix("s") in _TRADES for j in here.aligned.of(here.place + 1)
    )


def _in_force(here: _Here) -> bool:
    """Whether «العمل» stands between a verb and what it puts in or out of force.

    «تعليق العمل بالقانون» is to suspend the law.
    """
    words, place = here.sentence.words, here.place
    behind = words[place + 1].fold if place + 1 < len(words) else ""
    if behind[:1] != "ب" or not here.aligned.of(place + 1):
        return False
    if _RULES.isdisjoint(without_particles(behind)):
        return False
    verbs = range(max(0, place - _AHEAD), place)
    return any(
        here.aligned.of(p) and not _OF_FORCE.isdisjoint(without_particles(words[p].fold))
        for p in verbs
    )


def _so_far(here: _Here) -> bool:
    """Whether «حتى اللحظة» is a "yet" of the evidence."""
    until = here.place > 0 and here.sentence.words[here.place - 1].fold in _UNTIL
    return until and _has(here.source, _YET)


def _for_it(here: _Here) -> bool:
    """Whether «مخصصة لـ» is a "for" of the evidence: "the hall is for women"."""
    behind = here.place + 1
    words, evidence = here.sentence.words, here.source.passage
    if behind >= len(words) or words[behind].fold[:1] != "ل":
        return False
    return any(
        _FOR_IT.intersection(w.fold for w in evidence.words[max(0, j - _AHEAD) : j])
        for j in here.aligned.of(behind)
    )


def _in_favour(here: _Here) -> bool:
    """Whether «لمصلحة» is of who votes "to" do something or "for" it, and not against."""
    words, evidence, behind = here.sentence.words, here.source.passage, here.place + 1
    votes = range(max(0, here.place - _CLAUSE * 2), here.place)
    voted = any(not _VOTED.isdisjoint(without_particles(words[p].fold)) for p in votes)
    return (
        voted
        and behind not in here.aligned.near
        and not _has(here.source, _AGAINST)
        and any(
            j > 0 and evidence.words[j - 1].fold in _TO_DO
            for j in here.aligned.every.get(behind, ())
        )
    )


def _this_matter(here: _Here) -> bool:
    """Whether «الأمر» stands behind «هذا» for a "this" of the evidence: "got this wrong"."""
    this = here.place > 0 and here.sentence.words[here.place - 1].fold in _THIS
    return this and _has(here.source, _THIS_THERE)


def _money(text: Passage, number: Quantity) -> bool:
    near = text.words[max(0, number.first - 1) : number.end + 1]
    signed = text.text[text.words[number.first].start - 1 : text.words[number.first].start]
    return signed in _SIGNS or any(currency(word.fold) is not None for word in near)


def _its_number(here: _Here, *, within: int = _AHEAD) -> list[Quantity]:
    """The numbers of the evidence with the value of that right behind *place*."""
    ahead = [q for q in here.sentence.quantities if 0 < q.first - here.place <= within]
    return [
        q
        for q in here.source.passage.quantities
        if ahead and q.value == ahead[0].value and q.first in here.source.inside
    ]


def _before(text: Passage, number: Quantity, within: int) -> set[str]:
    return {word.fold for word in text.words[max(0, number.first - within) : number.first]}


def _has(source: Source, words: frozenset[str]) -> bool:
    return any(source.passage.words[j].fold in words for j in source.inside)


_FOR_IT, _TO_DO = folded("for"), folded("to for")
_VOTED = forms("ar", ["صوت يصوت", "اقترع يقترع"]) | folded("تصويت")
_AGAINST = folded("against reject rejects rejected rejecting oppose opposed opposing")
_THIS, _THIS_THERE = folded("هذا بهذا لهذا ذلك بذلك"), folded("this that it זה זאת הדבר")
_WITH, _SIGNS = folded("مع"), frozenset("$€£")
_UNTIL = folded("حتى إلى")
_YET = folded("yet still far now date بعد الآن اللحظة לא עדיין טרם כה עתה")
_THAN = folded("than from compared against versus vs לעומת בהשוואה מאשר מול من عن مقابل قبل")
_MARGIN = folded("by margin majority lead בפער בהפרש הפרש פער")
_FOR = folded("for enough last lasting ל למשך מספיק")
_NEVER = folded("never מעולם לעולם قط")
_JOURNALS = folded("مجلة المجلة دورية الدورية صحيفة الصحيفة")
_DUE = frozenset("expected due scheduled".split())
_TRADES = frozenset(
    "maker manufacturer designer developer operator producer retailer builder supplier carmaker "
    "chipmaker shipbuilder automaker planemaker steelmaker drugmaker distributor provider".split()
)
_OF_FORCE = forms(
    "ar", "أعاد يعيد, أوقف يوقف, جمد يجمد, أنهى ينهي, ألغى يلغي, مدد يمدد".split(", ")
) | folded("إعادة وقف إيقاف تعليق تجميد إنهاء إلغاء تمديد")
#: What is in force or not.
_RULES = folded("قانون قرار اتفاق اتفاقية معاهدة نظام دستور لائحة بروتوكول توقيت إجراءات")
_CONNECTING: tuple[tuple[frozenset[str], Callable[[_Here], bool]], ...] = (
    (folded("مقارنة قياسا"), _compares),
    (folded("فارق"), _by),
    (folded("حل حلت حلوا يحل تحل جاء جاءت"), _ranked),
    (folded("يكفي تكفي"), _lasts),
    (folded("كثيرا يذكر تذكر كبيرا يطرأ تطرأ"), _little),
    (folded("يسبق"), _never),
    (folded("نشرت نشرته نشرتها نشرها نشره نشر منشور منشورة"), _published),
    (folded("قيام قيامه قيامها قيامهم قيامهما"), _done),
    (folded("وصول صدور"), _expected),
    (folded("أموال أموالا مبالغ مبلغ مبلغا"), _a_sum),
    (folded("شركة"), _of_a_trade),
    (folded("العمل"), _in_force),
    (folded("اللحظة الآن الساعة"), _so_far),
    (folded("مخصص مخصصة مخصصين معد معدة موجه موجهة"), _for_it),
    (folded("مصلحة صالح"), _in_favour),
    (folded("الأمر"), _this_matter),
)
