from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digests.due import (
    INSTANT,
    PRAYER,
    daily_between,
    is_quiet,
    is_untimely,
    next_digest,
    next_try,
    soon,
)
from digests.model import Arrival, Preferences

ZONES = (
    "Asia/Riyadh",
    "Africa/Cairo",
    "Asia/Gaza",
    "America/New_York",
    "Africa/Casablanca",
    "Asia/Tehran",
    "Australia/Lord_Howe",
    "Europe/London",
    "Asia/Kathmandu",
    "Pacific/Kiritimati",
    "America/Nuuk",
    "UTC",
)
MOMENTS = st.integers(0, 5 * 365 * 24 * 60 * 60).map(
    lambda seconds: datetime(2023, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
)
CLOCK = st.builds(time, st.integers(0, 23), st.integers(0, 59))


def moment(text: str, zone: str = "UTC", fold: int = 0) -> datetime:
    local = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone), fold=fold)
    return local.astimezone(UTC)


@st.composite
def any_preferences(draw: st.DrawFn) -> Preferences:
    return Preferences(
        timezone=draw(st.sampled_from(ZONES)),
        times=tuple(draw(st.lists(CLOCK, max_size=4))),
        arrival=draw(st.sampled_from(list(Arrival))),
        quiet=draw(st.none() | st.tuples(CLOCK, CLOCK)),
        weekend=draw(st.booleans()),
    )


@settings(max_examples=400, deadline=None)
@given(
    any_preferences(),
    MOMENTS,
)
def test_always_later_never_too_late_and_never_at_friday_prayer(
    preferences: Preferences, after: datetime
) -> None:
    due = next_digest(preferences, after)
    assert after < due <= after + timedelta(days=9)
    assert due.utcoffset() == timedelta(0)
    local = due.astimezone(ZoneInfo(preferences.timezone))
    assert not (local.weekday() == 4 and PRAYER[0] <= local.time() < PRAYER[1])


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(ZONES),
    CLOCK,
    MOMENTS,
)
def test_a_daily_digest_comes_once_on_each_local_day(zone: str, at: time, start: datetime) -> None:
    preferences = Preferences(timezone=zone, times=(at,), weekend=False)
    days = []
    moment = start
    for _ in range(10):
        moment = next_digest(preferences, moment)
        days.append(moment.astimezone(ZoneInfo(zone)).date())
    assert days == [days[0] + timedelta(days=n) for n in range(10)]


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(ZONES),
    st.tuples(CLOCK, CLOCK),
    MOMENTS,
)
def test_breaking_news_waits_for_the_end_of_quiet_hours(
    zone: str, quiet: tuple[time, time], after: datetime
) -> None:
    preferences = Preferences(timezone=zone, arrival=Arrival.BREAKING, quiet=quiet)
    at = next_digest(preferences, after).astimezone(ZoneInfo(zone)).time()
    start, end = quiet
    assert not (start <= at < end if start <= end else at >= start or at < end)


def test_the_evening_digest_of_a_chat_is_at_its_own_eight_o_clock() -> None:
    for zone in ZONES:
        preferences = Preferences(timezone=zone)
        due = next_digest(preferences, moment("2026-03-10T12:00", zone))
        assert due == moment("2026-03-10T20:00", zone)
        assert next_digest(preferences, due) == moment("2026-03-11T20:00", zone)


@pytest.mark.parametrize(
    ("zone", "at", "after", "due"),
    [
        # Egypt puts its clocks forward at midnight: 00:00 to 01:00 of that day does not exist.
        ("Africa/Cairo", time(0, 30), "2026-04-23T12:00", "2026-04-24T01:00"),
        ("America/New_York", time(2, 30), "2026-03-07T12:00", "2026-03-08T03:00"),
        ("Asia/Gaza", time(2, 15), "2026-03-27T12:00", "2026-03-28T03:00"),
    ],
)
def test_a_time_that_is_skipped_comes_when_the_clocks_go_on(
    zone: str, at: time, after: str, due: str
) -> None:
    preferences = Preferences(timezone=zone, times=(at,), quiet=None)
    assert next_digest(preferences, moment(after, zone)) == moment(due, zone)


@pytest.mark.parametrize(
    ("zone", "at", "day"),
    [
        ("Africa/Cairo", time(23, 30), "2026-10-29"),
        ("America/New_York", time(1, 30), "2026-11-01"),
    ],
)
def test_a_time_that_comes_twice_is_taken_once(zone: str, at: time, day: str) -> None:
    preferences = Preferences(timezone=zone, times=(at,))
    first = moment(f"{day}T{at:%H:%M}", zone)
    second = moment(f"{day}T{at:%H:%M}", zone, fold=1)
    assert second - first == timedelta(hours=1)
    assert next_digest(preferences, first - timedelta(minutes=5)) == first
    for after in (first, second - timedelta(minutes=5), second):
        assert next_digest(preferences, after) > second + timedelta(hours=20)


def test_quiet_hours_that_end_in_the_hour_that_comes_twice_end_once() -> None:
    preferences = Preferences(
        timezone="America/New_York", arrival=Arrival.BREAKING, quiet=(time(22), time(1, 30))
    )
    after = moment("2026-11-01T01:10", "America/New_York", fold=1)
    due = next_digest(preferences, after)
    assert due == moment("2026-11-01T01:30", "America/New_York", fold=1)


def test_friday_prayer_puts_off_what_falls_into_it() -> None:
    preferences = Preferences(times=(time(11, 30), time(12, 15), time(13, 30)))
    due = next_digest(preferences, moment("2026-03-13T10:00", "Asia/Riyadh"))  # a Friday
    assert due == moment("2026-03-13T13:30", "Asia/Riyadh")
    assert next_digest(preferences, due) == moment("2026-03-14T11:30", "Asia/Riyadh")


