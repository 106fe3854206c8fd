"""Articles and the polling state of their sources. Every function is a transaction."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from sqlite_utils import Database

from digests.model import Article, Entry, Source
from digests.sources.fetch import FetchState
from digests.sources.identity import Known, assign, fingerprint, keys
from digests.store import codec
from digests.stories.near import Head

#: How long an article is news after its date (docs/design.md: freshness).
NEWS = timedelta(hours=48)
#: A source not read for this long has recovered: what it brings undated is not news.
RECOVERY = timedelta(hours=24)

#: How long the archive keeps articles.
KEPT = timedelta(days=90)

_SURROGATE = re.compile("[\ud800-\udfff]")
_COLUMNS = "id, source, language, title, summary, text, url, published, first_seen, dated, fresh"
_Row = tuple[int, str, str, str, str, str, str | None, float, float, int, int]


def _article(row: _Row) -> Article:
    return Article(
        id=row[0],
        source=row[1],
        language=row[2],
        title=row[3],
        summary=row[4],
        text=row[5],
        url=row[6] or "",
        published=codec.moment(row[7]),
        first_seen=codec.moment(row[8]),
        dated=bool(row[9]),
        fresh=bool(row[10]),
    )


@dataclass(frozen=True, slots=True)
class Saved:
    """What one poll of one source brought: ids of new and of changed articles."""

    new: tuple[int, ...]
    changed: tuple[int, ...]


class Arriving(StrEnum):
    """How a document came: what may be pushed of it depends on that (docs/design.md: freshness)."""

    USUAL = "usual"
    FIRST = "first"  # a source's first poll: nothing is pushed
    RECOVERED = "recovered"  # after a long failure: undated items may be old


def save(
    db: Database, source: Source, entries: Sequence[Entry], now: datetime, arriving: Arriving
) -> Saved:
    """Store *entries* of one document of *source*; known ones are updated where they changed."""
    entries = [_storable(entry) for entry in entries]
    known = _known(db, source.id, entries)
    new: list[int] = []
    changed: list[int] = []
    for entry, found in zip(entries, assign(entries, known), strict=True):
        if found is None:
            new.append(_insert(db, source, entry, now, arriving))
        elif _update(db, source.id, found, entry, now):
            changed.append(found)
    db.conn.executemany(
        "INSERT OR IGNORE INTO unmatched (article) VALUES (?)", [(i,) for i in (*new, *changed)]
    )
    return Saved(tuple(new), tuple(changed))


def _storable(entry: Entry) -> Entry:
    """*entry* without lone surrogates, which UTF-8 cannot hold: one must not cost a document."""
    texts = ("guid", "url", "title", "summary", "text")
    broken = {
        name: value.encode("utf-8", "replace").decode()
        for name in texts
        if (value := getattr(entry, name)) and _SURROGATE.search(value)
    }
    return replace(entry, **broken) if broken else entry


def _known(db: Database, source: str, entries: Iterable[Entry]) -> list[Known]:
    wanted = sorted({key for entry in entries for key in _keys(entry)})
    found: list[Known] = []
    ids: set[int] = set()
    for start in range(0, len(wanted), 400):
        part = wanted[start : start + 400]
        marks = ",".join("?" * len(part))
        ids.update(
            row[0]
            for row in db.execute(
                f"SELECT article FROM article_key WHERE source = ? AND key IN ({marks})",
                (source, *part),
            )
        )
    for article in sorted(ids):
        row = db.execute(
            "SELECT id, guid, url, title, fingerprint, dated, coalesce(stated, published) "
            "FROM article WHERE id = ?",
            (article,),
        ).fetchone()
        published = codec.moment(row[6]) if row[5] else None
        found.append(Known(row[0], row[1], row[2], row[3], row[4], published))
    return found


def _insert(db: Database, source: Source, entry: Entry, now: datetime, arriving: Arriving) -> int:
    published = min(entry.published, now) if entry.published else now
    stated = entry.published if entry.published and entry.published > now else None
    fresh = (
        arriving is not Arriving.FIRST
        and now - published <= NEWS
        and (entry.published is not None or arriving is Arriving.USUAL)
    )
    cursor = db.execute(
        "INSERT INTO article (source, language, title, summary, text, guid, url, published, "
        "stated, first_seen, dated, fresh, fingerprint) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            source.id,
            source.language,
            entry.title,
            entry.summary,
            entry.text,
            entry.guid,
            entry.url,
            codec.stamp(published),
            None if stated is None else codec.stamp(stated),
            codec.stamp(now),
            entry.published is not None,
            fresh,
            fingerprint(entry),
        ),
    )
    article = cursor.lastrowid
    assert article is not None
    _write_keys(db, source.id, article, entry)
    return article


def _write_keys(db: Database, source: str, article: int, entry: Entry) -> None:
    db.conn.executemany(
        "INSERT OR IGNORE INTO article_key (source, key, article) VALUES (?, ?, ?)",
        [(source, key, article) for key in _keys(entry)],
    )


def _keys(entry: Entry) -> tuple[str, ...]:
    """What *entry* is found by; one without guid, URL and title by its text."""
    return keys(entry) or (f"p{fingerprint(entry)}",)


def _update(db: Database, source: str, article: int, entry: Entry, now: datetime) -> bool:
    """Bring *article* up to *entry*; whether its text changed."""
    old = db.execute(
        "SELECT fingerprint, guid, url FROM article WHERE id = ?", (article,)
    ).fetchone()
    print_ = fingerprint(entry)
    if old == (print_, entry.guid, entry.url):
        return False
    _keep_told(db, article)
    db.execute(
        "UPDATE article SET title = ?, summary = ?, text = CASE WHEN ? = '' THEN text ELSE ? END, "
        "guid = ?, url = ?, fingerprint = ?, changed = ? WHERE id = ?",
        (
            entry.title,
            entry.summary,
            entry.text,  # an empty one leaves what was read from the article's page
            entry.text,
            entry.guid,
            entry.url,
            print_,
            codec.stamp(now),
            article,
        ),
    )
    db.execute("DELETE FROM article_key WHERE article = ?", (article,))
    _write_keys(db, source, article, entry)
    db.execute("INSERT OR IGNORE INTO unindexed (article) VALUES (?)", (article,))
    return bool(old[0] != print_)


def set_text(db: Database, article: int, text: str) -> None:
    """Keep the full text of *article*'s page; the feed's own summary stays as it is."""
    _keep_told(db, article)
    db.execute("UPDATE article SET text = ? WHERE id = ?", (text, article))
    db.execute("INSERT OR IGNORE INTO unindexed (article) VALUES (?)", (article,))


def _keep_told(db: Database, article: int) -> None:
    """Before *article* changes: what it says, if it was told, for `digests.corrections`."""
    db.execute(
        "INSERT OR IGNORE INTO edited (article, title, summary, text) "
        "SELECT id, title, summary, text FROM article WHERE id = :id "
        "AND EXISTS (SELECT 1 FROM told_article WHERE article = :id)",
        {"id": article},
    )


# --- reading


def all_ids(db: Database) -> list[int]:
    """Ids of all articles, newest first."""
    return [row[0] for row in db.execute("SELECT id FROM article ORDER BY id DESC")]


def articles(db: Database, ids: Iterable[int]) -> list[Article]:
    """The articles with these ids, in the order of the ids; missing ones are left out."""
    wanted = list(dict.fromkeys(ids))
    found: dict[int, Article] = {}
    for start in range(0, len(wanted), 400):
        part = wanted[start : start + 400]
        marks = ",".join("?" * len(part))
        for row in db.execute(f"SELECT {_COLUMNS} FROM article WHERE id IN ({marks})", part):
            found[row[0]] = _article(row)
    return [found[i] for i in wanted if i in found]


def any_from(db: Database, sources: Iterable[str], ids: Iterable[int]) -> bool:
    """Whether any of the articles *ids* is of one of *sources*."""
    names = frozenset(sources)
    return any(article.source in names for article in articles(db, ids))


def newest(db: Database) -> datetime | None:
    """When the newest article was first seen."""
    row = db.execute("SELECT max(first_seen) FROM article").fetchone()
    return codec.moment_or_none(row[0])


def since(db: Database, moment: datetime) -> list[Article]:
    """Articles first seen at *moment* or later, oldest first."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM article WHERE first_seen >= ? ORDER BY first_seen, id",
        (codec.stamp(moment),),
    ).fetchall()
    return [_article(row) for row in rows]


