"""Where a message came from: the chat, the forum thread in it, and what kind of chat it is."""

from __future__ import annotations

from telegram import Chat as TelegramChat
from telegram import MaybeInaccessibleMessage, Update
from telegram import Message as Sent

from digests.model import ChatKind, Place


def thread(message: MaybeInaccessibleMessage | None) -> int:
    """The forum thread of *message*; 0 in General, outside forums, and in mere reply threads."""
    if isinstance(message, Sent) and message.is_topic_message:
        return message.message_thread_id or 0
    return 0


def kind(chat: TelegramChat) -> ChatKind:
    return ChatKind(chat.type)


def place(update: Update) -> Place | None:
    """The place that *update* came from; None for updates without a chat (inline queries …)."""
    chat = update.effective_chat
    if chat is None:
        return None
    query = update.callback_query
    message = query.message if query else update.effective_message
    return Place(chat.id, thread(message))
