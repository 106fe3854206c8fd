"""A group that became a supergroup is corrected there, and no message of others is answered."""

from __future__ import annotations

from digests.model import ChatKind, Place
from digests.store import chats, deliveries, posts
from digests.store.told import told
from tests.digests.corrections.press import CHANGED, REST, Press
from tests.digests.telling.room import EVENING


async def test_a_group_that_moved_is_corrected_in_a_message_that_answers_none(press: Press) -> None:
    article, group = press.write(), press.chat(number=-5, kind=ChatKind.GROUP)
    await press.tick(EVENING)
    press.deliver(group)
    press.store.write_now(lambda db: chats.migrate(db, -5, -1005))
    press.edit(article, text=f"{CHANGED} {REST}")
    assert await press.look() == 1
    ((text, target),) = press.corrections(Place(-1005))
    assert "400 مليون" in text
    assert target is None
    assert press.corrections(group) == []


async def test_a_correction_that_waits_while_its_group_moves_answers_none(press: Press) -> None:
    article, group = press.write(), press.chat(number=-5, kind=ChatKind.GROUP)
    await press.tick(EVENING)
    press.deliver(group)
    press.edit(article, text=f"{CHANGED} {REST}")
    assert await press.look() == 1
    press.store.write_now(lambda db: chats.migrate(db, -5, -1005))
    ((_, target),) = press.corrections(Place(-1005))
    assert target is None


async def test_what_arrived_before_its_group_moved_is_not_taken_for_a_message_of_the_new_one(
    press: Press,
) -> None:
    article, group = press.write(), press.chat(number=-5, kind=ChatKind.GROUP)
    await press.tick(EVENING)
    (left,) = press.store.read_now(lambda db: deliveries.claim(db, press.now, 5))
    press.store.write_now(lambda db: deliveries.begin(db, left))
    press.store.write_now(lambda db: chats.migrate(db, group.chat, -1005))
    press.store.write_now(lambda db: posts.sent(db, left, 77, press.now))
    press.edit(article, text=f"{CHANGED} {REST}")
    assert await press.look() == 1
    ((_, target),) = press.corrections(Place(-1005))
    assert target is None
    assert press.store.read_now(lambda db: told(db, Place(-1005), [article])) == {article}


async def test_what_was_owed_when_its_group_moved_is_answered_where_it_arrived(
    press: Press,
) -> None:
    article = press.write()
    press.chat(number=-5, kind=ChatKind.GROUP)
    await press.tick(EVENING)
    press.store.write_now(lambda db: chats.migrate(db, -5, -1005))
    (left,) = press.store.read_now(lambda db: deliveries.claim(db, press.now, 5))
    assert press.store.write_now(lambda db: deliveries.begin(db, left))
    press.store.write_now(lambda db: posts.sent(db, left, 88, press.now))
    press.edit(article, text=f"{CHANGED} {REST}")
    assert await press.look() == 1
    ((_, target),) = press.corrections(Place(-1005))
    assert target == 88


async def test_the_ledger_keeps_the_numbers_of_the_old_group(press: Press) -> None:
    press.write()
    group = press.chat(number=-5, kind=ChatKind.GROUP)
    await press.tick(EVENING)
    press.deliver(group)
    number = press.first_message(group)
    press.store.write_now(lambda db: chats.migrate(db, -5, -1005))
    assert press.first_message(Place(-1005)) == number
