"""Readers' reports: of which story, for which reason, how often; never by whom.

Every function is a transaction.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from digests.store import codec


@dataclass(frozen=True, slots=True)
class Reported:
    """What was reported of a story since it was seen to last: ``times`` by reason."""

    story: int
    first: datetime  # when it was reported first since: a new notice for what was seen to before
    times: dict[str, int]


def report(db: Database, digest: int, story: int, reason: str, now: datetime) -> Reported:
    """Count a reader's report, without the reader; all that is reported of the story by now."""
    db.execute(
        "INSERT INTO report (digest, story, reason, created) VALUES (?, ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET times = times + 1",
        (digest, story, reason, codec.stamp(now)),
    )
    found = of_story(db, story)
    assert found is not None
    return found


def of_story(db: Database, story: int) -> Reported | None:
    """What is reported of *story*, in whichever digests it was told; the commonest first."""
    rows = db.execute(
        "SELECT reason, sum(times), min(created) FROM report WHERE story = ? GROUP BY reason "
        "ORDER BY 2 DESC, reason",
        (story,),
    ).fetchall()
    if not rows:
        return None
    first = codec.moment(min(row[2] for row in rows))
    return Reported(story, first, {row[0]: row[1] for row in rows})


def seen_to(db: Database, story: int) -> None:
    """An operator corrected, split or withdrew *story*."""
    db.execute("DELETE FROM report WHERE story = ?", (story,))
