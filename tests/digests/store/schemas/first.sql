BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'mujaz','archive','2026-11-25 02:05:11.547116+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'mujaz','chats','2026-11-25 02:05:11.548352+00:00');
CREATE TABLE article (
             id INTEGER PRIMARY KEY AUTOINCREMENT,
             source TEXT NOT NULL, language TEXT NOT NULL,
             title TEXT NOT NULL, summary TEXT NOT NULL, text TEXT NOT NULL,
             guid TEXT, url TEXT,
             published REAL NOT NULL, first_seen REAL NOT NULL,
             dated INTEGER NOT NULL, fresh INTEGER NOT NULL,
             fingerprint TEXT NOT NULL, changed REAL
           );
INSERT INTO "article" VALUES(1,'paper','ar','خبر محفوظ','تفاصيل','','g','http://p.test/1',1773140400.0,1773144000.0,1,1,'75473bd57d4103c61294ddd3',NULL);
CREATE TABLE article_key (
             source TEXT NOT NULL, key TEXT NOT NULL,
             article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
             PRIMARY KEY (source, key, article)
           ) WITHOUT ROWID;
INSERT INTO "article_key" VALUES('paper','gd9c1595041aa05b47c',1);
INSERT INTO "article_key" VALUES('paper','t23fab798bc84a8d6e8',1);
INSERT INTO "article_key" VALUES('paper','uc587886dc92d8a3fbc',1);
PRAGMA writable_schema=ON;
INSERT INTO sqlite_master(type,name,tbl_name,rootpage,sql)VALUES('table','article_search','article_search',0,'CREATE VIRTUAL TABLE article_search USING fts5 (
             words, content='''', contentless_delete=1, tokenize="unicode61 remove_diacritics 0"
           )');
CREATE TABLE 'article_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO "article_search_config" VALUES('version',4);
CREATE TABLE 'article_search_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO "article_search_data" VALUES(1,X'');
INSERT INTO "article_search_data" VALUES(10,X'00000000FF000001000000');
CREATE TABLE 'article_search_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);
CREATE TABLE 'article_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
CREATE TABLE article_topic (
             topic TEXT NOT NULL,
             article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
             fresh INTEGER NOT NULL,  -- 0: found by a changed topic; never pushed
             PRIMARY KEY (topic, article)
           ) WITHOUT ROWID;
INSERT INTO "article_topic" VALUES('one',1,1);
CREATE TABLE chat (
             chat INTEGER NOT NULL, thread INTEGER NOT NULL DEFAULT 0, kind TEXT NOT NULL,
             preferences TEXT NOT NULL, active INTEGER NOT NULL DEFAULT 1,
             next_due REAL, created REAL NOT NULL, tapped TEXT,
             told_until REAL,  -- after a restore: articles dated before count as told here
             PRIMARY KEY (chat, thread)
           ) WITHOUT ROWID;
INSERT INTO "chat" VALUES(7,0,'private','{"language":"ar","timezone":"Asia/Riyadh","city":"makkah","times":["20:00:00"],"arrival":"daily","stories":5,"length":"full","digits":"latin","months":"auto","hijri":false,"sound":false,"screen_reader":false,"quiet":["22:00:00","07:00:00"],"weekend":false}',1,1773162000.0,1773144000.0,NULL,NULL);
CREATE TABLE delivery (
             id INTEGER PRIMARY KEY AUTOINCREMENT,
             chat INTEGER NOT NULL, thread INTEGER NOT NULL,
             digest INTEGER NOT NULL REFERENCES digest (id), part INTEGER NOT NULL,
             kind TEXT NOT NULL, state TEXT NOT NULL, priority INTEGER NOT NULL,
             due REAL NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
             plain INTEGER NOT NULL DEFAULT 0,   -- markup was refused: once more as plain text
             repeated INTEGER NOT NULL DEFAULT 0, -- an unsure one is sent once more, not twice
             message INTEGER, error TEXT, created REAL NOT NULL, settled REAL,
             UNIQUE (chat, thread, digest, part, kind)
           );
INSERT INTO "delivery" VALUES(1,7,0,5,0,'send','sent',2,1773144000.0,0,0,0,1001,NULL,1773144000.0,1773144000.0);
CREATE TABLE digest (
             id INTEGER PRIMARY KEY, created REAL NOT NULL,
             messages TEXT NOT NULL  -- JSON, finished HTML and buttons of every part
           );
INSERT INTO "digest" VALUES(5,1773144000.0,'[{"html":"<b>5</b> 0","buttons":[],"silent":true}]');
CREATE TABLE digest_article (
             digest INTEGER NOT NULL REFERENCES digest (id) ON DELETE CASCADE,
             part INTEGER NOT NULL, story INTEGER NOT NULL, article INTEGER NOT NULL,
             PRIMARY KEY (digest, part, story, article)
           ) WITHOUT ROWID;
INSERT INTO "digest_article" VALUES(5,0,5,1);
CREATE TABLE digest_item (
             digest INTEGER NOT NULL REFERENCES digest (id) ON DELETE CASCADE,
             part INTEGER NOT NULL, position INTEGER NOT NULL,
             story INTEGER NOT NULL, topic TEXT NOT NULL,
             headline TEXT NOT NULL, sentences TEXT NOT NULL, updated INTEGER NOT NULL,
             PRIMARY KEY (digest, part, story)
           ) WITHOUT ROWID;
INSERT INTO "digest_item" VALUES(5,0,0,5,'one','خبر','[]',0);
CREATE TABLE handled_update (id INTEGER PRIMARY KEY);
CREATE TABLE hold (  -- a standing Retry-After; scope is a chat, or 'all'
             scope TEXT PRIMARY KEY, until REAL NOT NULL
           ) WITHOUT ROWID;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE mute (
             chat INTEGER NOT NULL, thread INTEGER NOT NULL, kind TEXT NOT NULL,
             value TEXT NOT NULL, until REAL,
             PRIMARY KEY (chat, thread, kind, value)
           ) WITHOUT ROWID;
CREATE TABLE own_topic (
             slug TEXT PRIMARY KEY, chat INTEGER NOT NULL, thread INTEGER NOT NULL,
             query TEXT NOT NULL, created REAL NOT NULL
           ) WITHOUT ROWID;
CREATE TABLE report (
             id INTEGER PRIMARY KEY, digest INTEGER NOT NULL, story INTEGER NOT NULL,
             reason TEXT NOT NULL, times INTEGER NOT NULL DEFAULT 1, created REAL NOT NULL,
             UNIQUE (digest, story, reason)
           );
CREATE TABLE source_entry (
             id TEXT PRIMARY KEY, entry TEXT NOT NULL  -- JSON; wins over the catalogue by id
           );
CREATE TABLE source_state (
             source TEXT PRIMARY KEY, url TEXT NOT NULL, next_poll REAL NOT NULL,
             state TEXT NOT NULL  -- JSON: validators, failures, last error
           );
CREATE TABLE story (
             id INTEGER PRIMARY KEY, version TEXT NOT NULL, latest REAL NOT NULL,
             summary TEXT  -- JSON of the summary of this version, and of its voices
           );
CREATE TABLE story_article (
             article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
             story INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE
           );
CREATE TABLE story_by_hand (  -- an operator's split or merge of two articles
             one INTEGER NOT NULL, other INTEGER NOT NULL, together INTEGER NOT NULL,
             PRIMARY KEY (one, other)
           ) WITHOUT ROWID;
CREATE TABLE subscription (
             chat INTEGER NOT NULL, thread INTEGER NOT NULL, topic TEXT NOT NULL,
             since REAL NOT NULL, position INTEGER NOT NULL,
             PRIMARY KEY (chat, thread, topic)
           ) WITHOUT ROWID;
INSERT INTO "subscription" VALUES(7,0,'one',1773144000.0,1);
CREATE TABLE topic_version (topic TEXT PRIMARY KEY, version TEXT NOT NULL);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX article_published ON article (published);
CREATE INDEX article_first_seen ON article (first_seen);
CREATE INDEX article_key_article ON article_key (article);
CREATE INDEX article_topic_article ON article_topic (article);
CREATE INDEX story_article_story ON story_article (story);
CREATE INDEX chat_due ON chat (next_due) WHERE next_due IS NOT NULL AND active = 1;
CREATE INDEX digest_article_article ON digest_article (article);
CREATE INDEX delivery_pending ON delivery (priority, id) WHERE state = 'pending';
CREATE INDEX delivery_open_of_chat ON delivery (chat, thread, priority, id) WHERE state IN ('pending', 'sending');
CREATE INDEX delivery_digest ON delivery (digest, part);
CREATE INDEX delivery_chat ON delivery (chat, thread, created);
PRAGMA writable_schema=OFF;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('article',1);
INSERT INTO "sqlite_sequence" VALUES('delivery',1);
COMMIT;
