"""Told articles that are watched: their edits, notices of them, and their pages.

What was withdrawn for good is watched no more. Every function is a transaction.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from digests.model import Article
from digests.store import archive, codec

#: How long after it was told last an article is watched (docs/editorial.md).
WATCHED = timedelta(days=7)


# --- what waits to be looked at


@dataclass(frozen=True, slots=True)
class Edited:
    """A told article as it is now, and the texts that it had when it was told."""

    article: Article
    title: str
    summary: str
    text: str


def edited(db: Database, limit: int) -> list[Edited]:
    """Told articles whose text changed and was not compared yet.

    Where the page is gone, that waits until it is there again.
    """
    rows = db.execute(
        "SELECT e.article, e.title, e.summary, e.text FROM edited e JOIN article a "
        "ON a.id = e.article WHERE a.withdrawn IS NULL ORDER BY e.article LIMIT ?",
        (limit,),
    ).fetchall()
    now = {article.id: article for article in archive.articles(db, [row[0] for row in rows])}
    return [Edited(now[row[0]], *row[1:]) for row in rows if row[0] in now]


def edited_of(db: Database, article: int) -> Edited | None:
    """The same of one article."""
    row = db.execute(
        "SELECT title, summary, text FROM edited WHERE article = ?", (article,)
    ).fetchone()
    now = archive.articles(db, [article])
    return Edited(now[0], *row) if row and now else None


def compared(db: Database, found: Edited) -> bool:
    """Take *found* off the queue; False, and it stays, when the article changed meanwhile."""
    if archive.articles(db, [found.article.id]) != [found.article]:
        return False
    return bool(db.execute("DELETE FROM edited WHERE article = ?", (found.article.id,)).rowcount)


def announce(db: Database, articles: Iterable[int]) -> None:
    """*articles* may be notices of their source: they wait to be read as such."""
    db.conn.executemany(
        "INSERT OR IGNORE INTO announced (article) VALUES (?)", [(i,) for i in articles]
    )


def announced(db: Database, limit: int) -> list[Article]:
    rows = db.execute("SELECT article FROM announced ORDER BY article LIMIT ?", (limit,)).fetchall()
    return archive.articles(db, [article for (article,) in rows])


def heard(db: Database, article: int) -> bool:
    """The notice *article* was read; False when it was before."""
    return bool(db.execute("DELETE FROM announced WHERE article = ?", (article,)).rowcount)


def watched_of(db: Database, source: str, since: datetime) -> list[Article]:
    """Articles of *source* told since *since*, also such as are gone or withdrawn since then."""
    told = "SELECT article FROM told_article WHERE told >= ?"
    withdrawn = "withdrawn >= ? AND EXISTS (SELECT 1 FROM digest_article WHERE article = a.id)"
    return _of(db, source, f"(id IN ({told}) OR {withdrawn})", since, since)


def untold_of(db: Database, source: str, since: datetime) -> list[Article]:
    """Articles of *source* seen since *since* that no chat was told and that are not withdrawn."""
    told = "SELECT article FROM told_article"
    which = f"withdrawn IS NULL AND first_seen >= ? AND id NOT IN ({told})"
    return _of(db, source, which, since)


def _of(db: Database, source: str, which: str, *since: datetime) -> list[Article]:
    """Articles of *source* that *which* (SQL) holds for, by *since*."""
    rows = db.execute(
        f"SELECT id FROM article a WHERE source = ? AND {which}", (source, *map(codec.stamp, since))
    ).fetchall()
    return archive.articles(db, [article for (article,) in rows])


def is_watched(db: Database, article: int, since: datetime) -> bool:
    """Whether *article* was told since *since*."""
    row = db.execute(
        "SELECT 1 FROM told_article WHERE article = ? AND told >= ?",
        (article, codec.stamp(since)),
    ).fetchone()
    return row is not None


# --- pages of told articles


@dataclass(frozen=True, slots=True)
class Page:
    """The page of a told article, as far as watching it needs."""

    article: int
    source: str
    url: str
    etag: str | None
    modified: str | None
    gone: datetime | None
    polls: int
    withdrawn: bool


def pages(db: Database, now: datetime, limit: int) -> list[Page]:
    """Pages of articles told in the last seven days that are to be asked for at *now*."""
    rows = db.execute(
        "SELECT t.article, a.source, a.url, t.etag, t.modified, t.gone, t.polls, "
        "a.withdrawn IS NOT NULL FROM told_article t JOIN article a ON a.id = t.article "
        "WHERE t.due <= ? AND t.told >= ? AND a.url LIKE 'http%' ORDER BY t.due LIMIT ?",
        (codec.stamp(now), codec.stamp(now - WATCHED), limit),
    ).fetchall()
    return [
        Page(row[0], row[1], row[2], row[3], row[4], codec.moment_or_none(row[5]), row[6],
             bool(row[7]))
        for row in rows
    ]  # fmt: skip


def set_page(db: Database, page: Page, due: datetime) -> None:
    db.execute(
        "UPDATE told_article SET due = ?, etag = ?, modified = ?, gone = ?, polls = ? "
        "WHERE article = ?",
        (
            codec.stamp(due),
            page.etag,
            page.modified,
            None if page.gone is None else codec.stamp(page.gone),
            page.polls,
            page.article,
        ),
    )


def unwatch(db: Database, now: datetime) -> None:
    """Forget what was told longer ago than it is watched for."""
    before = codec.stamp(now - WATCHED)
    db.execute("DELETE FROM told_article WHERE told < ?", (before,))
    db.execute("DELETE FROM edited WHERE article NOT IN (SELECT article FROM told_article)")
    db.execute("DELETE FROM announced WHERE article NOT IN (SELECT id FROM article)")


def withdraw(db: Database, article: int, now: datetime, *, for_good: bool) -> None:
    """*article* is told no more, and in no story.

    *for_good*: its page is watched no more either, and so cannot give it back; nothing of it waits
    to be compared.
    """
    db.execute(
        "UPDATE article SET withdrawn = ? WHERE id = ? AND withdrawn IS NULL",
        (codec.stamp(now), article),
    )
    if for_good:
        db.execute("DELETE FROM edited WHERE article = ?", (article,))
        db.execute("DELETE FROM told_article WHERE article = ?", (article,))


def is_withdrawn(db: Database, article: int) -> bool:
    row = db.execute("SELECT withdrawn FROM article WHERE id = ?", (article,)).fetchone()
    return row is not None and row[0] is not None


def give_back(db: Database, article: int) -> None:
    """The page of *article* is there again: it may be told.

    What was withdrawn for good is not watched, and stays withdrawn.
    """
    db.execute(
        "UPDATE article SET withdrawn = NULL WHERE id = ? "
        "AND id IN (SELECT article FROM told_article)",
        (article,),
    )
