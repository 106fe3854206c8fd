"""Updates from Telegram to the handlers: each handled before it is confirmed.

Telegram forgets an update once a later offset is asked for. So only what was handled is confirmed,
and what a kill left comes again; while something is being handled, the poll asks again for it, at
short intervals, to see what came meanwhile. Ids of handled updates are stored until they are
confirmed, so that what comes again is not answered twice. Different chats are handled at once, one
chat in order.

Telegram shows at most 100 unconfirmed updates, so one that hangs would in the end hide what comes
after it: when that is near, or when it hangs for long, it is confirmed unhandled.
"""

from __future__ import annotations

import asyncio
import warnings
from functools import partial
from typing import Any

import structlog
from telegram import Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError, TimedOut

from digests.store import updates as handled
from digests.store.database import Store
from digests.store.errors import StoreError
from handlers.context import App
from handlers.turn import acknowledge

log = structlog.get_logger()

#: Kinds of update that the handlers know (everything else is noise).
ALLOWED = ["message", "callback_query", "my_chat_member", "channel_post"]
#: Seconds of a long poll.
LONG_POLL = 25
#: Seconds that a tap waits for the earlier ones of its chat before it is answered all the same.
SOON = 0.1
#: Seconds between polls while something is being handled.
GLANCE = 0.05
#: Unconfirmed updates above which those that hang are confirmed (Telegram shows 100 at most),
#: and the seconds that they are given before.
CROWD = 80
CROWD_PATIENCE = 2.0
#: Seconds after which an update counts as hanging.
HANGING = 40.0
#: Ids of handled updates kept at a webhook, where nothing is ever confirmed in so many words.
KEPT = 2000
#: Seconds between tries when Telegram cannot be reached.
BACKOFF = (0.5, 1.0, 2.0, 5.0, 10.0, 30.0)


