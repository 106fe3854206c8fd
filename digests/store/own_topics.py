"""Topics that chats made from their own words. Every function is a transaction.

Equal queries share one topic, whoever made them: what is stored says nothing of who asked first
but the chat by which it can be erased.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from hashlib import blake2b

from sqlite_utils import Database

from digests.model import Place, Topic
from digests.store import codec

PREFIX = "own-"


def add(db: Database, topic: Topic, place: Place, now: datetime) -> str:
    """Store *topic* and return its slug, which its query alone decides."""
    query = codec.plain([topic.all, topic.none, topic.where.value])
    slug = PREFIX + blake2b(query.encode(), digest_size=8).hexdigest()
    db.execute(
        "INSERT OR IGNORE INTO own_topic (slug, chat, thread, query, created) "
        "VALUES (?, ?, ?, ?, ?)",
        (
            slug,
            place.chat,
            place.thread,
            codec.dump(Topic, replace(topic, slug=slug, own=True)),
            codec.stamp(now),
        ),
    )
    return slug


def all_of_them(db: Database) -> dict[str, Topic]:
    """Every own topic that some chat still follows, by slug."""
    rows = db.execute(
        "SELECT slug, query FROM own_topic WHERE slug IN (SELECT topic FROM subscription) "
        "ORDER BY created"
    ).fetchall()
    return {slug: codec.load(Topic, query) for slug, query in rows}
