"""Digests as stored, and what each chat was told by them.

A digest is composed once for every chat that gets just that one; its items hold, per story told,
the articles that the story then had, and the sentences that the message shows of it. A story is
told to a chat when any of its articles is in an item of one of the chat's deliveries, whichever
topic brought it. Every function is a transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlite_utils import Database

from digests.model import Place, Sentence
from digests.store import codec


@dataclass(frozen=True, slots=True)
class Part:
    """One finished message of a digest. ``buttons``: rows of (text, callback data or URL)."""

    html: str
    buttons: tuple[tuple[tuple[str, str, str], ...], ...] = ()  # (text, "data" | "url", value)
    silent: bool = True


@dataclass(frozen=True, slots=True)
class ToldItem:
    """A story as one part of a digest tells it."""

    part: int
    story: int
    topic: str
    headline: str
    sentences: str  # JSON of the sentences that it shows, with their evidence
    articles: tuple[int, ...]
    updated: bool = False
    background: Sentence | None = None  # of an earlier story, which is not told by it

    def said(self) -> tuple[Sentence, ...]:
        """The line at the head of the story, and the sentences under it, as they were shown."""
        return codec.load(tuple[Sentence, ...], self.sentences)

    def under(self, headline: str) -> ToldItem:
        """The same under a *headline* of somebody's own, which rests on no article."""
        told = (Sentence(headline, 0, ""), *self.said()[1:])
        return replace(self, sentences=codec.dump(tuple[Sentence, ...], told))


@dataclass(frozen=True, slots=True)
class StoredDigest:
    """A digest composed once, for every chat that gets just this one."""

    id: int
    parts: tuple[Part, ...]
    items: tuple[ToldItem, ...]


def save_digest(db: Database, digest: StoredDigest, now: datetime) -> int:
    """Store *digest* unless it is there already; of how many parts the stored one is.

    The stored one holds also where it was composed otherwise then (other words, after an update).
    """
    cursor = db.execute(
        "INSERT OR IGNORE INTO digest (id, created, messages) VALUES (?, ?, ?)",
        (digest.id, codec.stamp(now), codec.dump(tuple[Part, ...], digest.parts)),
    )
    if not cursor.rowcount:
        return len(digest_parts(db, digest.id))
    for position, item in enumerate(digest.items):
        db.execute(
            "INSERT INTO digest_item "
            "(digest, part, position, story, topic, headline, sentences, updated) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                digest.id,
                item.part,
                position,
                item.story,
                item.topic,
                item.headline,
                item.sentences,
                item.updated,
            ),
        )
        db.conn.executemany(
            "INSERT INTO digest_article (digest, part, story, article) VALUES (?, ?, ?, ?)",
            [(digest.id, item.part, item.story, article) for article in item.articles],
        )
    before = [(item, item.background) for item in digest.items if item.background is not None]
    db.conn.executemany(
        "INSERT INTO digest_background (digest, part, story, article, sentence) "
        "VALUES (?, ?, ?, ?, ?)",
        [
            (digest.id, item.part, item.story, said.article, codec.dump(Sentence, said))
            for item, said in before
        ],
    )
    told = [article for item in digest.items for article in item.articles]
    _watch(db, [*told, *(said.article for _, said in before)], now)
    return len(digest.parts)


def _watch(db: Database, articles: Sequence[int], now: datetime) -> None:
    """What is told is watched from now on; the pages are asked for spread over the hour.

    Not what was withdrawn since the digest was composed.
    """
    db.conn.executemany(
        "INSERT INTO told_article (article, told, due) SELECT a.id, ?2, ?3 FROM article a "
        "WHERE a.id = ?1 AND a.withdrawn IS NULL "
        "ON CONFLICT DO UPDATE SET told = max(told, excluded.told)",
        [
            (article, codec.stamp(now), codec.stamp(now) + article * 1597 % 3600)
            for article in articles
        ],
    )


def digest_parts(db: Database, digest: int) -> tuple[Part, ...]:
    row = db.execute("SELECT messages FROM digest WHERE id = ?", (digest,)).fetchone()
    return codec.load(tuple[Part, ...], row[0]) if row else ()


