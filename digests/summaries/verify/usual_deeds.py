"""A verbal noun that Arabic sets before what a verb is about: «دعا إلى إدخال تعديلات» for changes.

The rule: «إدخال» before changes, «امتلاك» before a weapon that is sought, «تخصيص» before a sum that
is approved, and the like of the table, add nothing where the noun behind them and the word before
them have support and stand side by side in the evidence, with nothing else told between. Who says,
confirms or denies something is not told to have done it; who announces it may be.

What it may get wrong: a noun that is wanted in another way than the usual one (weapons to sell).
The escape hatch is the table.
"""

from __future__ import annotations

from dataclasses import dataclass

from digests.language.conjugation import forms as forms_of
from digests.language.currencies import currency
from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.summaries.verify.actors import clause
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.neighbours import before, side_by_side, sides
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source


@dataclass(frozen=True, slots=True)
class _Row:
    """Deeds, the nouns that they are usual with, and the verbs before them if not any."""

    deeds: frozenset[str]
    nouns: frozenset[str]
    behind: frozenset[str] = frozenset()


def _verbs(lines: str, nouns: str) -> frozenset[str]:
    return forms_of("ar", lines.split(", ")) | folded(nouns)


_SEEKING = _verbs(
    "سعى يسعى, أراد يريد, حاول يحاول, اعتزم يعتزم, رغب يرغب, طلب يطلب", "سعي رغبة محاولة"
)
_ALLOWING = _verbs(
    "سمح يسمح, أجاز يجيز, وافق يوافق, فوض يفوض, أقر يقر, طلب يطلب, طالب يطالب, دعا يدعو, اقترح "
    "يقترح, قرر يقرر, رفض يرفض, عارض يعارض, أيد يؤيد",
    "سماح إجازة موافقة تفويض طلب دعوة اقتراح قرار رفض",
)
_ROWS = (
    _Row(
        folded("إدخال إجراء إحداث"),
        folded("تعديل تعديلا تعديلات تغيير تغييرا تغييرات تحسينات إصلاحات تحديثات"),
    ),
    _Row(folded("امتلاك حيازة اقتناء تملك"), folded("سلاح سلاحا أسلحة قنبلة قنابل"), _SEEKING),
    _Row(
        folded("نشر إرسال"),
        folded("قوات قوة جنود جندي جنديا عناصر مراقبين مراقب مراقبا"),
        _ALLOWING,
    ),
    _Row(folded("إصدار"), folded("قرار بيان حكم أمر أوامر تأشيرة تأشيرات ترخيص تراخيص مذكرة")),
    _Row(folded("فرض"), folded("عقوبات رسوم غرامة غرامات ضريبة ضرائب قيود حظر حصار")),
    _Row(folded("عقد"), folded("اجتماع اجتماعات قمة مؤتمر جلسة محادثات لقاء انتخابات")),
    _Row(folded("إجراء تنظيم"), folded("استفتاء انتخابات تصويت احتجاج احتجاجات مظاهرة مظاهرات")),
    _Row(folded("تشكيل إنشاء"), folded("لجنة هيئة حكومة ائتلاف تحالف"), _ALLOWING),
    _Row(folded("إنشاء إقامة"), folded("دولة منطقة صندوق محكمة"), _ALLOWING | _SEEKING),
    _Row(folded("شن"), folded("هجوم هجمات غارة غارات حرب حملة عملية")),
    _Row(folded("اتخاذ"), folded("إجراء إجراءات تدابير خطوة خطوات قرار موقف")),
    _Row(folded("وضع"), folded("خطة خطط قواعد قيود ضوابط شروط معايير")),
    _Row(folded("إطلاق"), folded("حملة مبادرة برنامج")),
    _Row(folded("تحقيق"), folded("أرباح ربح تقدم فوز نصر نمو")),
    _Row(folded("إيجاد"), folded("حل حلول مخرج تسوية")),
)
_ALLOTTING = folded("تخصيص رصد اعتماد")
_APPROVING = _verbs(
    "وافق يوافق, أقر يقر, اعتمد يعتمد, تعهد يتعهد, وعد يعد, أعلن يعلن, طلب يطلب, اقترح يقترح",
    "موافقة إقرار تعهد وعد إعلان طلب اقتراح",
)
_ANNOUNCING = forms_of("ar", ["أعلن يعلن"]) | folded("إعلان")
#: Words from what governs a deed to it, and from it to a number and the noun of that, at most.
_GOVERNED_WITHIN, _TO_A_NUMBER, _BEHIND_A_NUMBER = 6, 4, 3
#: Words from an approving verb of the evidence to its sum, at most.
_TO_THE_SUM = 3


