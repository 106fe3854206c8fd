"""/channel: connecting a channel, by the chat-shared button, by @name, or by a forwarded post.

/channel ──> how, with the button ──shared──┐
/channel @name ─────────────────────────────┤   checks: a channel, we may post, the asker is
a forwarded post ───────────────────────────┤   its administrator ──> test post ──> topics
«وصل القناة» after we were added ───────────┘
/channel, with channels connected ──> the list ──> settings (handlers.channel_settings)
"""

from __future__ import annotations

import re
from datetime import timedelta
from functools import partial
from typing import Any

import structlog
from telegram import (
    ChatAdministratorRights,
    ChatFullInfo,
    KeyboardButton,
    KeyboardButtonRequestChat,
    MessageOriginChannel,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    Update,
)
from telegram import Message as Sent
from telegram.constants import ChatType, ParseMode
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter
from telegram.ext.filters import MessageFilter

from digests.channels import actions
from digests.channels.returning import Return
from digests.language.direction import isolate
from digests.markup import Html, bold, clean, escape, inert
from digests.model import Arrival, Button, Lang, Preferences
from digests.store import channels
from digests.store.channels import Channel
from digests.store.database import Database
from handlers import channel_screens, errors
from handlers.channel_access import Standing, desk, person, standing, we_post
from handlers.context import Context
from handlers.conversation import Command, Tap, tap
from handlers.turn import Turn

#: How long a test post stays.
TEST = timedelta(minutes=1)
#: The chat-shared button of ours; others' shares are none of this.
REQUEST = 1
_NAME = re.compile(r"(?:https?://)?(?:t\.me/|@)?([A-Za-z][A-Za-z0-9_]{3,31})/?(?:\d+)?/?")
_log = structlog.get_logger(__name__)


class FromChannel(MessageFilter):
    """A post of a channel, forwarded to us."""

    def filter(self, message: Sent) -> bool:
        return isinstance(message.forward_origin, MessageOriginChannel)


async def command(turn: Turn, argument: str) -> None:
    if not turn.private:
        await turn.reply(turn.say.html("channel-private-only"))
        return
    await turn.know()
    wanted = argument.strip()
    if wanted:
        number = int(wanted) if re.fullmatch(r"-100\d{5,14}", wanted) else None
        name = _NAME.fullmatch(wanted)
        if number is None and name is None:
            await turn.reply(turn.say.html("channel-unknown"))
            return
        await connect(turn, number if name is None else f"@{name[1]}")
        return
    owner = person(turn)
    if await turn.services.store.read(partial(channels.of_owner, owner=owner)):
        await turn.send(await channel_screens.listed(turn))
    await _explain(turn)


async def _explain(turn: Turn) -> None:
    """How to connect, with the button that shares a channel with us."""
    wanted = KeyboardButtonRequestChat(
        REQUEST,
        chat_is_channel=True,
        user_administrator_rights=_rights(can_promote_members=True),
        bot_administrator_rights=_rights(can_post_messages=True),
    )
    button = KeyboardButton(turn.say.label("channel-button-choose"), request_chat=wanted)
    keyboard = ReplyKeyboardMarkup([[button]], resize_keyboard=True, one_time_keyboard=True)
    await turn.context.bot.send_message(
        turn.place.chat,
        turn.message(turn.say.html("channel-how")).html,
        parse_mode=ParseMode.HTML,
        disable_notification=True,
        reply_markup=keyboard,
    )


def _rights(**given: bool) -> ChatAdministratorRights:
    names = (
        "is_anonymous can_manage_chat can_delete_messages can_manage_video_chats "
        "can_restrict_members can_promote_members can_change_info can_invite_users "
        "can_post_stories can_edit_stories can_delete_stories can_post_messages can_edit_messages"
    )
    rights: dict[str, Any] = {name: name == "can_manage_chat" for name in names.split()}
    if given.get("can_promote_members"):
        rights |= {"can_post_messages": True, "can_invite_users": True}
    rights |= given
    return ChatAdministratorRights(**rights)


async def shared(update: Update, context: Context) -> None:
    """A channel was chosen by our button."""
    message = update.message
    turn = await Turn.begin(update, context)
    if message is None or message.chat_shared is None or turn is None or not turn.private:
        return
    if message.chat_shared.request_id == REQUEST:
        await _guarded(turn, message.chat_shared.chat_id)


