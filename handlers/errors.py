"""What went wrong in a conversation: logged, and answered, since silence looks like a dead bot.

The log never names a chat beside what it asked for: chat and topic do not meet there.
"""

from __future__ import annotations

import structlog
from telegram import Update
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from digests.store.errors import StoreBusy
from handlers import membership
from handlers.context import Context
from handlers.turn import Turn

_log = structlog.get_logger(__name__)


async def failed(turn: Turn, error: Exception) -> None:
    """Deal with what a conversation ran into."""
    if isinstance(error, ChatMigrated):
        await membership.move(turn.context, turn.place.chat, error.new_chat_id)
    elif isinstance(error, Forbidden):
        await membership.lost(turn.context, turn.place.chat, error.message)
    elif isinstance(error, RetryAfter):
        _log.warning("conversation.told_to_wait", seconds=error.retry_after)
    elif isinstance(error, NetworkError) and not isinstance(error, BadRequest):
        _log.warning("conversation.unreachable", reason=error.message)
    else:
        _log.error("conversation.failed", exc_info=error)
        await _apologise(turn, "answer-busy" if isinstance(error, StoreBusy) else "answer-error")


async def _apologise(turn: Turn, key: str) -> None:
    say = turn.say
    try:
        if turn.update.callback_query is not None and not turn.answered:
            await turn.answer(say(key), alert=True)
        else:
            await turn.reply(say.html(key))
    except TelegramError as error:
        _log.warning("conversation.no_apology", reason=error.message)


async def on_error(update: object, context: Context) -> None:
    """What no conversation caught: the last resort of the framework."""
    error = context.error
    if isinstance(error, NetworkError) and not isinstance(error, BadRequest):
        _log.warning("telegram.unreachable", reason=error.message)
        return
    _log.error("update.failed", exc_info=error)
    if not isinstance(update, Update) or update.callback_query is None:
        return
    try:
        await update.callback_query.answer()
    except TelegramError as refused:
        _log.info("tap.answered_late", reason=refused.message)
