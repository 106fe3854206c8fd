"""Telegram says what we may do in a channel by now: added, taken away, given back."""

from __future__ import annotations

from datetime import datetime
from functools import partial

import structlog
from telegram import ChatMemberUpdated
from telegram.constants import ChatMemberStatus
from telegram.error import TelegramError

from digests.channels import actions
from digests.channels.notices import Loss
from digests.channels.returning import Return
from digests.compose import finish
from digests.language.direction import isolate
from digests.markup import clean, escape, inert
from digests.model import Button, Message, Place
from digests.store import channels, chats
from handlers.channel_access import posts
from handlers.context import Context

#: What the bot is where it has been removed.
_OUT = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)

_log = structlog.get_logger(__name__)


async def changed(context: Context, change: ChatMemberUpdated, now: datetime) -> None:
    """Stop, go on, or invite the one who added us to connect the channel."""
    desk, store = context.services.teller.channels, context.services.store
    chat = change.chat.id
    channel = await store.read(partial(channels.find, chat=chat))
    may = posts(change.new_chat_member)
    if channel is None:
        if may and not posts(change.old_chat_member):
            await _invite(context, change)
        return
    if not may:
        await desk.ask_owners(chat, now)
        status = change.new_chat_member.status
        error = f"the bot is {status} in the channel"
        loss = Loss.REMOVED if status in _OUT else Loss.TAKEN
        await store.write(lambda db: desk.owners.lose(db, chat, error, now, loss=loss))
        desk.wake()
    elif channel.lost is not None:
        await desk.come_back(chat, Return.RIGHTS, now)


async def _invite(context: Context, change: ChatMemberUpdated) -> None:
    """Offer to connect the channel, to the one who added us; who never wrote to us cannot be."""
    services, place = context.services, Place(change.from_user.id)
    reader = await services.store.read(lambda db: chats.find(db, place))
    if reader is None or not reader.active:
        return
    say = services.words.in_(reader.preferences.language)
    title = escape(inert(isolate(clean(change.chat.title or ""), say.language)))
    button = Button(say.label("channel-button-connect"), actions.ConnectChannel(change.chat.id))
    message = Message(say.html("start-channel", channel=title), ((button,),))
    try:
        await services.screens.send(context.bot, place, finish(message, reader.preferences))
    except TelegramError as error:
        _log.info("channel.not-invited", reason=error.message)
