"""What a group that may not be written to for a while is told once it may."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from digests.model import Arrival, ChatKind, Place
from digests.store import barring, chats
from digests.store.archive import Arriving
from tests.digests.telling.room import EVENING, NOON, Room
from tests.digests.telling.test_arrival import breaking

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
GROUP = ChatKind.SUPERGROUP


def bar(room: Room, place: Place) -> None:
    """The group refuses what it is owed."""
    error = "not enough rights"
    room.store.write_now(lambda db: barring.bar(db, place.chat, error, room.now, delivery=0))


def wake(room: Room, place: Place) -> None:
    room.store.write_now(partial(barring.wake, chat=place.chat, now=room.now))


async def test_a_first_digest_that_was_missed_comes_though_none_of_it_is_fresh(room: Room) -> None:
    old = room.tell("خبر من مصدر جديد", arriving=Arriving.FIRST)
    room.tell("خبر ثان من مصدر جديد", "two", arriving=Arriving.FIRST)
    place = room.chat("one", "two", kind=GROUP)
    assert await room.teller.first(place, "one", room.now) == 1
    bar(room, place)
    wake(room, place)
    assert await room.tick(NOON + MINUTE) == 1
    assert room.told(place)[1:] == [[old]]
    assert await room.tick(EVENING) == 0  # the other was owed to nobody


async def test_a_barred_group_is_tried_with_the_first_digest_that_it_missed(room: Room) -> None:
    room.tell("خبر من مصدر جديد", arriving=Arriving.FIRST)
    place = room.chat("one", kind=GROUP)
    await room.teller.first(place, "one", room.now)
    bar(room, place)
    assert await room.tick(NOON + timedelta(hours=1)) == 1


async def test_what_was_missed_is_no_news_when_it_is_old(room: Room) -> None:
    room.tell("خبر من مصدر جديد", arriving=Arriving.FIRST)
    place = room.chat("one", kind=GROUP)
    await room.teller.first(place, "one", room.now)
    bar(room, place)
    room.now = NOON + timedelta(days=2)
    wake(room, place)
    assert await room.tick(room.now + MINUTE) == 0


async def test_who_missed_the_first_digest_gets_one_when_it_follows_again(room: Room) -> None:
    room.tell("خبر", arriving=Arriving.FIRST)
    place = room.chat("one", kind=GROUP)
    await room.teller.first(place, "one", room.now)
    bar(room, place)
    wake(room, place)
    room.store.write_now(partial(chats.unsubscribe, place=place, topic="one", now=room.now))
    room.store.write_now(partial(chats.subscribe, place=place, topic="one", now=room.now))
    assert await room.teller.first(place, "one", room.now) == 1
    assert await room.teller.first(place, "one", room.now) == 0
    assert await room.tick(NOON + MINUTE) == 0


# --- what comes at once


async def test_an_instant_group_gets_one_digest_and_the_rest_with_the_next(room: Room) -> None:
    place = room.chat(arrival=Arrival.INSTANT, kind=GROUP, stories=3)
    articles = [room.tell(f"خبر {number}") for number in range(5)]
    await room.tick(NOON + MINUTE)
    bar(room, place)
    room.now = NOON + timedelta(minutes=30)
    wake(room, place)
    before = len(room.told(place))
    assert await room.tick(room.now + MINUTE) == 1
    opened = room.now
    assert len(room.told(place)[before]) == 3
    for minutes in (1, 30, 90, 180):
        assert await room.tick(opened + minutes * MINUTE) == 0
    new = room.tell("خبر جديد")
    assert await room.tick(room.now + MINUTE) == 1
    assert room.told(place)[-1] == [new]
    assert await room.tick(EVENING) == 1
    assert len(room.told(place)[-1]) == 2
    told = [article for part in room.told(place)[before:] for article in part]
    assert sorted(told) == sorted([*articles, new])


async def test_what_a_digest_has_no_room_for_comes_at_once_neither(room: Room) -> None:
    place = room.chat(arrival=Arrival.INSTANT, stories=3, quiet=None)
    await room.tick(NOON + MINUTE)
    for number in range(10):
        room.tell(f"خبر {number}")
    assert [await room.tick(NOON + 2 * MINUTE), await room.tick(EVENING)] == [3, 1]
    assert await room.tick(EVENING + MINUTE) == await room.tick(EVENING + 5 * MINUTE) == 0
    assert await room.tick(EVENING + DAY) == 1
    assert [len(part) for part in room.told(place)] == [1, 1, 1, 3, 3]


async def test_what_was_being_read_when_the_digest_was_made_comes_at_once(room: Room) -> None:
    place = room.chat(arrival=Arrival.INSTANT, quiet=None)
    await room.tick(NOON + MINUTE)
    room.now = EVENING - MINUTE
    room.tell("خبر")
    late = room.article("خبر قُرئ ولم يُجمع")
    await room.tick(EVENING)
    room.story(late)
    assert await room.tick(EVENING + MINUTE) == 1
    assert room.told(place)[-1] == [late]


async def test_a_group_of_breaking_news_gets_what_was_breaking_as_one_digest(room: Room) -> None:
    place = room.chat(arrival=Arrival.BREAKING, kind=GROUP, quiet=None)
    room.tell("خبر عادي")
    first = breaking(room, "عاجل")
    assert await room.tick(NOON + MINUTE) == 1
    bar(room, place)
    room.now = NOON + timedelta(minutes=30)
    second = breaking(room, "عاجل ثان")
    room.now = NOON + timedelta(hours=6)
    wake(room, place)
    assert await room.tick(room.now + MINUTE) == 1
    assert room.told(place)[1:] == [sorted([*first, *second])]
    assert "عاجل |" not in room.owed(place)[-1]
    assert await room.tick(room.now + MINUTE) == 0
    third = breaking(room, "عاجل ثالث")
    assert await room.tick(room.now + MINUTE) == 1
    assert room.told(place)[-1] == third
    assert "عاجل" in room.owed(place)[-1]


async def test_a_barred_group_of_breaking_news_is_tried_with_what_was_breaking(room: Room) -> None:
    place = room.chat(arrival=Arrival.BREAKING, kind=GROUP, quiet=None)
    ids = breaking(room, "عاجل")
    await room.tick(NOON + MINUTE)
    bar(room, place)
    start, tries = room.now, []
    while room.now < start + timedelta(days=1):
        room.now += timedelta(minutes=15)
        if await room.tick():
            tries.append(room.now)
            bar(room, place)
    assert 3 <= len(tries) <= 7
    wake(room, place)
    assert await room.tick(room.now + MINUTE) == 1
    assert room.told(place)[-1] == ids
