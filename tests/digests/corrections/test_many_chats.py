"""A correction goes to many chats a portion at a time, and keeps no other write waiting."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

import pytest

from digests.corrections import announcing
from digests.model import Place
from digests.store import byhand, chats, deliveries, drafts
from digests.store.database import Database
from tests.digests.corrections.press import CHANGED, REST, Press
from tests.digests.store.desk import steps
from tests.digests.telling.room import EVENING

PORTION = 5


async def told(press: Press, count: int) -> int:
    """An article that *count* chats were told; its id."""
    article = press.write()
    first = press.chat(number=1)
    await press.tick(EVENING)

    def owe(db: Database) -> None:
        item = byhand.told_as(db, 1)
        digest = None if item is None else drafts.stored(db, item.digest)
        for number in range(2, count + 1):
            place = Place(number)
            chat = press.find(first)
            chats.ensure(db, place, chat.kind, chat.preferences, press.now)
            if digest is not None:
                deliveries.owe(db, place, digest, press.now, deliveries.Priority.DIGEST)

    press.deliver(first)
    press.store.write_now(owe)
    press.store.write_now(
        lambda db: db.execute("UPDATE delivery SET state = 'sent', message = id, settled = created")
    )
    return article


Correct = Callable[[], Coroutine[Any, Any, object]]


def edited(press: Press, article: int) -> Correct:
    press.edit(article, text=f"{CHANGED} {REST}")
    return press.look


def by_hand(press: Press, _article: int) -> Correct:
    def begin(db: Database) -> int:
        item = byhand.told_as(db, 1)
        assert item is not None
        kind = byhand.Kind.WITHDRAW
        return byhand.begin(db, kind, item.digest, item.story, None, press.now).id

    return partial(press.teller.by_hand.send, press.store.write_now(begin), press.now)


@pytest.mark.parametrize("begin", [edited, by_hand])
async def test_no_write_is_the_longer_the_more_were_told(
    press: Press,
    other: Press,
    begin: Callable[[Press, int], Correct],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(announcing, "PORTION", PORTION)
    longest = []
    for one, count in ((press, 4 * PORTION), (other, 40 * PORTION)):
        correct = begin(one, await told(one, count))
        taken: list[int] = []
        monkeypatch.setattr(one.store, "submit", partial(measured, one.store.submit, taken))
        await correct()
        longest.append(max(taken))
        owed = [len(one.corrections(Place(number))) for number in range(1, count + 1)]
        assert owed == [1] * count
    assert longest[1] < 1.5 * longest[0]


def measured(submit: Any, taken: list[int], transaction: Any, **how: Any) -> Any:
    """What `Store.submit` does, with the instructions that it took added to *taken*."""

    def run(db: Database) -> Any:
        value: list[Any] = []
        taken.append(steps(db, lambda db: value.append(transaction(db))))
        return value[0]

    return submit(run, **how)


async def test_a_chat_that_is_erased_meanwhile_is_owed_nothing(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = await told(press, 3)
    submit = press.store.submit

    def erased(transaction: Any, **how: Any) -> Any:
        submit(partial(chats.forget, chat=2))
        return submit(transaction, **how)

    press.edit(article, text=f"{CHANGED} {REST}")
    monkeypatch.setattr(press.store, "submit", erased)
    await press.look()
    assert [len(press.corrections(Place(number))) for number in (1, 2, 3)] == [1, 0, 1]
