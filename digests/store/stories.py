"""Stories: which article belongs to which, and the summary of each version.

Told state lives with the deliveries, never here. Every function is a transaction.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from sqlite_utils import Database

from digests.model import Independence, Story, Summary
from digests.store import codec
from digests.store.archive import articles


@dataclass(frozen=True, slots=True)
class Told:
    """A story's summary and voices, as kept for one version of it."""

    summary: Summary
    independence: Independence


def version(story: Story) -> str:
    """A hash of the story's articles and their texts: it changes when its summary could."""
    text = "\x1f".join(f"{a.id}\x1e{a.title}\x1e{a.body}" for a in story.articles)
    return blake2b(text.encode(), digest_size=8).hexdigest()


def assignment(db: Database, start: datetime) -> dict[int, int]:
    """Article id to story id, for articles published since *start*."""
    rows = db.execute(
        "SELECT article, story FROM story_article JOIN article ON article.id = article "
        "WHERE published >= ?",
        (codec.stamp(start),),
    )
    return dict(rows.fetchall())


def next_id(db: Database) -> int:
    row = db.execute(
        "SELECT max((SELECT coalesce(max(id), 0) FROM story), "
        "(SELECT coalesce(max(story), 0) FROM digest_item))"
    ).fetchone()
    return int(row[0]) + 1


def replace(
    db: Database, stories: Sequence[Story], start: datetime, summaries: dict[int, Told]
) -> None:
    """Write *stories* of the window that begins at *start* in place of those before.

    *summaries* are the new ones, by story id; a story whose version is unchanged keeps its own.
    """
    stored = dict(db.execute("SELECT id, version FROM story").fetchall())
    db.execute(
        "DELETE FROM story_article WHERE article IN (SELECT id FROM article WHERE published >= ?)",
        (codec.stamp(start),),
    )
    for story in stories:
        told = summaries.get(story.id)
        current = version(story)
        if told is not None or stored.get(story.id) != current:
            db.execute(
                "INSERT INTO story (id, version, latest, summary) VALUES (?, ?, ?, ?) "
                "ON CONFLICT DO UPDATE SET version = excluded.version, latest = excluded.latest, "
                "summary = excluded.summary",
                (
                    story.id,
                    current,
                    codec.stamp(story.latest),
                    None if told is None else codec.dump(Told, told),
                ),
            )
        db.conn.executemany(
            "INSERT OR REPLACE INTO story_article (article, story) VALUES (?, ?)",
            [(article.id, story.id) for article in story.articles],
        )
    db.execute("DELETE FROM story WHERE id NOT IN (SELECT story FROM story_article)")


def versions(db: Database) -> dict[int, str]:
    """By story, the version that its stored summary is of."""
    return dict(db.execute("SELECT id, version FROM story WHERE summary IS NOT NULL").fetchall())


def get(db: Database, ids: Iterable[int]) -> list[tuple[Story, Told]]:
    """Stories with their summaries, in the order of *ids*; unknown or unsummarised are left out.

    What a model wrote of a version (``store.writing``) stands in place of its extractive summary.
    """
    found: list[tuple[Story, Told]] = []
    for story in dict.fromkeys(ids):
        row = db.execute(
            "SELECT s.summary, w.summary FROM story s LEFT JOIN written w ON w.version = s.version "
            "WHERE s.id = ?",
            (story,),
        ).fetchone()
        if row is None or row[0] is None:
            continue
        members = db.execute(
            "SELECT article FROM story_article JOIN article ON article.id = article "
            "WHERE story = ? ORDER BY published, article.id",
            (story,),
        ).fetchall()
        found.append(
            (
                Story(story, tuple(articles(db, [m[0] for m in members]))),
                _told(row[0], row[1]),
            )
        )
    return found


def _told(extracted: str, written: str | None) -> Told:
    """What is kept of a version; the summary is the model's where there is one."""
    told = codec.load(Told, extracted)
    return told if written is None else Told(codec.load(Summary, written), told.independence)


def of_topic(db: Database, topic: str, *, seen: datetime, published: datetime) -> list[int]:
    """Stories with an article of *topic* first seen since *seen* and dated since *published*.

    Most widely told and newest first, as digests rank them.
    """
    rows = db.execute(
        "SELECT s.story FROM article_topic t JOIN article a ON a.id = t.article "
        "JOIN story_article s ON s.article = t.article "
        "WHERE t.topic = ? AND a.first_seen >= ? AND a.published >= ? "
        "GROUP BY s.story",
        (topic, codec.stamp(seen), codec.stamp(published)),
    )
    return _ranked(db, [row[0] for row in rows])


def newest_of_topic(db: Database, topic: str) -> int | None:
    """The newest story of *topic* in the archive, however old."""
    row = db.execute(
        "SELECT s.story FROM article_topic t JOIN article a ON a.id = t.article "
        "JOIN story_article s ON s.article = t.article WHERE t.topic = ? "
        "ORDER BY a.published DESC LIMIT 1",
        (topic,),
    ).fetchone()
    return None if row is None else int(row[0])


