"""``backup`` and ``restore``."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.command_line import LARGEST, Failed, mendable, run, settings
from bot.logs import configure
from config.settings import Settings
from digests.clock import Clock

if TYPE_CHECKING:
    from digests.store.backups import Restored


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def backup(file: Path) -> None:
    """Copy the database to FILE, also while the bot runs."""
    configure(level=logging.ERROR)
    if os.path.lexists(file):
        raise Failed(f"{file} exists already; name a new file.")
    run(_backup(settings(), file))
    click.echo(f"The database is copied to {file}.")


async def _backup(chosen: Settings, file: Path) -> None:
    from digests.store import backups

    backups.copy(chosen.database, file)


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--forget",
    "forgotten",
    type=click.IntRange(-LARGEST, LARGEST),
    multiple=True,
    metavar="ID",
    help="A chat that asked to be forgotten since the backup; may be repeated.",
)
def restore(file: Path, forgotten: tuple[int, ...]) -> None:
    """Put the backup FILE in place of the database; the bot must be stopped."""
    configure(level=logging.ERROR)
    chosen = settings()
    if not forgotten and sys.stdin.isatty():
        forgotten = _ask(file, chosen.database)
    done: Restored = run(_restore(chosen, file, forgotten))
    click.echo(f"{file} is the database now.")
    if done.clean:
        click.echo("It was made at a clean stop: everything goes on from there.")
        return
    for digest in done.not_sent:
        titles = " · ".join(digest.headlines) or "a notice"
        click.echo(f"not sent: {digest.due:%Y-%m-%d %H:%M} UTC, to {digest.chats} chats: {titles}")
    click.echo(
        f"{done.messages} messages were due at the time of the backup and are not sent. "
        f"{done.skipped} chats whose time has come since get their next digest; what was published "
        "until now counts as told to them."
    )


def _ask(file: Path, database: Path) -> tuple[int, ...]:
    """Ids to forget again, asked of whoever sits there."""
    from digests.store import backups

    with mendable():
        gone = backups.gone(file, database)
    if gone:
        click.echo("In the backup, and not in the present database: " + " ".join(map(str, gone)))
    text: str = click.prompt(
        "Ids of chats that asked to be forgotten since, with spaces between them",
        default="",
        show_default=False,
    )
    try:
        return tuple(int(word) for word in text.replace(",", " ").split())
    except ValueError as error:
        raise Failed("An id is a number; nothing was restored.") from error


async def _restore(chosen: Settings, file: Path, forgotten: tuple[int, ...]) -> Restored:
    from digests.store import backups
    from digests.store.database import InstanceLock

    lock = InstanceLock(chosen.data)
    lock.acquire()
    try:
        now = Clock.parse(chosen.clock).now()
        return backups.restore(file, chosen.database, now, forgotten)
    finally:
        lock.release()


COMMANDS = [backup, restore]
