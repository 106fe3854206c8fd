"""What a refusal of Telegram means: for one message, a thread or a chat, for a while or for good.

The rule: the texts below, case aside. A group that gives nobody, or not us, the right to write is
barred for a while, and so is a thread that is closed; whoever blocked or removed us is gone, and so
is a private chat or channel in which we may not write. A text that is not known concerns its
message alone, but any Forbidden its chat.

What it may get wrong: a group whose right never comes back is asked again all the same, once or
twice a day.
"""

from __future__ import annotations

from enum import Enum, auto

from telegram.error import BadRequest, Forbidden

from digests.model import ChatKind

#: Markup: the message is sent once more as plain text, without buttons.
MARKUP_ERRORS = ("can't parse entities", "unsupported start tag", "button_", "reply_markup")
#: We are in the chat, but may not write.
RIGHTS_ERRORS = (
    "chat_write_forbidden",
    "chat_send_plain_forbidden",
    "chat_admin_required",
    "chat_restricted",
    "have no write access",
    "no rights to send",
    "not enough rights",
    "need administrator rights",
)
GONE_ERRORS = (
    "chat not found",
    "the group chat was deleted",
    "peer_id_invalid",
    "user_is_blocked",
    "input_user_deactivated",
)
THREAD_GONE_ERRORS = ("message thread not found", "topic_deleted")
THREAD_CLOSED_ERRORS = ("topic_closed",)


class Refusal(Enum):
    """What is refused."""

    MARKUP = auto()
    MESSAGE = auto()
    CHAT_BARRED = auto()
    CHAT_GONE = auto()
    THREAD_CLOSED = auto()
    THREAD_GONE = auto()


def refusal(error: BadRequest | Forbidden, kind: ChatKind) -> Refusal:
    """What *error* says, of a delivery to a chat of *kind*."""
    lower = str(error).lower()
    group = kind in (ChatKind.GROUP, ChatKind.SUPERGROUP)
    known = (
        (MARKUP_ERRORS, Refusal.MARKUP),
        (RIGHTS_ERRORS, Refusal.CHAT_BARRED if group else Refusal.CHAT_GONE),
        (GONE_ERRORS, Refusal.CHAT_GONE),
        (THREAD_GONE_ERRORS, Refusal.THREAD_GONE),
        (THREAD_CLOSED_ERRORS, Refusal.THREAD_CLOSED),
    )
    for texts, meaning in known:
        if any(text in lower for text in texts):
            return meaning
    return Refusal.CHAT_GONE if isinstance(error, Forbidden) else Refusal.MESSAGE
