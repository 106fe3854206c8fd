"""The sentences of a story with what the choice among them needs to know: their worth.

The rule: a sentence is worth more when it stands early, shares words with titles and with other
sentences, names its speaker, turns against a party or holds a number; less when it is loaded,
leans on its neighbours (``selfcontained``), is long or asks; an early one that has nothing of its
title sets a scene and counts as a later one. The first sentences of each article
are looked at, and further down those that deny or tell that a party gave no answer, each with the
one before it.

What it may get wrong: importance is judged by position and shared words alone, so that news told
late in an article is missed. The escape hatch is the weights below.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from heapq import nlargest
from typing import NamedTuple

from digests.language.stems import content
from digests.model import Article, Lang
from digests.summaries.loaded import loadedness
from digests.summaries.passages import Passage, passages
from digests.summaries.persons import known_by_surname
from digests.summaries.replies import (
    contests,
    disputes_figures,
    figured,
    may_reply,
    replies,
    silent,
)
from digests.summaries.selection import Candidate
from digests.summaries.selfcontained import answers, generic, leaning, numbered
from digests.summaries.sides import parties_listed
from digests.summaries.voices import Voice, distinguished, kind_of, titled, voice
from digests.summaries.wording import WORDS, connected, shortened

#: Passages that are looked at: of one article, of a story's articles together, of each at least,
#: and how far down replies are looked for.
DEPTH, TOGETHER, EACH, DOWN = 40, 36, 4, 24
#: Replies of one article that are taken from below.
REPLIES = 2
#: Sentences of one article that share a stem of its subject.
_SUBJECT = 3
#: What a sentence loses at most for its length.
_LONG = 0.3
#: What it has more where it opens with the other side: «في المقابل، قالت النقابة».
_OTHER = 0.2
_OTHER_SIDE = re.compile(
    r"[وف]?(?:في المقابل|بالمقابل|من (?:جهت|جانب|ناحيت)(?:ه|ها|هم|هما)|بدور(?:ه|ها|هم)|في رد)(?!\w)"
    r"|ו?(?:מנגד|מצי?ד[והם])(?!\w)|(?:For (?:its|his|her|their) part|In response)\b"
)
#: What it has more for news that came after the rest of its article, among its first passages.
_UPDATED, _TOP = 0.4, 3
#: Stems of its title that an early sentence tells, if nobody speaks in it; with fewer it sets a
#: scene and is worth as much as one that stands so much further down.
_OF_TITLE, _DEEP = 2, 4
#: Words below which a sentence tells nothing that another can lean on.
_TELLING = 5
#: What it has more for turning against a party, or for saying that one gave no answer.
TURNING = 0.2


def candidates(articles: Sequence[Article], rank: int = 0) -> list[Candidate]:
    """The sentences of *articles* that may be chosen, in order; *rank* is that of the first."""
    depth = max(EACH, min(DEPTH, TOGETHER // max(1, len(articles))))
    found = [(at, p) for at, a in enumerate(articles, rank) for p in _looked_at(a, depth)]
    spans = [shortened(p.text, p.language) for _, p in found]
    stems = [frozenset(content(s, p.language)) for s, (_, p) in zip(spans, found, strict=True)]
    weights = _weights(articles, stems)
    titles = [frozenset(content(a.title, a.language)) for a in articles]
    subject = _subject([p for _, p in found], stems)
    voices = [voice(span, p.language) for span, (_, p) in zip(spans, found, strict=True)]
    arabic = [s for s, (_, p) in zip(spans, found, strict=True) if p.language == Lang.AR]
    told = distinguished(voices, [titled(span) for span in arabic])
    split = frozenset(kind_of(one.party) for one in told if one.party and ":" in one.party)
    answered = [_answered(order, spans, found, split) for order in range(len(found))]
    known = known_by_surname(passage for _, passage in found)
    return [
        _candidate(
            _Seen(order, at, passage, span, own, who, answered[order], known[order]),
            weights,
            subject,
            titles[at - rank],
        )
        for order, ((at, passage), span, own, who) in enumerate(
            zip(found, spans, stems, told, strict=True)
        )
    ]


def _looked_at(article: Article, depth: int) -> list[Passage]:
    """The first *depth* passages of *article*, and below them replies with what they follow."""
    further = may_reply(article.body, article.language)
    found = passages(article, max(depth, DOWN) if further else depth)
    below = [at for at in range(depth, len(found)) if replies(found[at].text, article.language)]
    taken = {at + step for at in below[:REPLIES] for step in (-1, 0)}
    return [passage for at, passage in enumerate(found) if at < depth or at in taken]


def _weights(articles: Sequence[Article], stems: Sequence[frozenset[str]]) -> dict[str, float]:
    """What a stem tells about the story: rare ones that return, and those of the titles.

    The twelve most telling add up to 1.
    """
    spread = Counter(stem for one in stems for stem in one)
    titles = Counter(stem for a in articles for stem in set(content(a.title, a.language)))
    weights = {
        stem: math.log(1 + len(stems) / count) * (1 + min(count - 1, 3)) + 2 * titles[stem]
        for stem, count in spread.items()
    }
    top = sum(nlargest(12, weights.values())) or 1.0
    return {stem: weight / top for stem, weight in weights.items()}


def _subject(found: Sequence[Passage], stems: Sequence[frozenset[str]]) -> frozenset[str]:
    """Stems that name what the story is about; saying them again is no repetition."""
    of: dict[int, Counter[str]] = defaultdict(Counter)
    for passage, own in zip(found, stems, strict=True):
        of[passage.article].update(own)
    return frozenset(s for own in of.values() for s, count in own.items() if count >= _SUBJECT)


class _Seen(NamedTuple):
    """A sentence that is looked at: its place in the story and its article's, its words, who
    speaks, the place of the sentence that it answers, and the surnames that it takes as known."""

    order: int
    rank: int
    passage: Passage
    span: str
    stems: frozenset[str]
    who: Voice
    answered: int | None
    known: frozenset[str]


def _candidate(
    seen: _Seen, weights: Mapping[str, float], subject: frozenset[str], title: frozenset[str]
) -> Candidate:
    order, rank, passage, span, stems, who, answered, known = seen
    language = passage.language
    count = len(span.split())
    quiet, turning = silent(span, language), contests(span, language)
    place = passage.place if who.party or len(stems & title) >= _OF_TITLE else passage.place + _DEEP
    value = 0.35 * _central(stems, weights) + 0.5 / (1 + 0.35 * place) - 0.05 * rank
    if who.party and who.party != "medium":
        value += 0.18 if who.named else 0.08
    value += 0.06 if figured(span) else 0.0
    value += _OTHER if who.party and _OTHER_SIDE.match(span) else 0.0
    value += _UPDATED if passage.update and passage.place < _TOP else 0.0
    value += TURNING if who.party and (quiet or turning) else 0.0
    value -= 0.2 * loadedness(span) + leaning(span, language)
    value -= 0.05 if connected(span, language) else 0.0
    value -= min(_LONG, 0.06 * max(0, count - WORDS))
    value -= 0.0 if quiet else 0.04 * max(0, 8 - count) + 0.1 * max(0, 6 - count)
    value -= 0.4 if span.rstrip('»" ').endswith(("؟", "?")) else 0.0
    return Candidate(
        order=order,
        article=passage.article,
        language=language,
        span=span,
        stems=stems,
        telling=stems - subject - frozenset(content(" ".join(who.names), language)),
        value=value,
        party=who.party,
        answers=answered,
        known=known,
        contests=turning,
        cited=who.cited,
        lead=passage.place == 0,
    )


def _answered(
    order: int, spans: Sequence[str], found: Sequence[tuple[int, Passage]], split: frozenset[str]
) -> int | None:
    """The place of the sentence that the one at *order* leans on: the one before it, or the last
    with a figure for «هذه الأرقام» and with several names for «الشركات الثلاث»; -1 for none.
    «الشركة» leans too where two companies speak."""
    passage, span = found[order][1], spans[order]
    taken = bool(split and generic(span, passage.language) & split)
    if not taken and not answers(span, passage.language):
        return None
    before = [at for at in range(order) if found[at][1].article == passage.article]
    if before and len(spans[before[-1]].split()) < _TELLING:
        return -1  # «46 ثانية فقط!»
    if disputes_figures(span):
        before = [at for at in before if figured(spans[at])] or before
    if numbered(span, passage.language):
        before = [at for at in before if len(parties_listed(spans[at])) > 1]
    return before[-1] if before else -1


def _central(stems: frozenset[str], weights: Mapping[str, float]) -> float:
    """The weights of a sentence's stems, damped by its length; 0 to about 1."""
    if not stems or not weights:
        return 0.0
    return sum(weights.get(s, 0.0) for s in stems) / math.sqrt(max(1.0, len(stems) / 12))
