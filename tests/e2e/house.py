"""The whole house: `run.py serve`, the local Bot API and a feed server, as they run in earnest.

The bot and the Bot API are processes of their own; the feed server is the test's, so that a test
can change what it serves.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import format_datetime
from html import escape
from pathlib import Path
from typing import Any

import aiohttp
import yaml
from aiohttp import web

ROOT = Path(__file__).parents[2]
TOKEN = "123456:local-test-token-of-the-house"

Serve = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Item:
    title: str
    text: str
    url: str
    age: timedelta = timedelta(minutes=5)
    guid: str | None = None


@dataclass
class Paper:
    """A feed server on loopback: each source has items, or a handler of its own."""

    base: str
    now: Callable[[], datetime]
    items: dict[str, list[Item]] = field(default_factory=dict)
    serve: dict[str, Serve] = field(default_factory=dict)
    asked: dict[str, int] = field(default_factory=dict)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["name"]
        self.asked[name] = self.asked.get(name, 0) + 1
        if name in self.serve:
            return await self.serve[name](request)
        return web.Response(body=self.rss(name).encode(), content_type="application/rss+xml")

    def rss(self, name: str) -> str:
        rows = "".join(
            f"<item><title>{escape(i.title)}</title><link>{i.url}</link>"
            f"<guid isPermaLink='false'>{i.guid or i.url}</guid>"
            f"<pubDate>{format_datetime(self.now() - i.age)}</pubDate>"
            f"<description>{escape(i.text)}</description></item>"
            for i in self.items.get(name, [])
        )
        return f"<rss version='2.0'><channel><title>{name}</title>{rows}</channel></rss>"


@dataclass
class House:
    """One trial: a data folder, a catalogue, a Bot API, and the bot as a process."""

    folder: Path
    paper: Paper
    api: str
    session: aiohttp.ClientSession
    extra: dict[str, str] = field(default_factory=dict)
    process: asyncio.subprocess.Process | None = None

    def catalogue(self, *names: str, language: str = "ar") -> None:
        """Write sources.yaml with a source for each name; ``en-…``, ``he-…`` say the language."""
        entries = [
            {
                "id": name,
                "name": f"صحيفة {name}",
                "url": f"{self.paper.base}/{name}",
                "language": name[:2] if name[:3] in ("en-", "he-") else language,
            }
            for name in names
        ]
        text = yaml.safe_dump(entries, allow_unicode=True)
        (self.folder / "sources.yaml").write_text(text, encoding="utf-8")

    def environment(self) -> dict[str, str]:
        kept = {k: v for k, v in os.environ.items() if not k.startswith("MUJAZ_")}
        return {
            **kept,
            "MUJAZ_TELEGRAM_TOKEN": TOKEN,
            "MUJAZ_TELEGRAM_API": self.api,
            "MUJAZ_DATA": str(self.folder / "data"),
            "MUJAZ_SOURCES": str(self.folder / "sources.yaml"),
            "MUJAZ_PRIVATE_NETWORK": "true",
            "MUJAZ_POLL_INTERVAL": "60",
            "MUJAZ_WEB": "127.0.0.1:0",
            "MUJAZ_EMBEDDINGS": "off",
            **self.extra,
        }

    async def start(self) -> None:
        log = (self.folder / "serve.log").open("ab")
        self.process = await asyncio.create_subprocess_exec(
            sys.executable,
            "run.py",
            "serve",
            cwd=ROOT,
            env=self.environment(),
            stderr=log,
            stdout=log,
            stdin=asyncio.subprocess.DEVNULL,
        )
        log.close()

    def log(self) -> str:
        return (self.folder / "serve.log").read_text(encoding="utf-8")

    async def kill(self) -> None:
        """kill -9, as a power cut would."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        await self.process.wait()

    async def stop(self) -> int:
        """SIGTERM; the exit status."""
        assert self.process is not None
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGTERM)
            await asyncio.wait_for(self.process.wait(), 10)
        assert self.process.returncode is not None
        return self.process.returncode

    async def command(self, *arguments: str) -> tuple[int, str, str]:
        """Another ``run.py`` command beside the bot: status, stdout, stderr."""
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "run.py",
            *arguments,
            cwd=ROOT,
            env=self.environment(),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            stdin=asyncio.subprocess.DEVNULL,
        )
        out, err = await asyncio.wait_for(process.communicate(), 120)
        assert process.returncode is not None
        return process.returncode, out.decode(), err.decode()

    # --- the world of the local Bot API

    async def post(self, path: str, **body: Any) -> Any:
        async with self.session.post(f"{self.api}/control/{path}", json=body) as answer:
            found = await answer.json()
            assert answer.status == 200, found
            return found

    async def get(self, path: str, **query: Any) -> Any:
        async with self.session.get(f"{self.api}/control/{path}", params=query) as answer:
            found = await answer.json()
            assert answer.status == 200, found
            return found

    async def person(self, **fields: Any) -> int:
        made = await self.post("users", first_name="قارئة", **fields)
        return int(made["user"]["id"])

    async def say(self, user: int, text: str, **where: Any) -> Any:
        return await self.post("say", user_id=user, text=text, **where)

    async def press(self, user: int, **which: Any) -> Any:
        return await self.post("press", user_id=user, **which)

    async def wait(self, chat: int, count: int = 1, seconds: float = 30, after: int = 0) -> Any:
        """Until the bot had *count* changes accepted in *chat*; those changes."""
        found = await self.get("wait", chat_id=chat, count=count, timeout=seconds, after=after)
        assert found["reached"], f"waited for {count}, got {found['accepted']}\n{self.log()}"
        return found["accepted"]

    async def messages(self, chat: int) -> list[Any]:
        """What the bot's messages in *chat* say now."""
        return list((await self.get(f"chats/{chat}/messages", **{"from": "bot"}))["messages"])

    async def refusals(self) -> list[Any]:
        """Calls that the server refused, other than by an injected fault."""
        return list((await self.get("refusals", injected="false"))["refusals"])

    async def until(self, true: Callable[[], Awaitable[bool]], seconds: float = 30) -> None:
        """Wait until *true* holds, looking often."""
        for _ in range(int(seconds * 10)):
            if await true():
                return
            await asyncio.sleep(0.1)
        raise AssertionError(f"it never came to be\n{self.log()}")
