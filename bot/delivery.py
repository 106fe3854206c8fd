"""Takes deliveries from the outbox to Telegram, and writes down what became of each.

    pending --mark_sending (committed)--> request --> sent      (message id)
                                                  --> refused   (permanent, with the reason)
                                                  --> pending   (surely not sent: try again)
                                                  --> unsure    (timeout, reset, 5xx, crash)

In private chats and groups an unsure delivery is sent once more. In a channel it is not repeated:
its owners are asked. Nothing here decides what is due; bot.schedule and digests.telling do.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import structlog
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)
from telegram.ext import ExtBot

from bot.pace import PACED, Pace
from bot.request import NotSent
from digests.clock import Clock
from digests.markup import visible
from digests.model import ChatKind
from digests.store import chats, deliveries
from digests.store.database import Store
from digests.store.deliveries import Delivery
from digests.store.told import Part

log = structlog.get_logger()

#: Deliveries taken from the outbox at once; more than can be in flight, so that none waits idle.
CLAIM = 64
#: Seconds between two looks into the outbox when nobody woke us.
LOOK = 0.5
#: Seconds that a stop waits for requests in flight; what is not back by then is unsure.
STOP = 5.0
#: Seconds before an unsure delivery is repeated, and between tries when Telegram is unreachable.
REPEAT = 3.0
BACKOFF = (1.0, 2.0, 5.0, 10.0, 30.0, 60.0)
#: Server errors of markup: the message is sent once more as plain text.
MARKUP_ERRORS = ("can't parse entities", "unsupported start tag", "button_", "reply_markup")
#: Refusals after which a chat (or a thread of it) can receive nothing more.
GONE_ERRORS = (
    "chat not found",
    "chat_write_forbidden",
    "have no write access",
    "not enough rights",
    "need administrator rights",
    "the group chat was deleted",
    "peer_id_invalid",
)
THREAD_ERRORS = ("message thread not found", "topic_deleted", "topic_closed")


class Courier:
    """The running delivery of one service."""

    def __init__(
        self,
        store: Store,
        bot: ExtBot[Any],
        pace: Pace,
        clock: Clock,
        unsure_in_channel: Callable[[Delivery], Awaitable[None]],
    ) -> None:
        self._store = store
        self._bot = bot
        self._pace = pace
        self._clock = clock
        self._unsure_in_channel = unsure_in_channel
        self._wake = asyncio.Event()
        self._stopping = False
        self._tasks: dict[asyncio.Task[None], tuple[int, int]] = {}

    def wake(self) -> None:
        """Say that the outbox has something new."""
        self._wake.set()

    async def recover(self) -> None:
        """At a start: settle what a crash left in flight, and take up the standing holds."""
        now = self._clock.now()
        left = await self._store.write(lambda db: deliveries.recover(db, now))
        for delivery, kind in left:
            log.warning("delivery.unsure", delivery=delivery, chat_kind=kind.value)
        for scope, until in (await self._store.read(lambda db: deliveries.holds(db, now))).items():
            self._pace.hold(scope, (until - now).total_seconds() / self._clock.rate)
        since = now - timedelta(seconds=60 * self._clock.rate)
        for chat, at in await self._store.read(lambda db: deliveries.recent(db, since)):
            self._pace.remember(chat, (now - at).total_seconds() / self._clock.rate)

    async def run(self) -> None:
        """Deliver until `stop`."""
        while not self._stopping:
            try:
                found = await self._claim()
            except Exception:
                log.exception("outbox.unreadable")
                found = 0
            if found:
                continue
            self._wake.clear()
            try:
                await asyncio.wait_for(self._wake.wait(), LOOK)
            except TimeoutError:
                continue

    async def _claim(self) -> int:
        room = CLAIM - len(self._tasks)
        if room <= 0:
            await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)
            return 1
        now = self._clock.now()
        busy = set(self._tasks.values())
        found = await self._store.read(lambda db: deliveries.claim(db, now, room, busy))
        for delivery in found:
            task = asyncio.create_task(self._deliver(delivery))
            self._tasks[task] = (delivery.place.chat, delivery.place.thread)
            task.add_done_callback(self._done)
        return len(found)

    def _done(self, task: asyncio.Task[None]) -> None:
        del self._tasks[task]
        self._wake.set()
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("delivery.failed", error=repr(error))

    async def stop(self) -> None:
        """Take nothing new; wait a little for what is in flight, then leave it unsure."""
        self._stopping = True
        self._wake.set()
        if self._tasks:
            _, late = await asyncio.wait(list(self._tasks), timeout=STOP)
            for task in late:
                task.cancel()
            if late:
                await asyncio.wait(late, timeout=1)

    # --- one delivery

    async def _deliver(self, delivery: Delivery) -> None:
        async with self._pace.slot(delivery.place.chat, delivery.priority):
            if self._stopping:
                return
            if not await self._store.write(lambda db: deliveries.mark_sending(db, delivery.id)):
                return
            await self._pace.depart()
            try:
                message = await self._send(delivery)
            except TelegramError as error:
                await self._failed(delivery, error)
                return
            now = self._clock.now()
            await self._store.write(lambda db: deliveries.mark_sent(db, delivery.id, message, now))

    async def _send(self, delivery: Delivery) -> int:
        """The request; the message id that Telegram gave it."""
        part = delivery.part
        markup = keyboard(part)
        text, mode = (visible(part.html), None) if delivery.plain else (part.html, "HTML")
        message = await self._bot.send_message(
            chat_id=delivery.place.chat,
            message_thread_id=delivery.place.thread or None,
            text=text,
            parse_mode=mode,
            reply_markup=markup,
            disable_notification=part.silent,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
            rate_limit_args=PACED,
        )
        return message.message_id

    async def _failed(self, delivery: Delivery, error: TelegramError) -> None:
        text = str(error)
        if isinstance(error, RetryAfter):
            after = error.retry_after
            seconds = float(after if isinstance(after, int | float) else after.total_seconds())
            self._pace.refused(delivery.place.chat, seconds)
            await self._again(delivery, text, seconds)
        elif isinstance(error, NotSent):
            step = min(delivery.attempts, len(BACKOFF) - 1)
            await self._again(delivery, text, BACKOFF[step])
        elif isinstance(error, ChatMigrated):
            await self._migrated(delivery, error.new_chat_id)
        elif isinstance(error, InvalidToken):
            log.error("telegram.token-refused", error=text)
            await self._again(delivery, text, BACKOFF[-1])
        elif isinstance(error, Forbidden):
            await self._refused(delivery, text, whole_chat=True)
        elif isinstance(error, BadRequest):
            await self._bad_request(delivery, text)
        else:
            await self._unsure(delivery, text)

    async def _bad_request(self, delivery: Delivery, text: str) -> None:
        lower = text.lower()
        if any(cause in lower for cause in MARKUP_ERRORS) and not delivery.plain:
            log.error("delivery.markup-refused", digest=delivery.digest, error=text)
            await self._again(delivery, text, 0, plain=True)
        elif any(cause in lower for cause in GONE_ERRORS):
            await self._refused(delivery, text, whole_chat=True)
        elif any(cause in lower for cause in THREAD_ERRORS):
            await self._refused(delivery, text, whole_chat=False)
        else:
            now = self._clock.now()
            log.error("delivery.refused", digest=delivery.digest, error=text)
            await self._store.write(lambda db: deliveries.mark_refused(db, delivery.id, text, now))

    async def _again(
        self, delivery: Delivery, error: str, seconds: float, *, plain: bool = False
    ) -> None:
        due = self._later(seconds)
        await self._store.write(
            lambda db: deliveries.mark_not_sent(db, delivery.id, error, due, plain=plain)
        )

    async def _migrated(self, delivery: Delivery, new: int) -> None:
        old, due = delivery.place.chat, self._clock.now()

        def move(db: Any) -> None:
            deliveries.mark_not_sent(db, delivery.id, "migrated to a supergroup", due)
            chats.migrate(db, old, new)

        await self._store.write(move)

    async def _refused(self, delivery: Delivery, error: str, *, whole_chat: bool) -> None:
        """The chat (or the thread) can receive nothing more: nothing stays pending for it."""
        now = self._clock.now()
        place = delivery.place

        def settle(db: Any) -> None:
            deliveries.mark_refused(db, delivery.id, error, now)
            if whole_chat:
                deliveries.cancel_pending(db, place.chat, error, now)
                chats.deactivate_all(db, place.chat)
            else:
                chats.deactivate(db, place)

        await self._store.write(settle)

    async def _unsure(self, delivery: Delivery, error: str) -> None:
        now, due = self._clock.now(), self._later(REPEAT)
        channel = delivery.chat_kind is ChatKind.CHANNEL

        def settle(db: Any) -> bool:
            deliveries.mark_unsure(db, delivery.id, error, now)
            return not channel and deliveries.repeat_unsure(db, delivery.id, due)

        repeated = await self._store.write(settle)
        log.warning("delivery.unsure", delivery=delivery.id, repeated=repeated, error=error)
        if channel:
            await self._unsure_in_channel(replace(delivery, repeated=repeated))

    def _later(self, seconds: float) -> datetime:
        return self._clock.now() + timedelta(seconds=seconds * self._clock.rate)


def keyboard(part: Part) -> InlineKeyboardMarkup | None:
    """The buttons of *part* in the framework's terms."""
    if not part.buttons:
        return None
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(text, callback_data=value)
                if kind == "data"
                else InlineKeyboardButton(text, url=value)
                for text, kind, value in row
            ]
            for row in part.buttons
        ]
    )
