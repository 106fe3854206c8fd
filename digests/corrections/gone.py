"""Whether the page of a told article is gone: 404 or 410, three times, over six hours.

The rule: the first 404 or 410 begins a count, which a page that comes (2xx, 3xx, 304) ends. A
paywall, a refusal, a fault of the server or no answer say nothing either way. It is gone once three
answers in a row said so and six hours lie between the first and the last. What was gone and comes
again has returned, however long it was away.

What it may get wrong: a site that shows its front page in place of an article that it deleted
answers 200, and nothing is noticed. Escape hatch: operators can withdraw by hand.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

#: Answers and time that confirm a page as gone (docs/editorial.md).
POLLS = 3
WITHIN = timedelta(hours=6)
GONE = frozenset({404, 410})


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a page: since when it is gone, and how many answers said so."""

    gone: datetime | None = None
    polls: int = 0

    @property
    def confirmed(self) -> bool:
        return self.gone is not None and self.polls >= POLLS


def after(seen: Seen, status: int, now: datetime) -> Seen:
    """*seen* after an answer of *status* (0: none). ``polls`` reaches POLLS only after WITHIN."""
    if status in GONE:
        if seen.gone is None or seen.gone > now:
            return Seen(now, 1)
        polls = seen.polls + 1
        if polls >= POLLS and now - seen.gone < WITHIN:
            polls = POLLS - 1
        return replace(seen, polls=polls)
    if 200 <= status < 400:
        return Seen()
    return seen
