from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from digests.clock import AdjustableClock, Clock, ManualClock, ScaledClock, SystemClock

START = datetime(2026, 11, 24, 8, tzinfo=UTC)


def test_the_system_clock_is_aware_and_in_utc() -> None:
    clock = Clock.system()
    assert clock.now().utcoffset() == timedelta(0)
    assert clock.rate == 1
    assert isinstance(Clock.parse(None), SystemClock)


def test_a_trial_clock_starts_where_it_is_told_and_keeps_its_rate() -> None:
    clock = Clock.parse("2026-11-24T11:00:00+03:00@60")
    first = clock.now()
    assert START <= first < START + timedelta(minutes=30)
    assert first.utcoffset() == timedelta(0)
    assert clock.rate == 60
    assert clock.now() >= first
    assert Clock.parse("2026-11-24T08:00:00Z").rate == 1


async def test_a_trial_clock_sleeps_in_simulated_seconds() -> None:
    clock = ScaledClock(START, 10_000)
    before = clock.now()
    await asyncio.wait_for(clock.sleep(100), timeout=30)
    assert clock.now() - before >= timedelta(seconds=99)


@pytest.mark.parametrize("text", ["", "@60", "now@2", "2026-11-24T08:00:00Z@nan", "2026-11-24@1"])
def test_an_unreadable_trial_clock_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"2026-11-24T08:00:00Z@60|above 0"):
        Clock.parse(text)


async def test_a_manual_clock_moves_only_when_told_and_wakes_who_is_due() -> None:
    clock = ManualClock(START)
    short = asyncio.create_task(clock.sleep(10))
    long = asyncio.create_task(clock.sleep(11))
    await asyncio.sleep(0)
    assert clock.advance(10) == START + timedelta(seconds=10)
    await short
    assert not long.done()
    clock.advance(1)
    await long
    assert clock.monotonic() == 11


async def test_a_manual_clock_run_shows_each_sleeper_its_own_moment() -> None:
    clock = ManualClock(START)
    seen: list[float] = []

    async def every(seconds: float) -> None:
        while True:
            await clock.sleep(seconds)
            seen.append(clock.monotonic())

    task = asyncio.create_task(every(20))
    await clock.run(70)
    task.cancel()
    assert seen == [20, 40, 60]
    assert clock.monotonic() == 70


async def test_a_cancelled_sleeper_does_not_stop_the_others() -> None:
    clock = ManualClock(START)
    gone = asyncio.create_task(clock.sleep(5))
    stays = asyncio.create_task(clock.sleep(5))
    await asyncio.sleep(0)
    gone.cancel()
    await asyncio.sleep(0)
    clock.advance(5)
    await stays
    assert gone.cancelled()


def test_a_manual_clock_does_not_go_back() -> None:
    with pytest.raises(ValueError, match="does not go back"):
        ManualClock(START).advance(-1)


async def test_a_clock_that_is_sped_up_wakes_who_sleeps_on_it() -> None:
    clock = AdjustableClock(START)
    sleeper = asyncio.create_task(clock.sleep(3600))
    await asyncio.sleep(0.01)
    clock.set_rate(100_000)
    await asyncio.wait_for(sleeper, timeout=30)
    assert clock.now() - START >= timedelta(hours=1)


async def test_a_jump_ahead_passes_the_time_of_who_sleeps_and_keeps_the_rate() -> None:
    clock = AdjustableClock(START, 2)
    sleeper = asyncio.create_task(clock.sleep(3600))
    await asyncio.sleep(0.01)
    clock.advance(3600)
    await asyncio.wait_for(sleeper, timeout=30)
    assert timedelta(hours=1) <= clock.now() - START < timedelta(hours=1, minutes=2)
    assert clock.rate == 2


@pytest.mark.parametrize("rate", [0, -1, float("nan"), 100_001])
def test_a_rate_at_which_no_time_passes_is_refused(rate: float) -> None:
    clock = AdjustableClock(START)
    with pytest.raises(ValueError, match="above 0"):
        clock.set_rate(rate)
    with pytest.raises(ValueError, match="does not go back"):
        clock.advance(-1)
