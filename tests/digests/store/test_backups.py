"""Copies and the way back: nothing twice, what was due is listed, who left stays forgotten."""

from __future__ import annotations

import asyncio
import sqlite3
import stat
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from digests.model import Arrival, ChatKind, Entry, Place, Preferences
from digests.sources.fetch import FetchState
from digests.store import archive, backups, chats, deliveries, told
from digests.store.database import Database, Store
from digests.store.errors import BackupUnwritable, NotBackup, StoreDamaged, StoreMissing
from tests.digests.store.desk import NOON, PAPER, Desk, digest

EVENING = NOON + timedelta(hours=5)
DAY = timedelta(days=1)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "copies" / "one.db"


@pytest.fixture
def reopened(desk: Desk, file: Path) -> Iterator[Callable[..., tuple[backups.Restored, Desk]]]:
    """Stops the bot, restores *file*, and opens what is there then."""
    opened: list[Store] = []

    def restore(now: object = None, *forgotten: int) -> tuple[backups.Restored, Desk]:
        moment = now or EVENING + timedelta(hours=1)
        desk.store.close()
        for store in opened:
            store.close()
        done = backups.restore(file, desk.store.path, moment, forgotten)  # type: ignore[arg-type]
        opened.append(Store(desk.store.path))
        return done, Desk(opened[-1], moment)  # type: ignore[arg-type]

    yield restore
    for store in opened:
        store.close()


def copy(desk: Desk, file: Path) -> None:
    file.parent.mkdir(exist_ok=True)
    backups.copy(desk.store.path, file)


def serve(desk: Desk) -> None:
    """As a start does."""
    desk.do(lambda db: deliveries.recover(db, desk.now))


def send_all(desk: Desk) -> None:
    while found := desk.claim():
        for delivery in found:

            def send(db: Database, number: int = delivery.id) -> None:
                deliveries.mark_sending(db, number)
                deliveries.mark_sent(db, number, 1000 + number, desk.now)

            desk.do(send)


def article(desk: Desk, number: int, hours: float = 1) -> int:
    entry = Entry(None, f"http://p.test/{number}", f"خبر رقم {number}", published=None)
    if hours:
        entry = Entry(
            None,
            f"http://p.test/{number}",
            f"خبر رقم {number}",
            published=desk.now - timedelta(hours=hours),
        )
    return desk.save(entry).new[0]


# --- copying


