"""Groups: administrators decide, threads have their own topics, and the rest is left alone."""

from __future__ import annotations

import pytest
from telegram import Update

from bot.playground import people
from bot.playground.objects import Chat, Member, User
from digests.store import chats
from handlers.permissions import VALID
from tests.handlers.talk import NOW, Talk


async def joined(
    talk: Talk, *, forum: bool = False, kind: str = "supergroup"
) -> tuple[User, User, Chat]:
    """An owner, a member, and their group with the bot in it."""
    owner, member = talk.person(), talk.person()
    group = talk.group(owner, forum=forum, kind=kind)
    people.set_member(talk.world, group, talk.world.bot, owner, Member("member"))
    people.set_member(talk.world, group, member, owner, Member("member"))
    await talk.settle()
    return owner, member, group


async def test_being_added_says_how_to_begin(talk: Talk) -> None:
    _, _, group = await joined(talk)
    (greeting,) = talk.said(group)
    assert greeting.text.startswith("أُضيف موجز إلى المجموعة. يختار المشرفون المواضيع:")
    assert talk.refused() == []


async def test_only_administrators_choose_topics(talk: Talk) -> None:
    owner, member, group = await joined(talk)
    await talk.say(member, "/topics", group)
    refused = await talk.press(member, "الموانئ", group)
    assert refused.alert
    assert "المشرفون" in refused.text
    assert talk.known(group) is None
    await talk.press(owner, "الموانئ", group)
    assert talk.known(group).topics == ("ports",)
    assert talk.refused() == []


async def test_an_administrator_who_stays_anonymous_decides_and_a_linked_channel_does_not(
    talk: Talk,
) -> None:
    _, _, group = await joined(talk)
    for number, (sender, follows) in enumerate(((-1001, None), (group.id, "ports"))):
        update = {
            "update_id": 900_000_000 + number,
            "message": {
                "message_id": 500 + number,
                "date": int(NOW.timestamp()),
                "chat": {"id": group.id, "type": "supergroup", "title": "مجموعة"},
                "from": {"id": 1087968824, "is_bot": True, "first_name": "Group"},
                "sender_chat": {"id": sender, "type": "supergroup", "title": "مجموعة"},
                "text": f"/start@{talk.world.username} ports",
            },
        }
        await talk.app.process_update(Update.de_json(update, talk.app.bot))
        known = talk.known(group)
        assert (known.topics[0] if known else None) == follows


async def test_an_administrator_who_lost_the_right_keeps_it_for_a_minute(talk: Talk) -> None:
    owner, member, group = await joined(talk)
    people.set_member(talk.world, group, member, owner, Member("administrator"))
    await talk.say(member, "/topics", group)
    await talk.press(member, "الموانئ", group)
    people.set_member(talk.world, group, member, owner, Member("member"))
    talk.clock.advance(VALID + 1)
    query = await talk.press(member, "الزيتون", group)
    assert "المشرفون" in query.text
    assert talk.known(group).topics == ("ports",)


@pytest.mark.parametrize("command", ["/track كلمة نادرة", "/forget", "/city القاهرة"])
async def test_commands_that_change_are_for_administrators(talk: Talk, command: str) -> None:
    _, member, group = await joined(talk)
    await talk.say(member, command, group)
    assert "المشرفون" in talk.last(group).text
    assert talk.known(group) is None


async def test_what_is_not_for_the_bot_is_left_alone(talk: Talk) -> None:
    owner, _, group = await joined(talk)
    talk.world.reads_groups = True
    before = len(talk.said(group))
    for text in ("صباح الخير", "/topics@other_bot", "/nothing", "/nothing@other_bot"):
        await talk.say(owner, text, group)
    assert len(talk.said(group)) == before


async def test_what_is_addressed_to_the_bot_is_answered(talk: Talk) -> None:
    owner, _, group = await joined(talk)
    name = talk.world.username
    for text in (f"/help@{name}", f"/nothing@{name}", f"@{name} الموانئ"):
        before = len(talk.said(group))
        await talk.say(owner, text, group)
        assert len(talk.said(group)) == before + 1, text
    await talk.say(owner, "الزيتون", group, reply_to=talk.last(group).id)
    assert "موسم الزيتون" in talk.labels(talk.last(group))


async def test_a_subscription_belongs_to_its_thread(talk: Talk) -> None:
    owner, _, forum = await joined(talk, forum=True)
    thread = people.open_thread(talk.world, forum, "أخبار", owner)
    await talk.settle()
    await talk.say(owner, "/topics", forum, thread=thread.id)
    assert talk.last(forum).thread == thread.id
    await talk.press(owner, "الموانئ", forum)
    assert talk.known(forum, thread.id).topics == ("ports",)
    assert talk.known(forum) is None
    assert talk.refused() == []


async def test_migration_keeps_everything(talk: Talk) -> None:
    owner, _, group = await joined(talk, kind="group")
    await talk.say(owner, "/topics", group)
    await talk.press(owner, "الموانئ", group)
    await talk.press(owner, "الزيتون", group)
    new = people.migrate(talk.world, group, owner)
    await talk.settle()
    assert talk.known(new).topics == ("ports", "olives")
    assert talk.known(group) is None
    await talk.say(owner, "/topics", new)
    assert "✅ الموانئ والملاحة" in talk.labels(talk.last(new))


async def test_a_deep_link_into_a_group_follows_for_administrators(talk: Talk) -> None:
    owner, member, group = await joined(talk)
    name = talk.world.username
    await talk.say(member, f"/start@{name} ports", group)
    assert talk.known(group) is None
    await talk.say(owner, f"/start@{name} ports", group)
    assert talk.known(group).topics == ("ports",)


async def test_removal_and_return(talk: Talk) -> None:
    owner, _, group = await joined(talk)
    await talk.say(owner, "/topics", group)
    await talk.press(owner, "الموانئ", group)
    people.set_member(talk.world, group, talk.world.bot, owner, Member("kicked"))
    await talk.settle()
    gone = talk.known(group)
    assert not gone.active
    assert gone.next_due is None
    people.set_member(talk.world, group, talk.world.bot, owner, Member("member"))
    await talk.settle()
    back = talk.known(group)
    assert back.active
    assert back.next_due is not None
    assert back.topics == ("ports",)


async def test_a_group_that_chose_nothing_is_not_stored(talk: Talk) -> None:
    _, member, group = await joined(talk)
    for text in ("/help", "/status", "/topics", "/latest"):
        await talk.say(member, text, group)
    assert talk.store.read_now(lambda db: chats.places(db, group.id)) == []
    assert talk.known(group) is None
