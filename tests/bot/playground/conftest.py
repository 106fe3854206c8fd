"""A playground on loopback, and two ways to speak to it: as the bot, and through control."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest

from bot.playground.clock import HandClock
from bot.playground.server import Playground, start
from bot.playground.world import World


@dataclass
class Trial:
    """``bot`` and ``control`` give status and body; ``clock`` moves the world's time."""

    playground: Playground
    session: aiohttp.ClientSession
    clock: HandClock

    @property
    def world(self) -> World:
        return self.playground.world

    @property
    def url(self) -> str:
        return self.playground.url

    async def bot(self, method: str, /, **params: Any) -> dict[str, Any]:
        url = f"{self.url}/bot{self.world.token}/{method}"
        async with self.session.post(url, json=params) as answer:
            body: dict[str, Any] = await answer.json()
            assert body["ok"] == (answer.status == 200)
            assert body.get("error_code", 200) == answer.status
            return body

    async def ok(self, method: str, /, **params: Any) -> Any:
        body = await self.bot(method, **params)
        assert body["ok"], body
        return body["result"]

    async def refused(self, method: str, /, **params: Any) -> str:
        body = await self.bot(method, **params)
        assert not body["ok"], body
        return str(body["description"])

    async def control(self, method: str, path: str, /, **body: Any) -> dict[str, Any]:
        async with self.session.request(method, f"{self.url}/control{path}", json=body) as answer:
            result: dict[str, Any] = await answer.json()
            assert answer.status == 200, result
            return result

    async def reader(self, name: str = "ليلى", **more: Any) -> int:
        """A person who pressed Start; gives their id, which is the private chat's too."""
        made = await self.control("POST", "/users", first_name=name, start=True, **more)
        return int(made["user"]["id"])

    async def chat(self, kind: str, creator: int, bot: str | None = "member", **more: Any) -> int:
        made = await self.control("POST", "/chats", type=kind, creator=creator, bot=bot, **more)
        return int(made["chat"]["id"])


@pytest.fixture
async def trial() -> AsyncIterator[Trial]:
    clock = HandClock()
    playground = await start(World(clock=clock))
    async with aiohttp.ClientSession() as session:
        yield Trial(playground, session, clock)
    await playground.close()
