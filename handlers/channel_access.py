"""Who may manage a channel, asked of Telegram at each tap, and whether we may post there.

An owner is who connected the channel and is its administrator now. Nothing is remembered: who lost
the right sees no settings from the next tap on, and is an owner no more.
"""

from __future__ import annotations

from enum import Enum
from functools import partial
from typing import Any

import structlog
from telegram import ChatMember, ChatMemberAdministrator, ChatMemberOwner
from telegram.error import BadRequest, TelegramError
from telegram.ext import ExtBot

from digests.channels.desk import ChannelDesk
from digests.store import channels
from digests.store.channels import Channel
from handlers.turn import Turn

_NOBODY = ("user not found", "participant_id_invalid", "user_not_participant", "member not found")
_log = structlog.get_logger(__name__)


class Standing(Enum):
    ADMINISTRATOR = "administrator"
    OTHER = "other"
    UNKNOWN = "unknown"  # Telegram does not say, as when we are not in the channel


def desk(turn: Turn) -> ChannelDesk:
    return turn.services.teller.channels


def person(turn: Turn) -> int:
    """The one who wrote or tapped."""
    user = turn.update.effective_user
    return user.id if user is not None else 0


def posts(member: ChatMember) -> bool:
    """Whether *member* may post in its channel."""
    if isinstance(member, ChatMemberOwner):
        return True
    return isinstance(member, ChatMemberAdministrator) and bool(member.can_post_messages)


async def standing(bot: ExtBot[Any], chat: int, user: int) -> Standing:
    """What *user* is in *chat* now."""
    try:
        member = await bot.get_chat_member(chat, user)
    except BadRequest as error:
        if any(words in error.message.lower() for words in _NOBODY):
            return Standing.OTHER
        return Standing.UNKNOWN
    except TelegramError as error:
        _log.info("channel.standing-unknown", reason=error.message)
        return Standing.UNKNOWN
    ruling = member.status in (ChatMember.OWNER, ChatMember.ADMINISTRATOR)
    return Standing.ADMINISTRATOR if ruling else Standing.OTHER


async def we_post(bot: ExtBot[Any], chat: int) -> bool:
    """Whether Telegram says that we may post in *chat*."""
    try:
        return posts(await bot.get_chat_member(chat, bot.id))
    except TelegramError as error:
        _log.info("channel.right-unknown", reason=error.message)
        return False


async def we_pin(bot: ExtBot[Any], chat: int) -> bool:
    """Whether we may pin in *chat*, where Telegram says; in channels that is a right to edit."""
    try:
        member = await bot.get_chat_member(chat, bot.id)
    except TelegramError as error:
        _log.info("channel.right-unknown", reason=error.message)
        return True
    return not isinstance(member, ChatMemberAdministrator) or bool(member.can_edit_messages)


async def managed(turn: Turn, chat: int, *, unverified: bool = False) -> Channel | None:
    """The channel *chat*, if the one who taps manages it; else they are told why not.

    With *unverified* also where Telegram does not say what they are: for what does no harm.
    """
    owner = person(turn)
    channel = await turn.services.store.read(partial(channels.find, chat=chat))
    if channel is None or owner not in channel.owners:
        await turn.answer(turn.say("channel-not-yours"), alert=True)
        return None
    found = await standing(turn.context.bot, chat, owner)
    if found is Standing.ADMINISTRATOR or (unverified and found is Standing.UNKNOWN):
        return channel
    if found is Standing.UNKNOWN:
        await turn.answer(turn.say("channel-not-verified"), alert=True)
        return None
    now = turn.now
    await turn.services.store.write(partial(channels.remove_owner, chat=chat, owner=owner, now=now))
    await turn.answer(turn.say("channel-not-yours"), alert=True)
    await turn.show(turn.say.html("channel-not-yours"))
    return None
