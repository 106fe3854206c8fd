"""What a source changes, withdraws or deletes after it was told, as readers and channels see it."""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from typing import Any

from aiohttp import web

from digests.clock import Clock
from tests.e2e.house import House, Item
from tests.e2e.test_channels import Owner
from tests.e2e.test_first_minutes import buttons, read

TITLE = "مايكروسوفت تفتتح مركز بيانات جديدًا في إسرائيل"
LEAD = "افتتحت مايكروسوفت مركز بيانات جديدًا في إسرائيل بكلفة 400 مليون دولار."
NOW = LEAD.replace("400", "140")
REST = "وقالت الشركة إن المركز يخدم زبائنها من المصارف والمستشفيات."
CLOCK = "2026-11-24T08:00:00Z@{rate}"


class Newspaper:
    """A source «one» of one article with a page of its own, and a reader who was told it."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.status = 200
        self.reader = 0

    @property
    def item(self) -> Item:
        return self.house.paper.items["one"][0]

    def publish(self, *items: Item) -> None:
        self.house.paper.items["one"] = list(items)

    def edit(self, **fields: Any) -> None:
        self.publish(replace(self.item, **fields), *self.house.paper.items["one"][1:])

    async def page(self, request: web.Request) -> web.StreamResponse:
        return web.Response(status=self.status, text="<p>النص</p>", content_type="text/html")

    def open(self, rate: int) -> None:
        house = self.house
        house.extra["MUJAZ_CLOCK"] = CLOCK.format(rate=rate)
        house.paper.now = Clock.parse(house.extra["MUJAZ_CLOCK"]).now
        house.paper.serve["p1"] = self.page
        self.publish(Item(TITLE, f"{LEAD} {REST}", f"{house.paper.base}/p1", guid="g1"))

    async def tell(self) -> None:
        self.reader = await self.house.person()
        await self.house.post("start", user_id=self.reader, parameter="microsoft-israel")
        await self.reads(TITLE)

    async def said(self, chat: int) -> list[dict[str, Any]]:
        return await self.house.messages(chat)

    async def reads(self, words: str, chat: int = 0, seconds: float = 60) -> dict[str, Any]:
        """Wait until a message of the bot in *chat* (the reader's) says *words*; that one."""

        async def there() -> bool:
            return any(words in m.get("text", "") for m in await self.said(chat or self.reader))

        await self.house.until(there, seconds)
        return [m for m in await self.said(chat or self.reader) if words in m.get("text", "")][-1]

    async def count(self, words: str, chat: int = 0) -> int:
        return sum(words in m.get("text", "") for m in await self.said(chat or self.reader))


def bare(text: str) -> str:
    """*text* without marks of direction and joiners."""
    return re.sub("[\u200e\u200f\u2060\u2066-\u2069]", "", text)


async def begin(house: House, rate: int = 20) -> Newspaper:
    house.catalogue("one")
    paper = Newspaper(house)
    paper.open(rate)
    await house.start()
    await read(house, "one")
    await asyncio.sleep(2)
    await paper.tell()
    return paper


async def test_a_source_edits_a_number(house: House) -> None:
    paper = await begin(house)
    digest = await paper.reads(TITLE)
    paper.edit(text=f"{NOW} {REST}")
    correction = await paper.reads("تصحيح")
    text = bare(correction["text"])
    assert text.startswith("تصحيح\nنقلنا في 24 نوفمبر عن صحيفة")
    assert "400 مليون" in text
    assert f"فصار: «{NOW.rstrip('.')}»." in text
    assert "140 مليون" in text
    assert correction["reply_to_message"]["message_id"] == digest["message_id"]
    paper.edit(text=f"{NOW} {REST}".replace("المصارف", "المصارف،"))
    await asyncio.sleep(8)
    await house.kill()
    await house.start()
    await asyncio.sleep(6)
    assert await paper.count("تصحيح") == 1
    before = len(await paper.said(paper.reader))
    await house.say(paper.reader, "/latest")

    async def answered() -> bool:
        return len(await paper.said(paper.reader)) > before

    await house.until(answered)
    latest = (await paper.said(paper.reader))[-1]["text"]
    assert "140 مليون" in latest
    assert "400 مليون" not in latest
    assert await house.refusals() == []


async def test_a_source_withdraws_and_says_why(house: House) -> None:
    paper = await begin(house)
    digest = await paper.reads(TITLE)
    notice = Item(
        f"سحب خبر: {TITLE}",
        "نسحب الخبر لأن الشركة نفت افتتاح المركز. ونعتذر لقرائنا.",
        f"{house.paper.base}/p2",
        guid="g2",
    )
    paper.publish(paper.item, notice)
    withdrawal = await paper.reads("سحب خبر")
    text = bare(withdrawal["text"])
    assert text.startswith(f"سحب خبر\nسحبت صحيفة one الخبر «{TITLE}» الذي نقلناه في 24 نوفمبر.")
    assert "ذكرت السبب: «لأن الشركة نفت افتتاح المركز»." in text
    assert "لم يبقَ للخبر مصدر لدينا." in text
    assert withdrawal["reply_to_message"]["message_id"] == digest["message_id"]
    await asyncio.sleep(8)
    assert await paper.count("سحب خبر") == 1
    await house.say(paper.reader, "/latest")
    assert TITLE not in (await paper.reads("لا جديد"))["text"]
    assert await house.refusals() == []


async def test_a_page_is_gone_for_a_day_and_comes_back(house: House) -> None:
    paper = await begin(house, rate=2400)
    digest = await paper.reads(TITLE)
    paper.status = 403
    await asyncio.sleep(4)
    paper.status = 404
    gone = await paper.reads("لم يعد متاحًا")
    assert bare(gone["text"]).startswith(
        f"لم يعد متاحًا: حُذفت صفحة الخبر «{TITLE}» من موقع صحيفة one، ولم نجد إعلان سحب."
    )
    assert gone["reply_to_message"]["message_id"] == digest["message_id"]
    await asyncio.sleep(24)
    paper.status = 200
    await asyncio.sleep(6)
    assert await paper.count("لم يعد متاحًا") == 1
    assert await paper.count("عادت") == 0
    assert await house.refusals() == []


async def test_a_page_that_is_gone_for_three_hours_is_no_news(house: House) -> None:
    paper = await begin(house, rate=1800)
    paper.status = 410
    await asyncio.sleep(6)
    paper.status = 200
    await asyncio.sleep(8)
    assert await paper.count("لم يعد متاحًا") == 0


async def test_a_post_was_already_forwarded(house: House) -> None:
    """The post is edited in place, and the correction is posted too; a forward stays as it was."""
    house.extra["MUJAZ_CLOCK"] = CLOCK.format(rate=20)
    house.paper.now = Clock.parse(house.extra["MUJAZ_CLOCK"]).now
    item = Item(TITLE, f"{LEAD} {REST}", f"{house.paper.base}/p1", guid="g1")
    owner = await Owner.begin(house, [item])
    draft = await owner.connect()
    await owner.tap(draft, "نشر")
    (post,) = await owner.posted(1)
    shown = (await house.messages(owner.channel))[-1]["message_id"]
    await house.post("forward", user_id=owner.user, chat_id=owner.channel, message_id=shown)
    assert "400 مليون" in post
    house.paper.items["one"] = [replace(item, text=f"{NOW} {REST}")]
    edited, correction = await owner.posted(2)
    assert bare(correction).startswith("تصحيح\nنقلنا في 24 نوفمبر عن صحيفة one: «")

    async def in_place() -> bool:
        return "صُحّح" in (await owner.posts())[0]

    await house.until(in_place)
    edited = bare((await owner.posts())[0])
    assert edited.startswith("صُحّح 1")
    assert "140 مليون" in edited
    assert "400 مليون" not in edited
    assert edited.endswith("#مايكروسوفت_وإسرائيل")
    await asyncio.sleep(6)
    assert len(await owner.posts()) == 2
    assert await house.refusals() == []


async def test_a_reader_muted_the_outlet(house: House) -> None:
    paper = await begin(house)
    await house.press(paper.reader, text="كتم")
    muting = "كتم صحيفة one"

    async def listed() -> bool:
        return muting in [bare(text) for text in buttons((await paper.said(paper.reader))[-1])]

    await house.until(listed)
    await house.press(paper.reader, text=muting)
    paper.edit(text=f"{NOW} {REST}")
    correction = await paper.reads("تصحيح")
    assert "140 مليون" in correction["text"]
    await asyncio.sleep(6)
    assert await paper.count("تصحيح") == 1
    calls = (await house.get("calls", method="sendMessage"))["calls"]
    sent = [str(call) for call in calls if "تصحيح" in str(call)]
    assert len(sent) == 1
    assert "disable_notification" in sent[0]
    assert await house.refusals() == []
