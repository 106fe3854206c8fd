"""What may go, in which order, and what becomes of it."""

from __future__ import annotations

from datetime import datetime, timedelta

from digests.model import ChatKind, Place
from digests.store import chats, deliveries, holds, posts, told
from digests.store.database import Database
from digests.store.deliveries import Priority
from digests.store.told import Part, StoredDigest
from tests.digests.store.desk import NOON, Desk, digest


def later(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def ids(found: list[deliveries.Delivery]) -> list[tuple[int, int]]:
    return [(d.digest, d.number) for d in found]


def settle(desk: Desk, delivery: int, message: int = 1) -> None:
    def send(db: Database) -> None:
        assert deliveries.mark_sending(db, delivery)
        deliveries.mark_sent(db, delivery, message, desk.now)

    desk.do(send)


def test_one_delivery_a_chat_at_a_time_in_order_of_parts(desk: Desk) -> None:
    place = desk.chat()
    assert desk.owe(place, digest(5, parts=3)) == 3
    seen = []
    while found := desk.claim():
        assert len(found) == 1
        seen += ids(found)
        settle(desk, found[0].id)
    assert seen == [(5, 0), (5, 1), (5, 2)]
    assert desk.states() == ["sent"] * 3


def test_the_same_digest_is_owed_once(desk: Desk) -> None:
    place = desk.chat()
    assert desk.owe(place, digest(5, parts=2)) == 2
    assert desk.owe(place, digest(5, parts=2)) == 0
    assert desk.count("delivery") == 2


def test_a_digest_that_was_stored_with_fewer_parts_is_owed_as_stored(desk: Desk) -> None:
    one, other = desk.chat(1), desk.chat(2)
    desk.owe(one, digest(5, parts=1))
    assert desk.owe(other, digest(5, parts=3)) == 1
    assert len(desk.claim()) == 2


def test_a_part_that_waits_for_another_try_keeps_the_next_one_back(desk: Desk) -> None:
    place = desk.chat()
    desk.owe(place, digest(5, parts=2))
    first = desk.claim()[0].id

    def fail(db: Database) -> None:
        deliveries.mark_sending(db, first)
        deliveries.mark_not_sent(db, first, "no connection", later(30))

    desk.do(fail)
    assert desk.claim() == []
    assert ids(desk.claim(31)) == [(5, 0)]


def test_what_comes_after_waits_while_something_is_under_way(desk: Desk) -> None:
    place = desk.chat()
    desk.owe(place, digest(5, parts=2))
    first = desk.claim()[0].id
    desk.do(lambda db: deliveries.mark_sending(db, first))
    assert desk.claim() == []


def test_threads_of_one_chat_do_not_wait_for_each_other(desk: Desk) -> None:
    desk.owe(desk.chat(-5, ChatKind.SUPERGROUP, thread=1), digest(5, parts=2))
    desk.owe(desk.chat(-5, ChatKind.SUPERGROUP, thread=2), digest(6))
    assert ids(desk.claim()) == [(5, 0), (6, 0)]


def test_what_is_planned_for_later_keeps_nothing_back(desk: Desk) -> None:
    place = desk.chat()
    desk.do(lambda db: deliveries.owe(db, place, digest(5), NOON, Priority.DIGEST, later(3600)))
    desk.owe(place, digest(6))
    assert ids(desk.claim()) == [(6, 0)]


def test_instant_messages_overtake_digests_and_announcements(desk: Desk) -> None:
    for chat, priority in enumerate(
        (Priority.ANNOUNCEMENT, Priority.DIGEST, Priority.INSTANT), start=1
    ):
        desk.owe(desk.chat(chat), digest(chat), priority)
    assert ids(desk.claim()) == [(3, 0), (2, 0), (1, 0)]


def test_a_chat_with_a_long_queue_does_not_hide_the_others(desk: Desk) -> None:
    busy = desk.chat(1)
    for number in range(40):
        desk.owe(busy, digest(100 + number, parts=3))
    desk.owe(desk.chat(2), digest(5))
    assert ids(desk.claim(limit=2)) == [(100, 0), (5, 0)]
    found = desk.store.read_now(lambda db: deliveries.claim(db, NOON, 1, busy=[(1, 0)]))
    assert ids(found) == [(5, 0)]
    found = desk.store.read_now(lambda db: deliveries.claim(db, NOON, 1, waiting=[1]))
    assert ids(found) == [(5, 0)]


def test_a_held_chat_waits_and_the_hold_survives_a_restart(desk: Desk) -> None:
    desk.owe(desk.chat(1), digest(5))
    desk.owe(desk.chat(2), digest(6))
    desk.do(lambda db: holds.hold(db, "1", later(60)))
    desk.do(lambda db: holds.hold(db, "1", later(30)))
    assert ids(desk.claim()) == [(6, 0)]
    desk.do(lambda db: deliveries.recover(db, NOON))
    assert desk.store.read_now(lambda db: holds.standing(db, NOON)) == {"1": later(60)}
    assert len(desk.claim(61)) == 2
    desk.do(lambda db: deliveries.recover(db, later(61)))
    assert desk.count("hold") == 0


def test_a_time_that_a_wrong_clock_set_does_not_hold_a_delivery_for_years(desk: Desk) -> None:
    place = desk.chat()
    desk.owe(place, digest(5))
    far = NOON + timedelta(days=1500)

    def fail_in_the_future(db: Database) -> None:
        deliveries.mark_sending(db, 1)
        deliveries.mark_not_sent(db, 1, "Too Many Requests", far)
        holds.hold(db, "7", far)

    desk.do(fail_in_the_future)
    assert ids(desk.claim()) == [(5, 0)]
    assert desk.store.read_now(lambda db: holds.standing(db, NOON)) == {}
    desk.do(lambda db: deliveries.recover(db, NOON))
    assert desk.count("hold") == 0


def test_a_restart_on_a_clock_that_was_put_back_does_not_wait_for_the_old_one(desk: Desk) -> None:
    for chat in (1, 2):
        desk.owe(desk.chat(chat), digest(5))

    def fail_a_day_later(db: Database) -> None:
        for delivery in (1, 2):
            deliveries.mark_sending(db, delivery)
            deliveries.mark_not_sent(db, delivery, "no connection", later(86_400))
        holds.hold(db, "2", later(86_400))

    desk.do(fail_a_day_later)
    assert desk.claim() == []
    desk.do(lambda db: deliveries.recover(db, NOON))
    assert [delivery.place.chat for delivery in desk.claim()] == [1]


def test_a_hold_is_as_long_as_it_was_told_whatever_the_clock_says(desk: Desk) -> None:
    desk.owe(desk.chat(1), digest(5))
    far, month = NOON + timedelta(days=1500), NOON + timedelta(days=30)
    desk.do(lambda db: holds.hold(db, "1", far + timedelta(seconds=5), far))
    desk.do(lambda db: holds.hold(db, "2", month, NOON))  # 12 hours of a fast trial clock
    desk.do(lambda db: deliveries.recover(db, NOON))
    found = desk.store.read_now(lambda db: holds.standing(db, NOON))
    assert found == {"1": later(5), "2": month}
    assert desk.claim() == []
    assert len(desk.claim(6)) == 1


def test_a_hold_is_as_long_as_it_was_told_by_a_clock_that_was_put_on_since(desk: Desk) -> None:
    hours = timedelta(hours=3)
    desk.do(lambda db: holds.hold(db, "1", later(20), NOON))
    desk.do(lambda db: deliveries.recover(db, later(5) + hours, ahead=hours))
    found = desk.store.read_now(lambda db: holds.standing(db, later(5) + hours))
    assert found == {"1": later(20) + hours}


def test_what_was_owed_on_a_clock_that_ran_years_ahead_is_sent_now(desk: Desk) -> None:
    far = NOON + timedelta(days=1500)
    for chat, due in ((1, None), (2, far + timedelta(hours=1))):
        place = desk.chat(chat)
        desk.do(
            lambda db, p=place, d=due: deliveries.owe(  # type: ignore[misc]
                db, p, digest(5), far, deliveries.Priority.DIGEST, d
            )
        )
    assert [delivery.place.chat for delivery in desk.claim()] == [1]


def test_what_was_in_flight_at_a_crash_is_unsure_and_goes_once_more(desk: Desk) -> None:
    for chat, kind in ((1, ChatKind.PRIVATE), (-2, ChatKind.GROUP), (-3, ChatKind.CHANNEL)):
        desk.owe(desk.chat(chat, kind), digest(9))
    for delivery in desk.claim():
        desk.do(lambda db, d=delivery.id: deliveries.mark_sending(db, d))  # type: ignore[misc]
    left = desk.store.write_now(lambda db: deliveries.recover(db, NOON))
    assert left == [(3, ChatKind.CHANNEL)]
    assert desk.states() == ["pending", "pending", "unsure"]
    assert [d.repeated for d in desk.claim()] == [True, True]
    assert desk.store.write_now(lambda db: deliveries.recover(db, NOON)) == []


def test_a_repetition_that_is_unsure_again_is_not_sent_a_third_time(desk: Desk) -> None:
    desk.owe(desk.chat(), digest(9))
    desk.do(lambda db: deliveries.mark_sending(db, 1))
    assert desk.store.write_now(lambda db: deliveries.recover(db, NOON)) == []
    desk.do(lambda db: deliveries.mark_sending(db, 1))
    left = desk.store.write_now(lambda db: deliveries.recover(db, NOON))
    assert left == [(1, ChatKind.PRIVATE)]
    assert desk.states() == ["unsure"]
    assert desk.claim(10_000) == []


def test_only_a_pending_delivery_may_leave(desk: Desk) -> None:
    place = desk.chat()
    desk.owe(place, digest(5))
    desk.do(lambda db: deliveries.cancel_pending(db, 7, "blocked", NOON))
    assert desk.store.write_now(lambda db: deliveries.mark_sending(db, 1)) is False
    assert desk.states() == ["refused"]


def test_what_changed_since_it_was_claimed_does_not_leave_as_it_was(desk: Desk) -> None:
    place = desk.chat()
    desk.owe(place, digest(5))
    (claimed,) = desk.claim()
    desk.do(lambda db: posts.owe_edit(db, place, digest(6), 77, NOON))
    assert desk.store.write_now(lambda db: deliveries.begin(db, claimed)) is True
    desk.do(lambda db: deliveries.mark_sent(db, claimed.id, 1, NOON))
    (edit,) = desk.claim()
    desk.do(lambda db: posts.owe_edit(db, place, digest(7), 77, NOON))
    assert desk.store.write_now(lambda db: deliveries.begin(db, edit)) is False
    (newer,) = desk.claim()
    assert (newer.id, newer.digest) == (edit.id, 7)
    assert desk.store.write_now(lambda db: deliveries.begin(db, newer)) is True


def test_closing_a_thread_cancels_what_is_owed_there_alone(desk: Desk) -> None:
    for thread in (1, 2):
        desk.owe(desk.chat(-5, ChatKind.SUPERGROUP, thread=thread), digest(thread, parts=2))
    desk.do(lambda db: deliveries.cancel_pending(db, -5, "topic closed", NOON, thread=1))
    assert desk.states() == ["refused", "refused", "pending", "pending"]
    desk.do(lambda db: deliveries.cancel_pending(db, -5, "kicked", NOON))
    assert desk.states() == ["refused"] * 4


def test_the_pace_remembers_what_was_and_what_may_have_been_sent(desk: Desk) -> None:
    for chat in (1, 2, 3, 4):
        desk.owe(desk.chat(chat), digest(9))
    settle(desk, 1)
    desk.do(lambda db: deliveries.mark_sending(db, 2))
    desk.do(lambda db: deliveries.mark_refused(db, 3, "blocked", later(6)))

    def recent(since: float) -> list[tuple[int, datetime]]:
        return desk.store.read_now(lambda db: deliveries.recent(db, later(since), later(9)))

    assert recent(-1) == [(1, NOON), (2, later(9))]
    assert recent(1) == [(2, later(9))]
    desk.do(lambda db: deliveries.recover(db, later(5)))
    assert recent(1) == [(2, later(5))] * 2  # it may have been sent, and is sent once more


def test_instant_messages_of_an_hour_are_counted_without_digests(desk: Desk) -> None:
    place = desk.chat()
    desk.owe(place, digest(1, parts=3))
    desk.owe(place, digest(2, parts=2), Priority.INSTANT)
    desk.owe(place, digest(3), Priority.INSTANT)
    desk.owe(place, digest(5), Priority.FIRST)
    desk.do(lambda db: told.record_shown(db, place, digest(4), [77], NOON))
    hour = NOON - timedelta(hours=1)
    assert desk.store.read_now(lambda db: deliveries.count_since(db, place, hour)) == 2
    assert desk.store.read_now(lambda db: deliveries.count_since(db, place, later(1))) == 0


def test_a_delivery_id_is_never_given_twice(desk: Desk) -> None:
    place = desk.chat(1)
    desk.owe(place, digest(5))
    in_flight = desk.claim()[0].id
    desk.do(lambda db: deliveries.mark_sending(db, in_flight))
    desk.do(lambda db: chats.forget(db, 1))
    desk.owe(desk.chat(2), digest(6))
    desk.do(lambda db: deliveries.mark_sent(db, in_flight, 99, NOON))
    assert desk.states() == ["pending"]
    assert desk.claim()[0].place == Place(2)


def test_buttons_and_text_come_out_as_they_went_in(desk: Desk) -> None:
    part = Part(
        "<b>نص</b>",
        (
            (
                ("المزيد", "data", "m:1"),
                ("رابط", "url", "https://a.test"),
            ),
        ),
        False,
    )
    desk.owe(desk.chat(), StoredDigest(3, (part,), ()))
    claimed = desk.claim()[0]
    assert claimed.part == part
    assert claimed.last
    assert desk.store.read_now(lambda db: deliveries.get(db, claimed.id)) == claimed
    assert desk.store.read_now(lambda db: deliveries.get(db, 999)) is None


def test_finding_what_may_go_uses_the_indexes(desk: Desk) -> None:
    """A fan-out to ten thousand chats asks this some hundred times a minute."""
    statements: list[str] = []

    def traced(db: Database) -> None:
        db.conn.set_trace_callback(statements.append)
        deliveries.claim(db, NOON, 5)
        db.conn.set_trace_callback(None)

    desk.owe(desk.chat(), digest(5))
    desk.store.read_now(traced)
    query = next(s for s in statements if "json_each" in s)
    plan = desk.store.read_now(
        lambda db: " ".join(r[3] for r in db.execute("EXPLAIN QUERY PLAN " + query))
    )
    assert "SCAN d USING INDEX delivery_pending" in plan
    assert "SEARCH e USING COVERING INDEX" in plan or "SEARCH e USING INDEX" in plan
    assert "B-TREE FOR ORDER BY" not in plan
