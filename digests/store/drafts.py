"""Drafts: posts that wait for an owner's tap. Every function is a transaction.

    waiting -> published                 the deliveries are inserted in the same transaction
    waiting -> scheduled -> published    the same, due later; until then it can still be taken back
    waiting | scheduled -> ignored

A draft's id is that of the digest first composed for it; ``digest`` is what would be posted now.
"""

from __future__ import annotations

from collections.abc import Sequence
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


@dataclass(frozen=True, slots=True)
class Draft:
    id: int
    chat: int
    digest: int
    state: DraftState
    headline: str | None
    target: int | None
    due: datetime | None


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


def find(db: Database, draft: int) -> Draft | None:
    row = db.execute(
        "SELECT id, chat, digest, state, headline, target, due FROM draft WHERE id = ?", (draft,)
    ).fetchone()
    if row is None:
        return None
    number, chat, digest, state, headline, target, due = row
    return Draft(
        number, chat, digest, DraftState(state), headline, target, codec.moment_or_none(due)
    )


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
) -> bool:
    """*post* waits for a tap of the owners of *chat*, who are owed *notices*.

    False when it did before.
    """
    save_digest(db, post, now)
    cursor = db.execute(
        "INSERT OR IGNORE INTO draft (id, chat, digest, state, target, created) "
        "VALUES (?, ?, ?, 'waiting', ?, ?)",
        (post.id, chat, post.id, target, codec.stamp(now)),
    )
    if not cursor.rowcount:
        return False
    for notice in notices:
        deliveries.owe(db, Place(notice.owner), notice.digest, now, Priority.DIGEST)
        db.execute(
            "INSERT OR IGNORE INTO draft_notice (digest, owner, draft) VALUES (?, ?, ?)",
            (notice.digest.id, notice.owner, post.id),
        )
    return True


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
    deliveries.owe(db, Place(draft.chat), post, now, Priority.DIGEST, due, draft.target)
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
    if draft.state is DraftState.SCHEDULED:
        started = db.execute(
            "SELECT 1 FROM delivery WHERE chat = ? AND digest = ? AND state != 'pending' LIMIT 1",
            (draft.chat, draft.digest),
        ).fetchone()
        if started is not None:
            return False
        db.execute("DELETE FROM delivery WHERE chat = ? AND digest = ?", (draft.chat, draft.digest))
    cursor = db.execute(
        "UPDATE draft SET state = 'ignored' WHERE id = ? AND state IN ('waiting', 'scheduled')",
        (draft.id,),
    )
    return cursor.rowcount == 1


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


def count_since(db: Database, chat: int, since: datetime) -> int:
    """Drafts made for *chat* since *since*."""
    row = db.execute(
        "SELECT count(*) FROM draft WHERE chat = ? AND created >= ?", (chat, codec.stamp(since))
    ).fetchone()
    return int(row[0])
