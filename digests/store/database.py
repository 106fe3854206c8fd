"""The database: one writer thread, two readers, transactions as plain functions.

A transaction is a function ``(Database) -> T`` that never awaits. Writes run one after another in
one thread; those that wait at the same time share one ``BEGIN IMMEDIATE … COMMIT`` (each inside its
own savepoint, so that one that fails takes back only itself), hence one fsync a batch. A write has
returned only when its commit is durable (WAL with ``synchronous=FULL``).
"""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import os
import queue
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
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

#: Transactions that may share one commit; bounds how much a crash of the disk can take with it.
BATCH = 200
#: Milliseconds to wait for a command that writes beside ``serve``.
BUSY_TIMEOUT = 10_000


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
        connection = sqlite3.connect(path, check_same_thread=False, timeout=BUSY_TIMEOUT / 1000)
        connection.execute("PRAGMA journal_mode=WAL")
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


class Store:
    """The open database. ``write`` and ``read`` run transactions off the loop."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._queue: queue.SimpleQueue[tuple[Transaction[Any], Future[Any]] | None]
        self._queue = queue.SimpleQueue()
        writer = connect(path)
        try:
            check(writer, path)
            migrate(writer, path)
        except BaseException:
            writer.close()
            raise
        self._writer = writer
        self._closing = threading.Lock()
        self._closed = False
        self._thread = threading.Thread(target=self._work, name="store-writer", daemon=True)
        self._thread.start()
        self._local = threading.local()
        self._opened: list[Database] = []
        self._readers = ThreadPoolExecutor(2, thread_name_prefix="store-reader")

    # --- writing

    def submit(self, transaction: Transaction[T]) -> Future[T]:
        """Queue *transaction*; the future has its value once the commit is durable.

        After `close` nothing is written: the future has StoreClosed.
        """
        future: Future[T] = Future()
        with self._closing:
            if self._closed:
                future.set_exception(StoreClosed(self.path))
            else:
                self._queue.put((transaction, future))
        return future

    async def write(self, transaction: Transaction[T]) -> T:
        """Run *transaction* and wait for its commit. A cancelled caller does not undo it."""
        return await asyncio.shield(asyncio.wrap_future(self.submit(transaction)))

    def write_now(self, transaction: Transaction[T]) -> T:
        """The same for callers without a loop: commands and tests."""
        return self.submit(transaction).result()

    def _work(self) -> None:
        stop = False
        while not stop:
            waiting = [self._queue.get()]
            while len(waiting) < BATCH and waiting[-1] is not None:
                try:
                    waiting.append(self._queue.get_nowait())
                except queue.Empty:
                    break
            stop = waiting[-1] is None
            batch = [one for one in waiting if one is not None]
            wanted = [one for one in batch if one[1].set_running_or_notify_cancel()]
            if wanted:
                self._commit(wanted)

    def _commit(self, batch: list[tuple[Transaction[Any], Future[Any]]]) -> None:
        connection = self._writer.conn
        outcomes: list[tuple[Future[Any], Any, BaseException | None]] = []
        try:
            connection.execute("BEGIN IMMEDIATE")
            for transaction, future in batch:
                value, error = self._run(transaction)
                outcomes.append((future, value, error))
            connection.execute("COMMIT")
        except BaseException as error:  # noqa: BLE001 - every waiting caller is told
            with contextlib.suppress(sqlite3.Error):
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
            if outcomes and len(batch) > 1:
                # Something of the batch did not fit (a full disk, say): what fits is written.
                for one in batch:
                    self._commit([one])
                return
            for _, future in batch:
                future.set_exception(translated(error, self.path))
            return
        for future, value, failure in outcomes:
            if failure is None:
                future.set_result(value)
            else:
                future.set_exception(translated(failure, self.path))

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

    def close(self) -> None:
        """Finish what is queued, then close every connection; again is no change."""
        with self._closing:
            if self._closed:
                return
            self._closed = True
            self._queue.put(None)
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
