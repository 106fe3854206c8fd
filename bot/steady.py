"""Watches whether the wall clock is moved, by the machine's steady clock.

What waits is told in seconds (a Retry-After, a group's minute), and kept as moments of the wall
clock. When that was moved, at a restart or under way, seconds stay seconds.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

import structlog

from bot.pace import GROUP_SECONDS
from digests.clock import Clock
from digests.store import deliveries, holds, steady
from digests.store.database import Database, Store
from digests.store.errors import StoreError
from digests.store.steady import Mark, Steady

log = structlog.get_logger()

#: The name that Linux gives to each start of the machine.
_BOOT = Path("/proc/sys/kernel/random/boot_id")


@cache
def _boot() -> str | None:
    try:
        return _BOOT.read_text("ascii").strip()
    except OSError:
        return None


def reading() -> Steady | None:
    """The steady clock now; None on a system that has no such clock."""
    boot = _boot()
    return None if boot is None else Steady(boot, time.clock_gettime(time.CLOCK_BOOTTIME))


class Watch:
    """Knows by how much the wall clock was put on since the last run, and notices when it is."""

    def __init__(
        self, store: Store, clock: Clock, read: Callable[[], Steady | None] = reading
    ) -> None:
        self._store = store
        self._clock = clock
        self._read = read
        self._mark: Mark | None = None

    async def ahead(self, now: datetime) -> timedelta:
        """By how much the wall clock was put on since the last run; negative: put back."""
        before, present = await self._store.read(steady.kept), self._read()
        return timedelta() if before is None or present is None else before.ahead(present, now)

    def mark(self, db: Database) -> None:
        """Leave a mark for the next run; part of a transaction."""
        present = self._read()
        if present is not None:
            self._mark = Mark(present, self._clock.now(), self._clock.rate)
            steady.keep(db, self._mark)

    async def look(self) -> None:
        """If the wall clock was moved since the mark, let holds last as long as before."""
        present, now = self._read(), self._clock.now()
        if self._mark is None or present is None or not (moved := self._mark.ahead(present, now)):
            return

        minute = timedelta(seconds=GROUP_SECONDS * self._mark.rate)

        def follow(db: Database) -> None:
            holds.shift(db, moved)
            deliveries.shift(db, now - moved - minute, moved)
            self.mark(db)

        try:
            await self._store.write(follow)
        except StoreError:
            return  # the next look sees the same
        log.warning("clock.moved", seconds=round(moved.total_seconds()))
