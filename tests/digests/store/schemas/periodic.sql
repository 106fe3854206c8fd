BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'mujaz','archive','2026-11-26 11:13:09.779910+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'mujaz','chats','2026-11-26 11:13:09.780652+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'mujaz','channels','2026-11-26 11:13:09.781475+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'mujaz','vectors','2026-11-26 11:13:09.781611+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'mujaz','holds','2026-11-26 11:13:09.782073+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'mujaz','unmatched','2026-11-26 11:13:09.782209+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'mujaz','periodic','2026-11-26 11:13:09.782418+00:00');
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
CREATE TABLE article_vector (
             article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
             model TEXT NOT NULL, fingerprint TEXT NOT NULL,
             floats BLOB NOT NULL  -- 32-bit, little-endian
           );
CREATE TABLE channel (
             chat INTEGER PRIMARY KEY, title TEXT NOT NULL,
             mode TEXT NOT NULL DEFAULT 'digest',  -- digest | story
             approval REAL,  -- every post waits for a tap until then; NULL: always
             hashtags INTEGER NOT NULL DEFAULT 1, pin INTEGER NOT NULL DEFAULT 0,
             stopped INTEGER NOT NULL DEFAULT 0,
             lost REAL,  -- since when it refuses us
             losses INTEGER NOT NULL DEFAULT 0,
             created REAL NOT NULL
           );
INSERT INTO "channel" VALUES(-1001,'قناة','digest',1773748800.0,1,0,0,NULL,0,1773144000.0);
CREATE TABLE channel_owner (
             chat INTEGER NOT NULL REFERENCES channel (chat) ON DELETE CASCADE,
             owner INTEGER NOT NULL, since REAL NOT NULL,
             PRIMARY KEY (chat, owner)
           ) WITHOUT ROWID;
INSERT INTO "channel_owner" VALUES(-1001,9,1773144000.0);
CREATE TABLE chat (
             chat INTEGER NOT NULL, thread INTEGER NOT NULL DEFAULT 0, kind TEXT NOT NULL,
             preferences TEXT NOT NULL, active INTEGER NOT NULL DEFAULT 1,
             next_due REAL, created REAL NOT NULL, tapped TEXT,
             told_until REAL,  -- after a restore: articles dated before count as told here
             PRIMARY KEY (chat, thread)
           ) WITHOUT ROWID;
INSERT INTO "chat" VALUES(-1001,0,'channel','{"language":"ar","timezone":"Asia/Riyadh","city":"makkah","times":["20:00:00"],"arrival":"daily","stories":5,"length":"full","digits":"latin","months":"auto","hijri":false,"sound":false,"screen_reader":false,"quiet":["22:00:00","07:00:00"],"weekend":false}',1,NULL,1773144000.0,NULL,NULL);
INSERT INTO "chat" VALUES(7,0,'private','{"language":"ar","timezone":"Asia/Riyadh","city":"makkah","times":["20:00:00"],"arrival":"daily","stories":5,"length":"full","digits":"latin","months":"auto","hijri":false,"sound":false,"screen_reader":false,"quiet":["22:00:00","07:00:00"],"weekend":false}',1,1773162000.0,1773144000.0,NULL,NULL);
CREATE TABLE delivery (
             id INTEGER PRIMARY KEY AUTOINCREMENT,
             chat INTEGER NOT NULL, thread INTEGER NOT NULL,
             digest INTEGER NOT NULL REFERENCES digest (id), part INTEGER NOT NULL,
             kind TEXT NOT NULL, state TEXT NOT NULL, priority INTEGER NOT NULL,
             due REAL NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
             plain INTEGER NOT NULL DEFAULT 0,   -- markup was refused: once more as plain text
             repeated INTEGER NOT NULL DEFAULT 0, -- an unsure one is sent once more, not twice
             message INTEGER, error TEXT, created REAL NOT NULL, settled REAL, target INTEGER,
             UNIQUE (chat, thread, digest, part, kind)
           );
INSERT INTO "delivery" VALUES(1,7,0,5,0,'send','sent',2,1773144000.0,1,0,0,1001,NULL,1773144000.0,1773144000.0,NULL);
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
CREATE TABLE draft (
             id INTEGER PRIMARY KEY, chat INTEGER NOT NULL,
             digest INTEGER NOT NULL REFERENCES digest (id),  -- what would be posted
             state TEXT NOT NULL,  -- waiting | scheduled | published | ignored
             headline TEXT,        -- the owner's own
             target INTEGER,       -- the post that this one answers
             due REAL, created REAL NOT NULL
           );
CREATE TABLE draft_notice (  -- what each owner was sent of a draft
             digest INTEGER PRIMARY KEY REFERENCES digest (id), owner INTEGER NOT NULL,
             draft INTEGER NOT NULL REFERENCES draft (id) ON DELETE CASCADE
           );
