"""A database of any earlier version opens, with all that was in it."""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from digests.model import Entry, Place
from digests.store import chats, deliveries, stories, told
from digests.store.database import Store
from digests.store.deliveries import Priority
from digests.store.migrations import NAMES, migrations
from tests.digests.store.desk import NOON, Desk, digest

SCHEMAS = sorted((Path(__file__).parent / "schemas").glob("*.sql"))


def test_every_migration_is_named_once() -> None:
    assert {step.name for step in migrations._migrations} == NAMES


needs_newer = pytest.mark.skipif(
    sqlite3.sqlite_version_info < (3, 43), reason="the fixtures hold an index of a newer SQLite"
)


@needs_newer
@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda path: path.stem)
def test_an_older_database_goes_on(schema: Path, tmp_path: Path) -> None:
    path = tmp_path / "mujaz.db"
    with sqlite3.connect(path) as old:
        old.executescript(schema.read_text(encoding="utf-8"))
    before = rows(old)
    old.close()
    store = Store(path)
    assert before.items() <= store.read_now(lambda db: rows(db.conn)).items()
    desk = Desk(store)
    place = Place(7)
    chat = store.read_now(partial(chats.find, place=place))
    assert chat is not None
    assert chat.topics == ("one",)
    assert chat.next_due == NOON + timedelta(hours=5)
    assert store.read_now(lambda db: told.told(db, place, [1, 2])) == {1}
    assert desk.states() == ["sent"]
    assert store.read_now(lambda db: stories.next_id(db)) == 6
    known = Entry(
        "g", "http://p.test/1", "خبر محفوظ", "تفاصيل", published=NOON - timedelta(hours=1)
    )
    assert desk.save(known).new == ()
    assert desk.save(Entry("h", "http://p.test/2", "خبر ثان")).new == (2,)
    assert desk.owe(place, digest(6, [2])) == 1
    assert [d.digest for d in desk.claim()] == [6]
    store.write_now(lambda db: deliveries.recover(db, NOON))
    store.close()
    Store(path).close()


@needs_newer
@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda path: path.stem)
def test_a_first_digest_of_an_older_database_is_no_instant_message(
    schema: Path, tmp_path: Path
) -> None:
    path = tmp_path / "mujaz.db"
    with sqlite3.connect(path) as old:
        old.executescript(schema.read_text(encoding="utf-8"))
        for number, sound in ((6, False), (7, True), (8, False)):
            parts = json.dumps([{"html": "نص", "buttons": [], "silent": not sound}] * 2)
            old.execute("INSERT INTO digest VALUES (?, 0, ?)", (number, parts))
            old.execute(
                "INSERT INTO digest_item VALUES (?, 0, 0, ?, 'one', '', '[]', 0)", (number, number)
            )
        owed = ((8, 6, 0, 1), (8, 6, 1, 1), (8, 7, 0, 1), (8, 8, 0, 2), (9, 7, 0, 1))
        for chat, number, part, priority in owed:
            old.execute(
                "INSERT INTO delivery (chat, thread, digest, part, kind, state, priority, due, "
                "created) VALUES (?, 0, ?, ?, 'send', 'sent', ?, 0, 0)",
                (chat, number, part, priority),
            )
    old.close()
    store = Store(path)
    found = store.read_now(
        lambda db: db.execute(
            "SELECT chat, digest, part, priority FROM delivery WHERE chat > 7 ORDER BY id"
        ).fetchall()
    )
    first, instant, later = Priority.FIRST, Priority.INSTANT, Priority.DIGEST
    assert found == [
        (8, 6, 0, first), (8, 6, 1, first), (8, 7, 0, instant), (8, 8, 0, later),
        (9, 7, 0, instant),
    ]  # fmt: skip
    since = datetime.fromtimestamp(0, UTC)
    assert store.read_now(lambda db: deliveries.count_since(db, Place(8), since)) == 1
    store.close()


