"""A gloss: words of the article that are added to its sentence, and where they may stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from digests.language.quotation import QUOTED
from digests.language.words import Token, tokens
from digests.summaries.parties import RELATIVE

#: What may be written onto a name or a noun with the article.
ATTACHED = "وفبلك"


@dataclass(frozen=True, slots=True)
class Gloss:
    """Words to be added ``at`` a place, and the needs (``selfcontained.needs``) that they meet."""

    at: int
    words: str
    meets: frozenset[str] = frozenset()


@lru_cache(maxsize=32)
def words_of(body: str) -> tuple[Token, ...]:
    """The words of the text of an article, which several of its sentences ask for."""
    return tuple(tokens(body))


def without_particle(word: str) -> str:
    """The folded *word* without a particle before its article: «بالوزارة», «للوزارة»."""
    if word.startswith("لل"):
        return "ا" + word[1:]
    return word[1:] if word[:1] in ATTACHED and word[1:3] == "ال" else word


def stands_alone(text: str, found: Sequence[Token], at: int) -> bool:
    """Whether the definite noun at *at* of the words *found* of *text* has nothing behind it that
    tells which: no attribute, no clause, no name in marks."""
    if at + 1 == len(found):
        return True
    gap, following = text[found[at].end : found[at + 1].start].strip(), found[at + 1].fold
    if gap[:1] in ('"', "«", "“", "("):
        return False
    if gap:
        return True
    return not (following.startswith(("ال", "لل")) or following in RELATIVE or following == "في")


def in_quotation(text: str, at: int) -> bool:
    """Whether the place *at* of *text* is inside a quotation."""
    return any(found.start() <= at < found.end() for found in QUOTED.finditer(text))
