"""Every way of a delivery, against a server on loopback and a real database."""

from __future__ import annotations

import asyncio
import socket
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from telegram.ext import ExtBot

from bot.delivery import Courier, plain_text
from bot.pace import EVERYONE, GROUP, Pace
from bot.request import Request
from bot.steady import Watch
from digests.clock import ManualClock
from digests.limits import MESSAGE_TEXT
from digests.model import Chat, ChatKind, Place, Preferences
from digests.store import chats, deliveries, holds
from digests.store.database import Database, Store
from digests.store.deliveries import Delivery, Priority
from digests.store.errors import StoreFull
from digests.store.steady import Steady
from digests.store.told import Part, StoredDigest
from tests.bot.fake_telegram import (
    DROP,
    DROP_BEFORE,
    HANG,
    TOKEN,
    Outcome,
    SmallTelegram,
    refusal,
    small_telegram,
)

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
BUTTONS = ((("المزيد", "data", "m:1"), ("الموقع", "url", "https://a.test/")),)


class WallClock(ManualClock):
    """Reads *moved* later than it would; its ``monotonic`` does not."""

    moved = timedelta()

    def now(self) -> datetime:
        return super().now() + self.moved


@dataclass
class Post:
    """One service's delivery: outbox, courier and the server that it sends to."""

    store: Store
    telegram: SmallTelegram
    clock: WallClock
    base: str
    unsure: list[Delivery] = field(default_factory=list)
    holds: list[tuple[str, float]] = field(default_factory=list)
    ask: Callable[[Delivery], Awaitable[None]] | None = None

    def owe(
        self, chat: int, *texts: str, kind: ChatKind = ChatKind.PRIVATE, thread: int = 0
    ) -> None:
        place = Place(chat, thread)
        digest = StoredDigest(
            id=hash(texts) % 10**9, parts=tuple(Part(text, BUTTONS) for text in texts), items=()
        )

        def write(db: Database) -> None:
            chats.ensure(db, place, kind, Preferences(), NOON)
            chats.subscribe(db, place, "one", NOON)
            deliveries.owe(db, place, digest, NOON, Priority.DIGEST)

        self.store.write_now(write)

    def rows(self, *columns: str) -> list[tuple[Any, ...]]:
        names = ", ".join(columns)
        return self.store.read_now(
            lambda db: db.execute(f"SELECT {names} FROM delivery ORDER BY id").fetchall()
        )

    def states(self) -> list[str]:
        return [row[0] for row in self.rows("state")]

    def chat(self, chat: int, thread: int = 0) -> Chat:
        found = self.store.read_now(lambda db: chats.find(db, Place(chat, thread)))
        assert found is not None
        return found

    @asynccontextmanager
    async def delivering(self, read_timeout: float = 5) -> AsyncIterator[Courier]:
        """A running courier, as after a start; stopped as at a stop."""
        pace = Pace(self._hold)
        request = Request(read_timeout=read_timeout)
        bot: ExtBot[Any] = ExtBot(TOKEN, base_url=self.base, request=request, rate_limiter=pace)
        watch = Watch(self.store, self.clock, lambda: Steady("boot", self.clock.monotonic()))
        courier = Courier(self.store, bot, pace, self.clock, self._unsure, watch=watch)
        await request.initialize()
        await courier.recover()
        running = asyncio.create_task(courier.run())
        try:
            yield courier
        finally:
            await courier.stop()
            await asyncio.wait_for(running, 5)
            await request.shutdown()

    def _hold(self, scope: str, seconds: float) -> None:
        self.holds.append((scope, seconds))
        now = self.clock.now()
        until = now + timedelta(seconds=seconds)
        self.store.submit(lambda db: holds.hold(db, scope, until, now))

    async def _unsure(self, delivery: Delivery) -> None:
        self.unsure.append(delivery)
        if self.ask is not None:
            await self.ask(delivery)

    async def until(self, what: Callable[[], bool], *, passing: float = 0) -> None:
        """Wait until *what* holds; the clock passes *passing* seconds at each look."""
        for _ in range(2000):
            if what():
                return
            self.clock.advance(passing)
            await asyncio.sleep(0.02)
        raise AssertionError(f"it never came: {self.rows('id', 'chat', 'state', 'error')}")


