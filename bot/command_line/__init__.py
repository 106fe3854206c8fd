"""The commands of ``run.py``. Each error is a line on stderr: what is wrong, and the way out.

Exit status: 0 done, 1 failed, 2 used wrongly.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import click

from config.catalog import CatalogueError
from config.settings import Settings, SettingsError, load, unknown

T = TypeVar("T")

#: The database has whole numbers of 64 bits; ids of stories and articles begin at 1.
LARGEST = 2**63 - 1
ID = click.IntRange(1, LARGEST)


class Failed(click.ClickException):
    """A command that could not do its work: one sentence, exit status 1."""

    def show(self, file: Any = None) -> None:
        click.echo(self.message, file=file or sys.stderr)


class Misused(Failed):
    """A command given what does not exist, told with the way out: exit status 2."""

    exit_code = 2


def settings() -> Settings:
    """The settings, or Failed with what is wrong with them; names that are none are told."""
    chosen = read_settings()
    for sentence in unknown():
        click.echo(sentence, err=True)
    return chosen


def read_settings() -> Settings:
    """The settings, or Failed with what is wrong with them."""
    try:
        return load()
    except SettingsError as error:
        raise Failed(str(error)) from error


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run *work* to its end; what an operator can mend becomes Failed."""
    with mendable():
        return asyncio.run(work)


@contextmanager
def mendable() -> Iterator[None]:
    """What an operator can mend becomes Failed."""
    from bot.application import StartError
    from digests.language.embed import EmbeddingError
    from digests.sources.errors import SourceError
    from digests.store.errors import StoreError

    try:
        yield
    except (StoreError, CatalogueError, StartError, SourceError, EmbeddingError) as error:
        raise Failed(str(error)) from error


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.pass_context
def commands(context: click.Context) -> None:
    """Mujaz: an Arabic news-digest bot. Without a command: serve, or demo when no token is set."""
    if context.invoked_subcommand is None:
        token = read_settings().telegram_token
        context.invoke(commands.commands["serve" if token else "demo"])


def main() -> int:
    """Run the command line; the exit status."""
    os.umask(0o077)
    from bot.command_line import catalogue, corrections, database, demo, models, news, service

    for module in (service, demo, news, corrections, catalogue, models, database):
        for command in module.COMMANDS:
            commands.add_command(command)
    try:
        commands.main(standalone_mode=False, prog_name="run.py")
    except click.exceptions.Abort:
        return 1
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.UsageError as error:
        click.echo(_usage(error), err=True)
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return 0


def _usage(error: click.UsageError) -> str:
    """What click found wrong in the command line, and which help shows it right."""
    if error.ctx is None or isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.format_message()
    found = " ".join(error.format_message().split()).rstrip(".")
    return f"{found} (see `python {error.ctx.command_path} --help`)."