CREATE TABLE draft_question (  -- asks for a headline; a reply to it is the answer
             chat INTEGER NOT NULL, message INTEGER NOT NULL,
             draft INTEGER NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
             PRIMARY KEY (chat, message)
           ) WITHOUT ROWID;
CREATE TABLE handled_update (id INTEGER PRIMARY KEY);
CREATE TABLE hold (  -- a standing Retry-After; scope is a chat, or 'all'
             scope TEXT PRIMARY KEY, until REAL NOT NULL
           , told REAL) WITHOUT ROWID;
INSERT INTO "hold" VALUES('8',1773187200.0,1773144000.0);
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE missed (  -- owed to a channel that refused it or was stopped: not told
             chat INTEGER NOT NULL, digest INTEGER NOT NULL, part INTEGER NOT NULL,
             PRIMARY KEY (chat, digest, part)
           ) WITHOUT ROWID;
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
ANALYZE "sqlite_master";
INSERT INTO "sqlite_stat1" VALUES('channel_owner','channel_owner_owner','1 1');
INSERT INTO "sqlite_stat1" VALUES('channel_owner','channel_owner','1 1 1');
INSERT INTO "sqlite_stat1" VALUES('delivery','delivery_settled','1 1');
INSERT INTO "sqlite_stat1" VALUES('delivery','delivery_created','1 1');
INSERT INTO "sqlite_stat1" VALUES('delivery','delivery_target','0 0 0');
INSERT INTO "sqlite_stat1" VALUES('delivery','delivery_chat','1 1 1 1');
INSERT INTO "sqlite_stat1" VALUES('delivery','delivery_digest','1 1 1');
INSERT INTO "sqlite_stat1" VALUES('delivery','delivery_open_of_chat','0 0 0 0 0');
INSERT INTO "sqlite_stat1" VALUES('delivery','delivery_pending','0 0 0');
INSERT INTO "sqlite_stat1" VALUES('delivery','sqlite_autoindex_delivery_1','1 1 1 1 1 1');
INSERT INTO "sqlite_stat1" VALUES('digest_article','digest_article_article','1 1');
INSERT INTO "sqlite_stat1" VALUES('digest_article','digest_article','1 1 1 1 1');
INSERT INTO "sqlite_stat1" VALUES('hold','hold','1 1');
INSERT INTO "sqlite_stat1" VALUES('article_search_config','article_search_config','1 1');
INSERT INTO "sqlite_stat1" VALUES('subscription','subscription','1 1 1 1');
INSERT INTO "sqlite_stat1" VALUES('_sqlite_migrations','idx__sqlite_migrations_migration_set_name','7 7 1');
INSERT INTO "sqlite_stat1" VALUES('chat','chat_due','1 1');
INSERT INTO "sqlite_stat1" VALUES('chat','chat','2 1 1');
INSERT INTO "sqlite_stat1" VALUES('article','article_first_seen','1 1');
INSERT INTO "sqlite_stat1" VALUES('article','article_published','1 1');
INSERT INTO "sqlite_stat1" VALUES('article_key','article_key_article','3 3');
INSERT INTO "sqlite_stat1" VALUES('article_key','article_key','3 3 1 1');
INSERT INTO "sqlite_stat1" VALUES('digest_item','digest_item_story','1 1');
INSERT INTO "sqlite_stat1" VALUES('digest_item','digest_item','1 1 1 1');
INSERT INTO "sqlite_stat1" VALUES('article_topic','article_topic_article','1 1');
INSERT INTO "sqlite_stat1" VALUES('article_topic','article_topic','1 1 1');
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
CREATE TABLE test_post (  -- to be deleted
             chat INTEGER NOT NULL, message INTEGER NOT NULL, due REAL NOT NULL,
             PRIMARY KEY (chat, message)
           ) WITHOUT ROWID;
CREATE TABLE topic_version (topic TEXT PRIMARY KEY, version TEXT NOT NULL);
CREATE TABLE unindexed (
             article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE
           );
CREATE TABLE unmatched (
             article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE
           );
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
CREATE INDEX channel_owner_owner ON channel_owner (owner);
CREATE INDEX draft_chat ON draft (chat, state);
CREATE INDEX draft_digest ON draft (digest);
CREATE INDEX draft_notice_draft ON draft_notice (draft);
CREATE INDEX delivery_target ON delivery (chat, target) WHERE target IS NOT NULL;
CREATE INDEX delivery_created ON delivery (created);
CREATE INDEX delivery_settled ON delivery (settled) WHERE state = 'sent';
CREATE INDEX digest_item_story ON digest_item (story);
PRAGMA writable_schema=OFF;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('article',1);
INSERT INTO "sqlite_sequence" VALUES('delivery',1);
COMMIT;
