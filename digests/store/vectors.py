"""Embeddings, worked out once an article and text. Every function is a transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlite_utils import Database

from digests.language.vectors import Vector


def get(db: Database, model: str, ids: Iterable[int]) -> dict[int, Vector]:
    """Vectors of *model* by article id, of the articles whose text has not changed since."""
    wanted = list(ids)
    found: dict[int, Vector] = {}
    for start in range(0, len(wanted), 400):
        part = wanted[start : start + 400]
        marks = ",".join("?" * len(part))
        rows = db.execute(
            "SELECT v.article, v.floats FROM article_vector v JOIN article a ON a.id = v.article "
            f"WHERE v.model = ? AND v.fingerprint = a.fingerprint AND v.article IN ({marks})",
            (model, *part),
        )
        found.update((article, Vector(model, floats)) for article, floats in rows)
    return found


def put(db: Database, vectors: Mapping[int, Vector]) -> None:
    """Keep *vectors*, by article id, for the texts that the articles have now."""
    db.conn.executemany(
        "INSERT OR REPLACE INTO article_vector (article, model, fingerprint, floats) "
        "SELECT id, ?, fingerprint, ? FROM article WHERE id = ?",
        [(vector.model, vector.values, article) for article, vector in vectors.items()],
    )