def test_a_copy_is_one_private_file_made_beside_a_running_bot(desk: Desk, file: Path) -> None:
    desk.chat()
    copy(desk, file)
    desk.chat(8)
    assert [path.name for path in file.parent.iterdir()] == ["one.db"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    copied = Store(file)
    assert len(copied.read_now(lambda db: chats.due(db, EVENING))) == 1
    copied.close()


async def test_a_copy_made_while_others_write_is_one_moment(desk: Desk, file: Path) -> None:
    place = desk.chat()
    file.parent.mkdir()
    done = asyncio.Event()

    async def write() -> None:
        for number in range(200):
            await desk.store.write(
                lambda db, n=number: deliveries.owe(  # type: ignore[misc]
                    db, place, digest(n + 1, parts=2), NOON, deliveries.Priority.DIGEST
                )
            )
        done.set()

    task = asyncio.create_task(write())
    await asyncio.to_thread(backups.copy, desk.store.path, file)
    await task
    copied = Store(file)
    rows = copied.read_now(
        lambda db: db.execute("SELECT count(*) FROM delivery GROUP BY digest").fetchall()
    )
    assert {count for (count,) in rows} <= {2}
    copied.close()


def test_what_cannot_be_copied_leaves_nothing_behind(
    desk: Desk, file: Path, tmp_path: Path
) -> None:
    with pytest.raises(StoreMissing, match="missing"):
        backups.copy(tmp_path / "missing.db", tmp_path / "copy.db")
    with pytest.raises(BackupUnwritable, match=f"no folder {tmp_path}/no/such"):
        backups.copy(desk.store.path, tmp_path / "no" / "such" / "folder.db")
    (tmp_path / "taken").mkdir()
    with pytest.raises(BackupUnwritable, match="Is a directory"):
        backups.copy(desk.store.path, tmp_path / "taken")
    with pytest.raises(BackupUnwritable, match="File name too long"):
        backups.copy(desk.store.path, tmp_path / ("long" * 100))
    noise = tmp_path / "noise.db"
    noise.write_bytes(b"no database at all " * 500)
    with pytest.raises(StoreDamaged):
        backups.copy(noise, tmp_path / "copy.db")
    assert not (tmp_path / "missing.db").exists()
    assert not list(tmp_path.glob("copy.db*"))


def test_daily_copies_are_made_once_a_day_and_seven_are_kept(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    desk.chat()
    made = [backups.daily(desk.store.path, folder, NOON + n * DAY) for n in range(10)]
    assert all(made)
    assert backups.daily(desk.store.path, folder, NOON + 9 * DAY) is None
    (folder / "my-own.db").write_bytes(b"x")
    backups.daily(desk.store.path, folder, NOON + 10 * DAY)
    names = sorted(path.name for path in folder.iterdir())
    assert names == [*(f"mujaz-2026-03-{day}.db" for day in range(14, 21)), "my-own.db"]


# --- restoring a copy of a running bot


def test_nothing_that_was_due_is_sent_and_it_is_listed(
    desk: Desk, file: Path, reopened: Callable[..., tuple[backups.Restored, Desk]]
) -> None:
    serve(desk)
    for number in (1, 2):
        desk.owe(desk.chat(number), digest(5, [article(desk, number)], parts=2))
    copy(desk, file)
    send_all(desk)
    done, after = reopened()
    assert not done.clean
    assert done.messages == 4
    assert done.not_sent == (backups.NotSent(NOON, 2, ("خبر",)),)
    assert after.claim(10_000_000) == []
    assert set(after.states()) == {"refused"}
    assert after.store.read_now(lambda db: told.told(db, Place(1), [1])) == {1}


def test_chats_whose_time_came_go_on_and_what_was_published_counts_as_told(
    desk: Desk, file: Path, reopened: Callable[..., tuple[backups.Restored, Desk]]
) -> None:
    serve(desk)
    due = desk.chat(1)
    later = desk.chat(2, preferences=Preferences(arrival=Arrival.WEEKLY))
    before = article(desk, 1)
    copy(desk, file)
    done, after = reopened()
    assert done.skipped == 1
    now = after.now
    assert after.store.read_now(lambda db: chats.due(db, now)) == []
    chat = after.store.read_now(lambda db: chats.find(db, due))
    assert chat is not None
    assert chat.next_due == EVENING + DAY
    missed = after.save(
        Entry(None, "http://p.test/missed", "نُشر بعد النسخة", published=now - timedelta(hours=2))
    ).new[0]
    after.now = now + timedelta(hours=1)
    fresh = after.save(
        Entry(None, "http://p.test/new", "نُشر بعد الاستعادة", published=after.now)
    ).new[0]
    ids = [before, missed, fresh]
    assert after.store.read_now(lambda db: told.told(db, due, ids)) == {before, missed}
    assert after.store.read_now(lambda db: told.told(db, later, ids)) == set()


def test_undated_items_of_the_gap_are_no_news(
    desk: Desk, file: Path, reopened: Callable[..., tuple[backups.Restored, Desk]]
) -> None:
    serve(desk)
    state = FetchState("paper", PAPER.url, NOON, last_ok=NOON, polled_once=True, etag='"x"')
    desk.do(lambda db: archive.set_source_state(db, state))
    copy(desk, file)
    _, after = reopened(NOON + timedelta(minutes=20))
    kept = after.store.read_now(archive.source_states)["paper"]
    assert kept.last_ok is None  # its next poll counts as a recovery
    assert kept.polled_once
    assert kept.etag == '"x"'


def test_what_was_in_flight_at_the_copy_stays_unsure(
    desk: Desk, file: Path, reopened: Callable[..., tuple[backups.Restored, Desk]]
) -> None:
    serve(desk)
    desk.owe(desk.chat(), digest(5))
    desk.do(lambda db: deliveries.mark_sending(db, 1))
    copy(desk, file)
    _, after = reopened()
    serve(after)
    assert after.states() == ["unsure"]
    assert after.claim(10_000) == []


def test_who_was_forgotten_since_is_named_and_forgotten_again(
    desk: Desk, file: Path, reopened: Callable[..., tuple[backups.Restored, Desk]]
) -> None:
    serve(desk)
    desk.chat(1)
    desk.chat(2)
    desk.chat(-3, ChatKind.GROUP)
    copy(desk, file)
    desk.do(lambda db: chats.forget(db, 2))
    assert backups.gone(file, desk.store.path) == [2]
    assert backups.gone(file, file.with_name("none.db")) == []
    _, after = reopened(None, 2)
    known = after.store.read_now(lambda db: [p for p in (1, 2, -3) if chats.places(db, p)])
    assert known == [1, -3]


# --- restoring a copy made at a clean stop


def stopped(desk: Desk) -> None:
    desk.do(deliveries.closed)


def test_a_copy_of_a_clean_stop_goes_on_without_loss_or_repeat(
    desk: Desk, file: Path, reopened: Callable[..., tuple[backups.Restored, Desk]]
) -> None:
    serve(desk)
    place = desk.chat()
    desk.owe(place, digest(5, [1]))
    send_all(desk)
    desk.owe(place, digest(6, [2], parts=2))
    stopped(desk)
    copy(desk, file)
    done, after = reopened()
    assert done == backups.Restored(clean=True)
    serve(after)
    assert [(d.digest, d.number) for d in after.claim()] == [(6, 0)]
    assert len(after.store.read_now(lambda db: chats.due(db, after.now))) == 1
    assert after.states() == ["sent", "pending", "pending"]


def test_a_copy_of_a_clean_stop_is_not_clean_once_the_bot_ran_again(
    desk: Desk, file: Path, reopened: Callable[..., tuple[backups.Restored, Desk]]
) -> None:
    serve(desk)
    desk.owe(desk.chat(), digest(6, [2]))
    stopped(desk)
    copy(desk, file)
    serve(desk)
    send_all(desk)
    stopped(desk)
    done, after = reopened()
    assert not done.clean
    assert after.claim(10_000) == []


def test_a_clean_copy_is_taken_at_its_word_on_another_machine(
    desk: Desk, file: Path, tmp_path: Path
) -> None:
    serve(desk)
    desk.owe(desk.chat(), digest(6, [2]))
    stopped(desk)
    copy(desk, file)
    there = tmp_path / "elsewhere" / "mujaz.db"
    there.parent.mkdir()
    assert backups.restore(file, there, EVENING).clean
    moved = Store(there)
    assert len(Desk(moved).claim()) == 1
    moved.close()


def test_a_stop_with_something_in_flight_is_not_clean(desk: Desk) -> None:
    serve(desk)
    desk.owe(desk.chat(), digest(6))
    desk.do(lambda db: deliveries.mark_sending(db, 1))
    stopped(desk)
    assert not desk.store.read_now(deliveries.is_closed)


# --- what must not go wrong


@pytest.mark.parametrize("what", ["missing", "noise", "other", "broken"])
def test_a_backup_that_is_none_changes_nothing(desk: Desk, file: Path, what: str) -> None:
    desk.chat()
    copy(desk, file)
    if what == "missing":
        file.unlink()
    elif what == "noise":
        file.write_bytes(b"holiday photos" * 1000)
    elif what == "other":
        file.unlink()
        other = sqlite3.connect(file)
        other.execute("CREATE TABLE recipes (name TEXT)")
        other.close()
    else:
        size = file.stat().st_size
        with file.open("r+b") as handle:
            for offset in range(4096, size, 8192):
                handle.seek(offset)
                handle.write(b"\xff" * 3000)
    desk.store.close()
    with pytest.raises(
        NotBackup, match=f"{file} .*run.py backup.*{desk.store.path.parent}/backups"
    ):
        backups.restore(file, desk.store.path, EVENING)
    if what != "broken":
        with pytest.raises(NotBackup):
            backups.gone(file, desk.store.path)
    again = Store(desk.store.path)
    assert len(again.read_now(lambda db: chats.due(db, EVENING))) == 1
    again.close()
    assert not list(desk.store.path.parent.glob("*.restored*"))


def test_the_present_database_is_no_backup_of_itself(desk: Desk) -> None:
    desk.owe(desk.chat(), digest(6))
    desk.store.close()
    link = desk.store.path.with_name("link.db")
    link.symlink_to(desk.store.path)
    for name in (desk.store.path, link):
        with pytest.raises(NotBackup, match="present database"):
            backups.restore(name, desk.store.path, EVENING)
    again = Store(desk.store.path)
    state = again.read_now(lambda db: db.execute("SELECT DISTINCT state FROM delivery").fetchall())
    assert state == [("pending",)]
    again.close()


def test_a_damaged_database_is_replaced(desk: Desk, file: Path) -> None:
    desk.chat()
    copy(desk, file)
    desk.store.close()
    desk.store.path.write_bytes(b"\x00garbage" * 2000)
    desk.store.path.with_name("mujaz.db-wal").write_bytes(b"old log" * 100)
    backups.restore(file, desk.store.path, EVENING)
    again = Store(desk.store.path)
    assert len(again.read_now(lambda db: chats.places(db, 7))) == 1
    again.close()


def test_a_restore_can_be_made_twice(
    desk: Desk, file: Path, reopened: Callable[..., tuple[backups.Restored, Desk]]
) -> None:
    serve(desk)
    desk.owe(desk.chat(), digest(5))
    copy(desk, file)
    first, _ = reopened()
    second, after = reopened()
    assert first == second
    assert after.states() == ["refused"]
