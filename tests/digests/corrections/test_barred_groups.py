"""A correction waits while a group may not be written to, or a thread is closed."""

from __future__ import annotations

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
