"""The schema, as migrations that only go forward. A released migration is never changed.

Times are REAL seconds since 1970 in UTC. ``chat`` and ``thread`` are opaque numbers. Ids of
articles and deliveries are never given twice (AUTOINCREMENT): what was told, and what is in flight,
is known by them after the row itself is gone.
"""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database, Migrations

migrations = Migrations("mujaz")
#: SQLite before 3.43 (Debian 12 has 3.40) cannot take single texts out of such an index.
_DELETABLE = "contentless_delete=1," if sqlite3.sqlite_version_info >= (3, 43) else ""


def _run(db: Database, *statements: str) -> None:
    for statement in statements:
        db.execute(statement)


@migrations()
def archive(db: Database) -> None:
    """Sources with their polling state, articles, topics' hits, stories, search."""
    _run(
        db,
        """CREATE TABLE source_entry (
             id TEXT PRIMARY KEY, entry TEXT NOT NULL  -- JSON; wins over the catalogue by id
           )""",
        """CREATE TABLE source_state (
             source TEXT PRIMARY KEY, url TEXT NOT NULL, next_poll REAL NOT NULL,
             state TEXT NOT NULL  -- JSON: validators, failures, last error
           )""",
        """CREATE TABLE article (
             id INTEGER PRIMARY KEY AUTOINCREMENT,
             source TEXT NOT NULL, language TEXT NOT NULL,
             title TEXT NOT NULL, summary TEXT NOT NULL, text TEXT NOT NULL,
             guid TEXT, url TEXT,
             published REAL NOT NULL, first_seen REAL NOT NULL,
             dated INTEGER NOT NULL, fresh INTEGER NOT NULL,
             fingerprint TEXT NOT NULL, changed REAL
           )""",
        "CREATE INDEX article_published ON article (published)",
        "CREATE INDEX article_first_seen ON article (first_seen)",
        """CREATE TABLE article_key (
             source TEXT NOT NULL, key TEXT NOT NULL,
             article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
             PRIMARY KEY (source, key, article)
           ) WITHOUT ROWID""",
        "CREATE INDEX article_key_article ON article_key (article)",
        """CREATE TABLE article_topic (
             topic TEXT NOT NULL,
             article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
             fresh INTEGER NOT NULL,  -- 0: found by a changed topic; never pushed
             PRIMARY KEY (topic, article)
           ) WITHOUT ROWID""",
        "CREATE INDEX article_topic_article ON article_topic (article)",
        "CREATE TABLE topic_version (topic TEXT PRIMARY KEY, version TEXT NOT NULL)",
        """CREATE TABLE story (
             id INTEGER PRIMARY KEY, version TEXT NOT NULL, latest REAL NOT NULL,
             summary TEXT  -- JSON of the summary of this version, and of its voices
           )""",
        """CREATE TABLE story_article (
             article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
             story INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE
           )""",
        "CREATE INDEX story_article_story ON story_article (story)",
        """CREATE TABLE story_by_hand (  -- an operator's split or merge of two articles
             one INTEGER NOT NULL, other INTEGER NOT NULL, together INTEGER NOT NULL,
             PRIMARY KEY (one, other)
           ) WITHOUT ROWID""",
        f"""CREATE VIRTUAL TABLE article_search USING fts5 (
             words, content='', {_DELETABLE} tokenize="unicode61 remove_diacritics 0"
           )""",
    )


