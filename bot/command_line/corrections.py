"""``corrections``: the list, and a correction or withdrawal by hand, also while the bot runs.

What is corrected here is put into the outbox; a bot that runs sends it at once, another when it is
started.
"""

from __future__ import annotations

import logging
from datetime import datetime
from functools import partial

import click

from bot.command_line import ID, Misused, run, settings
from bot.logs import configure
from config.settings import Settings
from digests.clock import Clock

#: Entries that are listed at first.
LISTED = 20


def _words(_context: click.Context, option: click.Parameter, value: str) -> str:
    from digests.corrections.byhand import LONGEST
    from digests.markup import clean

    words = clean(value)
    if len(words) > LONGEST:
        raise click.BadParameter(f"At most {LONGEST} characters.", param=option)
    if not words and option.required:
        raise click.BadParameter("It is empty.", param=option)
    return words


@click.group()
def corrections() -> None:
    """List what was corrected; correct or withdraw a story for everyone who was told it."""


@corrections.command("list")
@click.option("--limit", type=ID, default=LISTED, show_default=True)
def list_corrections(limit: int) -> None:
    """The newest corrections, as readers see them."""
    configure(level=logging.ERROR)
    for text in run(_listed(settings(), limit)) or ["Nothing was corrected so far."]:
        click.echo(text)


async def _listed(chosen: Settings, limit: int) -> list[str]:
    from bot.application import newsroom
    from digests.compose.plain import plain
    from digests.compose.voice import Voice
    from digests.corrections import wording
    from digests.model import Message, Preferences
    from digests.store import corrections as stored

    async with newsroom(chosen, Clock.parse(chosen.clock)) as room:
        preferences = Preferences(timezone=chosen.timezone)
        say = room.words.in_(preferences.language)
        voice = Voice(say, preferences, room.catalogue.sources, room.catalogue.topics)
        found = await room.store.read(partial(stored.listed, limit=limit))
        heads = (f"{one.made:%Y-%m-%d %H:%M}  {one.kind.value}" for one in found)
        texts = (plain(Message(wording.written(one, voice))) for one in found)
        return [f"{head}\n{text}\n" for head, text in zip(heads, texts, strict=True)]


@corrections.command("correct")
@click.argument("story", type=ID)
@click.option("--wrong", required=True, callback=_words, help="What was wrong, in Arabic.")
@click.option("--right", required=True, callback=_words, help="What is right.")
def correct(story: int, wrong: str, right: str) -> None:
    """Correct STORY (an id, as `stories list` and readers' reports show) for all who were told."""
    configure(level=logging.ERROR)
    _report(run(_send(settings(), story, wrong, right)))


@corrections.command("withdraw")
@click.argument("story", type=ID)
@click.option("--reason", default="", callback=_words, help="Why, in Arabic.")
def withdraw(story: int, reason: str) -> None:
    """Withdraw STORY: all who were told hear of it, and nobody is told it any more."""
    configure(level=logging.ERROR)
    _report(run(_send(settings(), story, "", reason)))


def _report(chats: int) -> None:
    click.echo(f"Chats that get it: {chats}.")


async def _send(chosen: Settings, story: int, wrong: str, better: str) -> int:
    """Correct *story*; withdraw it where nothing of it is *wrong*. How many chats get it."""
    from bot.application import newsroom
    from digests.store import byhand
    from digests.store.byhand import HandCorrection, Kind
    from digests.store.database import Database
    from digests.telling import Teller
    from handlers.callbacks import pack

    clock = Clock.parse(chosen.clock)
    now: datetime = clock.now()

    def begin(db: Database) -> HandCorrection | None:
        told = byhand.told_as(db, story)
        if told is None:
            return None
        kind = Kind.CORRECT if wrong else Kind.WITHDRAW
        words = {"wrong": wrong, "better": better}
        return byhand.begin(db, kind, told.digest, told.story, None, now, **words)

    async with newsroom(chosen, clock) as room:
        hand = await room.store.write(begin)
        if hand is None:
            raise Misused(
                f"Nobody was told a story {story}; `python run.py stories list` shows the numbers."
            )
        stale = room.pipeline.ungrouped.set
        teller = Teller(room.store, room.catalogue, room.words, pack, lambda: None, stale)
        count = await teller.by_hand.send(hand.id, now)
        if count is None:
            raise Misused(
                "The same was sent within the hour; see `python run.py corrections list`."
            )
        await room.pipeline.group_waiting(now)
        return count


COMMANDS = [corrections]
