"""Which topics an article belongs to.

The rule (docs/design.md): a topic matches when every group of ``all`` has at least one hit in the
topic's zone and ``none`` has no hit there. The zones: *title*; *lead*, which is the title, the
feed's summary and the first three sentences of the text; *any*, which is everything.

What it may get wrong: a feed that puts the whole article into its summary would make everything
lead, so of a summary longer than `SUMMARY_LENGTH` characters the first three sentences count only;
and a lead may name a topic's words without being about them. Escape hatch: ``where`` and ``none``.

Cost: each topic is entered under the phrases of one of its groups, the one that the fewest topics
share; the other groups are looked at only when that one was hit. So an article costs what its words
and its hits cost, not what the catalogue holds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from digests.language import sentences
from digests.model import Article, Hit, Topic, Zone
from digests.topics.phrases import Phrases

LEAD_SENTENCES = 3
SUMMARY_LENGTH = 1000
# Characters in which the opening sentences are looked for, since splitting a whole article is dear.
OPENING_LENGTHS = (800, 4000)

_REACH = {Zone.TITLE: 0, Zone.LEAD: 1, Zone.ANY: 2}


@dataclass(frozen=True, slots=True)
class _Rule:
    """A topic with its phrases as numbers."""

    place: int
    topic: Topic
    all: tuple[frozenset[int], ...]
    none: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a phrase was first found: part 0 is the title, 1 the lead, 2 the rest."""

    part: int
    words: str
    start: int
    end: int


class Matcher:
    """Topics compiled once, to be matched with many articles."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        self._phrases = Phrases(())
        rules = [self._rule(place, topic) for place, topic in enumerate(topics)]
        self._reach = max((_REACH[rule.topic.where] for rule in rules), default=1)
        shared = Counter(phrase for rule in rules for group in rule.all for phrase in group)
        self._entered: dict[int, list[_Rule]] = {}
        for rule in rules:
            if not rule.all:
                continue
            for phrase in min(
                rule.all, key=lambda group: max((shared[p] for p in group), default=0)
            ):
                self._entered.setdefault(phrase, []).append(rule)

    def _rule(self, place: int, topic: Topic) -> _Rule:
        return _Rule(
            place,
            topic,
            tuple(self._numbers(group) for group in topic.all),
            self._numbers(topic.none),
        )

    def _numbers(self, phrases: Iterable[str]) -> frozenset[int]:
        return frozenset(self._phrases.add(phrase) for phrase in phrases) - {-1}

    def match(self, article: Article) -> tuple[str, ...]:
        """Slugs of the topics that *article* belongs to, in the order of the topics."""
        return tuple(rule.topic.slug for rule in self._matching(self._places(_parts(article))))

    def explain(self, text: Article | str) -> tuple[Hit, ...]:
        """Why each topic matches: one hit for every phrase of ``all`` that was found.

        A plain text is read as a title. ``start`` and ``end`` are places in the title when the
        words stand there, else in the lead or in the rest.
        """
        places = self._places(_parts(text) if isinstance(text, Article) else [text])
        return tuple(hit for rule in self._matching(places) for hit in self._hits(rule, places))

    def _hits(self, rule: _Rule, places: dict[int, _Place]) -> Iterator[Hit]:
        reach = _REACH[rule.topic.where]
        found = {number for group in rule.all for number in group if number in places}
        for number in sorted(found, key=lambda n: (places[n].part, places[n].start)):
            place = places[number]
            if place.part <= reach:
                phrase = self._phrases.texts[number]
                yield Hit(rule.topic.slug, phrase, place.words, place.start, place.end)

    def _places(self, parts: list[str]) -> dict[int, _Place]:
        places: dict[int, _Place] = {}
        for part, text in enumerate(parts[: self._reach + 1]):
            for number, start, end in self._phrases.find(text):
                if number not in places:
                    places[number] = _Place(part, text[start:end], start, end)
        return places

    def _matching(self, places: dict[int, _Place]) -> list[_Rule]:
        within = [{n for n, place in places.items() if place.part <= reach} for reach in range(3)]
        candidates = {
            rule.place: rule for number in places for rule in self._entered.get(number, ())
        }
        return [
            rule
            for _, rule in sorted(candidates.items())
            if _satisfied(rule, within[_REACH[rule.topic.where]])
        ]


def _satisfied(rule: _Rule, found: set[int]) -> bool:
    return rule.none.isdisjoint(found) and not any(group.isdisjoint(found) for group in rule.all)


def _parts(article: Article) -> list[str]:
    """The title; what else belongs to the lead; the whole text."""
    summary = article.summary
    if len(summary) > SUMMARY_LENGTH:
        summary = _opening(summary, article.language)
    return [
        article.title,
        summary + "\n\n" + _opening(article.text, article.language),
        article.summary + "\n\n" + article.text,
    ]


def _opening(text: str, language: str) -> str:
    """The first sentences of *text*, with what stands between them."""
    for length in OPENING_LENGTHS:
        found = sentences.spans(text[:length], language)
        # One sentence more than wanted shows that the last wanted one is whole.
        if len(found) > LEAD_SENTENCES or len(text) <= length:
            break
    return text[found[0][0] : found[:LEAD_SENTENCES][-1][1]] if found else ""


@lru_cache(maxsize=1 << 12)
def _compiled(phrase: str) -> Phrases:
    return Phrases((phrase,))


def phrase_matches(phrase: str, text: str) -> bool:
    """Whether one *phrase* of a topic occurs in *text*."""
    return next(_compiled(phrase).find(text), None) is not None
