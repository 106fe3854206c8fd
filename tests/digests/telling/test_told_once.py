"""A chat is told an event once, whichever topic, tick, regrouping or answer brought it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest

from digests.model import Arrival, ChatKind, Place, Preferences
from digests.store import barring, chats, deliveries, told
from digests.store.archive import Arriving
from digests.store.database import Database, Store, Transaction
from tests.digests.telling.room import EVENING, NOON, Room

DAY = timedelta(days=1)


async def test_a_story_of_two_topics_is_told_once(room: Room) -> None:
    article = room.tell("خبر واحد في موضوعين", "one", "two")
    place = room.chat("one", "two")
    assert await room.evenings(2) == [1, 0]
    assert room.told(place) == [[article]]


async def test_a_topic_added_later_does_not_tell_again(room: Room) -> None:
    article = room.tell("خبر واحد في موضوعين", "one", "two")
    place = room.chat("one")
    await room.tick(EVENING)
    room.store.write_now(lambda db: chats.unsubscribe(db, place, "one", EVENING))
    room.store.write_now(lambda db: chats.subscribe(db, place, "two", EVENING))
    await room.tick(EVENING + DAY)
    assert room.told(place) == [[article]]


async def test_five_topics_are_one_digest(room: Room) -> None:
    articles = [room.tell(f"خبر {topic}", topic) for topic in ("one", "two", "three", "four")]
    place = room.chat("one", "two", "three", "four", "five")
    assert await room.tick(EVENING) == 1
    assert room.told(place) == [articles]
    assert len(room.owed(place)) == 1


async def test_a_story_told_and_merged_with_an_untold_one_is_not_told_again(room: Room) -> None:
    told, other = room.article("خبر رُوي"), room.article("خبر آخر لم يُرو", "two", source="nile")
    room.story(told)
    place = room.chat("one", "two")
    await room.tick(EVENING)
    assert room.told(place) == [[told]]
    room.story(told, other)
    assert await room.tick(EVENING + DAY) == 0


async def test_a_story_told_and_split_is_not_told_again(room: Room) -> None:
    one, other = room.article("خبر أول"), room.article("خبر ثان", source="nile")
    room.story(one, other)
    place = room.chat()
    await room.tick(EVENING)
    assert room.told(place) == [[one, other]]
    room.story(other)
    room.story(one)
    assert await room.tick(EVENING + DAY) == 0


async def test_a_story_that_grew_is_not_told_again_under_another_id(room: Room) -> None:
    first = room.article("خبر أول")
    room.story(first)
    place = room.chat()
    await room.tick(EVENING)
    second = room.article("الخبر نفسه من غيره", source="nile")
    room.story(first, second)
    assert await room.tick(EVENING + DAY) == 0
    assert room.told(place) == [[first]]


async def test_what_an_answer_showed_is_not_told_again(room: Room) -> None:
    shown, hidden = room.tell("خبر عُرض"), room.tell("خبر لم يُعرض", "two")
    place = room.chat("one", "two")
    digest = await room.teller.latest(room.find(place), "one", room.now)
    assert digest is not None
    await room.teller.shown(place, digest, [901], room.now)
    await room.tick(EVENING)
    assert room.told(place) == [[shown], [hidden]]


async def test_an_answer_shows_told_stories_too_and_an_unsent_part_is_not_told(room: Room) -> None:
    article = room.tell("خبر رُوي")
    place = room.chat()
    await room.tick(EVENING)
    digest = await room.teller.latest(room.find(place), None, room.now)
    assert digest is not None
    assert [item.articles for item in digest.items] == [(article,)]
    other = room.chat(number=8)
    await room.teller.shown(other, digest, [], room.now)
    assert room.told(other) == []


async def test_what_was_missed_and_then_shown_by_an_answer_is_told(room: Room) -> None:
    article = room.tell("خبر")
    place = room.chat("one", number=-5, kind=ChatKind.SUPERGROUP)
    await room.teller.first(place, "one", room.now)
    room.store.write_now(lambda db: barring.bar(db, -5, "not enough rights", room.now, 0))
    assert room.store.read_now(lambda db: told.told(db, place, [article])) == set()
    chat = room.store.read_now(lambda db: chats.find(db, place))
    assert chat is not None
    digest = await room.teller.latest(chat, "one", room.now)
    assert digest is not None
    await room.teller.shown(place, digest, [9], room.now)
    assert room.store.read_now(lambda db: told.told(db, place, [article])) == {article}
    states = room.store.read_now(
        lambda db: db.execute("SELECT state, message FROM delivery").fetchall()
    )
    assert ("sent", 9) in states
    assert await room.tick(EVENING) == 0


async def test_a_restart_tells_nothing_again(room: Room) -> None:
    room.tell("خبر رُوي")
    place = room.chat()
    await room.tick(EVENING)
    room.teller = room.new_teller()
    room.store.write_now(lambda db: deliveries.recover(db, EVENING))
    assert await room.tick(EVENING) == 0
    assert await room.tick(EVENING + DAY) == 0
    assert len(room.told(place)) == 1


async def test_chats_that_get_the_same_share_one_digest(room: Room) -> None:
    room.tell("خبر واحد")
    for number in range(1, 6):
        room.chat(number=number)
    assert await room.tick(EVENING) == 5
    counts = room.store.read_now(
        lambda db: db.execute("SELECT count(*), count(DISTINCT digest) FROM delivery").fetchone()
    )
    assert counts == (5, 1)


async def test_threads_of_one_group_are_told_each_for_itself(room: Room) -> None:
    article = room.tell("خبر واحد")
    places = [room.chat(number=-5, thread=n, kind=ChatKind.SUPERGROUP) for n in (0, 1)]
    assert await room.tick(EVENING) == 2
    assert [room.told(place) for place in places] == [[[article]], [[article]]]


# --- two at once


class Pausing(Store):
    """A store that does something just before the next write: the race, made to happen."""

    before: Callable[[Database], object] | None = None

    async def write(self, transaction: Transaction[object]) -> object:  # type: ignore[override]
        if self.before is not None:
            meanwhile, self.before = self.before, None
            await super().write(meanwhile)
        return await super().write(transaction)


@pytest.fixture
def racing(room: Room) -> tuple[Room, Pausing]:
    room.store.close()
    store = Pausing(room.store.path)
    room.store = store
    room.teller = room.new_teller()
    return room, store


async def test_two_ticks_at_once_owe_once(room: Room) -> None:
    room.tell("خبر واحد")
    place = room.chat()
    chat = room.find(place)
    owed = await asyncio.gather(*(room.teller.due(chat, EVENING) for _ in range(4)))
    assert sorted(owed) == [0, 0, 0, 1]
    assert len(room.told(place)) == 1
    assert room.find(place).next_due == EVENING + DAY


async def test_a_subscription_taken_back_meanwhile_drops_its_stories(
    racing: tuple[Room, Pausing],
) -> None:
    room, store = racing
    room.tell("خبر متروك", "one")
    kept = room.tell("خبر باق", "two")
    place = room.chat("one", "two")
    store.before = lambda db: chats.unsubscribe(db, place, "one", EVENING)
    assert await room.tick(EVENING) == 1
    assert room.told(place) == [[kept]]


@pytest.mark.parametrize(("kind", "value"), [("topic", "one"), ("source", "quds")])
async def test_a_mute_set_meanwhile_drops_what_it_mutes(
    racing: tuple[Room, Pausing], kind: str, value: str
) -> None:
    room, store = racing
    room.tell("خبر مكتوم", "one", source="quds")
    kept = room.tell("خبر باق", "two", source="nile")
    place = room.chat("one", "two")
    store.before = lambda db: chats.mute(db, place, kind, value, None)
    assert await room.tick(EVENING) == 1
    assert room.told(place) == [[kept]]


async def test_a_chat_lost_meanwhile_is_owed_nothing(racing: tuple[Room, Pausing]) -> None:
    room, store = racing
    room.tell("خبر واحد")
    place = room.chat()
    store.before = lambda db: chats.deactivate_all(db, 7)
    assert await room.tick(EVENING) == 0
    assert room.told(place) == []


async def test_a_chat_forgotten_meanwhile_stays_forgotten(racing: tuple[Room, Pausing]) -> None:
    room, store = racing
    room.tell("خبر واحد")
    place = room.chat()
    store.before = lambda db: chats.forget(db, 7)
    assert await room.tick(EVENING) == 0
    assert room.told(place) == []
    assert store.read_now(lambda db: chats.find(db, place)) is None


async def test_settings_changed_meanwhile_hold(racing: tuple[Room, Pausing]) -> None:
    room, store = racing
    room.tell("خبر واحد")
    place = room.chat()
    english = Preferences(language="en")
    store.before = lambda db: chats.set_preferences(db, place, english, EVENING)
    assert await room.tick(EVENING) == 1
    assert "digest" in room.owed(place)[0].lower()


async def test_stories_merged_meanwhile_are_told_once(racing: tuple[Room, Pausing]) -> None:
    room, store = racing
    told, new, twin = (
        room.article("محكمة تلغي العقد", source="quds"),
        room.article("العقد تلغيه محكمة", "two", source="nile"),
        room.article("إلغاء العقد في محكمة", "two", source="gulf"),
    )
    room.story(told)
    place = room.chat("one", "two")
    await room.tick(EVENING)
    room.story(new)
    room.story(twin)

    def merge(db: Database) -> None:
        for article in (new, twin):
            db.execute("UPDATE story_article SET story = 1 WHERE article = ?", (article,))

    store.before = merge
    assert await room.tick(EVENING + DAY) == 0
    assert room.told(place) == [[told]]


async def test_two_stories_that_became_one_meanwhile_are_one_in_the_digest(
    racing: tuple[Room, Pausing],
) -> None:
    room, store = racing
    one, two = room.tell("خبر أول", source="quds"), room.tell("خبر ثان", source="nile")
    place = room.chat()

    def merge(db: Database) -> None:
        db.execute("UPDATE story_article SET story = 1 WHERE article = ?", (two,))
        db.execute("DELETE FROM story WHERE id = 2")

    store.before = merge
    assert await room.tick(EVENING) == 1
    assert room.told(place) == [[one, two]]
    assert len(room.owed(place)) == 1


# --- nothing that is no news


async def test_five_hundred_items_of_a_new_source_push_nothing(room: Room) -> None:
    for number in range(60):
        room.stories[number + 1] = [room.article(f"خبر قديم {number}", arriving=Arriving.FIRST)]
    room.group()
    place = room.chat()
    assert await room.evenings(3) == [0, 0, 0]
    assert room.told(place) == []
    latest = await room.teller.latest(room.find(place), "one", EVENING)
    assert latest is not None


async def test_undated_items_of_a_recovered_source_push_nothing(room: Room) -> None:
    room.tell("بلا تاريخ", age=None, arriving=Arriving.RECOVERED)
    dated = room.tell("بتاريخ قريب", arriving=Arriving.RECOVERED)
    place = room.chat()
    await room.tick(EVENING)
    assert room.told(place) == [[dated]]


async def test_a_changed_topic_pushes_nothing(room: Room) -> None:
    room.tell("وجده موضوع معدّل", fresh=False)
    place = room.chat()
    assert await room.tick(EVENING) == 0
    assert room.told(place) == []


async def test_what_is_older_than_two_days_is_no_news(room: Room) -> None:
    room.tell("خبر", age=timedelta(hours=40))
    place = room.chat()
    assert await room.tick(NOON + timedelta(hours=29)) == 0
    assert room.told(place) == []


async def test_a_date_in_the_future_is_news_for_two_days_only(room: Room) -> None:
    room.tell("خبر من الغد", age=-timedelta(days=30))
    place = room.chat(arrival=Arrival.DAILY)
    assert await room.tick(NOON + timedelta(days=3)) == 0
    assert room.told(place) == []


async def test_a_private_chat_is_told_nothing_of_topics_it_does_not_follow(room: Room) -> None:
    room.tell("خبر لغيره", "two")
    place = room.chat("one")
    assert await room.tick(EVENING) == 0
    assert room.told(place) == []
    assert Place(7) == place
