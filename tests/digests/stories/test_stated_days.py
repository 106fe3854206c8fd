"""Two events of one affair that their own texts date months apart are two stories."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from digests.model import Article
from digests.stories import assign
from digests.stories.continuing import going_on, told_story
from digests.stories.stated_days import months_apart

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def article(number: int, title: str, text: str, language: str = "ar") -> Article:
    at = NOW + timedelta(hours=number)
    return Article(
        number, "one", language, title, "", text, f"https://example.org/{number}", at, at
    )


REVIEW = article(
    1,
    "مايكروسوفت تعلن نتيجة مراجعة خدماتها لوزارة الدفاع الإسرائيلية",
    "أعلنت مايكروسوفت في 15 مايو 2025 نتيجة مراجعة الخدمات السحابية التي تقدمها إلى وزارة الدفاع "
    "الإسرائيلية. وقالت إن المراجعة لم تجد دليلًا على إيذاء أشخاص في غزة.",
)


def stopped(day: str, more: str = "") -> Article:
    return article(
        5,
        "مايكروسوفت توقف خدمات سحابية عن وحدة عسكرية",
        f"أبلغ براد سميث الموظفين {day} بأن الشركة قطعت خدمات عن وحدة تتبع وزارة الدفاع. "
        "وكانت مايكروسوفت قد أعلنت نتيجة مراجعة خدماتها السحابية لوزارة الدفاع، وقالت إنها لم تجد "
        f"دليلًا على إيذاء أشخاص في غزة.{more}",
    )


def stories(report: Article, told: Sequence[int]) -> int:
    return len(assign([REVIEW, report], previous=dict.fromkeys(told, 1), told=told, next_id=2))


@pytest.mark.parametrize("told", [(), (REVIEW.id,)])
def test_an_event_of_september_is_no_news_of_one_of_may(told: Sequence[int]) -> None:
    months_later = stopped("في 25 سبتمبر 2025")
    assert going_on(months_later, told_story([REVIEW]), None) > 0
    assert stories(months_later, told) == 2


@pytest.mark.parametrize("told", [(), (REVIEW.id,)])
@pytest.mark.parametrize("day", ["في 16 مايو 2025", "في مايو 2025", "في 10 حزيران/يونيو 2025"])
def test_what_comes_of_it_within_weeks_goes_on_with_it(day: str, told: Sequence[int]) -> None:
    assert stories(stopped(day), told) == 1


@pytest.mark.parametrize("day", ["اليوم", "يوم الثلاثاء", "في 24 نوفمبر 2026", "في 25 سبتمبر", ""])
def test_a_report_of_its_own_day_or_of_no_whole_date_is_held_apart_from_nothing(day: str) -> None:
    assert not months_apart([stopped(day)], [REVIEW])


def test_a_report_that_names_the_day_of_the_story_further_down_knows_it() -> None:
    recalls = " وقال متحدث إن القرار نهائي. وكانت مايكروسوفت قد أعلنت النتيجة في 15 مايو 2025."
    assert not months_apart([stopped("في 25 سبتمبر 2025", recalls)], [REVIEW])


def test_old_days_are_background_where_the_story_is_of_its_own_day() -> None:
    today = article(
        2,
        "محكمة تنظر في عقود مايكروسوفت مع وزارة الدفاع الإسرائيلية",
        "نظرت محكمة يوم الثلاثاء في العقود التي وقعتها مايكروسوفت في 15 مايو 2025.",
    )
    assert months_apart([stopped("في 25 سبتمبر 2025")], [REVIEW])
    assert not months_apart([stopped("في 25 سبتمبر 2025")], [REVIEW, today])
    assert not months_apart([today], [REVIEW])


def test_dates_of_three_languages_are_compared() -> None:
    english = article(3, "Microsoft ends services", "It did so on 25 September 2025.", "en")
    hebrew = article(4, "מיקרוסופט הפסיקה שירותים", "כך מסרה ב־25 בספטמבר 2025.", "he")
    assert months_apart([english], [REVIEW])
    assert months_apart([hebrew], [REVIEW])
    assert not months_apart([english], [hebrew])
