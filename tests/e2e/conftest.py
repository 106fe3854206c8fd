"""The house as a fixture: a feed server, the local Bot API as a process, the bot when started."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from tests.e2e.house import ROOT, TOKEN, House, Paper


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    paper = Paper("", lambda: datetime.now(UTC))
    app = web.Application()
    app.router.add_get("/{name}", paper.answer)
    runner = web.AppRunner(app, shutdown_timeout=0.2)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    paper.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    telegram = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot.playground",
        "--token",
        TOKEN,
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stdin=asyncio.subprocess.DEVNULL,
    )
    assert telegram.stdout is not None
    api = (await telegram.stdout.readline()).decode().strip()
    async with aiohttp.ClientSession() as session:
        house = House(tmp_path, paper, api, session)
        try:
            yield house
        finally:
            if house.process is not None and house.process.returncode is None:
                await house.kill()
            telegram.terminate()
            await telegram.wait()
            await runner.cleanup()
