"""The tables: what is read, who is told what, and what was corrected."""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database, Migrations

migrations = Migrations("mujaz")
#: SQLite before 3.43 (Debian 12 has 3.40) cannot take single texts out of such an index.
_DELETABLE = "contentless_delete=1," if sqlite3.sqlite_version_info >= (3, 43) else ""


def run(db: Database, *statements: str) -> None:
    """Execute *statements* one after another."""
    for statement in statements:
        db.execute(statement)


@migrations()
def archive(db: Database) -> None:
    """Sources with their polling state, articles, topics' hits, stories, search."""
    run(
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
    run(
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
    run(
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
    run(
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
    run(db, "ALTER TABLE hold ADD COLUMN told REAL")


@migrations()
def unmatched(db: Database) -> None:
    """Articles saved and not yet matched: a stop between the two must not lose them."""
    run(
        db,
        """CREATE TABLE unmatched (
             article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE
           )""",
    )


@migrations()
def periodic(db: Database) -> None:
    """What is asked at each grouping and tick is found without reading whole tables; edits of an
    article wait here for the search index."""
    run(
        db,
        "CREATE INDEX delivery_created ON delivery (created)",
        "CREATE INDEX delivery_settled ON delivery (settled) WHERE state = 'sent'",
        "CREATE INDEX digest_item_story ON digest_item (story)",
        """CREATE TABLE unindexed (
             article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE
           )""",
    )


@migrations()
def writing(db: Database) -> None:
    """Summaries that a model wrote, and what it cost."""
    run(
        db,
        """CREATE TABLE written (
             version TEXT PRIMARY KEY,  -- of a story: of its articles and their texts
             writer TEXT NOT NULL, tries INTEGER NOT NULL, at REAL NOT NULL,
             summary TEXT,  -- JSON, verified
             refused TEXT   -- why none will be asked for again
           ) WITHOUT ROWID""",
        "CREATE TABLE model_usage (day TEXT PRIMARY KEY, tokens INTEGER NOT NULL) WITHOUT ROWID",
    )


@migrations()
def breaking(db: Database) -> None:
    """Channels that want breaking news offered; when we last asked who administers a channel."""
    run(
        db,
        "ALTER TABLE channel ADD COLUMN breaking INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE channel ADD COLUMN checked REAL",
        "ALTER TABLE draft ADD COLUMN breaking INTEGER NOT NULL DEFAULT 0",
    )


@migrations()
def corrections(db: Database) -> None:
    """What was corrected or withdrawn, for ever and without chats; what is watched for it."""
    run(
        db,
        # Since when an article is told no more: withdrawn, or its page is gone.
        "ALTER TABLE article ADD COLUMN withdrawn REAL",
        """CREATE TABLE told_article (  -- watched for seven days after it was told last
             article INTEGER PRIMARY KEY, told REAL NOT NULL,
             due REAL NOT NULL,  -- when its page is asked for next
             etag TEXT, modified TEXT,
             gone REAL, polls INTEGER NOT NULL DEFAULT 0  -- since when 404 or 410, so many times
           )""",
        "CREATE INDEX told_article_due ON told_article (due)",
        """INSERT INTO told_article (article, told, due)
             SELECT a.article, max(g.created), max(g.created) FROM digest_article a
             JOIN digest g ON g.id = a.digest GROUP BY a.article""",
        """CREATE TABLE edited (  -- what a told article said before; not yet compared
             article INTEGER PRIMARY KEY, title TEXT NOT NULL, summary TEXT NOT NULL,
             text TEXT NOT NULL
           )""",
        "CREATE TABLE announced (article INTEGER PRIMARY KEY)",  # it may be a notice; not yet read
        """CREATE TABLE correction (
             id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, made REAL NOT NULL,
             article INTEGER, source TEXT, headline TEXT NOT NULL, language TEXT NOT NULL,
             url TEXT NOT NULL, told REAL NOT NULL,
             changes TEXT NOT NULL,  -- JSON: what was told, and what it reads now
             reason TEXT NOT NULL DEFAULT '',
             remaining TEXT NOT NULL DEFAULT '[]',  -- JSON: sources that still tell the story
             returned REAL  -- since when a page that was gone is there again
           )""",
        "CREATE INDEX correction_article ON correction (article)",
        """CREATE TABLE correction_message (  -- the digests that carry a correction
             digest INTEGER PRIMARY KEY, correction INTEGER NOT NULL
           )""",
        "CREATE INDEX correction_message_correction ON correction_message (correction)",
        """CREATE TABLE hand_correction (  -- by hand: waits for its words, then for a tap
             id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, by INTEGER NOT NULL,
             digest INTEGER NOT NULL, story INTEGER NOT NULL,
             channel INTEGER,  -- of an owner: in this channel alone
             wrong TEXT NOT NULL DEFAULT '', better TEXT NOT NULL DEFAULT '',
             state TEXT NOT NULL, created REAL NOT NULL
           )""",
        """CREATE TABLE hand_question (  -- asks for those words; a reply to it is the answer
             chat INTEGER NOT NULL, message INTEGER NOT NULL,
             correction INTEGER NOT NULL REFERENCES hand_correction (id) ON DELETE CASCADE,
             PRIMARY KEY (chat, message)
           ) WITHOUT ROWID""",
    )


@migrations()
def translations(db: Database) -> None:
    """Machine translations, once a sentence and model."""
    run(
        db,
        """CREATE TABLE translation (
             key TEXT PRIMARY KEY,  -- of sentence, language, models, glossary and rules
             text TEXT,             -- NULL: none that may be shown
             made REAL NOT NULL
           ) WITHOUT ROWID""",
        "CREATE INDEX translation_made ON translation (made)",
    )


@migrations()
def backgrounds(db: Database) -> None:
    """The «خلفية» that a digest gave of an earlier story: told words, of a story that was not."""
    run(
        db,
        """CREATE TABLE digest_background (
             digest INTEGER NOT NULL REFERENCES digest (id) ON DELETE CASCADE,
             part INTEGER NOT NULL, story INTEGER NOT NULL,  -- the item under which it stood
             article INTEGER NOT NULL,
             sentence TEXT NOT NULL,  -- JSON, with its evidence
             PRIMARY KEY (digest, part, story)
           ) WITHOUT ROWID""",
        "CREATE INDEX digest_background_article ON digest_background (article)",
    )
