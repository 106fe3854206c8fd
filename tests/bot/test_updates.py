"""Updates: handled before they are confirmed, answered once, in order, nobody in another's way."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from telegram import Update
from telegram.ext import Application, ApplicationBuilder, TypeHandler

from bot import updates as under_test
from bot.request import Request
from bot.updates import Updates
from digests.store import updates as handled
from digests.store.database import Store
from handlers.context import App

TOKEN = "123456:the-token-of-the-update-queue"


@dataclass
class Queue:
    """Telegram's side of getUpdates: at most 100 at once, gone when a later offset is asked for."""

    base: str = ""
    waiting: list[dict[str, Any]] = field(default_factory=list)
    offsets: list[int | None] = field(default_factory=list)
    errors: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    came: asyncio.Event = field(default_factory=asyncio.Event)

    def put(self, number: int, chat: int = 1, text: str = "x") -> None:
        message = {
            "message_id": number,
            "date": 0,
            "chat": {"id": chat, "type": "private", "first_name": "x"},
            "text": text,
        }
        self.put_raw({"update_id": number, "message": message})

    def put_raw(self, update: dict[str, Any]) -> None:
        self.waiting.append(update)
        self.came.set()

    def ids(self) -> list[int]:
        return [int(u["update_id"]) for u in self.waiting]

    async def answer(self, request: web.Request) -> web.Response:
        form = await request.post()
        offset = int(str(form["offset"])) if "offset" in form else None
        self.offsets.append(offset)
        if self.errors:
            status, body = self.errors.pop(0)
            return web.Response(status=status, text=json.dumps(body))
        if offset is not None:
            self.waiting = [u for u in self.waiting if u["update_id"] >= offset]
        if not self.waiting and str(form.get("timeout", "0")) != "0":
            self.came.clear()
            await asyncio.wait([asyncio.create_task(self.came.wait())], timeout=0.3)
        return web.json_response({"ok": True, "result": self.waiting[:100]})


@dataclass
class Bot:
    """The bot's side, which handles an update by ``react``; ``seen`` is what it reacted to."""

    queue: Queue
    store: Store
    seen: list[int] = field(default_factory=list)
    react: Callable[[Update], Awaitable[None]] | None = None

    @asynccontextmanager
    async def polling(self, *, kill: bool = False) -> AsyncIterator[Updates]:
        async with _application(self.queue.base, self._on_update) as app:
            updates = Updates(app, self.store)
            task = asyncio.create_task(updates.poll())
            try:
                yield updates
            finally:
                task.cancel()
                if kill:
                    for one in updates._running.values():
                        one.cancel()
                await updates.stop(2)
                result = await asyncio.gather(task, return_exceptions=True)
                assert isinstance(result[0], asyncio.CancelledError), result

    async def _on_update(self, update: Update, _context: Any) -> None:
        if self.react is not None:
            await self.react(update)
        self.seen.append(update.update_id)

    async def until(self, what: Callable[[], bool]) -> None:
        for _ in range(2000):
            if what():
                return
            await asyncio.sleep(0.02)
        raise AssertionError(f"it never came: seen {self.seen}, waiting {self.queue.ids()}")


