"""The web server: health, metrics, and the webhook when one is set."""

from __future__ import annotations

import asyncio
import hmac
import json
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any

import structlog
from aiohttp import web
from prometheus_client import CollectorRegistry, Gauge, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from prometheus_client.registry import Collector

from digests.store import archive, deliveries
from digests.store.database import Store
from digests.store.errors import StoreError

log = structlog.get_logger()

WEBHOOK_PATH = "/telegram"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
#: Bytes of one update; Telegram's are a few kB.
BODY = 1024 * 1024
#: Seconds that Telegram is kept waiting for an update to be handled before it is told «taken»;
#: as many again at a start, for the framework to be ready.
PATIENCE = 10.0

Take = Callable[[dict[str, Any]], Awaitable[asyncio.Task[None] | None]]


class WebServer:
    """Listens on *host*:*port* while the service runs; *figures* are shown at ``/metrics`` too."""

    def __init__(
        self,
        store: Store,
        now: Callable[[], datetime],
        host: str,
        port: int,
        figures: Sequence[Collector] = (),
    ) -> None:
        self._figures = tuple(figures)
        self._store = store
        self._now = now
        self._host, self._port = host, port
        self._started = now()
        self._runner: web.AppRunner | None = None
        self._app = web.Application(client_max_size=BODY)
        self._app.router.add_get("/health", self._health)
        self._app.router.add_get("/metrics", self._metrics)

    def add_webhook(self, secret: str, take: Take) -> None:
        """Accept updates that carry *secret*; they are answered once they were handled.

        *take* returns None for an update that cannot be handled now: Telegram is told to send it
        again.
        """

        expected = secret.encode()

        async def receive(request: web.Request) -> web.Response:
            given = request.headers.get(SECRET_HEADER, "")
            if not hmac.compare_digest(given.encode("utf-8", "surrogateescape"), expected):
                return web.Response(status=403)
            data = _object(await request.read())
            if data is None:
                return web.Response(status=400)
            try:
                task = await take(data)
            except Exception as error:  # noqa: BLE001 - Telegram would send it for ever
                log.error("update.skipped", reason=type(error).__name__)
                return web.Response()
            if task is not None:
                await asyncio.wait([task], timeout=PATIENCE)
            if task is None or task.cancelled():  # starting or stopping: it comes again
                return web.Response(status=503)
            return web.Response()

        self._app.router.add_post(WEBHOOK_PATH, receive)

    async def start(self) -> None:
        """Listen. Raises OSError when the address is taken or not ours."""
        runner = web.AppRunner(self._app, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        try:
            await web.TCPSite(runner, self._host, self._port).start()
        except OSError:
            await runner.cleanup()
            raise
        self._runner = runner

    async def stop(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def _health(self, _request: web.Request) -> web.Response:
        try:
            states = await self._store.read(archive.source_states)
        except StoreError as error:
            return web.json_response({"status": "failing", "reason": str(error)}, status=503)
        newest = max((s.last_ok for s in states.values() if s.last_ok), default=None)
        return web.json_response(
            {
                "status": "ok",
                "now": self._now().isoformat(),
                "started": self._started.isoformat(),
                "sources": len(states),
                "sources_failing": sum(1 for s in states.values() if s.failures),
                "last_read": newest.isoformat() if newest else None,
            }
        )

    async def _metrics(self, _request: web.Request) -> web.Response:
        registry = CollectorRegistry()
        for collector in self._figures:
            registry.register(collector)
        by_state = Gauge("mujaz_deliveries", "Deliveries", ["state"], registry=registry)
        for state in deliveries.State:
            by_state.labels(state.value).set(0)
        for state_name, count in (await self._store.read(deliveries.counts)).items():
            by_state.labels(state_name).set(count)
        states = await self._store.read(archive.source_states)
        Gauge("mujaz_sources", "Sources polled", registry=registry).set(len(states))
        failing = sum(1 for s in states.values() if s.failures)
        Gauge("mujaz_sources_failing", "Sources that failed last", registry=registry).set(failing)
        return web.Response(
            body=generate_latest(registry), headers={"Content-Type": CONTENT_TYPE_PLAIN_0_0_4}
        )


def _object(body: bytes) -> dict[str, Any] | None:
    try:
        data = json.loads(body)
    except ValueError:
        return None
    return data if isinstance(data, dict) else None