def heads(db: Database, start: datetime) -> list[Head]:
    """Id, language and title of the articles published at *start* or later, oldest first.

    Without what was withdrawn, and what may be a notice of its source and was not read as one yet.
    """
    rows = db.execute(
        "SELECT id, language, title FROM article WHERE published >= ? AND withdrawn IS NULL "
        "AND id NOT IN (SELECT article FROM announced) ORDER BY published, id",
        (codec.stamp(start),),
    )
    return [Head(*row) for row in rows]


# --- topics' hits


def set_topics(
    db: Database, hits: Mapping[int, Sequence[str]], *, fresh: bool, among: Sequence[str]
) -> None:
    """Write which of the topics *among* match each article; hits no longer there are removed.

    A hit that stood before keeps its freshness; *fresh* is for new ones (False: a changed topic).
    """
    marks = ",".join("?" * len(among))
    for article, slugs in hits.items():
        before = {
            row[0]
            for row in db.execute(
                f"SELECT topic FROM article_topic WHERE article = ? AND topic IN ({marks})",
                (article, *among),
            )
        }
        for slug in before - set(slugs):
            db.execute("DELETE FROM article_topic WHERE article = ? AND topic = ?", (article, slug))
        for slug in set(slugs) - before:
            db.execute(
                "INSERT INTO article_topic (topic, article, fresh) SELECT ?, id, fresh AND ? "
                "FROM article WHERE id = ?",
                (slug, fresh, article),
            )


