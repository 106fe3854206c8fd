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
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from heapq import nlargest
from typing import NamedTuple

from digests.language.stems import content, words
from digests.model import Article, Lang
from digests.stories.names import meanings
from digests.summaries.exchanges import Exchange
from digests.summaries.glosses import unmet
from digests.summaries.loaded import loadedness
from digests.summaries.mentions import known_by_mention
from digests.summaries.parties import named
from digests.summaries.passages import Passage, passages
from digests.summaries.persons import known_by_surname
from digests.summaries.replies import (
    as_the_other_side,
    contests,
    disputes,
    figured,
    last_reply,
    replies,
    silent,
)
from digests.summaries.same_voice import distinguished, kind_of, resumed
from digests.summaries.selection import Candidate
from digests.summaries.selfcontained import leaning
from digests.summaries.sides import owner
from digests.summaries.speakers import Voice
from digests.summaries.voices import titled, voice
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
#: What it has more for news that came after the rest of its article, among its first passages.
_UPDATED, _TOP = 0.4, 3
#: Stems of its title that an early sentence tells, if nobody speaks in it or if it is the first;
#: with fewer it sets a scene and is worth as much as one that stands so much further down.
_OF_TITLE, _DEEP = 2, 4
#: What had come about before the news, and what such a sentence loses: «كان البنك قد طالب …».
_EARLIER = re.compile(r"[وف]?كان(?:ت|وا)? (?:\S+ ){0,9}?قد (?!ي|ت\w{3})")
_BACKGROUND = 0.15
#: What it has more for turning against a party, or for saying that one whom the titles name gave no
#: answer, and more again where one whom they name says that it is not so.
TURNING, _DISPUTED = 0.2, 0.2


