"""The trial's evening, and what its page tells of the service: bot.playground.page.Trial.

The trial has a clock of its own. It starts half an hour before the evening digest, on the latest
day that is nobody's weekend, so that a digest is near whatever the hour is outside, and quiet
hours are not. The sample newsroom publishes by real time, so that news arrive while one watches
however fast the trial's clock runs; who skips to a digest finds in it what would have come.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from datetime import time as hour
from typing import Any
from zoneinfo import ZoneInfo

from bot.application import Newsroom
from config import trialclock
from config.settings import Settings
from digests.clock import AdjustableClock
from digests.model import Arrival, Chat, Place
from digests.store import archive, chats, stories
from digests.store.database import Database

#: How long before the evening digest the trial begins.
BEFORE = timedelta(minutes=30)
#: A skip ends so long before the digest: the page shows how the moment comes.
SHORT_OF_IT = timedelta(seconds=3)
#: Real seconds that a skip leaves for reading what appears until then.
TO_READ = 2.0
#: Real seconds between two looks at whether anyone follows a topic.
LOOK = 0.5
MONDAY, WEDNESDAY = 0, 2


def evening(now: datetime, zone: str, digest_time: hour) -> datetime:
    """The moment at which a trial begins that is started at *now* (aware)."""
    day = now.astimezone(ZoneInfo(zone)).date()
    while not MONDAY <= day.weekday() <= WEDNESDAY:
        day -= timedelta(days=1)
    return datetime.combine(day, digest_time, ZoneInfo(zone)) - BEFORE


def clock_for(settings: Settings, now: datetime) -> AdjustableClock:
    """The trial's clock: MUJAZ_CLOCK where it is set, else the evening's, at real pace."""
    if settings.clock is not None:
        start, rate = trialclock.parse(settings.clock)
        return AdjustableClock(start, rate)
    return AdjustableClock(evening(now, settings.timezone, settings.digest_time))


class Edition:
    """The newsroom's time: stands at first, then runs by real seconds, never ahead of *clock*.

    ``complete`` gives how long after the start the last article of some topics appears.
    """

    def __init__(
        self, clock: AdjustableClock, complete: Callable[[Collection[str]], timedelta]
    ) -> None:
        self._clock = clock
        self._complete = complete
        self._start = clock.now()
        self._began: float | None = None
        self._ahead = timedelta()

    def begin(self) -> None:
        self._began = time.monotonic()

    def now(self) -> datetime:
        return min(self._clock.now(), self._start + self._since())

    def hurry(self, topics: Collection[str]) -> None:
        """Let everything on *topics* have appeared by now."""
        self._ahead += max(timedelta(), self._complete(topics) - self._since())

    def _since(self) -> timedelta:
        if self._began is None:
            return self._ahead
        return self._ahead + timedelta(seconds=time.monotonic() - self._began)


class Trial:
    """Reads the service's store, and turns its clock and the newsroom's."""

    def __init__(self, clock: AdjustableClock, edition: Edition, timezone: str) -> None:
        self._clock = clock
        self._edition = edition
        self._timezone = timezone
        self._room: Newsroom | None = None

    def begin(self, room: Newsroom) -> None:
        """From now on there is something to tell."""
        self._room = room

    async def facts(self, chat_id: int) -> dict[str, Any]:
        facts: dict[str, Any] = {
            "now": self._clock.now().timestamp(),
            "rate": self._clock.rate,
            "timezone": self._timezone,
            "sources": 0,
            "sources_read": 0,
            "articles": 0,
            "stories": 0,
            "next_digest": None,
            "instant": False,
        }
        if self._room is None:
            return facts
        chat, counts = await self._room.store.read(lambda db: (_chat(db, chat_id), _counts(db)))
        facts |= counts | {"sources": len(self._room.catalogue.sources)}
        if chat is not None:
            facts["timezone"] = chat.preferences.timezone
            facts["instant"] = chat.preferences.arrival is Arrival.INSTANT
            if chat.topics and chat.next_due:
                facts["next_digest"] = chat.next_due.timestamp()
        return facts

    async def followed(self) -> None:
        """Waits until somebody follows a topic."""
        while self._room is None or not await self._room.store.read(self._anyone):
            await self._clock.sleep(LOOK * self._clock.rate)

    def _anyone(self, db: Database) -> bool:
        return bool(chats.due(db, self._clock.now() + chats.FURTHEST, limit=1))

    def set_rate(self, rate: float) -> None:
        self._clock.set_rate(rate)

    async def skip(self, chat_id: int) -> None:
        """Jump to just before the chat's next digest, with the news of its topics until then."""
        room = self._room
        chat = None if room is None else await room.store.read(lambda db: _chat(db, chat_id))
        if room is None or chat is None or not chat.topics or chat.next_due is None:
            return
        self._reach(chat.next_due - timedelta(seconds=TO_READ * self._clock.rate))
        self._edition.hurry(chat.topics)
        await room.pipeline.poll_all(self._clock.now())
        self._reach(chat.next_due - SHORT_OF_IT)

    def _reach(self, moment: datetime) -> None:
        self._clock.advance(max(0.0, (moment - self._clock.now()).total_seconds()))


def _chat(db: Database, chat_id: int) -> Chat | None:
    return chats.find(db, Place(chat_id))


def _counts(db: Database) -> dict[str, int]:
    read = sum(1 for state in archive.source_states(db).values() if state.last_ok)
    return {
        "sources_read": read,
        "articles": len(archive.all_ids(db)),
        "stories": len(stories.versions(db)),
    }
