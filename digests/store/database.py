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

from digests.store.errors import AlreadyRunning, StoreBusy, StoreDamaged, StoreFull, StoreUnwritable
from digests.store.migrations import migrations

T = TypeVar("T")
Transaction = Callable[[Database], T]

#: Transactions that may share one commit; bounds how much a crash of the disk can take with it.
BATCH = 200
#: Milliseconds to wait for a command that writes beside ``serve``.
BUSY_TIMEOUT = 10_000
FILE_NAME = "mujaz.db"


def connect(path: Path, *, query_only: bool = False) -> Database:
    """Open *path* with the pragmas that every connection needs; creates it as 0600.

    Raises:
        StoreUnwritable: the folder or file cannot be opened.
    """
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
    except (OSError, sqlite3.OperationalError) as error:
        raise StoreUnwritable(path, error) from error
    except sqlite3.DatabaseError as error:
        raise StoreDamaged(path, str(error)) from error
    connection.isolation_level = None
    return Database(connection, recursive_triggers=False, execute_plugins=False)


def check(db: Database, path: Path) -> None:
    """Raise StoreDamaged when the file's integrity check finds something."""
    found = db.execute("PRAGMA quick_check(3)").fetchall()
    if found != [("ok",)]:
        raise StoreDamaged(path, "; ".join(str(row[0]) for row in found))


class Store:
    """The open database. ``write`` and ``read`` run transactions off the loop."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._queue: queue.SimpleQueue[tuple[Transaction[Any], Future[Any]] | None]
        self._queue = queue.SimpleQueue()
        writer = connect(path)
        try:
            check(writer, path)
            migrations.apply(writer)
        except sqlite3.DatabaseError as error:
            raise _translated(error, path) from error
        self._writer = writer
        self._thread = threading.Thread(target=self._work, name="store-writer", daemon=True)
        self._thread.start()
        self._local = threading.local()
        self._opened: list[Database] = []
        self._readers = ThreadPoolExecutor(2, thread_name_prefix="store-reader")

    # --- writing

    def submit(self, transaction: Transaction[T]) -> Future[T]:
        """Queue *transaction*; the future has its value once the commit is durable."""
        future: Future[T] = Future()
        self._queue.put((transaction, future))
        return future

    async def write(self, transaction: Transaction[T]) -> T:
        """Run *transaction* and wait for its commit. A cancelled caller does not undo it."""
        return await asyncio.shield(asyncio.wrap_future(self.submit(transaction)))

    def write_now(self, transaction: Transaction[T]) -> T:
        """The same for callers without a loop: commands and tests."""
        return self.submit(transaction).result()

    def _work(self) -> None:
        while True:
            first = self._queue.get()
            if first is None:
                return
            batch = [first]
            stop = False
            while len(batch) < BATCH:
                try:
                    more = self._queue.get_nowait()
                except queue.Empty:
                    break
                if more is None:
                    stop = True
                    break
                batch.append(more)
            self._commit(batch)
            if stop:
                return

    def _commit(self, batch: list[tuple[Transaction[Any], Future[Any]]]) -> None:
        connection = self._writer.conn
        done: list[tuple[Future[Any], Any]] = []
        try:
            connection.execute("BEGIN IMMEDIATE")
            for transaction, future in batch:
                connection.execute("SAVEPOINT one")
                try:
                    value = transaction(self._writer)
                except BaseException as error:
                    if not connection.in_transaction:  # SQLite undid the whole batch itself
                        raise
                    connection.execute("ROLLBACK TO one")
                    connection.execute("RELEASE one")
                    future.set_exception(_translated(error, self.path))
                else:
                    connection.execute("RELEASE one")
                    done.append((future, value))
            connection.execute("COMMIT")
        except BaseException as error:  # noqa: BLE001 - every waiting caller is told
            with contextlib.suppress(sqlite3.Error):
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
            for _, future in batch:
                if not future.done():
                    future.set_exception(_translated(error, self.path))
            return
        for future, value in done:
            future.set_result(value)

    # --- reading

    def _reader(self) -> Database:
        db: Database | None = getattr(self._local, "db", None)
        if db is None:
            db = self._local.db = connect(self.path, query_only=True)
            self._opened.append(db)
        return db

    def _read(self, query: Transaction[T]) -> T:
        db = self._reader()
        db.conn.execute("BEGIN")  # one snapshot for all statements of the query
        try:
            return query(db)
        except sqlite3.Error as error:
            raise _translated(error, self.path) from error
        finally:
            if db.conn.in_transaction:
                db.conn.execute("ROLLBACK")

    async def read(self, query: Transaction[T]) -> T:
        """Run *query* on a query-only connection in a reader's thread, on one snapshot."""
        return await asyncio.get_running_loop().run_in_executor(self._readers, self._read, query)

    def read_now(self, query: Transaction[T]) -> T:
        """The same for callers without a loop."""
        return self._readers.submit(self._read, query).result()

    def close(self) -> None:
        """Finish what is queued, then close every connection."""
        self._queue.put(None)
        self._thread.join()
        self._readers.shutdown(wait=True)
        for db in self._opened:
            db.close()
        with contextlib.suppress(sqlite3.Error):
            self._writer.execute("PRAGMA optimize")
        self._writer.close()


def _translated(error: BaseException, path: Path) -> BaseException:
    """Name the errors of SQLite that an operator can mend; leave the rest as they are."""
    if isinstance(error, sqlite3.OperationalError | sqlite3.DatabaseError):
        code = getattr(error, "sqlite_errorname", "") or ""
        if code.startswith("SQLITE_FULL") or "disk is full" in str(error):
            return StoreFull(path)
        if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")) or "locked" in str(error):
            return StoreBusy(path)
        if code.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
            return StoreDamaged(path, str(error))
        if code.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_IOERR")):
            return StoreUnwritable(path, error)
    return error


class InstanceLock:
    """Held by ``serve`` alone, so that two starts at once cannot both send.

    The operating system frees it when the process ends, however it ends.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / "mujaz.lock"
        self._file: IO[str] | None = None

    def acquire(self) -> None:
        """Take the lock, or raise AlreadyRunning with the other's process id."""
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file = os.fdopen(os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600), "r+")
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
