"""Summaries by a model: for whom they are asked, what they may cost, and what a failure leaves."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from structlog.testing import capture_logs

from digests.asking import Asker
from digests.catalogs import Catalogue
from digests.clock import ManualClock
from digests.model import Arrival, Method, Place, Story
from digests.store import archive, chats, stories
from digests.store import writing as kept
from digests.store.database import Database, Store
from digests.store.stories import Told
from digests.stories import independence
from digests.summaries import summarise
from digests.summaries.grounded import Verify
from digests.summaries.model_client import ModelClient
from digests.summaries.verify import verify as verified
from digests.telling import Teller
from digests.words import Words
from digests.writer import PATIENCE, Writer
from tests.digests.summaries.endpoint import (
    Endpoint,
    answer,
    articles,
    completion,
    failure,
    faithful,
    serve,
    stall,
    statement,
)
from tests.digests.telling.room import EVENING, NOON, SOURCES, TOPICS, Room

SOON = EVENING - timedelta(minutes=5)
LOTS = 1_000_000


@dataclass
class Newsroom(Room):
    """A room whose articles are long enough to be written about."""

    endpoint: Endpoint = field(init=False)

    def news(self, title: str, *topics: str, source: str = "quds") -> int:
        """A story of one article; its id."""
        article = self.article(title, *topics, source=source)
        text = (
            f"قالت شركة سحاب إنها توقف خدمة {title} عن وزارة النقل يوم 3 مايو المقبل. "
            f"وتقول الوزارة إن خدمة {title} تعمل منذ عام 2021 بعقد قيمته 40 مليون دولار. "
            "ويعمل في الوزارة 900 موظف يستخدمون الخدمة كل يوم."
        )
        self.store.write_now(
            lambda db: db.execute("UPDATE article SET text = ? WHERE id = ?", (text, article))
        )
        return self.story(article)

    def group(self) -> None:
        self.stories = {n: ids for n, ids in self.stories.items() if ids}

        def write(db: Database) -> None:
            made = [
                Story(n, tuple(archive.articles(db, sorted(ids))))
                for n, ids in self.stories.items()
            ]
            told = {s.id: Told(summarise(s, SOURCES), independence(s, SOURCES)) for s in made}
            stories.replace(db, made, NOON - timedelta(days=3), told)

        self.store.write_now(write)

    @asynccontextmanager
    async def writer(
        self,
        *,
        daily: int = LOTS,
        model: str = "m",
        url: str | None = None,
        verify: Verify = verified,
        seconds: float = 30.0,
        rest: float = 300.0,
    ) -> AsyncIterator[Writer]:
        client = ModelClient(
            url or self.endpoint.url, model, "sk-secret", seconds=seconds, pauses=()
        )
        clock = ManualClock(self.now)
        asker = Asker(self.store, client, clock, daily, rest)
        writer = Writer(self.store, SOURCES, asker, verify, clock)
        self.teller = Teller(
            self.store,
            Catalogue(dict(SOURCES), dict(TOPICS)),
            Words.load(),
            lambda _action: "x",
            lambda: None,
            lambda: None,
            awaits=writer.awaits,
        )
        writer.start()
        try:
            yield writer
        finally:
            await writer.stop()

    def methods(self, story: int) -> set[Method]:
        """How what is told of *story* came to be."""
        ((_, told),) = self.store.read_now(lambda db: stories.get(db, [story]))
        return {s.method for s in (told.summary.headline, *told.summary.sentences)}

    def spent(self) -> int:
        return self.store.read_now(lambda db: kept.spent(db, self.now))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "mujaz.db")
    yield opened
    opened.close()


@pytest.fixture
async def room(store: Store) -> AsyncIterator[Newsroom]:
    async with serve() as endpoint:
        made = Newsroom(store, now=SOON)
        made.endpoint = endpoint
        yield made


async def until(true: Callable[[], bool]) -> None:
    for _ in range(1000):
        if true():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never came to be")


async def written(writer: Writer, room: Newsroom) -> None:
    """What is due soon is asked for, and settled."""
    await writer.ahead(room.now)
    async with asyncio.timeout(20):
        await writer.idle()


# --- for whom


async def test_a_story_is_written_once_for_all_who_will_be_told(room: Newsroom) -> None:
    room.chat("one", number=1)
    room.chat("one", number=2)
    room.chat("one", "two", number=3)
    story = room.news("التخزين", "one", "two")
    async with room.writer() as writer:
        await written(writer, room)
        await written(writer, room)
        assert len(room.endpoint.asked) == 1
        assert room.methods(story) == {Method.MODEL}
        await room.tick(EVENING)
    assert len(room.endpoint.asked) == 1
    for number in (1, 2, 3):
        (text,) = room.owed(Place(number))
        assert "«" not in text
        assert ">جريدة quds</a>\u2069)" in text


async def test_no_tokens_are_spent_for_nobody(room: Newsroom) -> None:
    room.chat("two", number=1)
    room.chat("one", number=2, arrival=Arrival.WEEKLY)  # on Thursday
    story = room.news("التخزين", "one")
    async with room.writer() as writer:
        await written(writer, room)
        room.now = NOON  # hours before any digest
        room.chat("one", number=3)
        await written(writer, room)
    assert room.endpoint.asked == []
    assert room.methods(story) == {Method.EXTRACTIVE}


async def test_what_was_told_is_not_written_any_more(room: Newsroom) -> None:
    room.chat("one")
    room.news("التخزين")
    assert await room.tick(EVENING) == 1
    room.now = EVENING + timedelta(hours=23, minutes=55)
    async with room.writer() as writer:
        await written(writer, room)
    assert room.endpoint.asked == []


async def test_a_version_that_changed_is_written_anew(room: Newsroom) -> None:
    room.chat("one")
    story = room.news("التخزين")
    async with room.writer() as writer:
        await written(writer, room)
        more = room.article("تخزين الملفات يتوقف", source="nile")
        room.story(*room.stories[story], more)
        (merged,) = room.stories
        assert room.methods(merged) == {Method.EXTRACTIVE}
        await written(writer, room)
        assert room.methods(merged) == {Method.MODEL}
    assert len(room.endpoint.asked) == 2


async def test_an_outlet_that_is_muted_takes_its_sentences_with_it(room: Newsroom) -> None:
    both, less = room.chat("one", number=1), room.chat("one", number=2)
    room.store.write_now(lambda db: chats.mute(db, less, "source", "nile", None))
    story = room.news("التخزين")
    more = room.article("وزارة النقل تدرس الرد على الشركة", source="nile")
    room.story(*room.stories[story], more)

    def three(body: dict[str, Any]) -> web.StreamResponse:
        shown = articles(body)
        quds = next(n for n, (title, _) in enumerate(shown, 1) if title == "التخزين")
        first, second, _ = (f"{s}." for s in shown[quds - 1][1][0].rstrip(".").split(". "))
        nile = next(n for n, (title, _) in enumerate(shown, 1) if title != "التخزين")
        return completion(
            answer(
                statement(quds, "التخزين"),
                statement(quds, first),
                statement(nile, shown[nile - 1][1][0]),
                statement(quds, second),
            )
        )

    room.endpoint.reply = three
    async with room.writer() as writer:
        await written(writer, room)
        await room.tick(EVENING)
    assert len(room.endpoint.asked) == 1
    assert "جريدة nile" in room.owed(both)[0]
    assert "جريدة nile" not in room.owed(less)[0]
    assert all("من نص" not in room.owed(place)[0] for place in (both, less))


# --- waiting


async def test_a_due_digest_waits_for_its_stories(room: Newsroom) -> None:
    released = asyncio.Event()

    async def slow(body: dict[str, Any]) -> web.StreamResponse:
        await released.wait()
        return faithful(body)

    room.endpoint.reply = slow
    place = room.chat("one")
    story = room.news("التخزين")
    async with room.writer():
        assert await room.tick(EVENING) == 0
        assert room.find(place).next_due == EVENING
        released.set()
        await until(lambda: room.methods(story) == {Method.MODEL})
        assert await room.tick(EVENING + timedelta(seconds=5)) == 1
    assert "من نص" not in room.owed(place)[0]


async def test_a_digest_is_not_put_off_beyond_patience(room: Newsroom) -> None:
    room.endpoint.reply = stall
    place = room.chat("one")
    room.news("التخزين")
    async with room.writer():
        assert await room.tick(EVENING) == 0
        assert await room.tick(EVENING + PATIENCE) == 1
    assert "من نص" in room.owed(place)[0]


async def test_a_chat_that_wants_news_at_once_waits_as_well(room: Newsroom) -> None:
    place = room.chat("one", arrival=Arrival.INSTANT)
    due = room.find(place).next_due
    assert due is not None
    story = room.news("التخزين")
    async with room.writer():
        assert await room.tick(due) == 0
        await until(lambda: room.methods(story) == {Method.MODEL})
        assert await room.tick(due + timedelta(seconds=3)) == 1
    assert "من نص" not in room.owed(place)[0]


async def test_nothing_waits_when_nothing_is_new(room: Newsroom) -> None:
    place = room.chat("one")
    async with room.writer():
        assert await room.tick(EVENING) == 0
        assert room.find(place).next_due == EVENING + timedelta(days=1)


async def test_a_digest_composed_before_is_not_taken_for_the_written_one(room: Newsroom) -> None:
    story = room.news("التخزين")
    room.chat("one", number=1)
    async with room.writer() as writer:
        chat = room.find(Place(1))
        before = await room.teller.latest(chat, "one", room.now)
        await writer.fill([story], 20)
        after = await room.teller.latest(chat, "one", room.now)
        assert before is not None
        assert after is not None
        assert before.id != after.id


# --- failures


async def test_an_outage_is_told_once_and_so_is_its_end(room: Newsroom) -> None:
    room.endpoint.replies(failure(503))
    room.chat("one", "two", "three", stories=7)
    numbers = [room.news(f"الخدمة {n}", "one") for n in ("الأولى", "الثانية", "الثالثة")]
    with capture_logs() as logs:
        async with room.writer(rest=0.2) as writer:
            await written(writer, room)
            assert 1 <= len(room.endpoint.asked) <= 3
            assert not writer.asker.available
            assert await room.tick(EVENING - timedelta(minutes=1)) == 0
            await until(lambda: writer.asker.available)
            await written(writer, room)
            await until(lambda: writer.asker.available)
            room.endpoint.reply = faithful
            await written(writer, room)
    events = [entry["event"] for entry in logs]
    assert events == ["model.missing", "model.answers-again"]
    assert {m for n in numbers for m in room.methods(n)} == {Method.MODEL}


async def test_a_digest_does_not_wait_for_an_endpoint_that_is_down(room: Newsroom) -> None:
    room.endpoint.replies(failure(401))
    place = room.chat("one")
    room.news("التخزين")
    async with room.writer() as writer:
        await written(writer, room)
        assert await room.tick(EVENING) == 1
    assert len(room.endpoint.asked) == 1
    assert "من نص" in room.owed(place)[0]


async def test_nothing_that_the_endpoint_says_of_its_key_is_logged(room: Newsroom) -> None:
    room.endpoint.replies(failure(401, "Incorrect API key provided: sk-secret"))
    room.chat("one")
    room.news("التخزين")
    with capture_logs() as logs:
        async with room.writer() as writer:
            await written(writer, room)
            shown = f"{writer.asker.trouble} {writer.asker.figures}"
    assert "MUJAZ_LLM_KEY" in str(logs)
    assert "sk-secret" not in f"{logs} {shown}"


async def test_a_stop_ends_at_once_and_the_story_is_asked_for_once_more(room: Newsroom) -> None:
    room.endpoint.reply = stall
    room.chat("one")
    story = room.news("التخزين")
    for _ in range(3):  # killed while it is being written, again and again
        async with asyncio.timeout(10), room.writer() as writer:
            wanted = min(kept.TRIES, len(room.endpoint.asked) + 1)
            await writer.ahead(room.now)
            await until(partial(asked, room, wanted))
    assert len(room.endpoint.asked) == kept.TRIES
    assert room.methods(story) == {Method.EXTRACTIVE}


async def test_what_was_refused_is_not_paid_for_again(room: Newsroom) -> None:
    room.endpoint.replies(answer(statement(1, "خبر مخترع تمامًا."), statement(1, "خبر آخر.")))
    room.chat("one")
    story = room.news("التخزين")
    with capture_logs() as logs:
        async with room.writer() as writer:
            await written(writer, room)
            await written(writer, room)
            assert writer.asker.figures.sentences["evidence"] == 4
            assert writer.asker.figures.stories == {"too-few": 1}
        async with room.writer() as writer:
            await written(writer, room)
    assert len(room.endpoint.asked) == 2  # once, and once more with the reasons
    assert [entry["event"] for entry in logs] == ["model.not-supported"]
    room.endpoint.reply = faithful
    async with room.writer(model="better") as writer:
        await written(writer, room)
    assert room.methods(story) == {Method.MODEL}


async def test_one_story_that_breaks_the_verifier_stops_no_other(room: Newsroom) -> None:
    def breaks(text: str, evidence: str, article: Any) -> Any:
        if "الأولى" in text:
            raise ZeroDivisionError
        return verified(text, evidence, article)

    room.chat("one")
    first, second = room.news("الخدمة الأولى"), room.news("الخدمة الثانية")
    with capture_logs() as logs:
        async with room.writer(verify=breaks) as writer:
            await written(writer, room)
            await written(writer, room)
    assert room.methods(first) == {Method.EXTRACTIVE}
    assert room.methods(second) == {Method.MODEL}
    assert [entry["event"] for entry in logs] == ["story.unwritten"]


# --- the budget


async def test_tokens_are_counted_as_the_endpoint_counts_them(room: Newsroom) -> None:
    room.endpoint.reply = lambda body: completion(text_of(faithful(body)), read=700, wrote=42)
    room.chat("one")
    room.news("التخزين")
    async with room.writer() as writer:
        await written(writer, room)
        assert writer.asker.figures.tokens == {"read": 700, "written": 42}
        assert writer.asker.figures.requests == {"answered": 1}
        assert writer.asker.figures.stories == {"written": 1}
        assert writer.asker.figures.sentences == {"accepted": 4}
    assert room.spent() == 742


async def test_a_days_tokens_end_once_and_come_back_at_midnight(room: Newsroom) -> None:
    place = room.chat("one", stories=7)
    for number in range(5):
        room.news(f"الخدمة رقم {number}")
    room.endpoint.reply = lambda body: completion(text_of(faithful(body)), 3000, 500)
    with capture_logs() as logs:
        async with room.writer(daily=9000) as writer:
            await written(writer, room)
            await written(writer, room)
            assert not writer.asker.available
            assert await room.tick(EVENING) == 1
    spent, requests = room.spent(), len(room.endpoint.asked)
    async with room.writer(daily=9000) as writer:  # a restart forgets nothing
        await written(writer, room)
    assert (room.spent(), len(room.endpoint.asked)) == (spent, requests)
    assert 0 < requests < 5
    assert spent <= 9000
    assert [entry["event"] for entry in logs] == ["model.tokens-used-up"]
    assert "من نص" in room.owed(place)[0]
    room.now = SOON + timedelta(days=1)
    room.news("خدمة الغد")
    async with room.writer(daily=9000) as writer:
        await written(writer, room)
    assert len(room.endpoint.asked) == requests + 1


async def test_a_failed_request_costs_nothing_and_a_stalled_one_what_it_might(
    room: Newsroom,
) -> None:
    room.chat("one")
    room.news("التخزين")
    room.endpoint.replies(failure(500))
    async with room.writer() as writer:
        await written(writer, room)
    assert room.spent() == 0
    room.endpoint.reply = stall
    async with room.writer(seconds=0.1) as writer:
        await written(writer, room)
    assert room.spent() > 1000


@pytest.mark.parametrize(
    ("read", "wrote"), [(0, 0), (10, 2), (10**30, 10**30), (700, 10**30), (10**9, 42)]
)
async def test_usage_that_cannot_be_is_not_believed(room: Newsroom, read: int, wrote: int) -> None:
    room.endpoint.reply = lambda body: completion(text_of(faithful(body)), read, wrote)
    room.chat("one")
    room.news("التخزين")
    async with room.writer() as writer:
        await written(writer, room)
        assert writer.asker.figures.stories == {"written": 1}
    assert 1000 < room.spent() < 4000


async def test_a_request_that_was_taken_counts_though_no_text_came(room: Newsroom) -> None:
    room.chat("one")
    room.news("التخزين")
    room.endpoint.replies(completion("", 1200, 30))
    async with room.writer() as writer:
        await written(writer, room)
    assert room.spent() == 1230 * len(room.endpoint.asked)
    before, requests = room.spent(), len(room.endpoint.asked)
    room.endpoint.cuts = b'{"choices": ['
    room.news("الترجمة")
    async with room.writer() as writer:
        await written(writer, room)
    assert room.spent() - before > 2000 * (len(room.endpoint.asked) - requests) > 0


def asked(room: Newsroom, count: int) -> bool:
    return len(room.endpoint.asked) >= count


def text_of(response: web.StreamResponse) -> str:
    """The completion in a response of `faithful`."""
    assert isinstance(response, web.Response)
    assert isinstance(response.body, bytes)
    return str(json.loads(response.body)["choices"][0]["message"]["content"])
