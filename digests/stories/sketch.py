"""What grouping keeps of one article: the concepts of its title and lead, its numbers and years.

The rule: title and lead (feed summary, else the first sentences, at most ``LEAD_WORDS`` words) are
read (``concepts``). A sketch is worked out once for each text and kept.

What it may get wrong: a lead that is background or a teaser; what the title says counts by itself
too for that reason.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from digests.language.words import tokens
from digests.model import Article, Lang
from digests.stories.concepts import Concept, of_words
from digests.stories.figures import figures
from digests.stories.locations import locations
from digests.stories.sites import sites

#: Words of the lead that are read.
LEAD_WORDS = 45
#: Words of the lead that tell where, where the title does not.
OPENING = 20
#: Words of a shingle, by which near copies are known.
SHINGLE = 3


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is compared of one article.

    ``title`` and ``lead`` hold each concept once, ``lead`` what the title lacks; ``figures`` are
    the numbers and years (``figures``) of both, ``headed`` those of the title. ``opening`` is the
    words of the lead, or of the title where there is none, and ``shingles`` the runs of both;
    ``sites`` are the places that the words ``said`` name by a noun (``sites``), ``locations`` those
    of its event (``locations``), of the title, or of the lead's beginning where that has none, and
    ``located`` is whether the title has one.
    """

    language: str
    title: tuple[Concept, ...]
    lead: tuple[Concept, ...]
    figures: frozenset[str]
    headed: frozenset[str]
    shingles: frozenset[int]
    opening: tuple[str, ...]
    sites: Mapping[str, frozenset[str]]
    locations: frozenset[str]
    located: bool
    said: frozenset[str]

    @property
    def years(self) -> frozenset[str]:
        """The years that title and lead name."""
        return frozenset(key for key in self.figures if key[0] == "y")


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
    located = locations(heading, title, language, title=True)
    return Sketch(
        language=language,
        title=tuple(named),
        lead=tuple(concept for concept in told if concept not in named),
        figures=above | figures(front),
        headed=above,
        shingles=_shingles(headed + front),
        opening=tuple(front or headed),
        sites=sites([*headed, *front]) if language == Lang.AR else {},
        locations=located or locations(opening[:OPENING], lead, language),
        located=bool(located),
        said=frozenset(headed + front),
    )


def _shingles(found: Sequence[str]) -> frozenset[int]:
    """The hashes of all runs of ``SHINGLE`` words, the same within one process.

    All of them and no sample: the smallest few hashes make two reports of one template copies or
    not by the luck of the hash.
    """
    runs = zip(*(found[at:] for at in range(SHINGLE)), strict=False)
    return frozenset({hash(run) for run in runs} or {hash(tuple(found))})
