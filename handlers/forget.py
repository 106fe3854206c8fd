"""/forget: erases all that is known of the chat and its threads, after one question."""

from __future__ import annotations

from digests import actions
from digests.model import Button
from digests.store import channels, chats
from digests.store.database import Database
from handlers.conversation import Command, Tap, tap
from handlers.turn import Turn


async def ask(turn: Turn, _argument: str) -> None:
    rows = [
        [Button(turn.say.label("forget-button-yes"), actions.Forget())],
        [Button(turn.say.label("forget-button-no"), actions.Close())],
    ]
    await turn.reply(turn.say.html("forget-ask"), rows)


async def forget(turn: Turn, _action: actions.Forget) -> None:
    """Erase, then say so in the language that the chat had."""
    chat, now = turn.place.chat, turn.now

    def erase(db: Database) -> None:
        channels.forget_owner(db, chat, now)
        chats.forget(db, chat)

    await turn.services.store.write(erase)
    turn.services.permissions.forget(chat)
    await turn.show(turn.say.html("forget-done"))


async def keep(turn: Turn, _action: actions.Close) -> None:
    await turn.show(turn.say.html("forget-kept"))


COMMANDS = (Command("forget", ask, admins=True),)
TAPS: tuple[Tap, ...] = (
    tap(actions.Forget, forget, admins=True),
    tap(actions.Close, keep),
)
