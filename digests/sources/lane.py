"""Few requests to one host at a time, and no slow one in everyone's way.

Rule: a host has two places. A request that holds one for three seconds while others wait for the
host gives way once: it is broken off and starts anew behind them, then without giving way. So two
feeds that never answer delay the others of their host by seconds, not by the whole time limit.

May be wrong: a host that is slow for every feed is asked for each of them up to twice.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")

#: Requests to one host at a time.
PLACES = 2
#: Seconds that a request may hold a place while others wait, and between two looks at that.
PATIENCE = 1.0
_LOOK = 0.5


class Lane:
    """The places of one host."""

    def __init__(self, places: int = PLACES, patience: float = PATIENCE) -> None:
        self._places = asyncio.Semaphore(places)
        self._patience = patience
        self._waiting = 0

    async def run(self, work: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """What *work* returns or raises; it is called a second time if it had to give way."""
        done = await self._hold(work, gives_way=True) or await self._hold(work, gives_way=False)
        assert done is not None
        return done.result()

    async def _hold(
        self, work: Callable[[], Coroutine[Any, Any, T]], *, gives_way: bool
    ) -> asyncio.Task[T] | None:
        self._waiting += 1
        try:
            await self._places.acquire()
        finally:
            self._waiting -= 1
        task = asyncio.ensure_future(work())
        try:
            await asyncio.wait([task], timeout=self._patience if gives_way else None)
            while not task.done():
                if self._waiting:
                    return None
                await asyncio.wait([task], timeout=_LOOK)
            return task
        finally:
            if not task.done():
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)
            self._places.release()
