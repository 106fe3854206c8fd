"""``demo``: everything on this machine, without a token: sample newsroom, local Bot API, chat page.

The real service runs against the local Bot API and reads the sample newsroom's feeds; nothing
between feed and message differs from ``serve`` but the notice under every message.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import os
import signal
import sys
import tempfile
import webbrowser
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

import click
from pydantic import SecretStr

from bot.command_line import Failed, run, settings
from bot.logs import configure
from bot.playground.server import Playground
from bot.trial import Edition, Trial, clock_for
from config.settings import Settings
from digests.clock import AdjustableClock

#: The sample newsroom has news every few seconds.
POLL_SECONDS = 5
NAME, USERNAME = "موجز", "mujaz_trial_bot"
LOOPBACK = "127.0.0.1"

Talk = Callable[[Playground, asyncio.Event], Awaitable[None]]


@click.command()
@click.option("--terminal", is_flag=True, help="Converse in this terminal instead of a browser.")
def demo(terminal: bool) -> None:
    """Try Mujaz without a token: a chat page in the browser, with sample feeds."""
    chosen = settings()
    with tempfile.TemporaryDirectory(prefix="mujaz-demo-") as folder:
        log = Path(folder) / "mujaz.log"
        with log.open("w", encoding="utf-8") as file, contextlib.redirect_stderr(file):
            configure()
            run(_demo(chosen, Path(folder), _converse if terminal else _page))


async def _demo(chosen: Settings, folder: Path, talk: Talk) -> None:
    from bot.application import Service, newsroom
    from bot.playground.newsroom import desk, feeds

    clock = clock_for(chosen, datetime.now(UTC))
    edition = Edition(clock, desk.complete)
    trial = Trial(clock, edition, chosen.timezone)
    telegram = await _listen(chosen, clock, trial)
    paper, paper_url = await feeds.serve(edition.now)
    sources = folder / "sources.yaml"
    await asyncio.to_thread(sources.write_text, feeds.catalogue(paper_url), encoding="utf-8")
    stop = asyncio.Event()
    try:
        async with newsroom(_settings(chosen, folder, sources, telegram), clock) as room:
            trial.begin(room)
            printing = asyncio.create_task(_print(edition, trial))
            notice = str(room.words.in_("ar")("digest-sample"))
            service = asyncio.create_task(Service(room, notice).run(stop))
            talking = asyncio.ensure_future(talk(telegram, stop))
            done, _ = await asyncio.wait([service, talking], return_when=asyncio.FIRST_COMPLETED)
            stop.set()
            talking.cancel()
            printing.cancel()
            await asyncio.wait([service])
            for task in done:
                task.result()
    finally:
        await paper.cleanup()
        await telegram.close()


async def _print(edition: Edition, trial: Trial) -> None:
    await trial.followed()
    edition.begin()


async def _listen(chosen: Settings, clock: AdjustableClock, trial: Trial) -> Playground:
    """The local Bot API with its page, where MUJAZ_WEB says; a taken port is replaced, and told."""
    from bot.playground.clock import Clock
    from bot.playground.server import start
    from bot.playground.world import TOKEN, World

    wall = Clock(wall=lambda: clock.now().timestamp())
    world = World(token=TOKEN, clock=wall, name=NAME, username=USERNAME)
    host, port = chosen.web_host, chosen.web_port
    try:
        return await start(world, host, port, trial)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise Failed(
                f"The trial cannot listen on {chosen.web} ({error.strerror or error}). "
                "Set MUJAZ_WEB to an address of this machine."
            ) from error
    click.echo(f"Port {port} is taken, so the trial took another one; MUJAZ_WEB chooses one.")
    return await start(world, host, 0, trial)


def _settings(chosen: Settings, folder: Path, sources: Path, telegram: Playground) -> Settings:
    return chosen.model_copy(
        update={
            "telegram_token": SecretStr(telegram.world.token),
            "telegram_api": _reachable(telegram),
            "data": folder,
            "sources": sources,
            "private_network": True,
            "poll_interval": POLL_SECONDS,
            "web": f"{LOOPBACK}:0",
            "webhook_url": None,
        }
    )


def _reachable(telegram: Playground) -> str:
    """Its URL from this machine, also when it listens on every address."""
    for everywhere in ("//0.0.0.0:", "//[::]:"):
        if everywhere in telegram.url:
            return f"http://{LOOPBACK}:{telegram.port}"
    return telegram.url


async def _page(telegram: Playground, stop: asyncio.Event) -> None:
    url = _reachable(telegram)
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    click.echo(f"Mujaz on trial: {url}/")
    click.echo("A sample newsroom and a local stand-in for Telegram. Ctrl-C ends it.")
    if _has_display():
        await asyncio.to_thread(webbrowser.open, f"{url}/")
    await stop.wait()


def _has_display() -> bool:
    if not sys.stdout.isatty():
        return False
    if sys.platform in ("darwin", "win32"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


async def _converse(telegram: Playground, _stop: asyncio.Event) -> None:
    from bot.playground.terminal import converse

    await converse(_reachable(telegram), telegram.world.token)


COMMANDS = [demo]
