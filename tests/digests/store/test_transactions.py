"""Writes share a commit and nothing else; what goes wrong is told to who asked for it."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import stat
import threading
import time
from concurrent.futures import Future
from pathlib import Path

import pytest

from digests.store import database
from digests.store.database import Database, InstanceLock, Store
from digests.store.errors import (
    AlreadyRunning,
    StoreBusy,
    StoreClosed,
    StoreDamaged,
    StoreFull,
    StoreNewer,
    StoreUnwritable,
)


def put(key: str, value: str = "x") -> database.Transaction[str]:
    def write(db: Database) -> str:
        db.execute("INSERT INTO meta (key, value) VALUES (?, ?)", (key, value))
        return key

    return write


def keys(store: Store) -> set[str]:
    return store.read_now(lambda db: {row[0] for row in db.execute("SELECT key FROM meta")})


class Gate:
    """Holds the writer's thread, so that what is submitted meanwhile becomes one batch."""

    def __init__(self, store: Store) -> None:
        self._open = threading.Event()
        self._reached = threading.Event()
        self.future = store.submit(self._wait)
        assert self._reached.wait(10)

    def _wait(self, _db: Database) -> None:
        self._reached.set()
        self._open.wait(10)

    def open(self) -> None:
        self._open.set()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "data" / "mujaz.db")


def test_a_transaction_that_fails_takes_back_only_itself(store: Store) -> None:
    gate = Gate(store)

    def half(db: Database) -> None:
        put("half")(db)
        raise ValueError("changed my mind")

    before, failing, after = store.submit(put("a")), store.submit(half), store.submit(put("b"))
    gate.open()
    assert before.result(10) == "a"
    assert after.result(10) == "b"
    with pytest.raises(ValueError, match="changed my mind"):
        failing.result(10)
    assert keys(store) == {"a", "b"}


def test_what_is_urgent_is_written_before_what_waits_already(store: Store) -> None:
    gate = Gate(store)
    order: list[str] = []

    def noted(key: str) -> database.Transaction[None]:
        return lambda _db: order.append(key)

    usual = [store.submit(noted(f"usual {n}")) for n in range(3)]
    urgent = [store.submit(noted(f"urgent {n}"), urgent=True) for n in range(2)]
    gate.open()
    for future in (*usual, *urgent):
        future.result(10)
    assert order == ["urgent 0", "urgent 1", "usual 0", "usual 1", "usual 2"]


def test_long_transactions_do_not_keep_a_short_ones_commit_waiting(store: Store) -> None:
    """Of what waits, so much is committed at once as can be run in a moment."""
    gate = Gate(store)
    there: list[int] = []

    def long(number: int) -> database.Transaction[None]:
        def write(db: Database) -> None:
            there.append(len(keys(store)))  # what is committed by now
            put(f"long {number}")(db)
            time.sleep(2 * database.LONG)

        return write

    futures = [store.submit(long(n)) for n in range(4)]
    gate.open()
    for future in futures:
        future.result(10)
    assert there == [0, 1, 2, 3]


def test_a_constraint_that_breaks_in_a_batch_breaks_one_caller(store: Store) -> None:
    store.write_now(put("taken"))
    gate = Gate(store)
    futures = [store.submit(put(key)) for key in ("x", "taken", "y")]
    gate.open()
    with pytest.raises(sqlite3.IntegrityError):
        futures[1].result(10)
    assert futures[0].result(10) == "x"
    assert futures[2].result(10) == "y"
    assert keys(store) == {"taken", "x", "y"}


def test_writes_are_there_for_another_process_once_they_returned(store: Store) -> None:
    store.write_now(put("seen"))
    other = sqlite3.connect(store.path)
    assert other.execute("SELECT key FROM meta").fetchall() == [("seen",)]
    other.close()


async def test_a_caller_that_is_cancelled_does_not_undo_its_write(store: Store) -> None:
    gate = Gate(store)
    task = asyncio.create_task(store.write(put("kept")))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    gate.open()
    await store.write(put("next"))
    assert keys(store) == {"kept", "next"}


def test_a_cancelled_future_is_left_out_and_the_writer_lives_on(store: Store) -> None:
    gate = Gate(store)
    cancelled: Future[str] = store.submit(put("never"))
    assert cancelled.cancel()
    gate.open()
    assert store.write_now(put("after")) == "after"
    assert keys(store) == {"after"}


def test_a_read_sees_one_moment(store: Store) -> None:
    def twice(db: Database) -> tuple[int, int]:
        first = db.execute("SELECT count(*) FROM meta").fetchone()[0]
        store.write_now(put("meanwhile"))
        return first, db.execute("SELECT count(*) FROM meta").fetchone()[0]

    assert store.read_now(twice) == (0, 0)
    assert keys(store) == {"meanwhile"}


def test_a_query_cannot_write(store: Store) -> None:
    with pytest.raises((StoreUnwritable, sqlite3.OperationalError)):
        store.read_now(put("smuggled"))
    assert keys(store) == set()


def test_what_is_queued_is_written_before_closing_and_nothing_after(store: Store) -> None:
    gate = Gate(store)
    queued = [store.submit(put(f"k{n}")) for n in range(500)]
    closing = threading.Thread(target=store.close)
    closing.start()
    gate.open()
    closing.join(30)
    assert [future.result(10) for future in queued] == [f"k{n}" for n in range(500)]
    with pytest.raises(StoreClosed):
        store.submit(put("late")).result(10)
    store.close()
    again = Store(store.path)
    assert len(keys(again)) == 500
    again.close()


