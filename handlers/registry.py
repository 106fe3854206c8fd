"""Which conversation takes what: commands by name, taps by their action, and the rest.

Each conversation module lists its COMMANDS and TAPS; nothing is registered anywhere else.
"""

from __future__ import annotations

from telegram import Update
from telegram.ext import CallbackQueryHandler, ChatMemberHandler, MessageHandler, filters

from digests.model import Action
from digests.store import chats
from handlers import (
    about,
    admin,
    by_hand,
    channel,
    channel_drafts,
    channel_owners,
    channel_settings,
    city,
    corrections,
    digest_buttons,
    errors,
    forget,
    help,
    latest,
    membership,
    privacy,
    search,
    settings,
    sources,
    splitting,
    start,
    status,
    threads,
    timeline,
    topics,
    track,
    unknown,
)
from handlers.callbacks import unpack
from handlers.context import App, Context
from handlers.conversation import Command, Tap
from handlers.incoming import Said, understand
from handlers.turn import Turn, acknowledge

_COMMANDS: tuple[tuple[Command, ...], ...] = (
    start.COMMANDS,
    topics.COMMANDS,
    latest.COMMANDS,
    search.COMMANDS,
    track.COMMANDS,
    settings.COMMANDS,
    city.COMMANDS,
    status.COMMANDS,
    help.COMMANDS,
    sources.COMMANDS,
    corrections.COMMANDS,
    about.COMMANDS,
    privacy.COMMANDS,
    channel.COMMANDS,
    forget.COMMANDS,
    admin.COMMANDS,
)
_TAPS: tuple[tuple[Tap, ...], ...] = (
    start.TAPS,
    topics.TAPS,
    latest.TAPS,
    timeline.TAPS,
    search.TAPS,
    track.TAPS,
    settings.TAPS,
    city.TAPS,
    status.TAPS,
    help.TAPS,
    sources.TAPS,
    corrections.TAPS,
    forget.TAPS,
    threads.TAPS,
    digest_buttons.TAPS,
    channel.TAPS,
    channel_settings.TAPS,
    channel_drafts.TAPS,
    by_hand.TAPS,
    splitting.TAPS,
)
COMMANDS: dict[str, Command] = {c.name: c for module in _COMMANDS for c in module}
TAPS: dict[type[Action], Tap] = {t.kind: t for module in _TAPS for t in module}


def register(application: App) -> None:
    """Add every conversation to *application*."""
    new = filters.UpdateType.MESSAGE
    application.add_handler(MessageHandler(new & filters.StatusUpdate.MIGRATE, membership.migrated))
    application.add_handler(
        MessageHandler(new & filters.StatusUpdate.FORUM_TOPIC_REOPENED, membership.reopened)
    )
    application.add_handler(MessageHandler(new & filters.StatusUpdate.CHAT_SHARED, channel.shared))
    private_post = new & filters.ChatType.PRIVATE & channel.FromChannel()
    application.add_handler(MessageHandler(private_post, channel.forwarded))
    application.add_handler(MessageHandler(new & ~filters.StatusUpdate.ALL, on_message))
    application.add_handler(MessageHandler(filters.UpdateType.CHANNEL_POST, channel_owners.posted))
    application.add_handler(CallbackQueryHandler(on_tap))
    application.add_handler(ChatMemberHandler(membership.changed, ChatMemberHandler.MY_CHAT_MEMBER))
    application.add_error_handler(errors.on_error)


async def on_message(update: Update, context: Context) -> None:
    message = update.message
    if message is None or (message.from_user and message.from_user.id == context.bot.id):
        return
    said = understand(message, context.bot.username, context.bot.id)
    if said is None:
        return
    command = COMMANDS.get(said.name)
    private = message.chat.type == message.chat.PRIVATE
    if said.name and command is None and not private and not said.named:
        return  # a command of another bot of the group
    turn = await Turn.begin(update, context)
    if turn is None:
        return
    try:
        await _react(turn, said, command)
    except Exception as error:  # noqa: BLE001 - told to the person and the log
        await errors.failed(turn, error)


async def _react(turn: Turn, said: Said, command: Command | None) -> None:
    if command is not None:
        if command.admins and not await turn.may_change():
            await turn.reply(turn.say.html("answer-admins-only"))
            return
        await command.run(turn, said.text)
    elif said.name:
        await unknown.command(turn, said.name)
    elif said.text.strip():
        if await channel_drafts.headline(turn, said.text):
            return
        if not await by_hand.words(turn, said.text):
            await unknown.text(turn, said.text)
    else:
        await unknown.not_text(turn)


async def on_tap(update: Update, context: Context) -> None:
    """A tap is always answered: first of all, or by the quick work that has words for it."""
    query = update.callback_query
    if query is None:
        return
    action = unpack(query.data)
    tap = TAPS.get(type(action))
    where = update.effective_chat
    open_to_all = tap is not None and not tap.admins
    private = where is not None and where.type == where.PRIVATE
    at_once = where is None or (tap is not None and not tap.toast and (open_to_all or private))
    if at_once:
        await acknowledge(context.services, query)
    turn = await Turn.begin(update, context)
    if turn is None:
        return
    turn.answered = at_once
    try:
        await _tapped(turn, action, tap)
    except Exception as error:  # noqa: BLE001 - told to the person and the log
        await errors.failed(turn, error)
    finally:
        await turn.answer()


async def _tapped(turn: Turn, action: Action, tap: Tap | None) -> None:
    if tap is None:
        await turn.answer(turn.say("answer-old-button"))
        await turn.send(start.welcome(turn) if turn.private else help.screen(turn))
        return
    if tap.admins and not await turn.may_change():
        await turn.answer(turn.say("answer-admins-only"), alert=True)
        return
    if not tap.toast:
        await turn.answer()
    await tap.run(turn, action)
    place, now = turn.place, turn.now
    turn.services.store.submit(lambda db: chats.tapped(db, place, now))
