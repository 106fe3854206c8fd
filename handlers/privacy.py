"""/privacy: the little that is known of a chat, and how to erase it."""

from __future__ import annotations

from handlers.conversation import Command
from handlers.turn import Turn


async def privacy(turn: Turn, _argument: str) -> None:
    await turn.reply(turn.say.html("privacy-text"))


COMMANDS = (Command("privacy", privacy),)
