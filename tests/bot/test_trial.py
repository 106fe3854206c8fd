"""The trial's evening: near a digest whatever the hour, and news by real time."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.playground.newsroom.desk import complete
from bot.trial import Edition, clock_for, evening
from config.settings import load
from digests.clock import AdjustableClock
from digests.due import next_digest
from digests.model import Preferences

START = datetime(2026, 11, 25, 9, tzinfo=UTC)


@given(st.integers(0, 1000 * 24 * 60))
def test_the_digest_is_half_an_hour_away_on_a_day_that_is_no_weekend(minutes: int) -> None:
    now = START + timedelta(minutes=minutes)
    start = evening(now, "Asia/Riyadh", time(20, 0))
    weekend_too = Preferences(weekend=True)
    assert next_digest(weekend_too, start) - start == timedelta(minutes=30)
    assert timedelta(hours=-24) < now - start < timedelta(days=5)


def test_a_zone_that_changes_its_clocks_keeps_the_evening() -> None:
    start = evening(datetime(2026, 3, 31, tzinfo=UTC), "Europe/London", time(20, 0))
    assert start.astimezone(ZoneInfo("Europe/London")).time() == time(19, 30)


def test_a_clock_of_the_operators_own_wins() -> None:
    settings = load({"MUJAZ_CLOCK": "2026-06-02T16:30:00Z@60"})
    clock = clock_for(settings, START)
    assert clock.rate == 60
    first = datetime(2026, 6, 2, 16, 30, tzinfo=UTC)
    assert first <= clock.now() < first + timedelta(hours=1)
    assert clock_for(load({}), START).rate == 1


def test_news_wait_for_a_reader_then_come_by_real_time_however_far_the_clock_jumps() -> None:
    clock = AdjustableClock(START)
    edition = Edition(clock, complete)
    clock.advance(86_400)
    before = edition.now()
    assert edition.now() == before < clock.now() - timedelta(hours=23)
    edition.begin()
    clock.advance(86_400)
    assert before <= edition.now() < before + timedelta(minutes=5)
    assert clock.now() >= START + timedelta(days=2)


def test_who_skips_finds_all_that_appears_on_their_topics_but_nothing_of_the_future() -> None:
    clock = AdjustableClock(START)
    edition = Edition(clock, complete)
    edition.begin()
    last = complete(["microsoft-israel"])
    assert timedelta(minutes=1) < last < complete(["microsoft-israel", "gaza-connectivity"])
    edition.hurry(["microsoft-israel"])
    assert edition.now() <= clock.now()
    clock.advance(86_400)
    assert START + last <= edition.now() < START + last + timedelta(minutes=5)
    hurried = edition.now()
    edition.hurry(["microsoft-israel"])
    edition.hurry(["azure"])
    assert hurried <= edition.now() < hurried + timedelta(minutes=1)