def test_a_lock_that_another_program_holds_is_named_and_outlived(
    store: Store,
) -> None:
    store.patience = 0.02
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    gate_less = [store.submit(put(key)) for key in ("a", "b")]
    for future in gate_less:
        with pytest.raises(StoreBusy, match="locked"):
            future.result(10)
    other.execute("ROLLBACK")
    other.close()
    assert store.write_now(put("c")) == "c"
    assert keys(store) == {"c"}


def test_a_stop_does_not_wait_for_another_program(store: Store) -> None:
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    waiting = [store.submit(put(key)) for key in ("a", "b")]
    closing = threading.Thread(target=store.close)
    closing.start()
    closing.join(database.PATIENCE / 2)
    assert not closing.is_alive()
    for future in waiting:
        with pytest.raises(StoreBusy):
            future.result(0)
    other.close()


def fill(db: Database) -> None:
    for number in range(2000):
        put(f"big{number}", "x" * 4000)(db)


def test_a_full_disk_fails_what_does_not_fit_and_is_outlived(store: Store) -> None:
    pages = store.write_now(lambda db: int(db.execute("PRAGMA max_page_count=200").fetchone()[0]))
    assert pages == 200
    gate = Gate(store)
    small, big, after = store.submit(put("small")), store.submit(fill), store.submit(put("more"))
    gate.open()
    with pytest.raises(StoreFull, match="full"):
        big.result(30)
    assert small.result(10) == "small"
    assert after.result(10) == "more"
    assert keys(store) == {"small", "more"}
    store.write_now(lambda db: db.execute("PRAGMA max_page_count=100000").fetchone() and None)
    store.write_now(fill)
    assert len(keys(store)) == 2002


def test_a_file_that_is_no_database_is_called_damaged(tmp_path: Path) -> None:
    path = tmp_path / "mujaz.db"
    path.write_bytes(b"these are notes, not a database\n" * 300)
    with pytest.raises(StoreDamaged, match=r"restore BACKUP"):
        Store(path)


def test_a_database_with_broken_pages_is_called_damaged(tmp_path: Path) -> None:
    path = tmp_path / "mujaz.db"
    store = Store(path)
    store.write_now(fill)
    store.close()
    size = path.stat().st_size
    with path.open("r+b") as file:
        for offset in range(8192, size, 4096 * 3):
            file.seek(offset)
            file.write(os.urandom(2048))
    with pytest.raises(StoreDamaged):
        Store(path)


def test_a_database_of_a_newer_version_is_left_alone(store: Store) -> None:
    store.write_now(
        lambda db: (
            db.table("_sqlite_migrations").insert(
                {"migration_set": "mujaz", "name": "from-the-future", "applied_at": "x"}
            )
            and None
        )
    )
    store.close()
    with pytest.raises(StoreNewer, match="from-the-future"):
        Store(store.path)


def test_two_programs_may_make_the_database_at_once(tmp_path: Path) -> None:
    path = tmp_path / "mujaz.db"
    made: list[Store] = []
    errors: list[BaseException] = []

    def make() -> None:
        try:
            made.append(Store(path))
        except BaseException as error:  # noqa: BLE001 - the test looks at them
            errors.append(error)

    threads = [threading.Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert not errors
    assert len(made) == 4
    for number, store in enumerate(made):
        store.write_now(put(f"by{number}"))
    assert keys(made[0]) == {"by0", "by1", "by2", "by3"}
    for store in made:
        store.close()


def test_a_start_waits_for_another_that_is_making_the_database(tmp_path: Path) -> None:
    path = tmp_path / "mujaz.db"
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("CREATE TABLE beginning (one)")
    other.execute("BEGIN IMMEDIATE")  # SQLite does not wait for this one, whatever its timeout
    release = threading.Timer(0.3, other.execute, ["COMMIT"])
    release.start()
    store = Store(path)
    release.join()
    store.write_now(put("a"))
    assert keys(store) == {"a"}
    store.close()
    other.close()


def test_the_file_is_its_owners_alone(store: Store) -> None:
    store.write_now(put("a"))
    for path in store.path.parent.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path.name
    assert stat.S_IMODE(store.path.parent.stat().st_mode) == 0o700


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(StoreUnwritable, match="MUJAZ_DATA"):
            Store(tmp_path / "in" / "mujaz.db")
        with pytest.raises(StoreUnwritable):
            InstanceLock(tmp_path / "in").acquire()
    finally:
        tmp_path.chmod(0o700)


def test_a_folder_in_the_place_of_the_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "mujaz.db").mkdir()
    with pytest.raises(StoreUnwritable, match=r"mujaz\.db"):
        Store(tmp_path / "mujaz.db")


def test_a_second_start_says_who_runs_and_the_lock_goes_with_its_holder(tmp_path: Path) -> None:
    first, second = InstanceLock(tmp_path), InstanceLock(tmp_path)
    first.acquire()
    with pytest.raises(AlreadyRunning, match=str(os.getpid())):
        second.acquire()
    first.release()
    second.acquire()
    second.release()