def candidates(articles: Sequence[Article], rank: int = 0) -> list[Candidate]:
    """The sentences of *articles* that may be chosen, in order; *rank* is that of the first."""
    depth = max(EACH, min(DEPTH, TOGETHER // max(1, len(articles))))
    found = [(at, p) for at, a in enumerate(articles, rank) for p in _looked_at(a, depth)]
    spans = [shortened(p.text, p.language) for _, p in found]
    stems = [frozenset(content(s, p.language)) for s, (_, p) in zip(spans, found, strict=True)]
    weights = _weights(articles, stems)
    titles = [frozenset(content(a.title, a.language)) for a in articles]
    subject = _subject([p for _, p in found], stems)
    voices = resumed(
        [voice(span, p.language) for span, (_, p) in zip(spans, found, strict=True)],
        [passage.article for _, passage in found],
    )
    arabic = [s for s, (_, p) in zip(spans, found, strict=True) if p.language == Lang.AR]
    told = distinguished(voices, [titled(span) for span in arabic])
    split = frozenset(kind_of(one.party) for one in told if one.party and ":" in one.party)
    passages_of = [passage for _, passage in found]
    persons = known_by_surname(passages_of, [one.names for one in told])
    things = known_by_mention(passages_of)
    whole = _Whole(weights, subject, _in_titles(articles), split)
    told_by_glosses = {a.id: partial(unmet, article=a, story=articles) for a in articles}
    exchange = Exchange(spans, stems, passages_of, told, split)
    return [
        _candidate(
            _Seen(
                order=order,
                rank=at,
                passage=passage,
                title=titles[at - rank],
                span=spans[order],
                stems=stems[order],
                who=told[order],
                answered=exchange.answered(order),
                rejoins=exchange.rejoined(order),
                known=persons[order] | things[order],
                unmet=told_by_glosses[passage.article],
            ),
            whole,
        )
        for order, (at, passage) in enumerate(found)
    ]


def _looked_at(article: Article, depth: int) -> list[Passage]:
    """The first *depth* passages of *article*, and below them replies with what they follow."""
    until = last_reply(article.text, article.language)
    found = passages(article, max(depth, DOWN), depth, until)
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


def _in_titles(articles: Sequence[Article]) -> frozenset[str]:
    """What the titles name: words, kinds of party and the keys of whom they belong to."""
    found = [words(article.title) for article in articles]
    keys = {owner(key) for said in found for _, _, keys in meanings(said) for key in keys}
    return frozenset(keys).union(*found, *map(named, found))


class _Whole(NamedTuple):
    """What is so of the whole story: the worth of its stems, those of its subject, what its titles
    name, and the kinds of party of which two sides speak."""

    weights: Mapping[str, float]
    subject: frozenset[str]
    in_titles: frozenset[str]
    split: frozenset[str]

    def names(self, who: Voice) -> bool:
        """Whether the titles tell *who* speaks by name."""
        return who.side in self.in_titles or not self.in_titles.isdisjoint(who.names)

    def tells(self, who: Voice) -> bool:
        """Whether they tell *who* speaks by name, or by a kind that does not fall into sides."""
        kind = who.party in self.in_titles and (who.side is None or who.party not in self.split)
        return who.party is not None and (kind or self.names(who))


class _Seen(NamedTuple):
    """A sentence that is looked at: its place in the story and its article's, the stems of that
    one's title, its words, who speaks, the places of the sentences that it may answer and of the
    one against which its speaker speaks up, what it takes as known, and which of that no gloss
    would tell."""

    order: int
    rank: int
    passage: Passage
    title: frozenset[str]
    span: str
    stems: frozenset[str]
    who: Voice
    answered: tuple[int, ...] | None
    rejoins: int | None
    known: frozenset[str]
    unmet: Callable[[frozenset[str], str], frozenset[str]]


def _candidate(seen: _Seen, whole: _Whole) -> Candidate:
    passage, span, who = seen.passage, seen.span, seen.who
    language = passage.language
    turning, prominent = contests(span, language), whole.tells(who)
    speakers = frozenset(content(" ".join(who.names), language))
    return Candidate(
        order=seen.order,
        article=passage.article,
        language=language,
        span=span,
        stems=seen.stems,
        telling=seen.stems - whole.subject - speakers,
        value=_worth(seen, whole, turning=turning, prominent=prominent),
        party=who.party,
        answers=seen.answered,
        rejoins=seen.rejoins,
        known=seen.known,
        unmet=seen.unmet,
        contests=turning,
        cited=who.cited,
        lead=passage.place == 0,
        prominent=prominent,
    )


def _worth(seen: _Seen, whole: _Whole, *, turning: bool, prominent: bool) -> float:
    """What the sentence is worth by itself; *turning* says that it contests, *prominent* that the
    titles tell who speaks."""
    passage, span, who = seen.passage, seen.span, seen.who
    language, count, quiet = passage.language, len(span.split()), silent(span, passage.language)
    told = len(seen.stems & seen.title)
    scene = told < _OF_TITLE if not who.party else not told and passage.place == 0
    place = passage.place + (_DEEP if scene else 0)
    value = 0.35 * _central(seen.stems, whole.weights)
    value += 0.5 / (1 + 0.35 * place) - 0.05 * seen.rank
    if who.party and who.party != "medium":
        value += 0.18 if who.named else 0.08
    value += 0.06 if figured(span) else 0.0
    value += _OTHER if who.party and as_the_other_side(span) else 0.0
    value += _UPDATED if passage.update and passage.place < _TOP else 0.0
    value += TURNING if who.party and (turning or (quiet and prominent)) else 0.0
    value += _DISPUTED if whole.names(who) and disputes(span, language) else 0.0
    value -= 0.2 * loadedness(span) + leaning(span, language, lead=passage.place == 0)
    value -= 0.05 if connected(span, language) else 0.0
    value -= _BACKGROUND if _EARLIER.match(span) else 0.0
    value -= min(_LONG, 0.06 * max(0, count - WORDS))
    value -= 0.0 if quiet else 0.04 * max(0, 8 - count) + 0.1 * max(0, 6 - count)
    value -= 0.4 if span.rstrip('»" ').endswith(("؟", "?")) else 0.0
    return value


def _central(stems: frozenset[str], weights: Mapping[str, float]) -> float:
    """The weights of a sentence's stems, damped by its length; 0 to about 1."""
    if not stems or not weights:
        return 0.0
    return sum(weights.get(s, 0.0) for s in stems) / math.sqrt(max(1.0, len(stems) / 12))
