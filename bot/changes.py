"""Deliveries that change a message instead of sending one: edits and pins.

Both can be made twice without harm, so an unsure one is repeated anywhere. An edit that Telegram
finds to change nothing was made before, and counts as sent.
"""

from __future__ import annotations

from typing import Any

from telegram import InlineKeyboardMarkup, LinkPreviewOptions, ReplyParameters
from telegram.error import BadRequest
from telegram.ext import ExtBot

from bot.pace import PACED
from digests.store.deliveries import Delivery, Kind

_UNCHANGED = "not modified"


async def change(bot: ExtBot[Any], delivery: Delivery, markup: InlineKeyboardMarkup | None) -> int:
    """Make the edit or the pin; the id of the changed message.

    Raises:
        TelegramError: as the request does, but for an edit that changes nothing.
    """
    message = delivery.target
    assert message is not None, f"delivery {delivery.id} changes no message"
    if delivery.kind is Kind.PIN:
        await bot.pin_chat_message(
            delivery.place.chat, message, disable_notification=True, rate_limit_args=PACED
        )
        return message
    try:
        await bot.edit_message_text(
            delivery.part.html,
            chat_id=delivery.place.chat,
            message_id=message,
            parse_mode="HTML",
            reply_markup=markup,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
            rate_limit_args=PACED,
        )
    except BadRequest as error:
        if _UNCHANGED not in error.message.lower():
            raise
    return message


def answering(delivery: Delivery) -> ReplyParameters | None:
    """The message that *delivery* answers; that it is gone by now is no error."""
    if delivery.target is None:
        return None
    return ReplyParameters(delivery.target, allow_sending_without_reply=True)