def unmatched(db: Database) -> list[int]:
    """Articles that were saved and not matched yet, oldest first."""
    return [row[0] for row in db.execute("SELECT article FROM unmatched ORDER BY article")]


def set_matched(db: Database, ids: Iterable[int]) -> None:
    db.conn.executemany("DELETE FROM unmatched WHERE article = ?", [(i,) for i in ids])


def newest_ids(db: Database, limit: int) -> list[int]:
    """Ids of the newest *limit* articles."""
    rows = db.execute("SELECT id FROM article ORDER BY id DESC LIMIT ?", (limit,))
    return [row[0] for row in rows]


def topic_versions(db: Database) -> dict[str, str]:
    """By topic, the version of its query by which the archive was last matched."""
    return dict(db.execute("SELECT topic, version FROM topic_version").fetchall())


def set_topic_version(db: Database, topic: str, version: str) -> None:
    db.execute(
        "INSERT OR REPLACE INTO topic_version (topic, version) VALUES (?, ?)", (topic, version)
    )


def matched(db: Database, start: datetime) -> set[int]:
    """Ids of articles published since *start* that match some topic."""
    rows = db.execute(
        # CROSS JOIN keeps the order: the window first, which is small beside the archive.
        "SELECT DISTINCT id FROM article CROSS JOIN article_topic ON article = id "
        "WHERE published >= ?",
        (codec.stamp(start),),
    )
    return {row[0] for row in rows}


# --- search


def index(db: Database, folded: Callable[[str], str], limit: int = 500) -> int:
    """Bring up to *limit* articles, new or edited, into the search index; how many it were.

    Off the path of polling. An SQLite that cannot replace entries (before 3.43) keeps what an
    edited article said first.
    """
    last = db.execute("SELECT coalesce(max(rowid), 0) FROM article_search").fetchone()[0]
    new = db.execute(
        "SELECT id, title, summary, text FROM article WHERE id > ? ORDER BY id LIMIT ?",
        (last, limit),
    ).fetchall()
    edited = db.execute(
        "SELECT id, title, summary, text FROM unindexed JOIN article ON id = article LIMIT ?",
        (limit,),
    ).fetchall()
    again = [row for row in edited if row[0] <= last] if _replaces(db) else []
    db.conn.executemany(
        "INSERT OR REPLACE INTO article_search (rowid, words) VALUES (?, ?)",
        [(row[0], folded("\n".join(row[1:]))) for row in (*new, *again)],
    )
    db.conn.executemany("DELETE FROM unindexed WHERE article = ?", [(row[0],) for row in edited])
    return len(new) + len(edited)


