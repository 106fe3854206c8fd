"""Of a told story a chat gets what is new, marked and once; of what only restates it, nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from digests.model import Arrival, Place
from digests.store import chats, deliveries
from digests.store.archive import Arriving
from digests.store.database import Store
from tests.digests.telling.room import EVENING, NOON, Room

DAY = timedelta(days=1)
MARK = "مستجدات"

STRIKE = (
    "عمال ميناء حيفا يضربون للمطالبة بأجور أعلى",
    "توقف عمال الميناء في حيفا عن العمل يوم الثلاثاء. وتطالب نقابتهم بأجور أعلى.",
)
AGAIN = (
    "إضراب في ميناء حيفا للمطالبة برفع الأجور",
    "أضرب عمال ميناء حيفا يوم الثلاثاء. وتريد النقابة أجورًا أعلى.",
)
ARREST = (
    "الشرطة تعتقل 12 من عمال ميناء حيفا",
    "اعتقلت الشرطة 12 من العمال المضربين عند بوابة الميناء يوم الأربعاء. وكان العمال قد توقفوا عن "
    "العمل يوم الثلاثاء.",
)
ARREST_AGAIN = (
    "اعتقال 12 عاملًا في ميناء حيفا",
    "أوقفت الشرطة 12 عاملًا مضربًا عند بوابة الميناء الأربعاء.",
)
COURT = (
    "محكمة تأمر بتغريم نقابة ميناء حيفا 500 ألف شيكل",
    "قضت محكمة في حيفا يوم الخميس بتغريم النقابة 500 ألف شيكل. وقالت النقابة إنها ستستأنف الحكم.",
)
#: The second sentence tells all that the first does.
COURT_TWICE = (
    "محكمة تأمر بتغريم نقابة ميناء حيفا 500 ألف شيكل",
    "أبلغ القاضي دان كوهين محامي نقابة عمال الميناء بالعقوبة في محكمة حيفا يوم الخميس. "
    "أبلغ القاضي دان كوهين محامي نقابة عمال الميناء في محكمة حيفا يوم الخميس أنه قضى بتغريم نقابة "
    "عمال الميناء مبلغ 500 ألف شيكل.",
)


class Port:
    """The story of a strike, as one article after another tells it."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.articles: list[int] = []

    def tells(self, report: tuple[str, str], source: str = "quds", **more: object) -> int:
        title, summary = report
        article = self.room.article(title, source=source, summary=summary, **more)  # type: ignore[arg-type]
        self.articles.append(article)
        self.room.stories = {1: list(self.articles)}
        self.room.group()
        return article


@pytest.fixture
def port(room: Room) -> Port:
    return Port(room)


async def test_a_development_is_told_marked_with_only_what_is_new(room: Room, port: Port) -> None:
    port.tells(STRIKE)
    place = room.chat()
    await room.tick(EVENING)
    arrest = port.tells(ARREST, "nile")
    assert await room.tick(EVENING + DAY) == 1
    text = room.owed(place)[-1]
    assert MARK in text
    assert "اعتقلت الشرطة 12" in text
    assert "قد توقفوا" not in text
    assert room.told(place)[-1] == [arrest]
    assert await room.evenings(2, EVENING + 2 * DAY) == [0, 0]


async def test_an_update_tells_a_fact_once_in_the_fuller_sentence(room: Room, port: Port) -> None:
    port.tells(STRIKE)
    place = room.chat()
    await room.tick(EVENING)
    port.tells(COURT_TWICE, "nile")
    assert await room.tick(EVENING + DAY) == 1
    text = room.owed(place)[-1]
    assert "بتغريم نقابة عمال الميناء مبلغ 500 ألف" in text
    assert "بالعقوبة" not in text


async def test_a_restatement_gives_nothing_however_often_it_is_looked_at(
    room: Room, port: Port
) -> None:
    port.tells(STRIKE)
    place = room.chat()
    await room.tick(EVENING)
    port.tells(AGAIN, "nile")
    port.tells(STRIKE, "gulf")
    assert await room.evenings(3, EVENING + timedelta(hours=1)) == [0, 0, 0]
    assert await room.tick(EVENING + DAY) == 0
    assert len(room.told(place)) == 1


async def test_two_reports_of_a_development_are_one_update(room: Room, port: Port) -> None:
    port.tells(STRIKE)
    place = room.chat()
    await room.tick(EVENING)
    reports = [port.tells(ARREST, "nile"), port.tells(ARREST_AGAIN, "gulf")]
    assert await room.tick(EVENING + DAY) == 1
    assert room.told(place)[-1] == reports
    port.tells(ARREST_AGAIN, "atlas")
    assert await room.tick(EVENING + 2 * DAY) == 0