def dated(db: Database, topic: str, limit: int, skip: int = 0) -> list[int]:
    """Stories of *topic* by the date of their first report, the newest first."""
    rows = db.execute(
        "SELECT s.story FROM article_topic t JOIN story_article s ON s.article = t.article "
        "JOIN story_article m ON m.story = s.story JOIN article a ON a.id = m.article "
        "WHERE t.topic = ? GROUP BY s.story ORDER BY min(a.published) DESC, s.story DESC "
        "LIMIT ? OFFSET ?",
        (topic, limit, skip),
    )
    return [row[0] for row in rows]


def pushable(
    db: Database,
    topic: str,
    published: datetime,
    owed: Iterable[int] = (),
    seen: datetime | None = None,
) -> list[int]:
    """Stories of *topic* that may be pushed: an article of it dated since *published*, and first
    seen since *seen* if given, that is fresh, or among those *owed* before."""
    rows = db.execute(
        # CROSS JOIN keeps the order: two days of articles first, not a topic's ninety.
        "SELECT s.story FROM article a "
        "CROSS JOIN article_topic t ON t.topic = ? AND t.article = a.id "
        "CROSS JOIN story_article s ON s.article = a.id "
        "WHERE a.published >= ? AND a.first_seen >= coalesce(?, a.first_seen) "
        "AND (t.fresh = 1 OR a.id IN (SELECT value FROM json_each(?))) GROUP BY s.story",
        (
            topic,
            codec.stamp(published),
            None if seen is None else codec.stamp(seen),
            json.dumps(list(owed)),
        ),
    )
    return _ranked(db, [row[0] for row in rows])


def _ranked(db: Database, ids: list[int]) -> list[int]:
    """By number of sources, then newest first."""
    rows = db.execute(
        "SELECT s.story FROM story_article s JOIN article a ON a.id = s.article "
        "WHERE s.story IN (SELECT value FROM json_each(?)) GROUP BY s.story "
        "ORDER BY count(DISTINCT a.source) DESC, max(a.published) DESC, s.story",
        (json.dumps(ids),),
    )
    return [row[0] for row in rows]


def members(db: Database, ids: Iterable[int]) -> dict[int, list[int]]:
    """By story, the ids of its articles."""
    found: dict[int, list[int]] = {}
    rows = db.execute(
        "SELECT story, article FROM story_article "
        "WHERE story IN (SELECT value FROM json_each(?)) ORDER BY article",
        (json.dumps(list(ids)),),
    )
    for story, article in rows:
        found.setdefault(story, []).append(article)
    return found


def of_articles(db: Database, articles: Iterable[int]) -> set[int]:
    """The stories to which *articles* belong by now."""
    rows = db.execute(
        "SELECT DISTINCT story FROM story_article "
        "WHERE article IN (SELECT value FROM json_each(?))",
        (json.dumps(list(articles)),),
    )
    return {row[0] for row in rows}


def by_hand(db: Database) -> list[tuple[int, int, bool]]:
    """What an operator said of pairs of articles: (one, other, together)."""
    rows = db.execute("SELECT one, other, together FROM story_by_hand").fetchall()
    return [(one, other, bool(together)) for one, other, together in rows]


def of_article(db: Database, article: int) -> int | None:
    """The story that *article* belongs to."""
    row = db.execute("SELECT story FROM story_article WHERE article = ?", (article,)).fetchone()
    return None if row is None else int(row[0])


def take_out(db: Database, article: int, left: tuple[Story, Told] | None) -> None:
    """*article* leaves its story, of which *left* remains; without it, the story goes."""
    db.execute("DELETE FROM story_article WHERE article = ?", (article,))
    if left is not None:
        story, told = left
        db.execute(
            "UPDATE story SET version = ?, latest = ?, summary = ? WHERE id = ?",
            (version(story), codec.stamp(story.latest), codec.dump(Told, told), story.id),
        )
    db.execute("DELETE FROM story WHERE id NOT IN (SELECT story FROM story_article)")


def split(db: Database, articles: Sequence[int]) -> bool:
    """Say that *articles*, all of one story, tell another event than the rest of it; False when
    there is no rest."""
    story = of_article(db, articles[0])
    all_of_it = db.execute("SELECT article FROM story_article WHERE story = ?", (story,)).fetchall()
    rest = [article for (article,) in all_of_it if article not in articles]
    for other in rest:
        for article in articles:
            _say_by_hand(db, article, other, together=False)
    return bool(rest)


def merge(db: Database, story: int, other: int) -> bool:
    """Say that two stories tell one event, whatever was said of their articles before; False when
    either does not exist."""
    query = "SELECT article FROM story_article WHERE story = ? ORDER BY article"
    one = [article for (article,) in db.execute(query, (story,))]
    two = [article for (article,) in db.execute(query, (other,))]
    if not one or not two or story == other:
        return False
    for first in one:
        for second in two:
            pair = sorted((first, second))
            db.execute("DELETE FROM story_by_hand WHERE one = ? AND other = ?", pair)
    _say_by_hand(db, one[0], two[0], together=True)
    return True


def _say_by_hand(db: Database, one: int, other: int, *, together: bool) -> None:
    low, high = sorted((one, other))
    db.execute(
        "INSERT OR REPLACE INTO story_by_hand (one, other, together) VALUES (?, ?, ?)",
        (low, high, together),
    )
