"""The schema, as migrations that only go forward. A released migration is never changed.

Times are REAL seconds since 1970 in UTC. ``chat`` and ``thread`` are opaque numbers. Ids of
articles and deliveries are never given twice (AUTOINCREMENT): what was told, and what is in flight,
is known by them after the row itself is gone.
"""

from __future__ import annotations

from digests.store.migrations import later
from digests.store.migrations.first import migrations

__all__ = ["NAMES", "later", "migrations"]

#: Names of all migrations that this version knows.
NAMES = frozenset(
    {
        "archive",
        "chats",
        "channels",
        "vectors",
        "holds",
        "unmatched",
        "periodic",
        "writing",
        "breaking",
        "corrections",
        "translations",
        "backgrounds",
        "spreading",
        "sought",
        "lean",
        "firsts",
        "barred",
        "moved",
        "stated",
    }
)
