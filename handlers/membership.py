"""The bot is added, removed, blocked, silenced, let back in; a group becomes a supergroup."""

from __future__ import annotations

import structlog
from telegram import ChatMember, ChatMemberRestricted, Update
from telegram.error import TelegramError

from digests.compose import finish
from digests.model import ChatKind, Message, Place
from digests.store import barring, chats, deliveries
from digests.store.database import Database
from handlers import channel_owners, channel_rights
from handlers.context import Context
from handlers.places import kind, place
from handlers.turn import defaults

_INSIDE = (ChatMember.OWNER, ChatMember.ADMINISTRATOR, ChatMember.MEMBER)
_log = structlog.get_logger(__name__)


async def changed(update: Update, context: Context) -> None:
    """Telegram says what the bot is in a chat by now."""
    change = update.my_chat_member
    if change is None:
        return
    before, after = _inside(change.old_chat_member), _inside(change.new_chat_member)
    services, chat = context.services, change.chat
    services.permissions.forget(chat.id)
    if kind(chat) is ChatKind.CHANNEL:
        await channel_owners.posted(update, context)
        await channel_rights.changed(context, change, services.clock.now())
    elif not after:
        await lost(context, chat.id, "the bot was blocked or removed")
    elif not before:
        await _found(context, chat.id, kind(chat))
    elif _writes(change.new_chat_member):
        now = services.clock.now()
        await services.store.write(lambda db: barring.wake(db, chat.id, now))


def _inside(member: ChatMember) -> bool:
    """Whether *member* is in the chat; the restricted may be in or out."""
    if isinstance(member, ChatMemberRestricted):
        return member.is_member
    return member.status in _INSIDE


def _writes(member: ChatMember) -> bool:
    """Whether *member*, who is in the chat, may write there; what all may is not said here."""
    return not isinstance(member, ChatMemberRestricted) or member.can_send_messages


async def lost(context: Context, chat: int, reason: str) -> None:
    """The chat owes us nothing and is owed nothing until it speaks again."""
    now = context.services.clock.now()

    def leave(db: Database) -> None:
        chats.deactivate_all(db, chat)
        deliveries.cancel_pending(db, chat, reason, now)

    await context.services.store.write(leave)


async def _found(context: Context, chat: int, kind: ChatKind) -> None:
    """Back in a chat that we know, or new in a group, where we say how to begin."""
    services, now = context.services, context.services.clock.now()

    def wake(db: Database) -> None:
        for each in chats.places(db, chat):
            chats.ensure(db, each.place, kind, each.preferences, now)

    await services.store.write(wake)
    if kind is ChatKind.PRIVATE:
        return  # whoever lets the bot back in presses Start, which is answered
    greeted = Place(chat)
    reader = await services.store.read(lambda db: chats.find(db, greeted))
    preferences = reader.preferences if reader else defaults(services)
    html = services.words.in_(preferences.language).html("start-group")
    try:
        await services.screens.send(context.bot, greeted, finish(Message(html), preferences))
    except TelegramError as error:
        _log.info("membership.not_greeted", reason=error.message)


async def reopened(update: Update, context: Context) -> None:
    """A forum thread that was closed is open again: what it missed comes, and what is new."""
    services, where = context.services, place(update)
    if where is None:
        return
    now = services.clock.now()

    def wake(db: Database) -> None:
        known = chats.find(db, where)
        if known is not None and not known.active:
            chats.ensure(db, where, known.kind, known.preferences, now)

    await services.store.write(wake)


async def migrated(update: Update, context: Context) -> None:
    """A group became a supergroup: told once in the old chat and once in the new one."""
    message = update.effective_message
    if message is None:
        return
    if message.migrate_to_chat_id is not None:
        await move(context, message.chat.id, message.migrate_to_chat_id)
    elif message.migrate_from_chat_id is not None:
        await move(context, message.migrate_from_chat_id, message.chat.id)


async def move(context: Context, old: int, new: int) -> None:
    """Everything of *old* belongs to *new*; again is no change."""

    def migrate(db: Database) -> None:
        if chats.places(db, old):
            chats.migrate(db, old, new)

    await context.services.store.write(migrate)
    context.services.permissions.forget(old)
