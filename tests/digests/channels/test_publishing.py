"""A draft becomes at most one post, in whatever order its owners tap, and however often."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from digests.catalogs import Catalogue
from digests.channels import publishing
from digests.channels.desk import ChannelDesk
from digests.channels.notices import Head
from digests.channels.publishing import Outcome
from digests.model import Place, Preferences
from digests.store import channels, chats, deliveries, drafts
from digests.store.database import Database, Store
from digests.store.told import Part, StoredDigest
from digests.words import Words
from handlers.callbacks import pack

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
CHANNEL, OWNERS, DRAFT = -1001, (11, 12), 77
WORDS = Words.load(strict=True)
TAPS = st.lists(
    st.sampled_from(["publish", "later", "ignore", "rewrite", "stop", "resume", "lose", "send"]),
    max_size=12,
)


@contextmanager
def drafted() -> Iterator[ChannelDesk]:
    """A channel of two owners with one draft."""
    with TemporaryDirectory() as folder:
        store = Store(Path(folder) / "mujaz.db")
        desk = ChannelDesk(store, Catalogue({}, {}), WORDS, pack, lambda: None)

        def begin(db: Database) -> None:
            for owner in OWNERS:
                channels.connect(db, CHANNEL, "قناة", owner, Preferences(), NOW)
            channel = channels.find(db, CHANNEL)
            assert channel is not None
            post = StoredDigest(DRAFT, (Part("<b>خبر</b>\nجملة."),), ())
            desk.owners.offer(db, channel, Preferences(), post, NOW, None, Head.DRAFT)

        store.write_now(begin)
        try:
            yield desk
        finally:
            store.close()


def posts(db: Database) -> list[tuple[int, str]]:
    return [
        (row[0], row[1])
        for row in db.execute(
            "SELECT id, state FROM delivery WHERE chat = ? AND kind = 'send'", (CHANNEL,)
        )
    ]


def send_due(db: Database, now: datetime) -> None:
    """What is due to the channel arrives."""
    for owed in deliveries.claim(db, now, 10):
        if owed.place == Place(CHANNEL):
            deliveries.mark_sending(db, owed.id)
            deliveries.mark_sent(db, owed.id, 5, now)


@settings(max_examples=40, deadline=None)
@given(TAPS)
def test_any_taps_make_at_most_one_post(taps: list[str]) -> None:
    with drafted() as desk:
        asyncio.run(_tap_all(desk, taps))
        rows = desk.store.read_now(posts)
        assert len(rows) <= 1
        draft = desk.store.read_now(lambda db: drafts.find(db, DRAFT))
        assert draft is not None
        if draft.state in ("waiting", "ignored"):
            assert rows == []
        else:
            assert len(rows) == 1


async def _tap_all(desk: ChannelDesk, taps: list[str]) -> None:
    for number, tap in enumerate(taps):
        now = NOW + timedelta(minutes=number)
        if tap == "publish":
            await publishing.publish(desk, DRAFT, now)
        elif tap == "later":
            await publishing.publish(desk, DRAFT, now, now + timedelta(minutes=3))
        elif tap == "ignore":
            await publishing.ignore(desk, DRAFT, now)
        elif tap == "rewrite":
            await publishing.rewrite(desk, DRAFT, f"عنوان {number}", now)
        else:
            await desk.store.write(partial(_happens, what=tap, now=now))


def _happens(db: Database, what: str, now: datetime) -> None:
    if what == "stop":
        channels.stop(db, CHANNEL, now)
    elif what == "resume":
        channels.resume(db, CHANNEL)
    elif what == "lose":
        channels.lose(db, CHANNEL, "refused", now)
    else:
        send_due(db, now)


def test_owners_who_tap_at_once_make_one_post_and_one_of_them_hears_it() -> None:
    async def both(desk: ChannelDesk) -> list[Outcome]:
        return await asyncio.gather(*(publishing.publish(desk, DRAFT, NOW) for _ in range(8)))

    with drafted() as desk:
        outcomes = asyncio.run(both(desk))
        assert sorted(o.value for o in outcomes) == ["done", *["settled"] * 7]
        assert len(desk.store.read_now(posts)) == 1


def test_what_a_channel_missed_is_not_told_and_what_it_declined_is() -> None:
    with drafted() as desk:
        store = desk.store
        assert asyncio.run(publishing.publish(desk, DRAFT, NOW)) is Outcome.DONE
        store.write_now(lambda db: channels.lose(db, CHANNEL, "refused", NOW))
        assert store.read_now(posts)[0][1] == "refused"
        missed = store.read_now(
            lambda db: db.execute("SELECT chat, digest, part FROM missed").fetchall()
        )
        assert missed == [(CHANNEL, DRAFT, 0)]
        chat = store.read_now(lambda db: chats.find(db, Place(CHANNEL)))
        assert chat is not None
        assert not chat.active
