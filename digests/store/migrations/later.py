"""What came to the tables of ``first``."""

from __future__ import annotations

from sqlite_utils import Database

from digests.store.migrations.first import migrations, run


@migrations()
def spreading(db: Database) -> None:
    """A correction is owed to many chats a part at a time."""
    run(
        db,
        """CREATE TABLE correction_spreading (  -- not everyone was owed it yet
             correction INTEGER PRIMARY KEY REFERENCES correction (id),
             articles TEXT NOT NULL,  -- JSON: whoever was told one of them
             since REAL NOT NULL,     -- since then
             chat INTEGER, thread INTEGER,  -- the last place that was looked at
             due REAL NOT NULL,
             again INTEGER NOT NULL DEFAULT 0  -- the second round
           )""",
    )


@migrations()
def sought(db: Database) -> None:
    """What a tick, a tap and a start ask is found without reading the ledger."""
    run(
        db,
        "CREATE INDEX digest_created ON digest (created)",
        "CREATE INDEX delivery_unsure ON delivery (id) WHERE state = 'unsure'",
        "CREATE INDEX draft_recalled ON draft (created) WHERE state = 'recalled'",
        "DROP INDEX delivery_settled",
        "CREATE INDEX delivery_settled ON delivery (settled) WHERE settled IS NOT NULL",
    )


@migrations()
def lean(db: Database) -> None:
    """Who wrote a correction by hand is not kept; what was withdrawn for good is not watched."""
    run(
        db,
        """DELETE FROM told_article WHERE article IN (
             SELECT article FROM correction WHERE kind = 'withdrawn' UNION ALL
             SELECT a.article FROM hand_correction h JOIN digest_article a
               ON a.digest = h.digest AND a.story = h.story
             WHERE h.kind = 'withdraw' AND h.state = 'sent' AND h.channel IS NULL
           )""",
        'ALTER TABLE hand_correction DROP COLUMN "by"',
    )


@migrations()
def firsts(db: Database) -> None:
    """The digest that answers a first subscription has a priority of its own, before instant ones.

    It had theirs; it is known by being the first of its chat, and silent, which no alert is.
    """
    run(
        db,
        """UPDATE delivery SET priority = priority + 1 WHERE priority > 0
             AND (chat, thread, digest) NOT IN (
               SELECT d.chat, d.thread, d.digest FROM delivery d JOIN digest g ON g.id = d.digest
               WHERE d.priority = 1 AND json_extract(g.messages, '$[0].silent') = 1
               AND d.id IN (SELECT min(o.id) FROM delivery o WHERE o.priority > 0 AND EXISTS (
                 SELECT 1 FROM digest_item i WHERE i.digest = o.digest) GROUP BY chat, thread)
             )""",
    )


_FOLLOWS = (
    "EXISTS (SELECT 1 FROM subscription s WHERE s.chat = chat.chat AND s.thread = chat.thread)"
)
#: The last that was refused.
_LAST = (
    "SELECT chat, thread, max(settled) AS settled, lower(error) AS error FROM delivery "
    "WHERE state = 'refused' AND kind = 'send'"
)


@migrations()
def barred(db: Database) -> None:
    """Chats that may not be written to for a while, and what they miss, by thread.

    Groups that were given up for want of the right to write are tried again, threads that are
    closed open with what was refused there.
    """
    run(
        db,
        # Since when it may not be written to; whether one digest is to tell what it missed.
        "ALTER TABLE chat ADD COLUMN barred REAL",
        "ALTER TABLE chat ADD COLUMN missing INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE missed RENAME TO missed_before",
        """CREATE TABLE missed (  -- owed while it was barred, closed or silent: not told
             chat INTEGER NOT NULL, thread INTEGER NOT NULL,
             digest INTEGER NOT NULL, part INTEGER NOT NULL,
             PRIMARY KEY (chat, thread, digest, part)
           ) WITHOUT ROWID""",
        "INSERT INTO missed SELECT chat, 0, digest, part FROM missed_before",
        "DROP TABLE missed_before",
        # What was refused with it was settled at that moment, and nothing else was.
        f"""UPDATE chat SET active = 1, missing = {_FOLLOWS}, barred = l.settled,
             next_due = l.settled
             FROM ({_LAST} GROUP BY chat) l WHERE l.chat = chat.chat AND chat.active = 0
             AND chat.kind IN ('group', 'supergroup') AND (l.error LIKE '%not enough rights%'
               OR l.error LIKE '%no write access%' OR l.error LIKE '%chat_write_forbidden%'
               OR l.error LIKE '%no rights to send%' OR l.error LIKE '%chat_admin_required%'
               OR l.error LIKE '%chat_restricted%')""",
        f"""UPDATE chat SET missing = {_FOLLOWS}, barred = l.settled
             FROM ({_LAST} GROUP BY chat, thread) l
             WHERE l.chat = chat.chat AND l.thread = chat.thread AND chat.active = 0
             AND l.error LIKE '%topic_closed%'""",
        """INSERT OR IGNORE INTO missed SELECT d.chat, d.thread, d.digest, d.part
             FROM chat c JOIN delivery d ON d.chat = c.chat AND d.thread = c.thread
             WHERE c.barred = d.settled AND d.state = 'refused' AND d.kind = 'send'""",
    )


@migrations()
def moved(db: Database) -> None:
    """Whether the message of a delivery stands in the group that its supergroup was before."""
    run(db, "ALTER TABLE delivery ADD COLUMN moved INTEGER NOT NULL DEFAULT 0")


@migrations()
def stated(db: Database) -> None:
    """The date that a feed gave an entry, where it lay ahead: by it the entry is known again."""
    run(db, "ALTER TABLE article ADD COLUMN stated REAL")
