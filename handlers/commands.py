"""The menu of commands and the bot's profile, in both languages and each scope.

Telegram shows a person the menu of their own language and of the narrowest scope; the one without
a language is Arabic. What goes wrong here is logged: a bot without a menu still works.
"""

from __future__ import annotations

from collections.abc import Awaitable, Sequence
from typing import Any

import structlog
from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeDefault,
)
from telegram.error import TelegramError
from telegram.ext import ExtBot

from digests.model import Lang
from digests.words import Words

#: What the menu shows, in this order (docs/design.md).
MENU = ("latest", "topics", "search", "track", "settings", "help")
#: What anyone in a group can use; the rest is for its administrators.
GROUP_MENU = ("latest", "topics", "search", "help")
#: Every command that works for everyone.
PUBLIC = (
    *MENU, "start", "status", "sources", "corrections", "about", "privacy", "forget", "city",
    "channel",
)  # fmt: skip
#: Telegram's language codes, and the language of ours that each one gets.
LANGUAGES = {"": Lang.AR, "ar": Lang.AR, "en": Lang.EN}

_SCOPES: tuple[tuple[BotCommandScope, Sequence[str]], ...] = (
    (BotCommandScopeDefault(), MENU),
    (BotCommandScopeAllPrivateChats(), MENU),
    (BotCommandScopeAllGroupChats(), GROUP_MENU),
    (BotCommandScopeAllChatAdministrators(), MENU),
)
_log = structlog.get_logger(__name__)


async def announce(bot: ExtBot[Any], words: Words) -> None:
    """Set menu, name and descriptions. Raises nothing."""
    for code, language in LANGUAGES.items():
        say = words.in_(language)
        for scope, names in _SCOPES:
            menu = [BotCommand(name, say.label(f"command-{name}")) for name in names]
            await _try(bot.set_my_commands(menu, scope=scope, language_code=code or None), "menu")
        await _try(
            bot.set_my_description(say.label("profile-description"), code or None), "description"
        )
        await _try(
            bot.set_my_short_description(say.label("profile-short"), code or None),
            "short description",
        )


async def _try(request: Awaitable[bool], what: str) -> None:
    try:
        await request
    except TelegramError as error:
        _log.warning("profile.not_set", what=what, reason=error.message)
