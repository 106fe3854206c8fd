"""Approval: a draft to every owner, and one post, whoever taps what, in whatever order."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.playground import people
from bot.playground.objects import Chat, Member, User
from tests.handlers.channels.newsdesk import Newsdesk

SHIP = "الميناء يستقبل أكبر سفينة هذا العام"
CRANE = "الموانئ تشتري رافعات جديدة"
BUTTONS = ["نشر", "تعديل العنوان", "تجاهل", "نشر 20:00"]


async def waiting(desk: Newsdesk) -> tuple[User, Chat]:
    """An owner whose channel has one draft."""
    owner = await desk.owner()
    chat = await desk.connected(owner)
    await desk.publish("one", SHIP)
    desk.clock.advance(timedelta(hours=4).total_seconds())
    await desk.pass_time(hours=5)
    return owner, chat


async def second_owner(desk: Newsdesk, owner: User, chat: Chat) -> User:
    other = await desk.owner()
    people.set_member(desk.world, chat, other, owner, Member("administrator"))
    people.share_chat(desk.world, other, chat, 1)
    await desk.settle()
    return other


async def test_the_first_topic_is_answered_with_a_draft(desk: Newsdesk) -> None:
    owner = await desk.owner()
    await desk.publish("one", SHIP)
    chat = await desk.connected(owner)
    (draft,) = desk.drafts(owner)
    assert "قناة الميناء" in draft.text
    assert SHIP in draft.text
    assert desk.labels(draft)[:3] == BUTTONS[:3]
    assert desk.posts(chat) == []


async def test_a_due_digest_waits_for_its_owner(desk: Newsdesk) -> None:
    owner, chat = await waiting(desk)
    (draft,) = desk.drafts(owner)
    assert SHIP in draft.text
    assert desk.labels(draft)[:3] == BUTTONS[:3]
    assert desk.labels(draft)[3] == "نشر غدًا 20:00"
    assert desk.posts(chat) == []
    await desk.press(owner, "نشر")
    await desk.arrive()
    (post,) = desk.posts(chat)
    assert SHIP in post.text
    assert post.text.rstrip().endswith("#الموانئ_والملاحة")
    assert post.markup is None
    (draft,) = desk.drafts(owner, "نُشر في «")
    assert desk.labels(draft) == []
    assert desk.refused() == []


async def test_what_waits_is_not_drafted_again(desk: Newsdesk) -> None:
    owner, chat = await waiting(desk)
    await desk.pass_time(hours=24)
    assert len(desk.drafts(owner)) == 1
    assert desk.posts(chat) == []


async def test_two_owners_and_many_taps_make_one_post(desk: Newsdesk) -> None:
    owner = await desk.owner()
    chat = await desk.connected(owner)
    other = await second_owner(desk, owner, chat)
    await desk.publish("one", SHIP)
    desk.clock.advance(timedelta(hours=4).total_seconds())
    await desk.pass_time(hours=5)
    mine, theirs = desk.drafts(owner)[0], desk.drafts(other)[0]
    for who, message in ((owner, mine), (other, theirs), (owner, mine)):
        data = (mine.markup or {})["inline_keyboard"][0][0]["callback_data"]
        private = desk.world.private_chat(who)
        query = desk.world.query(who, private, message, data)
        desk.world.updates.emit(
            "callback_query",
            {
                "id": query.id,
                "from": who.to_json(),
                "chat_instance": "1",
                "message": desk.world.show(private, message),
                "data": data,
            },
        )
    await desk.settle()
    await desk.arrive()
    await desk.pass_time(hours=24)
    assert len(desk.posts(chat)) == 1
    for who in (owner, other):
        (shown,) = desk.drafts(who, "نُشر في «")
        assert desk.labels(shown) == []


async def test_an_ignored_draft_is_never_posted_and_its_story_not_offered_again(
    desk: Newsdesk,
) -> None:
    owner, chat = await waiting(desk)
    await desk.press(owner, "تجاهل")
    await desk.arrive()
    assert len(desk.drafts(owner, "لن يُنشر")) == 1
    await desk.pass_time(hours=24)
    assert desk.posts(chat) == []
    assert len(desk.drafts(owner)) == 0


async def test_publishing_at_the_named_time_and_taking_it_back(desk: Newsdesk) -> None:
    owner, chat = await waiting(desk)
    query = await desk.press(owner, "نشر غدًا")
    assert "غدًا 20:00" in query.text
    await desk.arrive()
    assert desk.posts(chat) == []
    (shown,) = desk.drafts(owner, "يُنشر في «")
    assert desk.labels(shown) == ["نشر الآن", "تجاهل"]
    await desk.press(owner, "تجاهل")
    await desk.pass_time(hours=30)
    assert desk.posts(chat) == []
    assert desk.refused() == []


async def test_a_scheduled_draft_comes_at_its_time_once(desk: Newsdesk) -> None:
    owner, chat = await waiting(desk)
    await desk.press(owner, "نشر غدًا")
    await desk.pass_time(hours=23)
    assert desk.posts(chat) == []
    await desk.pass_time(hours=2)
    assert len(desk.posts(chat)) == 1
    await desk.pass_time(hours=2)
    assert len(desk.posts(chat)) == 1


async def test_a_scheduled_draft_can_be_brought_forward(desk: Newsdesk) -> None:
    owner, chat = await waiting(desk)
    await desk.press(owner, "نشر غدًا")
    await desk.arrive()
    await desk.press(owner, "نشر الآن")
    await desk.arrive()
    assert len(desk.posts(chat)) == 1
    await desk.pass_time(hours=30)
    assert len(desk.posts(chat)) == 1


@pytest.mark.parametrize("to_question", [True, False])
async def test_a_reply_with_a_headline_changes_the_draft_and_the_post(
    desk: Newsdesk, to_question: bool
) -> None:
    owner, chat = await waiting(desk)
    draft = desk.drafts(owner)[0]
    await desk.press(owner, "تعديل العنوان")
    question = desk.last(owner)
    assert (question.markup or {}).get("force_reply")
    target = question if to_question else draft
    await desk.say(owner, "عنوان <جديد> & قصير", reply_to=target.id)
    await desk.arrive()
    (shown,) = desk.drafts(owner)
    assert "عنوان <جديد> & قصير" in shown.text
    await desk.press(owner, "نشر", message=shown)
    await desk.arrive()
    (post,) = desk.posts(chat)
    assert post.text.replace("\u200f", "").startswith("🗞 عنوان <جديد> & قصير\n")
    assert SHIP in post.text
    assert desk.refused() == []


async def test_a_headline_after_the_post_is_out_changes_nothing(desk: Newsdesk) -> None:
    owner, chat = await waiting(desk)
    draft = desk.drafts(owner)[0]
    await desk.press(owner, "نشر")
    await desk.arrive()
    await desk.say(owner, "عنوان متأخر", reply_to=draft.id)
    assert "لم يتغير عنوانها" in desk.last(owner).text
    assert "عنوان متأخر" not in desk.posts(chat)[0].text


async def test_who_is_no_administrator_any_more_publishes_nothing(desk: Newsdesk) -> None:
    owner, chat = await waiting(desk)
    people.set_member(desk.world, chat, owner, owner, Member("left"))
    query = await desk.press(owner, "نشر")
    assert query.alert
    assert "لم تعد مشرفًا" in query.text
    await desk.arrive()
    assert desk.posts(chat) == []


async def test_after_the_week_of_approval_digests_go_out_by_themselves(desk: Newsdesk) -> None:
    owner = await desk.owner()
    chat = await desk.connected(owner)
    await desk.pass_time(days=8)
    await desk.publish("one", SHIP)
    await desk.pass_time(days=1)
    assert [SHIP in post.text for post in desk.posts(chat)] == [True]
    assert desk.drafts(owner) == []
    await desk.publish("two", "الموانئ تفتح بابها للزوار", CRANE)
    await desk.pass_time(days=1)
    assert [SHIP in post.text for post in desk.posts(chat)] == [True, False]


async def test_a_post_is_pinned_when_the_owner_wants_it(desk: Newsdesk) -> None:
    owner, chat = await waiting(desk)
    await desk.say(owner, "/channel")
    await desk.press(owner, "قناة الميناء")
    await desk.press(owner, "تثبيت المنشور")
    await desk.press(owner, "نعم")
    await desk.press(owner, "نشر", message=desk.drafts(owner)[0])
    await desk.arrive()
    assert chat.pinned == [desk.posts(chat)[0].id]


async def test_pinning_without_the_right_is_not_promised(desk: Newsdesk) -> None:
    owner, chat = await waiting(desk)
    rights = {"can_post_messages": True, "can_edit_messages": False}
    chat.members[desk.world.bot.id] = Member("administrator", rights)
    await desk.say(owner, "/channel")
    await desk.press(owner, "قناة الميناء")
    await desk.press(owner, "تثبيت المنشور")
    query = await desk.press(owner, "نعم")
    assert "تعديل رسائل الآخرين" in query.text
    assert not desk.state(chat).pin


async def test_a_pin_that_is_refused_costs_nothing_else(desk: Newsdesk) -> None:
    owner, chat = await waiting(desk)
    desk.store.write_now(
        lambda db: db.execute("UPDATE channel SET pin = 1 WHERE chat = ?", (chat.id,)) and None
    )
    rights = {"can_post_messages": True, "can_edit_messages": False}
    chat.members[desk.world.bot.id] = Member("administrator", rights)
    await desk.press(owner, "نشر")
    await desk.arrive()
    assert len(desk.posts(chat)) == 1
    assert chat.pinned == []
    assert desk.state(chat).lost is None
