"""Dates as newspapers write them, with the words that they take."""

from __future__ import annotations

import pytest

from digests.language.calendar import moments


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("يوم الثلاثاء 9 شباط/فبراير 2021", ["9-2-2021 (weekday 2)"]),
        ("في 20 تموز/يوليو 2020", ["20-7-2020"]),
        ("في 18 تشرين الثاني/نوفمبر 2023", ["18-11-2023"]),
        ("بين مارس/آذار 2022 ويونيو/حزيران 2023", ["?-3-2022", "?-6-2023"]),
        ("في 5 مايو/حزيران 2023", ["5-5-?", "?-6-2023"]),
        ("في 1 كانون الثاني 2024، إلى 4.5 في المئة", ["1-1-2024"]),
    ],
)
def test_a_month_of_two_names_is_one_date(text: str, dates: list[str]) -> None:
    assert [str(moment) for moment in moments(text)] == dates


@pytest.mark.parametrize(
    "text",
    ["إذا لم تفتح الشركة باب المفاوضات", "في باب الترشح", "خلال فتح باب التسجيل"],
)
def test_a_door_is_no_august(text: str) -> None:
    assert moments(text) == []


def test_august_behind_a_particle_is_a_month() -> None:
    assert [str(moment) for moment in moments("من تموز 2023 لآب 2024")] == ["?-7-2023", "?-8-2024"]


def test_the_first_week_of_a_month_is_not_its_first_day() -> None:
    assert [str(moment) for moment in moments("في الأسبوع الأول من مايو")] == ["?-5-?"]
