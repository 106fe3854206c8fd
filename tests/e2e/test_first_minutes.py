"""A person's first minutes with the bot, as processes of their own and a strict Bot API."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

from digests.clock import Clock
from tests.e2e.house import House, Item

MICROSOFT = [
    Item(
        "مايكروسوفت تعلن مراجعة عقودها مع وزارة الدفاع الإسرائيلية",
        "أعلنت شركة مايكروسوفت اليوم أنها بدأت مراجعة جديدة لعقودها مع وزارة الدفاع الإسرائيلية. "
        "وقالت الشركة إن مكتب محاماة مستقلًا سيتولى المراجعة وينشر نتائجها خلال ثلاثة أشهر. "
        "وطالبت مجموعة من موظفي الشركة بوقف العقود قبل انتهاء المراجعة.",
        "https://example.org/ar/review",
    ),
    Item(
        "مايكروسوفت تفتتح مركز بيانات جديدًا في إسرائيل",
        "افتتحت مايكروسوفت مركز بيانات جديدًا في إسرائيل بكلفة 400 مليون دولار. "
        "وقالت الشركة إن المركز يخدم زبائنها من المصارف والمستشفيات.",
        "https://example.org/ar/centre",
        age=timedelta(hours=3),
    ),
]


async def read(house: House, *sources: str) -> None:
    """Wait until the bot read every source."""

    async def done() -> bool:
        return all(house.paper.asked.get(name) for name in sources)

    await house.until(done)


def buttons(message: dict[str, Any]) -> list[str]:
    return [b["text"] for row in message["reply_markup"]["inline_keyboard"] for b in row]


async def test_from_start_to_the_first_digest_are_two_messages_and_one_tap(house: House) -> None:
    house.catalogue("one")
    house.paper.items["one"] = MICROSOFT
    await house.start()
    await read(house, "one")
    await asyncio.sleep(2)
    reader = await house.person()
    await house.say(reader, "/start")
    await house.wait(reader, 1)
    first = (await house.messages(reader))[0]
    assert "أهلًا بك في موجز" in first["text"]
    tapped = await house.press(reader, text="مايكروسوفت وإسرائيل")
    assert tapped["answered"]
    await house.wait(reader, 3)
    start, digest = await house.messages(reader)
    assert "تتابع الآن" in start["text"]
    assert "مايكروسوفت تعلن مراجعة عقودها" in digest["text"]
    assert "مركز بيانات جديدًا" in digest["text"]
    assert await house.refusals() == []
    assert await house.stop() == 0


async def test_a_second_topic_sends_nothing_and_stories_told_stay_told(house: House) -> None:
    house.catalogue("one")
    house.paper.items["one"] = MICROSOFT
    await house.start()
    await read(house, "one")
    await asyncio.sleep(2)
    reader = await house.person()
    await house.post("start", user_id=reader, parameter="microsoft-israel")
    await house.wait(reader, 2)
    await house.say(reader, "/topics")
    await house.wait(reader, 3)
    listed = (await house.messages(reader))[-1]
    other = next(text for text in buttons(listed) if "احتجاجات" in text)
    assert (await house.press(reader, text=other))["answered"]
    await asyncio.sleep(3)
    texts = [m["text"] for m in await house.messages(reader)]
    assert sum("مايكروسوفت تعلن مراجعة عقودها" in text for text in texts) == 1
    assert await house.refusals() == []


async def test_a_scheduled_digest_comes_once_and_only_with_what_is_new(house: House) -> None:
    house.extra["MUJAZ_CLOCK"] = "2026-11-24T16:55:00Z@20"  # 19:55 in Riyadh; five minutes are 15 s
    house.paper.now = Clock.parse(house.extra["MUJAZ_CLOCK"]).now
    house.catalogue("one")
    house.paper.items["one"] = MICROSOFT[:1]
    await house.start()
    await read(house, "one")
    await asyncio.sleep(1)
    reader = await house.person()
    await house.post("start", user_id=reader, parameter="microsoft-israel")
    await house.wait(reader, 2)
    house.paper.items["one"] = [MICROSOFT[0], replace(MICROSOFT[1], age=timedelta(minutes=1))]
    await house.wait(reader, 3, seconds=60)
    scheduled = (await house.messages(reader))[-1]
    assert "موجز المساء" in scheduled["text"]
    assert "مركز بيانات" in scheduled["text"]
    assert "مراجعة" not in scheduled["text"]
    await asyncio.sleep(2)
    assert len(await house.messages(reader)) == 3
    assert await house.refusals() == []


async def test_a_server_that_asks_to_wait_in_the_middle_gets_every_digest_once(
    house: House,
) -> None:
    house.catalogue("one")
    house.paper.items["one"] = MICROSOFT
    await house.start()
    await read(house, "one")
    await asyncio.sleep(2)
    readers = [await house.person() for _ in range(4)]
    await house.post("faults", kind="retry_after", method="sendMessage", retry_after=2, count=3)
    for reader in readers:
        await house.say(reader, "/start microsoft-israel")
    for reader in readers:
        await house.wait(reader, 2)
    assert await house.stop() == 0
    for reader in readers:
        texts = [message["text"] for message in await house.messages(reader)]
        assert sum("تتابع الآن" in text for text in texts) == 1
        assert sum("مايكروسوفت تعلن مراجعة عقودها" in text for text in texts) == 1
        assert len(texts) == 2
    assert await house.refusals() == []
