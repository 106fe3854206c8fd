"""Drafts: posts that wait for an owner's tap. Every function is a transaction.

    waiting -> published                 the deliveries are inserted in the same transaction
    waiting -> scheduled -> published    the same, due later; until then it can still be taken back
    waiting | scheduled -> ignored
    waiting -> lapsed                    breaking news that nobody decided on in time: not told
    waiting | scheduled -> recalled      a source changed what it says: not told
    recalled -> remade                   a new draft was made of what remains

A draft's id is that of the digest first composed for it; ``digest`` is what would be posted now.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlite_utils import Database

from digests.model import Place
from digests.store import codec, deliveries
from digests.store.deliveries import Priority
from digests.store.told import Part, StoredDigest, digest_parts, items, save_digest


class DraftState(StrEnum):
    WAITING = "waiting"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    IGNORED = "ignored"
    LAPSED = "lapsed"
    RECALLED = "recalled"
    REMADE = "remade"


@dataclass(frozen=True, slots=True)
class Draft:
    id: int
    chat: int
    digest: int
    state: DraftState
    headline: str | None
    target: int | None
    due: datetime | None
    breaking: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """What one owner is sent of a draft."""

    owner: int
    digest: StoredDigest


@dataclass(frozen=True, slots=True)
class Shown:
    """A message by which an owner knows a draft: the last of a notice, which has the buttons."""

    owner: int
    message: int
    part: int
    digest: int


_COLUMNS = "id, chat, digest, state, headline, target, due, breaking"
_OF_DRAFT = ", ".join(f"r.{column}" for column in _COLUMNS.split(", "))
_Row = tuple[int, int, int, str, str | None, int | None, float | None, int]


def find(db: Database, draft: int) -> Draft | None:
    row = db.execute(f"SELECT {_COLUMNS} FROM draft WHERE id = ?", (draft,)).fetchone()
    return None if row is None else _draft(row)


def _draft(row: _Row) -> Draft:
    number, chat, digest, state, headline, target, due, breaking = row
    moment = codec.moment_or_none(due)
    return Draft(number, chat, digest, DraftState(state), headline, target, moment, bool(breaking))


def stored(db: Database, digest: int) -> StoredDigest:
    """A digest as it was stored."""
    return StoredDigest(digest, digest_parts(db, digest), tuple(items(db, digest)))


def add(
    db: Database,
    chat: int,
    post: StoredDigest,
    notices: Sequence[Notice],
    now: datetime,
    target: int | None = None,
    *,
    breaking: bool = False,
) -> bool:
    """*post* waits for a tap of the owners of *chat*, who are owed *notices*.

    False when it did before.
    """
    save_digest(db, post, now)
    cursor = db.execute(
        "INSERT OR IGNORE INTO draft (id, chat, digest, state, target, created, breaking) "
        "VALUES (?, ?, ?, 'waiting', ?, ?, ?)",
        (post.id, chat, post.id, target, codec.stamp(now), breaking),
    )
    if not cursor.rowcount:
        return False
    for notice in notices:
        deliveries.owe(db, Place(notice.owner), notice.digest, now, _priority(breaking))
        db.execute(
            "INSERT OR IGNORE INTO draft_notice (digest, owner, draft) VALUES (?, ?, ?)",
            (notice.digest.id, notice.owner, post.id),
        )
    return True


def _priority(breaking: bool) -> Priority:
    return Priority.INSTANT if breaking else Priority.DIGEST


def publish(db: Database, draft: Draft, now: datetime, due: datetime | None = None) -> bool:
    """Owe the channel the post, once, at *due* or now; False when it was settled before.

    A scheduled post that has not left yet is brought forward.
    """
    if draft.state is DraftState.SCHEDULED and due is None:
        return _bring_forward(db, draft, now)
    cursor = db.execute(
        "UPDATE draft SET state = ?, due = ? WHERE id = ? AND state = 'waiting'",
        (
            DraftState.SCHEDULED if due else DraftState.PUBLISHED,
            None if due is None else codec.stamp(due),
            draft.id,
        ),
    )
    if cursor.rowcount != 1:
        return False
    post = stored(db, draft.digest)
    priority = _priority(draft.breaking)
    deliveries.owe(db, Place(draft.chat), post, now, priority, due, draft.target)
    return True


def _bring_forward(db: Database, draft: Draft, now: datetime) -> bool:
    moved = db.execute(
        "UPDATE delivery SET due = ? WHERE chat = ? AND digest = ? AND kind = 'send' "
        "AND state = 'pending' AND due > ?",
        (codec.stamp(now), draft.chat, draft.digest, codec.stamp(now)),
    ).rowcount
    db.execute("UPDATE draft SET state = 'published' WHERE id = ?", (draft.id,))
    return moved > 0


def ignore(db: Database, draft: Draft) -> bool:
    """Never post it; False when it was settled before, or is on its way."""
    return _drop(db, draft, DraftState.IGNORED)


def recall(db: Database, draft: Draft) -> bool:
    """Never post it, and count its stories as untold; False when it was settled before."""
    return _drop(db, draft, DraftState.RECALLED)


def _drop(db: Database, draft: Draft, state: DraftState) -> bool:
    if draft.state is DraftState.SCHEDULED:
        started = db.execute(
            "SELECT 1 FROM delivery WHERE chat = ? AND digest = ? AND state != 'pending' LIMIT 1",
            (draft.chat, draft.digest),
        ).fetchone()
        if started is not None:
            return False
        db.execute("DELETE FROM delivery WHERE chat = ? AND digest = ?", (draft.chat, draft.digest))
    cursor = db.execute(
        "UPDATE draft SET state = ? WHERE id = ? AND state IN ('waiting', 'scheduled')",
        (state.value, draft.id),
    )
    return cursor.rowcount == 1


def unposted(db: Database, article: int) -> list[Draft]:
    """The drafts that tell *article* and may still be posted."""
    rows = db.execute(
        f"SELECT DISTINCT {_OF_DRAFT} "
        "FROM digest_article a JOIN draft r ON r.digest = a.digest "
        "WHERE a.article = ? AND r.state IN ('waiting', 'scheduled') ORDER BY r.created",
        (article,),
    ).fetchall()
    return [_draft(row) for row in rows]


def recalled(db: Database) -> list[Draft]:
    """Recalled drafts of whose stories no new draft was made yet; those of a silent channel wait
    until it posts again."""
    rows = db.execute(
        f"SELECT {_OF_DRAFT} FROM draft r LEFT JOIN channel c ON c.chat = r.chat "
        "WHERE r.state = 'recalled' AND coalesce(c.stopped, 0) = 0 AND c.lost IS NULL "
        "ORDER BY r.created"
    ).fetchall()
    return [_draft(row) for row in rows]


def remake(db: Database, draft: int) -> None:
    """What remains of the recalled *draft* is drafted anew."""
    db.execute("UPDATE draft SET state = 'remade' WHERE id = ? AND state = 'recalled'", (draft,))


def rewrite(db: Database, draft: int, headline: str, post: StoredDigest, now: datetime) -> bool:
    """Put *post*, with the owner's *headline*, in place of what would be posted."""
    save_digest(db, post, now)
    cursor = db.execute(
        "UPDATE draft SET digest = ?, headline = ? WHERE id = ? AND state = 'waiting'",
        (post.id, headline, draft),
    )
    return cursor.rowcount == 1


