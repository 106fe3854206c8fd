"""Conversations against the local Bot API, with a real database and a clock moved by hand."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from telegram import Update

from bot.application import framework
from bot.playground import server
from bot.playground.world import World
from config.settings import load
from digests.catalogs import Catalogue
from digests.clock import ManualClock
from digests.pipeline import Pipeline
from digests.sources.http import HttpClient
from digests.sources.worker import Worker
from digests.store.database import Store
from digests.telling import Teller
from digests.words import Words
from handlers.callbacks import pack
from handlers.context import Services
from tests.handlers.talk import ADMIN, NOW, SOURCES, TOPICS, Talk


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Talk]:
    world = World()
    world.pace.enabled = False
    playground = await server.start(world)
    store = Store(tmp_path / "mujaz.db")
    clock = ManualClock(NOW)
    catalogue = Catalogue(dict(SOURCES), dict(TOPICS))
    words = Words.load(strict=True)
    woken: list[int] = []
    async with HttpClient(False) as http:
        pipeline = Pipeline(store, catalogue, http, Worker(), timedelta(minutes=10))
        stale = pipeline.ungrouped.set
        teller = Teller(store, catalogue, words, pack, lambda: woken.append(1), stale)
        services = Services(
            settings=load(
                {
                    "MUJAZ_ADMINS": str(ADMIN),
                    "MUJAZ_DATA": str(tmp_path),
                    "MUJAZ_TELEGRAM_TOKEN": world.token,
                    "MUJAZ_TELEGRAM_API": playground.url,
                }
            ),
            store=store,
            catalogue=catalogue,
            pipeline=pipeline,
            teller=teller,
            words=words,
            clock=clock,
            started=NOW,
        )
        app = framework(services.settings, services, None)
        await app.initialize()
        try:
            yield Talk(world, app, services, store, clock, woken)
        finally:
            await app.shutdown()
            await pipeline.stop()
            store.close()
            await playground.close()


__all__ = ["ADMIN", "NOW", "Talk", "Update"]
