"""Updates from Telegram to the handlers: each handled before it is confirmed.

Telegram forgets an update once a later offset is asked for. So only what was handled is confirmed,
and what a kill left comes again; while something is being handled, the poll asks again for it, at
short intervals, to see what came meanwhile. Ids of handled updates are stored until they are
confirmed, so that what comes again is not answered twice. Different chats are handled at once, one
chat in order.
"""

from __future__ import annotations

import asyncio
from functools import partial

import structlog
from telegram import Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError, TimedOut

from digests.store import updates as handled
from digests.store.database import Store
from handlers.context import App

log = structlog.get_logger()

#: Kinds of update that the handlers know (BOTAPI: everything else is noise).
ALLOWED = ["message", "callback_query", "my_chat_member", "channel_post"]
#: Seconds of a long poll.
LONG_POLL = 25
#: Seconds between polls while something is being handled.
GLANCE = 0.2
#: Telegram gives at most 100 updates at once: with more than this unhandled, new ones would not be
#: seen, so they are confirmed all the same.
CROWD = 80
#: Seconds between tries when Telegram cannot be reached.
BACKOFF = (0.5, 1.0, 2.0, 5.0, 10.0, 30.0)


class Updates:
    """Takes updates to the application, by long polling or from the webhook."""

    def __init__(self, app: App, store: Store) -> None:
        self._app = app
        self._store = store
        self._running: dict[int, asyncio.Task[None]] = {}
        self._last_of_chat: dict[int, asyncio.Task[None]] = {}

    async def poll(self) -> None:
        """Poll until cancelled. Errors are reported once each time they begin."""
        newest = 0
        failures = 0
        while True:
            offset, timeout = self._next(newest)
            try:
                batch = await self._app.bot.get_updates(
                    offset=offset, timeout=timeout, allowed_updates=ALLOWED
                )
            except TelegramError as error:
                failures += 1
                await self._wait(error, failures)
                continue
            failures = 0
            if offset:
                await self._store.write(partial(handled.forget, before=offset))
            for update in batch:
                newest = max(newest, update.update_id)
                await self.take(update)
            if self._running:
                await asyncio.wait(list(self._running.values()), timeout=GLANCE)

    def _next(self, newest: int) -> tuple[int | None, int]:
        """The offset to ask from, which confirms all below it, and how long to wait for news."""
        if not newest:
            return None, LONG_POLL
        if self._running and len(self._running) < CROWD:
            return min(self._running), 0
        return newest + 1, LONG_POLL

    async def _wait(self, error: TelegramError, failures: int) -> None:
        if isinstance(error, RetryAfter):
            after = error.retry_after
            await asyncio.sleep(
                float(after if isinstance(after, int | float) else after.total_seconds())
            )
            return
        if failures == 1 and not isinstance(error, TimedOut):
            if isinstance(error, Conflict):
                log.error(
                    "telegram.conflict", advice="another copy of this bot is running; stop it"
                )
            elif isinstance(error, InvalidToken):
                log.error("telegram.token-refused", advice="check MUJAZ_TELEGRAM_TOKEN")
            else:
                log.warning("telegram.unreachable", reason=str(error))
        await asyncio.sleep(BACKOFF[min(failures, len(BACKOFF)) - 1])

    async def take(self, update: Update) -> asyncio.Task[None] | None:
        """Start handling *update* after the earlier ones of its chat; None when it was handled."""
        number = update.update_id
        if number in self._running:
            return self._running[number]
        if await self._store.read(lambda db: handled.known(db, number)):
            return None
        chat = update.effective_chat.id if update.effective_chat else 0
        before = self._last_of_chat.get(chat)
        task = asyncio.create_task(self._handle(update, before))
        self._running[number] = task
        self._last_of_chat[chat] = task

        def done(_: asyncio.Task[None]) -> None:
            self._running.pop(number, None)
            if self._last_of_chat.get(chat) is task:
                del self._last_of_chat[chat]

        task.add_done_callback(done)
        return task

    async def _handle(self, update: Update, before: asyncio.Task[None] | None) -> None:
        if before is not None:
            await asyncio.wait([before])
        await self._app.process_update(update)
        await self._store.write(lambda db: handled.remember(db, update.update_id))

    async def stop(self, seconds: float) -> None:
        """Wait up to *seconds* for what is being handled; the rest comes again."""
        if self._running:
            _, late = await asyncio.wait(list(self._running.values()), timeout=seconds)
            for task in late:
                task.cancel()
            if late:
                await asyncio.wait(late, timeout=1)