@pytest.fixture
async def post(tmp_path: Path) -> AsyncIterator[Post]:
    async with small_telegram() as telegram:
        store = Store(tmp_path / "mujaz.db")
        yield Post(store, telegram, WallClock(NOON), telegram.base)
        store.close()


def lock(post: Post) -> sqlite3.Connection:
    """Another program begins to write and does not end."""
    other = sqlite3.connect(post.store.path, isolation_level=None, timeout=5)
    other.execute("BEGIN IMMEDIATE")
    return other


def impatient(post: Post) -> None:
    post.store.patience = 0.02


# --- sent


async def test_what_is_sent_is_written_down_with_its_message(post: Post) -> None:
    post.owe(7, "<b>أول</b>", "ثان")
    async with post.delivering():
        await post.until(lambda: post.states() == ["sent", "sent"])
    assert post.telegram.of(7) == ["<b>أول</b>", "ثان"]
    assert post.rows("message", "attempts", "error") == [(1001, 1, None), (1002, 1, None)]
    sent = post.telegram.taken[0].fields
    assert sent["parse_mode"] == "HTML"
    assert sent["disable_notification"] == "True" or sent["disable_notification"] == "true"
    assert '"is_disabled": true' in sent["link_preview_options"]
    assert '"callback_data": "m:1"' in sent["reply_markup"]
    assert "message_thread_id" not in sent


async def test_a_thread_gets_its_own_messages(post: Post) -> None:
    post.owe(-5, "نص", kind=ChatKind.SUPERGROUP, thread=42)
    async with post.delivering():
        await post.until(lambda: post.states() == ["sent"])
    assert post.telegram.taken[0].fields["message_thread_id"] == "42"


async def test_a_request_leaves_only_after_that_was_committed(post: Post) -> None:
    seen: list[str] = []

    def look(_chat: int) -> None:
        other = sqlite3.connect(post.store.path)
        seen.extend(row[0] for row in other.execute("SELECT state FROM delivery"))
        other.close()

    post.telegram.on_arrival = look
    post.owe(7, "نص")
    async with post.delivering():
        await post.until(lambda: post.states() == ["sent"])
    assert seen == ["sending"]


async def test_many_chats_get_theirs_once(post: Post) -> None:
    for chat in range(1, 41):
        post.owe(chat, "نص")
    async with post.delivering():
        await post.until(lambda: set(post.states()) == {"sent"})
    assert sorted(t.chat for t in post.telegram.taken) == list(range(1, 41))


async def test_what_is_owed_while_running_goes_when_woken(post: Post) -> None:
    async with post.delivering() as courier:
        await asyncio.sleep(0)
        post.owe(7, "نص")
        courier.wake()
        await post.until(lambda: post.states() == ["sent"])
    assert post.telegram.of(7) == ["نص"]


# --- refused


@pytest.mark.parametrize(
    "outcome",
    [
        refusal(403, "Forbidden: bot was blocked by the user"),
        refusal(403, "Forbidden: user is deactivated"),
        refusal(403, "Forbidden: bot was kicked from the supergroup chat"),
        refusal(400, "Bad Request: chat not found"),
        refusal(400, "Bad Request: have no write access to the chat"),
        refusal(400, "Bad Request: not enough rights to send text messages to the chat"),
        refusal(400, "Bad Request: need administrator rights in the channel chat"),
    ],
)
async def test_a_chat_that_lost_us_is_owed_nothing_more(post: Post, outcome: Outcome) -> None:
    post.telegram.plan[7].append(outcome)
    post.owe(7, "أول", "ثان")
    post.owe(7, "ثالث")
    post.owe(8, "نص")
    async with post.delivering():
        await post.until(lambda: post.states() == ["refused"] * 3 + ["sent"])
    assert post.telegram.of(7) == []
    assert not post.chat(7).active
    assert post.chat(7).next_due is None
    assert post.chat(7).topics == ("one",)
    assert all(error for (error,) in post.rows("error")[:3])
    assert post.chat(8).active


async def test_a_thread_that_is_gone_takes_no_other_thread_along(post: Post) -> None:
    post.telegram.plan[-5].append(refusal(400, "Bad Request: message thread not found"))
    post.owe(-5, "أول", "ثان", kind=ChatKind.SUPERGROUP, thread=1)
    post.owe(-5, "غيره", kind=ChatKind.SUPERGROUP, thread=2)
    async with post.delivering():
        await post.until(lambda: post.states() == ["refused", "refused", "sent"])
    assert not post.chat(-5, 1).active
    assert post.chat(-5, 2).active


