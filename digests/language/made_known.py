"""Verbs of announcing whose subject is what is made known: «ستعلن النتائج», «لم تُعلن أسماؤهم».

The rule: a verb of announcing in the imperfect before results or names has them for its subject,
and nobody speaks. One that is written with «ـُ» is a passive before what is made known of a case (a
name, a cause, a date, a toll); before a body it is not, since «تُعلن» is active, too.

What it may get wrong: a passive without its vowel, or before another noun. The escape hatch is the
table of these nouns.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.language.arabic import DAMMA
from digests.language.conjugation import forms
from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.words import Token


def made_known(words: Sequence[Token], at: int) -> bool:
    """Whether what is announced is the subject of the verb: «ستعلن النتائج», «لم تُعلن أسماء»."""
    word = words[at].fold.removeprefix("و").removeprefix("ف")
    near = words[max(0, at - 2) : at + 2]
    if word.removeprefix("س") in _ANNOUNCING and any(w.fold in _RESULTS for w in near):
        return True
    written = words[at].text.lstrip("وف").removeprefix("س")
    if written[1:2] != DAMMA or word not in _MADE_KNOWN:
        return False
    return any(not _OF_A_CASE.isdisjoint(without_particles(w.fold)) for w in words[at + 1 : at + 3])


_ANNOUNCING = folded("تعلن يعلن")
_RESULTS = folded("النتائج نتائج الأسماء القائمة القوائم الحصيلة التفاصيل الأرقام")
#: Verbs that written with «ـُ» are passive before what is made known of a case, which says nothing.
_MADE_KNOWN = forms(
    "ar", ["أعلن يعلن", "ذكر يذكر", "كشف يكشف", "أفصح يفصح", "نشر ينشر", "حدد يحدد"]
)
_OF_A_CASE = _RESULTS | folded(
    "أسماء اسم هوية هويات الاسم الهوية الهويات تفاصيل حصيلة نتيجة النتيجة قائمة قوائم أسباب سبب "
    "الأسباب السبب موعد مواعيد الموعد المواعيد أرقام عدد أعداد قيمة تكلفة كلفة جنسية جنسيات "
    "الجنسيات شروط بنود مضمون نص دوافع دافع الدوافع ملابسات تاريخ مكان مصير"
)
