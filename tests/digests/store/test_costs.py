"""What is asked at a tap or a tick costs as much beside a large ledger as beside a small one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest

from digests.model import Place, Preferences
from digests.store import byhand, channels, deliveries, drafts, posts
from digests.store.database import Database
from tests.digests.store.desk import NOON, Desk, digest, steps

DAY = timedelta(days=1)
#: Chats that were told, at first and then.
FEW, MANY = 40, 800


@pytest.mark.parametrize("channel", [None, -7])
def test_told_stories_are_listed_without_reading_who_was_told(
    desk: Desk, channel: int | None
) -> None:
    def ask(db: Database) -> object:
        found = byhand.told_stories(db, NOON - DAY, 9, channel=channel)
        assert [one.story for one in found] == [5]
        return found

    tell(desk, [-7])
    tell(desk, range(1, FEW))
    few = desk.store.read_now(lambda db: steps(db, ask))
    tell(desk, range(FEW, MANY))
    assert desk.store.read_now(lambda db: steps(db, ask)) < 2 * few


@pytest.mark.parametrize(
    "ask",
    [
        partial(deliveries.recent, since=NOON + DAY, now=NOON + DAY),
        partial(deliveries.shift, since=NOON + DAY, ahead=DAY),
        partial(deliveries.recover, now=NOON + DAY),
        deliveries.closed,
        posts.unsure,
        drafts.recalled,
    ],
    ids=["recent", "shift", "recover", "closed", "unsure", "recalled"],
)
def test_a_start_and_a_tick_read_no_ledger(desk: Desk, ask: Callable[[Database], object]) -> None:
    def taken(numbers: range) -> int:
        tell(desk, numbers)
        draft(desk, numbers)
        desk.do(partial(deliveries.recover, now=NOON))
        return desk.store.write_now(lambda db: steps(db, ask))

    few = taken(range(1, FEW))
    assert taken(range(FEW, MANY)) < 2 * few


def draft(desk: Desk, numbers: range) -> None:
    """Posts to a channel that were published."""
    for number in numbers:
        desk.do(partial(drafts.add, chat=-7, post=digest(100 + number), notices=(), now=NOON))
    desk.do(lambda db: db.execute("UPDATE draft SET state = 'published'"))


def test_recalled_drafts_of_a_silent_channel_wait(desk: Desk) -> None:
    def recalled() -> list[int]:
        return [one.id for one in desk.store.read_now(drafts.recalled)]

    desk.do(partial(drafts.add, chat=-7, post=digest(5, [1]), notices=(), now=NOON))
    (waiting,) = desk.store.read_now(partial(drafts.unposted, article=1))
    desk.do(partial(drafts.recall, draft=waiting))
    assert recalled() == [5]  # of a channel that is gone: to be done with
    connect = partial(channels.connect, chat=-7, title="", owner=1, preferences=Preferences())
    desk.do(partial(connect, now=NOON))
    assert recalled() == [5]
    desk.do(partial(channels.stop, chat=-7, now=NOON))
    assert recalled() == []
    desk.do(partial(channels.resume, chat=-7))
    assert recalled() == [5]
    desk.do(partial(channels.lose, chat=-7, error="", now=NOON))
    assert recalled() == []


def tell(desk: Desk, chats: range | list[int]) -> None:
    """*chats* were sent a story."""
    for chat in chats:
        desk.owe(Place(chat), digest(5, [1]))
    desk.do(
        lambda db: db.execute("UPDATE delivery SET state = 'sent', settled = created, message = id")
    )
