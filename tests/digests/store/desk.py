"""A real database for tests, and short ways to put into it what a test is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from digests.model import ChatKind, Entry, Place, Preferences, Source
from digests.store import archive, chats, deliveries
from digests.store.archive import Arriving, Saved
from digests.store.database import Database, Store
from digests.store.deliveries import Priority
from digests.store.told import Part, StoredDigest, ToldItem

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
PAPER = Source("paper", "الجريدة", "Paper", "http://paper.test/feed", "ar")


@dataclass
class Desk:
    """A real database, and short ways to put into it what a test is about."""

    store: Store
    now: datetime = NOON

    def do(self, transaction: Callable[[Database], object]) -> object:
        return self.store.write_now(transaction)

    def chat(
        self,
        chat: int = 7,
        kind: ChatKind = ChatKind.PRIVATE,
        topics: Sequence[str] = ("one",),
        thread: int = 0,
        preferences: Preferences | None = None,
    ) -> Place:
        place = Place(chat, thread)

        def make(db: Database) -> None:
            chats.ensure(db, place, kind, preferences or Preferences(), self.now)
            for topic in topics:
                chats.subscribe(db, place, topic, self.now)

        self.store.write_now(make)
        return place

    def owe(self, place: Place, digest: StoredDigest, priority: Priority = Priority.DIGEST) -> int:
        return self.store.write_now(
            lambda db: deliveries.owe(db, place, digest, self.now, priority)
        )

    def claim(self, seconds: float = 0, limit: int = 50) -> list[deliveries.Delivery]:
        now = self.now + timedelta(seconds=seconds)
        return self.store.read_now(lambda db: deliveries.claim(db, now, limit))

    def states(self) -> list[str]:
        return self.store.read_now(
            lambda db: [r[0] for r in db.execute("SELECT state FROM delivery ORDER BY id")]
        )

    def count(self, table: str) -> int:
        return int(
            self.store.read_now(
                lambda db: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            )
        )

    def save(
        self, *entries: Entry, arriving: Arriving = Arriving.USUAL, source: Source = PAPER
    ) -> Saved:
        return self.store.write_now(
            lambda db: archive.save(db, source, entries, self.now, arriving)
        )


def steps(db: Database, ask: Callable[[Database], object]) -> int:
    """How many instructions SQLite's machine runs for *ask*."""
    count = 0

    def counted() -> int:
        nonlocal count
        count += 1
        return 0

    db.conn.set_progress_handler(counted, 1)
    try:
        ask(db)
    finally:
        db.conn.set_progress_handler(None, 1)
    return count


def digest(number: int, articles: Sequence[int] = (), parts: int = 1) -> StoredDigest:
    """A digest of *parts* messages, whose first tells one story of *articles*."""
    return StoredDigest(
        id=number,
        parts=tuple(Part(f"<b>{number}</b> {part}") for part in range(parts)),
        items=(ToldItem(0, number, "one", "خبر", "[]", tuple(articles)),) if articles else (),
    )
