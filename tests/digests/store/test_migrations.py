"""A database of any earlier version opens, with all that was in it."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from digests.model import Entry, Place
from digests.store import chats, deliveries, stories, told
from digests.store.database import Store
from digests.store.migrations import NAMES, migrations
from tests.digests.store.desk import NOON, Desk, digest

SCHEMAS = sorted((Path(__file__).parent / "schemas").glob("*.sql"))


def test_every_migration_is_named_once() -> None:
    assert {step.name for step in migrations._migrations} == NAMES


@pytest.mark.skipif(
    sqlite3.sqlite_version_info < (3, 43), reason="the fixtures hold an index of a newer SQLite"
)
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
