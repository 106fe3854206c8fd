"""What is due: APScheduler ticks that ask the database, hand the work to tasks, and return.

There is one poll job, one digest job and one housekeeping job, however many sources and chats there
are. A job is ``tick(now)``; simulations and tests call the ticks themselves.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from digests.clock import Clock
from digests.model import Chat
from digests.pipeline import Pipeline
from digests.store import archive, chats, writing
from digests.store.database import Store
from digests.telling import Teller

log = structlog.get_logger()

#: Real seconds between two ticks. Asking what is due costs well under a millisecond.
POLL, DIGEST, WATCH, HOUSEKEEPING = 1.0, 1.0, 1.0, 20.0
#: Grouping takes at most this share of the time: what comes meanwhile is grouped together.
GROUPING_SHARE = 0.1
#: How often the archive is pruned.
PRUNE = timedelta(hours=6)
#: Real seconds until a chat whose digest failed is tried again.
REST = 60.0
#: Chats composed for at once; the rest follow as these are done.
COMPOSING = 4


class Schedule:
    """The three jobs of one running service. *chores* are done along with housekeeping."""

    def __init__(
        self,
        store: Store,
        pipeline: Pipeline,
        teller: Teller,
        clock: Clock,
        chores: Sequence[Callable[[datetime], Awaitable[None]]] = (),
        watches: Sequence[Callable[[datetime], Awaitable[object]]] = (),
    ) -> None:
        self._store = store
        self._pipeline = pipeline
        self._teller = teller
        self._clock = clock
        self._chores = chores
        self._watches = watches
        self._scheduler = AsyncIOScheduler(
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        )
        self._composing = asyncio.Semaphore(COMPOSING)
        self._chats: dict[tuple[int, int], asyncio.Task[None]] = {}
        self._tasks: set[asyncio.Task[Any]] = set()
        self._group_from = 0.0
        self._failures: dict[str, str] = {}
        self._resting: dict[tuple[int, int], float] = {}
        self._pruned = datetime.min.replace(tzinfo=UTC)

    def start(self) -> None:
        """Begin ticking; the first ticks come at once."""
        for job, seconds in (
            (self.poll, POLL),
            (self.digest, DIGEST),
            (self.housekeeping, HOUSEKEEPING),
            (self.watch, WATCH),
        ):
            self._scheduler.add_job(self._at_now(job), IntervalTrigger(seconds=seconds))
            self._spawn(job(self._clock.now()))
        self._scheduler.start()

    def _at_now(
        self, job: Callable[[datetime], Awaitable[None]]
    ) -> Callable[[], Coroutine[Any, Any, None]]:
        name = getattr(job, "__name__", "job")

        async def tick() -> None:
            try:
                await job(self._clock.now())
            except Exception as error:  # noqa: BLE001 - told, and tried again at the next tick
                self._failed(name, error)
            else:
                self._fine(name)

        return tick

    def _failed(self, what: str, error: Exception) -> None:
        """Tell a failure when it begins, not at every tick while it lasts."""
        told = repr(error)
        if self._failures.get(what) != told:
            self._failures[what] = told
            log.error("tick.failed", what=what, exc_info=error)

    def _fine(self, what: str) -> None:
        if self._failures.pop(what, None) is not None:
            log.info("tick.fine-again", what=what)

    async def stop(self) -> None:
        """No more ticks; what they started is cancelled and comes again at the next start."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        tasks = [*self._tasks, *self._chats.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    # --- the ticks

    async def poll(self, now: datetime) -> None:
        """Start polling what is due, and group what came since the last tick."""
        for source, state in await self._pipeline.due(now):
            self._watch(self._pipeline.start_poll(source, state, now))
        if asyncio.get_running_loop().time() >= self._group_from:
            self._spawn(self._group(now))

    async def _group(self, now: datetime) -> None:
        loop = asyncio.get_running_loop()
        began = loop.time()
        self._group_from = float("inf")
        try:
            await self._pipeline.group_waiting(now)
        except Exception as error:  # noqa: BLE001 - told, and tried again at the next tick
            self._failed("grouping", error)
        else:
            self._fine("grouping")
        finally:
            self._group_from = loop.time() + (loop.time() - began) * (1 / GROUPING_SHARE - 1)

    async def digest(self, now: datetime) -> None:
        """Compose for the chats whose time has come."""
        for chat in await self._store.read(lambda db: chats.due(db, now)):
            key = (chat.place.chat, chat.place.thread)
            resting = self._resting.get(key, 0.0) > asyncio.get_running_loop().time()
            if key not in self._chats and not resting:
                task = asyncio.create_task(self._tell(chat, now))
                self._chats[key] = task
                task.add_done_callback(partial(self._told, key))

    def _told(self, key: tuple[int, int], _task: asyncio.Task[None]) -> None:
        self._chats.pop(key, None)

    async def _tell(self, chat: Chat, now: datetime) -> None:
        key = (chat.place.chat, chat.place.thread)
        async with self._composing:
            try:
                await self._teller.due(chat, now)
            except Exception as error:  # noqa: BLE001
                # One chat never stops another; it is due still and comes again after a rest.
                self._resting[key] = asyncio.get_running_loop().time() + REST
                self._failed("digest of a chat", error)
            else:
                self._resting.pop(key, None)
                if not self._resting:
                    self._fine("digest of a chat")

    async def watch(self, now: datetime) -> None:
        """Look at what was told: notices, edits, pages."""
        await self._all(self._watches, now)

    async def housekeeping(self, now: datetime) -> None:
        """Keep the search index up to date and the archive within its age; then the chores."""
        await self._all((self._index, self._prune, *self._chores), now)

    async def _all(
        self, chores: Sequence[Callable[[datetime], Awaitable[object]]], now: datetime
    ) -> None:
        """Do *chores* one after another; one that fails keeps no other from being done."""
        for chore in chores:
            name = getattr(chore, "__qualname__", "chore")
            try:
                await chore(now)
            except Exception as error:  # noqa: BLE001 - told, and tried again at the next tick
                self._failed(name, error)
            else:
                self._fine(name)

    async def _index(self, _now: datetime) -> None:
        await self._pipeline.index()

    async def _prune(self, now: datetime) -> None:
        if now - self._pruned >= PRUNE:
            await self._store.write(lambda db: archive.prune(db, now - archive.KEPT))
            await self._store.write(lambda db: writing.prune(db, now))
            self._pruned = now

    async def idle(self) -> None:
        """Wait until everything that the ticks started is done: for tests and simulations."""
        while self._tasks or self._chats:
            await asyncio.wait([*self._tasks, *self._chats.values()])

    def _spawn(self, work: Coroutine[Any, Any, Any]) -> None:
        self._watch(asyncio.create_task(work))

    def _watch(self, task: asyncio.Task[Any]) -> None:
        if task not in self._tasks:
            self._tasks.add(task)
            task.add_done_callback(self._finished)

    def _finished(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("task.failed", error=repr(error))
