"""Takes deliveries from the outbox to Telegram, and writes down what became of each.

    pending --mark_sending (committed)--> request --> sent      (message id)
                                                  --> refused   (permanent, with the reason)
                                                  --> pending   (surely not sent: try again)
                                                  --> unsure    (timeout, reset, 5xx, crash)

In private chats and groups an unsure delivery is sent once more. In a channel it is not repeated:
its owners are asked. An outcome that cannot be written (a full disk, a locked file) is kept and
tried again, for without it the message would count as unsure. Nothing here decides what is due;
bot.schedule and digests.telling do.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any, TypeVar

import structlog
from telegram import LinkPreviewOptions
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)
from telegram.ext import ExtBot

from bot.changes import answering, change
from bot.pace import GROUP_SECONDS, PACED, Pace
from bot.refusals import Refusal, refusal
from bot.request import NotSent
from bot.steady import Watch
from digests.clock import Clock
from digests.limits import MESSAGE_TEXT, utf16_length
from digests.markup import visible
from digests.model import ChatKind, Place
from digests.store import barring, chats, deliveries, holds, posts
from digests.store.database import Database, Store, Transaction
from digests.store.deliveries import Delivery, Kind
from digests.store.errors import StoreClosed, StoreError
from handlers.screen import keyboard

log = structlog.get_logger()
T = TypeVar("T")

#: Deliveries taken from the outbox at once; more than can be in flight, so that none waits idle.
CLAIM = 64
#: Seconds between two looks into the outbox when nobody woke us.
LOOK = 0.5
#: Seconds that a stop waits for requests in flight; what is not back by then is unsure.
STOP = 5.0
#: Seconds between tries to write when the database cannot be written: short, for what a kill finds
#: unwritten is in doubt.
WRITE_AGAIN = 0.2
#: Seconds before an unsure delivery is repeated, and between tries when Telegram is unreachable.
REPEAT = 3.0
BACKOFF = (1.0, 2.0, 5.0, 10.0, 30.0, 60.0)
_LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL)


class Courier:
    """The running delivery of one service."""

    def __init__(
        self,
        store: Store,
        bot: ExtBot[Any],
        pace: Pace,
        clock: Clock,
        unsure_in_channel: Callable[[Delivery], Awaitable[None]],
        channel_lost: Callable[[Database, Delivery, str, datetime], None] | None = None,
        thread_gone: Callable[[Database, Place, datetime], None] | None = None,
        watch: Watch | None = None,
    ) -> None:
        self._store = store
        self._bot = bot
        self._pace = pace
        self._clock = clock
        self._watch = watch or Watch(store, clock)
        self._unsure_in_channel = unsure_in_channel
        self._channel_lost = channel_lost
        self._thread_gone = thread_gone
        self._wake = asyncio.Event()
        self._stopping = asyncio.Event()
        self._tasks: dict[asyncio.Task[None], tuple[int, int]] = {}
        self._sending: set[asyncio.Task[None]] = set()  # those past waiting for their turn
        self._said: set[str] = set()

    def wake(self) -> None:
        """Say that the outbox has something new."""
        self._wake.set()

    async def recover(self) -> None:
        """At a start: settle what a crash left in flight, and take up the standing holds."""
        now = self._clock.now()
        ahead = await self._insist(lambda: self._watch.ahead(now))
        then = now - ahead  # what a clock would read that was not moved since the last run
        since = then - timedelta(seconds=GROUP_SECONDS * self._clock.rate)
        for chat, at in await self._read(lambda db: deliveries.recent(db, since, then)):
            self._pace.remember(chat, (then - at).total_seconds() / self._clock.rate)
        left = await self._write(lambda db: self._take_up(db, now, ahead, since))
        for scope, until in (await self._read(lambda db: holds.standing(db, now))).items():
            self._pace.hold(scope, (until - now).total_seconds() / self._clock.rate)
        for number, kind in left:
            log.warning("delivery.unsure", delivery=number, repeated=kind is not ChatKind.CHANNEL)
            delivery = await self._read(partial(deliveries.get, delivery=number))
            if kind is ChatKind.CHANNEL and delivery is not None:
                await self._ask_owners(delivery)

    async def _ask_owners(self, delivery: Delivery) -> None:
        """Have the owners of a channel asked; what cannot be written now is found by the notices'
        next tick, and stops neither a start nor a delivery."""
        try:
            await self._unsure_in_channel(delivery)
        except StoreError as error:
            self._say("database.unwritable", error)

    def _take_up(
        self, db: Database, now: datetime, ahead: timedelta, since: datetime
    ) -> list[tuple[int, ChatKind]]:
        self._watch.mark(db)
        deliveries.shift(db, since, ahead)
        return deliveries.recover(db, now, ahead)

    async def run(self) -> None:
        """Deliver until `stop`."""
        while not self._stopping.is_set():
            self._wake.clear()
            await self._watch.look()
            try:
                found = await self._claim()
            except Exception as error:  # noqa: BLE001 - one bad look never ends delivery
                self._say("outbox.unreadable", error)
                await asyncio.sleep(WRITE_AGAIN)
                continue
            if "database.unwritable" in self._said:
                await asyncio.sleep(WRITE_AGAIN)
            elif not found:
                await self._woken()

    async def _woken(self) -> None:
        try:
            await asyncio.wait_for(self._wake.wait(), LOOK)
        except TimeoutError:
            return

    async def _claim(self) -> int:
        room = CLAIM - len(self._tasks)
        if room <= 0:
            await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)
            return 1
        now = self._clock.now()
        busy, waiting = set(self._tasks.values()), self._pace.waiting()
        found = await self._store.read(lambda db: deliveries.claim(db, now, room, busy, waiting))
        self._unsay("outbox.unreadable")
        for delivery in found:
            task = asyncio.create_task(self._deliver(delivery))
            self._tasks[task] = (delivery.place.chat, delivery.place.thread)
            task.add_done_callback(self._done)
        return len(found)

    def _done(self, task: asyncio.Task[None]) -> None:
        del self._tasks[task]
        self._sending.discard(task)
        self._wake.set()
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("delivery.failed", error=repr(error))

    async def stop(self) -> None:
        """Take nothing new; wait a little for what is in flight, then leave it unsure."""
        self._stopping.set()
        self._wake.set()
        for task in self._tasks.keys() - self._sending:
            task.cancel()
        if self._tasks:
            _, late = await asyncio.wait(list(self._tasks), timeout=STOP)
            for task in late:
                task.cancel()
            if late:
                await asyncio.wait(late, timeout=1)
        self._store.hurry()
        try:
            await self._store.write(deliveries.closed)
        except StoreError as error:
            log.warning("database.unwritable", reason=str(error))

    # --- one delivery

    async def _deliver(self, delivery: Delivery) -> None:
        async with self._pace.slot(delivery.place.chat, delivery.priority):
            task = asyncio.current_task()
            assert task is not None
            self._sending.add(task)
            if self._stopping.is_set() or not await self._begin(delivery):
                return
            await self._pace.depart()
            if self._stopping.is_set():  # it surely did not leave
                await self._again(delivery, "stopped before it left", 0)
                return
            try:
                message = await self._send(delivery)
            except TelegramError as error:
                await self._failed(delivery, error)
                return
            except Exception as error:
                log.exception("delivery.broken", delivery=delivery.id)
                await self._unsure(delivery, repr(error))
                return
            self._unsay("telegram.unreachable", "telegram.token-refused")
            now = self._clock.now()
            await self._write(lambda db: posts.sent(db, delivery, message, now))

    async def _begin(self, delivery: Delivery) -> bool:
        """Commit that the request leaves; False when it may not, or when that cannot be written."""
        try:
            begun = await self._store.write(lambda db: deliveries.begin(db, delivery), urgent=True)
        except StoreError as error:
            self._say("database.unwritable", error)
            return False
        self._unsay("database.unwritable")
        return begun

    async def _write(self, transaction: Transaction[T]) -> T:
        """Write an outcome, however long that takes, and before all else: what a kill finds
        unwritten is in doubt."""
        return await self._insist(lambda: self._store.write(transaction, urgent=True))

    async def _read(self, query: Transaction[T]) -> T:
        """Read what a start cannot do without; a full disk may let no reader in."""
        return await self._insist(lambda: self._store.read(query))

    async def _insist(self, attempt: Callable[[], Awaitable[T]]) -> T:
        while True:
            try:
                value = await attempt()
            except StoreClosed:
                raise
            except StoreError as error:
                self._say("database.unwritable", error)
                await asyncio.sleep(WRITE_AGAIN)
            else:
                self._unsay("database.unwritable")
                return value

    def _say(self, event: str, error: BaseException) -> None:
        """Report a trouble once, until it is over."""
        if event not in self._said:
            self._said.add(event)
            log.error(event, reason=str(error) or repr(error))

    def _unsay(self, *events: str) -> None:
        for event in self._said.intersection(events):
            self._said.discard(event)
            log.info(f"{event}.over")

    async def _send(self, delivery: Delivery) -> int:
        """The request; the message id that Telegram gave it."""
        part = delivery.part
        if delivery.kind is not Kind.SEND:
            return await change(self._bot, delivery, keyboard(part.buttons))
        message = await self._bot.send_message(
            chat_id=delivery.place.chat,
            message_thread_id=delivery.place.thread or None,
            text=plain_text(part.html) if delivery.plain else part.html,
            parse_mode=None if delivery.plain else "HTML",
            reply_markup=None if delivery.plain else keyboard(part.buttons),
            disable_notification=part.silent,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
            reply_parameters=answering(delivery),
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
        elif isinstance(error, NotSent | Conflict):
            self._say("telegram.unreachable", error)
            step = min(delivery.attempts, len(BACKOFF) - 1)
            await self._again(delivery, text, BACKOFF[step])
        elif isinstance(error, ChatMigrated):
            await self._migrated(delivery, error.new_chat_id)
        elif isinstance(error, InvalidToken):
            self._say("telegram.token-refused", error)
            await self._again(delivery, text, BACKOFF[-1])
        elif isinstance(error, Forbidden | BadRequest):
            await self._refused(delivery, text, refusal(error, delivery.chat_kind))
        else:
            await self._unsure(delivery, text)

    async def _again(
        self, delivery: Delivery, error: str, seconds: float, *, plain: bool = False
    ) -> None:
        due = self._later(seconds)
        await self._write(
            lambda db: deliveries.mark_not_sent(db, delivery.id, error, due, plain=plain)
        )

    async def _migrated(self, delivery: Delivery, new: int) -> None:
        old, due = delivery.place.chat, self._clock.now()

        def move(db: Any) -> None:
            deliveries.mark_not_sent(db, delivery.id, "migrated to a supergroup", due)
            chats.migrate(db, old, new)

        await self._write(move)

    async def _refused(self, delivery: Delivery, error: str, what: Refusal) -> None:
        if what is Refusal.MARKUP and not delivery.plain:
            log.error("delivery.markup-refused", digest=delivery.digest, error=error)
            await self._again(delivery, error, 0, plain=True)
            return
        if delivery.kind is Kind.PIN:
            what = Refusal.MESSAGE
        elif what in (Refusal.MARKUP, Refusal.MESSAGE):
            log.error("delivery.refused", digest=delivery.digest, error=error)
        now = self._clock.now()
        await self._write(lambda db: self._settle_refused(db, delivery, error, what, now))
        self._wake.set()

    def _settle_refused(
        self, db: Database, delivery: Delivery, error: str, what: Refusal, now: datetime
    ) -> None:
        """Nothing stays pending for a chat or thread that can receive nothing more."""
        place = delivery.place
        deliveries.mark_refused(db, delivery.id, error, now)
        if what is Refusal.CHAT_BARRED:
            barring.bar(db, place.chat, error, now, delivery.id)
        elif what is Refusal.THREAD_CLOSED:
            barring.close(db, place, error, now, delivery.id)
        elif what is Refusal.THREAD_GONE:
            deliveries.cancel_pending(db, place.chat, error, now, place.thread)
            chats.deactivate(db, place)
            if self._thread_gone:
                self._thread_gone(db, place, now)
        elif what is Refusal.CHAT_GONE:
            if delivery.chat_kind is ChatKind.CHANNEL and self._channel_lost:
                self._channel_lost(db, delivery, error, now)
            else:
                deliveries.cancel_pending(db, place.chat, error, now)
                chats.deactivate_all(db, place.chat)

    async def _unsure(self, delivery: Delivery, error: str) -> None:
        now, due = self._clock.now(), self._later(REPEAT)
        channel = delivery.chat_kind is ChatKind.CHANNEL and delivery.kind is Kind.SEND

        def settle(db: Any) -> bool:
            deliveries.mark_unsure(db, delivery.id, error, now)
            return not channel and deliveries.repeat_unsure(db, delivery.id, due)

        repeated = await self._write(settle)
        log.warning("delivery.unsure", delivery=delivery.id, repeated=repeated, error=error)
        if channel:
            await self._ask_owners(replace(delivery, repeated=repeated))

    def _later(self, seconds: float) -> datetime:
        return self._clock.now() + timedelta(seconds=seconds * self._clock.rate)


def plain_text(html: str) -> str:
    """*html* without markup, the address of each link after its words; within Telegram's limit."""
    linked = visible(_LINK.sub(r"\2 (\1)", html))
    if utf16_length(linked) <= MESSAGE_TEXT:
        return linked
    return visible(html)[: MESSAGE_TEXT // 2]
