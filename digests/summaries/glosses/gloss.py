"""A gloss: words of the article that are added to its sentence, and where none may stand."""

from __future__ import annotations

from dataclasses import dataclass

from digests.language.quotation import QUOTED


@dataclass(frozen=True, slots=True)
class Gloss:
    """Words to be added ``at`` a place, and the needs (``selfcontained.needs``) that they meet."""

    at: int
    words: str
    meets: frozenset[str] = frozenset()


def in_quotation(text: str, at: int) -> bool:
    """Whether the place *at* of *text* is inside a quotation."""
    return any(found.start() <= at < found.end() for found in QUOTED.finditer(text))
