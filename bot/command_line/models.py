"""``models``: the translation models of Firefox."""

from __future__ import annotations

import logging

import click

from bot.command_line import Failed, run, settings
from bot.logs import configure
from config.settings import Settings


@click.group()
def models() -> None:
    """Fetch the models that translate English and Hebrew into Arabic."""


@models.command("fetch")
def fetch_models() -> None:
    """Download the models once, about 50 MB, and verify them; they work offline afterwards."""
    from digests.summaries.translation_engine import available
    from digests.summaries.translation_models import ModelsError

    configure(level=logging.ERROR)
    chosen = settings()
    if not available():
        raise Failed(
            "fxtranslate is not installed, and the models are of no use without it. "
            "Install it first: make extras WITH=translate"
        )
    try:
        run(_fetch(chosen))
    except ModuleNotFoundError as error:
        raise Failed(f"{error.name} is not installed: make extras WITH=translate") from error
    except ModelsError as error:
        raise Failed(f"{error}\n{_way_out(chosen)}") from error
    except KeyboardInterrupt:
        raise Failed("Stopped. The next `run.py models fetch` goes on from here.") from None


async def _fetch(chosen: Settings) -> None:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        DownloadColumn,
        Progress,
        TaskID,
        TextColumn,
        TransferSpeedColumn,
    )

    from digests.summaries.model_download import fetch

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
    )
    bars = Progress(*columns, console=Console(stderr=True))
    tasks: dict[str, TaskID] = {}

    def show(name: str, done: int, size: int) -> None:
        if name not in tasks:
            bars.start()
            tasks[name] = bars.add_task(name, total=size)
        bars.update(tasks[name], completed=done)

    try:
        files = await fetch(chosen.models_url, chosen.models, show)
    finally:
        bars.stop()
    for pair in sorted({file.pair for file in files}):
        versions = ", ".join(sorted({file.version for file in files if file.pair == pair}))
        click.echo(f"ok   {pair} {versions} in {chosen.models / pair}")


def _way_out(chosen: Settings) -> str:
    return (
        "What was whole before is untouched; what came so far is kept, and the same command goes "
        "on from there.\n"
        "Another address: set MUJAZ_MODELS_URL to a mirror, which has the list and beside it the "
        "files under their `location`.\n"
        f"By hand: put model.*, vocab.* and lex.* of en-ar into {chosen.models / 'en-ar'}, and of "
        f"he-en into {chosen.models / 'he-en'}, unpacked from .zst; on a machine with a way to the "
        "network `fxtranslate models add he ar` fetches both pairs, and its cache has the same "
        "folders."
    )


COMMANDS = [models]
