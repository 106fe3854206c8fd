"""A small Telegram for tests: takes messages, writes them down, and fails where it is told to."""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

TOKEN = "123456:the-token-of-the-small-telegram"
#: What one call may come to: an answer (status, body), or one of the words below.
OK, DROP, DROP_BEFORE, HANG = "ok", "drop", "drop before", "hang"
Outcome = str | tuple[int, dict[str, Any] | str]


def refusal(status: int, description: str, **parameters: int) -> Outcome:
    body = {"ok": False, "error_code": status, "description": description}
    return status, {**body, "parameters": parameters} if parameters else body


@dataclass(frozen=True)
class Taken:
    """A message that the server accepted, whether or not it could say so."""

    chat: int
    text: str
    fields: dict[str, str]


@dataclass
class SmallTelegram:
    """``plan`` holds, by chat, what the next calls come to; when it is empty they succeed."""

    base: str = ""
    plan: dict[int, deque[Outcome]] = field(default_factory=lambda: defaultdict(deque))
    taken: list[Taken] = field(default_factory=list)
    asked: int = 0
    on_arrival: Callable[[int], None] = lambda _chat: None
    release: asyncio.Event = field(default_factory=asyncio.Event)

    def of(self, chat: int) -> list[str]:
        return [t.text for t in self.taken if t.chat == chat]

    async def answer(self, request: web.Request) -> web.StreamResponse:
        fields = {key: str(value) for key, value in (await request.post()).items()}
        chat = int(fields["chat_id"])
        self.asked += 1
        self.on_arrival(chat)
        outcome = self.plan[chat].popleft() if self.plan[chat] else OK
        if outcome == DROP_BEFORE:
            return self._gone(request)
        if not isinstance(outcome, str):
            status, body = outcome
            text = body if isinstance(body, str) else json.dumps(body)
            return web.Response(status=status, text=text)
        self.taken.append(Taken(chat, fields["text"], fields))
        if outcome == HANG:
            await self.release.wait()
        if outcome in (DROP, HANG):
            return self._gone(request)
        message = {
            "message_id": 1000 + len(self.taken),
            "date": 0,
            "chat": {"id": chat, "type": "private"},
            "text": fields["text"],
        }
        return web.json_response({"ok": True, "result": message})

    def _gone(self, request: web.Request) -> web.StreamResponse:
        if request.transport is not None:  # the other side may have gone first
            request.transport.abort()
        return web.Response()


@asynccontextmanager
async def small_telegram(sock: socket.socket | None = None) -> AsyncIterator[SmallTelegram]:
    """Listens on *sock*, which is bound already, or on any free port."""
    telegram = SmallTelegram()
    app = web.Application()
    app.router.add_post("/bot{token}/sendMessage", telegram.answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    if sock is None:
        sock = socket.socket()
        sock.bind(("127.0.0.1", 0))
    await web.SockSite(runner, sock).start()
    telegram.base = f"http://127.0.0.1:{sock.getsockname()[1]}/bot"
    try:
        yield telegram
    finally:
        telegram.release.set()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(runner.cleanup(), 5)
