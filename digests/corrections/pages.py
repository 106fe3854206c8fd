"""The pages of told articles, asked for once an hour for seven days.

A page is asked for with HEAD; one that seems to be gone, and one whose server does not answer HEAD,
with GET. For a source that says ``full_text`` it is read, conditionally, and a text that changed is
an edit like any other. What the answers mean is in ``gone``. A server that asks to be left alone
(429, 503 with Retry-After) is, for up to a day; two answers of one host are never waited for at the
same time, and polls of its feed keep their own place.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from urllib.parse import urlsplit

import structlog

from digests import full_text
from digests.catalogs import Catalogue
from digests.corrections.desk import Corrections
from digests.corrections.gone import GONE, Seen, after
from digests.sources.errors import SourceError
from digests.sources.fetch import retry_after
from digests.sources.http import HttpClient, Response
from digests.sources.worker import Worker
from digests.store import archive, watched
from digests.store.database import Database, Store
from digests.store.watched import Page

log = structlog.get_logger()

#: How often a page is asked for, and how long a server may have us wait.
EVERY, LONGEST = timedelta(hours=1), timedelta(days=1)
#: Pages asked for at once, each of another host.
TOGETHER = 6
#: Answers to HEAD after which GET is tried: servers that know no HEAD, and those that say "gone".
_TRY_GET = GONE | {400, 401, 403, 405, 406, 501}


class Pages:
    """Watches the pages. ``rematch`` has an article matched and grouped anew."""

    def __init__(
        self,
        store: Store,
        http: HttpClient,
        worker: Worker,
        catalogue: Catalogue,
        desk: Corrections,
        rematch: Callable[[int], Awaitable[None]],
    ) -> None:
        self._store = store
        self._http = http
        self._worker = worker
        self._catalogue = catalogue
        self._desk = desk
        self._rematch = rematch
        self._asking: dict[str, asyncio.Task[None]] = {}  # by host

    async def tick(self, now: datetime) -> None:
        """Ask for what is due; the answers are waited for elsewhere."""
        room = TOGETHER - len(self._asking)
        if room <= 0:
            return
        for page in await self._store.read(partial(watched.pages, now=now, limit=4 * TOGETHER)):
            host = urlsplit(page.url).hostname or ""
            if host not in self._asking and len(self._asking) < TOGETHER:
                task = asyncio.create_task(self._look(page, now))
                self._asking[host] = task
                task.add_done_callback(partial(self._done, host))

    async def idle(self) -> None:
        """Wait for the answers: for tests and simulations."""
        while self._asking:
            await asyncio.wait(list(self._asking.values()))

    async def stop(self) -> None:
        tasks = list(self._asking.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _done(self, host: str, task: asyncio.Task[None]) -> None:
        del self._asking[host]
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("page.failed", error=repr(error))

    async def _look(self, page: Page, now: datetime) -> None:
        """Ask for *page*, once; its next time is written whatever comes of it."""
        try:
            answer = await self._ask(page)
        except SourceError as error:
            log.info("page.no-answer", article=page.article, reason=str(error))
            answer = None
        status = answer.status if answer else 0
        seen = after(Seen(page.gone, page.polls), status, now)
        if seen.confirmed and not page.withdrawn:
            await self._desk.gone(page.article, now)
        elif page.polls and 200 <= status < 400 and page.withdrawn:
            await self._desk.returned(page.article, now)
        asked = retry_after(answer.headers, now) if answer and status in (429, 503) else None
        due = now + max(EVERY, min(asked or EVERY, LONGEST))
        kept = replace(page, gone=seen.gone, polls=seen.polls)
        if answer is not None and status == 200:
            await self._read(page, answer)
            kept = replace(
                kept,
                etag=answer.headers.get("ETag"),
                modified=answer.headers.get("Last-Modified"),
            )
        await self._store.write(partial(watched.set_page, page=kept, due=due))

    async def _ask(self, page: Page) -> Response:
        headers = {}
        if page.etag:
            headers["If-None-Match"] = page.etag
        if page.modified:
            headers["If-Modified-Since"] = page.modified
        if self._reads(page):
            return await self._http.get(page.url, headers=headers)
        answer = await self._http.head(page.url, headers=headers)
        if answer.status in _TRY_GET:
            return await self._http.get(page.url)
        return answer

    def _reads(self, page: Page) -> bool:
        source = self._catalogue.sources.get(page.source)
        return source is not None and source.full_text

    async def _read(self, page: Page, answer: Response) -> None:
        """The text of the page, for sources whose pages are read."""
        if not self._reads(page) or not answer.body:
            return
        try:
            text = await self._worker.page_text(answer.body, page.url)
        except SourceError as error:
            log.info("page.unreadable", article=page.article, reason=str(error))
            return

        def keep(db: Database) -> bool:
            article = next(iter(archive.articles(db, [page.article])), None)
            return article is not None and full_text.keep(db, article, text)

        if await self._store.write(keep):
            await self._rematch(page.article)
