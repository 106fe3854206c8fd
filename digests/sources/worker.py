"""The one process in which untrusted documents are read: feeds in batches, pages one by one.

A hung or greedy document cannot hurt the service: every task has a time limit, the process has a
memory limit and is replaced after many tasks, and a batch that fails is tried again document by
document, so that one bad feed harms only itself. feedparser and trafilatura are imported there, on
first need, and never in the main process.
"""

from __future__ import annotations

import asyncio
import importlib
import multiprocessing
import signal
import sys
from collections.abc import Callable, Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Any, TypeVar

from digests.model import Feed
from digests.sources.errors import SourceError, WorkerFailed

T = TypeVar("T")

#: Seconds that one document may take, and that a batch may take in all.
DOCUMENT_TIME = 20.0
BATCH_TIME = 60.0
#: Bytes of address space of the worker; a feed of 16 MB needs about a fifth.
MEMORY = 1_500_000_000
#: Tasks after which the process is replaced, to give back what libraries keep.
TASKS = 400
#: Documents a batch may hold, so that one task stays short.
BATCH = 32
#: Seconds within which a process that does not listen is killed.
_TERM_TIMEOUT = 0.3
#: Seconds that a process may take to start and take up its first task, on a busy machine.
_START_TIME = 15.0
#: Processes that may die at their start, one after another, before we give up.
_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class ParseJob:
    """A document to read as a feed; the fields are those of `parse.parse`."""

    body: bytes
    content_type: str | None
    url: str
    language: str | None


class Worker:
    """Starts its process on first use. ``stop`` ends it within two seconds, whatever runs."""

    def __init__(
        self,
        document_time: float = DOCUMENT_TIME,
        batch_time: float = BATCH_TIME,
        memory: int = MEMORY,
        tasks: int = TASKS,
    ) -> None:
        self._document_time = document_time
        self._batch_time = batch_time
        self._memory = memory
        self._tasks = tasks
        self._pool: Any = None
        self._stopped = False
        self._ended = asyncio.Event()
        self._turn = asyncio.Lock()  # one task at a time, so that its time is its own

    def start(self) -> None:
        """Start the process now rather than on first use.

        :raises WorkerFailed: this system lets us start no process.
        """
        if self._stopped:
            raise WorkerFailed("the worker is stopped")
        if self._pool is not None:
            return
        from pebble import CONSTS, ProcessPool

        CONSTS.term_timeout = _TERM_TIMEOUT
        try:
            self._pool = ProcessPool(
                max_workers=1,
                max_tasks=self._tasks,
                initializer=_initialise,
                initargs=(self._memory,),
                context=multiprocessing.get_context("spawn"),
            )
        except OSError as error:
            raise _no_process(error) from error

    async def stop(self) -> None:
        """End the process; what it was doing ends in WorkerFailed."""
        self._stopped = True
        self._ended.set()
        await self._abandon()

    async def parse(self, jobs: Sequence[ParseJob]) -> list[Feed | SourceError]:
        """Each document as a feed, or why it is none; in the order of *jobs*, never raising."""
        results: list[Feed | SourceError] = []
        for start in range(0, len(jobs), BATCH):
            results.extend(await self._batch(jobs[start : start + BATCH]))
        return results

    async def page_text(self, page: bytes | str, url: str, content_type: str | None = None) -> str:
        """The article's text in a web page (see `page.page_text`).

        :raises WorkerFailed: it took too long, too much memory, or the process died.
        """
        return await self._run(_page_text, self._document_time, page, url, content_type)

    async def _batch(self, jobs: Sequence[ParseJob]) -> list[Feed | SourceError]:
        try:
            return await self._run(_parse_all, self._batch_time, list(jobs))
        except WorkerFailed as error:
            if len(jobs) == 1 or self._stopped:
                return [error] * len(jobs)
        results: list[Feed | SourceError] = []
        for job in jobs:
            try:
                results.extend(await self._run(_parse_all, self._document_time, [job]))
            except WorkerFailed as error:
                results.append(error)
        return results

    async def _run(self, function: Callable[..., T], seconds: float, *args: object) -> T:
        async with self._turn:
            for _ in range(_ATTEMPTS):
                self.start()
                try:
                    return await self._once(self._pool, function, seconds, args)
                except BrokenProcessPool:
                    await self._abandon()
        raise WorkerFailed("the worker process does not start; see the log of the system")

    async def _once(
        self, pool: Any, function: Callable[..., T], seconds: float, args: tuple[object, ...]
    ) -> T:
        """One task in *pool*. The pool keeps its time; a process that never takes it up is ended.

        :raises BrokenProcessPool: the pool can run nothing; another one may.
        """
        try:
            future = pool.schedule(function, args=args, timeout=seconds)
        except RuntimeError as error:
            raise BrokenProcessPool(str(error)) from error
        except OSError as error:  # the process is started here, and a full disk lets none be
            await self._abandon()
            raise _no_process(error) from error
        waiting = asyncio.wrap_future(future)
        # Who waits may be cancelled first; then nobody asks for what became of it.
        waiting.add_done_callback(lambda ended: ended.cancelled() or ended.exception())
        # A stopped pool may leave a task that it never handed out without an answer.
        ended = asyncio.create_task(self._ended.wait())
        try:
            done, _ = await asyncio.wait(
                [waiting, ended],
                timeout=seconds + _START_TIME,
                return_when=asyncio.FIRST_COMPLETED,
            )
        finally:
            ended.cancel()
        if not waiting.done() and self._stopped:
            waiting.cancel()
            raise WorkerFailed("the worker was stopped")
        if not done:
            waiting.cancel()
            await self._abandon()
            raise WorkerFailed(f"the worker process did not answer in {seconds + _START_TIME:g} s")
        if waiting.cancelled():
            raise WorkerFailed("the worker was stopped")
        try:
            result: T = waiting.result()
        except BrokenProcessPool as error:
            if self._stopped:
                raise WorkerFailed("the worker was stopped") from error
            raise
        except TimeoutError as error:
            raise WorkerFailed(f"reading it took more than {seconds:g} s") from error
        except OSError as error:
            raise WorkerFailed(f"the worker process ended while reading it: {error}") from error
        return result

    async def _abandon(self) -> None:
        """End a pool that can run nothing more; the next task starts another."""
        pool, self._pool = self._pool, None
        if pool is not None:
            await asyncio.to_thread(_stop, pool)


