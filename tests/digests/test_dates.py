"""Dates as readers of each country write them, and times as they say them."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest

from digests import dates
from digests.cities import cities
from digests.model import Preferences
from digests.words import Words

NOVEMBER = datetime(2025, 11, 26, 17, 0, tzinfo=UTC)
SAY = Words.load(strict=True)


def _chat(city: str, months: str = "auto", language: str = "ar") -> Preferences:
    return Preferences(language, cities()[city].zone, city, months=months)


@pytest.mark.parametrize(
    ("city", "months", "expected"),
    [
        ("makkah", "auto", "الأربعاء 26 نوفمبر 2025"),
        ("cairo", "auto", "الأربعاء 26 نوفمبر 2025"),
        ("jerusalem", "auto", "الأربعاء 26 تشرين الثاني 2025"),
        ("baghdad", "auto", "الأربعاء 26 تشرين الثاني 2025"),
        ("casablanca", "auto", "الأربعاء 26 نونبر 2025"),
        ("london", "auto", "الأربعاء 26 نوفمبر 2025"),
        ("london", "ayyar", "الأربعاء 26 تشرين الثاني 2025"),
        ("jerusalem", "mayo", "الأربعاء 26 نوفمبر 2025"),
        ("cairo", "mai", "الأربعاء 26 نونبر 2025"),
        ("algiers", "mai", "الأربعاء 26 نوفمبر 2025"),
    ],
)
def test_month_names_follow_the_city_unless_chosen(city: str, months: str, expected: str) -> None:
    assert dates.full_date(NOVEMBER, _chat(city, months)) == expected


@pytest.mark.parametrize(
    ("city", "expected"),
    [("makkah", "15 مايو"), ("beirut", "15 أيار"), ("rabat", "15 ماي"), ("tunis", "15 ماي")],
)
def test_may_has_three_names(city: str, expected: str) -> None:
    assert dates.short_date(datetime(2025, 5, 15, 12, tzinfo=UTC), _chat(city)) == expected


def test_january_in_algeria_and_tunisia_is_janfi() -> None:
    moment = datetime(2026, 1, 2, 12, tzinfo=UTC)
    assert dates.short_date(moment, _chat("algiers")) == "2 جانفي"
    assert dates.short_date(moment, _chat("tunis")) == "2 جانفي"


def test_the_day_is_that_of_the_chats_zone() -> None:
    late = datetime(2025, 11, 26, 22, 30, tzinfo=UTC)
    assert dates.day_date(late, _chat("makkah")) == "الخميس 27 نوفمبر"
    assert dates.day_date(late, _chat("new-york")) == "الأربعاء 26 نوفمبر"


def test_the_hijri_date_stands_beside_the_other_on_request() -> None:
    chat = Preferences(hijri=True)
    assert dates.full_date(NOVEMBER, chat) == "الأربعاء 26 نوفمبر 2025 · 5 جمادى الآخرة 1447 هـ"
    assert dates.hijri_date(datetime(1800, 1, 1, tzinfo=UTC).date(), chat) == ""


@pytest.mark.parametrize(
    ("passed", "expected"),
    [
        (timedelta(seconds=-40), "قبل لحظات"),
        (timedelta(seconds=40), "قبل لحظات"),
        (timedelta(minutes=1), "قبل دقيقة"),
        (timedelta(minutes=2), "قبل دقيقتين"),
        (timedelta(minutes=6), "قبل 6 دقائق"),
        (timedelta(minutes=40), "قبل 40 دقيقة"),
        (timedelta(hours=2, minutes=50), "قبل ساعتين"),
        (timedelta(hours=11), "قبل 11 ساعة"),
        (timedelta(days=1), "قبل يوم"),
        (timedelta(days=12), "قبل 12 يومًا"),
    ],
)
def test_what_has_passed_is_said_with_its_number_agreeing(passed: timedelta, expected: str) -> None:
    assert dates.ago(NOVEMBER - passed, NOVEMBER, SAY.in_("ar")) == expected


@pytest.mark.parametrize(
    ("coming", "expected"),
    [
        (timedelta(hours=1), "اليوم 21:00 بتوقيت مكة المكرمة"),
        (timedelta(hours=24), "غدًا 20:00 بتوقيت مكة المكرمة"),
        (timedelta(days=3), "السبت 29 نوفمبر، 20:00 بتوقيت مكة المكرمة"),
    ],
)
def test_what_is_coming_is_said_in_the_time_of_the_city(coming: timedelta, expected: str) -> None:
    chat = _chat("makkah")
    assert dates.when(NOVEMBER + coming, NOVEMBER, chat, SAY.in_("ar")) == expected


def test_a_zone_without_its_city_is_named_itself() -> None:
    chat = Preferences(timezone="Pacific/Pago_Pago")
    assert "\u2066Pago Pago\u2069" in dates.when(NOVEMBER, NOVEMBER, chat, SAY.in_("ar"))


@pytest.mark.parametrize(
    ("hour", "part"), [(3, "evening"), (4, "morning"), (10, "morning"), (11, "noon"),
                       (14, "noon"), (15, "evening"), (23, "evening")],
)  # fmt: skip
def test_a_digest_is_named_by_the_part_of_the_day(hour: int, part: str) -> None:
    moment = datetime(2025, 11, 26, hour, tzinfo=UTC)
    chat = Preferences(timezone="UTC")
    assert dates.part_of_day(moment, chat) == part
    assert dates.heading(moment, chat) == f"digest-{part}"


def test_english_dates_and_unknown_names_are_no_error() -> None:
    assert dates.full_date(NOVEMBER, _chat("cairo", language="en")) == "Wednesday 26 November 2025"
    strange = Preferences(timezone="Nowhere/Land", city="nowhere")
    assert dates.full_date(NOVEMBER, strange) == "الأربعاء 26 نوفمبر 2025"
    assert dates.clock(time(7, 5)) == "07:05"