def usual_deed(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """Whether the word at *place* is only what one usually does with the noun behind it."""
    forms = set(without_particles(sentence.words[place].fold))
    if forms & _ALLOTTING:
        verb = _governing(sentence, place, _APPROVING, aligned)
        return verb is not None and _sum(sentence, place, verb, source, aligned)
    return any(
        forms & row.deeds and _told(sentence, place, row, source.passage, aligned) for row in _ROWS
    )


def _told(sentence: Passage, place: int, row: _Row, evidence: Passage, aligned: Alignment) -> bool:
    """Whether the evidence has the noun behind *place* beside what governs it."""
    left = _governing(sentence, place, row.behind, aligned)
    if left is None or _reports(sentence, left):
        return False
    for right in _nouns(sentence, place, row, aligned):
        own = range(clause(sentence, place)[0], right + 1)
        found = side_by_side(sentence, evidence, aligned, left, right, own)
        if found is not None and found[0] < found[1] and before(evidence, found[1]) != "to":
            return True
    return False


def _governing(
    sentence: Passage, place: int, verbs: frozenset[str], aligned: Alignment
) -> int | None:
    """The word before *place* that governs it, one of *verbs* if there are any."""
    if not verbs:
        left, _ = sides(sentence, place)
        return left if left is not None and aligned.of(left) else None
    first = max(clause(sentence, place)[0], place - _GOVERNED_WITHIN)
    return next(
        (
            p
            for p in range(place - 1, first - 1, -1)
            if aligned.of(p) and not verbs.isdisjoint(without_particles(sentence.words[p].fold))
        ),
        None,
    )


def _nouns(sentence: Passage, place: int, row: _Row, aligned: Alignment) -> list[int]:
    """The noun of *row* right behind *place*, or behind a number there: «نشر 15 ألف جندي»."""
    counted = [q.end for q in sentence.numbers if 0 < q.first - place <= _TO_A_NUMBER]
    behind = [place + 1, *(p for end in counted[:1] for p in range(end, end + _BEHIND_A_NUMBER))]
    return [
        p
        for p in behind
        if p < len(sentence.words) and aligned.of(p) and p not in aligned.near
        if not row.nouns.isdisjoint(without_particles(sentence.words[p].fold))
    ]


def _reports(sentence: Passage, place: int) -> bool:
    """Whether the word at *place* is of somebody who says, confirms or denies it."""
    reporting = any(f.at == place for f in sentence.frames)
    plain = _ANNOUNCING.isdisjoint(without_particles(sentence.words[place].fold))
    return reporting and plain and not _asks(sentence, place)


def _asks(sentence: Passage, place: int) -> bool:
    """Whether the word at *place* asks for it, or is against it: «دعا إلى فرض عقوبات»."""
    wanting = _SEEKING | _ALLOWING | _APPROVING
    return not wanting.isdisjoint(without_particles(sentence.words[place].fold))


def _sum(sentence: Passage, place: int, left: int, source: Source, aligned: Alignment) -> bool:
    """Whether the sum behind *place* stands there right behind what says the word at *left*."""
    number = next((q for q in sentence.quantities if 0 < q.first - place <= 2), None)
    if number is None or not any(
        currency(w.fold) for w in sentence.words[number.first : number.end + 1]
    ):
        return False
    return any(
        q.value == number.value and 0 < q.first - j <= _TO_THE_SUM
        for q in source.passage.quantities
        for j in aligned.of(left)
    )