async def test_a_second_development_is_an_update_of_its_own(room: Room, port: Port) -> None:
    port.tells(STRIKE)
    place = room.chat()
    await room.tick(EVENING)
    port.tells(ARREST, "nile")
    await room.tick(EVENING + DAY)
    court = port.tells(COURT, "gulf")
    assert await room.tick(EVENING + DAY + timedelta(hours=24)) == 1
    assert room.told(place)[-1] == [court]
    assert "اعتقلت" not in room.owed(place)[-1]


async def test_a_chat_that_was_not_told_gets_the_whole_story_unmarked(
    room: Room, port: Port
) -> None:
    articles = [port.tells(STRIKE), port.tells(ARREST, "nile")]
    place = room.chat()
    assert await room.tick(EVENING) == 1
    assert MARK not in room.owed(place)[0]
    assert room.told(place) == [articles]


async def test_chats_that_were_told_more_or_less_get_each_what_is_new_to_it(
    room: Room, port: Port
) -> None:
    port.tells(STRIKE)
    early = room.chat(number=1)
    await room.tick(EVENING)
    port.tells(ARREST, "nile")
    late = room.chat(number=2)
    await room.tick(EVENING + timedelta(minutes=5))
    room.store.write_now(lambda db: db.execute("UPDATE chat SET next_due = 0 WHERE chat = 2"))
    await room.tick(EVENING + timedelta(hours=1))
    port.tells(COURT, "gulf")
    await room.tick(EVENING + DAY)
    assert "اعتقلت" in room.owed(early)[-1]
    assert "اعتقلت" not in room.owed(late)[-1]
    assert "500" in room.owed(early)[-1]
    assert "500" in room.owed(late)[-1]


# --- instant chats


async def test_an_instant_update_answers_the_message_of_its_story(room: Room, port: Port) -> None:
    port.tells(STRIKE)
    place = room.chat(arrival=Arrival.INSTANT)
    assert await room.tick(NOON + timedelta(minutes=1)) == 1
    room.store.write_now(lambda db: db.execute("UPDATE delivery SET state='sent', message=77"))
    port.tells(ARREST, "nile")
    port.tells(AGAIN, "gulf")
    assert await room.tick(NOON + timedelta(minutes=3)) == 1
    assert await room.tick(NOON + timedelta(minutes=5)) == 0
    targets = room.store.read_now(
        lambda db: db.execute(
            "SELECT target FROM delivery WHERE chat = ? ORDER BY id", (7,)
        ).fetchall()
    )
    assert targets == [(None,), (77,)]
    assert MARK in room.owed(place)[-1]


async def test_a_digest_of_several_stories_answers_nothing(room: Room, port: Port) -> None:
    port.tells(STRIKE)
    room.chat()
    await room.tick(EVENING)
    room.store.write_now(lambda db: db.execute("UPDATE delivery SET state='sent', message=77"))
    port.tells(ARREST, "nile")
    other = room.article("خبر آخر", source="atlas")
    room.stories = {1: list(port.articles), 2: [other]}
    room.group()
    assert await room.tick(EVENING + DAY) == 1
    targets = room.store.read_now(
        lambda db: db.execute("SELECT target FROM delivery ORDER BY id").fetchall()
    )
    assert targets == [(None,), (None,)]


# --- what is no news


@pytest.mark.parametrize(
    "more",
    [
        {"arriving": Arriving.FIRST},
        {"fresh": False},
        {"age": timedelta(hours=25)},
    ],
    ids=["a first poll", "a changed topic", "older than two days"],
)
async def test_what_is_never_pushed_is_no_update(
    room: Room, port: Port, more: dict[str, object]
) -> None:
    port.tells(STRIKE)
    place = room.chat()
    await room.tick(EVENING)
    port.tells(ARREST, "nile", **more)
    assert await room.tick(EVENING + DAY) == 0
    assert len(room.told(place)) == 1


async def test_a_muted_source_gives_no_update_and_another_report_does(
    room: Room, port: Port
) -> None:
    port.tells(STRIKE)
    place = room.chat()
    await room.tick(EVENING)
    room.store.write_now(lambda db: chats.mute(db, place, "source", "nile", None))
    port.tells(ARREST, "nile")
    assert await room.tick(EVENING + DAY) == 0
    heard = port.tells(ARREST_AGAIN, "gulf")
    assert await room.tick(EVENING + DAY + timedelta(hours=24)) == 1
    assert room.told(place)[-1] == [heard]


async def test_breaking_news_is_no_update(room: Room, port: Port) -> None:
    for source in ("quds", "nile", "gulf", "atlas"):
        port.tells(STRIKE, source)
    place = room.chat(arrival=Arrival.BREAKING)
    await room.tick(NOON + timedelta(minutes=1))
    told = len(room.told(place))
    for source in ("quds", "nile", "gulf", "atlas"):
        port.tells(ARREST, source)
    assert await room.tick(NOON + timedelta(minutes=3)) == 0
    assert len(room.told(place)) == told


# --- never twice


