"""News of a story that was told: once to each chat, marked, under its story, and only news."""

from __future__ import annotations

import asyncio
import re
from datetime import timedelta
from typing import Any

from digests.clock import Clock
from digests.model import Place
from digests.store import chats
from digests.store.database import Store
from tests.e2e.house import House, Item
from tests.e2e.test_channels import TITLE, Owner
from tests.e2e.test_first_minutes import buttons, read

MARK = "مستجدات"
FIRST = Item(
    "موظفون في مايكروسوفت يعتصمون في ريدموند احتجاجًا على عقود مع الجيش الإسرائيلي",
    "نصب موظفون في مايكروسوفت خيامًا في ساحة بمقر الشركة في ريدموند يوم الثلاثاء. ويطالبون بإنهاء "
    "عقودها مع الجيش الإسرائيلي. وشارك نحو 35 شخصًا.",
    "https://example.org/ar/camp",
)
SAME = Item(
    "Tech workers set up camp at Microsoft headquarters over Israeli army contracts",
    "Microsoft employees pitched tents on a plaza of its campus in Redmond on Tuesday. They want "
    "the company to end its contracts with the Israeli army. About 35 people took part.",
    "https://example.org/en/camp",
)
ARREST = Item(
    "الشرطة توقف 18 محتجًا في مقر مايكروسوفت",
    "أوقفت شرطة ريدموند 18 شخصًا في مقر مايكروسوفت مساء الثلاثاء. وكان موظفون قد نصبوا خيامًا هناك "
    "احتجاجًا على عقود الشركة مع الجيش الإسرائيلي.",
    "https://example.org/ar/arrest",
    age=timedelta(minutes=1),
)
ARREST_AGAIN = Item(
    "Police arrest 18 at Microsoft campus",
    "Redmond police arrested 18 people at the Microsoft headquarters on Tuesday evening. Employees "
    "had set up tents there over the company's contracts with the Israeli army.",
    "https://example.org/en/arrest",
    age=timedelta(minutes=1),
)


def bare(message: dict[str, Any]) -> str:
    return re.sub("[\u200e\u200f\u2060\u2066-\u2069]", "", message["text"])


async def begin(house: House, clock: str) -> None:
    house.extra["MUJAZ_CLOCK"] = clock
    house.paper.now = Clock.parse(clock).now
    house.catalogue("one", "two", "en-one")
    house.paper.items = {"one": [FIRST], "two": [], "en-one": []}
    await house.start()
    await read(house, "one", "two", "en-one")
    await asyncio.sleep(2)


async def follow(house: House) -> int:
    reader = await house.person()
    await house.post("start", user_id=reader, parameter="microsoft-israel")
    await until_said(house, reader, "يعتصمون")
    return reader


async def until_said(house: House, chat: int, words: str, seconds: float = 60) -> dict[str, Any]:
    async def there() -> bool:
        return any(words in m.get("text", "") for m in await house.messages(chat))

    await house.until(there, seconds)
    found: list[dict[str, Any]] = await house.messages(chat)
    return [m for m in found if words in m.get("text", "")][-1]


async def answered(house: House, reader: int, command: str) -> dict[str, Any]:
    """What the bot answers to *command*."""
    before = len(await house.messages(reader))
    await house.say(reader, command)

    async def there() -> bool:
        return len(await house.messages(reader)) > before

    await house.until(there)
    found: list[dict[str, Any]] = await house.messages(reader)
    return found[-1]


async def says(house: House, chat: int, words: str) -> int:
    return sum(words in m.get("text", "") for m in await house.messages(chat))


async def republished(house: House, name: str, *items: Item) -> None:
    """Publish *items* under *name*, and wait until they were read and told."""
    house.paper.items[name] = list(items)
    before = house.paper.asked[name]

    async def asked() -> bool:
        return house.paper.asked[name] > before + 1

    await house.until(asked, 60)
    await asyncio.sleep(2)


async def test_the_evening_digest_holds_what_is_new_and_not_what_was_told(house: House) -> None:
    await begin(house, "2026-11-24T16:30:00Z@60")
    reader = await follow(house)
    await republished(house, "en-one", SAME)
    await republished(house, "two", ARREST)
    await republished(house, "en-one", SAME, ARREST_AGAIN)
    digest = bare(await until_said(house, reader, "موجز المساء"))
    assert MARK in digest
    assert "الشرطة توقف 18 محتجًا" in digest
    assert "نصب موظفون" not in digest
    assert "35" not in digest
    await asyncio.sleep(4)
    assert await says(house, reader, MARK) == 1
    latest = bare(await answered(house, reader, "/latest"))
    assert "18" in latest
    assert MARK not in latest
    assert await house.refusals() == []


