"""The rules for our own words, as the linter of locale texts applies them."""

from __future__ import annotations

import pytest

from digests.editorial import SAID, faults, refused


@pytest.mark.parametrize(
    "text",
    [
        "زعمت الشركة أنها لا تعلم.",
        "وزعمت الشركة أنها لا تعلم.",
        "اعترف الوزير بذلك.",
        "أقرّت الوزارة بالعقد.",
        "يُقرّ المتهم بذنبه.",
        "أُقرّ بالخطأ.",
        "كما أقر البنك.",
        "يكشف التقرير عن عقد.",
        "كشف المدير عن خطته.",
        "كشفت الشرطة عن هوية المشتري.",
        "لم يحضر المدير وكشف عن خطته.",
        "لم يسبق أن فازت الشركة، وكشفت عن خسائر.",
        "اعترف الوزير بالتقصير في الدولة.",
        "اعترفت الشركة بأن حكومة سابقة حذرتها.",
        "قدم ادعاء كاذبا.",
        "ادّعى المتحدث ذلك.",
        "ما يسمى بالهدنة.",
    ],
)
def test_verbs_that_judge_a_speaker_are_refused(text: str) -> None:
    assert refused(text)


@pytest.mark.parametrize(
    "text",
    [
        "قالت الشركة «اعترفنا بالخطأ».",
        "أقرب موعد للموجز.",
        "يقرأ موجز المصادر.",
        "منح أُقرّت بموجب القانون.",
        "القانون الذي أُقر بأغلبية كبيرة.",
        "كاشف الضوء.",
        "قال دبلوماسي طلب عدم كشف هويته إن الاجتماع تأجل.",
        "لم تكشف الشركة عن قيمة العقد.",
        "ولم يسبق للشركة أن كشفت علنا عن قيمة العقد.",
        "رفضت كشف اسم المشتري.",
        "اعترفت إسبانيا رسميا بدولة فلسطين.",
        "عُيّن في ادعاء عسكري جديد.",
        *(f"{verb} المتحدث." for verb in SAID),
    ],
)
def test_quotations_neighbours_and_our_own_verbs_pass(text: str) -> None:
    assert faults(text) == []


def test_english_has_the_same_rule() -> None:
    assert refused("The army claimed and the firm admitted it.", "en") == ["claimed", "admitted"]
    assert refused("The army said “we admitted it”.", "en") == []


@pytest.mark.parametrize(
    "text", ["خبر عاجل!", "\u200f\u200fخبر", "لماذا?", "أولًا, ثانيًا", "انتظر...", "مـوجز"]
)
def test_cries_doubled_marks_and_foreign_punctuation_are_faults(text: str) -> None:
    assert len(faults(text)) == 1
