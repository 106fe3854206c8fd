"""Updates on their way to the bot: the queue, long polling, and what stands in a webhook's way.

An update stays until it is confirmed by a higher offset, or until the webhook took it. Of two
pollers the earlier one is sent away with a Conflict.
"""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from bot.playground.clock import Clock
from bot.playground.errors import ApiError, conflict
from bot.playground.objects import Json

LONGEST_POLL = 50
MOST_AT_ONCE = 100
KINDS = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "shipping_query",
    "pre_checkout_query",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
    "message_reaction",
    "message_reaction_count",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "purchased_paid_media",
)
ONLY_WHEN_ASKED = ("chat_member", "message_reaction", "message_reaction_count")


@dataclass
class Webhook:
    """Where updates are posted; ``problem`` and ``problem_date`` describe the last failure."""

    url: str = ""
    secret: str = ""
    max_connections: int = 40
    ip_address: str = ""
    problem: str = ""
    problem_date: int = 0


@dataclass
class Updates:
    """The bot's queue. ``allowed`` None means all kinds but those that must be asked for."""

    clock: Clock
    pending: deque[Json] = field(default_factory=deque)
    allowed: list[str] | None = None
    webhook: Webhook = field(default_factory=Webhook)
    next_id: int = 700_000_001
    _poller: asyncio.Future[None] | None = None
    _arrivals: set[asyncio.Event] = field(default_factory=set)

    def emit(self, kind: str, payload: Json) -> int | None:
        """Queues an update; None when the bot did not ask for its kind."""
        wanted = self.allowed
        if kind in ONLY_WHEN_ASKED if wanted is None else kind not in wanted:
            return None
        update_id = self.next_id
        self.next_id += 1
        self.pending.append({"update_id": update_id, kind: payload})
        self.awake()
        return update_id

    def awake(self) -> None:
        for event in self._arrivals:
            event.set()

    def arrival(self) -> asyncio.Event:
        """An event that is set whenever something changes; give it back with ``forget``."""
        event = asyncio.Event()
        self._arrivals.add(event)
        return event

    def forget(self, event: asyncio.Event) -> None:
        self._arrivals.discard(event)

    def allow(self, kinds: Any) -> None:
        """Takes over ``allowed_updates``; None leaves it as it was, unknown kinds are ignored."""
        if isinstance(kinds, list):
            named = [kind for kind in kinds if kind in KINDS]
            self.allowed = named or None

    def confirm(self, offset: int) -> None:
        """Forgets updates below *offset*; a negative one keeps that many of the last."""
        if offset < 0:
            while len(self.pending) > -offset:
                self.pending.popleft()
        while offset > 0 and self.pending and self.pending[0]["update_id"] < offset:
            self.pending.popleft()

    async def poll(self, offset: int, limit: int, seconds: int) -> list[Json]:
        """Waits up to *seconds* for updates; raises Conflict when another poller comes."""
        if self.webhook.url:
            raise conflict(
                "can't use getUpdates method while webhook is active; use deleteWebhook to delete "
                "the webhook first"
            )
        self.interrupt()
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._poller = mine
        event = self.arrival()
        try:
            self.confirm(offset)
            await self._wait(mine, event, min(max(seconds, 0), LONGEST_POLL))
            limit = limit if 1 <= limit <= MOST_AT_ONCE else MOST_AT_ONCE
            return list(self.pending)[:limit]
        finally:
            self.forget(event)
            if self._poller is mine:
                self._poller = None

    async def _wait(self, mine: asyncio.Future[None], event: asyncio.Event, seconds: int) -> None:
        if self.pending or not seconds:
            return
        arrival = asyncio.ensure_future(event.wait())
        try:
            await asyncio.wait((mine, arrival), timeout=seconds, return_when="FIRST_COMPLETED")
        finally:
            arrival.cancel()
        if mine.done():
            mine.result()

    def interrupt(self, error: ApiError | None = None) -> None:
        """Sends the waiting poller away."""
        if self._poller and not self._poller.done():
            self._poller.set_exception(
                error
                or conflict(
                    "terminated by other getUpdates request; make sure that only one bot instance "
                    "is running"
                )
            )
        self._poller = None

    def set_webhook(self, webhook: Webhook) -> None:
        self.webhook = webhook
        if webhook.url:
            self.interrupt(conflict("terminated by setWebhook request"))
        self.awake()

    def info(self) -> Json:
        hook = self.webhook
        shown: Json = {
            "url": hook.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self.pending),
        }
        if hook.url:
            shown |= {"max_connections": hook.max_connections}
        if hook.ip_address:
            shown["ip_address"] = hook.ip_address
        if hook.problem:
            shown |= {"last_error_date": hook.problem_date, "last_error_message": hook.problem}
        if self.allowed is not None:
            shown["allowed_updates"] = self.allowed
        return shown
