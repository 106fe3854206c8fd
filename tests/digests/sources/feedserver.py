"""A real feed server on loopback, with every fault that servers have."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import cache

import brotli
from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def rss(*titles: str, more: str = "", head: str = "") -> bytes:
    """A small RSS 2.0 document in UTF-8 with one item a title."""
    items = "".join(
        f"<item><title>{title}</title><link>https://news.example/{at}</link>"
        f"<guid isPermaLink='false'>id-{at}</guid>{more}</item>"
        for at, title in enumerate(titles)
    )
    return (
        "<?xml version='1.0' encoding='UTF-8'?><rss version='2.0'><channel>"
        f"<title>Example</title>{head}{items}</channel></rss>"
    ).encode()


@dataclass
class FeedServer:
    """Answers by path; ``seen`` holds the requests, ``now`` and ``most`` how many at a time."""

    port: int = 0
    seen: list[web.Request] = field(default_factory=list)
    now: int = 0
    most: int = 0
    release: asyncio.Event = field(default_factory=asyncio.Event)
    routes: dict[str, Handler] = field(default_factory=dict)

    def url(self, path: str = "/feed") -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def answer(
        self, path: str, body: bytes = b"", status: int = 200, /, **headers: str | int
    ) -> str:
        async def handler(request: web.Request) -> web.Response:
            named = {name.replace("_", "-"): str(value) for name, value in headers.items()}
            return web.Response(body=body, status=status, headers=named)

        self.routes[path] = handler
        return self.url(path)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.seen.append(request)
        self.now += 1
        self.most = max(self.most, self.now)
        try:
            return await self.routes[request.path](request)
        finally:
            self.now -= 1


@cache
def _bomb(compress: Callable[[bytes], bytes]) -> bytes:
    return compress(bytes(60_000_000))


def add_faults(feeds: FeedServer) -> None:
    body = rss("One", "Two")
    feeds.answer("/feed", body, Content_Type="application/rss+xml", ETag='"v1"')
    feeds.answer("/empty")
    feeds.answer("/gzip", gzip.compress(body), Content_Encoding="gzip")
    feeds.answer("/deflate", zlib.compress(body), Content_Encoding="deflate")
    feeds.answer("/deflate-raw", zlib.compress(body)[2:-4], Content_Encoding="deflate")
    feeds.answer("/br", brotli.compress(body), Content_Encoding="br")
    feeds.answer("/cut-gzip", gzip.compress(body)[:-12], Content_Encoding="gzip")
    feeds.answer("/no-gzip", body, Content_Encoding="gzip")
    feeds.answer("/bomb-gzip", _bomb(gzip.compress), Content_Encoding="gzip")
    feeds.answer("/bomb-br", _bomb(brotli.compress), Content_Encoding="br")

    async def never(request: web.Request) -> web.StreamResponse:
        await feeds.release.wait()
        return web.Response()

    async def drip(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse()
        await answer.prepare(request)
        while not feeds.release.is_set():
            await answer.write(b" ")
            await asyncio.sleep(0.02)
        return answer

    async def endless(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse()
        await answer.prepare(request)
        while not feeds.release.is_set():
            await answer.write(b"<item></item>" * 5000)
        return answer

    async def broken(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse(headers={"Content-Length": "100000"})
        await answer.prepare(request)
        await answer.write(body)
        assert request.transport is not None
        request.transport.close()
        return answer

    feeds.routes |= {"/never": never, "/drip": drip, "/endless": endless, "/broken": broken}
