"""What a chat was owed and could not be sent for a while: it missed it.

Such a delivery is refused and stands in the table *missed* too: what it was to tell does not count
as told, so that a later digest tells it. Every function is a transaction.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlite_utils import Database

from digests.model import Place
from digests.store import codec

#: Further back than any digest reaches.
REACH = timedelta(days=14)


def miss(
    db: Database,
    chat: int,
    error: str,
    now: datetime,
    *,
    thread: int | None = None,
    digest: int | None = None,
    delivery: int = 0,
) -> None:
    """What is pending for *chat*, and the refused *delivery*, will not come and is not told.

    With *thread*: for that thread alone; with *digest*: of that digest alone.
    """
    pending = (
        "chat = :chat AND state = 'pending' AND thread = coalesce(:thread, thread) "
        "AND digest = coalesce(:digest, digest)"
    )
    given = {"chat": chat, "thread": thread, "digest": digest, "delivery": delivery}
    db.execute(
        "INSERT OR IGNORE INTO missed (chat, thread, digest, part) "
        "SELECT chat, thread, digest, part FROM delivery "
        f"WHERE kind = 'send' AND (id = :delivery OR ({pending}))",
        given,
    )
    db.execute(
        f"UPDATE delivery SET state = 'refused', error = :error, settled = :now WHERE {pending}",
        {**given, "error": error, "now": codec.stamp(now)},
    )


def articles(db: Database, place: Place) -> set[int]:
    """What the messages that *place* missed were to tell."""
    rows = db.execute(
        "SELECT DISTINCT a.article FROM missed m JOIN digest_article a "
        "ON a.digest = m.digest AND a.part = m.part WHERE m.chat = ? AND m.thread = ?",
        (place.chat, place.thread),
    ).fetchall()
    return {article for (article,) in rows}


def forget(db: Database, chat: int, now: datetime) -> None:
    """What *chat* missed long ago is too old to be told; corrections never are."""
    db.execute(
        "DELETE FROM missed WHERE chat = ? "
        "AND digest IN (SELECT id FROM digest WHERE created < ?) "
        "AND digest NOT IN (SELECT digest FROM correction_message)",
        (chat, codec.stamp(now - REACH)),
    )


def move(db: Database, old: int, new: int) -> None:
    """What *old* missed, *new* did; but what was told to one of them was not missed."""
    db.execute("UPDATE OR IGNORE missed SET chat = ? WHERE chat = ?", (new, old))
    db.execute("DELETE FROM missed WHERE chat = ?", (old,))
    db.execute(
        "DELETE FROM missed WHERE chat = ? AND NOT EXISTS (SELECT 1 FROM delivery d "
        "WHERE d.chat = missed.chat AND d.thread = missed.thread AND d.digest = missed.digest "
        "AND d.part = missed.part AND d.state = 'refused')",
        (new,),
    )