async def test_a_refusal_of_one_message_is_recorded_and_the_next_one_goes(post: Post) -> None:
    post.telegram.plan[7].append(refusal(400, "Bad Request: message is too long"))
    post.owe(7, "أول", "ثان")
    async with post.delivering():
        await post.until(lambda: post.states() == ["refused", "sent"])
    assert "too long" in post.rows("error")[0][0].lower()
    assert post.chat(7).active


async def test_refused_markup_goes_once_more_as_plain_text_with_its_links(post: Post) -> None:
    error = refusal(400, 'Bad Request: can\'t parse entities: Unsupported start tag "x"')
    post.telegram.plan[7].append(error)
    post.owe(7, 'خبر &lt;١&gt; من <a href="https://a.test/?a=1&amp;b=2">المصدر</a>')
    async with post.delivering():
        await post.until(lambda: post.states() == ["sent"])
    (sent,) = post.telegram.taken
    assert sent.text == "خبر <١> من المصدر (https://a.test/?a=1&b=2)"
    assert "parse_mode" not in sent.fields
    assert "reply_markup" not in sent.fields


async def test_a_refused_button_costs_the_buttons_not_the_message(post: Post) -> None:
    post.telegram.plan[7].append(refusal(400, "Bad Request: BUTTON_DATA_INVALID"))
    post.owe(7, "نص")
    async with post.delivering():
        await post.until(lambda: post.states() == ["sent"])
    assert "reply_markup" not in post.telegram.taken[0].fields


async def test_markup_refused_twice_is_refused(post: Post) -> None:
    error = refusal(400, "Bad Request: can't parse entities: whatever")
    post.telegram.plan[7].extend([error, error])
    post.owe(7, "نص")
    async with post.delivering():
        await post.until(lambda: post.states() == ["refused"])
    assert post.telegram.asked == 2


def test_plain_text_stays_within_the_limit() -> None:
    html = f'<b>{"ن" * 4000}</b> <a href="https://a.test/{"x" * 200}">هنا</a>'
    assert len(plain_text(html)) <= MESSAGE_TEXT
    assert plain_text("<b>أ</b> &amp; ب") == "أ & ب"


# --- surely not sent


async def test_a_retry_after_delays_and_loses_nothing(post: Post) -> None:
    post.telegram.plan[7].append(refusal(429, "Too Many Requests", retry_after=1))
    post.owe(7, "أول", "ثان")
    post.owe(8, "نص")
    async with post.delivering():
        await post.until(lambda: post.states() == ["sent"] * 3, passing=0.05)
    assert post.telegram.of(7) == ["أول", "ثان"]
    assert post.holds == [("7", 1.0)]


async def test_a_long_retry_after_is_kept_over_a_restart(post: Post) -> None:
    post.telegram.plan[7].append(refusal(429, "Too Many Requests", retry_after=12 * 3600))
    post.owe(7, "نص")
    async with post.delivering():
        await post.until(lambda: post.states() == ["pending"] and bool(post.holds))
    post.clock.advance(11 * 3600)
    async with post.delivering():
        post.owe(8, "غيره")
        await post.until(lambda: post.states() == ["pending", "sent"])
    assert post.telegram.of(7) == []
    post.clock.advance(2 * 3600)
    async with post.delivering():
        await post.until(lambda: post.states() == ["sent", "sent"])
    assert post.telegram.of(7) == ["نص"]


@pytest.mark.parametrize("hours", [3, -3])
async def test_a_hold_and_a_groups_minute_stand_over_a_restart_on_a_clock_that_was_moved(
    post: Post, hours: int
) -> None:
    post.telegram.plan[7].append(refusal(429, "Too Many Requests", retry_after=3600))
    post.owe(7, "نص")
    async with post.delivering():
        await post.until(lambda: bool(post.holds))
    post.owe(-5, *(f"جزء {n}" for n in range(GROUP + 1)), kind=ChatKind.GROUP)

    def all_but_one_sent(db: Database) -> None:
        for delivery in range(2, GROUP + 2):
            deliveries.mark_sent(db, delivery, delivery, post.clock.now())

    post.store.write_now(all_but_one_sent)
    post.clock.moved = timedelta(hours=hours)
    post.clock.advance(5)
    async with post.delivering() as courier:
        post.owe(8, "غيره")
        await post.until(lambda: post.states()[-1] == "sent")
        assert sorted(courier._pace.waiting()) == [-5, 7]
    assert post.telegram.of(-5) == post.telegram.of(7) == []
    post.clock.advance(3595)
    async with post.delivering():
        await post.until(lambda: post.states()[0] == "sent")


