"""Corrections by hand: told stories to choose from, and what an operator or owner is writing.

    open ──words──> ready ──tap──> sent
      └──────────────┴──────────> dropped

A correction of an operator concerns everyone who was told the story, an owner's their ``channel``
alone. Every function is a transaction.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlite_utils import Database

from digests.store import codec


class Kind(StrEnum):
    CORRECT = "correct"
    WITHDRAW = "withdraw"


class State(StrEnum):
    OPEN = "open"  # waits for its words
    READY = "ready"  # waits for a tap
    SENT = "sent"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class HandCorrection:
    """``digest`` and ``story`` say what was told; of a withdrawal ``better`` is the reason."""

    id: int
    kind: Kind
    digest: int
    story: int
    channel: int | None
    wrong: str
    better: str
    state: State


_COLUMNS = "id, kind, digest, story, channel, wrong, better, state"


def begin(
    db: Database,
    kind: Kind,
    digest: int,
    story: int,
    channel: int | None,
    now: datetime,
    *,
    wrong: str = "",
    better: str = "",
) -> HandCorrection:
    """A correction that waits for its words; ready where it has them, or needs none."""
    ready = bool(wrong) or kind is Kind.WITHDRAW
    cursor = db.execute(
        "INSERT INTO hand_correction (kind, digest, story, channel, wrong, better, state, "
        "created) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            kind.value,
            digest,
            story,
            channel,
            wrong,
            better,
            (State.READY if ready else State.OPEN).value,
            codec.stamp(now),
        ),
    )
    assert cursor.lastrowid is not None
    found = find(db, cursor.lastrowid)
    assert found is not None
    return found


def find(db: Database, number: int) -> HandCorrection | None:
    row = db.execute(f"SELECT {_COLUMNS} FROM hand_correction WHERE id = ?", (number,)).fetchone()
    if row is None:
        return None
    number, kind, digest, story, channel, wrong, better, state = row
    return HandCorrection(number, Kind(kind), digest, story, channel, wrong, better, State(state))


def is_repeated(db: Database, hand: HandCorrection, since: datetime) -> bool:
    """Whether a correction of that story in the same words, or its withdrawal in any, was begun
    since *since*, and sent."""
    row = db.execute(
        "SELECT 1 FROM hand_correction WHERE id <> ? AND state = 'sent' AND story = ? "
        "AND channel IS ? AND kind = ? AND wrong = ? AND (better = ? OR kind = ?) AND created >= ?",
        (
            *(hand.id, hand.story, hand.channel, hand.kind.value, hand.wrong, hand.better),
            *(Kind.WITHDRAW.value, codec.stamp(since)),
        ),
    ).fetchone()
    return row is not None


def write(db: Database, number: int, wrong: str, better: str) -> HandCorrection | None:
    """Give it its words; None when it was sent or dropped."""
    cursor = db.execute(
        "UPDATE hand_correction SET wrong = ?, better = ?, state = 'ready' "
        "WHERE id = ? AND state IN ('open', 'ready')",
        (wrong, better, number),
    )
    return find(db, number) if cursor.rowcount else None


def settle(db: Database, number: int, state: State) -> bool:
    """It is *state* now; False when it was settled before, or has no words yet."""
    cursor = db.execute(
        "UPDATE hand_correction SET state = ? WHERE id = ? AND state IN ('ready', ?)",
        (state.value, number, "open" if state is State.DROPPED else "ready"),
    )
    return cursor.rowcount == 1


def ask(db: Database, chat: int, message: int, number: int) -> None:
    """*message* of *chat* asks for the words of a correction."""
    db.execute(
        "INSERT OR REPLACE INTO hand_question (chat, message, correction) VALUES (?, ?, ?)",
        (chat, message, number),
    )


def answered(db: Database, chat: int, message: int) -> HandCorrection | None:
    """The correction whose words a reply to *message* is."""
    row = db.execute(
        "SELECT correction FROM hand_question WHERE chat = ? AND message = ?", (chat, message)
    ).fetchone()
    return None if row is None else find(db, row[0])


def prune(db: Database, before: datetime) -> None:
    """Forget what was begun before *before*, with its questions; what was sent is on the list."""
    db.execute("DELETE FROM hand_correction WHERE created < ?", (codec.stamp(before),))


# --- told stories


@dataclass(frozen=True, slots=True)
class ToldStory:
    """A story as it was told last, and how often it was reported since it was seen to."""

    digest: int
    story: int
    headline: str
    reports: int


def _stands(told: str) -> str:
    """SQL: the item i, told at *told*, was not withdrawn since, by hand or by all its sources."""
    return (
        "NOT EXISTS (SELECT 1 FROM hand_correction h WHERE h.kind = 'withdraw' "
        f"  AND h.state = 'sent' AND (h.channel IS NULL OR h.channel = :channel) "
        f"  AND h.created >= {told} AND (h.story = i.story OR EXISTS ("
        "    SELECT 1 FROM digest_article w JOIN digest_article a ON a.article = w.article "
        "    WHERE w.digest = h.digest AND w.story = h.story "
        "    AND a.digest = i.digest AND a.story = i.story))) "
        "AND EXISTS (SELECT 1 FROM digest_article a LEFT JOIN article t ON t.id = a.article "
        "  LEFT JOIN told_article w ON w.article = a.article "
        "  WHERE a.digest = i.digest AND a.part = i.part AND a.story = i.story "
        "  AND (t.withdrawn IS NULL OR w.article IS NOT NULL)) "
    )


_TOLD_TO = (
    "SELECT i.digest, i.story, i.headline, max(d.created), 0 "
    "FROM delivery d JOIN digest_item i ON i.digest = d.digest AND i.part = d.part "
    "WHERE d.chat = :channel AND d.created >= :since "
    f"AND d.kind = 'send' AND d.state IN ('sent', 'unsure') AND {_stands('d.created')}"
    "GROUP BY i.story ORDER BY 4 DESC LIMIT :limit OFFSET :skip"
)
_TOLD_TO_ANY = (
    "SELECT i.digest, i.story, i.headline, max(g.created), coalesce(r.times, 0) "
    "FROM digest g CROSS JOIN digest_item i ON i.digest = g.id "
    "LEFT JOIN (SELECT story, sum(times) AS times FROM report GROUP BY story) r "
    "  ON r.story = i.story WHERE g.created >= :since AND EXISTS (SELECT 1 FROM delivery d "
    "  WHERE d.digest = i.digest AND d.part = i.part AND d.kind = 'send' "
    f"  AND d.state IN ('sent', 'unsure')) AND {_stands('g.created')}"
    "GROUP BY i.story ORDER BY 5 > 0 DESC, 4 DESC LIMIT :limit OFFSET :skip"
)


def told_stories(
    db: Database, since: datetime, limit: int, skip: int = 0, channel: int | None = None
) -> list[ToldStory]:
    """Stories told since *since*, to *channel* if given; to everyone, reported ones first; none
    that was withdrawn.

    Else the newest first: those of a channel by when it was owed them, to everyone by when they
    were composed first.
    """
    rows = db.execute(
        _TOLD_TO_ANY if channel is None else _TOLD_TO,
        {"since": codec.stamp(since), "channel": channel, "limit": limit, "skip": skip},
    ).fetchall()
    return [ToldStory(digest, story, headline, times) for digest, story, headline, _, times in rows]


def told_as(db: Database, story: int) -> ToldStory | None:
    """The newest telling of *story*: under that id, or of the articles that it has now."""
    row = db.execute(
        "SELECT i.digest, i.story, i.headline FROM digest_item i "
        "JOIN delivery d ON d.digest = i.digest AND d.part = i.part AND d.kind = 'send' "
        "WHERE d.state IN ('sent', 'unsure') AND (i.story = :story OR EXISTS (SELECT 1 "
        "  FROM digest_article a JOIN story_article s ON s.article = a.article "
        "  WHERE a.digest = i.digest AND a.part = i.part AND a.story = i.story "
        "  AND s.story = :story)) ORDER BY i.story = :story DESC, d.id DESC LIMIT 1",
        {"story": story},
    ).fetchone()
    return None if row is None else ToldStory(row[0], row[1], row[2], 0)
