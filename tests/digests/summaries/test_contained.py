"""A sentence of which another one tells all is not shown beside it."""

from __future__ import annotations

import pytest

from digests.model import Sentence
from digests.summaries.contained import contained, fullest

BY_WORD = "أبلغ رئيس مايكروسوفت براد سميث موظفي الشركة بالقرار في 25 سبتمبر 2025."
FULLER = (
    "أبلغ رئيس مايكروسوفت براد سميث موظفي الشركة في 25 سبتمبر 2025 أنها أوقفت مجموعة من الخدمات عن "
    "وحدة في وزارة الدفاع الإسرائيلية."
)
SCOPE = "وتشمل الخدمات بعض خدمات التخزين السحابي وخدمات الذكاء الاصطناعي."


def sentence(text: str, language: str = "ar") -> Sentence:
    return Sentence(text, 1, text, language=language)


def test_of_one_fact_told_twice_the_fuller_sentence_stands_whichever_comes_first() -> None:
    brief, full, other = map(sentence, (BY_WORD, FULLER, SCOPE))
    assert fullest([brief, full, other], 3) == [full, other]
    assert fullest([full, brief, other], 3) == [full, other]
    assert fullest([brief, other, full], 3) == [full, other]


def test_a_fuller_sentence_from_further_down_takes_the_place_and_needs_no_room() -> None:
    brief, full, other = map(sentence, (BY_WORD, FULLER, SCOPE))
    assert fullest([brief, other, full], 2) == [full, other]
    assert fullest([other, brief, full], 1) == [other]


@pytest.mark.parametrize(
    ("text", "fuller", "language"),
    [
        (
            "The court in Haifa fined the dockers' union over the strike at the port.",
            "The court in Haifa fined the dockers' union over the strike at the port, "
            "and ordered it to pay within a month.",
            "en",
        ),
        (
            "בית המשפט בחיפה קנס את ועד עובדי הנמל בגלל השביתה בנמל.",
            "בית המשפט בחיפה קנס את ועד עובדי הנמל בגלל השביתה בנמל והורה לשלם בתוך חודש.",
            "he",
        ),
    ],
)
def test_the_same_holds_in_the_other_languages(text: str, fuller: str, language: str) -> None:
    assert contained(text, fuller, language)
    assert not contained(fuller, text, language)


@pytest.mark.parametrize(
    "text",
    [
        BY_WORD.replace("سميث", "جونسون"),
        BY_WORD.replace("25", "26"),
        BY_WORD.replace("أبلغ", "لم يبلغ"),
        "أبلغ سميث الموظفين بالقرار والأسباب والموعد.",
    ],
)
def test_a_name_a_number_a_no_or_much_of_its_own_is_news(text: str) -> None:
    assert not contained(text, FULLER, "ar")


def test_what_is_done_is_news_though_all_around_it_is_told() -> None:
    frozen = "جمّدت المحكمة العليا في القدس يوم الثلاثاء قرار الحكومة إقالة المستشارة القضائية."
    asked = (
        "قدمت حركات إلى المحكمة العليا في القدس يوم الثلاثاء طعنًا في قرار الحكومة إقالة "
        "المستشارة القضائية."
    )
    assert not contained(frozen, asked, "ar")
    spelled = (
        "The court in Haifa fined the dockers' union and its leader over the strike at the port."
    )
    brief = "The court in Haifa {} the dockers' union over {} at the port."
    assert contained(brief.format("fined", "the action"), spelled, "en")
    assert not contained(brief.format("cleared", "the strike"), spelled, "en")


def test_a_few_words_are_not_told_by_whatever_holds_them() -> None:
    listed = "The UN rights office added 68 Israeli companies to its database of settlements."
    assert not contained("Most companies are Israeli.", listed, "en")


def test_sentences_of_two_languages_are_not_compared() -> None:
    both = [sentence(BY_WORD), sentence(FULLER, "he")]
    assert fullest(both, 3) == both