@pytest.mark.parametrize("hours", [(3, -3), (-3, 3), (3, 0), (0, 3)])
async def test_a_groups_minute_stands_over_two_restarts_on_clocks_that_were_moved(
    post: Post, hours: tuple[int, int]
) -> None:
    post.owe(-5, *(f"جزء {n}" for n in range(GROUP + 1)), kind=ChatKind.GROUP)
    async with post.delivering():
        await post.until(lambda: post.states()[0] == "sent")

    def all_but_one_sent(db: Database) -> None:
        for delivery in range(1, GROUP + 1):
            deliveries.mark_sent(db, delivery, delivery, post.clock.now())

    post.store.write_now(all_but_one_sent)
    for moved in hours:
        post.clock.moved += timedelta(hours=moved)
        post.clock.advance(5)
        async with post.delivering() as courier:
            post.owe(8, f"غيره {moved}")
            await post.until(lambda: post.states()[-1] == "sent")
            assert courier._pace.waiting() == [-5]


@pytest.mark.parametrize("hours", [3, -3])
async def test_a_groups_minute_stands_although_the_clock_was_moved_while_we_ran(
    post: Post, hours: int
) -> None:
    post.owe(-5, *(f"جزء {n}" for n in range(GROUP + 1)), kind=ChatKind.GROUP)
    async with post.delivering():
        await post.until(lambda: post.states()[0] == "sent")

        def all_but_one_sent(db: Database) -> None:
            for delivery in range(1, GROUP + 1):
                deliveries.mark_sent(db, delivery, delivery, post.clock.now())

        post.store.write_now(all_but_one_sent)
        before = post.rows("settled")[GROUP - 1]
        post.clock.moved = timedelta(hours=hours)
        await post.until(lambda: post.rows("settled")[GROUP - 1] != before)
    async with post.delivering() as courier:
        post.owe(8, "غيره")
        await post.until(lambda: post.states()[-1] == "sent")
        assert courier._pace.waiting() == [-5]


@pytest.mark.parametrize("hours", [3, -3])
async def test_a_hold_stands_although_the_clock_was_moved_while_we_run(
    post: Post, hours: int
) -> None:
    post.telegram.plan[7].append(refusal(429, "Too Many Requests", retry_after=3600))
    post.owe(7, "نص")
    async with post.delivering():
        await post.until(lambda: bool(post.holds))
        post.clock.moved = timedelta(hours=hours)
        await post.until(lambda: _left_of_the_hold(post) == timedelta(hours=1))
    post.clock.advance(3500)
    async with post.delivering():
        post.owe(8, "غيره")
        await post.until(lambda: post.states() == ["pending", "sent"])
    assert post.telegram.of(7) == []


def _left_of_the_hold(post: Post) -> timedelta:
    now = post.clock.now()
    return post.store.read_now(lambda db: holds.standing(db, now)).get("7", now) - now


async def test_telegram_out_of_reach_is_waited_for(post: Post) -> None:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))  # bound, and nobody listens yet
        post.base = f"http://127.0.0.1:{sock.getsockname()[1]}/bot"
        post.owe(7, "أول", "ثان")
        async with post.delivering():
            tried_again = [(2, "pending"), (0, "pending")]
            await post.until(lambda: post.rows("attempts", "state") == tried_again, passing=1)
            async with small_telegram(sock) as telegram:
                await post.until(lambda: post.states() == ["sent", "sent"], passing=1)
                assert telegram.of(7) == ["أول", "ثان"]
    assert post.unsure == []


async def test_a_refused_token_loses_nothing(post: Post) -> None:
    post.telegram.plan[7].append(refusal(401, "Unauthorized"))
    post.owe(7, "نص")
    async with post.delivering():
        await post.until(lambda: post.states() == ["sent"], passing=2)
    assert post.telegram.of(7) == ["نص"]