def record_shown(
    db: Database,
    place: Place,
    digest: StoredDigest,
    messages: Sequence[int],
    now: datetime,
) -> None:
    """Write down that an answer (``/latest``) showed *digest* and Telegram accepted it."""
    save_digest(db, digest, now)
    for number, message in enumerate(messages):
        db.execute(
            "INSERT INTO delivery (chat, thread, digest, part, kind, state, priority, due, "
            "message, created, settled) VALUES (?, ?, ?, ?, 'send', 'sent', 0, ?, ?, ?, ?) "
            "ON CONFLICT DO UPDATE SET state = 'sent', message = excluded.message, error = NULL, "
            "settled = excluded.settled, moved = 0 WHERE state = 'refused'",
            (
                place.chat,
                place.thread,
                digest.id,
                number,
                codec.stamp(now),
                message,
                codec.stamp(now),
                codec.stamp(now),
            ),
        )
        db.execute(
            "DELETE FROM missed WHERE chat = ? AND thread = ? AND digest = ? AND part = ?",
            (place.chat, place.thread, digest.id, number),
        )


def told(db: Database, place: Place, candidates: Iterable[int]) -> set[int]:
    """Which of the article ids *candidates* this chat was told, whichever topic brought them.

    After a restore, articles dated before ``told_until`` count as told: they may have been. What
    the chat missed (``store.missed``) does not. In a channel, what waits for its owner's tap or was
    declined counts as told.
    """
    found: set[int] = set()
    until = db.execute(
        "SELECT told_until FROM chat WHERE chat = ? AND thread = ?", (place.chat, place.thread)
    ).fetchone()
    horizon = until[0] if until and until[0] is not None else float("-inf")
    wanted = sorted(set(candidates))
    for start in range(0, len(wanted), 400):
        part = wanted[start : start + 400]
        marks = ",".join("?" * len(part))
        found.update(
            row[0]
            for row in db.execute(
                "SELECT DISTINCT a.article FROM digest_article a JOIN delivery d "
                "ON d.digest = a.digest AND d.part = a.part "
                f"WHERE a.article IN ({marks}) AND d.chat = ? AND d.thread = ? "
                "AND NOT EXISTS (SELECT 1 FROM missed m WHERE m.chat = d.chat "
                "  AND m.thread = d.thread AND m.digest = d.digest AND m.part = d.part) "
                "UNION SELECT a.article FROM digest_article a JOIN draft r ON r.digest = a.digest "
                f"WHERE a.article IN ({marks}) AND r.chat = ? "
                "AND r.state IN ('waiting', 'ignored') "
                f"UNION SELECT id FROM article WHERE id IN ({marks}) AND published < ?",
                (*part, place.chat, place.thread, *part, place.chat, *part, horizon),
            )
        )
    return found


def told_stories(db: Database, start: datetime) -> set[int]:
    """Ids of stories that some delivery since *start* tells: they never split by themselves."""
    rows = db.execute(
        "SELECT DISTINCT i.story FROM digest_item i JOIN delivery d "
        "ON d.digest = i.digest AND d.part = i.part WHERE d.created >= ?",
        (codec.stamp(start),),
    )
    return {row[0] for row in rows}


def items(db: Database, digest: int) -> list[ToldItem]:
    """The items of *digest*, in the order told."""
    rows = db.execute(
        "SELECT part, story, topic, headline, sentences, updated FROM digest_item "
        "WHERE digest = ? ORDER BY part, position",
        (digest,),
    ).fetchall()
    return [
        ToldItem(
            part=part,
            story=story,
            topic=topic,
            headline=headline,
            sentences=sentences,
            articles=tuple(
                row[0]
                for row in db.execute(
                    "SELECT article FROM digest_article WHERE digest = ? AND part = ? "
                    "AND story = ? ORDER BY article",
                    (digest, part, story),
                )
            ),
            updated=bool(updated),
        )
        for part, story, topic, headline, sentences, updated in rows
    ]
