"""When and how news comes: daily, slept over, at once, breaking, weekly, and the first time."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from digests.breaking import reports
from digests.language.direction import strip_isolates, strip_marks
from digests.markup import visible
from digests.model import Arrival, Independence, Item, Ownership, Place, Story, Text
from digests.store import archive, chats
from digests.store.archive import Arriving
from tests.digests.telling.room import EVENING, NOON, SOURCES, Room, summary_of

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


async def test_a_machine_asleep_over_three_times_tells_once(room: Room) -> None:
    articles = [room.tell(f"خبر {n}") for n in range(3)]
    place = room.chat(times=(time(15), time(18), time(21)))
    woke = NOON + timedelta(hours=20)
    assert [await room.tick(woke + n * MINUTE) for n in range(3)] == [1, 0, 0]
    assert room.told(place) == [articles]


async def test_nothing_new_sends_nothing_and_moves_on(room: Room) -> None:
    place = room.chat()
    assert await room.tick(EVENING) == 0
    assert room.told(place) == []
    assert room.find(place).next_due == EVENING + DAY
    assert room.woken == 0


async def test_what_did_not_fit_is_counted_and_comes_next_time(room: Room) -> None:
    articles = [room.tell(f"خبر {n}") for n in range(9)]
    place = room.chat(stories=5)
    await room.tick(EVENING)
    await room.tick(EVENING + timedelta(hours=24))
    told = room.told(place)
    assert sorted(article for part in told for article in part) == articles
    assert [len(part) for part in told] == [5, 4]


async def test_a_next_time_far_in_the_future_is_mended_and_sends_nothing(room: Room) -> None:
    room.tell("خبر")
    place = room.chat()
    chat = room.find(place)
    room.store.write_now(lambda db: chats.advance(db, chat, NOON + timedelta(days=3000)))
    assert await room.tick(NOON) == 0
    assert room.find(place).next_due == EVENING
    assert await room.tick(EVENING) == 1


# --- at once


async def test_instant_news_is_a_message_a_story_and_three_an_hour(room: Room) -> None:
    place = room.chat(arrival=Arrival.INSTANT, quiet=None)
    for number in range(5):
        room.tell(f"خبر {number}")
    assert await room.tick(NOON + MINUTE) == 3
    assert await room.tick(NOON + 2 * MINUTE) == 0
    assert [len(part) for part in room.told(place)] == [1, 1, 1]
    assert await room.tick(NOON + 62 * MINUTE) == 2
    assert len({a for part in room.told(place) for a in part}) == 5


async def test_what_did_not_fit_into_the_hour_joins_the_digest(room: Room) -> None:
    place = room.chat(arrival=Arrival.INSTANT, times=(time(15, 10),))
    for number in range(5):
        room.tell(f"خبر {number}")
    assert await room.tick(NOON + MINUTE) == 3
    assert await room.tick(NOON + 9 * MINUTE) == 0
    assert await room.tick(NOON + 10 * MINUTE) == 1
    assert [len(part) for part in room.told(place)] == [1, 1, 1, 2]


async def test_in_quiet_hours_nothing_comes_at_once(room: Room) -> None:
    place = room.chat(arrival=Arrival.INSTANT, times=(time(12),))
    night = EVENING + timedelta(hours=3)
    await room.tick(night)
    room.tell("خبر ليلي")
    assert await room.tick(night + timedelta(hours=3)) == 0
    assert await room.tick(night + timedelta(hours=8)) == 1
    assert len(room.told(place)) == 1


# --- breaking


def breaking(room: Room, title: str, minutes: int = 10) -> list[int]:
    ids = [
        room.article(f"{title} {source}", source=source, age=timedelta(minutes=n * minutes))
        for n, source in enumerate(("quds", "nile", "gulf"))
    ]
    room.story(*ids)
    return ids


async def test_breaking_chats_get_breaking_news_with_sound_and_nothing_else(room: Room) -> None:
    place = room.chat(arrival=Arrival.BREAKING, quiet=None)
    for number in range(10):
        room.tell(f"خبر عادي {number}")
    ids = breaking(room, "خبر عاجل")
    assert await room.tick(NOON + MINUTE) == 1
    assert room.told(place) == [ids]
    silent = room.store.read_now(
        lambda db: db.execute("SELECT json_extract(messages, '$[0].silent') FROM digest").fetchall()
    )
    assert silent == [(0,)]
    assert await room.tick(EVENING) == 0
    assert await room.tick(EVENING + DAY) == 0


async def test_breaking_news_comes_twice_a_day_at_most(room: Room) -> None:
    place = room.chat(arrival=Arrival.BREAKING, quiet=None)
    for number in range(3):
        breaking(room, f"عاجل {number}")
    assert await room.tick(NOON + MINUTE) == 2
    assert await room.tick(NOON + 2 * MINUTE) == 0
    room.now = NOON + timedelta(hours=25)
    breaking(room, "عاجل الغد")
    assert await room.tick(room.now) == 1
    assert len(room.told(place)) == 3


async def test_the_first_digest_takes_the_place_of_no_breaking_news(room: Room) -> None:
    room.tell("خبر أول")
    place = room.chat("one", arrival=Arrival.BREAKING, quiet=None)
    assert await room.teller.first(place, "one", room.now) == 1
    for number in range(3):
        breaking(room, f"عاجل {number}")
    assert await room.tick(NOON + MINUTE) == 2
    assert await room.tick(NOON + 2 * MINUTE) == 0


async def test_the_first_digest_takes_the_place_of_no_instant_news(room: Room) -> None:
    room.tell("خبر أول")
    place = room.chat("one", arrival=Arrival.INSTANT, quiet=None)
    assert await room.teller.first(place, "one", room.now) == 1
    for number in range(4):
        room.tell(f"خبر {number}")
    assert await room.tick(NOON + MINUTE) == 3


async def test_what_was_breaking_hours_ago_is_not_told_as_breaking(room: Room) -> None:
    room.chat(arrival=Arrival.BREAKING, quiet=None)
    breaking(room, "خبر الصباح")
    assert await room.tick(NOON + timedelta(hours=3)) == 0


async def test_what_broke_in_quiet_hours_is_told_when_they_end(room: Room) -> None:
    room.now = datetime(2026, 3, 10, 23, tzinfo=UTC)  # 02:00 in Riyadh
    place = room.chat(arrival=Arrival.BREAKING)
    ids = breaking(room, "خبر الليل")
    assert await room.tick(room.now + MINUTE) == 0
    assert await room.tick(datetime(2026, 3, 11, 4, 1, tzinfo=UTC)) == 1
    assert room.told(place) == [ids]


async def test_breaking_news_is_one_sentence_with_its_speaker_and_who_told_it(room: Room) -> None:
    place = room.chat(arrival=Arrival.BREAKING, quiet=None)
    breaking(room, "خبر عاجل")
    await room.tick(NOON + MINUTE)
    (html,) = room.owed(place)
    first, second = strip_isolates(strip_marks(visible(html))).split("\n")
    assert first == "عاجل | جريدة gulf: «تفاصيل خبر عاجل gulf كما وردت في المصدر.»"
    assert second == "أوردته 3 مصادر خلال 20 دقيقة: جريدة gulf · جريدة nile · جريدة quds"


def test_an_article_without_a_date_makes_no_haste(room: Room) -> None:
    ids = [room.article(f"بلا تاريخ {s}", source=s, age=None) for s in ("quds", "nile", "gulf")]
    assert not reports(item(room, *ids), SOURCES)


def item(room: Room, *ids: int, outlets: tuple[str, ...] = ("quds", "nile", "gulf")) -> Item:
    found = room.store.read_now(lambda db: archive.articles(db, ids))
    story = Story(1, tuple(found))
    return Item("one", story, summary_of(story).summary, Independence(outlets))


def test_breaking_needs_outlets_owners_countries_and_haste(room: Room) -> None:
    quick, slow = breaking(room, "سريع"), breaking(room, "بطيء", minutes=40)
    assert reports(item(room, *quick), SOURCES)
    assert not reports(item(room, *slow), SOURCES)
    assert not reports(item(room, *quick, outlets=("quds", "nile")), SOURCES)
    same_country = {k: replace(s, country="PS") for k, s in SOURCES.items()}
    assert not reports(item(room, *quick), same_country)
    unknown = {k: replace(s, country=None if k != "quds" else "PS") for k, s in SOURCES.items()}
    assert not reports(item(room, *quick), unknown)
    owner = Ownership("state", Text("دولة", "A state"), "http://x.test", NOON.date())
    same_owner = {k: replace(s, ownership=owner) for k, s in SOURCES.items()}
    assert not reports(item(room, *quick), same_owner)
    assert reports(item(room, *quick), same_owner | {"nile": SOURCES["nile"]})


# --- weekly


async def test_the_weekly_digest_reaches_back_a_week_and_says_so(room: Room) -> None:
    place = room.chat(arrival=Arrival.WEEKLY)
    old = room.tell("خبر أول الأسبوع")
    thursday = EVENING + timedelta(days=9)
    assert room.find(place).next_due == EVENING + timedelta(days=2)
    await room.tick(EVENING + timedelta(days=2))
    assert room.told(place) == [[old]]
    room.now = EVENING + timedelta(days=3)
    new = room.tell("خبر آخر")
    assert await room.tick(thursday - MINUTE) == 0
    assert await room.tick(thursday) == 1
    assert room.told(place) == [[old], [new]]
    assert "الأسبوع" in room.owed(place)[1]


# --- the first time


async def test_the_first_digest_holds_three_stories_and_comes_once(room: Room) -> None:
    for number in range(6):
        room.tell(f"خبر {number}")
    place = room.chat("one", sound=True)
    assert await room.teller.first(place, "one", room.now) == 1
    assert await room.teller.first(place, "one", room.now) == 0
    (told,) = room.told(place)
    assert len(told) == 3
    silent = room.store.read_now(
        lambda db: db.execute("SELECT json_extract(messages, '$[0].silent') FROM digest").fetchall()
    )
    assert silent == [(1,)]
    await room.tick(EVENING)
    assert len({a for part in room.told(place) for a in part}) == 6


async def test_taking_it_back_and_following_again_sends_no_second_first(room: Room) -> None:
    for number in range(6):
        room.tell(f"خبر {number}")
    place = room.chat("one")
    await room.teller.first(place, "one", room.now)
    room.store.write_now(lambda db: chats.unsubscribe(db, place, "one", room.now))
    room.store.write_now(lambda db: chats.subscribe(db, place, "one", room.now))
    assert await room.teller.first(place, "one", room.now) == 0
    assert len(room.told(place)) == 1


async def test_two_taps_at_once_give_one_first_digest(room: Room) -> None:
    room.tell("خبر")
    place = room.chat("one")
    done = await asyncio.gather(*(room.teller.first(place, "one", room.now) for _ in range(3)))
    assert sorted(done) == [0, 0, 1]


async def test_the_first_digest_shows_what_a_new_source_brought(room: Room) -> None:
    article = room.tell("خبر من مصدر جديد", arriving=Arriving.FIRST)
    place = room.chat("one")
    assert await room.teller.first(place, "one", room.now) == 1
    assert room.told(place) == [[article]]


async def test_a_subscription_taken_back_gets_no_first_digest(room: Room) -> None:
    room.tell("خبر")
    place = room.chat("one", "two")
    room.store.write_now(lambda db: chats.unsubscribe(db, place, "one", room.now))
    assert await room.teller.first(place, "one", room.now) == 0
    assert await room.teller.first(Place(404), "one", room.now) == 0
    assert room.told(place) == []


async def test_nothing_to_tell_leaves_the_first_digest_for_later(room: Room) -> None:
    place = room.chat("one")
    assert await room.teller.first(place, "one", room.now) == 0
    room.tell("خبر")
    assert await room.teller.first(place, "one", room.now) == 1


async def test_an_answer_before_the_first_subscription_does_not_use_it_up(room: Room) -> None:
    shown, fresh = room.tell("خبر عُرض", "two"), room.tell("خبر آخر", "one")
    place = room.chat("one")
    digest = await room.teller.latest(room.find(place), "two", room.now)
    assert digest is not None
    await room.teller.shown(place, digest, [55], room.now)
    assert await room.teller.first(place, "one", room.now) == 1
    assert room.told(place) == [[shown], [fresh]]


# --- asked for


async def test_more_tells_what_did_not_fit_and_ends(room: Room) -> None:
    articles = {room.tell(f"خبر {n}") for n in range(12)}
    place = room.chat(stories=5)
    await room.tick(EVENING)
    (first,) = room.told(place)
    number = room.store.read_now(lambda db: db.execute("SELECT id FROM digest").fetchone()[0])
    seen = set(first)
    for size in (5, 2):
        more = await room.teller.more(room.find(place), number, EVENING)
        assert more is not None
        told = {a for i in more.items for a in i.articles}
        assert len(told) == size
        assert not told & seen
        seen |= told
        await room.teller.shown(place, more, list(range(len(more.parts))), EVENING)
    assert seen == articles
    assert await room.teller.more(room.find(place), number, EVENING) is None


async def test_pages_of_the_latest_follow_each_other(room: Room) -> None:
    articles = {room.tell(f"خبر {n}") for n in range(7)}
    place = room.chat(stories=3)
    pages = [await room.teller.latest(room.find(place), "one", room.now, page) for page in range(4)]
    told = [[a for i in page.items for a in i.articles] for page in pages if page]
    assert [len(page) for page in told] == [3, 3, 1]
    assert {article for page in told for article in page} == articles
    assert pages[3] is None


async def test_a_preview_needs_no_chat_and_leaves_no_trace(room: Room) -> None:
    article = room.tell("خبر")
    digest = await room.teller.preview("one", room.find(room.chat()).preferences, 24, room.now)
    assert [a.id for i in digest.items for a in i.story.articles] == [article]
    nothing = await room.teller.preview("one", room.find(Place(7)).preferences, 0, room.now + DAY)
    assert nothing.items == ()
    assert room.told(Place(0)) == []


@pytest.mark.parametrize("muted", ["topic", "source"])
async def test_muted_is_not_told_until_it_ends(room: Room, muted: str) -> None:
    article = room.tell("خبر", source="nile")
    place = room.chat(times=(time(19), time(20)))
    value = "one" if muted == "topic" else "nile"
    until = EVENING - MINUTE
    room.store.write_now(lambda db: chats.mute(db, place, muted, value, until))
    assert await room.tick(EVENING - timedelta(hours=1)) == 0
    assert await room.tick(EVENING) == 1
    assert room.told(place) == [[article]]


async def test_a_muted_outlet_leaves_its_story_to_the_others(room: Room) -> None:
    one, two = room.article("خبر", source="nile"), room.article("الخبر نفسه", source="quds")
    room.story(one, two)
    place = room.chat()
    room.store.write_now(lambda db: chats.mute(db, place, "source", "nile", None))
    await room.tick(EVENING)
    assert room.told(place) == [[two]]
    room.store.write_now(lambda db: chats.unmute(db, place, "source", "nile"))
    assert await room.tick(EVENING + DAY) == 0
