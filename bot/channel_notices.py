"""The service's side of channels: what becomes of posts, test posts to delete, growth to edit in.

What a channel's owners are asked and told is itself a delivery, inserted in the transaction that
settles the post. What a crash left between the two is found by `tick`.
"""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Any

import structlog
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import ExtBot

from digests.channels.desk import ChannelDesk
from digests.channels.notices import Loss
from digests.clock import Clock
from digests.store import channels, posts
from digests.store.database import Database, Store
from digests.store.deliveries import Delivery
from handlers import channel_owners

log = structlog.get_logger()


#: What Telegram's refusal has where the bot has been removed.
_REMOVED = ("bot was kicked", "bot is not a member")


class ChannelNotices:
    """Told by the courier of what happened in channels, and ticked by the schedule."""

    def __init__(self, store: Store, desk: ChannelDesk, clock: Clock, bot: ExtBot[Any]) -> None:
        self._store = store
        self._desk = desk
        self._clock = clock
        self._bot = bot
        desk.ask_owners = self.ask_owners

    async def ask_owners(self, chat: int, now: datetime) -> None:
        """Who of the owners of *chat* administers it still, before they are written to."""
        await channel_owners.before_writing(self._bot, self._store, chat, now)

    async def unsure(self, delivery: Delivery) -> None:
        """A post may or may not have arrived: its owners are asked."""
        now = self._clock.now()
        await self.ask_owners(delivery.place.chat, now)
        await self._store.write(
            partial(self._desk.owners.ask_unsure, now=now, delivery=delivery.id)
        )
        self._desk.wake()

    def lost(self, db: Database, delivery: Delivery, error: str, now: datetime) -> None:
        """Telegram refused a post for want of rights: in the transaction that says so."""
        removed = any(words in error for words in _REMOVED)
        loss = Loss.REMOVED if removed else Loss.REFUSED
        if self._desk.owners.lose(db, delivery.place.chat, error, now, delivery.id, loss=loss):
            log.warning("channel.lost", delivery=delivery.id, error=error)

    async def tick(self, now: datetime) -> None:
        """Delete test posts, ask about posts that a crash left unsure, offer breaking news, edit
        posts that grew."""
        for chat, message in await self._store.read(partial(channels.test_posts, now=now)):
            await self._delete(chat, message)
        await channel_owners.tick(self._bot, self._store, now)
        asked = 0
        if await self._store.read(posts.unsure):
            asked = await self._store.write(partial(self._desk.owners.ask_unsure, now=now))
        if asked:
            self._desk.wake()
        await self._desk.offer_breaking(now)
        await self._desk.grow(now)

    async def _delete(self, chat: int, message: int) -> None:
        try:
            await self._bot.delete_message(chat, message)
        except (BadRequest, Forbidden) as error:
            log.info("channel.test-post-stays", reason=error.message)
        except TelegramError as error:
            log.info("channel.test-post-later", reason=error.message)
            return
        await self._store.write(partial(channels.drop_test_post, chat=chat, message=message))
