"""An article is embedded once for a text, and grouping goes on when it cannot be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from digests.embedding import Vectors
from digests.language.embed import EmbeddingError
from digests.language.vectors import Vector, vector
from digests.model import Article, Entry, Source
from digests.store import archive
from digests.store.archive import Arriving
from digests.store.database import Store

NOON = datetime(2025, 5, 13, 12, tzinfo=UTC)
SOURCE = Source("wire", "وكالة المثال", "Example", "https://example.org/rss", "ar")


class Lengths:
    """Embeds a text by its length, and remembers what it was asked."""

    model = "lengths"

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.down = False

    async def embed(self, texts: Sequence[str]) -> list[Vector]:
        if self.down:
            raise EmbeddingError("the endpoint does not answer")
        self.asked.extend(texts)
        return [vector(self.model, [float(len(text)), 1.0]) for text in texts]

    async def close(self) -> None:
        pass


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "mujaz.db")
    yield opened
    opened.close()


async def articles(store: Store, *titles: str) -> list[Article]:
    """The articles of these titles, saved."""
    entries = [Entry(f"g{at}", f"https://e.org/{at}", title) for at, title in enumerate(titles)]
    saved = await store.write(lambda db: archive.save(db, SOURCE, entries, NOON, Arriving.USUAL))
    ids = [*saved.new, *saved.changed]
    return list(await store.read(lambda db: archive.articles(db, ids)))


async def test_an_article_is_embedded_once(store: Store) -> None:
    lengths = Lengths()
    vectors = Vectors(store, lengths)
    first = await articles(store, "إغلاق مصنع النسيج", "إضراب في الميناء")
    assert await vectors.of(first) == await vectors.of(first)
    assert await Vectors(store, lengths).of(first)  # after a restart
    assert len(lengths.asked) == 2


async def test_an_article_whose_text_changed_is_embedded_again(store: Store) -> None:
    lengths = Lengths()
    vectors = Vectors(store, lengths)
    await vectors.of(await articles(store, "إغلاق مصنع النسيج"))
    changed = await articles(store, "إغلاق مصنع النسيج وتسريح عماله")
    await vectors.of(changed)
    assert len(lengths.asked) == 2


async def test_what_is_known_is_used_while_no_vector_can_be_had(store: Store) -> None:
    lengths = Lengths()
    vectors = Vectors(store, lengths)
    one, other = await articles(store, "إغلاق مصنع النسيج", "إضراب في الميناء")
    before = await vectors.of([one])
    lengths.down = True
    assert await vectors.of([one, other]) == before