async def test_an_instant_reader_gets_it_under_the_story_and_once(house: House) -> None:
    await begin(house, "2026-11-24T08:00:00Z@30")
    reader = await follow(house)
    story = await until_said(house, reader, "يعتصمون")
    await house.say(reader, "/settings")
    await tap(house, reader, "الوصول: ")
    await tap(house, reader, "فوري")
    await republished(house, "en-one", SAME)
    told = len(await house.messages(reader))
    house.paper.items["two"] = [ARREST]
    update = await until_said(house, reader, MARK)
    assert update["reply_to_message"]["message_id"] == story["message_id"]
    assert "اعتصم" not in bare(update)
    assert "أوقفت شرطة ريدموند 18 شخصًا" in bare(update)
    await republished(house, "en-one", SAME, ARREST_AGAIN)
    await house.kill()
    await house.start()
    await asyncio.sleep(6)
    assert len(await house.messages(reader)) == told + 1
    assert await house.refusals() == []


async def test_a_muted_outlet_gives_no_update(house: House) -> None:
    await begin(house, "2026-11-24T08:00:00Z@30")
    reader = await follow(house)
    await house.say(reader, "/settings")
    await tap(house, reader, "الوصول: ")
    await tap(house, reader, "فوري")
    await mute(house, reader, "two")
    told = len(await house.messages(reader))
    await republished(house, "two", ARREST)
    await asyncio.sleep(4)
    assert len(await house.messages(reader)) == told


async def mute(house: House, reader: int, source: str) -> None:
    """Mute *source* in the database, as the button does: its story has no other outlet to press."""
    store = Store(house.folder / "data" / "mujaz.db")
    try:
        store.write_now(lambda db: chats.mute(db, Place(reader), "source", source, None))
    finally:
        store.close()


async def test_a_channel_of_stories_gets_an_edit_for_growth_and_a_reply_for_news(
    house: House,
) -> None:
    await begin(house, "2026-11-24T08:00:00Z@20")
    user = await house.person()
    await house.say(user, "/start")
    await house.wait(user, 1)
    made = await house.post("chats", type="channel", title=TITLE, creator=user, bot="administrator")
    owner = Owner(house, user, made["chat"]["id"])
    await owner.reads("أُضيف موجز إلى قناة")
    draft = await owner.connect()
    await owner.tap(draft, "نشر")
    (post,) = await owner.posted(1)
    assert "en-one" not in post
    first = (await house.messages(owner.channel))[-1]["message_id"]
    await choose(owner, "الشكل", "منشور لكل خبر")
    await choose(owner, "الموافقة", "بلا موافقة")
    house.paper.items["en-one"] = [SAME]

    async def grown() -> bool:
        return "en-one" in (await owner.posts())[0]

    await house.until(grown, 60)
    edited = bare((await house.messages(owner.channel))[0])
    assert edited.startswith("حُدّث ")
    assert len(await owner.posts()) == 1
    house.paper.items["two"] = [ARREST]
    await owner.posted(2)
    update = (await house.messages(owner.channel))[-1]
    assert MARK in update["text"]
    assert update["reply_to_message"]["message_id"] == first
    assert "الشرطة توقف 18 محتجًا" not in (await owner.posts())[0]
    await republished(house, "en-one", SAME, ARREST_AGAIN)
    await asyncio.sleep(4)
    assert len(await owner.posts()) == 2
    assert await house.refusals() == []


async def choose(owner: Owner, row: str, value: str) -> None:
    """Set one row of the channel's settings."""
    await owner.house.say(owner.user, "/channel")
    await tap(owner.house, owner.user, TITLE)
    await tap(owner.house, owner.user, f"{row}: ")
    await tap(owner.house, owner.user, value)


async def tap(house: House, user: int, words: str) -> None:
    """Wait for a button in the chat of *user* that begins with *words*, and press it."""

    async def found() -> list[tuple[int, str]]:
        return [
            (message["message_id"], text)
            for message in await house.messages(user)
            if "reply_markup" in message
            for text in buttons(message)
            if text.startswith(words)
        ]

    async def there() -> bool:
        return bool(await found())

    await house.until(there)
    message, text = (await found())[-1]
    await house.press(user, message_id=message, text=text)
