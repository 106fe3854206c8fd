"""Killed, stopped, started twice, started alone: what was due comes, and is accounted for."""

from __future__ import annotations

import asyncio
import socket
import sys
from functools import partial
from typing import Any

import pytest

from bench.trial.run import trial
from bench.trial.schedule import of_kills
from tests.e2e.house import ROOT, TOKEN, House
from tests.e2e.test_first_minutes import MICROSOFT, read

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
HEADLINE = "مايكروسوفت تعلن مراجعة عقودها"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def open_house(house: House) -> None:
    """Start the bot, and let it read its one source."""
    house.catalogue("one")
    house.paper.items["one"] = MICROSOFT
    await house.start()
    await read(house, "one")
    await asyncio.sleep(2)


async def test_kills_in_a_fan_out_lose_nothing_and_double_only_what_was_in_doubt() -> None:
    account, pace = await trial(7, 200, partial(of_kills, kills=6))
    assert account.wrong == []
    assert account.kept
    assert account.kills == 6
    assert account.sent + account.unsure == account.owed
    assert account.owed > 800
    assert pace["in_a_second"] <= 30
    assert pace["under_way"] <= 16
    assert pace["refused_for_pace"] == pace["sent_despite_retry_after"] == 0


async def test_a_stop_takes_ten_seconds_at_most_whatever_is_in_flight(house: House) -> None:
    await open_house(house)
    people = [await house.person() for _ in range(6)]
    await house.post("faults", kind="stall", method="sendMessage", count=None, seconds=60)
    for user in people:
        await house.say(user, "/help")

    async def in_flight() -> bool:
        return bool((await house.get("faults"))["struck"].get("stall", 0) >= 3)

    await house.until(in_flight)
    assert await house.stop() == 0
    assert "Traceback" not in house.log()


async def test_what_people_said_while_it_was_down_is_answered_once(house: House) -> None:
    await open_house(house)
    people = [await house.person() for _ in range(5)]
    await house.kill()
    for user in people:
        await house.say(user, "/help")
    await house.start()
    for user in people:
        await house.wait(user, 1)
    await asyncio.sleep(1)
    await house.kill()
    await house.start()
    await house.say(people[0], "/settings")
    await house.wait(people[0], 2)
    answers = [len(await house.messages(user)) for user in people]
    assert answers == [2, 1, 1, 1, 1]


async def test_an_answer_that_a_kill_cut_short_comes_after_the_restart(house: House) -> None:
    await open_house(house)
    user = await house.person()
    await house.post(
        "faults", kind="retry_after", method="sendMessage", chat_id=user, retry_after=6
    )
    await house.say(user, "/help")

    async def refused() -> bool:
        return bool((await house.get("faults"))["struck"])

    await house.until(refused)
    await house.kill()
    assert await house.messages(user) == []
    await house.start()
    await house.wait(user, 1, seconds=40)
    await asyncio.sleep(1)
    assert len(await house.messages(user)) == 1


async def test_a_second_start_on_the_same_data_says_so_and_stops(house: House) -> None:
    await open_house(house)
    status, out, err = await house.command("serve")
    assert status == 1
    assert out == ""
    assert "already running with this data folder" in err
    assert len(err.strip().splitlines()) == 1
    user = await house.person()
    await house.say(user, "/help")
    await house.wait(user, 1)


async def test_a_bot_api_that_is_down_at_the_start_is_waited_for(house: House) -> None:
    port = free_port()
    house.extra["MUJAZ_TELEGRAM_API"] = f"http://127.0.0.1:{port}"
    await open_house(house)
    assert house.process is not None
    assert house.process.returncode is None
    assert house.log().count("telegram.unreachable") == 1
    late = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot.playground", "--token", TOKEN, "--port", str(port)),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        assert late.stdout is not None
        house.api = (await late.stdout.readline()).decode().strip()
        user = await house.person()
        await house.post("start", user_id=user, parameter="microsoft-israel")
        await house.wait(user, 2)
        assert HEADLINE in (await house.messages(user))[1]["text"]
        assert await house.stop() == 0
    finally:
        late.terminate()
        await late.wait()