@asynccontextmanager
async def _application(base: str, callback: Any) -> AsyncIterator[App]:
    app: Any = (
        ApplicationBuilder()
        .token(TOKEN)
        .base_url(base)
        .request(Request())
        .get_updates_request(Request(connections=2))
        .updater(None)
        .job_queue(None)
        .build()
    )
    assert isinstance(app, Application)
    app.add_handler(TypeHandler(Update, callback))
    app._initialized = True  # getMe is not what this is about
    for request in app.bot._request:
        await request.initialize()
    yield app
    for request in app.bot._request:
        await request.shutdown()


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[Bot]:
    queue = Queue()
    server = web.Application()
    server.router.add_post("/bot{token}/getUpdates", queue.answer)
    runner = web.AppRunner(server, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    queue.base = f"http://127.0.0.1:{runner.addresses[0][1]}/bot"
    store = Store(tmp_path / "mujaz.db")
    yield Bot(queue, store)
    store.close()
    await runner.cleanup()


def remembered(bot: Bot) -> list[int]:
    return bot.store.read_now(
        lambda db: [row[0] for row in db.execute("SELECT id FROM handled_update ORDER BY id")]
    )


async def test_what_was_handled_is_confirmed_and_forgotten(bot: Bot) -> None:
    for number in (11, 12, 13):
        bot.queue.put(number, chat=number)
    async with bot.polling():
        await bot.until(lambda: not bot.queue.waiting and remembered(bot) == [])
    assert sorted(bot.seen) == [11, 12, 13]
    assert bot.queue.offsets[0] is None


async def test_what_a_kill_left_unhandled_comes_again(bot: Bot) -> None:
    never = asyncio.Event()

    async def hang(update: Update) -> None:
        if update.update_id != 12:
            await never.wait()

    bot.react = hang
    for number in (11, 12, 13):
        bot.queue.put(number, chat=number)
    async with bot.polling(kill=True):
        await bot.until(lambda: bot.seen == [12])
        await asyncio.sleep(0.5)
    assert bot.queue.ids() == [11, 12, 13]
    bot.react = None
    async with bot.polling():
        await bot.until(lambda: not bot.queue.waiting)
    assert sorted(bot.seen) == [11, 12, 13]


async def test_a_kill_between_handling_and_confirming_answers_nothing_twice(bot: Bot) -> None:
    bot.queue.put(11)
    bot.store.write_now(lambda db: handled.remember(db, 11))
    bot.queue.put(12)
    async with bot.polling():
        await bot.until(lambda: not bot.queue.waiting)
    assert bot.seen == [12]


async def test_one_chat_is_handled_in_order_and_others_meanwhile(bot: Bot) -> None:
    gate = asyncio.Event()

    async def wait_for_first(update: Update) -> None:
        if update.update_id == 11:
            await gate.wait()

    bot.react = wait_for_first
    bot.queue.put(11, chat=1)
    bot.queue.put(12, chat=1)
    bot.queue.put(13, chat=2)
    async with bot.polling():
        await bot.until(lambda: bot.seen == [13])
        bot.queue.put(14, chat=1)
        bot.queue.put(15, chat=2)
        await bot.until(lambda: bot.seen == [13, 15])
        assert 11 in bot.queue.ids()
        gate.set()
        await bot.until(lambda: not bot.queue.waiting)
    assert bot.seen == [13, 15, 11, 12, 14]


async def test_an_update_that_hangs_hides_nothing_that_comes_after_a_hundred_others(
    bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(under_test, "CROWD_PATIENCE", 0.3)
    never = asyncio.Event()

    async def hang(update: Update) -> None:
        if update.update_id == 1:
            await never.wait()

    bot.react = hang
    bot.queue.put(1, chat=1)
    async with bot.polling():
        for start in range(2, 302, 50):
            for number in range(start, start + 50):
                bot.queue.put(number, chat=number)
            await bot.until(lambda start=start: len(bot.seen) >= start + 48)  # type: ignore[misc]
        never.set()
    assert sorted(bot.seen) == list(range(1, 302))


async def test_a_crowd_that_is_being_handled_is_not_confirmed_before(
    bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(under_test, "CROWD_PATIENCE", 0.3)
    turn = asyncio.Semaphore(10)

    async def slowly(_update: Update) -> None:
        async with turn:
            await asyncio.sleep(0.1)

    bot.react = slowly
    for number in range(1, 101):
        bot.queue.put(number, chat=number)
    async with bot.polling(kill=True):
        await bot.until(lambda: len(bot.seen) >= 50)
    first = set(bot.seen)
    assert set(bot.queue.ids()) | first == set(range(1, 101))
    bot.react = None
    async with bot.polling():
        await bot.until(lambda: not bot.queue.waiting)
    assert sorted(bot.seen) == list(range(1, 101))


async def test_one_that_hangs_for_long_is_let_go_of(
    bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(under_test, "HANGING", 0.3)
    never = asyncio.Event()

    async def hang(_update: Update) -> None:
        await never.wait()

    bot.react = hang
    bot.queue.put(7)
    async with bot.polling():
        await bot.until(lambda: not bot.queue.waiting)
        asked = len(bot.queue.offsets)
        await asyncio.sleep(0.25)
        assert len(bot.queue.offsets) <= asked + 1
        never.set()


async def test_what_the_framework_cannot_read_hides_nothing(
    bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    bot.queue.put(11)
    bot.queue.put_raw({"update_id": 12, "message": "نص لا يُقرأ"})
    bot.queue.put(13)
    async with bot.polling():
        await bot.until(lambda: not bot.queue.waiting)
        bot.queue.put(14)
        await bot.until(lambda: not bot.queue.waiting)
    assert sorted(bot.seen) == [11, 13, 14]


@pytest.mark.parametrize(
    "error",
    [
        (500, {}),
        (502, {}),
        (429, {"ok": False, "description": "x", "parameters": {"retry_after": 1}}),
        (409, {"ok": False, "description": "Conflict: terminated by other getUpdates request"}),
        (401, {"ok": False, "description": "Unauthorized"}),
        (200, {"ok": True}),
    ],
)
async def test_errors_of_the_poll_are_outlived(
    bot: Bot, error: tuple[int, dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(under_test, "BACKOFF", (0.05,))
    bot.queue.errors.append(error)
    bot.queue.put(11)
    async with bot.polling():
        await bot.until(lambda: bot.seen == [11])
    assert bot.seen == [11]


async def test_a_database_that_cannot_be_written_stops_no_answers(bot: Bot) -> None:
    bot.store.write_now(lambda db: db.execute("PRAGMA query_only=ON").fetchall() and None)
    for number in range(11, 31):
        bot.queue.put(number, chat=number)
    async with bot.polling():
        await bot.until(lambda: not bot.queue.waiting)
    assert sorted(bot.seen) == list(range(11, 31))


async def test_the_same_update_at_once_from_two_connections_is_handled_once(bot: Bot) -> None:
    bot.queue.put(11)
    (raw,) = bot.queue.waiting
    async with _application(bot.queue.base, bot._on_update) as app:
        updates = Updates(app, bot.store)
        update = Update.de_json(raw, app.bot)
        tasks = await asyncio.gather(*(updates.take(update) for _ in range(3)))
        await asyncio.wait(tasks)
        await asyncio.wait([await updates.take(update)])
    assert bot.seen == [11]


def test_handled_ids_do_not_pile_up(tmp_path: Path) -> None:
    store = Store(tmp_path / "mujaz.db")
    for number in range(1, 60):
        store.write_now(lambda db, n=number: handled.remember(db, n, 10))  # type: ignore[misc]
    assert (
        store.read_now(lambda db: db.execute("SELECT count(*) FROM handled_update").fetchone()[0])
        == 11
    )
    store.close()
