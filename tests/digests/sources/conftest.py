from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from digests.sources.http import HttpClient
from tests.digests.sources.feedserver import FeedServer, add_faults


@pytest.fixture
async def server() -> AsyncIterator[FeedServer]:
    feeds = FeedServer()
    application = web.Application()
    application.router.add_route("GET", "/{path:.*}", feeds.handle)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    feeds.port = runner.addresses[0][1]
    add_faults(feeds)
    yield feeds
    feeds.release.set()
    await runner.cleanup()


@pytest.fixture
async def client() -> AsyncIterator[HttpClient]:
    async with HttpClient(private_network=True) as http:
        yield http
