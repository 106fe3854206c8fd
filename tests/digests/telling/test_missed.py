"""What a group that may not be written to for a while is told once it may."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from digests.model import ChatKind, Place
from digests.store import barring, chats
from digests.store.archive import Arriving
from tests.digests.telling.room import EVENING, NOON, Room

MINUTE = timedelta(minutes=1)
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
