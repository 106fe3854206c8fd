"""Where time comes from: the wall for dates, a steady one for pace and waiting."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Clock:
    """``wall`` in seconds since 1970, ``steady`` in seconds since some moment."""

    wall: Callable[[], float] = time.time
    steady: Callable[[], float] = time.monotonic


class HandClock(Clock):
    """A clock that moves when it is told to, for trials of pace and age."""

    def __init__(self, start: float = 1_790_000_000.0) -> None:
        self._moment = [start]
        moment = self._moment
        super().__init__(wall=lambda: moment[0], steady=lambda: moment[0])

    def advance(self, seconds: float) -> None:
        self._moment[0] += seconds
