"""What of a told story may still be pushed. Every function is a transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime

from sqlite_utils import Database

from digests.store import codec


def pushable(db: Database, articles: Iterable[int], since: datetime) -> frozenset[int]:
    """Those of *articles* that are news since *since*.

    Not what a source's first poll or recovery brought, what a topic matched only once it was
    changed, or what was withdrawn.
    """
    rows = db.execute(
        "SELECT id FROM article a WHERE id IN (SELECT value FROM json_each(?)) AND fresh = 1 "
        "AND published >= ? AND withdrawn IS NULL AND (NOT EXISTS "
        "(SELECT 1 FROM article_topic WHERE article = a.id) OR EXISTS "
        "(SELECT 1 FROM article_topic t WHERE t.article = a.id AND t.fresh = 1))",
        (json.dumps(list(articles)), codec.stamp(since)),
    )
    return frozenset(row[0] for row in rows)


def version_of(db: Database, story: int) -> str:
    """The version of *story*; it changes with its articles and their texts."""
    row = db.execute("SELECT version FROM story WHERE id = ?", (story,)).fetchone()
    return str(row[0]) if row else ""
