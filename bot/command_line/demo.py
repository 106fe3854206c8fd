"""``demo``: everything on this machine, without a token: sample newsroom, local Bot API, terminal.

The real service runs against the local Bot API and reads the sample newsroom's feeds; nothing
between feed and message differs from ``serve`` but the notice under every message.
"""

from __future__ import annotations

import asyncio
import contextlib
import tempfile
from pathlib import Path

import click
from pydantic import SecretStr

from bot.command_line import run, settings
from bot.logs import configure
from config.settings import Settings
from digests.clock import Clock

#: The sample newsroom has news every few seconds; its feeds ask for this.
POLL_SECONDS = 60


@click.command()
def demo() -> None:
    """Try Mujaz without a token: a conversation in the terminal, with sample feeds."""
    chosen = settings()
    with tempfile.TemporaryDirectory(prefix="mujaz-demo-") as folder:
        log = Path(folder) / "mujaz.log"
        with log.open("w", encoding="utf-8") as file, contextlib.redirect_stderr(file):
            configure()
            run(_demo(chosen, Path(folder)))


async def _demo(chosen: Settings, folder: Path) -> None:
    from bot.application import Service, newsroom
    from bot.playground.newsroom import feeds
    from bot.playground.server import start
    from bot.playground.terminal import converse
    from bot.playground.world import TOKEN, World

    clock = Clock.parse(chosen.clock)
    telegram = await start(World(token=TOKEN))
    paper, paper_url = await feeds.serve(clock.now)
    sources = folder / "sources.yaml"
    await asyncio.to_thread(sources.write_text, feeds.catalogue(paper_url), encoding="utf-8")
    trial = chosen.model_copy(
        update={
            "telegram_token": SecretStr(TOKEN),
            "telegram_api": telegram.url,
            "data": folder,
            "sources": sources,
            "private_network": True,
            "poll_interval": POLL_SECONDS,
            "webhook_url": None,
        }
    )
    stop = asyncio.Event()
    try:
        async with newsroom(trial, clock) as room:
            notice = str(room.words.in_("ar")("digest-sample"))
            service = asyncio.create_task(Service(room, notice).run(stop))
            talk = asyncio.create_task(converse(telegram.url, TOKEN))
            done, _ = await asyncio.wait([service, talk], return_when=asyncio.FIRST_COMPLETED)
            stop.set()
            talk.cancel()
            await asyncio.wait([service])
            for task in done:
                task.result()
    finally:
        await paper.cleanup()
        await telegram.close()


COMMANDS = [demo]
