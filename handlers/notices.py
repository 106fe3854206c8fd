"""Notices to the operators (MUJAZ_ADMINS), in private. Nothing in them names a reader."""

from __future__ import annotations

from functools import partial

import structlog
from telegram.error import TelegramError

from digests.compose import finish
from digests.compose.voice import words_of
from digests.markup import Html, bold
from digests.model import Lang, Message, Place
from digests.store import chats
from digests.store.told import ToldItem
from handlers.context import Context

HEADLINE = 300
_log = structlog.get_logger(__name__)


async def reported(context: Context, item: ToldItem, reason: str) -> None:
    """A reader says that something is wrong with a story."""
    services = context.services
    for admin in services.settings.admins:
        place = Place(admin)
        chat = await services.store.read(partial(chats.find, place=place))
        if chat is None or not chat.active:
            continue  # someone who never wrote to the bot cannot be written to
        say = services.words.in_(chat.preferences.language)
        lines = [
            bold(say.html("notice-report")),
            say.html(f"report-reason-{reason}"),
            Html(words_of(item.headline, Lang.AR, HEADLINE)),
            say.html("notice-report-story", story=str(item.story)),
        ]
        message = finish(Message("\n".join(lines)), chat.preferences)
        try:
            await services.screens.send(context.bot, place, message)
        except TelegramError as error:
            _log.warning("notice.not_sent", reason=error.message)
