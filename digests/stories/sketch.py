"""What grouping keeps of one article: meanings, numbers, names and stems.

The rule: title and lead (feed summary, else the first sentences, at most ``LEAD_WORDS`` words)
are read; what stands in the title counts fully, what stands in the lead alone counts ``LEAD``.
A sketch is worked out once for each text and kept.

What it may get wrong: a lead that is background or a teaser; it counts less for that reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from digests.language.stems import content, words
from digests.model import Article
from digests.stories.figures import figures
from digests.stories.names import meanings
from digests.stories.skeletons import skeleton

#: Words of the lead that are read, and what one of them counts beside one of the title.
LEAD_WORDS = 45
LEAD = 0.5
#: Smallest shingle hashes kept for near-duplicates, and the words of a shingle.
KEPT, SHINGLE = 12, 3


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is compared of one article; the maps hold 1.0 for a title's, ``LEAD`` for a lead's."""

    language: str
    meanings: dict[str, float]
    names: dict[str, float]
    stems: dict[str, float]
    figures: dict[str, float]
    shingles: frozenset[int]


def sketch(article: Article) -> Sketch:
    """The sketch of *article*."""
    lead = article.summary if len(article.summary) >= 40 else article.text or article.summary
    return _sketch(article.title, lead[:600], article.language)


@lru_cache(maxsize=8192)
def _sketch(title: str, lead: str, language: str) -> Sketch:
    parts = [(words(title), 1.0), (words(lead)[:LEAD_WORDS], LEAD)]
    found: dict[str, float] = {}
    names: dict[str, float] = {}
    numbers: dict[str, float] = {}
    for part, weight in parts:
        covered: set[int] = set()
        for start, end, keys in meanings(part):
            covered.update(range(start, end))
            for key in keys:
                found.setdefault(key, weight)
        for at, word in enumerate(part):
            if at not in covered and len(word) > 3 and (row := skeleton(word)):
                names.setdefault(row, weight)
        for number in figures(part):
            numbers.setdefault(number, weight)
    return Sketch(
        language=language,
        meanings=found,
        names=names,
        stems=_weighted(content(title, language), content(lead, language)[:LEAD_WORDS]),
        figures=numbers,
        shingles=_shingles(parts[0][0] + parts[1][0]),
    )


def _weighted(title: Sequence[str], lead: Sequence[str]) -> dict[str, float]:
    found = dict.fromkeys(title, 1.0)
    for stem in lead:
        found.setdefault(stem, LEAD)
    return found


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
