"""Owners who administer their channel no longer, and channels that are called otherwise by now.

Rule. Telegram is asked who administers a channel once an hour, and before its owners are sent
anything unless that was asked in the last five minutes. An owner who is not among them, also when
asked for by name, is an owner no more: no draft and no notice comes to them. Where Telegram does
not say (we are not in the channel, the network is down) nothing changes.

What it may get wrong: who was demoted in the last five minutes may see one more draft. Its buttons
ask again (``channel_access``).
"""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import structlog
from telegram import Update
from telegram.error import TelegramError
from telegram.ext import ExtBot

from digests.markup import clean
from digests.store import channels
from digests.store.database import Store
from handlers.channel_access import Standing, standing
from handlers.context import Context

#: How often the administrators of a channel are asked for anyway, and before something is sent.
HOURLY = timedelta(hours=1)
BEFORE = timedelta(minutes=5)
#: Seconds that an answer is waited for.
PATIENCE = 5.0
#: Channels asked about at one tick of the chores.
AT_ONCE = 20
_log = structlog.get_logger(__name__)


async def tick(bot: ExtBot[Any], store: Store, now: datetime) -> None:
    """Ask about the channels that nobody asked about for an hour."""
    found = await store.read(partial(channels.unchecked, since=now - HOURLY))
    for chat in found[:AT_ONCE]:
        await _ask(bot, store, chat, now)


async def before_writing(bot: ExtBot[Any], store: Store, chat: int, now: datetime) -> None:
    """The owners of *chat* are to be written to: those who still are."""
    if await store.read(partial(channels.unchecked, since=now - BEFORE, chat=chat)):
        await _ask(bot, store, chat, now)


async def _ask(bot: ExtBot[Any], store: Store, chat: int, now: datetime) -> None:
    await store.write(partial(channels.check, chat=chat, now=now))
    channel = await store.read(partial(channels.find, chat=chat))
    try:
        found = await asyncio.wait_for(bot.get_chat_administrators(chat), PATIENCE)
    except (TelegramError, TimeoutError) as error:
        _log.info("channel.administrators-unknown", reason=str(error))
        return
    ruling = {member.user.id for member in found}
    for owner in channel.owners if channel is not None else ():
        if owner not in ruling and await standing(bot, chat, owner) is Standing.OTHER:
            await store.write(partial(channels.remove_owner, chat=chat, owner=owner, now=now))
            _log.info("channel.owner-demoted")


async def posted(update: Update, context: Context) -> None:
    """Something was posted in a channel, if only its new name."""
    chat, store = update.effective_chat, context.services.store
    if chat is None:
        return
    title = clean(chat.title or "")
    channel = await store.read(partial(channels.find, chat=chat.id))
    if channel is not None and title and title != channel.title:
        await store.write(partial(channels.rename, chat=chat.id, title=title))
