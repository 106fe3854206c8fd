"""A correction waits while a group may not be written to, or a thread is closed."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

import pytest

from digests.model import ChatKind, Place
from digests.store import barring, chats, deliveries
from digests.store.database import Database
from tests.digests.corrections.press import CHANGED, REST, Press
from tests.digests.telling.room import EVENING

GROUP, CLOSED = Place(-5), Place(-5, 3)


def refuse(press: Press, place: Place) -> None:
    """What *place* is owed is refused, as by a group without rights or a closed thread."""

    def write(db: Database) -> None:
        if place.thread:
            barring.close(db, place, "TOPIC_CLOSED", press.now, 0)
        else:
            barring.bar(db, place.chat, "not enough rights", press.now, 0)

    press.store.write_now(write)


def pending(press: Press, place: Place) -> list[tuple[str, int | None]]:
    """What is on its way to *place*, with the message that each answers."""
    found = press.store.read_now(lambda db: deliveries.claim(db, press.now, 50))
    return [(d.part.html, d.target) for d in found if d.place == place]


@pytest.mark.parametrize("place", [GROUP, CLOSED], ids=["group", "thread"])
async def test_it_answers_the_message_that_told_once_the_place_is_open(
    press: Press, place: Place
) -> None:
    article = press.write()
    press.chat(number=place.chat, thread=place.thread, kind=ChatKind.SUPERGROUP)
    await press.tick(EVENING)
    press.deliver(place)
    refuse(press, place)
    press.edit(article, text=f"{CHANGED} {REST}")
    assert await press.look() == 1
    await press.look()
    assert pending(press, place) == []
    press.store.write_now(partial(barring.wake, chat=place.chat, now=press.now))
    await press.look()
    ((text, target),) = pending(press, place)
    assert "تصحيح" in text
    assert target == press.first_message(place)
    press.deliver(place)
    await press.look()
    assert pending(press, place) == []
    assert len(press.corrections(place)) == 1


async def test_one_that_was_on_its_way_when_the_group_was_closed_comes_after(press: Press) -> None:
    article = press.write()
    press.chat(number=GROUP.chat, kind=ChatKind.SUPERGROUP)
    await press.tick(EVENING)
    press.deliver(GROUP)
    press.edit(article, text=f"{CHANGED} {REST}")
    assert await press.look() == 1
    refuse(press, GROUP)
    await press.look()
    assert pending(press, GROUP) == []
    press.store.write_now(partial(barring.arrived, place=GROUP, now=press.now))
    await press.look()
    assert len(pending(press, GROUP)) == 1


async def test_what_a_group_missed_needs_no_correction_there(press: Press) -> None:
    article = press.write()
    press.chat(number=GROUP.chat, kind=ChatKind.SUPERGROUP)
    await press.tick(EVENING)
    refuse(press, GROUP)
    press.edit(article, text=f"{CHANGED} {REST}")
    await press.look()
    press.store.write_now(partial(barring.wake, chat=GROUP.chat, now=press.now))
    await press.look()
    assert press.corrections(GROUP) == []


async def test_a_group_that_removed_us_gets_none(press: Press) -> None:
    article = press.write()
    press.chat(number=GROUP.chat, kind=ChatKind.SUPERGROUP)
    await press.tick(EVENING)
    press.deliver(GROUP)
    refuse(press, GROUP)
    press.store.write_now(lambda db: chats.deactivate_all(db, GROUP.chat))
    press.edit(article, text=f"{CHANGED} {REST}")
    await press.look()
    assert press.corrections(GROUP) == []


async def missing_correction(press: Press, *topics: str) -> int:
    """A group was told an article, may not be written to, and the article was changed; its id."""
    article = press.write()
    press.chat(number=GROUP.chat, kind=ChatKind.SUPERGROUP)
    await press.tick(EVENING)
    press.deliver(GROUP)
    if not topics:
        press.store.write_now(partial(chats.unsubscribe, place=GROUP, topic="one", now=press.now))
    press.edit(article, text=f"{CHANGED} {REST}")
    assert await press.look() == 1
    refuse(press, GROUP)
    return article


def due(press: Press) -> datetime:
    planned = press.find(GROUP).next_due
    assert planned is not None
    return planned


@pytest.mark.parametrize("topics", [("one",), ()], ids=["topic", "no-topic"])
async def test_a_group_of_which_nobody_says_that_it_is_open_is_tried_with_it(
    press: Press, topics: tuple[str, ...]
) -> None:
    await missing_correction(press, *topics)
    barred = press.now
    await press.tick(barred + timedelta(minutes=59))
    assert pending(press, GROUP) == []
    assert due(press) == barred + timedelta(hours=10)  # it is quiet in Riyadh until 7:00
    await press.tick(due(press))
    ((text, target),) = pending(press, GROUP)
    assert "تصحيح" in text
    assert target == press.first_message(GROUP)
    press.deliver(GROUP)
    assert press.find(GROUP).barred is None
    for _ in range(3):
        await press.look()
        await press.tick(press.now + timedelta(days=1))
    assert pending(press, GROUP) == []
    assert len(press.corrections(GROUP)) == 1


async def test_one_that_came_while_a_group_without_topics_was_barred_is_tried(press: Press) -> None:
    article = await missing_correction(press)
    press.edit(article, text=f"{REST} {REST}")
    assert await press.look() == 1
    await press.tick(due(press))
    assert len(pending(press, GROUP)) == 1  # one is tried, and the other follows
    press.deliver(GROUP)
    await press.look()
    assert len(pending(press, GROUP)) == 1
    press.deliver(GROUP)
    await press.look()
    texts = [text for text, _ in press.corrections(GROUP)]
    assert len(texts) == len(set(texts)) == 2


@pytest.mark.parametrize("topics", [("one",), ()], ids=["topic", "no-topic"])
async def test_a_group_that_stays_closed_is_tried_ever_less_often(
    press: Press, topics: tuple[str, ...]
) -> None:
    await missing_correction(press, *topics)
    start, tries = press.now, []
    while press.now < start + timedelta(days=10):
        await press.tick(press.now + timedelta(minutes=15))
        await press.look(timedelta())
        if pending(press, GROUP):
            tries.append(press.now - start)
            refuse(press, GROUP)
    assert 3 <= sum(at <= timedelta(days=2) for at in tries) <= 9
    assert 1 <= sum(at > timedelta(days=8) for at in tries) <= 4
    press.store.write_now(partial(barring.wake, chat=GROUP.chat, now=press.now))
    await press.look()
    press.deliver(GROUP)
    await press.look()
    assert len(press.corrections(GROUP)) == 1


async def test_news_is_what_a_barred_group_is_tried_with_where_there_is_some(press: Press) -> None:
    await missing_correction(press, "one")
    press.now = due(press)
    press.tell("خبر آخر")
    await press.tick()
    ((text, _),) = pending(press, GROUP)
    assert "خبر آخر" in text
    press.deliver(GROUP)
    await press.look()
    ((text, _),) = pending(press, GROUP)
    assert "تصحيح" in text


async def test_a_closed_thread_is_not_tried_with_one(press: Press) -> None:
    article = press.write()
    press.chat(number=CLOSED.chat, thread=CLOSED.thread, kind=ChatKind.SUPERGROUP)
    await press.tick(EVENING)
    press.deliver(CLOSED)
    press.edit(article, text=f"{CHANGED} {REST}")
    await press.look()
    refuse(press, CLOSED)
    await press.tick(press.now + timedelta(days=2))
    assert pending(press, CLOSED) == []


@pytest.mark.parametrize("place", [GROUP, CLOSED], ids=["group", "thread"])
async def test_who_follows_nothing_missed_no_news(press: Press, place: Place) -> None:
    press.chat(number=place.chat, thread=place.thread, kind=ChatKind.SUPERGROUP)
    press.store.write_now(partial(chats.unsubscribe, place=place, topic="one", now=press.now))
    refuse(press, place)
    press.store.write_now(partial(barring.wake, chat=place.chat, now=press.now))
    assert press.find(place).next_due is None
    press.store.write_now(partial(chats.subscribe, place=place, topic="one", now=press.now))
    assert press.find(place).next_due == EVENING


@pytest.mark.parametrize("place", [GROUP, CLOSED], ids=["group", "thread"])
async def test_who_left_is_not_barred_by_what_was_under_way(press: Press, place: Place) -> None:
    press.chat(number=place.chat, thread=place.thread, kind=ChatKind.SUPERGROUP)
    press.store.write_now(lambda db: chats.deactivate_all(db, place.chat))
    refuse(press, place)
    press.store.write_now(partial(barring.wake, chat=place.chat, now=press.now))
    known = press.find(place)
    assert not known.active
    assert known.barred is None