async def test_one_chats_trouble_is_its_own(house: House) -> None:
    """A Retry-After, a block, refused markup, and a server error, each in one chat of five."""
    await open_house(house)
    waits, blocks, garbles, fails, fine = [await house.person() for _ in range(5)]
    people = (waits, blocks, garbles, fails, fine)
    for user in people:
        await house.say(user, "/help")
        await house.wait(user, 1)
    errors: dict[int, dict[str, Any]] = {
        waits: {"kind": "retry_after", "retry_after": 5},
        blocks: {
            "kind": "error",
            "code": 403,
            "description": "Forbidden: bot was blocked by the user",
        },
        garbles: {"kind": "error", "code": 400, "description": "Bad Request: can't parse entities"},
        fails: {"kind": "gateway"},
    }
    for user in people:  # the answer to Start is taken, the digest after it is not
        await house.post("start", user_id=user, parameter="microsoft-israel")
        if user in errors:
            await house.wait(user, 2)
            await house.post("faults", method="sendMessage", chat_id=user, **errors[user])
    for user in (fine, garbles, fails, waits):
        await house.wait(user, 3)
    digests = {
        user: [m for m in await house.messages(user) if HEADLINE in m["text"]] for user in people
    }
    assert {user: len(found) for user, found in digests.items()} == {
        waits: 1, blocks: 0, garbles: 1, fails: 1, fine: 1,
    }  # fmt: skip
    assert {e["type"] for e in digests[garbles][0].get("entities", [])} <= {"url"}
    assert any(e["type"] == "text_link" for e in digests[fine][0]["entities"])
    assert digests[fine][0]["date"] <= digests[waits][0]["date"]
    await house.say(blocks, "/help")
    await house.wait(blocks, 3)
    assert await house.refusals() == []


@pytest.fixture
def webhook(house: House) -> str:
    port = free_port()
    house.extra["MUJAZ_WEB"] = f"127.0.0.1:{port}"
    house.extra["MUJAZ_WEBHOOK_URL"] = f"http://127.0.0.1:{port}"
    house.extra["MUJAZ_WEBHOOK_SECRET"] = "the-secret-of-this-trial"
    return f"http://127.0.0.1:{port}/telegram"


async def posted(house: House, url: str, headers: dict[str, str]) -> int:
    user = await house.person()
    update = {
        "update_id": 1,
        "message": {
            "message_id": 1,
            "date": 1_790_000_000,
            "text": "/help",
            "chat": {"id": user, "type": "private", "first_name": "قارئة"},
            "from": {"id": user, "is_bot": False, "first_name": "قارئة"},
        },
    }
    async with house.session.post(url, json=update, headers=headers) as answer:
        return answer.status


async def test_updates_come_by_webhook_and_only_with_the_secret(house: House, webhook: str) -> None:
    await open_house(house)
    user = await house.person()
    await house.post("start", user_id=user, parameter="microsoft-israel")
    await house.wait(user, 2)
    assert (await house.get("state"))["webhook"]["url"] == webhook
    assert await posted(house, webhook, {}) == 403
    assert await posted(house, webhook, {SECRET_HEADER: "another-secret"}) == 403
    assert await house.stop() == 0
    assert "the-secret-of-this-trial" not in house.log()
    await house.say(user, "/help")
    await house.post("faults", kind="gateway", method="getMe", count=4)  # it comes while connecting
    await house.start()
    await house.wait(user, 3)
    assert await house.stop() == 0
    del house.extra["MUJAZ_WEBHOOK_URL"]
    await house.say(user, "/settings")
    await house.start()
    await house.wait(user, 4)
    assert (await house.get("state"))["webhook"]["url"] == ""
    assert await house.refusals() == []