def test_quiet_hours_that_end_in_the_prayer_end_after_it() -> None:
    preferences = Preferences(arrival=Arrival.INSTANT, quiet=(time(22), time(12)))
    due = next_digest(preferences, moment("2026-03-13T09:00", "Asia/Riyadh"))
    assert due == moment("2026-03-13T13:30", "Asia/Riyadh")


def test_the_weekend_has_one_digest_at_ten() -> None:
    preferences = Preferences(times=(time(8), time(20)), weekend=True)
    after = moment("2026-03-12T20:00", "Asia/Riyadh")  # Thursday
    seen = []
    for _ in range(3):
        after = next_digest(preferences, after)
        seen.append(after)
    assert seen == [
        moment("2026-03-13T10:00", "Asia/Riyadh"),
        moment("2026-03-14T10:00", "Asia/Riyadh"),
        moment("2026-03-15T08:00", "Asia/Riyadh"),
    ]


def test_the_weekly_digest_is_on_thursday_at_the_last_time_of_day() -> None:
    preferences = Preferences(times=(time(20), time(8)), arrival=Arrival.WEEKLY)
    first = next_digest(preferences, moment("2026-03-10T12:00", "Asia/Riyadh"))
    assert first == moment("2026-03-12T20:00", "Asia/Riyadh")
    assert next_digest(preferences, first) == first + timedelta(days=7)


def test_a_machine_that_slept_over_three_times_has_one_next_time() -> None:
    preferences = Preferences(times=(time(8), time(14), time(20)))
    woke = moment("2026-03-12T09:00", "Asia/Riyadh")
    assert next_digest(preferences, woke) == moment("2026-03-12T14:00", "Asia/Riyadh")


def test_instant_chats_are_looked_at_each_minute_and_at_their_daily_time_in_quiet_hours() -> None:
    preferences = Preferences(arrival=Arrival.INSTANT, times=(time(23),))
    noon = moment("2026-03-10T12:00", "Asia/Riyadh")
    assert next_digest(preferences, noon) == noon + INSTANT
    late = moment("2026-03-10T22:30", "Asia/Riyadh")
    at_eleven = next_digest(preferences, late)
    assert at_eleven == moment("2026-03-10T23:00", "Asia/Riyadh")
    assert next_digest(preferences, at_eleven) == moment("2026-03-11T07:00", "Asia/Riyadh")


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(ZONES),
    st.lists(CLOCK, min_size=1, max_size=3),
    st.lists(st.integers(1, 4000), min_size=30, max_size=30),
)
def test_each_daily_time_of_an_instant_chat_is_noticed_once_however_late_the_ticks(
    zone: str, times: list[time], delays: list[int]
) -> None:
    preferences = Preferences(
        timezone=zone, times=tuple(times), arrival=Arrival.INSTANT, quiet=None
    )
    start = now = moment("2026-10-20T12:00:30")
    due = next_digest(preferences, now)
    noticed = []
    for delay in delays:
        now = due + timedelta(seconds=delay)
        if daily_between(preferences, due - INSTANT, now):
            noticed.append((due - INSTANT, now))
        due = next_digest(preferences, now)
    expected, at = [], start
    while (at := _next_daily(preferences, at)) <= now:
        expected.append(at)
    for moment_ in expected:
        assert sum(1 for low, high in noticed if low < moment_ <= high) == 1


def _next_daily(preferences: Preferences, after: datetime) -> datetime:
    return next_digest(replace(preferences, arrival=Arrival.DAILY), after)


@settings(max_examples=200)
@given(any_preferences(), MOMENTS, st.timedeltas(timedelta(), timedelta(days=60)))
def test_a_barred_chat_is_tried_within_days_never_at_once_and_at_its_own_times(
    preferences: Preferences, barred: datetime, age: timedelta
) -> None:
    now = barred + age
    at = next_try(preferences, barred, now)
    daily = daily_between(preferences, now, at)
    assert daily or at - now >= timedelta(hours=1)
    assert daily or not is_quiet(preferences, at)
    assert at - now <= timedelta(days=3)
    assert not is_untimely(preferences, at)


def test_tries_of_a_barred_chat_are_twice_as_far_apart_each_time() -> None:
    preferences = replace(Preferences(), quiet=None, timezone="UTC", times=(time(12),))
    barred = at = moment("2026-03-10T12:00")  # a Tuesday
    hours = []
    for _ in range(7):
        at = next_try(preferences, barred, at)
        hours.append((at - barred) / timedelta(hours=1))
    assert hours == [1, 2, 4, 8, 16, 24, 48]


def test_a_late_try_is_untimely_in_quiet_hours_but_for_the_hour_after_an_own_time() -> None:
    preferences = replace(
        Preferences(), quiet=(time(22), time(7)), timezone="UTC", times=(time(23),)
    )
    hours = {"21:59": False, "22:30": True, "23:00": False, "23:59": False, "00:01": True}
    for at, untimely in hours.items():
        assert is_untimely(preferences, moment(f"2026-03-10T{at}")) is untimely


def test_soon_is_in_a_minute_or_when_the_quiet_hours_end() -> None:
    preferences = replace(Preferences(), quiet=(time(22), time(7)), timezone="UTC")
    assert soon(preferences, moment("2026-03-10T12:00")) == moment("2026-03-10T12:01")
    assert soon(preferences, moment("2026-03-10T23:00")) == moment("2026-03-11T07:00")
