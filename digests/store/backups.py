"""Copies of the database, and the way back.

A copy made while the bot runs does not know what was sent after it. So after its restore nothing is
sent that was due between copy and now: it is listed, the chats that were due go on to their next
time, and what was published until now counts as told to them. Chats that were not due lose nothing.
Who asked to be forgotten since must be forgotten again: the copy cannot know.

A copy made after a clean stop knows all, if the bot did not run since; then everything goes on as
if it had not been away. Without a present database that says otherwise it is taken at its word.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from digests.store import archive, chats, codec, deliveries
from digests.store.database import Database, check, connect, migrate, translated
from digests.store.errors import (
    BackupUnwritable,
    NotBackup,
    StoreDamaged,
    StoreError,
    StoreMissing,
    StoreUnwritable,
)

#: Where the daily copies are, beside the database.
FOLDER = "backups"
#: Daily copies that are kept.
KEPT = 7


@dataclass(frozen=True, slots=True)
class NotSent:
    """A digest that was due to so many *chats* and is not sent; ``headlines`` of its stories."""

    due: datetime
    chats: int
    headlines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore came to.

    ``clean``: the copy was made at a clean stop, and everything goes on. Else ``not_sent`` lists
    the ``messages`` that were due, and ``skipped`` counts chats whose time came in between.
    """

    clean: bool
    not_sent: tuple[NotSent, ...] = ()
    messages: int = 0
    skipped: int = 0


def copy(database: Path, target: Path) -> None:
    """Copy *database*, which may be in use, to the new file *target* (0600), all or nothing.

    The copy is a single file: it needs no write-ahead log beside it.

    Raises:
        StoreError: *database* is missing or damaged, or (BackupUnwritable) *target* cannot be
            written.
    """
    part = target.with_name(target.name + ".part")
    with _reading(database) as source:
        try:
            part.unlink(missing_ok=True)
            os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            with contextlib.closing(sqlite3.connect(part)) as copied:
                source.backup(copied)
                copied.execute("PRAGMA journal_mode=DELETE")
                if copied.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
                    raise StoreDamaged(database, "its copy is not sound")
            _keep(part)
            part.replace(target)
            _keep(target.parent)
        except (sqlite3.Error, OSError) as error:
            raise _uncopied(error, database, target) from error
        finally:
            with contextlib.suppress(OSError):
                part.unlink()


def daily(database: Path, folder: Path, now: datetime) -> Path | None:
    """Today's copy of *database* in *folder*, and none but the newest `KEPT`; None: it is there."""
    target = folder / f"mujaz-{now:%Y-%m-%d}.db"
    if target.exists():
        return None
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    copy(database, target)
    for old in sorted(folder.glob("mujaz-????-??-??.db"))[:-KEPT]:
        old.unlink(missing_ok=True)
    return target


def gone(backup: Path, database: Path) -> list[int]:
    """Chats of *backup* that the present *database* does not know: perhaps forgotten since.

    Empty when there is no present database that can be read.
    """
    try:
        with _reading(database) as present:
            known = {row[0] for row in present.execute("SELECT chat FROM chat")}
    except (StoreError, sqlite3.Error):
        return []
    with _as_backup(backup, database), _reading(backup) as copied:
        try:
            rows = copied.execute("SELECT DISTINCT chat FROM chat ORDER BY chat").fetchall()
        except sqlite3.Error as error:
            raise StoreDamaged(backup, str(error)) from error
    return [chat for (chat,) in rows if chat not in known]


def restore(backup: Path, database: Path, now: datetime, forgotten: Iterable[int] = ()) -> Restored:
    """Put *backup* in place of *database*, without the chats *forgotten* since.

    Raises:
        StoreError: *backup* is no sound database of ours (NotBackup), or cannot be put there; the
            present database was not changed.
    """
    if backup.exists() and database.exists() and backup.samefile(database):
        raise NotBackup(backup, "it is the present database", database.parent / FOLDER)
    part = database.with_name(database.name + ".restored")
    with _as_backup(backup, database):
        copy(backup, part)
    try:
        db = connect(part)
        try:
            with _as_backup(backup, database):
                check(db, backup)
                if not {"chat", "delivery", "_sqlite_migrations"} <= set(db.table_names()):
                    raise StoreDamaged(backup, "it is another program's database")
            migrate(db, backup)
            with db.atomic():
                restored = _bring_up_to(db, now, clean=_clean(db, database))
                for chat in forgotten:
                    chats.forget(db, chat)
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            db.close()
        _close_down(database)
        _keep(part)
        part.replace(database)
        _keep(database.parent)
    except (sqlite3.Error, OSError) as error:
        raise _named(error, database) from error
    finally:
        for suffix in ("", "-wal", "-shm"):
            part.with_name(part.name + suffix).unlink(missing_ok=True)
    return restored


