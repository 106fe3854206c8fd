"""The database: one writer thread, two readers, transactions as plain functions.

A transaction is a function ``(Database) -> T`` that never awaits. Writes run one after another in
one thread; those that wait at the same time share one ``BEGIN IMMEDIATE … COMMIT`` (each inside its
own savepoint, so that one that fails takes back only itself), hence one fsync a batch. A write has
returned only when its commit is durable (WAL with ``synchronous=FULL``). What is *urgent* goes
before what waits already, and a batch that took `LONG` is committed before more is run: so an
urgent write is durable after what is being run, and two commits.
"""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import os
import queue
import sqlite3
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import IO, Any, TypeVar

from sqlite_utils import Database as Database  # the name of a transaction's argument

from digests.store.errors import (
    AlreadyRunning,
    StoreBusy,
    StoreClosed,
    StoreDamaged,
    StoreFull,
    StoreNewer,
    StoreUnwritable,
)
from digests.store.migrations import NAMES, migrations

T = TypeVar("T")
Transaction = Callable[[Database], T]
_URGENT, _USUAL, _LAST = range(3)

#: Transactions that may share one commit; bounds how much a crash of the disk can take with it.
BATCH = 200
#: Seconds after which a batch takes nothing more, and is committed.
LONG = 0.05
#: Seconds to wait for a command that writes beside ``serve``; seconds of one try of many.
PATIENCE, TRY = 10.0, 0.1


def connect(path: Path, *, query_only: bool = False) -> Database:
    """Open *path* with the pragmas that every connection needs; creates it as 0600.

    Raises:
        StoreError: the folder or file cannot be opened, is locked, or is no database.
    """
    connection: sqlite3.Connection | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        connection = sqlite3.connect(path, check_same_thread=False, timeout=PATIENCE)
        _into_wal(connection)
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA cache_size=-8000")
        if query_only:
            connection.execute("PRAGMA query_only=ON")
    except (OSError, sqlite3.Error) as error:
        if connection is not None:
            connection.close()
        known = translated(error, path)
        raise (known if known is not error else StoreUnwritable(path, error)) from error
    connection.isolation_level = None
    return Database(connection, recursive_triggers=False, execute_plugins=False)


def _into_wal(connection: sqlite3.Connection) -> None:
    """Set the journal mode, waiting for another program that sets it in a new file.

    SQLite refuses this at once, without its busy timeout, where waiting might be a deadlock.
    """
    until = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.01)
        else:
            return


def check(db: Database, path: Path) -> None:
    """Raise StoreDamaged when the file's integrity check finds something."""
    try:
        found = db.execute("PRAGMA quick_check(3)").fetchall()
    except sqlite3.Error as error:
        raise translated(error, path) from error
    if found != [("ok",)]:
        raise StoreDamaged(path, "; ".join(str(row[0]) for row in found))


def migrate(db: Database, path: Path) -> None:
    """Bring the schema up to date, all steps or none, also when two programs start at once.

    Raises:
        StoreNewer: a newer Mujaz wrote the file.
    """
    try:
        db.execute("BEGIN IMMEDIATE")
        try:
            unknown = {step.name for step in migrations.applied(db)} - NAMES
            if unknown:
                raise StoreNewer(path, min(unknown))
            migrations.apply(db)
            db.execute("COMMIT")
        except BaseException:
            if db.conn.in_transaction:
                db.execute("ROLLBACK")
            raise
    except sqlite3.Error as error:
        raise translated(error, path) from error


@dataclass(order=True, slots=True)
class _Waiting:
    """A transaction in the writer's queue; of rank `_LAST`: the end of the queue."""

    rank: int
    number: int
    transaction: Transaction[Any] = field(compare=False)
    future: Future[Any] = field(compare=False)

    def wanted(self) -> bool:
        """Whether nobody cancelled it; from now on nobody can."""
        return self.future.running() or self.future.set_running_or_notify_cancel()


