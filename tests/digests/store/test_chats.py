"""Chats: subscribing, planning, leaving, moving, being forgotten."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from digests.model import Arrival, Chat, ChatKind, Digits, Place, Preferences, Text, Topic
from digests.store import barring, chats, deliveries, holds, own_topics, told
from digests.store.database import Database
from digests.store.deliveries import Priority
from tests.digests.store.desk import NOON, Desk, digest

EVENING = datetime(2026, 3, 10, 17, tzinfo=UTC)  # 20:00 in Riyadh


def find(desk: Desk, place: Place) -> Chat:
    chat = desk.store.read_now(lambda db: chats.find(db, place))
    assert chat is not None
    return chat


def due(desk: Desk, now: datetime) -> list[int]:
    return [c.place.chat for c in desk.store.read_now(lambda db: chats.due(db, now))]


def test_the_first_subscription_is_first_once(desk: Desk) -> None:
    place = desk.chat(topics=())
    assert find(desk, place).next_due is None

    def subscribe(topic: str) -> chats.Subscribed:
        return desk.store.write_now(lambda db: chats.subscribe(db, place, topic, NOON))

    one, again, two = subscribe("one"), subscribe("one"), subscribe("two")
    assert (one.added, one.first) == (True, True)
    assert (again.added, again.first) == (False, False)
    assert (two.added, two.first) == (True, False)
    assert two.chat.topics == ("one", "two")
    assert two.chat.next_due == EVENING


def test_a_subscription_needs_a_chat(desk: Desk) -> None:
    with pytest.raises(LookupError, match="ensure"):
        desk.do(lambda db: chats.subscribe(db, Place(404), "one", NOON))
    with pytest.raises(LookupError, match="ensure"):
        desk.do(lambda db: chats.set_preferences(db, Place(404), Preferences(), NOON))
    assert desk.store.write_now(lambda db: chats.unsubscribe(db, Place(4), "one", NOON)) is None


def test_without_topics_nothing_is_due(desk: Desk) -> None:
    place = desk.chat()
    assert due(desk, EVENING) == [7]
    desk.do(lambda db: chats.unsubscribe(db, place, "one", NOON))
    assert find(desk, place).next_due is None
    assert due(desk, EVENING) == []


def test_three_times_slept_over_are_one_digest(desk: Desk) -> None:
    preferences = Preferences(times=(time(8), time(14), time(20)))
    place = desk.chat(preferences=preferences)
    morning = datetime(2026, 3, 12, 6, tzinfo=UTC)
    assert due(desk, morning) == [7]
    chat = find(desk, place)
    desk.do(lambda db: chats.advance(db, chat, morning))
    assert due(desk, morning) == []
    assert find(desk, place).next_due == datetime(2026, 3, 12, 11, tzinfo=UTC)


@pytest.mark.parametrize("tap", ["subscribe", "unsubscribe", "digits"])
def test_a_tap_between_the_time_and_the_tick_loses_no_digest(desk: Desk, tap: str) -> None:
    place = desk.chat(topics=("one", "two"))
    just_after = EVENING + timedelta(milliseconds=300)

    def act(db: Database) -> object:
        if tap == "subscribe":
            return chats.subscribe(db, place, "three", just_after)
        if tap == "unsubscribe":
            return chats.unsubscribe(db, place, "two", just_after)
        return chats.set_preferences(db, place, Preferences(digits=Digits.ARABIC), just_after)

    desk.do(act)
    assert due(desk, just_after) == [7]


def test_another_time_takes_the_place_of_the_old_one(desk: Desk) -> None:
    place = desk.chat()
    just_after = EVENING + timedelta(milliseconds=300)
    chat = desk.store.write_now(
        lambda db: chats.set_preferences(db, place, Preferences(times=(time(21),)), just_after)
    )
    assert chat.next_due == EVENING + timedelta(hours=1)
    assert due(desk, just_after) == []


def test_the_oldest_due_chat_comes_first_and_a_lost_one_not_at_all(desk: Desk) -> None:
    desk.chat(1, preferences=Preferences(times=(time(19),)))
    desk.chat(2, preferences=Preferences(times=(time(18),)))
    desk.chat(3)
    desk.do(lambda db: chats.deactivate(db, Place(3)))
    assert due(desk, EVENING) == [2, 1]
    assert [
        c.place.chat for c in desk.store.read_now(lambda db: chats.due(db, EVENING, limit=1))
    ] == [2]


def test_a_chat_that_speaks_again_is_planned_anew(desk: Desk) -> None:
    place = desk.chat()
    desk.do(lambda db: chats.deactivate_all(db, 7))
    assert not find(desk, place).active
    desk.do(lambda db: chats.tapped(db, place, NOON))
    assert not find(desk, place).active
    desk.do(lambda db: chats.ensure(db, place, ChatKind.PRIVATE, Preferences(), NOON))
    assert find(desk, place).active
    assert find(desk, place).next_due == EVENING


def test_a_next_time_that_a_wrong_clock_set_is_noticed(desk: Desk) -> None:
    place = desk.chat()
    chat = find(desk, place)
    desk.do(lambda db: chats.advance(db, chat, NOON + timedelta(days=2000)))
    found = desk.store.read_now(lambda db: chats.due(db, NOON))
    assert [c.place for c in found] == [place]
    assert chats.misplanned(found[0], NOON)
    assert not chats.misplanned(chat, NOON)
    weekly = desk.chat(8, preferences=Preferences(arrival=Arrival.WEEKLY))
    assert not chats.misplanned(find(desk, weekly), NOON)


def test_mutes_end_when_they_said(desk: Desk) -> None:
    place = desk.chat()
    desk.do(lambda db: chats.mute(db, place, "topic", "one", NOON + timedelta(hours=1)))
    desk.do(lambda db: chats.mute(db, place, "source", "paper", None))
    desk.do(lambda db: chats.mute(db, Place(8), "source", "other", None))
    assert [m.value for m in desk.store.read_now(lambda db: chats.mutes(db, place, NOON))] == [
        "paper",
        "one",
    ]
    later = NOON + timedelta(hours=2)
    assert [m.value for m in desk.store.read_now(lambda db: chats.mutes(db, place, later))] == [
        "paper"
    ]
    desk.do(lambda db: chats.unmute(db, place, "source", "paper"))
    assert desk.store.read_now(lambda db: chats.mutes(db, place, later)) == []


# --- a group becomes a supergroup


def test_a_group_that_moves_takes_everything_along(desk: Desk) -> None:
    place = desk.chat(-5, ChatKind.GROUP, ("one", "two"))
    desk.owe(place, digest(5, [1, 2], parts=2))

    def more(db: Database) -> None:
        chats.mute(db, place, "source", "paper", None)
        holds.hold(db, "-5", NOON + timedelta(minutes=1))

    desk.do(more)
    desk.do(lambda db: chats.migrate(db, -5, -1005))
    moved = find(desk, Place(-1005))
    assert moved.topics == ("one", "two")
    assert moved.kind is ChatKind.SUPERGROUP
    assert moved.next_due == EVENING
    assert desk.store.read_now(lambda db: chats.find(db, place)) is None
    assert desk.store.read_now(lambda db: told.told(db, Place(-1005), [1, 9])) == {1}
    assert [m.value for m in desk.store.read_now(lambda db: chats.mutes(db, moved.place, NOON))]
    assert list(desk.store.read_now(lambda db: holds.standing(db, NOON))) == ["-1005"]
    found = desk.claim(61)
    assert [(d.place.chat, d.number) for d in found] == [(-1005, 0)]


def test_a_supergroup_that_spoke_before_its_past_came_keeps_both(desk: Desk) -> None:
    desk.chat(-5, ChatKind.GROUP, ("one", "two"), preferences=Preferences(stories=7))
    desk.chat(-1005, ChatKind.SUPERGROUP, ("two", "three"))
    desk.do(lambda db: chats.migrate(db, -5, -1005))
    moved = find(desk, Place(-1005))
    assert sorted(moved.topics) == ["one", "three", "two"]
    assert moved.preferences.stories == 7


def test_a_group_lost_before_it_moved_lives_on_where_it_spoke(desk: Desk) -> None:
    desk.chat(-5, ChatKind.GROUP)
    desk.do(lambda db: chats.deactivate_all(db, -5))
    desk.chat(-1005, ChatKind.SUPERGROUP, ("two",))
    desk.do(lambda db: chats.migrate(db, -5, -1005))
    moved = find(desk, Place(-1005))
    assert moved.active
    assert moved.next_due == EVENING


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [
        ("pending", "sent", "sent"),
        ("sent", "pending", "sent"),
        ("sending", "pending", "sending"),
        ("pending", "unsure", "unsure"),
        ("pending", "pending", "pending"),
        ("refused", "pending", "refused"),
    ],
)
def test_one_message_owed_to_both_stays_accounted_once(
    desk: Desk, old: str, new: str, kept: str
) -> None:
    desk.owe(desk.chat(-5, ChatKind.GROUP), digest(5))
    desk.owe(desk.chat(-1005, ChatKind.SUPERGROUP), digest(5))

    def mark(db: Database) -> None:
        db.execute("UPDATE delivery SET state = ? WHERE chat = -5", (old,))
        db.execute("UPDATE delivery SET state = ? WHERE chat = -1005", (new,))
        chats.migrate(db, -5, -1005)

    desk.do(mark)
    assert desk.states() == [kept]


def test_moving_twice_changes_nothing(desk: Desk) -> None:
    desk.owe(desk.chat(-5, ChatKind.GROUP), digest(5))
    desk.do(lambda db: chats.migrate(db, -5, -1005))
    desk.do(lambda db: chats.migrate(db, -5, -1005))
    assert find(desk, Place(-1005)).topics == ("one",)
    assert desk.states() == ["pending"]


@pytest.mark.parametrize("before", ["old", "new"])
def test_what_one_missed_and_the_other_was_told_is_told_where_they_are_one(
    desk: Desk, before: str
) -> None:
    old, new = desk.chat(-5, ChatKind.GROUP), desk.chat(-1005, ChatKind.SUPERGROUP)
    for place in (old, new):
        desk.owe(place, digest(5, [1]))
    closed, open_ = (old, new) if before == "old" else (new, old)
    desk.do(lambda db: barring.bar(db, closed.chat, "not enough rights", NOON, 0))
    sent = 2 if open_ == new else 1
    desk.do(lambda db: deliveries.mark_sent(db, sent, 77, NOON))
    desk.do(lambda db: chats.migrate(db, -5, -1005))
    assert desk.states() == ["sent"]
    assert desk.store.read_now(lambda db: told.told(db, new, [1])) == {1}


# --- /forget


def test_forgetting_takes_what_a_barred_group_missed_along(desk: Desk) -> None:
    place = desk.chat(-5, ChatKind.SUPERGROUP)
    desk.owe(place, digest(5, [1]))
    desk.do(lambda db: barring.bar(db, -5, "not enough rights", NOON, 0))
    assert desk.count("missed") == 1
    desk.do(lambda db: chats.forget(db, -5))
    assert desk.count("missed") == 0


def test_what_was_missed_long_ago_is_forgotten_but_for_corrections(desk: Desk) -> None:
    desk.owe(desk.chat(-5, ChatKind.SUPERGROUP), digest(5, [1]))
    desk.do(lambda db: barring.bar(db, -5, "not enough rights", NOON, 0))
    later = NOON + timedelta(days=13)
    desk.do(lambda db: barring.bar(db, -5, "not enough rights", later, 0))
    assert desk.count("missed") == 1
    later += timedelta(days=2)
    desk.do(lambda db: db.execute("INSERT INTO correction_message VALUES (5, 1)"))
    desk.do(lambda db: barring.bar(db, -5, "not enough rights", later, 0))
    assert desk.count("missed") == 1
    desk.do(lambda db: db.execute("DELETE FROM correction_message"))
    desk.do(lambda db: barring.bar(db, -5, "not enough rights", later, 0))
    assert desk.count("missed") == 0


def test_forgetting_leaves_no_trace_of_the_chat(desk: Desk) -> None:
    place = desk.chat(424242, thread=3)
    other = desk.chat(8)
    for one in (place, other):
        desk.owe(one, digest(5, [1]))

    def more(db: Database) -> None:
        chats.mute(db, place, "topic", "one", None)
        holds.hold(db, "424242", NOON)
        own_topics.add(db, topic("مصر"), place, NOON)

    desk.do(more)
    desk.do(lambda db: chats.forget(db, 424242))
    tables = desk.store.read_now(
        lambda db: [r[0] for r in db.execute("SELECT name FROM sqlite_master WHERE type='table'")]
    )
    for table in tables:
        rows = desk.store.read_now(lambda db, t=table: db.execute(f"SELECT * FROM {t}").fetchall())  # type: ignore[misc]
        assert "424242" not in str(rows), table
    assert find(desk, other).topics == ("one",)
    assert desk.store.read_now(lambda db: told.told(db, other, [1])) == {1}


def test_what_was_in_flight_when_its_chat_was_forgotten_settles_nowhere(desk: Desk) -> None:
    place = desk.chat()
    desk.owe(place, digest(5, parts=2))
    desk.do(lambda db: deliveries.mark_sending(db, 1))
    desk.do(lambda db: chats.forget(db, 7))

    def settle(db: Database) -> None:
        deliveries.mark_sent(db, 1, 99, NOON)
        deliveries.mark_not_sent(db, 1, "x", NOON)
        deliveries.mark_unsure(db, 1, "x", NOON)
        assert not deliveries.mark_sending(db, 2)

    desk.do(settle)
    assert desk.count("delivery") == 0


def topic(word: str) -> Topic:
    return Topic("", Text(word, word), Text("", ""), ((word,),))


def test_an_own_topic_outlives_the_one_who_first_asked_for_it(desk: Desk) -> None:
    slugs = []
    for chat in (1, 2):
        place = desk.chat(chat, topics=())
        slug = desk.store.write_now(lambda db, p=place: own_topics.add(db, topic("مصر"), p, NOON))  # type: ignore[misc]
        desk.do(lambda db, p=place, s=slug: chats.subscribe(db, p, s, NOON))  # type: ignore[misc]
        slugs.append(slug)
    assert slugs[0] == slugs[1]
    desk.do(lambda db: chats.forget(db, 1))
    assert list(desk.store.read_now(own_topics.all_of_them)) == [slugs[0]]
    desk.do(lambda db: chats.forget(db, 2))
    assert desk.count("own_topic") == 0


def test_the_last_tap_is_known_by_its_day_alone(desk: Desk) -> None:
    place = desk.chat()
    desk.do(lambda db: chats.tapped(db, place, NOON.replace(hour=19, minute=47)))
    rows = desk.store.read_now(lambda db: db.execute("SELECT tapped FROM chat").fetchall())
    assert rows == [("2026-03-10",)]


def test_preferences_come_back_as_they_were(desk: Desk) -> None:
    wanted = replace(
        Preferences(), times=(time(7, 30), time(21)), quiet=None, arrival=Arrival.INSTANT
    )
    place = desk.chat(preferences=wanted)
    assert find(desk, place).preferences == wanted
    assert Priority.INSTANT < Priority.DIGEST < Priority.ANNOUNCEMENT
