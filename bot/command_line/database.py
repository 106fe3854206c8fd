"""``backup`` and ``restore``."""

from __future__ import annotations

import logging
from pathlib import Path

import click

from bot.command_line import Failed, run, settings
from bot.logs import configure
from config.settings import Settings
from digests.clock import Clock


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def backup(file: Path) -> None:
    """Copy the database to FILE, also while the bot runs."""
    configure(level=logging.ERROR)
    if file.exists():
        raise Failed(f"{file} exists already; name a new file.")
    run(_backup(settings(), file))
    click.echo(f"The database is copied to {file}.")


async def _backup(chosen: Settings, file: Path) -> None:
    from digests.store import backups

    backups.copy(chosen.database, file)


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def restore(file: Path) -> None:
    """Put the backup FILE in place of the database; the bot must be stopped."""
    configure(level=logging.ERROR)
    not_sent = run(_restore(settings(), file))
    click.echo(f"{file} is the database now.")
    click.echo(
        f"{not_sent} messages were due at the time of the backup and are not sent. What the "
        "sources published since fills the archive and is not pushed; chats get their next digest."
    )


async def _restore(chosen: Settings, file: Path) -> int:
    from digests.store import backups
    from digests.store.database import InstanceLock

    lock = InstanceLock(chosen.data)
    lock.acquire()
    try:
        return backups.restore(file, chosen.database, Clock.parse(chosen.clock).now())
    finally:
        lock.release()


COMMANDS = [backup, restore]
