"""The concepts of a whole article, sentence by sentence, worked out once for a text."""

from __future__ import annotations

from collections.abc import Set as Set_
from dataclasses import dataclass
from functools import lru_cache

from digests.model import Article
from digests.stories.concepts import Concept, concepts, keys, weight
from digests.summaries.passages import passages

#: Sentences of an article that are read; its news stands at the front.
DEPTH = 8
#: Weight that is added to that of a text: the part of a few words that is met says little.
FEW = 6.0


@dataclass(frozen=True, slots=True)
class Text:
    """The concepts of a title or a sentence, all their keys, and what they weigh, each once."""

    concepts: tuple[Concept, ...]
    keys: frozenset[str]
    weights: tuple[tuple[Concept, float], ...]
    weight: float

    def met(self, known: Set_[str]) -> float:
        """The part of its weight that *known* keys speak of, less sure the less it weighs."""
        found = sum(heavy for concept, heavy in self.weights if not known.isdisjoint(concept))
        return found / (self.weight + FEW)


@dataclass(frozen=True, slots=True)
class Reading:
    """What an article's title and each of its first sentences speak of, and all their keys."""

    title: Text
    sentences: tuple[Text, ...]
    keys: frozenset[str]

    @property
    def texts(self) -> tuple[Text, ...]:
        """Title and sentences."""
        return (self.title, *self.sentences)

    @property
    def opening(self) -> tuple[Concept, ...]:
        """The concepts of title and first sentence."""
        return self.title.concepts + (self.sentences[0].concepts if self.sentences else ())

    @property
    def whole(self) -> tuple[Concept, ...]:
        """All concepts."""
        return tuple(concept for text in self.texts for concept in text.concepts)


def reading(article: Article) -> Reading:
    """The reading of *article*, worked out once for a text."""
    return _reading(article.title, body(article), article.language)


def body(article: Article) -> tuple[str, ...]:
    """The first sentences of *article*."""
    return tuple(passage.text for passage in passages(article, DEPTH))


@lru_cache(maxsize=8192)
def _reading(title: str, sentences: tuple[str, ...], language: str) -> Reading:
    texts = [_text(concepts(one, language)) for one in (title, *sentences)]
    return Reading(texts[0], tuple(texts[1:]), keys(text.concepts for text in texts))


def _text(found: tuple[Concept, ...]) -> Text:
    weights = tuple((concept, weight(concept)) for concept in sorted(set(found), key=sorted))
    return Text(found, keys([found]), weights, sum(heavy for _, heavy in weights))
