"""The feed server of a trial: sources that report the events, among others that misbehave."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from aiohttp import web

from bench.trial.events import EVENTS, Event, rss

#: Sources that report, and what is wrong with the others.
GOOD = ("one", "two", "three")
BAD = ("slow", "endless", "missing", "broken", "empty", "page", "cut")


class FeedServer:
    """Listens on loopback. ``publish`` lets the good sources report; events are split over them."""

    def __init__(self) -> None:
        self.names = (*GOOD, *BAD)
        self.asked: dict[str, int] = {}
        self._base = ""
        self._runner: web.AppRunner | None = None
        self._published: datetime | None = None

    async def start(self) -> None:
        app = web.Application()
        app.router.add_get("/{name}", self._answer)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self._base = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    def url(self, name: str) -> str:
        return f"{self._base}/{name}"

    def publish(self, now: datetime) -> None:
        self._published = now.astimezone(UTC)

    def _events(self, name: str) -> tuple[Event, ...]:
        return EVENTS[GOOD.index(name) :: len(GOOD)] if self._published else ()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["name"]
        self.asked[name] = self.asked.get(name, 0) + 1
        if name in GOOD:
            at = format_datetime((self._published or datetime.now(UTC)) - timedelta(minutes=1))
            body = rss(self._events(name), at)
            return web.Response(body=body, content_type="application/rss+xml")
        if name in ("slow", "endless"):
            return await self._drip(request, endless=name == "endless")
        if name == "cut" and request.transport is not None:
            request.transport.abort()
        status = {"missing": 404, "broken": 500}.get(name, 200)
        text = "<html><body>no feed</body></html>" if name == "page" else ""
        return web.Response(text=text, status=status, content_type="text/html")

    async def _drip(self, request: web.Request, *, endless: bool) -> web.StreamResponse:
        answer = web.StreamResponse(headers={"Content-Type": "application/rss+xml"})
        await answer.prepare(request)
        try:
            while True:
                await answer.write(b" " * (65_536 if endless else 1))
                await asyncio.sleep(0.02 if endless else 1.0)
        except (ConnectionError, asyncio.CancelledError):
            return answer
