"""Updates on their way to the bot: polling, confirming, conflicts, kinds, and the webhook."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from aiohttp import web

from bot.playground.server import create_app
from bot.playground.world import World

if TYPE_CHECKING:
    from tests.bot.playground.conftest import Trial


async def test_unconfirmed_updates_come_again(trial: Trial) -> None:
    reader = await trial.reader()
    first = await trial.ok("getUpdates")
    assert [u["message"]["text"] for u in first] == ["/start"]
    assert await trial.ok("getUpdates") == first
    await trial.control("POST", "/say", user_id=reader, text="ثانية")
    await trial.control("POST", "/say", user_id=reader, text="ثالثة")
    second = await trial.ok("getUpdates", offset=first[0]["update_id"] + 1, limit=1)
    assert [u["message"]["text"] for u in second] == ["ثانية"]
    last = await trial.ok("getUpdates", offset=-1)
    assert [u["message"]["text"] for u in last] == ["ثالثة"]
    assert await trial.ok("getUpdates", offset=last[0]["update_id"] + 1) == []


async def test_a_long_poll_answers_as_soon_as_something_comes(trial: Trial) -> None:
    poll = asyncio.create_task(trial.ok("getUpdates", timeout=50))
    await asyncio.sleep(0.05)
    await trial.reader()
    updates = await asyncio.wait_for(poll, 5)
    assert updates[0]["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]


async def test_a_second_poller_sends_the_first_one_away(trial: Trial) -> None:
    first = asyncio.create_task(trial.refused("getUpdates", timeout=50))
    await asyncio.sleep(0.05)
    second = asyncio.create_task(trial.ok("getUpdates", timeout=50))
    assert await asyncio.wait_for(first, 5) == (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance "
        "is running"
    )
    await trial.reader()
    assert len(await asyncio.wait_for(second, 5)) == 1


async def test_a_killed_poller_leaves_no_refusal_behind(trial: Trial) -> None:
    poll = asyncio.create_task(trial.ok("getUpdates", timeout=50))
    await asyncio.sleep(0.05)
    poll.cancel()
    await asyncio.gather(poll, return_exceptions=True)
    await asyncio.sleep(0.05)
    assert await trial.ok("getUpdates") == []
    assert trial.world.record.refused == []


async def test_only_wanted_kinds_come(trial: Trial) -> None:
    reader = await trial.reader()
    other = await trial.reader("سعاد")
    group = await trial.chat("supergroup", reader, bot="administrator")
    await trial.ok("getUpdates", offset=-1)
    await trial.control("POST", f"/chats/{group}/members", user_id=other)
    assert all("chat_member" not in u for u in await trial.ok("getUpdates"))
    await trial.ok("getUpdates", allowed_updates=["chat_member"])
    await trial.control("POST", f"/chats/{group}/members", user_id=other, status="left")
    await trial.control("POST", "/say", user_id=reader, text="لا تصل")
    assert "chat_member" in (await trial.ok("getUpdates"))[-1]


async def test_what_the_bot_hears_in_a_group(trial: Trial) -> None:
    reader = await trial.reader()
    group = await trial.chat("supergroup", reader)
    trial.world.pace.enabled = False
    sent = await trial.ok("sendMessage", chat_id=group, text="x")

    async def heard(text: str, **more: Any) -> bool:
        said = await trial.control("POST", "/say", user_id=reader, chat_id=group, text=text, **more)
        return bool(said["delivered"])

    assert not await heard("كلام عادي")
    assert await heard("/latest")
    assert await heard(f"/latest@{trial.world.username}")
    assert not await heard("/latest@another_bot")
    assert await heard(f"سؤال @{trial.world.username}")
    assert await heard("جواب", reply_to=sent["message_id"])
    await trial.control("POST", f"/chats/{group}/bot", status="administrator")
    assert await heard("كلام عادي")


async def test_adding_blocking_and_migrating_are_told(trial: Trial) -> None:
    reader = await trial.reader()
    group = await trial.chat("group", reader)
    await trial.control("POST", f"/chats/{group}/migrate")
    await trial.control("POST", "/block", user_id=reader)
    kinds = [
        next(name for name in update if name != "update_id")
        for update in await trial.ok("getUpdates")
    ]
    assert kinds == ["message", "my_chat_member", "message", "message", "message", "my_chat_member"]


@dataclass
class Hook:
    """A bot's web server that answers what it is told to."""

    url: str = ""
    status: list[int] = field(default_factory=list)
    body: dict[str, Any] = field(default_factory=dict)
    got: list[tuple[dict[str, Any], str]] = field(default_factory=list)
    arrived: asyncio.Event = field(default_factory=asyncio.Event)

    async def answer(self, request: web.Request) -> web.Response:
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        self.got.append((await request.json(), secret))
        status = self.status.pop(0) if self.status else 200
        if status == 200:
            self.arrived.set()
        return web.json_response(self.body, status=status)


async def listen(app: web.Application) -> tuple[web.AppRunner, str]:
    runner = web.AppRunner(app, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    return runner, f"http://127.0.0.1:{runner.addresses[0][1]}"


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    app = web.Application()
    app.router.add_post("/hook", hook.answer)
    runner, base = await listen(app)
    hook.url = base + "/hook"
    yield hook
    await runner.cleanup()


async def test_the_webhook_gets_updates_until_it_takes_them(trial: Trial, hook: Hook) -> None:
    world = World()
    runner, base = await listen(create_app(world, webhook_retry=0.01))
    hook.status = [500, 404]
    hook.body = {"method": "sendMessage", "chat_id": 77, "text": "من الخطاف"}

    async def call(method: str, **params: Any) -> dict[str, Any]:
        url = f"{base}/bot{world.token}/{method}"
        async with trial.session.post(url, json=params) as answer:
            result: dict[str, Any] = await answer.json()
            return result

    try:
        assert (await call("setWebhook", url=hook.url, secret_token="A-b_1"))["ok"]
        busy = await call("getUpdates")
        assert busy["error_code"] == 409
        assert busy["description"] == (
            "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to "
            "delete the webhook first"
        )
        async with trial.session.post(
            f"{base}/control/users", json={"id": 77, "start": True}
        ) as made:
            assert made.status == 200
        await asyncio.wait_for(hook.arrived.wait(), 5)
        async with trial.session.get(f"{base}/control/wait?chat_id=77") as waited:
            accepted = (await waited.json())["accepted"]
        assert [entry["text"] for entry in accepted] == ["من الخطاف"]
        assert len(hook.got) == 3
        assert {secret for _, secret in hook.got} == {"A-b_1"}
        info = (await call("getWebhookInfo"))["result"]
        assert info["last_error_message"] == "Wrong response from the webhook: 404 Not Found"
        assert (await call("deleteWebhook"))["ok"]
        assert (await call("getUpdates"))["result"] == []
    finally:
        await runner.cleanup()


@pytest.mark.parametrize(
    ("params", "description"),
    [
        (
            {"url": "http://example.com/x"},
            "bad webhook: An HTTPS URL must be provided for webhook",
        ),
        (
            {"url": "https://example.com:8080/x"},
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        (
            {"url": "https://example.com/x", "secret_token": "سر"},
            "secret token contains unallowed characters",
        ),
        ({"url": "https://example.com/x", "secret_token": "x" * 257}, "secret token is too long"),
    ],
)
async def test_webhooks_are_checked(trial: Trial, params: dict[str, str], description: str) -> None:
    assert await trial.refused("setWebhook", **params) == f"Bad Request: {description}"
