"""What a sentence does with the word of another."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.summaries.replies import (
    _ACCUSES,
    _ACCUSING,
    _CONTESTING,
    _CONTESTS,
    _DENIES,
    _DENYING,
    _DISPUTES,
    _DISPUTING,
    _FALSE,
    _IS_FALSE,
    _IS_SILENT,
    _JUDGES,
    _JUDGING,
    _SILENT,
    accuses,
    contests,
    denies,
    disputes,
    silent,
    speaks_up,
    turns_against,
)
from digests.summaries.voices import voice


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ar", "ولم ترد الشركة على طلب للتعليق."),
        ("ar", "وامتنع الجيش عن التعليق."),
        ("ar", "ولم يصدر عن الوزارة أي رد."),
        ("ar", "وتعذر الحصول على تعليق من الشركة."),
        ("en", "The company declined to comment."),
        ("en", "Amazon did not immediately respond to a request."),
        ("he", "החברה סירבה להגיב."),
    ],
)
def test_a_party_that_gave_no_answer_is_silent_and_the_speaker(
    language: str, sentence: str
) -> None:
    assert silent(sentence, language)
    assert voice(sentence, language).party in ("company", "army", "government")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ar", "وردت الشركة بأنها دفعت الأجور."),
        ("ar", "قالت الشركة إن الوزارة لم تدفع لها."),
        ("ar", "أمرت المحكمة بالتدابير لكنها لم تستجب لطلب كوردا وقف القتال."),
        ("ar", "تعذر على الصحافيين الوصول إلى خط الجبهة أو الحصول على صور."),
        ("en", "The company responded on Monday."),
    ],
)
def test_an_answer_is_no_silence(language: str, sentence: str) -> None:
    assert not silent(sentence, language)


def test_a_request_for_comment_that_is_not_complied_with_is_silence() -> None:
    assert silent("ولم تستجب الشركة لطلبات التعليق.", "ar")
    assert silent("ولم تستجب الشركة لطلب مقابلة.", "ar")
    assert silent("ولم تستجب الوزارة لطلب الحصول على إيضاحات.", "ar")
    assert not silent("ولم تستجب الشركة لطلب العمال زيادة الأجر.", "ar")


def test_a_verb_that_is_denied_itself_does_not_count() -> None:
    assert disputes("ونفت الشركة الاتهام.", "ar")
    assert not disputes("ولم تنفِ الشركة الاتهام.".replace("ِ", ""), "ar")
    assert accuses("واتهمت النقابة الشركة.", "ar")
    assert not accuses("ولم تتهم النقابة أحدًا.", "ar")
    assert not accuses("The union did not accuse anyone.", "en")


def test_what_stands_in_a_quotation_is_not_the_sentence_s_own() -> None:
    assert not contests("قال المدير: «اتهمت النقابة الشركة»", "ar")
    assert disputes("وصف المدير القول بأنه «غير صحيح».", "ar")


def test_to_refuse_a_thing_is_not_to_dispute_a_word() -> None:
    assert contests("رفضت الشركة العرض.", "ar")
    assert not disputes("رفضت الشركة العرض.", "ar")
    assert disputes("رفضت الشركة هذه الاتهامات.", "ar")
    assert not disputes("The court denied him bail.", "en")


def test_a_judge_sues_nobody() -> None:
    assert not accuses("أمر قاض بتعليق المنصة.", "ar")
    assert accuses("قاضت واتساب الشركة.", "ar")


@pytest.mark.parametrize(
    ("patterns", "hints"),
    [
        (_ACCUSING, _ACCUSES),
        (_CONTESTING, _CONTESTS),
        (_DENYING, _DENIES),
        (_DISPUTING, _DISPUTES),
        (_SILENT, _IS_SILENT),
        (_FALSE, _IS_FALSE),
        ({"ar": _JUDGING}, _JUDGES),
    ],
)
@given(data=st.data())
def test_whatever_a_pattern_finds_has_one_of_its_hints(
    patterns: dict[str, re.Pattern[str]], hints: tuple[str, ...], data: st.DataObject
) -> None:
    found = data.draw(st.from_regex(patterns["ar"]))
    assert any(hint in found for hint in hints)


def test_a_no_before_an_exception_denies_nothing() -> None:
    assert not denies("فاز الرئيس في اقتراع لم يشارك فيه سوى ثلث الناخبين.", "ar")
    assert denies("قالت الهيئة إن الاقتراع لم يشهد مخالفات، ولم تذكر سوى شكويين.", "ar")


def test_to_judge_a_deed_contests_and_turns_against_nobody() -> None:
    assert contests("ووصف الوزير الأحكام بأنها خطوة مهمة.", "ar")
    assert not turns_against("ووصف الوزير الأحكام بأنها خطوة مهمة.", "ar")


def test_vowel_marks_do_not_hide_a_verb() -> None:
    assert contests("وردّ الوزير بأن العلاوة مرتبطة بالأداء.", "ar")
    assert accuses("يتّهم نواب المصارف بتهريب السندات.", "ar")
    assert speaks_up("وردّ الوزير بأن العلاوة مرتبطة بالأداء.", "ar")
    assert not contests("وُصف المدير في محضر بأنه ليس ذكيا.", "ar")


def test_to_take_somebody_to_court_is_an_accusation() -> None:
    assert accuses("وقال النائب العام إنه ادّعى على القاضي.", "ar")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ar", "ورد بركات بأن المخططات أقرت."),
        ("ar", "من جهتها، نفت الشركة ذلك."),
        ("ar", "ودافع الوزير عن القرار."),
        ("en", "The company defended its record."),
        ("he", "החברה השיבה כי פעלה כחוק."),
    ],
)
def test_who_opens_with_an_answer_speaks_up(language: str, sentence: str) -> None:
    assert speaks_up(sentence, language)


@pytest.mark.parametrize(
    "sentence", ["وجاءت ردة الفعل سريعة.", "وقال الوزير إنه رفض العرض.", "رد فعل الشارع كان قويا."]
)
def test_a_reaction_or_a_report_of_one_is_no_speaking_up(sentence: str) -> None:
    assert not speaks_up(sentence, "ar")
