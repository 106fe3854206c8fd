"""The web server: who may bring updates, when they are confirmed, and what health says."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot import web as under_test
from bot.web import SECRET_HEADER, WEBHOOK_PATH, WebServer
from digests.model import ChatKind, Place, Preferences
from digests.store import chats, deliveries
from digests.store.database import Store
from digests.store.deliveries import Priority
from digests.store.told import Part, StoredDigest

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
SECRET = "a-secret-of-the-webhook"


@dataclass
class Site:
    url: str
    store: Store
    session: aiohttp.ClientSession
    taken: list[dict[str, Any]] = field(default_factory=list)
    handling: asyncio.Task[None] | None = None
    broken: bool = False
    ready: bool = True
    arrived: asyncio.Event = field(default_factory=asyncio.Event)

    async def take(self, data: dict[str, Any]) -> asyncio.Task[None] | None:
        if self.broken:
            raise TypeError("the framework cannot read it")
        if not self.ready:
            return None
        self.taken.append(data)
        self.arrived.set()
        return self.handling or asyncio.create_task(asyncio.sleep(0))

    async def post(self, body: bytes | str = "{}", secret: str | None = SECRET) -> int:
        headers = {} if secret is None else {SECRET_HEADER: secret}
        async with self.session.post(self.url + WEBHOOK_PATH, data=body, headers=headers) as got:
            return got.status


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


@asynccontextmanager
async def site(folder: Path, *, webhook: bool = True) -> AsyncIterator[Site]:
    store, port = Store(folder / "mujaz.db"), free_port()
    server = WebServer(store, lambda: NOON, "127.0.0.1", port)
    async with aiohttp.ClientSession() as session:
        made = Site(f"http://127.0.0.1:{port}", store, session)
        if webhook:
            server.add_webhook(SECRET, made.take)
        await server.start()
        yield made
    await server.stop()
    store.close()


async def test_an_update_with_the_secret_is_taken(tmp_path: Path) -> None:
    async with site(tmp_path) as here:
        assert await here.post('{"update_id": 7}') == 200
        assert here.taken == [{"update_id": 7}]


async def test_an_update_that_cannot_be_handled_yet_comes_again(tmp_path: Path) -> None:
    async with site(tmp_path) as here:
        here.ready = False
        assert await here.post('{"update_id": 7}') == 503
        here.ready = True
        assert await here.post('{"update_id": 7}') == 200
        assert here.taken == [{"update_id": 7}]


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x", SECRET[:-1], "سرّ"])
async def test_without_the_secret_nothing_is_taken(tmp_path: Path, secret: str | None) -> None:
    async with site(tmp_path) as here:
        assert await here.post('{"update_id": 7}', secret) == 403
        assert here.taken == []


@pytest.mark.parametrize("body", ["", "no json", "[1]", b"\xff\xfe", '"text"'])
async def test_what_is_no_update_is_refused(tmp_path: Path, body: str | bytes) -> None:
    async with site(tmp_path) as here:
        assert await here.post(body) == 400
        assert await here.post("x" * (under_test.BODY + 1)) == 413
        assert here.taken == []


async def test_an_update_that_cannot_be_read_is_not_sent_for_ever(tmp_path: Path) -> None:
    async with site(tmp_path) as here:
        here.broken = True
        assert await here.post() == 200


async def test_an_update_is_confirmed_once_it_was_handled(tmp_path: Path) -> None:
    async with site(tmp_path) as here:
        gate = asyncio.Event()

        async def handle() -> None:
            await gate.wait()

        here.handling = asyncio.create_task(handle())
        answer = asyncio.create_task(here.post())
        await asyncio.sleep(0.2)
        assert not answer.done()
        gate.set()
        assert await answer == 200


async def test_an_update_that_a_stop_cut_short_comes_again(tmp_path: Path) -> None:
    async with site(tmp_path) as here:
        here.handling = asyncio.create_task(asyncio.sleep(1000))
        answer = asyncio.create_task(here.post())
        await asyncio.wait_for(here.arrived.wait(), 10)
        here.handling.cancel()
        assert await answer == 503


async def test_a_slow_update_keeps_telegram_waiting_for_so_long_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(under_test, "PATIENCE", 0.1)
    async with site(tmp_path) as here:
        here.handling = asyncio.create_task(asyncio.sleep(1000))
        assert await here.post() == 200
        here.handling.cancel()


async def test_without_a_webhook_there_is_no_way_in(tmp_path: Path) -> None:
    async with site(tmp_path, webhook=False) as here:
        assert await here.post() == 404


async def test_health_and_metrics_count_and_name_nobody(tmp_path: Path) -> None:
    async with site(tmp_path) as here:
        place = Place(424242)

        def fill(db: Any) -> None:
            chats.ensure(db, place, ChatKind.PRIVATE, Preferences(), NOON)
            deliveries.owe(db, place, StoredDigest(5, (Part("نص"),), ()), NOON, Priority.DIGEST)

        here.store.write_now(fill)
        async with here.session.get(here.url + "/health") as got:
            health = await got.json()
        assert health["status"] == "ok"
        assert health["sources"] == 0
        async with here.session.get(here.url + "/metrics") as got:
            metrics = await got.text()
        assert 'mujaz_deliveries{state="pending"} 1.0' in metrics
        assert 'mujaz_deliveries{state="sent"} 0.0' in metrics
        assert "424242" not in metrics + str(health)


async def test_health_says_when_the_database_cannot_be_read(tmp_path: Path) -> None:
    async with site(tmp_path) as here:
        here.store.close()
        async with here.session.get(here.url + "/health") as got:
            assert got.status == 503
            assert (await got.json())["status"] == "failing"


async def test_an_address_that_is_taken_is_told(tmp_path: Path) -> None:
    async with site(tmp_path) as here:
        port = int(here.url.rpartition(":")[2])
        second = WebServer(here.store, lambda: NOON, "127.0.0.1", port)
        with pytest.raises(OSError, match="in use"):
            await second.start()
        await second.stop()
