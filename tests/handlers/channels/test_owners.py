"""Who administers a channel no longer is told nothing more of it; a new name is taken up."""

from __future__ import annotations

from datetime import timedelta

from bot.playground import people
from bot.playground.objects import Member
from tests.handlers.channels.newsdesk import Newsdesk
from tests.handlers.channels.test_drafts import SHIP, second_owner
from tests.handlers.channels.test_silence import direct


async def test_a_demoted_owner_gets_no_draft(desk: Newsdesk) -> None:
    owner = await desk.owner()
    chat = await desk.connected(owner)
    other = await second_owner(desk, owner, chat)
    people.set_member(desk.world, chat, other, owner, Member("member"))
    await desk.settle()
    await desk.publish("one", SHIP)
    await desk.pass_time(hours=9)
    assert len(desk.drafts(owner)) == 1
    assert desk.drafts(other) == []
    assert desk.state(chat).owners == (owner.id,)


async def test_a_demoted_owner_gets_no_notice_of_a_loss(desk: Newsdesk) -> None:
    owner, chat = await direct(desk)
    other = await second_owner(desk, owner, chat)
    people.set_member(desk.world, chat, other, owner, Member("left"))
    await desk.pass_time(minutes=6)
    desk.takes_right(chat, owner)
    await desk.settle()
    await desk.arrive()
    assert len(desk.drafts(owner, "توقف النشر")) == 1
    assert desk.drafts(other, "توقف النشر") == []


async def test_a_channel_that_its_only_owner_left_posts_nothing(desk: Newsdesk) -> None:
    owner, chat = await direct(desk)
    people.set_member(desk.world, chat, owner, owner, Member("member"))
    await desk.publish("one", SHIP)
    await desk.pass_time(hours=9)
    assert desk.posts(chat) == []
    assert desk.drafts(owner) == []


async def test_who_asks_nothing_of_telegram_twice_in_five_minutes(desk: Newsdesk) -> None:
    await direct(desk)
    before = asked(desk)
    await desk.pass_time(hours=2)
    for _ in range(10):
        await desk.pass_time(seconds=20)
    assert asked(desk) == before + 1


async def test_owners_stay_where_telegram_does_not_say(desk: Newsdesk) -> None:
    owner, chat = await direct(desk)
    people.set_member(desk.world, chat, desk.world.bot, owner, Member("kicked"))
    await desk.settle()
    await desk.pass_time(hours=2)
    assert desk.state(chat).owners == (owner.id,)


async def test_a_new_name_of_the_channel_is_taken_up(desk: Newsdesk) -> None:
    owner, chat = await direct(desk)
    chat.title = "قناة المرفأ"
    people.say(desk.world, owner, chat, "منشور من صاحب القناة")
    await desk.settle()
    assert desk.state(chat).title == "قناة المرفأ"
    desk.clock.advance(timedelta(minutes=1).total_seconds())
    await desk.say(owner, "/channel")
    assert any("قناة المرفأ" in label for m in desk.said(owner) for label in desk.labels(m))


def asked(desk: Newsdesk) -> int:
    return sum(call.method == "getChatAdministrators" for call in desk.world.record.calls)
