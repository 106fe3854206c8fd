"""What stands in a channel, and how it changes there. Every function is a transaction.

Which message tells which story is read from the deliveries: a story is told by the message whose
delivery holds one of its articles, since ids of stories change.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from digests.model import Place
from digests.store import barring, channels, codec
from digests.store.deliveries import Delivery, Kind, Priority, mark_sent
from digests.store.told import Part, StoredDigest, ToldItem, items, save_digest


@dataclass(frozen=True, slots=True)
class Post:
    """A message of a channel that tells one story; ``articles``: those it names by now."""

    message: int
    item: ToldItem
    articles: frozenset[int]
    digest: int
    target: int | None


def of_one_story(db: Database, chat: int, since: datetime) -> list[Post]:
    """The posts of *chat* sent since *since* that tell a single story each, and that were not
    corrected: what stands there then is more than the story."""
    rows = db.execute(
        "SELECT message, digest, target FROM delivery d WHERE chat = ? AND kind = 'send' "
        "AND state = 'sent' AND message IS NOT NULL AND settled >= ? AND NOT EXISTS (SELECT 1 "
        "  FROM delivery e JOIN correction_message c ON c.digest = e.digest "
        "  WHERE e.chat = d.chat AND e.target = d.message AND e.kind = 'edit') ORDER BY id",
        (chat, codec.stamp(since)),
    ).fetchall()
    found = []
    for message, digest, target in rows:
        told = items(db, digest)
        if len(told) != 1:
            continue
        edited = db.execute(
            "SELECT a.article FROM delivery e JOIN digest_article a "
            "ON a.digest = e.digest AND a.part = e.part WHERE e.chat = ? AND e.target = ? "
            "AND e.kind = 'edit' AND e.state != 'refused'",
            (chat, message),
        )
        articles = frozenset(told[0].articles).union(article for (article,) in edited)
        found.append(Post(message, told[0], articles, digest, target))
    return found


def telling(db: Database, place: Place, articles: Iterable[int]) -> int | None:
    """The newest message of *place* that tells one of *articles*."""
    wanted = list(articles)
    marks = ",".join("?" * len(wanted))
    row = db.execute(
        "SELECT d.message FROM delivery d JOIN digest_article a "
        "ON a.digest = d.digest AND a.part = d.part WHERE d.chat = ? AND d.thread = ? "
        "AND d.kind = 'send' AND d.state = 'sent' AND d.message IS NOT NULL "
        f"AND d.moved = 0 AND a.article IN ({marks}) ORDER BY d.id DESC LIMIT 1",
        (place.chat, place.thread, *wanted),
    ).fetchone()
    return None if row is None else int(row[0])


def stories_of(db: Database, articles: Iterable[int]) -> list[int]:
    """The stories that *articles* belong to by now, the one with most of them first."""
    wanted = list(articles)
    marks = ",".join("?" * len(wanted))
    rows = db.execute(
        f"SELECT story FROM story_article WHERE article IN ({marks}) "
        "GROUP BY story ORDER BY count(*) DESC, story",
        wanted,
    ).fetchall()
    return [story for (story,) in rows]


def owe_edit(
    db: Database, place: Place, digest: StoredDigest, message: int, now: datetime, part: int = 0
) -> None:
    """*message* of *place* is to read like *part* of *digest*; an edit still pending gives way."""
    save_digest(db, digest, now)
    pending = db.execute(
        "UPDATE OR IGNORE delivery SET digest = ?, part = ? WHERE chat = ? AND thread = ? "
        "AND target = ? AND kind = 'edit' AND state = 'pending'",
        (digest.id, part, place.chat, place.thread, message),
    )
    if not pending.rowcount:
        _owe_change(db, place, digest.id, part, Kind.EDIT, message, now)


def owe_change(db: Database, place: Place, sent: int, digest: StoredDigest, now: datetime) -> None:
    """What *place* was sent as the first part of *sent* is to read like *digest*; where it did not
    arrive yet, it arrives so."""
    row = db.execute(
        "SELECT state, message FROM delivery WHERE chat = ? AND thread = ? AND digest = ? "
        "AND part = 0 AND kind = 'send'",
        (place.chat, place.thread, sent),
    ).fetchone()
    if row is None:
        return
    if row[1] is not None:
        owe_edit(db, place, digest, row[1], now)
    elif row[0] in ("pending", "unsure"):
        text = codec.dump(tuple[Part, ...], digest.parts)
        db.execute("UPDATE digest SET messages = ? WHERE id = ?", (text, sent))


def owe_pin(
    db: Database, place: Place, digest: int, part: int, message: int, now: datetime
) -> None:
    _owe_change(db, place, digest, part, Kind.PIN, message, now)


def _owe_change(
    db: Database, place: Place, digest: int, part: int, kind: Kind, message: int, now: datetime
) -> None:
    db.execute(
        "INSERT OR IGNORE INTO delivery "
        "(chat, thread, digest, part, kind, state, priority, due, created, target) "
        "VALUES (?, ?, ?, ?, ?, 'pending', ?, ?, ?, ?)",
        (
            place.chat,
            place.thread,
            digest,
            part,
            kind.value,
            int(Priority.DIGEST),
            codec.stamp(now),
            codec.stamp(now),
            message,
        ),
    )


def sent(db: Database, delivery: Delivery, message: int, now: datetime) -> None:
    """*delivery* arrived as *message*; a channel that pins its posts is owed the pin, and what
    corrects it already answers it."""
    mark_sent(db, delivery.id, message, now)
    if delivery.kind is Kind.SEND:
        barring.arrived(db, delivery.place, now)
        _answer(db, delivery, message)
    if delivery.kind is Kind.SEND and delivery.number == 0 and items(db, delivery.digest):
        channel = channels.find(db, delivery.place.chat)
        if channel is not None and channel.pin:
            owe_pin(db, delivery.place, delivery.digest, 0, message, now)


def _answer(db: Database, delivery: Delivery, message: int) -> None:
    """Corrections that came before *delivery* had arrived are to answer it.

    Those of no single article, by hand, as long as they spread.
    """
    db.execute(
        "WITH told (article) AS (SELECT article FROM digest_article "
        "  WHERE digest = :digest AND part = :part UNION SELECT article FROM digest_background "
        "  WHERE digest = :digest AND part = :part), "
        "of_told (correction) AS (SELECT id FROM correction "
        "  WHERE article IN (SELECT article FROM told) UNION "
        "  SELECT s.correction FROM correction_spreading s JOIN json_each(s.articles) a "
        "  WHERE a.value IN (SELECT article FROM told)) "
        "UPDATE delivery SET target = :message WHERE chat = :chat AND thread = :thread "
        "AND kind = 'send' AND state = 'pending' AND target IS NULL AND digest IN ("
        "  SELECT digest FROM correction_message "
        "  WHERE correction IN (SELECT correction FROM of_told))",
        {
            "message": message,
            "chat": delivery.place.chat,
            "thread": delivery.place.thread,
            "digest": delivery.digest,
            "part": delivery.number,
        },
    )


# --- posts of which nobody knows whether they arrived


@dataclass(frozen=True, slots=True)
class Unsure:
    """A post that may or may not stand in its channel. ``attempts`` tells one question from the
    next about the same post."""

    delivery: int
    chat: int
    digest: int
    part: int
    attempts: int


def unsure(db: Database, delivery: int | None = None) -> list[Unsure]:
    """Posts in channels whose outcome is unknown; of *delivery* alone when given."""
    rows = db.execute(
        "SELECT d.id, d.chat, d.digest, d.part, d.attempts FROM delivery d "
        "JOIN channel c ON c.chat = d.chat WHERE d.state = 'unsure' AND d.kind = 'send' "
        "AND d.id = coalesce(?, d.id) ORDER BY d.id",
        (delivery,),
    ).fetchall()
    return [Unsure(*row) for row in rows]


def settle_unsure(
    db: Database, delivery: int, attempts: int, *, again: bool, now: datetime
) -> bool:
    """An owner says whether the post is there, or has it sent *again*; False: it was settled."""
    cursor = db.execute(
        "UPDATE delivery SET state = ?, due = ?, settled = ?, error = NULL, repeated = ? "
        "WHERE id = ? AND state = 'unsure' AND attempts = ?",
        (
            "pending" if again else "sent",
            codec.stamp(now),
            None if again else codec.stamp(now),
            again,
            delivery,
            attempts,
        ),
    )
    return cursor.rowcount == 1