def headline_of(db: Database, digest: int) -> str | None:
    """The headline that an owner wrote for the post *digest*, if one did."""
    row = db.execute("SELECT headline FROM draft WHERE digest = ?", (digest,)).fetchone()
    return row[0] if row else None


def shown(db: Database, draft: int) -> list[Shown]:
    """The messages by which its owners know *draft*, every part of each."""
    rows = db.execute(
        "SELECT n.owner, d.message, d.part, d.digest FROM draft_notice n "
        "JOIN delivery d ON d.digest = n.digest AND d.chat = n.owner "
        "WHERE n.draft = ? AND d.kind = 'send' AND d.state = 'sent' AND d.message IS NOT NULL "
        "ORDER BY n.owner, d.part",
        (draft,),
    ).fetchall()
    return [Shown(*row) for row in rows]


def withdraw(db: Database, draft: int) -> None:
    """What was not sent yet of the notices of *draft* is not sent any more."""
    db.execute(
        "UPDATE delivery SET state = 'refused', error = 'settled before it was sent' "
        "WHERE digest IN (SELECT digest FROM draft_notice WHERE draft = ?) AND state = 'pending'",
        (draft,),
    )


def renew(db: Database, draft: int, notices: Sequence[Notice]) -> None:
    """What was not sent yet of the notices of *draft* reads like *notices* (same owners)."""
    for notice in notices:
        db.execute(
            "UPDATE digest SET messages = ? WHERE id IN (SELECT n.digest FROM draft_notice n "
            "JOIN delivery d ON d.digest = n.digest WHERE n.draft = ? AND n.owner = ? "
            "AND d.state = 'pending' AND d.kind = 'send')",
            (codec.dump(tuple[Part, ...], notice.digest.parts), draft, notice.owner),
        )


