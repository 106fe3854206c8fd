"""Measures that a number counts, whose noun is told again behind a half: «أربع سنوات ونصف السنة».

The rule: a half is of a measure of time, length, weight or money. «السنة» is of the same as
«سنوات», «عامًا» and «سنتان» are forms of one noun.

What it may get wrong: a rarer measure is taken for something else, and its half for a number of its
own. The escape hatch is the table.
"""

from __future__ import annotations

from digests.language.currencies import currency
from digests.language.normal import fold

_FORMS = {
    fold(form): number
    for number, forms in enumerate(
        (
            "سنة سنوات سنين عام أعوام",
            "شهر أشهر شهور",
            "أسبوع أسابيع",
            "يوم أيام",
            "ساعة ساعات",
            "دقيقة دقائق",
            "عقد عقود",
            "قرن قرون",
            "متر أمتار",
            "كيلومتر كيلومترات",
            "ميل أميال",
            "طن أطنان",
            "كيلوغرام كيلوغرامات",
            "لتر لترات",
            "درجة درجات",
            "نقطة نقاط",
            "مرة مرات",
            "ضعف أضعاف",
            "صفحة صفحات",
        )
    )
    for form in forms.split()
}
#: The endings of a dual, and what each stands for in the singular.
_DUALS = (("تان", "ه"), ("تين", "ه"), ("ان", ""), ("ين", ""))


def one_measure(noun: str, again: str) -> bool:
    """Whether the folded *again* is the measure *noun*, in any number, with its article or not."""
    bare = again.removeprefix("ال")
    if (sum_of := currency(noun)) is not None:
        return sum_of == currency(bare)
    kind = _kind(noun)
    return kind is not None and kind == _kind(bare)


def _kind(noun: str) -> int | None:
    """Which measure the folded *noun* is."""
    singulars = [noun[: -len(end)] + one for end, one in _DUALS if noun.endswith(end)]
    forms = (noun, noun.removesuffix("ا"), *singulars)
    return next((_FORMS[form] for form in forms if form in _FORMS), None)