class Updates:
    """Takes updates to the application, by long polling or from the webhook."""

    def __init__(self, app: App, store: Store) -> None:
        self._app = app
        self._store = store
        self._running: dict[int, asyncio.Task[None]] = {}
        self._begun: dict[int, float] = {}
        self._last_of_chat: dict[int, asyncio.Task[None]] = {}
        self._said: set[str] = set()
        self._open = asyncio.Event()

    async def poll(self) -> None:
        """Poll until cancelled. Errors are reported once each time they begin."""
        newest: int | None = None
        confirmed = failures = 0
        while True:
            offset = self._offset(newest, confirmed)
            waits = newest is None or offset == newest + 1
            try:
                batch = await self._get(offset, LONG_POLL if waits else 0)
            except TelegramError as error:
                failures += 1
                await self._wait(error, failures)
                continue
            failures = 0
            self._over("telegram.unreachable", "telegram.conflict", "telegram.token-refused")
            if offset is not None and offset > confirmed:
                confirmed = offset
                await self._write(partial(handled.forget, before=offset))
            for number, update in batch:
                newest = number if newest is None else max(newest, number)
                if update is not None:
                    await self.take(update)
            await self._pause(confirmed, len(batch))

    async def _get(self, offset: int | None, seconds: int) -> list[tuple[int, Update | None]]:
        """What Telegram has from *offset* on, by id; None stands for what cannot be read."""
        bot = self._app.bot
        try:
            found = await bot.get_updates(offset=offset, timeout=seconds, allowed_updates=ALLOWED)
        except TelegramError:
            raise
        except Exception as error:  # noqa: BLE001 - one of them is none that the framework knows
            self._say("update.unreadable", type(error).__name__)
        else:
            return [(update.update_id, update) for update in found]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the framework would have us call the above
            raw = await bot.do_api_request(
                "getUpdates",
                {"offset": offset, "timeout": 0, "allowed_updates": ALLOWED},
            )
        return [(int(data["update_id"]), self._read(data)) for data in raw]

    def _read(self, data: dict[str, Any]) -> Update | None:
        try:
            return Update.de_json(data, self._app.bot)
        except Exception as error:  # noqa: BLE001 - the others of the batch are read
            log.error("update.skipped", update=data["update_id"], reason=type(error).__name__)
            return None

    def _offset(self, newest: int | None, confirmed: int) -> int | None:
        """The offset to ask from, which confirms all below it."""
        if newest is None:
            return None
        limit = asyncio.get_running_loop().time() - HANGING
        waiting = [n for n in self._running if n >= confirmed and self._begun[n] > limit]
        return min(waiting, default=newest + 1)

    async def _pause(self, confirmed: int, unconfirmed: int) -> None:
        """Let what came be handled for a moment; before a crowd, until nothing moves any more."""
        waiting = {n: task for n, task in self._running.items() if n >= confirmed}
        if waiting and unconfirmed < CROWD:
            await asyncio.wait(waiting.values(), timeout=GLANCE)
            return
        while waiting:
            done, _ = await asyncio.wait(
                waiting.values(), timeout=CROWD_PATIENCE, return_when=asyncio.FIRST_COMPLETED
            )
            waiting = {n: task for n, task in waiting.items() if n in self._running}
            if not done:
                self._begun.update(dict.fromkeys(waiting, float("-inf")))
                return

    async def _wait(self, error: TelegramError, failures: int) -> None:
        if isinstance(error, RetryAfter):
            after = error.retry_after
            await asyncio.sleep(
                float(after if isinstance(after, int | float) else after.total_seconds())
            )
            return
        if isinstance(error, Conflict):
            self._say("telegram.conflict", "another copy of this bot is running; stop it")
        elif isinstance(error, InvalidToken):
            self._say("telegram.token-refused", "check MUJAZ_TELEGRAM_TOKEN")
        elif not isinstance(error, TimedOut) or failures > 1:
            self._say("telegram.unreachable", str(error))
        await asyncio.sleep(BACKOFF[min(failures, len(BACKOFF)) - 1])

    def _say(self, event: str, reason: str) -> None:
        """Report a trouble once, until it is over."""
        if event not in self._said:
            self._said.add(event)
            log.warning(event, reason=reason)

    def _over(self, *events: str) -> None:
        for event in self._said.intersection(events):
            self._said.discard(event)
            log.info(f"{event}.over")

    def open(self) -> None:
        """From now on what the webhook brings is handled; before, the framework is not ready."""
        self._open.set()

    async def take_when_open(self, update: Update, seconds: float) -> asyncio.Task[None] | None:
        """As ``take``, waiting up to *seconds* for ``open``; None when the update must come again.

        What came before the framework was ready, or after ``stop``, would be confirmed and lost.
        """
        try:
            await asyncio.wait_for(self._open.wait(), seconds)
        except TimeoutError:
            return None
        if not self._open.is_set():  # closed again in the same turn
            return None
        return await self.take(update)

    async def take(self, update: Update) -> asyncio.Task[None]:
        """Start handling *update* after the earlier ones of its chat, unless it was handled."""
        number = update.update_id
        if number in self._running:
            return self._running[number]
        chat = update.effective_chat.id if update.effective_chat else 0
        before = self._last_of_chat.get(chat)
        task = asyncio.create_task(self._handle(update, before))
        self._running[number] = task
        self._begun[number] = asyncio.get_running_loop().time()
        self._last_of_chat[chat] = task

        def done(_: asyncio.Task[None]) -> None:
            del self._running[number], self._begun[number]
            if self._last_of_chat.get(chat) is task:
                del self._last_of_chat[chat]
            if not task.cancelled() and (error := task.exception()) is not None:
                log.error("update.failed", update=number, error=repr(error))

        task.add_done_callback(done)
        return task

    async def _handle(self, update: Update, before: asyncio.Task[None] | None) -> None:
        number = update.update_id
        if before is not None:
            _, late = await asyncio.wait([before], timeout=SOON)
            if late and update.callback_query is not None:
                # The chat's earlier taps are still at work: at least the spinner goes.
                await acknowledge(self._app.bot_data, update.callback_query)
            await asyncio.wait([before])
        if await self._known(number):
            return
        await self._app.process_update(update)
        await self._write(lambda db: handled.remember(db, number, KEPT))

    async def _known(self, number: int) -> bool:
        """Whether the update was handled; an unreadable book loses nobody's tap."""
        try:
            return await self._store.read(lambda db: handled.known(db, number))
        except StoreError as error:
            self._say("database.unreadable", str(error))
            return False

    async def _write(self, transaction: Any) -> None:
        """Keep the books. If that fails, the worst case is one answer twice after a kill."""
        try:
            await self._store.write(transaction)
        except StoreError as error:
            self._say("database.unwritable", str(error))
        else:
            self._over("database.unwritable")

    async def stop(self, seconds: float) -> None:
        """Wait up to *seconds* for what is being handled; the rest, and what comes, comes again."""
        self._open.clear()
        if self._running:
            _, late = await asyncio.wait(list(self._running.values()), timeout=seconds)
            for task in late:
                task.cancel()
            if late:
                await asyncio.wait(late, timeout=1)
