"""Forum threads: each has its own topics; one that is closed or gone costs the others nothing."""

from __future__ import annotations

from bot.playground import people
from bot.playground.objects import Chat, Member, Message, Thread, User
from digests.model import Place
from digests.store import chats
from tests.handlers.channels.newsdesk import Newsdesk

SHIP = "الميناء يستقبل أكبر سفينة هذا العام"
OLIVES = "موسم الزيتون يبدأ مبكرًا في الجبال"


async def forum(desk: Newsdesk) -> tuple[User, Chat, Thread, Thread]:
    """A forum with two threads that follow different topics; their first digests are there."""
    owner = desk.person()
    group = desk.group(owner, forum=True)
    people.set_member(desk.world, group, desk.world.bot, owner, Member("member"))
    await desk.settle()
    threads = []
    for name, topic in (("البحر", "الموانئ"), ("الحقول", "الزيتون")):
        thread = people.open_thread(desk.world, group, name, owner)
        await desk.settle()
        await desk.say(owner, "/topics", group, thread=thread.id)
        await desk.press(owner, topic, group)
        threads.append(thread)
    await desk.arrive()
    return owner, group, threads[0], threads[1]


def told(desk: Newsdesk, group: Chat, thread: int, title: str) -> int:
    """How many of the bot's messages in *thread* tell *title*."""
    return sum(m.thread == thread and title in m.text for m in desk.said(group))


async def evening(desk: Newsdesk) -> None:
    await desk.publish("one", SHIP)
    await desk.publish("two", "قبلها", OLIVES)
    await desk.pass_time(hours=10)


async def test_each_thread_gets_its_own_topic_and_nothing_else(desk: Newsdesk) -> None:
    _, group, sea, fields = await forum(desk)
    await evening(desk)
    assert told(desk, group, sea.id, SHIP) == 1
    assert told(desk, group, sea.id, OLIVES) == 0
    assert told(desk, group, fields.id, OLIVES) == 1
    assert told(desk, group, fields.id, SHIP) == 0
    assert desk.refused() == []


async def test_a_closed_thread_is_refused_once_and_the_other_goes_on(desk: Newsdesk) -> None:
    owner, group, sea, fields = await forum(desk)
    people.set_thread(desk.world, group, sea, owner, closed=True)
    await desk.settle()
    await evening(desk)
    await desk.pass_time(hours=24)
    assert told(desk, group, sea.id, SHIP) == 0
    assert told(desk, group, fields.id, OLIVES) == 1
    assert [d for _, d in desk.refused() if "TOPIC_CLOSED" in d.upper()] == [
        d for _, d in desk.refused()
    ]
    assert len(desk.refused()) == 1
    assert not desk.known(group, sea.id).active
    assert desk.known(group, fields.id).active


async def test_a_thread_that_opens_again_gets_news_again(desk: Newsdesk) -> None:
    owner, group, sea, _ = await forum(desk)
    people.set_thread(desk.world, group, sea, owner, closed=True)
    await desk.settle()
    await evening(desk)
    people.set_thread(desk.world, group, sea, owner, closed=False)
    await desk.settle()
    assert desk.known(group, sea.id).active
    later = "الموانئ تفتح متحفًا للبحر"
    await desk.publish("one", "تمهيد", later)
    await desk.pass_time(hours=24)
    assert told(desk, group, sea.id, later) == 1


async def test_a_deleted_thread_is_refused_once_and_the_other_goes_on(desk: Newsdesk) -> None:
    owner, group, sea, fields = await forum(desk)
    people.set_thread(desk.world, group, sea, owner, deleted=True)
    await desk.settle()
    await evening(desk)
    await desk.pass_time(hours=24)
    assert [d for _, d in desk.refused()] == ["Bad Request: message thread not found"]
    assert "thread not found" in desk.refused()[0][1]
    assert not desk.known(group, sea.id).active
    assert told(desk, group, fields.id, OLIVES) == 1


async def deleted(desk: Newsdesk) -> tuple[User, Chat, Thread]:
    """The thread of the sea was deleted, its evening digest refused, and General told."""
    owner, group, sea, _ = await forum(desk)
    await desk.say(owner, "/settings", group, thread=sea.id)
    await desk.press(owner, "الأخبار: 5", group)
    await desk.press(owner, "3", group)
    people.set_thread(desk.world, group, sea, owner, deleted=True)
    await desk.settle()
    await evening(desk)
    return owner, group, sea


def notices(desk: Newsdesk, group: Chat) -> list[Message]:
    return [m for m in desk.said(group) if "حُذف قسم المجموعة" in m.text]


async def test_general_is_told_of_a_deleted_thread_once(desk: Newsdesk) -> None:
    _, group, _ = await deleted(desk)
    await desk.publish("one", "تمهيد", "الموانئ تفتح متحفًا للبحر")
    await desk.pass_time(hours=48)
    (notice,) = notices(desk, group)
    assert notice.thread in (None, 0, 1)
    assert "الموانئ والملاحة" in notice.text
    assert notice.silent


async def test_an_administrator_moves_what_the_deleted_thread_followed(desk: Newsdesk) -> None:
    owner, group, sea = await deleted(desk)
    (notice,) = notices(desk, group)
    await desk.press(owner, "انقلها إلى هنا", group, message=notice)
    general = desk.known(group)
    assert general.topics == ("ports",)
    assert general.preferences.stories == 3
    await desk.pass_time(minutes=5)
    assert sum(SHIP in m.text for m in desk.said(group)) == 1
    await desk.pass_time(hours=48)
    assert sum(SHIP in m.text for m in desk.said(group)) == 1
    assert desk.store.read_now(lambda db: chats.find(db, Place(group.id, sea.id))) is None


async def test_who_is_no_administrator_moves_nothing(desk: Newsdesk) -> None:
    _, group, sea = await deleted(desk)
    reader = desk.person()
    people.set_member(desk.world, group, reader, reader, Member("member"))
    (notice,) = notices(desk, group)
    await desk.press(reader, "انقلها إلى هنا", group, message=notice)
    assert desk.store.read_now(lambda db: chats.find(db, Place(group.id))) is None
    assert desk.known(group, sea.id).topics == ("ports",)


async def test_a_group_that_migrates_with_a_digest_owed_gets_it_in_its_new_place(
    desk: Newsdesk,
) -> None:
    owner = desk.person()
    group = desk.group(owner, kind="group")
    people.set_member(desk.world, group, desk.world.bot, owner, Member("member"))
    await desk.settle()
    await desk.say(owner, "/topics", group)
    await desk.press(owner, "الموانئ", group)
    await desk.arrive()
    await desk.publish("one", SHIP)
    new = people.migrate(desk.world, group, owner)
    await desk.pass_time(hours=10)
    assert sum(SHIP in m.text for m in desk.said(new)) == 1
    await desk.settle()
    await desk.pass_time(hours=24)
    assert sum(SHIP in m.text for m in desk.said(new)) == 1
    assert desk.known(new).topics == ("ports",)
    assert desk.store.read_now(lambda db: chats.places(db, group.id)) == []
