"""Documents that arrive together are parsed together: one task of the worker for many feeds."""

from __future__ import annotations

import asyncio

from digests.model import Feed
from digests.sources.errors import SourceError
from digests.sources.worker import ParseJob, Worker

#: Seconds that a document waits for others, and how many go together.
GATHER = 0.05
TOGETHER = 16


class ParseQueue:
    """A door to *worker* for documents that come one by one."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._waiting: list[tuple[ParseJob, asyncio.Future[Feed | SourceError]]] = []
        self._task: asyncio.Task[None] | None = None

    async def parse(self, job: ParseJob) -> Feed | SourceError:
        """What the worker makes of *job*."""
        future: asyncio.Future[Feed | SourceError] = asyncio.get_running_loop().create_future()
        self._waiting.append((job, future))
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._parse_waiting())
        return await future

    async def _parse_waiting(self) -> None:
        await asyncio.sleep(GATHER)
        while self._waiting:
            batch, self._waiting = self._waiting[:TOGETHER], self._waiting[TOGETHER:]
            try:
                feeds = await self._worker.parse([job for job, _ in batch])
            except BaseException as error:
                for _, future in batch:
                    if not future.done():
                        future.set_exception(error)
                raise
            for (_, future), feed in zip(batch, feeds, strict=True):
                if not future.done():
                    future.set_result(feed)

    def stop(self) -> None:
        """Give up what waits; its callers are cancelled by whoever stops them."""
        if self._task is not None:
            self._task.cancel()