async def test_a_group_that_moved_gets_it_where_it_is(post: Post) -> None:
    error = refusal(
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
        migrate_to_chat_id=-1005,
    )
    post.telegram.plan[-5].append(error)
    post.owe(-5, "أول", "ثان", kind=ChatKind.GROUP)
    async with post.delivering():
        await post.until(lambda: post.states() == ["sent", "sent"])
    assert post.telegram.of(-1005) == ["أول", "ثان"]
    assert post.telegram.of(-5) == []
    assert post.chat(-1005).kind is ChatKind.SUPERGROUP
    assert post.chat(-1005).topics == ("one",)


# --- unsure


@pytest.mark.parametrize(
    ("outcome", "kind"),
    [
        (DROP, ChatKind.PRIVATE),
        (DROP_BEFORE, ChatKind.PRIVATE),
        ((502, "<html>Bad Gateway</html>"), ChatKind.PRIVATE),
        ((500, "{}"), ChatKind.SUPERGROUP),
        ((200, "[]"), ChatKind.GROUP),
    ],
)
async def test_unsure_goes_once_more_to_people_and_groups(
    post: Post, outcome: Outcome, kind: ChatKind
) -> None:
    chat = 7 if kind is ChatKind.PRIVATE else -7
    post.telegram.plan[chat].append(outcome)
    post.owe(chat, "نص", kind=kind)
    async with post.delivering():
        await post.until(lambda: post.states() == ["sent"], passing=0.2)
    assert post.telegram.asked == 2
    assert len(post.telegram.of(chat)) == (2 if outcome == DROP else 1)
    assert post.rows("repeated") == [(1,)]
    assert post.unsure == []


async def test_unsure_twice_is_left_unsure(post: Post) -> None:
    post.telegram.plan[7].extend([DROP, DROP])
    post.owe(7, "أول", "ثان")
    async with post.delivering():
        await post.until(lambda: post.states() == ["unsure", "sent"], passing=0.2)
    assert post.telegram.of(7) == ["أول", "أول", "ثان"]
    async with post.delivering():
        post.owe(8, "نص")
        await post.until(lambda: post.states()[-1] == "sent", passing=1)
    assert len(post.telegram.of(7)) == 3


@pytest.mark.parametrize("outcome", [DROP, (502, "")])
async def test_unsure_in_a_channel_is_asked_and_never_repeated(
    post: Post, outcome: Outcome
) -> None:
    post.telegram.plan[-9].append(outcome)
    post.owe(-9, "نص", kind=ChatKind.CHANNEL)
    async with post.delivering():
        await post.until(lambda: post.states() == ["unsure"] and bool(post.unsure))
    assert [d.place.chat for d in post.unsure] == [-9]
    async with post.delivering():
        post.owe(8, "غيره")
        await post.until(lambda: post.states() == ["unsure", "sent"], passing=1)
    assert post.telegram.asked == 2
    assert len(post.unsure) == 1


async def test_no_answer_in_time_is_unsure(post: Post) -> None:
    post.telegram.plan[7].append(HANG)
    post.owe(7, "نص")
    async with post.delivering(read_timeout=0.2):
        await post.until(lambda: post.states() == ["sent"], passing=0.2)
    assert post.telegram.of(7) == ["نص", "نص"]


async def test_an_answer_that_makes_no_sense_stops_no_other_chat(post: Post) -> None:
    nonsense = (200, '{"ok": true, "result": true}')
    post.telegram.plan[7].extend([nonsense, nonsense])
    post.owe(7, "نص")
    post.owe(8, "نص")
    async with post.delivering():
        await post.until(lambda: post.states() == ["unsure", "sent"], passing=0.2)
    assert post.telegram.asked == 3


# --- a stop, a crash


async def test_owners_who_cannot_be_asked_at_a_start_do_not_end_it(post: Post) -> None:
    post.owe(-9, "في القناة", kind=ChatKind.CHANNEL)
    post.owe(7, "في محادثة")
    post.store.write_now(
        lambda db: db.execute("UPDATE delivery SET state = 'sending', attempts = 1 WHERE chat = -9")
    )

    async def full(delivery: Delivery) -> None:
        raise StoreFull(post.store.path)

    post.ask = full
    async with post.delivering():
        await post.until(lambda: post.states() == ["unsure", "sent"])


