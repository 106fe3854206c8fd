"""Connecting a channel: who may, what is checked, and the test post that goes away."""

from __future__ import annotations

import re

import pytest

from bot.playground import people
from bot.playground.objects import Member
from digests.store import channels
from tests.handlers.channels.newsdesk import Newsdesk


def bare(text: str) -> str:
    return re.sub("[\u2060-\u2069]", "", text)


async def test_a_shared_channel_gets_a_test_post_and_then_its_topics(desk: Newsdesk) -> None:
    owner = await desk.owner()
    await desk.say(owner, "/channel")
    keyboard = desk.world.private_chat(owner).keyboard
    assert keyboard is not None
    request = keyboard["keyboard"][0][0]["request_chat"]
    assert request["chat_is_channel"] is True
    assert request["bot_administrator_rights"]["can_post_messages"] is True
    chat = desk.channel(owner)
    await desk.settle()
    people.share_chat(desk.world, owner, chat, request["request_id"])
    await desk.settle()
    assert [m.text for m in desk.posts(chat)] == ["هذا منشور تجريبي من موجز، يُحذف بعد دقيقة."]
    assert "الموانئ والملاحة" in desk.labels(desk.last(owner, buttons=True))
    assert desk.state(chat).owners == (owner.id,)
    assert desk.refused() == []


async def test_the_test_post_is_deleted_after_a_minute_and_once(desk: Newsdesk) -> None:
    chat = desk.channel(owner := await desk.owner())
    people.share_chat(desk.world, owner, chat, 1)
    await desk.settle()
    await desk.pass_time(seconds=30)
    assert len(desk.posts(chat)) == 1
    await desk.pass_time(seconds=31)
    await desk.pass_time(seconds=31)
    assert desk.posts(chat) == []
    assert desk.refused() == []


async def test_a_test_post_that_someone_deleted_is_let_be(desk: Newsdesk) -> None:
    chat = desk.channel(owner := await desk.owner())
    people.share_chat(desk.world, owner, chat, 1)
    await desk.settle()
    desk.posts(chat)[0].deleted = True
    await desk.pass_time(seconds=61)
    assert desk.store.read_now(lambda db: channels.test_posts(db, desk.clock.now())) == []


@pytest.mark.parametrize("name", ["@harbour_news", "harbour_news", "https://t.me/harbour_news"])
async def test_a_channel_is_connected_by_its_name(desk: Newsdesk, name: str) -> None:
    owner = await desk.owner()
    chat = desk.channel(owner, username="harbour_news")
    await desk.settle()
    await desk.say(owner, f"/channel {name}")
    assert desk.state(chat).owners == (owner.id,)


async def test_a_channel_is_connected_by_a_forwarded_post(desk: Newsdesk) -> None:
    owner = await desk.owner()
    chat = desk.channel(owner)
    post = people.say(desk.world, owner, chat, "خبر من القناة").message
    people.forward(desk.world, owner, chat, post)
    await desk.settle()
    assert desk.state(chat).owners == (owner.id,)


async def test_who_adds_the_bot_is_offered_to_connect_the_channel(desk: Newsdesk) -> None:
    owner = await desk.owner()
    chat = desk.channel(owner, "أخبار <الميناء> & Port")
    await desk.settle()
    assert "أخبار <الميناء> & Port" in bare(desk.last(owner).text)
    await desk.press(owner, "وصل القناة")
    assert desk.state(chat).owners == (owner.id,)


async def test_only_administrators_connect_a_channel(desk: Newsdesk) -> None:
    owner, reader = await desk.owner(), await desk.owner()
    chat = desk.channel(owner, username="harbour_news")
    people.set_member(desk.world, chat, reader, owner, Member("member"))
    await desk.settle()
    await desk.say(reader, "/channel @harbour_news")
    assert "ولست من مشرفي" in desk.last(reader).text
    assert desk.posts(chat) == []
    assert desk.store.read_now(lambda db: channels.find(db, chat.id)) is None


async def test_without_the_right_to_post_the_way_is_told_and_tried_again(desk: Newsdesk) -> None:
    owner = await desk.owner()
    chat = desk.channel(owner, username="harbour_news")
    desk.takes_right(chat, owner)
    await desk.settle()
    await desk.say(owner, "/channel @harbour_news")
    assert "تفعيل «نشر الرسائل»" in desk.last(owner).text
    desk.gives_right(chat, owner, quietly=True)
    await desk.press(owner, "وصل القناة")
    assert desk.state(chat).owners == (owner.id,)


@pytest.mark.parametrize("words", ["@nowhere_at_all", "-1009999999", "كلام عادي", "@مصر"])
async def test_what_is_no_channel_of_ours_is_said(desk: Newsdesk, words: str) -> None:
    owner = await desk.owner()
    await desk.say(owner, f"/channel {words}")
    assert "لم نجد هذه القناة" in desk.last(owner).text


async def test_a_group_is_no_channel(desk: Newsdesk) -> None:
    owner = await desk.owner()
    group = desk.group(owner)
    people.add_bot(desk.world, group, owner, admin=True)
    await desk.settle()
    await desk.say(owner, f"/channel {group.id}")
    assert "هذه ليست قناة" in desk.last(owner).text
    await desk.say(owner, "/channel", group)
    assert "المحادثة الخاصة" in desk.last(group).text


async def test_a_lost_answer_to_the_test_post_is_told_and_connects_nothing(
    desk: Newsdesk,
) -> None:
    owner = await desk.owner()
    chat = desk.channel(owner)
    await desk.settle()
    desk.world.faults.order(kind="drop_after", method="sendMessage", chat_id=chat.id)
    people.share_chat(desk.world, owner, chat, 1)
    await desk.settle()
    assert "لم يصلنا رد تيليغرام" in desk.last(owner).text
    assert desk.store.read_now(lambda db: channels.find(db, chat.id)) is None


async def test_two_channels_of_one_owner_are_listed_and_kept_apart(desk: Newsdesk) -> None:
    owner = await desk.owner()
    one = await desk.connected(owner, "القناة الأولى")
    two = await desk.connected(owner, "القناة الثانية", topic="موسم الزيتون")
    await desk.say(owner, "/channel")
    assert desk.labels(desk.last(owner, buttons=True)) == ["القناة الأولى", "القناة الثانية"]
    assert desk.known(one).topics == ("ports",)
    assert desk.known(two).topics == ("olives",)
    await desk.press(owner, "القناة الثانية")
    await desk.press(owner, "أوقف كل النشر الآن")
    assert not desk.state(one).stopped
    assert desk.state(two).stopped


async def test_two_administrators_own_one_channel_with_one_test_post(desk: Newsdesk) -> None:
    owner, other = await desk.owner(), await desk.owner()
    chat = await desk.connected(owner)
    people.set_member(desk.world, chat, other, owner, Member("administrator"))
    people.share_chat(desk.world, other, chat, 1)
    await desk.settle()
    assert desk.state(chat).owners == (owner.id, other.id)
    assert desk.posts(chat) == []
    assert desk.refused() == []
