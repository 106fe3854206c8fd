"""A stop takes ten seconds at most, whatever is under way; two starts at once are one."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from aiohttp import web

from digests.clock import Clock
from tests.digests.summaries.endpoint import serve, stall
from tests.e2e.house import ROOT, House
from tests.e2e.test_first_minutes import MICROSOFT, read
from tests.e2e.test_restarts import HEADLINE, open_house


def worker_of(bot: int) -> int:
    """The process in which documents are read."""
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            spawned = b"spawn_main" in (entry / "cmdline").read_bytes()
        except OSError:
            continue
        if parent == bot and spawned:
            return int(entry.name)
    raise AssertionError("it has no such process")


def runs(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


async def test_a_worker_that_hangs_keeps_no_stop(house: House) -> None:
    come = asyncio.Event()

    async def later(_request: web.Request) -> web.StreamResponse:
        await come.wait()
        return web.Response(text=house.paper.rss("two"), content_type="application/rss+xml")

    house.catalogue("one", "two")
    house.paper.items["one"] = MICROSOFT
    house.paper.serve["two"] = later
    await house.start()
    await read(house, "one", "two")
    await asyncio.sleep(2)
    assert house.process is not None
    worker = worker_of(house.process.pid)
    os.kill(worker, signal.SIGSTOP)
    come.set()
    await asyncio.sleep(2)
    assert await house.stop() == 0
    assert not runs(worker)
    assert "Traceback" not in house.log()


async def test_a_model_that_never_answers_keeps_no_stop(house: House) -> None:
    async with serve() as endpoint:
        house.extra |= {"MUJAZ_LLM_URL": endpoint.url, "MUJAZ_LLM_MODEL": "m"}
        house.extra["MUJAZ_CLOCK"] = "2026-11-24T16:55:00Z@20"
        house.paper.now = Clock.parse(house.extra["MUJAZ_CLOCK"]).now
        endpoint.reply = stall
        house.catalogue("one")
        house.paper.items["one"] = MICROSOFT[:1]
        await house.start()
        await read(house, "one")
        await asyncio.sleep(1)
        await house.post("start", user_id=await house.person(), parameter="microsoft-israel")
        more = MICROSOFT[1].text + " وذكرت الشركة أن المركز يوظف 300 شخص في مدينة حيفا."
        centre = replace(MICROSOFT[1], text=more, age=timedelta(minutes=1))
        house.paper.items["one"] = [MICROSOFT[0], centre]

        async def asked() -> bool:
            return bool(endpoint.asked)

        await house.until(asked, 60)
        assert await house.stop() == 0
        assert "Traceback" not in house.log()


async def test_a_database_that_another_program_holds_keeps_no_stop(house: House) -> None:
    await open_house(house)
    user = await house.person()
    other = sqlite3.connect(house.folder / "data" / "mujaz.db", isolation_level=None, timeout=20)
    other.execute("BEGIN IMMEDIATE")
    await house.post("start", user_id=user, parameter="microsoft-israel")
    await house.say(user, "/help")
    await asyncio.sleep(1)
    assert await house.stop() == 0
    other.execute("ROLLBACK")
    other.close()
    assert "Traceback" not in house.log()
    await house.start()

    async def times_told() -> int:
        return sum(HEADLINE in m["text"] for m in await house.messages(user))

    async def told() -> bool:  # what was not handled came again
        return await times_told() > 0

    await house.until(told)
    await asyncio.sleep(2)
    assert await times_told() == 1


async def test_of_several_starts_at_once_one_serves(house: House) -> None:
    house.catalogue("one")
    house.paper.items["one"] = MICROSOFT
    house.extra["MUJAZ_WEB"] = "127.0.0.1:0"
    bots = [
        await asyncio.create_subprocess_exec(
            *(sys.executable, "run.py", "serve"),
            cwd=ROOT,
            env=house.environment(),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        for _ in range(4)
    ]
    ends = [asyncio.create_task(bot.communicate()) for bot in bots]
    try:
        await read(house, "one")

        async def three_ended() -> bool:
            return sum(end.done() for end in ends) == 3

        await house.until(three_ended, 60)
        user = await house.person()
        await house.say(user, "/help")
        await house.wait(user, 1)
        await asyncio.sleep(1)
        assert len(await house.messages(user)) == 1
    finally:
        for bot in bots:
            if bot.returncode is None:
                bot.send_signal(signal.SIGTERM)
        said = [(await end)[1].decode() for end in ends]
    assert sorted(bot.returncode or 0 for bot in bots) == [0, 1, 1, 1]
    for bot, text in zip(bots, said, strict=True):
        if bot.returncode:
            assert "already running with this data folder" in text
            assert len(text.strip().splitlines()) == 1


async def test_a_machine_that_slept_over_two_digests_sends_one(house: House) -> None:
    house.extra["MUJAZ_CLOCK"] = "2026-11-24T16:00:00Z@20"  # 19:00 in Riyadh
    house.paper.now = Clock.parse(house.extra["MUJAZ_CLOCK"]).now
    house.catalogue("one")
    house.paper.items["one"] = MICROSOFT[:1]
    await house.start()
    await read(house, "one")
    await asyncio.sleep(2)
    user = await house.person()
    await house.post("start", user_id=user, parameter="microsoft-israel")
    await house.wait(user, 2)
    house.paper.items["one"] = [MICROSOFT[0], replace(MICROSOFT[1], age=timedelta(minutes=1))]
    asked = house.paper.asked["one"]

    async def read_again() -> bool:
        return house.paper.asked["one"] > asked + 1

    await house.until(read_again)
    assert await house.stop() == 0
    house.extra["MUJAZ_CLOCK"] = "2026-11-26T10:00:00Z@1"  # after two evenings
    await house.start()
    await house.wait(user, 3, seconds=60)
    await asyncio.sleep(3)
    told = [m["text"] for m in await house.messages(user)]
    assert len(told) == 3
    assert "مركز بيانات" in told[2]
    assert await house.stop() == 0