def _clean(db: Database, present: Path) -> bool:
    """Whether the copy *db* was made at a clean stop and the bot did not run since."""
    if not deliveries.is_closed(db):
        return False
    try:
        with _reading(present) as other:
            known = Database(other, execute_plugins=False)
            return deliveries.starts(known) <= deliveries.starts(db)
    except (StoreError, sqlite3.Error):
        return True


def _bring_up_to(db: Database, now: datetime, *, clean: bool) -> Restored:
    if clean:
        return Restored(clean=True)
    not_sent = _not_sent(db)
    reason, moment = "not sent: the database was restored", codec.stamp(now)
    messages = db.execute(
        "UPDATE delivery SET state = 'refused', settled = ?, error = ? WHERE state = 'pending'",
        (moment, reason),
    ).rowcount
    db.execute(
        "UPDATE delivery SET state = 'unsure', repeated = 1, settled = ?, error = ? "
        "WHERE state = 'sending'",
        (moment, "the database was restored while it was being sent"),
    )
    db.execute(
        "UPDATE draft SET state = 'ignored' WHERE state = 'scheduled' AND due <= ?", (moment,)
    )
    due = chats.due(db, now, limit=10_000_000)
    for chat in due:
        chats.told_until(db, chat.place, now)
        chats.advance(db, chat, now)
    for state in archive.source_states(db).values():
        # What a source brings next without a date may have been told.
        archive.set_source_state(db, replace(state, last_ok=None))
    return Restored(clean=False, not_sent=not_sent, messages=int(messages), skipped=len(due))


def _not_sent(db: Database) -> tuple[NotSent, ...]:
    rows = db.execute(
        "SELECT digest, min(due), count(DISTINCT chat || ' ' || thread) FROM delivery "
        "WHERE state = 'pending' GROUP BY digest ORDER BY min(due), digest"
    ).fetchall()
    return tuple(
        NotSent(
            codec.moment(due),
            number,
            tuple(
                row[0]
                for row in db.execute(
                    "SELECT headline FROM digest_item WHERE digest = ? ORDER BY part, position",
                    (digest,),
                )
            ),
        )
        for digest, due, number in rows
    )


@contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    """*path* opened without writing to it or making it."""
    if not path.is_file():
        raise StoreMissing(path)
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=10)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error as error:
        raise _named(error, path) from error
    with contextlib.closing(connection):
        yield connection


@contextmanager
def _as_backup(backup: Path, database: Path) -> Iterator[None]:
    """Errors of reading *backup* say that it is none, those of writing name *database*."""
    try:
        yield
    except BackupUnwritable as error:
        raise StoreUnwritable(database, error.__cause__ or error) from error
    except StoreMissing as error:
        raise NotBackup(backup, "there is no such file", database.parent / FOLDER) from error
    except StoreDamaged as error:
        raise NotBackup(backup, error.found, database.parent / FOLDER) from error
    except StoreUnwritable as error:
        raise NotBackup(backup, error.__cause__ or error, database.parent / FOLDER) from error


def _close_down(database: Path) -> None:
    """Leave nothing of the old database that would be read into the new one."""
    if database.exists():
        with contextlib.suppress(StoreError, sqlite3.Error):
            old = connect(database)
            old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            old.close()
    for suffix in ("-wal", "-shm"):
        database.with_name(database.name + suffix).unlink(missing_ok=True)


def _keep(path: Path) -> None:
    """Wait until *path*, a file or a folder, is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _uncopied(error: Exception, database: Path, target: Path) -> BaseException:
    """What kept *database* from being copied to *target*."""
    if isinstance(error, OSError):
        return BackupUnwritable(target, error)
    named = translated(error, target)
    if isinstance(named, StoreDamaged):
        return StoreDamaged(database, named.found)
    return BackupUnwritable(target, error) if isinstance(named, StoreUnwritable) else named


def _named(error: Exception, path: Path) -> BaseException:
    if isinstance(error, OSError):
        return StoreUnwritable(path, error)
    return translated(error, path)
