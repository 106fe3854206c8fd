"""The concepts of a whole article, sentence by sentence, worked out once for a text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from digests.model import Article
from digests.stories.concepts import Concept, concepts, keys
from digests.summaries.passages import passages

#: Sentences of an article that are read; its news stands at the front.
DEPTH = 8


@dataclass(frozen=True, slots=True)
class Reading:
    """The concepts of an article's title and of each of its first sentences, and all their keys."""

    title: tuple[Concept, ...]
    sentences: tuple[tuple[Concept, ...], ...]
    keys: frozenset[str]

    @property
    def opening(self) -> tuple[Concept, ...]:
        """Those of title and first sentence."""
        return self.title + (self.sentences[0] if self.sentences else ())

    @property
    def whole(self) -> tuple[Concept, ...]:
        """All of them."""
        return self.title + tuple(one for sentence in self.sentences for one in sentence)


def reading(article: Article) -> Reading:
    """The reading of *article*, worked out once for a text."""
    body = tuple(p.text for p in passages(article, DEPTH))
    return _reading(article.title, body, article.language)


@lru_cache(maxsize=8192)
def _reading(title: str, body: tuple[str, ...], language: str) -> Reading:
    first = concepts(title, language)
    sentences = tuple(concepts(text, language) for text in body)
    return Reading(first, sentences, keys((first, *sentences)))
