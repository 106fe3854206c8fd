"""Faults on order: what the caller sees, and what was taken all the same."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest

from bot.playground.faults import Faults

if TYPE_CHECKING:
    from tests.bot.playground.conftest import Trial


@pytest.mark.parametrize(
    ("fault", "status", "taken"),
    [
        ({"kind": "retry_after", "retry_after": 7}, 429, 0),
        ({"kind": "error", "code": 500}, 500, 0),
        ({"kind": "error", "code": 403, "description": "Forbidden: bot was blocked"}, 403, 0),
        ({"kind": "gateway"}, 502, 0),
        ({"kind": "drop_before"}, None, 0),
        ({"kind": "drop_after"}, None, 1),
        ({"kind": "error_after", "code": 500}, 500, 1),
        ({"kind": "stall", "seconds": 0.01}, 200, 1),
        ({"kind": "stall_after", "seconds": 0.01}, 200, 1),
    ],
)
async def test_each_fault(
    trial: Trial, fault: dict[str, Any], status: int | None, taken: int
) -> None:
    reader = await trial.reader()
    await trial.control("POST", "/faults", method="sendMessage", **fault)
    url = f"{trial.url}/bot{trial.world.token}/sendMessage"
    seen: int | None = None
    try:
        async with trial.session.post(url, json={"chat_id": reader, "text": "x"}) as answer:
            seen = answer.status
    except aiohttp.ClientError:
        seen = None
    assert seen == status
    assert len(trial.world.record.accepted) == taken
    assert all(refusal.injected for refusal in trial.world.record.refused)
    await trial.ok("sendMessage", chat_id=reader, text="y")


async def test_a_stalled_call_is_taken_only_when_it_goes_on(trial: Trial) -> None:
    reader = await trial.reader()
    await trial.control("POST", "/faults", kind="stall", method="sendMessage", seconds=0.3)
    call = asyncio.create_task(trial.ok("sendMessage", chat_id=reader, text="x"))
    await asyncio.sleep(0.05)
    assert trial.world.record.accepted == []
    await call
    assert len(trial.world.record.accepted) == 1


async def test_faults_wait_in_line_for_their_chat_and_method(trial: Trial) -> None:
    reader, other = await trial.reader(), await trial.reader("سعاد")
    faults = [
        {"kind": "error", "chat_id": reader, "method": "sendMessage", "count": 2},
        {"kind": "retry_after", "chat_id": reader, "retry_after": 3},
    ]
    await trial.control("POST", "/faults", faults=faults)
    await trial.ok("sendMessage", chat_id=other, text="x")
    codes = [
        (await trial.bot("sendMessage", chat_id=reader, text="x")).get("error_code")
        for _ in range(4)
    ]
    assert codes == [500, 500, 429, None]
    assert (await trial.control("GET", "/faults"))["struck"] == {"error": 2, "retry_after": 1}


def schedule(seed: int) -> list[str]:
    faults = Faults(seed)
    faults.order(kind="drop_after", rate=0.3, count=None)
    faults.order(kind="retry_after", rate=0.3, count=None)
    return [f.kind if (f := faults.strike("sendMessage", i)) else "" for i in range(200)]


def test_a_random_schedule_repeats_by_its_seed() -> None:
    assert schedule(5) == schedule(5)
    assert schedule(5) != schedule(6)
    assert set(schedule(5)) == {"", "drop_after", "retry_after"}


def test_an_unknown_fault_is_named() -> None:
    with pytest.raises(ValueError, match="unknown fault 'flood'"):
        Faults().order(kind="flood")


async def test_faults_without_a_method_leave_polling_alone(trial: Trial) -> None:
    await trial.control("POST", "/faults", kind="error", count=None)
    assert await trial.ok("getUpdates") == []
    assert (await trial.bot("getMe"))["error_code"] == 500
    await trial.control("DELETE", "/faults")
    assert (await trial.ok("getMe"))["is_bot"]
