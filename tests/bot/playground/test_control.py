"""The control API: what tests lean on."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import TYPE_CHECKING

import aiohttp
import pytest

from bot.playground.server import start
from bot.playground.world import World

if TYPE_CHECKING:
    from tests.bot.playground.conftest import Trial


async def test_accepted_messages_are_written_before_the_answer(tmp_path: Path) -> None:
    path = tmp_path / "record.jsonl"
    playground = await start(World(record_path=path))
    async with aiohttp.ClientSession() as session:
        users = f"{playground.url}/control/users"
        async with session.post(users, json={"id": 7, "start": True}) as made:
            assert made.status == 200
        params = {
            "chat_id": 7,
            "text": "<b>خبر</b>",
            "parse_mode": "HTML",
            "disable_notification": True,
        }
        url = f"{playground.url}/bot{playground.world.token}/sendMessage"
        async with session.post(url, json=params) as answer:
            message_id = (await answer.json())["result"]["message_id"]
        (entry,) = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    await playground.close()
    assert entry["seq"] == 1
    assert (entry["chat_id"], entry["message_id"], entry["text"]) == (7, message_id, "خبر")
    assert entry["entities"] == [{"type": "bold", "offset": 0, "length": 3}]
    assert entry["silent"] is True
    assert entry["params"]["text"] == "<b>خبر</b>"


@pytest.mark.parametrize("shape", ["query", "form", "multipart", "json"])
async def test_parameters_come_in_four_shapes(trial: Trial, shape: str) -> None:
    reader = await trial.reader()
    url = f"{trial.url}/bot{trial.world.token}/SENDMESSAGE"
    values = {"chat_id": str(reader), "text": "مرحبا", "disable_notification": "true"}
    request = {
        "query": trial.session.get(url, params=values),
        "form": trial.session.post(url, data=values),
        "multipart": trial.session.post(url, data=_multipart(values)),
        "json": trial.session.post(url, json=values),
    }
    for name, pending in request.items():
        if name != shape:
            pending.close()
    async with request[shape] as answer:
        assert (await answer.json())["result"]["text"] == "مرحبا"
    assert trial.world.record.accepted[0].silent


def _multipart(values: dict[str, str]) -> aiohttp.FormData:
    form = aiohttp.FormData(default_to_multipart=True)
    for name, value in values.items():
        form.add_field(name, value)
    return form


async def test_waiting_ends_when_the_messages_are_there(trial: Trial) -> None:
    reader = await trial.reader()
    waiting = asyncio.create_task(
        trial.control("GET", f"/wait?chat_id={reader}&count=2&timeout=20")
    )
    for text in ("أولى", "ثانية"):
        await trial.ok("sendMessage", chat_id=reader, text=text)
    reached = await waiting
    assert reached["reached"]
    assert [entry["text"] for entry in reached["accepted"]] == ["أولى", "ثانية"]
    none = await trial.control("GET", f"/wait?chat_id={reader}&after=2&timeout=0.05")
    assert none == {"reached": False, "accepted": []}


async def test_the_record_tells_which_link_is_previewed(trial: Trial) -> None:
    reader = await trial.reader()
    call = {"chat_id": reader, "text": "<a href='https://example.com/x'>x</a>"}
    await trial.ok("sendMessage", **call, parse_mode="HTML")
    off = {"is_disabled": True}
    await trial.ok("sendMessage", **call, parse_mode="HTML", link_preview_options=off)
    await trial.ok("sendMessage", chat_id=reader, text="خبر https://example.com/y.")
    previews = [entry.preview for entry in trial.world.record.accepted]
    assert previews == ["https://example.com/x", None, "https://example.com/y"]


async def test_start_lets_a_blocked_bot_in_again(trial: Trial) -> None:
    reader = await trial.reader()
    await trial.control("POST", "/block", user_id=reader)
    await trial.control("POST", "/start", user_id=reader)
    assert (await trial.ok("sendMessage", chat_id=reader, text="x"))["text"] == "x"
    standings = [
        u["my_chat_member"]["new_chat_member"]["status"]
        for u in await trial.ok("getUpdates")
        if "my_chat_member" in u
    ]
    assert standings == ["kicked", "member"]


async def test_an_unanswered_button_is_told_as_such(trial: Trial) -> None:
    reader = await trial.reader()
    markup = {"inline_keyboard": [[{"text": "زر", "callback_data": "d"}]]}
    sent = await trial.ok("sendMessage", chat_id=reader, text="x", reply_markup=markup)
    pressed = await trial.control("POST", "/press", user_id=reader, text="زر", wait=0.05)
    assert (pressed["answered"], pressed["after"]) == (False, None)
    assert pressed["message_id"] == sent["message_id"]
    waiting = await trial.control("GET", "/queries?answered=false")
    assert [query["data"] for query in waiting["queries"]] == ["d"]


@pytest.mark.parametrize(
    ("path", "body", "status", "error"),
    [
        ("/say", {"user_id": 1, "text": "x"}, 404, "no user 1"),
        ("/say", {"user_id": 7}, 400, "'text' is missing"),
        ("/press", {"user_id": 7, "data": "d"}, 404, "no message with buttons in chat 7"),
        ("/chats", {"type": "room", "creator": 7}, 400, "no such kind of chat: 'room'"),
        ("/start", {"user_id": 7, "parameter": "ش"}, 400, "a start parameter has"),
        ("/users", {"id": 7}, 400, "user id 7 is taken"),
        ("/faults", {"kind": "flood"}, 400, "unknown fault 'flood'"),
    ],
)
async def test_mistakes_are_named(
    trial: Trial, path: str, body: dict[str, object], status: int, error: str
) -> None:
    await trial.reader(id=7)
    async with trial.session.post(f"{trial.url}/control{path}", json=body) as answer:
        assert answer.status == status
        assert (await answer.json())["error"].startswith(error)


async def test_a_page_can_follow_the_events_of_a_chat(trial: Trial) -> None:
    reader, other = await trial.reader(), await trial.reader("سعاد")
    async with trial.session.get(f"{trial.url}/control/events?chat_id={reader}") as stream:
        await stream.content.readuntil(b"\n\n")
        await trial.ok("sendMessage", chat_id=other, text="لغيرها")
        await trial.ok("sendMessage", chat_id=reader, text="لها")
        block = await asyncio.wait_for(stream.content.readuntil(b"\n\n"), 5)
    name, data = block.decode().strip().split("\n")
    assert name == "event: message"
    assert json.loads(data.removeprefix("data: "))["message"]["text"] == "لها"
