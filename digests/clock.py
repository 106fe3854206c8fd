"""Time as an argument: the system's clock, another start and rate for trials, one moved by hand.

Everything that asks for the time, or waits, takes a Clock; nothing else calls ``datetime.now``.
"""

from __future__ import annotations

import asyncio
import time
from abc import ABC, abstractmethod
from datetime import UTC, datetime, timedelta

from config import trialclock


class Clock(ABC):
    """A source of time. ``rate`` is simulated seconds per real second."""

    rate: float = 1.0

    @abstractmethod
    def now(self) -> datetime:
        """The present moment: aware, UTC."""

    @abstractmethod
    def monotonic(self) -> float:
        """Simulated seconds since some fixed moment; never goes back."""

    @abstractmethod
    async def sleep(self, seconds: float) -> None:
        """Wait *seconds* of simulated time; zero or less only yields to the loop."""

    @staticmethod
    def system() -> Clock:
        return SystemClock()

    @staticmethod
    def parse(text: str | None) -> Clock:
        """The clock that MUJAZ_CLOCK describes (``2026-11-24T08:00:00Z@60``); None: the system's.

        Raises ValueError with the way out.
        """
        if text is None:
            return SystemClock()
        trial = trialclock.parse(text)
        return ScaledClock(trial.start, trial.rate)


class SystemClock(Clock):
    """The machine's own time."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(max(0.0, seconds))


class ScaledClock(Clock):
    """Time that starts at *start* when made, and runs *rate* times as fast as the machine's."""

    def __init__(self, start: datetime, rate: float) -> None:
        self.rate = rate
        self._start = start.astimezone(UTC)
        self._origin = time.monotonic()

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self.monotonic())

    def monotonic(self) -> float:
        return (time.monotonic() - self._origin) * self.rate

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(max(0.0, seconds / self.rate))


class AdjustableClock(Clock):
    """Scaled time whose rate may change, and that may jump ahead, while others wait on it."""

    def __init__(self, start: datetime, rate: float = 1.0) -> None:
        self.rate = rate
        self._start = start.astimezone(UTC)
        self._base = 0.0
        self._origin = time.monotonic()
        self._changed = asyncio.Event()

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self.monotonic())

    def monotonic(self) -> float:
        return self._base + (time.monotonic() - self._origin) * self.rate

    async def sleep(self, seconds: float) -> None:
        end = self.monotonic() + seconds
        await asyncio.sleep(0)
        while (left := end - self.monotonic()) > 0:
            changed = self._changed
            try:
                await asyncio.wait_for(changed.wait(), left / self.rate)
            except TimeoutError:
                continue

    def set_rate(self, rate: float) -> None:
        """From this moment on *rate* simulated seconds pass in a real one.

        Raises ValueError for a rate that MUJAZ_CLOCK would not take either.
        """
        if not 0 < rate <= trialclock.FASTEST:
            raise ValueError(f"the rate is a number above 0, and {trialclock.FASTEST:,} at most")
        self._rebase(0.0)
        self.rate = rate

    def advance(self, seconds: float) -> None:
        """Jump *seconds* ahead; raises ValueError for a step back."""
        if seconds < 0:
            raise ValueError("time does not go back; advance by 0 or more seconds")
        self._rebase(seconds)

    def _rebase(self, ahead: float) -> None:
        moment = self.monotonic()
        self._base, self._origin = moment + ahead, time.monotonic()
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()


class ManualClock(Clock):
    """Time that moves only when told: for tests and simulations."""

    def __init__(self, start: datetime) -> None:
        self._start = start.astimezone(UTC)
        self._elapsed = timedelta()
        self._sleepers: list[tuple[timedelta, asyncio.Future[None]]] = []

    def now(self) -> datetime:
        return self._start + self._elapsed

    def monotonic(self) -> float:
        return self._elapsed.total_seconds()

    async def sleep(self, seconds: float) -> None:
        if seconds <= 0:
            await asyncio.sleep(0)
            return
        future = asyncio.get_running_loop().create_future()
        self._sleepers.append((self._elapsed + timedelta(seconds=seconds), future))
        await future

    def advance(self, seconds: float) -> datetime:
        """Jump *seconds* ahead and wake whoever is due; they all see the new moment.

        Raises ValueError for a step back. Returns the new moment.
        """
        if seconds < 0:
            raise ValueError("time does not go back; advance by 0 or more seconds")
        self._wake(self._elapsed + timedelta(seconds=seconds))
        return self.now()

    async def run(self, seconds: float) -> datetime:
        """Pass *seconds*, stopping at each sleeper's moment in order, so that it sees its own time.

        What a woken task does without waiting for anything outside the loop is done before time
        moves on.
        """
        end = self._elapsed + timedelta(seconds=seconds)
        await _settle()
        while due := [at for at, _ in self._sleepers if at <= end]:
            self._wake(min(due))
            await _settle()
        self._wake(end)
        await _settle()
        return self.now()

    def _wake(self, moment: timedelta) -> None:
        self._elapsed = moment
        due = sorted((s for s in self._sleepers if s[0] <= moment), key=lambda s: s[0])
        self._sleepers = [s for s in self._sleepers if s[0] > moment]
        for _, future in due:
            if not future.done():
                future.set_result(None)


async def _settle(rounds: int = 20) -> None:
    """Let tasks that are ready run; a chain of *rounds* awaits is longer than any of ours."""
    for _ in range(rounds):
        await asyncio.sleep(0)
