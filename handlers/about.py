"""/about: how Mujaz works and what it promises."""

from __future__ import annotations

from digests import actions
from digests.model import Button
from handlers.conversation import Command
from handlers.turn import Turn


async def about(turn: Turn, _argument: str) -> None:
    rows = [
        [Button(turn.say.label("sources-title"), actions.ShowSources())],
        [Button(turn.say.label("corrections-button"), actions.ShowCorrections())],
    ]
    await turn.reply(turn.say.html("about-text"), rows)


COMMANDS = (Command("about", about),)