class Store:
    """The open database. ``write`` and ``read`` run transactions off the loop.

    ``patience``: seconds that a write waits for another program that writes.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._queue: queue.PriorityQueue[_Waiting] = queue.PriorityQueue()
        self._numbers = count()
        writer = connect(path)
        try:
            check(writer, path)
            migrate(writer, path)
        except BaseException:
            writer.close()
            raise
        writer.execute(f"PRAGMA busy_timeout={round(TRY * 1000)}").fetchall()
        self._writer = writer
        self.patience = PATIENCE
        self._hurried = False
        self._closing = threading.Lock()
        self._closed = False
        self._thread = threading.Thread(target=self._work, name="store-writer", daemon=True)
        self._thread.start()
        self._local = threading.local()
        self._opened: list[Database] = []
        self._readers = ThreadPoolExecutor(2, thread_name_prefix="store-reader")

    # --- writing

    def submit(self, transaction: Transaction[T], *, urgent: bool = False) -> Future[T]:
        """Queue *transaction*; the future has its value once the commit is durable.

        After `close` nothing is written: the future has StoreClosed.
        """
        future: Future[T] = Future()
        with self._closing:
            if self._closed:
                future.set_exception(StoreClosed(self.path))
            else:
                rank = _URGENT if urgent else _USUAL
                self._queue.put(_Waiting(rank, next(self._numbers), transaction, future))
        return future

    async def write(self, transaction: Transaction[T], *, urgent: bool = False) -> T:
        """Run *transaction* and wait for its commit. A cancelled caller does not undo it."""
        written = asyncio.wrap_future(self.submit(transaction, urgent=urgent))
        # A caller that was cancelled asks no more what became of it.
        written.add_done_callback(lambda ended: ended.cancelled() or ended.exception())
        return await asyncio.shield(written)

    def write_now(self, transaction: Transaction[T]) -> T:
        """The same for callers without a loop: commands and tests."""
        return self.submit(transaction).result()

    def _work(self) -> None:
        while True:
            waiting = [self._queue.get()]
            with contextlib.suppress(queue.Empty):
                while len(waiting) < BATCH and waiting[-1].rank != _LAST:
                    waiting.append(self._queue.get_nowait())
            if waiting[0].rank == _LAST:
                return
            ends = [one for one in waiting if one.rank == _LAST]
            batch = [one for one in waiting if one.rank != _LAST and one.wanted()]
            done = self._commit(batch) if batch else 0
            for one in (*batch[done:], *ends):
                self._queue.put(one)

    def _commit(self, batch: list[_Waiting]) -> int:
        """Run and commit *batch*, or as much of it as `LONG` allows; how many were told."""
        connection = self._writer.conn
        outcomes: list[tuple[Any, BaseException | None]] = []
        try:
            self._begin()
            began = time.monotonic()  # not counting a wait for another program
            for one in batch:
                if outcomes and time.monotonic() - began > LONG:
                    break
                outcomes.append(self._run(one.transaction))
            connection.execute("COMMIT")
        except BaseException as error:  # noqa: BLE001 - every waiting caller is told
            with contextlib.suppress(sqlite3.Error):
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
            if outcomes and len(batch) > 1:
                # Something of the batch did not fit (a full disk, say): what fits is written.
                tried = batch[: len(outcomes) + 1]
                for one in tried:
                    self._commit([one])
                return len(tried)
            for one in batch:
                one.future.set_exception(translated(error, self.path))
            return len(batch)
        for one, (value, failure) in zip(batch, outcomes, strict=False):
            if failure is None:
                one.future.set_result(value)
            else:
                one.future.set_exception(translated(failure, self.path))
        return len(outcomes)

    def _begin(self) -> None:
        until = time.monotonic() + self.patience
        while True:
            try:
                self._writer.conn.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                busy = isinstance(translated(error, self.path), StoreBusy)
                if not busy or self._hurried or time.monotonic() > until:
                    raise
            else:
                return

    def _run(self, transaction: Transaction[T]) -> tuple[T | None, BaseException | None]:
        """One transaction of a batch, inside its own savepoint: its value, or why it failed."""
        connection = self._writer.conn
        connection.execute("SAVEPOINT one")
        try:
            value = transaction(self._writer)
        except BaseException as error:
            if not connection.in_transaction:  # SQLite undid the whole batch itself
                raise
            connection.execute("ROLLBACK TO one")
            connection.execute("RELEASE one")
            return None, error
        connection.execute("RELEASE one")
        return value, None

    # --- reading

    def _reader(self) -> Database:
        db: Database | None = getattr(self._local, "db", None)
        if db is None:
            db = self._local.db = connect(self.path, query_only=True)
            self._opened.append(db)
        return db

    def _read(self, query: Transaction[T]) -> T:
        db = self._reader()
        try:
            db.conn.execute("BEGIN")  # one snapshot for all statements of the query
            return query(db)
        except sqlite3.Error as error:
            raise translated(error, self.path) from error
        finally:
            if db.conn.in_transaction:
                db.conn.execute("ROLLBACK")

    async def read(self, query: Transaction[T]) -> T:
        """Run *query* on a query-only connection in a reader's thread, on one snapshot."""
        if self._closed:
            raise StoreClosed(self.path)
        return await asyncio.get_running_loop().run_in_executor(self._readers, self._read, query)

    def read_now(self, query: Transaction[T]) -> T:
        """The same for callers without a loop."""
        return self._readers.submit(self._read, query).result()

    def hurry(self) -> None:
        """At a stop: from now on no write waits for another program."""
        self._hurried = True

    def close(self) -> None:
        """Finish what is queued, then close every connection; again is no change."""
        with self._closing:
            if self._closed:
                return
            self._closed = True
            self.hurry()
            self._queue.put(_Waiting(_LAST, next(self._numbers), lambda _: None, Future()))
        self._thread.join()
        self._readers.shutdown(wait=True)
        for db in self._opened:
            db.close()
        with contextlib.suppress(sqlite3.Error):
            self._writer.execute("PRAGMA optimize")
        self._writer.close()


def translated(error: BaseException, path: Path) -> BaseException:
    """Name the errors of SQLite that an operator can mend; leave the rest as they are."""
    if not isinstance(error, sqlite3.Error):
        return error
    code = getattr(error, "sqlite_errorname", "") or ""
    known: BaseException = error
    if code.startswith("SQLITE_FULL"):
        known = StoreFull(path)
    elif code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        known = StoreBusy(path)
    elif code.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        known = StoreDamaged(path, str(error))
    elif code.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_IOERR")):
        known = StoreUnwritable(path, error)
    if known is not error:
        known.__cause__ = error
    return known


class InstanceLock:
    """Held by ``serve`` alone, so that two starts at once cannot both send.

    The operating system frees it when the process ends, however it ends.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / "mujaz.lock"
        self._file: IO[str] | None = None

    def acquire(self) -> None:
        """Take the lock.

        Raises:
            AlreadyRunning: another process has it; its id is in the message.
            StoreUnwritable: the folder cannot be written.
        """
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            file = os.fdopen(os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600), "r+")
        except OSError as error:
            raise StoreUnwritable(self._path, error) from error
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            other = file.read().strip()
            file.close()
            raise AlreadyRunning(self._path, other) from error
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        self._file = file

    def release(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