@migrations()
def chats(db: Database) -> None:
    """Who receives, and what was sent: the delivery row is both outbox entry and ledger."""
    _run(
        db,
        """CREATE TABLE chat (
             chat INTEGER NOT NULL, thread INTEGER NOT NULL DEFAULT 0, kind TEXT NOT NULL,
             preferences TEXT NOT NULL, active INTEGER NOT NULL DEFAULT 1,
             next_due REAL, created REAL NOT NULL, tapped TEXT,
             told_until REAL,  -- after a restore: articles dated before count as told here
             PRIMARY KEY (chat, thread)
           ) WITHOUT ROWID""",
        "CREATE INDEX chat_due ON chat (next_due) WHERE next_due IS NOT NULL AND active = 1",
        """CREATE TABLE subscription (
             chat INTEGER NOT NULL, thread INTEGER NOT NULL, topic TEXT NOT NULL,
             since REAL NOT NULL, position INTEGER NOT NULL,
             PRIMARY KEY (chat, thread, topic)
           ) WITHOUT ROWID""",
        """CREATE TABLE own_topic (
             slug TEXT PRIMARY KEY, chat INTEGER NOT NULL, thread INTEGER NOT NULL,
             query TEXT NOT NULL, created REAL NOT NULL
           ) WITHOUT ROWID""",
        """CREATE TABLE mute (
             chat INTEGER NOT NULL, thread INTEGER NOT NULL, kind TEXT NOT NULL,
             value TEXT NOT NULL, until REAL,
             PRIMARY KEY (chat, thread, kind, value)
           ) WITHOUT ROWID""",
        """CREATE TABLE digest (
             id INTEGER PRIMARY KEY, created REAL NOT NULL,
             messages TEXT NOT NULL  -- JSON, finished HTML and buttons of every part
           )""",
        """CREATE TABLE digest_item (
             digest INTEGER NOT NULL REFERENCES digest (id) ON DELETE CASCADE,
             part INTEGER NOT NULL, position INTEGER NOT NULL,
             story INTEGER NOT NULL, topic TEXT NOT NULL,
             headline TEXT NOT NULL, sentences TEXT NOT NULL, updated INTEGER NOT NULL,
             PRIMARY KEY (digest, part, story)
           ) WITHOUT ROWID""",
        """CREATE TABLE digest_article (
             digest INTEGER NOT NULL REFERENCES digest (id) ON DELETE CASCADE,
             part INTEGER NOT NULL, story INTEGER NOT NULL, article INTEGER NOT NULL,
             PRIMARY KEY (digest, part, story, article)
           ) WITHOUT ROWID""",
        "CREATE INDEX digest_article_article ON digest_article (article)",
        """CREATE TABLE delivery (
             id INTEGER PRIMARY KEY AUTOINCREMENT,
             chat INTEGER NOT NULL, thread INTEGER NOT NULL,
             digest INTEGER NOT NULL REFERENCES digest (id), part INTEGER NOT NULL,
             kind TEXT NOT NULL, state TEXT NOT NULL, priority INTEGER NOT NULL,
             due REAL NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
             plain INTEGER NOT NULL DEFAULT 0,   -- markup was refused: once more as plain text
             repeated INTEGER NOT NULL DEFAULT 0, -- an unsure one is sent once more, not twice
             message INTEGER, error TEXT, created REAL NOT NULL, settled REAL,
             UNIQUE (chat, thread, digest, part, kind)
           )""",
        "CREATE INDEX delivery_pending ON delivery (priority, id) WHERE state = 'pending'",
        "CREATE INDEX delivery_open_of_chat ON delivery (chat, thread, priority, id) "
        "WHERE state IN ('pending', 'sending')",
        "CREATE INDEX delivery_digest ON delivery (digest, part)",
        "CREATE INDEX delivery_chat ON delivery (chat, thread, created)",
        """CREATE TABLE hold (  -- a standing Retry-After; scope is a chat, or 'all'
             scope TEXT PRIMARY KEY, until REAL NOT NULL
           ) WITHOUT ROWID""",
        """CREATE TABLE report (
             id INTEGER PRIMARY KEY, digest INTEGER NOT NULL, story INTEGER NOT NULL,
             reason TEXT NOT NULL, times INTEGER NOT NULL DEFAULT 1, created REAL NOT NULL,
             UNIQUE (digest, story, reason)
           )""",
        "CREATE TABLE handled_update (id INTEGER PRIMARY KEY)",  # and not yet confirmed
        "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    )


@migrations()
def channels(db: Database) -> None:
    """Channels and their owners, drafts that wait for an owner's tap, posts owed a deletion."""
    _run(
        db,
        """CREATE TABLE channel (
             chat INTEGER PRIMARY KEY, title TEXT NOT NULL,
             mode TEXT NOT NULL DEFAULT 'digest',  -- digest | story
             approval REAL,  -- every post waits for a tap until then; NULL: always
             hashtags INTEGER NOT NULL DEFAULT 1, pin INTEGER NOT NULL DEFAULT 0,
             stopped INTEGER NOT NULL DEFAULT 0,
             lost REAL,  -- since when it refuses us
             losses INTEGER NOT NULL DEFAULT 0,
             created REAL NOT NULL
           )""",
        """CREATE TABLE channel_owner (
             chat INTEGER NOT NULL REFERENCES channel (chat) ON DELETE CASCADE,
             owner INTEGER NOT NULL, since REAL NOT NULL,
             PRIMARY KEY (chat, owner)
           ) WITHOUT ROWID""",
        "CREATE INDEX channel_owner_owner ON channel_owner (owner)",
        """CREATE TABLE draft (
             id INTEGER PRIMARY KEY, chat INTEGER NOT NULL,
             digest INTEGER NOT NULL REFERENCES digest (id),  -- what would be posted
             state TEXT NOT NULL,  -- waiting | scheduled | published | ignored
             headline TEXT,        -- the owner's own
             target INTEGER,       -- the post that this one answers
             due REAL, created REAL NOT NULL
           )""",
        "CREATE INDEX draft_chat ON draft (chat, state)",
        "CREATE INDEX draft_digest ON draft (digest)",
        """CREATE TABLE draft_notice (  -- what each owner was sent of a draft
             digest INTEGER PRIMARY KEY REFERENCES digest (id), owner INTEGER NOT NULL,
             draft INTEGER NOT NULL REFERENCES draft (id) ON DELETE CASCADE
           )""",
        "CREATE INDEX draft_notice_draft ON draft_notice (draft)",
        """CREATE TABLE draft_question (  -- asks for a headline; a reply to it is the answer
             chat INTEGER NOT NULL, message INTEGER NOT NULL,
             draft INTEGER NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
             PRIMARY KEY (chat, message)
           ) WITHOUT ROWID""",
        """CREATE TABLE missed (  -- owed to a channel that refused it or was stopped: not told
             chat INTEGER NOT NULL, digest INTEGER NOT NULL, part INTEGER NOT NULL,
             PRIMARY KEY (chat, digest, part)
           ) WITHOUT ROWID""",
        """CREATE TABLE test_post (  -- to be deleted
             chat INTEGER NOT NULL, message INTEGER NOT NULL, due REAL NOT NULL,
             PRIMARY KEY (chat, message)
           ) WITHOUT ROWID""",
        # The message that an edit changes, a pin pins, or a later post answers.
        "ALTER TABLE delivery ADD COLUMN target INTEGER",
        "CREATE INDEX delivery_target ON delivery (chat, target) WHERE target IS NOT NULL",
    )


@migrations()
def vectors(db: Database) -> None:
    """Embeddings, with the model and the text that they are of."""
    _run(
        db,
        """CREATE TABLE article_vector (
             article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
             model TEXT NOT NULL, fingerprint TEXT NOT NULL,
             floats BLOB NOT NULL  -- 32-bit, little-endian
           )""",
    )


@migrations()
def holds(db: Database) -> None:
    """When a Retry-After was told: a clock that was put back since does not make it longer."""
    _run(db, "ALTER TABLE hold ADD COLUMN told REAL")


@migrations()
def unmatched(db: Database) -> None:
    """Articles saved and not yet matched: a stop between the two must not lose them."""
    _run(
        db,
        """CREATE TABLE unmatched (
             article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE
           )""",
    )


@migrations()
def periodic(db: Database) -> None:
    """What is asked at each grouping and tick is found without reading whole tables; edits of an
    article wait here for the search index."""
    _run(
        db,
        "CREATE INDEX delivery_created ON delivery (created)",
        "CREATE INDEX delivery_settled ON delivery (settled) WHERE state = 'sent'",
        "CREATE INDEX digest_item_story ON digest_item (story)",
        """CREATE TABLE unindexed (
             article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE
           )""",
    )


#: Names of all migrations that this version knows.
NAMES = frozenset({"archive", "chats", "channels", "vectors", "holds", "unmatched", "periodic"})
