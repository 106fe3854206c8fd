"""What an article says up to its evidence, read once, and what is put for words of it.

The rule: the title and the text of an article are read as one, once for all its evidences, so that
a place of the evidence has all that is said before it. What stands between quotation marks in the
evidence is left as it stands.

What it may get wrong: a title that tells of another than the text. The escape hatch is `whole` of
`source`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from digests.language.words import Token
from digests.summaries.verify.passage import Passage, passage
from digests.summaries.verify.source import Source

#: Words from the beginning of a sentence in which its subject stands.
SUBJECT = 5
_STOPS = frozenset(".!?؟؛;:،,()–—")


@dataclass(frozen=True, slots=True)
class Mention:
    """``text`` is put for the words of the evidence from ``first`` up to ``end``."""

    first: int
    end: int
    text: str


@dataclass(frozen=True)
class Told:
    """``text`` is the whole; the sentence of the evidence begins at word ``own``.

    Who looks for what is told before a place looks no further than that place.
    """

    text: Passage
    own: int
    source: Source

    @cached_property
    def pointing(self) -> list[int]:
        """Places of the evidence's own words that no quotation holds."""
        quoted = self.text.marked
        places = (self.own + j for j in sorted(self.source.inside))
        return [p for p in places if p < len(self.text.words) and p not in quoted]

    def mention(self, first: int, end: int, text: str) -> Mention:
        """*text* for the words from *first* up to *end*, places of the whole text."""
        return Mention(first - self.own, end - self.own, text)


def told(source: Source) -> Told:
    """The whole of what the article says, with the place of *source* in it."""
    text = passage(source.whole, source.passage.language)
    return Told(text, bisect_right(text.words, source.start, key=_end), source)


def _end(word: Token) -> int:
    return word.end


def parted(text: Passage, place: int) -> bool:
    """Whether a mark stands before the word at *place*, or the text ends there."""
    return place >= len(text.words) or bool(text.gap(place).strip())


def stops(text: Passage, place: int) -> bool:
    """Whether a mark other than one of quotation parts the word at *place* from the one before."""
    return place >= len(text.words) or not _STOPS.isdisjoint(text.gap(place))


def subjects(text: Passage, start: int, end: int) -> Iterator[int]:
    """Places from *start* up to *end* at which the subject of a sentence may stand."""
    first = sentence_start(text, start) if start < end else end
    for place in range(start, end):
        if place and text.ends(place):
            first = place
        if place < first + SUBJECT:
            yield place


def sentence_start(text: Passage, place: int) -> int:
    """Where the sentence begins in which the word at *place* stands."""
    while place > 0 and not text.ends(place):
        place -= 1
    return place


def written(text: Passage, first: int, end: int) -> str:
    """The words from *first* up to *end* as they stand, with the quotation marks around them."""
    start, stop = text.words[first].start, text.words[end - 1].end
    said = text.text[start:stop].removesuffix("'s").removesuffix("’s")
    if said.count("«") > said.count("»"):
        said += "»"
    if said.count("»") > said.count("«"):
        said = f"«{said}"
    return said