@needs_newer
@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda path: path.stem)
def test_a_group_that_was_given_up_for_want_of_rights_is_tried_again(
    schema: Path, tmp_path: Path
) -> None:
    path = tmp_path / "mujaz.db"
    refusals = {
        -1: "Bad Request: not enough rights to send text messages to the chat",
        -2: "Forbidden: bot was kicked from the supergroup chat",
        -3: "Bad Request: have no write access to the chat",
        -4: "Bad Request: TOPIC_CLOSED",
    }
    with sqlite3.connect(path) as old:
        old.executescript(schema.read_text(encoding="utf-8"))
        (preferences,) = old.execute("SELECT preferences FROM chat").fetchone()
        for chat, error in refusals.items():
            old.execute(
                "INSERT INTO chat (chat, thread, kind, preferences, active, created) "
                "VALUES (?, 0, 'supergroup', ?, 0, 0)",
                (chat, preferences),
            )
            old.execute("INSERT INTO subscription VALUES (?, 0, 'one', 0, 1)", (chat,))
            old.execute(
                "INSERT INTO delivery (chat, thread, digest, part, kind, state, priority, due, "
                "error, created, settled) VALUES (?, 0, 5, 0, 'send', 'refused', 2, 0, ?, 0, 60)",
                (chat, error),
            )
        knew_missed = "missed" in rows(old)
        if knew_missed:
            old.execute("INSERT INTO missed VALUES (-9, 5, 0)")
    old.close()
    store = Store(path)
    due = store.read_now(lambda db: chats.due(db, NOON))
    assert {chat.place.chat for chat in due} == {-1, -3}
    assert all(chat.barred and chat.missing for chat in due)
    missed = store.read_now(lambda db: db.execute("SELECT * FROM missed").fetchall())
    refused = [(-4, 0, 5, 0), (-3, 0, 5, 0), (-1, 0, 5, 0)]
    assert missed == [(-9, 0, 5, 0)] * knew_missed + refused
    assert store.read_now(lambda db: told.told(db, Place(-1), [1, 2])) == set()
    assert store.read_now(lambda db: told.told(db, Place(-2), [1, 2])) == {1}
    store.close()


@needs_newer
@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda path: path.stem)
def test_what_was_refused_last_is_missed_and_nothing_else(schema: Path, tmp_path: Path) -> None:
    path = tmp_path / "mujaz.db"
    rights = "Bad Request: not enough rights to send text messages to the chat"
    closed = "Bad Request: TOPIC_CLOSED"
    owed = (  # chat, thread, digest, kind, state, error, settled
        (-1, 3, 5, "send", "refused", closed, 100),  # its thread was closed, and opened again
        (-1, 0, 6, "send", "sent", None, 150),
        (-1, 0, 7, "send", "refused", rights, 200),
        (-1, 3, 7, "send", "refused", rights, 200),  # was pending when the group refused the other
        (-1, 0, 8, "pin", "refused", "not enough rights to manage pinned messages", 300),
        (-2, 3, 5, "send", "refused", closed, 100),
        (-2, 0, 5, "send", "sent", None, 150),
    )
    places = ((-1, 0, 0), (-1, 3, 0), (-1, 4, 0), (-2, 0, 1), (-2, 3, 0))  # active in the end
    with sqlite3.connect(path) as old:
        old.executescript(schema.read_text(encoding="utf-8"))
        (preferences,) = old.execute("SELECT preferences FROM chat").fetchone()
        for chat, thread, active in places:
            old.execute(
                "INSERT INTO chat (chat, thread, kind, preferences, active, created) "
                "VALUES (?, ?, 'supergroup', ?, ?, 0)",
                (chat, thread, preferences, active),
            )
            if thread != 4:
                old.execute("INSERT INTO subscription VALUES (?, ?, 'one', 0, 1)", (chat, thread))
        old.executemany(
            "INSERT INTO delivery (chat, thread, digest, part, kind, state, priority, due, error, "
            "created, settled) VALUES (?, ?, ?, 0, ?, ?, 2, 0, ?, 0, ?)",
            owed,
        )
    old.close()
    store = Store(path)
    missed = store.read_now(lambda db: db.execute("SELECT * FROM missed").fetchall())
    assert missed == [(-2, 3, 5, 0), (-1, 0, 7, 0), (-1, 3, 7, 0)]
    found = [each for chat in (-1, -2) for each in store.read_now(partial(chats.places, chat=chat))]
    states = {(c.place.chat, c.place.thread): (c.active, c.missing, c.barred) for c in found}
    first, second = (datetime.fromtimestamp(at, UTC) for at in (100, 200))
    assert states == {
        (-1, 0): (True, True, second),
        (-1, 3): (True, True, second),
        (-1, 4): (True, False, second),
        (-2, 0): (True, False, None),
        (-2, 3): (False, True, first),
    }
    store.close()


def rows(connection: sqlite3.Connection) -> dict[str, int]:
    """How many there are in each table of ours."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' "
        "AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_%' ESCAPE '\\' "
        "AND name NOT LIKE 'article_search%'"
    ).fetchall()
    return {
        name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for (name,) in names
    }


def test_there_is_a_fixture_to_try() -> None:
    assert SCHEMAS
