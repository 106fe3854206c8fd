"""Groups that may not be written to for a while lose nothing, and are not asked all the time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.playground import people
from bot.playground.objects import Chat, Member, Thread, User
from digests.model import Arrival
from digests.store import chats
from tests.handlers.channels.newsdesk import Newsdesk
from tests.handlers.threads.test_threads import OLIVES, SHIP, forum, told

LATER = "الموانئ تفتح متحفًا للبحر"
AGAIN = "إضراب في ميناء طرابلس يوقف الشحن"
DAYS = (
    "ميناء صور يغلق أبوابه بسبب العاصفة",
    "خلاف على رسوم ميناء البصرة",
    "غرق قارب قرب ميناء جيجل",
    "ميناء صلالة يوسع ساحة الحاويات",
    "عمال ميناء رادس يطالبون بزيادة الأجور",
    "ميناء عدن يستأنف تفريغ القمح",
)
SILENCED = Member("restricted", {"can_send_messages": False})


async def followed(desk: Newsdesk) -> tuple[User, Chat]:
    """A group that follows the ports, and its owner."""
    owner = desk.person()
    group = desk.group(owner)
    people.set_member(desk.world, group, desk.world.bot, owner, Member("member"))
    await desk.settle()
    await desk.say(owner, "/topics", group)
    await desk.press(owner, "الموانئ", group)
    await desk.arrive()
    return owner, group


async def evening(desk: Newsdesk) -> None:
    """It is eight in the evening in Riyadh, and there is news."""
    await desk.publish("one", SHIP)
    await desk.publish("two", "قبلها", OLIVES)
    await desk.pass_time(hours=9)


async def later(desk: Newsdesk) -> None:
    """There is more news."""
    await desk.publish("two", "قبلها", OLIVES, LATER)


def telling(desk: Newsdesk, group: Chat, title: str) -> int:
    return sum(title in m.text for m in desk.said(group))


def digests(desk: Newsdesk, group: Chat) -> int:
    """How many messages tell any news."""
    return sum(SHIP in m.text or LATER in m.text for m in desk.said(group))


async def test_a_group_closed_for_the_evening_gets_it_an_hour_later(desk: Newsdesk) -> None:
    _, group = await followed(desk)
    group.writable = False
    await evening(desk)
    assert telling(desk, group, SHIP) == 0
    assert len(desk.refused()) == 1
    assert desk.known(group).active
    assert desk.known(group).topics == ("ports",)
    group.writable = True  # nobody says so
    await desk.pass_time(minutes=59)
    assert telling(desk, group, SHIP) == 0
    await desk.pass_time(minutes=1)
    assert telling(desk, group, SHIP) == 1
    assert desk.known(group).barred is None
    await desk.pass_time(hours=48)
    assert telling(desk, group, SHIP) == 1
    assert len(desk.refused()) == 1


async def test_a_try_that_was_slept_over_waits_for_the_morning(desk: Newsdesk) -> None:
    _, group = await followed(desk)
    group.writable = False
    await evening(desk)
    group.writable = True
    await desk.pass_time(hours=4)  # it was planned for 21:00
    assert telling(desk, group, SHIP) == 0
    await desk.pass_time(hours=7)
    assert telling(desk, group, SHIP) == 1


async def test_what_was_missed_and_what_came_meanwhile_are_one_digest(desk: Newsdesk) -> None:
    _, group = await followed(desk)
    group.writable = False
    await evening(desk)
    await later(desk)
    await desk.pass_time(hours=1)
    await desk.pass_time(hours=2)
    group.writable = True
    await desk.pass_time(hours=14)
    assert digests(desk, group) == 1
    assert telling(desk, group, SHIP) == telling(desk, group, LATER) == 1
    await desk.pass_time(hours=48)
    assert digests(desk, group) == 1


async def test_a_group_that_stays_closed_is_asked_ever_less_often(desk: Newsdesk) -> None:
    _, group = await followed(desk)
    group.writable = False
    await evening(desk)
    *closed, last = range(len(DAYS))
    for day in closed:
        await desk.publish("one", SHIP, *DAYS[: day + 1])
        for _ in range(24):
            await desk.pass_time(hours=1)
        if day == 1:
            first = len(desk.refused())
    assert 3 <= first <= 9
    assert len(desk.refused()) - first <= 2 * (len(closed) - 2)
    group.writable = True
    await desk.publish("one", SHIP, *DAYS)
    for _ in range(24):
        await desk.pass_time(hours=1)
    assert telling(desk, group, DAYS[last]) == 1
    assert telling(desk, group, SHIP) == 0  # it is news no more
    assert sum(any(day in m.text for day in DAYS) for m in desk.said(group)) == 1


async def test_the_right_given_back_brings_what_was_missed_at_once(desk: Newsdesk) -> None:
    owner, group = await followed(desk)
    people.set_member(desk.world, group, desk.world.bot, owner, SILENCED)
    await desk.settle()
    await evening(desk)
    before = len(desk.said(group))
    people.set_member(desk.world, group, desk.world.bot, owner, Member("member"))
    await desk.settle()
    assert len(desk.said(group)) == before  # who was there all the time does not greet
    await desk.pass_time(minutes=1)
    assert telling(desk, group, SHIP) == 1
    await desk.pass_time(hours=48)
    assert telling(desk, group, SHIP) == 1


async def test_the_right_given_back_at_night_waits_for_the_morning(desk: Newsdesk) -> None:
    owner, group = await followed(desk)
    people.set_member(desk.world, group, desk.world.bot, owner, SILENCED)
    await desk.settle()
    await evening(desk)
    await desk.pass_time(hours=3)
    people.set_member(desk.world, group, desk.world.bot, owner, Member("member"))
    await desk.settle()
    await desk.pass_time(minutes=5)
    assert telling(desk, group, SHIP) == 0
    await desk.pass_time(hours=8)
    assert telling(desk, group, SHIP) == 1


async def test_who_speaks_to_us_in_a_barred_group_wakes_it(desk: Newsdesk) -> None:
    owner, group = await followed(desk)
    group.writable = False
    await evening(desk)
    group.writable = True
    await desk.say(owner, "/help", group)
    await desk.pass_time(minutes=1)
    assert telling(desk, group, SHIP) == 1


async def test_an_instant_group_gets_what_it_missed_as_one_digest(desk: Newsdesk) -> None:
    owner, group = await followed(desk)
    known = desk.known(group)
    instant = replace(known.preferences, arrival=Arrival.INSTANT)
    now = desk.clock.now()
    desk.store.write_now(lambda db: chats.set_preferences(db, known.place, instant, now))
    people.set_member(desk.world, group, desk.world.bot, owner, SILENCED)
    await desk.settle()
    await desk.publish("one", SHIP)
    await desk.pass_time(minutes=2)
    await later(desk)
    for _ in range(50):
        await desk.pass_time(minutes=1)
    assert len(desk.refused()) == 1
    people.set_member(desk.world, group, desk.world.bot, owner, Member("member"))
    await desk.settle()
    await desk.pass_time(minutes=1)
    assert digests(desk, group) == 1
    assert telling(desk, group, SHIP) == telling(desk, group, LATER) == 1
    await desk.publish("two", "قبلها", OLIVES, LATER, AGAIN)
    await desk.pass_time(minutes=2)
    assert telling(desk, group, AGAIN) == 1


async def test_a_barred_forum_goes_on_in_each_of_its_threads(desk: Newsdesk) -> None:
    _, group, sea, fields = await forum(desk)
    group.writable = False
    await evening(desk)
    group.writable = True
    await desk.pass_time(hours=1)
    assert told(desk, group, sea.id, SHIP) == 1
    assert told(desk, group, fields.id, OLIVES) == 1
    await desk.pass_time(hours=48)
    assert told(desk, group, sea.id, SHIP) == 1
    assert told(desk, group, fields.id, OLIVES) == 1


async def test_what_arrives_in_one_thread_opens_the_others(desk: Newsdesk) -> None:
    owner, group, sea, fields = await forum(desk)
    group.writable = False
    await evening(desk)
    await desk.pass_time(hours=12)  # asked in the morning, too, and next in the evening
    group.writable = True
    await desk.say(owner, "/settings", group, thread=sea.id)
    await desk.pass_time(hours=1)
    await desk.pass_time(hours=1)
    assert told(desk, group, fields.id, OLIVES) == 1


@pytest.mark.parametrize("general", [False, True])
async def test_a_thread_that_opens_again_gets_what_it_missed(desk: Newsdesk, general: bool) -> None:
    owner, group, thread, _ = await forum(desk)
    if general:
        await desk.say(owner, "/topics", group)
        await desk.press(owner, "الموانئ", group)
        thread = group.threads.setdefault(1, Thread(1, "General"))
    place = 0 if general else thread.id
    people.set_thread(desk.world, group, thread, owner, closed=True)
    await desk.settle()
    await evening(desk)
    assert len(desk.refused()) == 1
    people.set_thread(desk.world, group, thread, owner, closed=False)
    await desk.settle()
    await desk.pass_time(minutes=1)
    shown = [m for m in desk.said(group) if (m.thread or 0) == place and SHIP in m.text]
    assert len(shown) == 1
    await desk.pass_time(hours=48)
    shown = [m for m in desk.said(group) if (m.thread or 0) == place and SHIP in m.text]
    assert len(shown) == 1


async def test_a_barred_group_that_moves_gets_what_it_missed_in_its_new_place(
    desk: Newsdesk,
) -> None:
    owner = desk.person()
    group = desk.group(owner, kind="group")
    people.set_member(desk.world, group, desk.world.bot, owner, Member("member"))
    await desk.settle()
    await desk.say(owner, "/topics", group)
    await desk.press(owner, "الموانئ", group)
    group.writable = False
    await evening(desk)
    new = people.migrate(desk.world, group, owner)
    await desk.settle()
    await desk.pass_time(hours=1)
    assert telling(desk, new, SHIP) == 1
    await desk.pass_time(hours=48)
    assert telling(desk, new, SHIP) == 1


async def test_a_barred_group_that_removes_us_is_gone(desk: Newsdesk) -> None:
    owner, group = await followed(desk)
    group.writable = False
    await evening(desk)
    people.set_member(desk.world, group, desk.world.bot, owner, Member("kicked"))
    await desk.settle()
    await desk.pass_time(hours=48)
    assert len(desk.refused()) == 1
    assert not desk.known(group).active
    assert desk.known(group).barred is None
