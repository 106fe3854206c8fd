"""A channel owner's way, with the bot as a process that is killed, and a strict Bot API."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from tests.e2e.house import House, Item
from tests.e2e.test_first_minutes import MICROSOFT, buttons, read

TOPIC = "مايكروسوفت وإسرائيل"
TITLE = "أخبار التقنية"
REVIEW = "مايكروسوفت تعلن مراجعة عقودها"
LATER = Item(
    "موظفون في مايكروسوفت يطالبون بإنهاء عقد مع الجيش الإسرائيلي",
    "سلّم موظفون في مايكروسوفت رسالة تحمل 800 توقيع تطالب بإنهاء عقد للحوسبة مع الجيش الإسرائيلي. "
    "وقال متحدث باسم الشركة إنها تدرس الرسالة.",
    "https://example.org/ar/letter",
)


class Owner:
    """The owner of a channel, who talks to the bot of *house*."""

    def __init__(self, house: House, user: int, channel: int) -> None:
        self.house, self.user, self.channel = house, user, channel

    @classmethod
    async def begin(cls, house: House, items: list[Item]) -> Owner:
        """The bot runs and has read *items*; the owner has a channel with it inside."""
        house.catalogue("one")
        house.paper.items["one"] = items
        await house.start()
        await read(house, "one")
        await asyncio.sleep(2)
        user = await house.person()
        await house.say(user, "/start")
        await house.wait(user, 1)
        made = await house.post(
            "chats", type="channel", title=TITLE, creator=user, bot="administrator"
        )
        owner = cls(house, user, made["chat"]["id"])
        await owner.reads("أُضيف موجز إلى قناة")
        return owner

    async def connect(self) -> dict[str, Any]:
        """Connect the channel and choose its topic; the first draft."""
        await self.house.say(self.user, "/channel")
        await self.reads("اختر القناة")
        await self.house.post("share", user_id=self.user, chat_id=self.channel, request_id=1)
        await self.reads("مواضيع القناة")
        await self.house.press(self.user, text=TOPIC)
        return await self.reads("مسودة لقناة")

    async def reads(self, words: str, count: int = 1) -> dict[str, Any]:
        """Wait until *count* of the bot's messages say *words*; the last of them."""
        await self.house.until(lambda: self._count(words, count), 40)
        found = await self.saying(words)
        assert len(found) == count
        return found[-1]

    async def _count(self, words: str, count: int) -> bool:
        return len(await self.saying(words)) >= count

    async def saying(self, words: str) -> list[dict[str, Any]]:
        return [m for m in await self.house.messages(self.user) if words in m.get("text", "")]

    async def posts(self) -> list[str]:
        """What stands in the channel beside the test post."""
        shown = await self.house.messages(self.channel)
        return [m["text"] for m in shown if "تجريبي" not in m["text"]]

    async def posted(self, count: int) -> list[str]:
        async def there() -> bool:
            return len(await self.posts()) >= count

        await self.house.until(there, 40)
        return await self.posts()

    async def tap(self, message: dict[str, Any], text: str) -> Any:
        return await self.house.press(self.user, message_id=message["message_id"], text=text)

    async def rights(self, *, post: bool) -> None:
        await self.house.post(
            f"chats/{self.channel}/bot",
            status="administrator",
            rights={"can_post_messages": post},
        )


async def test_connect_edit_the_headline_and_publish(house: House) -> None:
    house.extra["MUJAZ_CLOCK"] = "2026-11-24T08:00:00Z@20"
    owner = await Owner.begin(house, MICROSOFT)
    draft = await owner.connect()
    assert REVIEW in draft["text"]
    assert buttons(draft) == ["نشر", "تعديل العنوان", "تجاهل", "نشر 20:00"]
    assert await owner.posts() == []
    await owner.tap(draft, "تعديل العنوان")
    question = await owner.reads("أرسل العنوان الجديد")
    await house.say(owner.user, "مايكروسوفت وعقودها", reply_to=question["message_id"])
    draft = await owner.reads("مايكروسوفت وعقودها")
    await owner.tap(draft, "نشر")
    (post,) = await owner.posted(1)
    assert post.replace("\u200f", "").startswith("🗞 مايكروسوفت وعقودها\n")
    assert post.endswith("#مايكروسوفت_وإسرائيل")
    await owner.reads("نُشر في «")

    async def only_the_post() -> bool:
        return len(await house.messages(owner.channel)) == 1

    await house.until(only_the_post, 60)
    assert await house.refusals() == []
    assert await house.stop() == 0


async def test_killed_while_posting_the_owner_is_asked_and_nothing_comes_twice(
    house: House,
) -> None:
    owner = await Owner.begin(house, MICROSOFT)
    draft = await owner.connect()
    await house.post(
        "faults", kind="stall_after", method="sendMessage", chat_id=owner.channel, seconds=5
    )
    await owner.tap(draft, "نشر")
    await owner.posted(1)
    await house.kill()
    await house.start()
    question = await owner.reads("هل ظهر المنشور في «أخبار التقنية»؟")
    assert len(await owner.posts()) == 1
    await house.kill()
    await house.start()
    await asyncio.sleep(4)
    assert len(await owner.saying("هل ظهر المنشور")) == 1
    await owner.tap(question, "المنشور موجود")
    await asyncio.sleep(3)
    assert len(await owner.posts()) == 1
    assert await house.refusals() == []


@pytest.mark.parametrize("moment", [0.0, 0.03, 0.1])
async def test_a_kill_around_the_tap_leaves_one_post_or_none_and_a_question(
    house: House, moment: float
) -> None:
    owner = await Owner.begin(house, MICROSOFT)
    draft = await owner.connect()
    await house.post(
        "press",
        user_id=owner.user,
        message_id=draft["message_id"],
        text="نشر",
        wait=0,
    )
    await asyncio.sleep(moment)
    await house.kill()
    await house.start()

    async def settled() -> bool:
        return bool(await owner.posts()) or bool(await owner.saying("هل ظهر المنشور"))

    await house.until(settled, 40)
    await asyncio.sleep(3)
    posts, questions = await owner.posts(), await owner.saying("هل ظهر المنشور")
    assert len(posts) <= 1
    if questions:
        await owner.tap(questions[0], "المنشور موجود" if posts else "انشر مجددًا")
        await asyncio.sleep(3)
    assert len(await owner.posted(1)) == 1
    assert await house.refusals() == []


async def test_rights_away_is_one_notice_and_rights_back_one_digest(house: House) -> None:
    house.extra["MUJAZ_CLOCK"] = "2026-11-24T08:00:00Z@20"
    owner = await Owner.begin(house, MICROSOFT[:1])
    draft = await owner.connect()
    await owner.tap(draft, "نشر")
    await owner.posted(1)
    await owner.rights(post=False)
    notice = await owner.reads("توقف النشر في «أخبار التقنية»")
    assert buttons(notice) == ["تحقّق الآن", "إيقاف القناة"]
    refused = await owner.tap(notice, "تحقّق الآن")
    assert "ما زالت" in refused["text"]
    house.paper.items["one"] = [*MICROSOFT[:1], LATER]
    await asyncio.sleep(8)
    await house.kill()
    await house.start()
    await asyncio.sleep(3)
    assert len(await owner.saying("توقف النشر")) == 1
    await owner.rights(post=True)
    back = await owner.reads("عاد النشر في «أخبار التقنية».")
    assert LATER.title in back["text"]
    assert len(await owner.posts()) == 1
    await owner.tap(back, "نشر")
    assert LATER.title in (await owner.posted(2))[1]
    assert await house.refusals() == []
