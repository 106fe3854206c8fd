"""An OpenAI-compatible endpoint on loopback, as a real server: what it answers is the test's."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

Reply = web.StreamResponse | Awaitable[web.StreamResponse]


@dataclass
class Endpoint:
    """``reply`` answers a request's body; ``asked`` and ``headers`` are what came.

    ``drips`` makes it write white space for ever instead, ``cuts`` break off after these bytes.
    """

    url: str
    reply: Callable[[dict[str, Any]], Reply]
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    drips: bool = False
    cuts: bytes | None = None

    async def answer(self, request: web.Request) -> web.StreamResponse:
        body = await request.json()
        self.asked.append(body)
        self.headers.append({name.lower(): value for name, value in request.headers.items()})
        if self.drips:
            return await drip(request)
        if self.cuts is not None:
            return await cut(request, self.cuts)
        reply = self.reply(body)
        return reply if isinstance(reply, web.StreamResponse) else await reply

    def replies(self, *replies: web.StreamResponse | str) -> None:
        """Answer with these in turn, the last one for ever; a text is a completion."""
        left = list(replies)

        def next_one(_body: dict[str, Any]) -> web.StreamResponse:
            reply = left.pop(0) if len(left) > 1 else left[0]
            return copy(reply) if isinstance(reply, web.Response) else completion(str(reply))

        self.reply = next_one


def copy(response: web.Response) -> web.Response:
    """A response that can be sent again."""
    return web.Response(status=response.status, body=response.body, headers={**response.headers})


def completion(text: str, read: int = 900, wrote: int = 300) -> web.Response:
    return web.json_response(
        {
            "id": "c",
            "object": "chat.completion",
            "created": 1,
            "model": "m",
            "choices": [
                {
                    "index": 0,
                    "message": {"role": "assistant", "content": text},
                    "finish_reason": "stop",
                }
            ],
            "usage": {
                "prompt_tokens": read,
                "completion_tokens": wrote,
                "total_tokens": read + wrote,
            },
        }
    )


def failure(status: int, message: str = "no", **headers: str) -> web.Response:
    return web.json_response({"error": {"message": message}}, status=status, headers=headers)


async def stall(_body: dict[str, Any]) -> web.StreamResponse:
    await asyncio.sleep(60)
    return completion("too late")


async def drip(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Type": "application/json"})
    await response.prepare(request)
    while True:
        await response.write(b" ")
        await asyncio.sleep(0.02)


async def cut(request: web.Request, sent: bytes) -> web.StreamResponse:
    """Break the connection off after the bytes *sent*, before any header when there are none."""
    response = web.StreamResponse(
        headers={"Content-Type": "application/json", "Content-Length": "9000"}
    )
    if sent:
        await response.prepare(request)
        await response.write(sent)
        await asyncio.sleep(0.02)
    if request.transport is not None:
        request.transport.abort()
    return response


def articles(body: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """The articles that a request shows: title, and the lines of the body."""
    prompt = body["messages"][1]["content"]
    found = re.findall(r"^=== (\w+) article \d+ .*\n((?:.*\n)*?)=== \1 end", prompt, re.MULTILINE)
    return [(lines.split("\n")[0], lines.strip().split("\n")[1:]) for _, lines in found]


def statement(article: int, text: str, evidence: str | None = None) -> dict[str, Any]:
    return {"article": article, "text": text, "evidence": text if evidence is None else evidence}


def answer(headline: dict[str, Any], *sentences: dict[str, Any]) -> str:
    return json.dumps({"headline": headline, "sentences": list(sentences)}, ensure_ascii=False)


def faithful(body: dict[str, Any]) -> web.StreamResponse:
    """A model that keeps to the first Arabic article: its title, and each sentence as it stands."""
    shown = articles(body)
    number, (title, lines) = next(
        (n, a) for n, a in enumerate(shown, 1) if re.search("[\u0621-\u064a]", a[0])
    )
    sentences = [s.strip() for line in lines for s in re.split(r"(?<=\.)\s+", line) if s.strip()]
    return completion(
        answer(statement(number, title), *(statement(number, s) for s in sentences[:4]))
    )


@asynccontextmanager
async def serve(reply: Callable[[dict[str, Any]], Reply] = faithful) -> AsyncIterator[Endpoint]:
    endpoint = Endpoint("", reply)
    app = web.Application()
    app.router.add_post("/v1/chat/completions", endpoint.answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    endpoint.url = f"http://127.0.0.1:{runner.addresses[0][1]}/v1"
    try:
        yield endpoint
    finally:
        await runner.cleanup()
