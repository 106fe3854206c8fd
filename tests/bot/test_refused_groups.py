"""What a group refuses for a while, and what for good, and what a stop in between leaves."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.refusals import RIGHTS_ERRORS
from digests.model import ChatKind, Place
from digests.store import deliveries
from digests.store.database import Store
from digests.store.deliveries import Priority
from digests.store.told import Part, StoredDigest
from tests.bot.fake_telegram import Outcome, refusal, small_telegram
from tests.bot.test_delivery import NOON, Post, WallClock

GROUP = ChatKind.SUPERGROUP
NO_RIGHT = refusal(400, "Bad Request: not enough rights to send text messages to the chat")


@pytest.fixture
async def post(tmp_path: Path) -> AsyncIterator[Post]:
    async with small_telegram() as telegram:
        store = Store(tmp_path / "mujaz.db")
        yield Post(store, telegram, WallClock(NOON), telegram.base)
        store.close()


def missed(post: Post) -> list[tuple[int, int]]:
    return post.store.read_now(
        lambda db: db.execute("SELECT thread, part FROM missed ORDER BY thread, part").fetchall()
    )


@pytest.mark.parametrize(
    "outcome",
    [
        *(refusal(400, f"Bad Request: {text.upper()}") for text in RIGHTS_ERRORS),
        refusal(403, "Forbidden: CHAT_WRITE_FORBIDDEN"),
        refusal(400, "Bad Request: have no rights to send a message"),
    ],
)
async def test_a_group_without_the_right_to_write_is_barred(post: Post, outcome: Outcome) -> None:
    post.telegram.plan[-5].append(outcome)
    post.owe(-5, "أول", "ثان", kind=GROUP)
    post.owe(-5, "في قسم", kind=GROUP, thread=3)
    post.owe(8, "نص")
    async with post.delivering():
        await post.until(lambda: "pending" not in post.states())
        await post.until(lambda: "sending" not in post.states())
    assert post.telegram.of(8) == ["نص"]
    known = post.chat(-5)
    assert known.active
    assert known.topics == ("one",)
    assert known.barred == NOON
    assert known.next_due == NOON + timedelta(hours=1)
    assert {(0, 0), (0, 1)} <= set(missed(post))


@pytest.mark.parametrize(
    "outcome",
    [
        refusal(403, "Forbidden: bot was kicked from the supergroup chat"),
        refusal(403, "Forbidden: bot is not a member of the supergroup chat"),
        refusal(403, "Forbidden: the group chat was deleted"),
        refusal(400, "Bad Request: chat not found"),
    ],
)
async def test_a_group_that_is_gone_is_not_asked_again(post: Post, outcome: Outcome) -> None:
    post.telegram.plan[-5].append(outcome)
    post.owe(-5, "أول", "ثان", kind=GROUP)
    async with post.delivering():
        await post.until(lambda: post.states() == ["refused", "refused"])
    known = post.chat(-5)
    assert not known.active
    assert known.barred is None
    assert known.next_due is None
    assert missed(post) == []


async def test_what_arrives_opens_it_again(post: Post) -> None:
    usual = group_owed(post)
    post.telegram.plan[-5].append(NO_RIGHT)
    async with post.delivering():
        await post.until(lambda: post.states() == ["refused"])
        assert post.chat(-5).missing
        again(post, 77)
        await post.until(lambda: post.states() == ["refused", "sent"])
    known = post.chat(-5)
    assert known.barred is None
    assert not known.missing
    assert known.next_due == usual


async def test_a_closed_thread_is_barred_alone(post: Post) -> None:
    post.telegram.plan[-5].append(refusal(400, "Bad Request: TOPIC_CLOSED"))
    post.owe(-5, "أول", "ثان", kind=GROUP, thread=3)
    async with post.delivering():
        await post.until(lambda: post.states() == ["refused", "refused"])
        post.owe(-5, "غيره", kind=GROUP, thread=4)
        await post.until(lambda: post.states()[2] == "sent")
    assert missed(post) == [(3, 0), (3, 1)]
    assert post.chat(-5, 3).next_due is None
    assert post.chat(-5, 4).barred is None


async def test_a_refusal_that_a_crash_left_unwritten_loses_and_repeats_nothing(post: Post) -> None:
    group_owed(post)
    digest = post.rows("digest")[0][0]
    # Refused, and killed before that was written: nobody knows, and it is tried once more.
    post.store.write_now(lambda db: deliveries.mark_sending(db, 1))
    post.telegram.plan[-5].append(NO_RIGHT)
    async with post.delivering():
        await post.until(lambda: post.states() == ["refused"])
    assert missed(post) == [(0, 0)]
    async with post.delivering():  # a start in between makes nothing of it
        assert post.states() == ["refused"]
        again(post, digest)
        await post.until(lambda: post.states() == ["sent"])
    assert post.telegram.of(-5) == ["أول"]
    assert missed(post) == []
    again(post, digest)
    assert post.states() == ["sent"]


def group_owed(post: Post) -> datetime | None:
    """A group is owed its digest; when its next one is due."""
    post.owe(-5, "أول", kind=GROUP)
    return post.chat(-5).next_due


def again(post: Post, digest: int) -> None:
    """The group is owed *digest* at a tick: nobody spoke there."""
    owed = StoredDigest(digest, (Part("أول"),), ())
    post.store.write_now(
        lambda db: deliveries.owe(db, Place(-5), owed, post.clock.now(), Priority.DIGEST)
    )
