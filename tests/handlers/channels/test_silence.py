"""Stopped, without rights, unsure: nothing is lost, nothing comes twice, owners hear once."""

from __future__ import annotations

import pytest

from bot.playground import people
from bot.playground.objects import Chat, Member, User
from tests.handlers.channels.newsdesk import Newsdesk
from tests.handlers.channels.test_drafts import CRANE, SHIP, second_owner, waiting

LOST = "توقف النشر في «قناة الميناء»"


async def direct(desk: Newsdesk) -> tuple[User, Chat]:
    """An owner whose channel posts without approval."""
    owner = await desk.owner()
    chat = await desk.connected(owner)
    await desk.say(owner, "/channel")
    await desk.press(owner, "قناة الميناء")
    await desk.press(owner, "الموافقة")
    await desk.press(owner, "بلا موافقة")
    return owner, chat


async def test_a_refused_post_is_told_once_to_every_owner_and_offered_when_rights_are_back(
    desk: Newsdesk,
) -> None:
    owner, chat = await direct(desk)
    other = await second_owner(desk, owner, chat)
    await desk.publish("one", SHIP)
    desk.takes_right(chat, owner, quietly=True)
    await desk.pass_time(hours=9)
    for who in (owner, other):
        (notice,) = desk.drafts(who, LOST)
        assert "رفض تيليغرام منشورنا" in notice.text
        assert "خبر واحد لم يُنشر" in notice.text
        assert desk.labels(notice) == ["تحقّق الآن", "إيقاف القناة"]
    await desk.publish("two", CRANE)
    await desk.pass_time(hours=24)
    assert len(desk.drafts(owner, LOST)) == 1
    query = await desk.press(owner, "تحقّق الآن")
    assert "ما زالت" in query.text
    desk.gives_right(chat, owner, quietly=True)
    await desk.press(owner, "تحقّق الآن")
    await desk.arrive()
    for who in (owner, other):
        (draft,) = desk.drafts(who)
        assert "عاد النشر في «قناة الميناء»." in draft.text
        assert SHIP in draft.text
        assert CRANE in draft.text
    assert desk.posts(chat) == []
    await desk.press(owner, "نشر")
    await desk.pass_time(hours=24)
    (post,) = desk.posts(chat)
    assert SHIP in post.text


@pytest.mark.parametrize("quietly", [False, True])
async def test_removed_from_the_channel_owners_are_told_to_add_it_again_as_administrator(
    desk: Newsdesk, quietly: bool
) -> None:
    owner, chat = await direct(desk)
    await desk.publish("one", SHIP)
    desk.removes(chat, owner, quietly=quietly)
    await desk.pass_time(hours=9)
    (notice,) = desk.drafts(owner, LOST)
    assert "أُخرج موجز من القناة" in notice.text
    assert "أضف موجز مشرفًا من جديد بصلاحية «نشر الرسائل»" in notice.text
    desk.gives_right(chat, owner)
    await desk.settle()
    await desk.arrive()
    (draft,) = desk.drafts(owner)
    assert SHIP in draft.text


async def test_rights_taken_by_an_administrator_are_told_by_the_update_alone(
    desk: Newsdesk,
) -> None:
    owner, chat = await direct(desk)
    desk.takes_right(chat, owner)
    await desk.settle()
    await desk.arrive()
    (notice,) = desk.drafts(owner, LOST)
    assert "سُحبت من موجز صلاحية النشر" in notice.text
    await desk.publish("one", SHIP)
    await desk.pass_time(hours=10)
    assert len(desk.drafts(owner, LOST)) == 1
    desk.gives_right(chat, owner)
    await desk.settle()
    await desk.arrive()
    (draft,) = desk.drafts(owner)
    assert SHIP in draft.text
    assert desk.refused() == []


async def test_each_loss_has_its_notice_and_nothing_is_lost_by_the_second(desk: Newsdesk) -> None:
    owner, chat = await direct(desk)
    await desk.publish("one", SHIP)
    for count in (1, 2):
        desk.takes_right(chat, owner, quietly=True)
        if count == 1:
            await desk.pass_time(hours=9)
        else:
            await desk.press(owner, "نشر", message=desk.drafts(owner)[-1])
            await desk.arrive()
        assert len(desk.drafts(owner, LOST)) == count
        desk.gives_right(chat, owner)
        await desk.settle()
        await desk.arrive()
        assert SHIP in desk.drafts(owner)[-1].text
    await desk.press(owner, "نشر", message=desk.drafts(owner)[-1])
    await desk.arrive()
    assert len(desk.posts(chat)) == 1


async def test_rights_back_with_nothing_missed_is_one_line(desk: Newsdesk) -> None:
    owner, chat = await direct(desk)
    desk.takes_right(chat, owner)
    desk.gives_right(chat, owner)
    await desk.settle()
    await desk.arrive()
    assert desk.last(owner).text.replace("\u200f", "") == "عاد النشر في «قناة الميناء»."
    assert desk.labels(desk.last(owner)) == []


async def test_a_bot_that_was_removed_and_added_again_goes_on(desk: Newsdesk) -> None:
    owner, chat = await direct(desk)
    people.set_member(desk.world, chat, desk.world.bot, owner, Member("kicked"))
    await desk.settle()
    await desk.arrive()
    assert len(desk.drafts(owner, LOST)) == 1
    query = await desk.press(owner, "تحقّق الآن")
    assert "ما زالت" in query.text
    desk.gives_right(chat, owner)
    await desk.settle()
    await desk.publish("one", SHIP)
    await desk.pass_time(hours=10)
    assert [SHIP in post.text for post in desk.posts(chat)] == [True]


