"""How far the wall clock was moved, told by the machine's own steady clock.

Holds and the ledger know moments of the wall clock. A run leaves a mark: what both clocks read at
one moment. The next run compares: by as much as the wall clock is *ahead* of where it would be had
it gone on as marked, by so much it was moved. May get wrong: after the machine itself was started
anew, or on one without such a clock, nothing is known, and the wall clock is taken at its word.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from digests.store import codec

_KEY = "steady"
#: Less than this is no jump, but a clock that is being set right little by little.
JUMP = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Steady:
    """Seconds since the machine's start, sleep included; ``boot`` tells one start from another."""

    boot: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Mark:
    """Both clocks at one moment; the wall clock runs ``rate`` times as fast as the steady one."""

    steady: Steady
    wall: datetime
    rate: float

    def ahead(self, steady: Steady, now: datetime) -> timedelta:
        """By how much the wall clock, *now*, was put on since; negative: put back."""
        passed = steady.seconds - self.steady.seconds
        if steady.boot != self.steady.boot or passed < 0:
            return timedelta()
        jump = now - self.wall - timedelta(seconds=passed * self.rate)
        return jump if abs(jump) > JUMP else timedelta()


def keep(db: Database, mark: Mark) -> None:
    db.execute(
        "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (_KEY, codec.dump(Mark, mark))
    )


def kept(db: Database) -> Mark | None:
    row = db.execute("SELECT value FROM meta WHERE key = ?", (_KEY,)).fetchone()
    return None if row is None else codec.load(Mark, row[0])
