"""Entries that have neither guid nor link nor title are found again by their text."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from digests.model import Entry, Source
from digests.store import archive
from digests.store.archive import Arriving
from digests.store.database import Store

SOURCE = Source("one", "صحيفة", "One", "https://example.org/feed", "ar")
NOW = datetime(2026, 11, 24, tzinfo=UTC)


def test_polling_them_twice_stores_them_once(tmp_path: Path) -> None:
    entries = [Entry(None, None, "", text="نص أول"), Entry(None, None, "", text="نص ثان")]
    store = Store(tmp_path / "mujaz.db")
    first = store.write_now(lambda db: archive.save(db, SOURCE, entries, NOW, Arriving.FIRST))
    again = store.write_now(lambda db: archive.save(db, SOURCE, entries, NOW, Arriving.USUAL))
    store.close()
    assert len(first.new) == 2
    assert again.new == ()
