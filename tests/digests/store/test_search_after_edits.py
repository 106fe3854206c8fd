"""The search index follows what an article says now."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from digests.model import Entry, Source
from digests.store import archive
from digests.store.archive import Arriving
from digests.store.database import Store

SOURCE = Source("one", "صحيفة", "One", "https://example.org/feed", "ar")
NOW = datetime(2026, 11, 24, tzinfo=UTC)


@pytest.mark.skipif(sqlite3.sqlite_version_info < (3, 43), reason="this SQLite cannot replace")
def test_an_edited_article_is_found_by_its_new_words_alone(tmp_path: Path) -> None:
    store = Store(tmp_path / "mujaz.db")

    def save(entry: Entry) -> None:
        store.write_now(lambda db: archive.save(db, SOURCE, [entry], NOW, Arriving.USUAL))
        while store.write_now(lambda db: archive.index(db, str)):
            continue

    def found(word: str) -> list[int]:
        return [a.id for a in store.read_now(lambda db: archive.search(db, word, 5))]

    entry = Entry("1", "https://example.org/1", "زيتون")
    save(entry)
    [article] = found("زيتون")
    save(replace(entry, title="ميناء"))
    assert found("زيتون") == []
    assert found("ميناء") == [article]
    store.write_now(lambda db: archive.set_text(db, article, "قطار"))
    assert store.write_now(lambda db: archive.index(db, str)) == 1
    assert found("قطار") == [article]
    store.close()
