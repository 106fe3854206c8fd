"""Every button two levels deep, each on a path of its own: answered, and no call refused."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from tests.e2e.house import House
from tests.e2e.test_first_minutes import MICROSOFT, read

Path = tuple[str, ...]
#: People who walk their paths at the same time.
TOGETHER = 12


def keys(message: dict[str, Any]) -> list[str]:
    """The callback data of a message's buttons."""
    rows = (message.get("reply_markup") or {}).get("inline_keyboard", [])
    return [b["callback_data"] for row in rows for b in row if "callback_data" in b]


class Walk:
    """A new person who says something and taps along a path."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.unanswered: list[str] = []

    async def go(self, path: Path) -> list[str]:
        """Walk *path*; the buttons that the last message with any then has."""
        user = await self.house.person()
        if path[0] == "digest":
            await self.house.post("start", user_id=user, parameter="microsoft-israel")
            await self.house.wait(user, 2)
        else:
            await self.house.say(user, path[0])
            await self.house.wait(user, 1)
        for data in path[1:]:
            before = len(await self.changes(user))
            pressed = await self.house.press(user, data=data)
            if not pressed["answered"]:
                self.unanswered.append(" > ".join(path))
            await self.settle(user, before)
        shown = [m for m in await self.house.messages(user) if keys(m)]
        return keys(shown[-1]) if shown else []

    async def changes(self, user: int) -> list[Any]:
        return list((await self.house.get("accepted", chat_id=user))["accepted"])

    async def settle(self, user: int, before: int) -> None:
        """A tap may change a message, send one, or only answer: give it a moment to do so."""
        for _ in range(8):
            await asyncio.sleep(0.25)
            if len(await self.changes(user)) > before:
                return


async def walk_all(house: House, starts: list[str]) -> tuple[int, list[str]]:
    gate = asyncio.Semaphore(TOGETHER)
    walk = Walk(house)

    async def one(path: Path) -> tuple[Path, list[str]]:
        async with gate:
            return path, await walk.go(path)

    walked = 0
    level: list[Path] = [(start,) for start in starts]
    for depth in range(3):
        found = await asyncio.gather(*(one(path) for path in level))
        walked += len(found)
        if depth < 2:
            level = [(*path, data) for path, below in found for data in dict.fromkeys(below)]
    return walked, walk.unanswered


@pytest.mark.parametrize(
    "starts", [["/start", "/topics", "digest"], ["/settings", "/latest"], ["/help", "/sources"]]
)
async def test_every_button_two_levels_deep_is_answered(house: House, starts: list[str]) -> None:
    house.catalogue("one")
    house.paper.items["one"] = MICROSOFT
    await house.start()
    await read(house, "one")
    await asyncio.sleep(2)
    walked, unanswered = await walk_all(house, starts)
    assert walked > len(starts)
    assert unanswered == []
    assert await house.refusals() == []
    assert "error" not in house.log().replace("error=None", "").lower()
