"""What grouping keeps of one article: the concepts of its title and lead, its numbers and years.

The rule: title and lead (feed summary, else the first sentences, at most ``LEAD_WORDS`` words) are
read (``concepts``). A sketch is worked out once for each text and kept.

What it may get wrong: a lead that is background or a teaser; what the title says counts by itself
too for that reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from digests.language.words import tokens
from digests.model import Article
from digests.stories.concepts import Concept, of_words
from digests.stories.figures import figures

#: Words of the lead that are read.
LEAD_WORDS = 45
#: Smallest shingle hashes kept for near-duplicates, and the words of a shingle.
KEPT, SHINGLE = 12, 3


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is compared of one article.

    ``title`` and ``lead`` hold each concept once, ``lead`` what the title lacks; ``figures`` are
    the numbers and years (``figures``) of both, ``headed`` those of the title.
    """

    language: str
    title: tuple[Concept, ...]
    lead: tuple[Concept, ...]
    figures: frozenset[str]
    headed: frozenset[str]
    shingles: frozenset[int]


def sketch(article: Article) -> Sketch:
    """The sketch of *article*."""
    lead = article.summary if len(article.summary) >= 40 else article.text or article.summary
    return _sketch(article.title, lead[:600], article.language)


@lru_cache(maxsize=8192)
def _sketch(title: str, lead: str, language: str) -> Sketch:
    heading, opening = tokens(title), tokens(lead, LEAD_WORDS)
    named = dict.fromkeys(of_words(heading, title, language))
    told = dict.fromkeys(of_words(opening, lead[: opening[-1].end] if opening else "", language))
    headed, front = [word.fold for word in heading], [word.fold for word in opening]
    above = figures(headed)
    return Sketch(
        language=language,
        title=tuple(named),
        lead=tuple(concept for concept in told if concept not in named),
        figures=above | figures(front),
        headed=above,
        shingles=_shingles(headed + front),
    )


def _shingles(found: Sequence[str]) -> frozenset[int]:
    """The smallest hashes of runs of words; equal texts share all, unrelated ones none."""
    runs = {" ".join(found[at : at + SHINGLE]) for at in range(max(1, len(found) - SHINGLE + 1))}
    return frozenset(sorted(_hash(run) for run in runs)[:KEPT])


def _hash(text: str) -> int:
    """A hash that is the same in every process (FNV-1a, 32 bits).

    CRC-32 would be quicker, but is linear: of texts alike its smallest are no fair sample.
    """
    value = 2166136261
    for byte in text.encode():
        value = (value ^ byte) * 16777619 & 0xFFFFFFFF
    return value
