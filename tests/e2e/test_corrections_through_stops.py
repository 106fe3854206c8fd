"""A correction comes once, whatever is killed between the source's edit and its arrival."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from digests.clock import Clock
from tests.e2e.house import House, Item
from tests.e2e.test_channels import Owner
from tests.e2e.test_corrections import CLOCK, LEAD, NOW, REST, TITLE, bare, begin
from tests.e2e.test_first_minutes import buttons


async def test_killed_before_it_could_leave_it_leaves_once(house: House) -> None:
    paper = await begin(house)
    fault = {"kind": "retry_after", "method": "sendMessage", "retry_after": 4, "count": None}
    await house.post("faults", **fault)
    paper.edit(text=f"{NOW} {REST}")

    async def refused() -> bool:
        return bool((await house.get("faults"))["struck"].get("retry_after"))

    await house.until(refused, 40)
    await house.kill()
    async with house.session.delete(f"{house.api}/control/faults") as cleared:
        assert cleared.status == 200
    await house.start()
    correction = await paper.reads("تصحيح")
    assert "140 مليون" in correction["text"]
    await house.kill()
    await house.start()
    await asyncio.sleep(6)
    assert await paper.count("تصحيح") == 1
    assert await house.refusals() == []


@pytest.mark.parametrize("moment", [0.0, 0.4, 1.2])
async def test_a_kill_while_the_edit_is_looked_at(house: House, moment: float) -> None:
    paper = await begin(house)
    paper.edit(text=f"{NOW} {REST}")
    seen = house.paper.asked["one"]

    async def read_again() -> bool:
        return house.paper.asked["one"] > seen

    await house.until(read_again, 40)
    await asyncio.sleep(moment)
    await house.kill()
    await house.start()
    await paper.reads("تصحيح")
    await asyncio.sleep(6)
    assert await paper.count("تصحيح") == 1


async def posted(house: House) -> tuple[Owner, Item]:
    """A channel whose owner published a post that tells the number."""
    owner, item, draft = await drafted(house)
    await owner.tap(draft, "نشر")
    await owner.posted(1)
    return owner, item


async def drafted(house: House) -> tuple[Owner, Item, dict[str, object]]:
    house.extra["MUJAZ_CLOCK"] = CLOCK.format(rate=20)
    house.paper.now = Clock.parse(house.extra["MUJAZ_CLOCK"]).now
    item = Item(TITLE, f"{LEAD} {REST}", "https://example.org/p1", guid="g1")
    owner = await Owner.begin(house, [item])
    return owner, item, await owner.connect()


async def test_killed_while_a_channel_is_corrected_the_owner_is_asked(house: House) -> None:
    """The correction may stand there: it is not posted again, and the edit is made."""
    owner, item = await posted(house)
    fault = {"kind": "stall_after", "method": "sendMessage", "seconds": 5}
    await house.post("faults", chat_id=owner.channel, **fault)
    house.paper.items["one"] = [replace(item, text=f"{NOW} {REST}")]
    await owner.posted(2)
    await house.kill()
    await house.start()
    await owner.reads("هل ظهر المنشور")

    async def in_place() -> bool:
        return bare((await owner.posts())[0]).startswith("صُحّح 1")

    await house.until(in_place)
    await asyncio.sleep(5)
    edited, correction = await owner.posts()
    assert "140 مليون" in edited
    assert bare(correction).startswith("تصحيح\n")


async def test_a_draft_that_waits_is_made_anew(house: House) -> None:
    owner, item, _ = await drafted(house)
    house.paper.items["one"] = [replace(item, text=f"{NOW} {REST}")]
    recalled = await owner.reads("عدّل المصدر نصه أو سحبه")
    assert "400 مليون" in recalled["text"]
    assert "reply_markup" not in recalled

    async def again() -> bool:
        return any("140 مليون" in m["text"] for m in await owner.saying("مسودة لقناة"))

    await house.until(again)
    draft = (await owner.saying("مسودة لقناة"))[-1]
    await owner.tap(draft, "نشر")
    (post,) = await owner.posted(1)
    assert "140 مليون" in post
    await asyncio.sleep(5)
    assert len(await owner.posts()) == 1
    assert await house.refusals() == []


async def test_an_operator_corrects_and_withdraws_in_the_shell(house: House) -> None:
    paper = await begin(house)
    listed = (await house.command("stories", "list"))[1]
    story = next(line.split()[0] for line in listed.splitlines() if TITLE in line)
    wrong, right = "كلفة المركز، وكتبنا 400 مليون", "140 مليون دولار"
    status, out, err = await house.command(
        "corrections", "correct", story, "--wrong", wrong, "--right", right
    )
    assert (status, out.strip()) == (0, "Chats that get it: 1."), err
    correction = await paper.reads("تصحيح من موجز")
    assert bare(correction["text"]).endswith(
        f"تصحيح من موجز: أخطأنا في {wrong}. والصواب: {right}. نعتذر."
    )
    status, out, err = await house.command("corrections", "withdraw", story, "--reason", "لم يثبت")
    assert (status, out.strip()) == (0, "Chats that get it: 1."), err
    withdrawal = await paper.reads("سحب خبر")
    assert "السبب: لم يثبت. نعتذر." in bare(withdrawal["text"])
    _, out, _ = await house.command("corrections", "list")
    assert out.index("سحب خبر") < out.index("تصحيح من موجز")
    assert (await house.command("corrections", "withdraw", "999"))[0] == 2
    await house.say(paper.reader, "/latest")
    assert TITLE not in (await paper.reads("لا جديد"))["text"]
    assert await house.refusals() == []


async def test_a_report_is_corrected_by_its_operator_through_a_kill(house: House) -> None:
    operator = await house.person()
    house.extra["MUJAZ_ADMINS"] = str(operator)
    paper = await begin(house)
    await house.say(operator, "/start")
    await house.press(paper.reader, text="الإبلاغ عن خطأ")
    await house.until(lambda: _offers(house, paper.reader, "الملخص لا يطابق المصدر"))
    await house.press(paper.reader, text="الملخص لا يطابق المصدر")
    notice = await paper.reads("بلاغ من قارئ", operator)
    assert str(paper.reader) not in notice["text"]
    await house.press(operator, message_id=notice["message_id"], text="تصحيح")
    question = await paper.reads("في الأول ما أخطأنا فيه", operator)
    await house.say(operator, "كلفة المركز\n140 مليون دولار", reply_to=question["message_id"])
    preview = await paper.reads("هكذا يُقرأ، ويصل إلى محادثة واحدة", operator)
    fault = {"kind": "retry_after", "method": "sendMessage", "retry_after": 4, "count": None}
    await house.post("faults", chat_id=paper.reader, **fault)
    await house.press(operator, message_id=preview["message_id"], text="أرسل التصحيح")
    await house.kill()
    async with house.session.delete(f"{house.api}/control/faults") as cleared:
        assert cleared.status == 200
    await house.start()
    correction = await paper.reads("تصحيح من موجز")
    assert "أخطأنا في كلفة المركز. والصواب: 140 مليون دولار. نعتذر." in bare(correction["text"])
    await asyncio.sleep(5)
    assert await paper.count("تصحيح من موجز") == 1
    assert await house.refusals() == []


async def _offers(house: House, chat: int, label: str) -> bool:
    """Whether the last message with buttons offers *label*."""
    shown = [m for m in await house.messages(chat) if "reply_markup" in m]
    return bool(shown) and label in buttons(shown[-1])
