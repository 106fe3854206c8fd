"""What a stop in the middle of a poll leaves is taken up at the next start."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from digests.catalogs import Catalogue
from digests.model import Entry, Source, Text, Topic
from digests.pipeline import Pipeline
from digests.sources.http import HttpClient
from digests.sources.worker import Worker
from digests.store import archive, stories
from digests.store.archive import Arriving
from digests.store.database import Store

SOURCE = Source("one", "صحيفة", "One", "http://127.0.0.1:1/feed", "ar")
OLIVES = Topic("olives", Text("زيتون", "Olives"), Text("", ""), (("الزيتون",),))
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


async def test_articles_saved_and_not_matched_before_a_stop_are_matched_after_it(
    tmp_path: Path,
) -> None:
    store = Store(tmp_path / "mujaz.db")
    entry = Entry("1", "https://example.org/1", "موسم الزيتون يبدأ", published=NOW)
    store.write_now(lambda db: archive.save(db, SOURCE, [entry], NOW, Arriving.USUAL))
    async with HttpClient(private_network=True) as http:
        pipeline = Pipeline(
            store,
            Catalogue({SOURCE.id: SOURCE}, {OLIVES.slug: OLIVES}),
            http,
            Worker(),
            timedelta(minutes=10),
        )
        await pipeline.match_waiting()
        assert await pipeline.group_waiting(NOW)
    assert store.read_now(lambda db: stories.pushable(db, "olives", NOW - timedelta(days=1)))
    assert store.read_now(archive.unmatched) == []
    store.close()
