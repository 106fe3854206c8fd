"""/help: what the bot can do, each line a command."""

from __future__ import annotations

from digests import actions
from digests.model import Button, Message
from handlers.conversation import Command, Tap, tap
from handlers.own_actions import ShowHelp
from handlers.turn import Turn


async def help_(turn: Turn, _argument: str) -> None:
    await turn.send(screen(turn))


async def tapped(turn: Turn, _action: ShowHelp) -> None:
    await turn.show_message(screen(turn))


def screen(turn: Turn) -> Message:
    say = turn.say
    lines = [say.html("help-text")]
    if not turn.private:
        lines.append(say.html("help-group"))
    rows = [
        [
            Button(say.label("latest-button-topics"), actions.ShowTopics()),
            Button(say.label("digest-button-settings"), actions.Settings()),
        ]
    ]
    return turn.message("\n\n".join(lines), rows)


COMMANDS = (Command("help", help_),)
TAPS: tuple[Tap, ...] = (tap(ShowHelp, tapped),)
