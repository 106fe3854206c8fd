"""Taps faster than messages may be changed, and a server that falters under an answer."""

from __future__ import annotations

import asyncio

from tests.e2e.house import House
from tests.e2e.test_every_button import keys


async def test_fast_taps_are_all_answered_and_all_count(house: House) -> None:
    house.catalogue("one")
    await house.start()
    reader = await house.person()
    await house.say(reader, "/topics")
    await house.wait(reader, 1)
    listed = (await house.messages(reader))[0]
    toggles = [data for data in keys(listed) if data.startswith("tt|")][:6]
    taps = [
        asyncio.create_task(house.press(reader, data=data, message_id=listed["message_id"]))
        for data in toggles
    ]
    answers = await asyncio.gather(*taps)
    assert all(answer["answered"] for answer in answers)

    async def settled() -> bool:
        text = str((await house.messages(reader))[0]["text"])
        return f"{len(toggles)} مواضيع" in text

    await house.until(settled)
    assert await house.refusals() == []


async def test_an_answer_lost_on_the_way_is_given_again(house: House) -> None:
    house.catalogue("one")
    await house.start()
    reader = await house.person()
    await house.say(reader, "/topics")
    await house.wait(reader, 1)
    listed = (await house.messages(reader))[0]
    await house.post("faults", kind="gateway", method="answerCallbackQuery", count=1)
    await house.post("faults", kind="gateway", method="editMessageText", count=1)
    assert (await house.press(reader, data=keys(listed)[0]))["answered"]
    await house.wait(reader, 2)
    await house.post("faults", kind="drop_before", method="sendMessage", count=1)
    await house.say(reader, "/help")
    await house.wait(reader, 3)
