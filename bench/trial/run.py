"""One trial from its seed to its account.

chats subscribed ──> sources read once ──> events reported ──> 19:59:56, and the fan-out with
everything that goes wrong ──> faults end ──> rest ──> account
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import aiohttp

from bench.trial import readers as model
from bench.trial.account import Account, settle
from bench.trial.events import EVENTS
from bench.trial.feeds import GOOD, FeedServer
from bench.trial.house import EVE, House, TrialFailed
from bench.trial.readers import Reader
from bench.trial.schedule import Act, Schedule, Step
from bench.trial.tempo import measure
from digests.clock import Clock

#: The evening before the fan-out runs this many times as fast as the wall.
EVENING = 20
#: Seconds until what was reported is in the archive; until everything has come to rest, and how
#: much longer for each chat.
READING, REST, REST_A_CHAT = 90.0, 240.0, 0.1


#: Makes the schedule of a trial from its seed and readers.
Planned = Callable[[int, list[Reader]], Schedule]


async def trial(seed: int, private: int, planned: Planned) -> tuple[Account, dict[str, Any]]:
    """Run one trial; its account, and the figures of its pace."""
    readers = model.make(seed, private)
    schedule = planned(seed, readers)
    feeds = FeedServer()
    await feeds.start()
    try:
        with tempfile.TemporaryDirectory(prefix="mujaz-trial-") as folder:
            async with aiohttp.ClientSession() as session:
                house = House(Path(folder), feeds, session)
                try:
                    return await _carry_out(house, readers, schedule, seed)
                finally:
                    await house.close()
    finally:
        await feeds.stop()


async def _carry_out(
    house: House, readers: list[Reader], schedule: Schedule, seed: int
) -> tuple[Account, dict[str, Any]]:
    await house.build(readers)
    await _report(house)
    await house.post("faults", seed=seed, faults=[dict(fault) for fault in schedule.faults])
    await house.start(house.clock())
    jump = 0.0
    for step in schedule.steps:
        if step.up:
            await _until(house, house.ready, READING)
        await asyncio.sleep(step.after)
        await _take(house, step)
        if step.act in (Act.KILL, Act.STOP):
            jump = step.jump
    await house.forget_faults()
    if jump < 0:  # on a clock that is behind, the evening is still to come
        await _stop(house)
        await house.start(house.clock())
    await _rest(house, REST + REST_A_CHAT * len(readers))
    await _stop(house)
    return await settle(house, readers), measure(await house.witness())


async def _report(house: House) -> None:
    """Let the sources be read once, then report the events, and wait until they are stories."""
    clock = f"{EVE.isoformat()}@{EVENING}"
    now = Clock.parse(clock).now
    await house.start(clock)
    await _until(house, lambda: _polled(house), READING)
    house.feeds.publish(now())
    await _until(house, lambda: _grouped(house), READING)
    await house.stop()


def _polled(house: House) -> bool:
    if not house.database.exists() or not all(house.feeds.asked.get(name) for name in GOOD):
        return False
    read = house.query("SELECT source FROM source_state WHERE json_extract(state, '$.polled_once')")
    return {source for (source,) in read} >= set(GOOD)


def _grouped(house: House) -> bool:
    rows = house.query(
        "SELECT count(DISTINCT t.article) FROM article_topic t "
        "JOIN story_article s ON s.article = t.article "
        "JOIN story y ON y.id = s.story WHERE t.fresh = 1 AND y.summary IS NOT NULL"
    )
    return bool(rows[0][0] >= len(EVENTS))


async def _take(house: House, step: Step) -> None:
    if step.act in (Act.LOCK, Act.FULL):
        await _until(house, house.ready, READING)
    if step.act in (Act.KILL, Act.STOP):
        await (house.kill() if step.act is Act.KILL else _stop(house))
        await asyncio.sleep(step.seconds)
        await house.start(house.clock(step.jump))
    elif step.act is Act.BLOCK:
        await house.post("block", user_id=step.chat)
    elif step.act is Act.MIGRATE:
        await house.post(f"chats/{step.chat}/migrate")
    elif step.act is Act.CLOSE_THREAD:
        path = f"chats/{step.chat}/threads/{step.thread}"
        async with house.session.patch(
            f"{house.api}/control/{path}", json={"deleted": True}
        ) as done:
            await done.read()
    else:
        began = time.monotonic()
        if step.act is Act.LOCK:
            await house.lock_database(step.seconds)
        else:
            house.limit_files(1)
            await asyncio.sleep(step.seconds)
            house.limit_files(None)
        house.troubles.append((began, time.monotonic()))


async def _stop(house: House) -> None:
    """SIGTERM to a bot that is up: one that is still being loaded has nothing to stop."""
    await _until(house, house.ready, READING)
    await house.stop()


async def _rest(house: House, seconds: float) -> None:
    """Wait until nothing is under way or pending, but what a Retry-After holds."""
    await asyncio.sleep(3)
    try:
        await _until(house, lambda: _still(house), seconds)
    except TrialFailed as error:
        raise TrialFailed(
            f"{error}\nopen: {_open(house)}; uncomposed: {_uncomposed(house)}"
        ) from None


def _still(house: House) -> bool:
    return not _open(house) and not _uncomposed(house)


def _open(house: House) -> list[tuple[Any, ...]]:
    """Deliveries that are under way or pending, but for those of chats that are held for hours."""
    return house.query(
        "SELECT id, chat, state, due, attempts, error FROM delivery d WHERE state = 'sending' "
        "OR (state = 'pending' AND NOT EXISTS "
        "(SELECT 1 FROM hold WHERE scope = CAST(d.chat AS TEXT) AND until > ?)) LIMIT 5",
        EVE.timestamp() + 6 * 3600,
    )


def _uncomposed(house: House) -> list[tuple[Any, ...]]:
    """Chats whose digest of the evening was not composed yet."""
    return house.query(
        "SELECT chat, thread, next_due FROM chat c WHERE active = 1 "
        "AND EXISTS (SELECT 1 FROM subscription s WHERE s.chat = c.chat AND s.thread = c.thread) "
        "AND next_due < CASE json_extract(preferences, '$.arrival') WHEN 'daily' THEN ? ELSE ? END "
        "LIMIT 5",
        EVE.timestamp() + 4 * 3600,
        EVE.timestamp() + 31 * 60,  # chats that get news at once are looked at every minute
    )


async def _until(house: House, true: Callable[[], bool], seconds: float) -> None:
    for _ in range(int(seconds * 2)):
        if await asyncio.to_thread(true):
            return
        if house.bot is not None and house.bot.returncode is not None:
            break
        await asyncio.sleep(0.5)
    raise TrialFailed(f"it never came to be\n{house.log()}")