async def test_two_ticks_at_once_owe_an_update_once(room: Room, port: Port) -> None:
    port.tells(STRIKE)
    place = room.chat()
    await room.tick(EVENING)
    port.tells(ARREST, "nile")
    chat = room.find(place)
    owed = await asyncio.gather(*(room.teller.due(chat, EVENING + DAY) for _ in range(4)))
    assert sorted(owed) == [0, 0, 0, 1]


async def test_what_latest_showed_is_no_update(room: Room, port: Port) -> None:
    port.tells(STRIKE)
    place = room.chat()
    await room.tick(EVENING)
    port.tells(ARREST, "nile")
    digest = await room.teller.latest(room.find(place), "one", room.now)
    assert digest is not None
    await room.teller.shown(place, digest, [901], room.now)
    assert await room.tick(EVENING + DAY) == 0


async def test_what_is_new_on_request_is_the_update_alone(room: Room, port: Port) -> None:
    port.tells(STRIKE)
    place = room.chat()
    await room.tick(EVENING)
    port.tells(AGAIN, "gulf")
    assert await room.teller.whats_new(room.find(place), room.now) is None
    arrest = port.tells(ARREST, "nile")
    digest = await room.teller.whats_new(room.find(place), room.now)
    assert digest is not None
    text = digest.parts[0].html
    assert MARK in text
    assert "اعتقلت الشرطة 12" in text
    await room.teller.shown(place, digest, [902], room.now)
    assert room.told(place)[-1] == [arrest]
    assert await room.teller.whats_new(room.find(place), room.now) is None
    assert await room.tick(EVENING + DAY) == 0


REPORTS = (STRIKE, AGAIN, ARREST, ARREST_AGAIN, COURT)
ACTS = st.lists(
    st.one_of(
        st.sampled_from([*REPORTS]),
        st.sampled_from(["tick", "restart", "latest", "split", "join"]),
    ),
    min_size=4,
    max_size=12,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(acts=ACTS)
@example(acts=[AGAIN, "tick", ARREST, STRIKE])  # told in words that the arrest repeats
def test_no_chat_gets_a_development_twice_or_of_a_story_that_it_was_not_told(
    acts: Sequence[object],
) -> None:
    assert asyncio.run(_faults_of(acts)) == []


async def _faults_of(acts: Sequence[object]) -> list[str]:
    with TemporaryDirectory() as folder:
        store = Store(Path(folder) / "mujaz.db")
        try:
            return await _through(acts, Room(store))
        finally:
            store.close()


async def _through(acts: Sequence[object], room: Room) -> list[str]:
    place = room.chat(arrival=Arrival.INSTANT)
    port, kinds, now = Port(room), dict[int, tuple[str, str]](), NOON
    said: set[tuple[object, str]] = set()
    sources = ("quds", "nile", "gulf", "atlas")
    for number, act in enumerate(acts):
        now += timedelta(minutes=7)
        room.now = now
        if isinstance(act, tuple):
            source = sources[number % 4]
            if (act, source) not in said:
                said.add((act, source))
                kinds[port.tells(act, source)] = act
        elif act == "restart":
            room.teller = room.new_teller()
            at = now
            room.store.write_now(lambda db, at=at: deliveries.recover(db, at))  # type: ignore[misc]
        elif act == "latest":
            await _looks(room, place, now)
        elif act in ("split", "join") and port.articles:
            parts = [[a] for a in port.articles] if act == "split" else [list(port.articles)]
            room.stories = dict(enumerate(parts, 1))
            room.group()
        else:
            await room.tick(now)
    await room.tick(now + timedelta(minutes=7))
    return _faults(room, place, kinds)


async def _looks(room: Room, place: Place, now: datetime) -> None:
    digest = await room.teller.latest(room.find(place), "one", now)
    if digest is not None:
        await room.teller.shown(place, digest, [901 + int(now.timestamp()) % 10**6], now)


def _faults(room: Room, place: Place, kinds: dict[int, tuple[str, str]]) -> list[str]:
    """What *place* was told that it should not have been told."""
    seen: set[tuple[str, str]] = set()
    found: list[str] = []
    rows = room.store.read_now(
        lambda db: db.execute(
            "SELECT d.id, d.priority, i.updated, a.article FROM delivery d "
            "JOIN digest_item i ON i.digest = d.digest AND i.part = d.part "
            "JOIN digest_article a ON a.digest = d.digest AND a.part = d.part "
            "AND a.story = i.story WHERE d.chat = ? ORDER BY d.id",
            (place.chat,),
        ).fetchall()
    )
    for delivery in dict.fromkeys(row[0] for row in rows):
        of = [row for row in rows if row[0] == delivery]
        told = {_event(kinds[article]) for *_, article in of}
        if of[0][2] and not seen:
            found.append("an update of a story that was not told")
        if of[0][2] and told & seen:
            found.append("a development told twice")
        seen |= told
    return found


def _event(report: tuple[str, str]) -> tuple[str, str]:
    return {AGAIN: STRIKE, ARREST_AGAIN: ARREST}.get(report, report)