def ask_headline(db: Database, chat: int, message: int, draft: int) -> None:
    """*message* of an owner's *chat* asks for the headline of *draft*."""
    db.execute(
        "INSERT OR REPLACE INTO draft_question (chat, message, draft) VALUES (?, ?, ?)",
        (chat, message, draft),
    )


def answered(db: Database, chat: int, message: int) -> int | None:
    """The draft that a reply to *message* is about."""
    row = db.execute(
        "SELECT draft FROM draft_question WHERE chat = :chat AND message = :message UNION ALL "
        "SELECT n.draft FROM draft_notice n JOIN delivery d ON d.digest = n.digest "
        "WHERE d.chat = :chat AND d.message = :message AND d.kind = 'send' LIMIT 1",
        {"chat": chat, "message": message},
    ).fetchone()
    return None if row is None else int(row[0])


def lapsing(db: Database, before: datetime) -> list[Draft]:
    """Breaking news offered before *before* on which nobody decided."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM draft WHERE breaking = 1 AND state = 'waiting' AND created <= ? "
        "ORDER BY created",
        (codec.stamp(before),),
    ).fetchall()
    return [_draft(row) for row in rows]


def lapse(db: Database, draft: int) -> bool:
    """Too late for it; False when it was settled before."""
    cursor = db.execute(
        "UPDATE draft SET state = 'lapsed' WHERE id = ? AND state = 'waiting'", (draft,)
    )
    return cursor.rowcount == 1


def breaking_since(db: Database, chat: int, since: datetime) -> int:
    """Breaking news offered to *chat* since *since* and published, or waiting for its owner."""
    row = db.execute(
        "SELECT count(*) FROM draft WHERE chat = ? AND breaking = 1 AND created >= ? "
        "AND state IN ('waiting', 'published')",
        (chat, codec.stamp(since)),
    ).fetchone()
    return int(row[0])


def was_breaking(db: Database, chat: int, articles: Iterable[int]) -> bool:
    """Whether one of *articles* was offered to *chat* as breaking news, whatever came of it."""
    wanted = list(articles)
    marks = ",".join("?" * len(wanted))
    row = db.execute(
        "SELECT 1 FROM draft r JOIN digest_article a ON a.digest = r.digest "
        f"WHERE r.chat = ? AND r.breaking = 1 AND a.article IN ({marks}) LIMIT 1",
        (chat, *wanted),
    ).fetchone()
    return row is not None


def count_since(db: Database, chat: int, since: datetime) -> int:
    """Posts that were drafted for *chat* or, without a draft, owed to it since *since*."""
    at = codec.stamp(since)
    row = db.execute(
        "SELECT (SELECT count(*) FROM draft WHERE chat = ? AND created >= ?) + "
        "(SELECT count(DISTINCT d.digest) FROM delivery d WHERE d.chat = ? AND d.created >= ? "
        " AND d.kind = 'send' AND d.state != 'refused' "
        " AND EXISTS (SELECT 1 FROM digest_item i WHERE i.digest = d.digest) "
        " AND NOT EXISTS (SELECT 1 FROM draft r WHERE r.chat = d.chat AND r.digest = d.digest))",
        (chat, at, chat, at),
    ).fetchone()
    return int(row[0])
