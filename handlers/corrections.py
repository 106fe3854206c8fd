"""/corrections: the public list of what was corrected or withdrawn after it was told."""

from __future__ import annotations

from functools import partial

from digests import actions
from digests.compose.voice import Voice
from digests.corrections import listing
from digests.model import Message
from handlers.conversation import Command, Tap, tap
from handlers.turn import Turn


async def corrections(turn: Turn, _argument: str) -> None:
    await turn.send(await screen(turn, actions.ShowCorrections()))


async def show(turn: Turn, action: actions.ShowCorrections) -> None:
    await turn.show_message(await screen(turn, action))


async def screen(turn: Turn, action: actions.ShowCorrections) -> Message:
    found = await turn.services.store.read(partial(listing.read, shown=action))
    catalogue = turn.services.catalogue
    voice = Voice(turn.say, turn.preferences, catalogue.sources, catalogue.topics)
    return listing.compose(found, voice)


COMMANDS = (Command("corrections", corrections),)
TAPS: tuple[Tap, ...] = (tap(actions.ShowCorrections, show),)
