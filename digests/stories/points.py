"""What an article says, point by point: its title and sentences, read for comparing.

The rule. Of each are taken what it speaks of (``concepts``), the kinds of event that it names
(``events``), its numbers by value, its dates, and who speaks. A sentence about what was before the
news (an earlier year, «كان قد», "had …", «בעבר») is marked as past. Days of the week and relative
days are dates, by the day on which the article was published. Years, ordinals and duals are known
once they were read, and are no news by themselves.

What it may get wrong: a party of the table speaks where it stands beside the verb, so one who is
only named earlier speaks for nobody; a weekday of next week is read as that of this one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as Set_
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache

from digests.language.calendar import moments, resolved
from digests.language.quantities import Kind, quantities
from digests.language.reporting import frames
from digests.language.stems import words
from digests.language.words import tokens
from digests.model import Article
from digests.stories.concepts import Concept, concepts, keys
from digests.stories.events import Mention, lexicon, mentions
from digests.stories.names import meanings, table
from digests.summaries.passages import passages
from digests.summaries.toll import toll

#: Sentences of an article that are looked at; its news stands at the front.
DEPTH = 8
#: Words from a verb of saying within which its speaker stands.
REACH = 7
#: Words of a speaker that are sure where nothing opens what is said.
SURE = 6
#: Kinds of event that are somebody's word: news when that party had not spoken.
WORD = frozenset(
    "say reply deny apologise admit blame criticise welcome reject demand warn promise "
    "confirm".split()
)
_NAMING = frozenset({"companies", "campaigns", "institutions", "people"})


@dataclass(frozen=True, slots=True)
class Point:
    """A title (``place`` 0) or sentence (from 1) with what is compared of it.

    ``events`` are mentions, each with the kinds that its words may name. ``side`` are numbers that
    are no news. ``voices`` are parties of the table that speak; ``speakers`` are the keys of the
    words that name each speaker, of whatever kind.
    """

    text: str
    place: int
    language: str
    past: bool
    concepts: tuple[Concept, ...]
    events: tuple[frozenset[str], ...]
    figures: frozenset[str]
    side: frozenset[str]
    days: frozenset[tuple[int, int]]
    voices: frozenset[str]
    speakers: tuple[frozenset[str], ...]
    dead: frozenset[Fraction]


def points(article: Article, year: int) -> tuple[Point, ...]:
    """Title and sentences of *article*, in order; what is before *year* is past."""
    found = [(0, article.title), *((p.place + 1, p.text) for p in passages(article, DEPTH))]
    day = article.published.date()
    return tuple(_point(text, place, article.language, year, day) for place, text in found)


def year_of(article: Article) -> int:
    """The year of its news: the latest that title and first sentence name, else its own."""
    opening = [article.title, *(p.text for p in passages(article, 1))]
    named = [year for text in opening for year in _figures(text)[2]]
    return min(article.published.year, max(named, default=article.published.year))


@lru_cache(maxsize=8192)
def _point(text: str, place: int, language: str, year: int, day: date) -> Point:
    folded = words(text)
    found = mentions(folded)
    figures, side, years = _figures(text)
    return Point(
        text=text,
        place=place,
        language=language,
        past=_past(text, language, years, year),
        concepts=concepts(text, language),
        events=tuple(kinds for mention in found if (kinds := _happening(mention))),
        figures=figures,
        side=side,
        days=days(text, day),
        voices=_voices(folded, found, language, text, title=place == 0),
        speakers=_speakers(text, language),
        dead=toll(text),
    )


@lru_cache(maxsize=8192)
def days(text: str, published: date) -> frozenset[tuple[int, int]]:
    """Month and day of each date that *text*, *published* on that day, names."""
    found = (resolved(moment, published) for moment in moments(text))
    return frozenset((one.month, one.day) for one in found if one.month and one.day)


def _speakers(text: str, language: str) -> tuple[frozenset[str], ...]:
    """The keys of the words that name each speaker; those that are sure, where the end is not."""
    cut = tokens(text)
    found = []
    for frame in frames(cut, text, language):
        named = frame.speaker if frame.opened else frame.speaker[:SURE]
        if named:
            span = text[cut[named[0]].start : cut[named[-1]].end]
            found.append(keys([concepts(span, language)]))
    return tuple(found)


def _happening(mention: Mention) -> frozenset[str]:
    """The kinds of event of *mention*; none where its words may also name a party."""
    sections = lexicon().sections
    if any(sections[key] == "parties" for key in mention.keys):
        return frozenset()
    return frozenset(key for key in mention.keys if sections[key] == "events")


def _figures(text: str) -> tuple[frozenset[str], frozenset[str], frozenset[int]]:
    """Numbers that may be news, numbers that are only known once read, and years."""
    words_ = tokens(text)
    dated = {at for one in moments(words_, text) for at in range(one.first, one.end)}
    figures: set[str] = set()
    side: set[str] = set()
    years: set[int] = set()
    for one in quantities(words_):
        value = float(one.value)
        first = words_[one.first]
        if one.kind is Kind.COUNT and value.is_integer() and _is_year(first.text, value):
            years.add(int(value))
        elif one.first in dated:
            continue
        elif one.kind is Kind.PERCENT:
            figures.add(f"p{value:.12g}")
        elif one.kind is Kind.COUNT and value > 1:
            figures.add(f"n{value:.12g}")
        elif one.kind in (Kind.DUAL, Kind.ORDINAL, Kind.COUNT):
            side.add(f"n{value:.12g}")
    return frozenset(figures), frozenset(side), frozenset(years)


def _is_year(written: str, value: float) -> bool:
    return written.isdigit() and 1900 <= value < 2100


_PAST = {
    "ar": re.compile(
        r"(?<!\w)(?:و|ف)?كان(?:ت|وا|ا)?(?:\s+\S+){0,4}?\s+قد(?!\w)"
        r"|(?<!\w)(?:العام|السنة|الشهر|الأسبوع) الماضي|(?<!\w)(?:في وقت سابق|سابقًا|سابقا)(?!\w)"
    ),
    "en": re.compile(
        r"\A(?:\W*\w+){0,6}?\W*\bhad\s+(?:\w+ly\s+|been\s+|also\s+|just\s+)?\w+"
        r"|\blast (?:year|month|week)\b|\b(?:earlier|previously)\b",
        re.IGNORECASE,
    ),
    "he": re.compile(
        r"(?<!\w)(?:יום קודם לכן|קודם לכן|בעבר|בשנה שעברה|בחודש שעבר|בשבוע שעבר)(?!\w)"
    ),
}
_SINCE = re.compile(r"\bsince\b|(?<!\w)منذ(?!\w)|(?<!\w)מאז(?!\w)", re.IGNORECASE)


def _past(text: str, language: str, years: Set_[int], year: int) -> bool:
    """Whether a sentence is about what was before the news."""
    if years and max(years) < year and not _SINCE.search(text):
        return True
    pattern = _PAST.get(language)
    found = pattern.search(text) if pattern else None
    if found is None:
        return False
    cut = tokens(text)
    said = min((cut[frame.at].start for frame in frames(cut, text, language)), default=None)
    return said is None or said > found.start()


_COLON = re.compile(r"^([^:،,.]{2,60}):\s")
#: Parties whose name may hold that of a company which does not speak («نقابة عمال أمازون»).
_OF = frozenset(
    "union workers organisers students movement investor lawyer family rights-group academics "
    "journalists regulator court prosecutor parliament".split()
)
_AFTER = frozenset(words("according لدى לדברי לפי بحسب وفق"))


def _voices(
    folded: Sequence[str], found: Sequence[Mention], language: str, text: str, *, title: bool
) -> frozenset[str]:
    """Who speaks: the party beside each verb of saying, and the one before a title's colon."""
    sections, kinds = lexicon().sections, table().kinds
    parties = [(m.start, m.end, k) for m in found for k in m.keys if sections[k] == "parties"]
    parties += [(s, e, k) for s, e, keys in meanings(folded) for k in keys if kinds[k] in _NAMING]
    parties.sort()
    chains = _chains(parties)
    speaking: set[str] = set()
    for verb in found:
        if not verb.keys & WORD or any(sections[k] == "parties" for k in verb.keys):
            continue
        before = [c for c in chains if 0 <= verb.start - c[1] <= REACH]
        after = [c for c in chains if 0 <= c[0] - verb.end <= REACH // 2]
        first_after = (language == "ar" and not title) or folded[verb.start] in _AFTER
        if first_after:
            speaking |= after[0][2] if after else set()
        elif before:
            speaking |= before[-1][2]
    if title and (colon := _COLON.match(text)):
        length = len(words(colon[1]))
        for start, _, keys in chains:
            if start < length:
                speaking |= keys
    return frozenset(speaking)


def _chains(parties: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, set[str]]]:
    """Parties that stand together, as one: «رئيس مايكروسوفت», "the union at Samsung"."""
    chains: list[tuple[int, int, set[str]]] = []
    for start, end, key in parties:
        if chains and start - chains[-1][1] <= 1:
            first, last, keys = chains[-1]
            chains[-1] = (first, max(last, end), keys | {key})
        else:
            chains.append((start, end, {key}))
    kinds = table().kinds
    return [
        (a, b, {k for k in keys if kinds.get(k) != "companies"} if keys & _OF else keys)
        for a, b, keys in chains
    ]