async def forwarded(update: Update, context: Context) -> None:
    """A post of a channel was forwarded to us in private."""
    message = update.message
    turn = await Turn.begin(update, context)
    if message is None or turn is None:
        return
    if isinstance(message.forward_origin, MessageOriginChannel):
        await _guarded(turn, message.forward_origin.chat.id)


async def _guarded(turn: Turn, chat: int) -> None:
    try:
        await connect(turn, chat)
    except Exception as error:  # noqa: BLE001 - told to the person and the log
        await errors.failed(turn, error)


async def connect(turn: Turn, wanted: int | str | None) -> None:
    """Check everything about the channel *wanted*, then connect it and show its topics."""
    await turn.know()
    found = await _look(turn, wanted)
    if found is None:
        return
    title, owner, now = clean(found.title or ""), person(turn), turn.now
    known = await turn.services.store.read(partial(channels.find, chat=found.id))
    preferences = _preferences(turn.preferences)
    if known is None and not await _test(turn, found.id, title):
        return
    channel = await turn.services.store.write(
        lambda db: channels.connect(db, found.id, title, owner, preferences, now)
    )
    if known is not None:
        if channel.lost is not None:
            await desk(turn).come_back(channel.chat, Return.RIGHTS, now)
        await turn.send(await channel_screens.main(turn, channel))
        return
    await _connected(turn, channel)


async def _look(turn: Turn, wanted: int | str | None) -> ChatFullInfo | None:
    """The channel *wanted*; None when it cannot be connected, which is said."""
    bot, say = turn.context.bot, turn.say
    try:
        found = await bot.get_chat(wanted or 0)
    except (BadRequest, Forbidden):
        await turn.reply(say.html("channel-unknown"))
        return None
    if found.type != ChatType.CHANNEL:
        await turn.reply(say.html("channel-no-channel"))
        return None
    title = _title(turn, found.title or "")
    asker = await standing(bot, found.id, person(turn))
    if asker is Standing.OTHER:
        await turn.reply(say.html("channel-not-admin", channel=title))
    elif not await we_post(bot, found.id):
        again = [Button(say.label("channel-button-connect"), actions.ConnectChannel(found.id))]
        await turn.reply(say.html("channel-cannot-post", channel=title), [again])
    elif asker is Standing.UNKNOWN:
        await turn.reply(say.html("channel-not-verified"))
    else:
        return found
    return None


def _title(turn: Turn, title: str) -> Html:
    return escape(inert(isolate(clean(title), turn.say.language)))


def _preferences(owner: Preferences) -> Preferences:
    """Those of a new channel: its owner's place and times; posts are in Arabic and silent."""
    return Preferences(
        language=Lang.AR,
        timezone=owner.timezone,
        city=owner.city,
        times=owner.times,
        arrival=Arrival.DAILY,
        digits=owner.digits,
        months=owner.months,
        hijri=owner.hijri,
    )


async def _test(turn: Turn, chat: int, title: str) -> bool:
    """Post the test post and write down that it is to be deleted; whether that went well."""
    bot, services, say = turn.context.bot, turn.services, turn.say
    text = services.words.in_(Lang.AR).label("channel-test-post")
    try:
        sent = await bot.send_message(chat, text, disable_notification=True)
    except (BadRequest, Forbidden):
        await turn.reply(say.html("channel-cannot-post", channel=_title(turn, title)))
        return False
    except (NetworkError, RetryAfter) as error:
        _log.warning("channel.test-post-unsure", reason=error.message)
        await turn.reply(say.html("channel-test-unsure"))
        return False
    due = turn.now + TEST

    def keep(db: Database) -> None:
        channels.keep_test_post(db, chat, sent.message_id, due)

    await services.store.write(keep)
    return True


async def _connected(turn: Turn, channel: Channel) -> None:
    """Say so, take the sharing button away, and show the topics to choose."""
    say = turn.say
    lines = [
        bold(say.html("channel-connected", channel=_title(turn, channel.title))),
        say.html("channel-choose-topics"),
    ]
    await turn.context.bot.send_message(
        turn.place.chat,
        turn.message("\n".join(lines)).html,
        parse_mode=ParseMode.HTML,
        disable_notification=True,
        reply_markup=ReplyKeyboardRemove(),
    )
    await turn.send(await channel_screens.topics(turn, channel, 0))


async def tapped(turn: Turn, action: actions.ConnectChannel) -> None:
    if turn.private:
        await connect(turn, action.channel)


COMMANDS = (Command("channel", command),)
TAPS: tuple[Tap, ...] = (tap(actions.ConnectChannel, tapped),)
