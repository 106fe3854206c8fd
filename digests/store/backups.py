"""Copies of the database, and the way back.

After a restore, what was due at the time of the backup is not sent (it may have been since), chats
get their next regular digest, and every source's next poll counts as its first: what was published
since the backup fills the archive and is not pushed, because some chats were told it already.
"""

from __future__ import annotations

import os
import sqlite3
from datetime import datetime
from pathlib import Path

from digests.store import chats, codec
from digests.store.database import check, connect
from digests.store.errors import StoreDamaged
from digests.store.migrations import migrations


def copy(database: Path, target: Path) -> None:
    """Copy *database*, which may be in use, to the new file *target* (0600), all or nothing."""
    source = connect(database)
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_RDWR, 0o600))
    try:
        with sqlite3.connect(part) as copied:
            source.conn.backup(copied)
        copied.close()
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
        source.close()


def restore(backup: Path, database: Path, now: datetime) -> int:
    """Put *backup* in place of *database*; how many pending deliveries are not sent.

    Raises:
        StoreDamaged: *backup* is no sound database of ours; nothing was changed.
    """
    part = database.with_name(database.name + ".restored")
    copy(backup, part)
    try:
        db = connect(part)
        check(db, backup)
        if "chat" not in db.table_names():
            raise StoreDamaged(backup, "it is not a database of Mujaz")
        migrations.apply(db)
        with db.atomic():
            not_sent = db.execute(
                "UPDATE delivery SET state = 'refused', settled = ?, "
                "error = 'not sent: the database was restored' "
                "WHERE state IN ('pending', 'sending', 'unsure')",
                (codec.stamp(now),),
            ).rowcount
            db.execute("DELETE FROM source_state")
            for chat in chats.due(db, now, limit=1_000_000):
                chats.advance(db, chat, now)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        db.close()
        for suffix in ("-wal", "-shm"):
            database.with_name(database.name + suffix).unlink(missing_ok=True)
            part.with_name(part.name + suffix).unlink(missing_ok=True)
        part.replace(database)
    finally:
        part.unlink(missing_ok=True)
    return int(not_sent)