async def test_a_draft_waits_while_the_right_is_gone(desk: Newsdesk) -> None:
    owner, chat = await waiting(desk)
    draft = desk.drafts(owner)[0]
    desk.takes_right(chat, owner)
    await desk.settle()
    await desk.arrive()
    query = await desk.press(owner, "نشر", message=draft)
    assert "صلاحية" in query.text
    desk.gives_right(chat, owner)
    await desk.settle()
    await desk.press(owner, "نشر", message=draft)
    await desk.arrive()
    assert len(desk.posts(chat)) == 1


async def test_the_stop_switch_stops_what_is_pending_and_resuming_offers_it_once(
    desk: Newsdesk,
) -> None:
    owner, chat = await waiting(desk)
    await desk.press(owner, "نشر غدًا")
    await desk.arrive()
    await desk.say(owner, "/channel")
    await desk.press(owner, "قناة الميناء")
    query = await desk.press(owner, "أوقف كل النشر الآن")
    assert "توقف كل النشر" in query.text
    await desk.publish("two", CRANE)
    await desk.pass_time(hours=30)
    assert desk.posts(chat) == []
    assert desk.drafts(owner) == []
    await desk.press(owner, "استأنف النشر")
    await desk.arrive()
    (draft,) = desk.drafts(owner)
    assert SHIP in draft.text
    assert CRANE in draft.text


async def test_a_stopped_channel_publishes_no_draft(desk: Newsdesk) -> None:
    owner, chat = await waiting(desk)
    draft = desk.drafts(owner)[0]
    await desk.say(owner, "/channel")
    await desk.press(owner, "قناة الميناء")
    await desk.press(owner, "أوقف كل النشر الآن")
    query = await desk.press(owner, "نشر", message=draft)
    assert "متوقف" in query.text
    await desk.arrive()
    assert desk.posts(chat) == []


@pytest.mark.parametrize(("kind", "there"), [("drop_after", True), ("drop_before", False)])
async def test_an_unsure_post_is_asked_about_and_not_repeated(
    desk: Newsdesk, kind: str, there: bool
) -> None:
    owner, chat = await direct(desk)
    other = await second_owner(desk, owner, chat)
    await desk.publish("one", SHIP)
    desk.world.faults.order(kind=kind, method="sendMessage", chat_id=chat.id)
    await desk.pass_time(hours=9)
    await desk.pass_time(hours=1)
    assert len(desk.posts(chat)) == int(there)
    question = desk.drafts(owner, "هل ظهر المنشور في «قناة الميناء»؟")
    assert len(question) == 1
    assert desk.labels(question[0]) == ["المنشور موجود", "انشر مجددًا"]
    asked = desk.drafts(other, "هل ظهر المنشور")[0]
    await desk.press(owner, "المنشور موجود" if there else "انشر مجددًا", message=question[0])
    query = await desk.press(other, "انشر مجددًا", message=asked)
    assert "أُجيب" in query.text
    await desk.pass_time(hours=1)
    assert len(desk.posts(chat)) == 1
    await desk.pass_time(hours=24)
    assert len(desk.posts(chat)) == 1


async def test_a_second_loss_of_the_answer_is_a_second_question(desk: Newsdesk) -> None:
    owner, chat = await direct(desk)
    await desk.publish("one", SHIP)
    desk.world.faults.order(kind="drop_before", method="sendMessage", chat_id=chat.id, count=2)
    await desk.pass_time(hours=9)
    first = desk.drafts(owner, "هل ظهر")[0]
    await desk.press(owner, "انشر مجددًا", message=first)
    await desk.arrive()
    (second,) = desk.drafts(owner, "هل ظهر")
    assert second.id != first.id
    await desk.press(owner, "انشر مجددًا", message=second)
    await desk.arrive()
    assert len(desk.posts(chat)) == 1


async def test_settings_are_withheld_at_once_from_who_is_no_administrator(desk: Newsdesk) -> None:
    owner, chat = await direct(desk)
    other = await second_owner(desk, owner, chat)
    people.set_member(desk.world, chat, other, owner, Member("member"))
    query = await desk.press(other, "المواعيد")
    assert query.alert
    assert "لم تعد مشرفًا" in desk.last(other).text
    assert desk.state(chat).owners == (owner.id,)
    await desk.publish("one", SHIP)
    await desk.pass_time(hours=9)
    assert len(desk.posts(chat)) == 1


async def test_without_any_owner_nothing_is_posted(desk: Newsdesk) -> None:
    owner, chat = await direct(desk)
    await desk.publish("one", SHIP)
    await desk.say(owner, "/forget")
    await desk.press(owner, "نعم")
    await desk.pass_time(hours=10)
    assert desk.posts(chat) == []


async def test_disconnecting_asks_first_and_ends_posting(desk: Newsdesk) -> None:
    owner, chat = await direct(desk)
    await desk.press(owner, "فصل القناة")
    assert desk.state(chat).owners == (owner.id,)
    await desk.press(owner, "نعم، افصلها")
    await desk.publish("one", SHIP)
    await desk.pass_time(hours=10)
    assert desk.posts(chat) == []
    await desk.say(owner, "/channel")
    assert "قنواتك" not in desk.last(owner).text
