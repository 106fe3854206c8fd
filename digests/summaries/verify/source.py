"""Where the evidence stands in its article, and what surrounds it there.

The rule: the evidence is an exact copy of a passage of the title, the summary or the text, white
space and marks of direction aside. The sentences that it is cut from are read whole: who speaks,
what is denied and how surely is often said just before the cut. Who "he" is, is told by the last
speaker named before.

What it may get wrong: a passage that occurs twice is taken where it stands first. There is no
escape
hatch: what is not in the article is not evidence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from digests.language.direction import strip_controls
from digests.language.sentences import spans
from digests.model import Article
from digests.summaries.verify.passage import Passage, passage

_SPACE = re.compile(r"\s+")
#: Sentences before the evidence in which the speaker of a pronoun is looked for.
BACK = 3
#: Words of what is read around the evidence, at most.
LONGEST = 300


@dataclass(frozen=True, slots=True)
class Source:
    """The evidence in its sentence: ``inside`` are the places of its own words in ``passage``.

    ``before`` are the sentences that come before, nearest first; ``whole`` is the article's title
    and the text that has the evidence, and ``passage`` starts at ``start`` of it.
    """

    passage: Passage
    inside: frozenset[int]
    before: tuple[Passage, ...]
    article: Article
    whole: str
    start: int


def locate(evidence: str, article: Article) -> Source | None:
    """The place of *evidence* in *article*; None when it is not there."""
    wanted = _plain(evidence)
    if not wanted or not any(c.isalpha() for c in wanted):
        return None
    fields = [article.text, article.summary, article.title]
    if wanted == _plain(article.title):
        fields = [article.title]
    for field in fields:
        there = _plain(field)
        start = there.find(wanted)
        while start > 0 and _cuts(there, start, start + len(wanted)):
            start = there.find(wanted, start + 1)
        if start >= 0 and not _cuts(there, start, start + len(wanted)):
            return _around(there, start, start + len(wanted), article)
    return None


def _plain(text: str) -> str:
    return _SPACE.sub(" ", strip_controls(text)).strip()


def _cuts(text: str, start: int, end: int) -> bool:
    """Whether a span begins or ends inside a number or a Latin word: «0 dollars» of «10
    dollars»."""
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end - 1].isalnum() and text[end].isalnum()
    return (before and not _particle(text, start)) or after


def _particle(text: str, start: int) -> bool:
    """Whether only particles of the same Arabic or Hebrew word stand before *start*."""
    first = start
    while first > 0 and text[first - 1].isalnum():
        first -= 1
    return start - first <= 2 and text[first] > "\u0590" and not text[first:start].isdigit()


def _around(text: str, start: int, end: int, article: Article) -> Source:
    sentences = spans(text, article.language)
    own = [(a, b) for a, b in sentences if a < end and b > start] or [(start, end)]
    first, last = min(own[0][0], start), max(own[-1][1], end)
    if len(text[first:last].split()) > LONGEST:
        first, last = start, end
    whole = passage(text[first:last], article.language)
    inside = frozenset(
        place
        for place, word in enumerate(whole.words)
        if word.end > start - first and word.start < end - first
    )
    earlier = [text[a:b] for a, b in sentences if b <= first][-BACK:]
    before = tuple(passage(one, article.language) for one in reversed(earlier))
    title = _opening(text, article)
    return Source(whole, inside, before, article, title + text, len(title) + first)


def _opening(text: str, article: Article) -> str:
    """The title as a sentence before *text*, a field of the article; nothing before itself."""
    title = _plain(article.title)
    if not title or text == title:
        return ""
    return f"{title} " if title[-1] in ".!?؟" else f"{title}. "