def _no_process(error: OSError) -> WorkerFailed:
    return WorkerFailed(
        f"no worker process can be started here ({error}); it needs a little space in the "
        "system's folders for temporary files and shared memory"
    )


def _stop(pool: Any) -> None:
    pool.stop()
    pool.join()


# --- in the worker process ---------------------------------------------------------------------


def _initialise(memory: int) -> None:
    """Signals for the service, also those sent to the whole group, are the service's to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        limit = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _parse_all(jobs: list[ParseJob]) -> list[Feed | SourceError]:
    from digests.sources.parse import parse

    results: list[Feed | SourceError] = []
    for job in jobs:
        try:
            feed: Feed | SourceError = parse(
                job.body, content_type=job.content_type, url=job.url, language=job.language
            )
        except SourceError as error:
            feed = error
        except MemoryError:
            feed = WorkerFailed("reading it takes more memory than we allow")
        except Exception as error:  # noqa: BLE001 - a document must not take others along
            feed = WorkerFailed(f"it cannot be read: {type(error).__name__}: {str(error)[:200]}")
        results.append(feed)
    return results


def _page_text(page: bytes | str, url: str, content_type: str | None) -> str:
    reader = importlib.import_module("digests.sources.page")
    try:
        return str(reader.page_text(page, url, content_type))
    except MemoryError:
        raise WorkerFailed("reading the page takes more memory than we allow") from None
    except Exception as error:
        raise WorkerFailed(f"the page cannot be read: {type(error).__name__}") from error
