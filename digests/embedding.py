"""Embeddings of articles, each worked out once for a text and kept in the archive."""

from __future__ import annotations

from collections.abc import Sequence

import structlog

from digests.language.embed import Embedder, EmbeddingError, subject
from digests.language.vectors import Vector
from digests.model import Article
from digests.store import vectors
from digests.store.database import Store

log = structlog.get_logger()


class Vectors:
    """The vectors that grouping may use; none without an *embedder*."""

    def __init__(self, store: Store, embedder: Embedder | None) -> None:
        self._store = store
        self._embedder = embedder
        self._failing = False

    async def of(self, articles: Sequence[Article]) -> dict[int, Vector]:
        """Vectors of *articles* by id, the new ones worked out now.

        When they cannot be had, those that are known already: grouping goes on with what there is.
        A failure is told once, and again only after its end.
        """
        if self._embedder is None:
            return {}
        try:
            return await self._complete(self._embedder, articles)
        except EmbeddingError as error:
            if not self._failing:
                log.warning("embeddings.missing", reason=str(error))
            self._failing = True
            return await self._known(self._embedder.model, articles)

    async def _complete(self, embedder: Embedder, articles: Sequence[Article]) -> dict[int, Vector]:
        await embedder.embed([])  # a remote endpoint names its model at the first call
        known = await self._known(embedder.model, articles)
        missing = [article for article in articles if article.id not in known]
        if not missing:
            return known
        found = await embedder.embed([subject(article) for article in missing])
        new = {article.id: one for article, one in zip(missing, found, strict=True)}
        await self._store.write(lambda db: vectors.put(db, new))
        self._failing = False
        return known | new

    async def _known(self, model: str, articles: Sequence[Article]) -> dict[int, Vector]:
        ids = [article.id for article in articles]
        return await self._store.read(lambda db: vectors.get(db, model, ids))
