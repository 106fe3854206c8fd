"""Has stories summarised by the model ahead of the digests that will tell them.

Rule. A story is written once for a version of it, whoever gets it, and only when a chat is about to
be told it: a chat whose digest comes within `AHEAD` stands for all that follow the same topics.
What a model wrote is kept beside the extractive summary and shown in its place (``store.stories``).
A digest that is due waits for its stories at most `PATIENCE` after its time; what is not written by
then goes out in the source's words. ``/latest`` and first digests take what is there.

Nothing here has to survive: what waits is found again from the database, and a version that was
being written when the process ended is begun once more, not oftener (``store.writing``).

What it may get wrong: of two chats with the same topics the one that is asked may have been told
more than the other, whose digest then waits for nothing and shows extracts. Escape hatches: the
constants below, and MUJAZ_LLM_DAILY_TOKENS.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from functools import partial

import structlog

from digests.asking import Asker, Spent
from digests.breaking import is_breaking_now
from digests.clock import Clock
from digests.model import Arrival, Chat, Source
from digests.selection import new_to
from digests.store import chats, stories
from digests.store import writing as store
from digests.store.database import Database, Store
from digests.store.errors import StoreError
from digests.summaries import grounded
from digests.summaries.glossary import Glossary
from digests.summaries.grounded import Verify, Written
from digests.summaries.model_client import (
    Busy,
    Misconfigured,
    ModelError,
    Stalled,
    Unreachable,
    Unusable,
)

log = structlog.get_logger()

#: How long before a digest its stories are written.
AHEAD = timedelta(minutes=15)
#: How long after its time a digest waits for them.
PATIENCE = timedelta(seconds=90)
#: Stories that are written at once.
TOGETHER = 2
#: Stories of a chat that are looked at: as many as a digest holds; for breaking news, among which.
STORIES, BREAKING = 7, 20


class Writer:
    """Has stories written by whom *asker* asks; *verify* has the last word.

    *names* of the glossary are explained to the model.
    """

    def __init__(
        self,
        kept: Store,
        sources: Mapping[str, Source],
        asker: Asker,
        verify: Verify,
        clock: Clock,
        names: Glossary | None = None,
    ) -> None:
        self._store = kept
        self._sources = sources
        self.asker = asker
        self._verify = verify
        self._clock = clock
        self._names = names
        self._open: dict[str, int] = {}  # version to story, waiting or being written
        self._waiting: asyncio.Queue[str] = asyncio.Queue()
        self._settled = asyncio.Condition()
        self._tasks: list[asyncio.Task[None]] = []
        self._fell_back = False
        self._unwritable = False

    def start(self) -> None:
        """Begin to write what is asked for."""
        self._tasks = [asyncio.create_task(self._work()) for _ in range(TOGETHER)]

    async def stop(self) -> None:
        """End at once; a version that was being written is begun again at the next start."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.asker.close()

    # --- what is to be written

    async def ahead(self, now: datetime) -> None:
        """Ask for the stories of the digests that come next: for each tick of housekeeping."""
        if not self.asker.available:
            return
        coming = await self._store.read(partial(chats.due, now=now + AHEAD))
        alike: dict[object, Chat] = {}
        for chat in coming:
            if not chats.misplanned(chat, now):
                key = (chat.topics, chat.preferences.arrival, chat.kind)
                alike.setdefault(key, chat)
        for chat in alike.values():
            self._ask_for(await self._store.read(partial(self._unwritten, chat=chat, now=now)))

    async def awaits(self, chat: Chat, now: datetime) -> bool:
        """Whether the digest of *chat*, which is due, should wait for stories being written."""
        if chat.next_due is None or now - chat.next_due >= PATIENCE or not self.asker.available:
            return False
        wanted = await self._store.read(partial(self._unwritten, chat=chat, now=now))
        self._ask_for(wanted)
        return any(version in self._open for version in wanted)

    async def fill(self, ids: Iterable[int], seconds: float) -> None:
        """Have the stories *ids* written now, as far as *seconds* reach."""
        wanted = await self._store.read(partial(store.unwritten, ids=list(ids), by=self.asker.name))
        self._ask_for(wanted)
        try:
            async with asyncio.timeout(seconds), self._settled:
                await self._settled.wait_for(lambda: not self._open.keys() & wanted.keys())
        except TimeoutError:
            self.asker.trouble = self.asker.trouble or f"no whole summary within {seconds:g} s"

    async def idle(self) -> None:
        """Wait until nothing is waiting or being written: for tests and simulations."""
        async with self._settled:
            await self._settled.wait_for(lambda: not self._open)

    def _unwritten(self, db: Database, chat: Chat, now: datetime) -> dict[str, int]:
        """The stories that *chat* would be told now and that are not written, by version."""
        breaking = chat.preferences.arrival is Arrival.BREAKING
        limit = BREAKING if breaking else min(STORIES, chat.preferences.stories)
        items = new_to(db, chat, dict(self._sources), now, limit).items
        if breaking:
            likes = chat.preferences
            items = tuple(i for i in items if is_breaking_now(i, self._sources, likes, now))
        return store.unwritten(db, [item.story.id for item in items], self.asker.name)

    def _ask_for(self, wanted: Mapping[str, int]) -> None:
        for version, story in wanted.items():
            if version not in self._open:
                self._open[version] = story
                self._waiting.put_nowait(version)

    # --- writing

    async def _work(self) -> None:
        while True:
            version = await self._waiting.get()
            try:
                if self.asker.available:
                    with contextlib.suppress(ModelError):  # told by _failed, once
                        await self._take(version, self._open[version])
            except StoreError as error:
                self._tell_unwritable(error)
            except Exception as error:
                # One story never stops another; its extractive summary stands.
                log.error("story.unwritten", exc_info=error)
                await self._give_up(version)
            else:
                self._unwritable = False
            finally:
                self._open.pop(version, None)
                async with self._settled:
                    self._settled.notify_all()

    async def _take(self, version: str, number: int) -> None:
        found = await self._store.read(partial(stories.get, ids=[number]))
        if not found or stories.version(found[0][0]) != version:
            return  # it changed meanwhile: its new version is asked for anew
        story, told = found[0]
        now = self._clock.now()
        await self._store.write(partial(store.begin, version=version, by=self.asker.name, now=now))
        if not grounded.worth_asking(story):
            await self._settle(version, Written(None, "little"))
            return
        try:
            written = await grounded.write(
                story, self._sources, told.summary, self.asker.ask, self._verify, self._names
            )
        except (Unreachable, Busy, Misconfigured, Spent):
            await self._store.write(partial(store.give_back, version=version))
            self.asker.figures.stories["unasked"] += 1
            raise
        except (Stalled, Unusable) as error:
            self.asker.figures.stories[error.code] += 1
            raise
        await self._settle(version, written)

    async def _settle(self, version: str, written: Written) -> None:
        self.asker.figures.sentences["accepted"] += len(written.accepted)
        self.asker.figures.sentences.update(refused.code for refused in written.refused)
        self.asker.figures.stories[written.why or "written"] += 1
        if written.summary is not None:
            summary = written.summary
            await self._store.write(partial(store.accept, version=version, summary=summary))
            return
        await self._store.write(partial(store.refuse, version=version, reason=written.why))
        if written.refused or written.why == "not-an-answer":
            self._tell_fallback(written)

    async def _give_up(self, version: str) -> None:
        """Ask for *version* no more; written down before anybody can ask for it again."""
        try:
            await self._store.write(partial(store.refuse, version=version, reason="error"))
        except StoreError as error:
            self._tell_unwritable(error)

    def _tell_unwritable(self, error: StoreError) -> None:
        if not self._unwritable:
            self._unwritable = True
            log.error("summaries.unwritable", reason=str(error))

    def _tell_fallback(self, written: Written) -> None:
        """Say once that what the model writes does not hold; the figures count it."""
        if not self._fell_back:
            self._fell_back = True
            log.warning(
                "model.not-supported",
                why=written.why,
                refused=", ".join(sorted({r.code for r in written.refused})),
                advice="such stories keep their extractive summary; /metrics counts them",
            )