def search(db: Database, expression: str, limit: int) -> list[Article]:
    """The newest articles whose words meet the FTS5 *expression*, newest first."""
    rows = db.execute(
        "SELECT s.rowid FROM article_search s CROSS JOIN article a ON a.id = s.rowid "
        "WHERE article_search MATCH ? AND a.withdrawn IS NULL ORDER BY s.rowid DESC LIMIT ?",
        (expression, limit),
    ).fetchall()
    return articles(db, [row[0] for row in rows])


# --- sources


def source_states(db: Database) -> dict[str, FetchState]:
    rows = db.execute("SELECT source, state FROM source_state").fetchall()
    return {source: codec.load(FetchState, state) for source, state in rows}


def set_source_state(db: Database, state: FetchState) -> None:
    db.execute(
        "INSERT OR REPLACE INTO source_state (source, url, next_poll, state) VALUES (?, ?, ?, ?)",
        (state.source, state.url, codec.stamp(state.next_poll), codec.dump(FetchState, state)),
    )


def source_entries(db: Database) -> dict[str, str]:
    """Sources added by command, id to JSON; they win over the catalogue."""
    return dict(db.execute("SELECT id, entry FROM source_entry ORDER BY id").fetchall())


def add_source_entry(db: Database, source: str, entry: str) -> None:
    db.execute("INSERT OR REPLACE INTO source_entry (id, entry) VALUES (?, ?)", (source, entry))


def prune(db: Database, before: datetime) -> int:
    """Remove articles first seen before *before* that no open delivery still owes; how many.

    Of one without a date the row stays, without its text: as long as its feed lists it, it would
    come back as new and count as news.
    """
    owed = (
        "SELECT a.article FROM delivery d JOIN digest_article a "
        "ON a.digest = d.digest AND a.part = d.part "
        "WHERE d.state IN ('pending', 'sending', 'unsure')"
    )
    moment = codec.stamp(before)
    db.execute(
        "DELETE FROM article_topic WHERE article IN (SELECT id FROM article WHERE first_seen < ? "
        f"AND dated = 0 AND id NOT IN ({owed}))",
        (moment,),
    )
    db.execute(
        "UPDATE article SET summary = '', text = '' WHERE first_seen < ? AND dated = 0 "
        f"AND summary || text != '' AND id NOT IN ({owed})",
        (moment,),
    )
    cursor = db.execute(
        f"DELETE FROM article WHERE first_seen < ? AND dated = 1 AND id NOT IN ({owed})", (moment,)
    )
    _prune_search(db)
    db.execute("DELETE FROM story WHERE id NOT IN (SELECT story FROM story_article)")
    return cursor.rowcount


def _replaces(db: Database) -> bool:
    """Whether the search index can lose and replace entries: SQLite 3.43 or newer made it."""
    made = db.execute("SELECT sql FROM sqlite_master WHERE name = 'article_search'").fetchone()
    return "contentless_delete" in made[0]


def _prune_search(db: Database) -> None:
    """Take what is gone out of the index; where SQLite cannot, begin it anew once it doubled."""
    if _replaces(db):
        db.execute("DELETE FROM article_search WHERE rowid NOT IN (SELECT id FROM article)")
        return
    indexed = db.execute("SELECT count(*) FROM article_search_docsize").fetchone()[0]
    kept = db.execute("SELECT count(*) FROM article").fetchone()[0]
    if indexed > 2 * kept + 1000:
        db.execute("INSERT INTO article_search (article_search) VALUES ('delete-all')")
