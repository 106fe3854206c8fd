"""Who reads in a trial, and what each is owed: the model that the ledger is compared with.

It is made from the seed alone, before Mujaz starts, and knows nothing of how Mujaz decides.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from bench.trial.events import EVENTS, PHRASES
from digests.model import Arrival, ChatKind, Place, Preferences
from digests.store import channels, chats
from digests.store.database import Database, Store

#: For so many private chats: one group, one forum (with its threads), one channel.
PRIVATE_A_GROUP, PRIVATE_A_FORUM, PRIVATE_A_CHANNEL = 20, 40, 20
THREADS = (11, 12)
#: In large trials the first forum has more threads than a group may get messages in a minute.
LARGE, MANY_THREADS = 500, tuple(range(11, 35))
#: The first id of each kind on the trial's server.
PEOPLE, OWNERS = 10_000, 5_000_000
GROUPS, FORUMS, CHANNELS = -20_000, -1_001_000_000_000, -1_002_000_000_000
#: One in so many gets each story at once.
INSTANT = 25


@dataclass(frozen=True, slots=True)
class Reader:
    """A chat or thread, with what it follows. ``owner``: the person behind a channel."""

    place: Place
    kind: ChatKind
    topics: tuple[str, ...]
    arrival: Arrival = Arrival.DAILY
    owner: int | None = None

    @property
    def owed(self) -> tuple[str, ...]:
        """The words of the events that it must be told, each once."""
        return tuple(e.word for e in EVENTS if e.topic in self.topics)


def make(seed: int, private: int) -> list[Reader]:
    """*private* private chats, and groups, forum threads and channels in proportion."""
    dice = random.Random(f"readers {seed}")

    def reader(chat: int, kind: ChatKind, thread: int = 0, owner: int | None = None) -> Reader:
        wanted = tuple(dice.sample(sorted(PHRASES), dice.choice((1, 1, 2, 3))))
        instant = kind is ChatKind.PRIVATE and dice.randrange(INSTANT) == 0
        arrival = Arrival.INSTANT if instant else Arrival.DAILY
        return Reader(Place(chat, thread), kind, wanted, arrival, owner)

    found = [reader(PEOPLE + n, ChatKind.PRIVATE) for n in range(private)]
    for n in range(max(2, private // PRIVATE_A_GROUP)):
        found.append(reader(GROUPS - n, ChatKind.GROUP))
    for n in range(max(1, private // PRIVATE_A_FORUM)):
        threads = MANY_THREADS if private >= LARGE and n == 0 else THREADS
        found += [reader(FORUMS - n, ChatKind.SUPERGROUP, thread) for thread in threads]
    for n in range(max(2, private // PRIVATE_A_CHANNEL)):
        found.append(reader(CHANNELS - n, ChatKind.CHANNEL, owner=OWNERS + n))
    return found


def on_the_server(readers: list[Reader]) -> list[dict[str, Any]]:
    """The chats as the trial's Bot API is to have them (``bench.trial.server``)."""
    seen: dict[int, dict[str, Any]] = {}
    for reader in readers:
        forum = reader.place.thread != 0
        known = seen.setdefault(
            reader.place.chat,
            {"id": reader.place.chat, "type": reader.kind.value, "forum": forum, "threads": []},
        )
        known["owner"] = reader.owner
        if forum:
            known["threads"].append(reader.place.thread)
    return list(seen.values())


def in_the_store(readers: list[Reader], path: Path, now: datetime) -> None:
    """Write *readers* as chats that subscribed at *now*."""

    def write(db: Database) -> None:
        for reader in readers:
            preferences = Preferences(
                times=(time(20, 0),), stories=7, arrival=reader.arrival, quiet=None
            )
            if reader.owner is not None:
                chats.ensure(db, Place(reader.owner), ChatKind.PRIVATE, preferences, now)
                channels.connect(db, reader.place.chat, "قناة", reader.owner, preferences, now)
                channels.set_approval(db, reader.place.chat, datetime(2000, 1, 1, tzinfo=UTC))
            chats.ensure(db, reader.place, reader.kind, preferences, now)
            for topic in reader.topics:
                chats.subscribe(db, reader.place, topic, now)

    store = Store(path)
    try:
        store.write_now(write)
    finally:
        store.close()
