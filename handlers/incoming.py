"""What an update says: a command and its argument, plain words for the bot, or nothing for it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from telegram import Message as Sent

from digests.model import ChatKind

#: A command as Telegram reads it: up to 32 of a-z 0-9 _, and perhaps the bot that is meant.
_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@(\w+))?(?=\s|$)(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said to the bot: the command *name* with its argument, or plain *text*."""

    name: str = ""
    text: str = ""
    named: bool = False  # whether it names this very bot (/help@mujaz_bot)


def understand(message: Sent, bot: str, bot_id: int) -> Said | None:
    """What *message* says to the bot called *bot*; None when it is not for it.

    In groups plain text counts when it answers one of the bot's messages or mentions it.
    """
    text = message.text or ""
    private = message.chat.type == ChatKind.PRIVATE
    command = _COMMAND.match(text)
    if command is not None:
        name, addressee, argument = command[1], command[2], command[3]
        mine = addressee is None or addressee.casefold() == bot.casefold()
        if not mine and not private:
            return None
        return Said(name.lower(), argument.strip(), addressee is not None and mine)
    if private:
        return Said(text=text)
    mention = re.compile(rf"@{re.escape(bot)}\b", re.IGNORECASE)
    answered = message.reply_to_message
    to_bot = answered is not None and answered.from_user and answered.from_user.id == bot_id
    # In a forum every message "answers" the one that opened its thread.
    if text and (to_bot or mention.search(text)):
        return Said(text=mention.sub(" ", text).strip())
    return None
