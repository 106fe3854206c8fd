"""What a forum thread follows, moved to the group's General. The function is a transaction."""

from __future__ import annotations

from datetime import datetime

from sqlite_utils import Database

from digests.model import Chat, Place
from digests.store import chats, codec


def move_to_general(db: Database, old: Place, now: datetime) -> Chat | None:
    """Give topics, mutes and what was told at *old* to General; None when nothing is known of it.

    A General without topics gets the settings too, and at once what was refused at *old*: that was
    not told.
    """
    known, new = chats.find(db, old), Place(old.chat)
    if known is None:
        return None
    before = chats.ensure(db, new, known.kind, known.preferences, now)
    for topic in known.topics:
        chats.subscribe(db, new, topic, now)
    moved = {"chat": old.chat, "old": old.thread}
    for table, which in (("mute", ""), ("own_topic", ""), ("delivery", " AND state != 'refused'")):
        db.execute(
            f"UPDATE OR IGNORE {table} SET thread = 0 WHERE chat = :chat AND thread = :old{which}",
            moved,
        )
    for table in ("subscription", "mute", "chat", "missed"):
        db.execute(f"DELETE FROM {table} WHERE chat = :chat AND thread = :old", moved)
    if not before.topics:
        chats.set_preferences(db, new, known.preferences, now)
        db.execute(
            "UPDATE chat SET next_due = ? WHERE chat = ? AND thread = 0",
            (codec.stamp(now), old.chat),
        )
    return chats.find(db, new)