async def test_a_stop_leaves_what_hangs_unsure_and_the_rest_pending(post: Post) -> None:
    post.telegram.plan[7].append(HANG)
    post.owe(7, "أول", "ثان")
    post.owe(-9, "في القناة", kind=ChatKind.CHANNEL)
    post.telegram.plan[-9].append(HANG)
    async with post.delivering(read_timeout=60) as courier:
        await post.until(lambda: len(post.telegram.taken) == 2)
        post.owe(8, "نص")
        courier._pace.hold(EVERYONE, 1000)  # it waits for its turn all the time
        await post.until(lambda: len(courier._tasks) == 3)
    assert post.states() == ["sending", "pending", "sending", "pending"]
    assert not post.store.read_now(deliveries.is_closed)
    post.telegram.release.set()
    async with post.delivering():
        await post.until(lambda: post.states() == ["sent", "sent", "unsure", "sent"], passing=0.2)
    assert post.telegram.of(7) == ["أول", "أول", "ثان"]
    assert post.telegram.of(-9) == ["في القناة"]
    assert [d.place.chat for d in post.unsure] == [-9]
    assert post.store.read_now(deliveries.is_closed)


async def test_a_stop_while_waiting_for_the_moment_to_leave_is_no_doubt(post: Post) -> None:
    post.owe(7, "نص")
    async with post.delivering() as courier:
        courier._pace._departed = asyncio.get_running_loop().time() + 1.0
        await post.until(lambda: post.states() == ["sending"])
    assert post.states() == ["pending"]
    assert post.telegram.asked == 0
    assert post.store.read_now(deliveries.is_closed)


# --- the database


async def test_an_outcome_that_cannot_be_written_is_kept_until_it_can(post: Post) -> None:
    impatient(post)
    locks: list[sqlite3.Connection] = []
    post.telegram.on_arrival = lambda _chat: locks.append(lock(post))
    post.owe(7, "نص")
    async with post.delivering():
        await post.until(lambda: bool(locks))
        await asyncio.sleep(0.3)
        assert post.states() == ["sending"]
        locks[0].execute("ROLLBACK")
        post.telegram.on_arrival = lambda _chat: None
        await post.until(lambda: post.states() == ["sent"])
    locks[0].close()
    assert post.telegram.of(7) == ["نص"]


async def test_nothing_leaves_that_could_not_be_written_down(post: Post) -> None:
    impatient(post)
    post.owe(7, "أول", "ثان")
    async with post.delivering():
        await post.until(lambda: post.states() == ["sent", "sent"])
        post.owe(8, "نص")
        post.owe(9, "نص")
        other = lock(post)
        await asyncio.sleep(0.5)
        arrived = post.telegram.asked
        await asyncio.sleep(1.5)
        assert post.telegram.asked == arrived
        other.execute("ROLLBACK")
        other.close()
        await post.until(lambda: set(post.states()) == {"sent"})
    assert [len(post.telegram.of(chat)) for chat in (7, 8, 9)] == [2, 1, 1]


async def test_a_start_waits_for_a_database_that_cannot_be_written(post: Post) -> None:
    impatient(post)
    post.owe(7, "نص")
    other = lock(post)
    asyncio.get_running_loop().call_later(0.6, lambda: other.execute("ROLLBACK"))
    async with post.delivering():
        await post.until(lambda: post.states() == ["sent"])
    other.close()
    assert post.telegram.of(7) == ["نص"]


async def test_a_start_waits_for_a_database_that_cannot_be_read(post: Post, tmp_path: Path) -> None:
    post.owe(7, "نص")
    there, post.store.path = post.store.path, tmp_path  # a folder lets no reader in
    asyncio.get_running_loop().call_later(0.6, lambda: setattr(post.store, "path", there))
    async with post.delivering():
        await post.until(lambda: post.states() == ["sent"])
    assert post.telegram.of(7) == ["نص"]


async def test_a_chat_forgotten_while_its_message_was_under_way_stays_forgotten(
    post: Post,
) -> None:
    post.telegram.on_arrival = lambda chat: post.store.write_now(lambda db: chats.forget(db, chat))
    post.owe(7, "أول", "ثان")
    async with post.delivering():
        await post.until(lambda: bool(post.telegram.taken))
        post.telegram.on_arrival = lambda _chat: None
        post.owe(8, "نص")
        await post.until(lambda: post.states() == ["sent"])
    assert post.rows("chat") == [(8,)]
    assert post.telegram.of(7) == ["أول"]
