"""Channels against the local Bot API, with the courier at work and a clock moved by hand."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.application import framework
from bot.channel_notices import ChannelNotices
from bot.delivery import Courier
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
from digests.threads import DeletedThreads
from digests.words import Words
from handlers.callbacks import pack
from handlers.context import Services
from tests.handlers.channels.newsdesk import Hurried, Newsdesk
from tests.handlers.talk import ADMIN, NOW, SOURCES, TOPICS


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Newsdesk]:
    world = World()
    world.pace.enabled = False
    playground = await server.start(world)
    store, clock, pace = Store(tmp_path / "mujaz.db"), ManualClock(NOW), Hurried()
    catalogue, words = Catalogue(dict(SOURCES), dict(TOPICS)), Words.load(strict=True)
    async with HttpClient(False) as http:
        pipeline = Pipeline(store, catalogue, http, Worker(), timedelta(minutes=10))
        teller = Teller(store, catalogue, words, pack, lambda: None, pipeline.ungrouped.set)
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
        app = framework(services.settings, services, pace)
        await app.initialize()
        notices = ChannelNotices(store, teller.channels, clock, app.bot)
        threads = DeletedThreads(catalogue, words, pack)
        courier = Courier(store, app.bot, pace, clock, notices.unsure, notices.lost, threads.tell)
        running = asyncio.create_task(courier.run())
        try:
            yield Newsdesk(world, app, services, store, clock, notices=notices, courier=courier)
        finally:
            await courier.stop()
            running.cancel()
            await app.shutdown()
            await pipeline.stop()
            store.close()
            await playground.close()
