"""The text of MUJAZ_CLOCK: where simulated time starts, and how fast it runs."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

#: Simulated seconds in one real second, at most. Above this a day passes in under a second, and
#: the loop's own timers are too coarse to keep the order of events.
FASTEST = 100_000


#: Years in which a trial may start: time is counted back and ahead from there.
YEARS = range(2000, 2101)


class TrialClock(NamedTuple):
    """``start``: the first moment, aware, in UTC. ``rate``: simulated seconds per real second."""

    start: datetime
    rate: float


def parse(text: str) -> TrialClock:
    """Read ``<start>@<rate>``, as ``2026-11-24T08:00:00Z@60``; without ``@`` the rate is 1.

    The start is ISO 8601 with ``Z`` or an offset, because a start without one would mean another
    moment on another machine. Raises ValueError with the way out.
    """
    start_text, _, rate_text = text.strip().partition("@")
    try:
        start = datetime.fromisoformat(start_text)
    except ValueError:
        raise ValueError("write start and rate, as 2026-11-24T08:00:00Z@60") from None
    if start.tzinfo is None:
        raise ValueError("end the start with Z or an offset, as 2026-11-24T08:00:00Z@60")
    if start.year not in YEARS:
        raise ValueError(f"the start is in a year from {YEARS[0]} to {YEARS[-1]}")
    try:
        rate = float(rate_text or "1")
    except ValueError:
        rate = 0.0
    if not 0 < rate <= FASTEST:
        raise ValueError(f"the rate after @ is a number above 0, and {FASTEST:,} at most")
    return TrialClock(start.astimezone(UTC), rate)
