"""How many voices a story has (docs/editorial.md: independent sources).

The rule: an outlet counts once, and only if its text is its own. A text that is nearly the same as
an earlier one, or that says it is taken from another («نقلًا عن», «بحسب وكالة», "Reuters
reported"),
is a copy: of that outlet if it is among the story's, else of the agency it names. An outlet of the
story need not be a known agency: «نقلًا عن» and its name are enough. A party to the news is shown
and never counted; an aggregator appears nowhere.

What it may get wrong: a rewritten copy without acknowledgement counts as independent; two outlets
that quote one statement count as two, for each chose to report it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from digests.language.normal import fold
from digests.model import Article, Independence, Source, SourceKind, Story
from digests.stories.likeness import copied
from digests.stories.sketch import sketch

#: Characters of an article's opening in which it says where it took its news from, and of its end.
_OPENING, _END = 500, 160

_AGENCIES = {
    "رويترز": r"رويترز|reuters|רויטרס",
    "أسوشيتد برس": r"أسوشيتد ?برس|اسوشيتد ?برس|أسوشيتدبرس|associated press|\bap\b|"
    "סוכנות הידיעות ap|איי-?פי",
    "فرانس برس": r"فرانس برس|أ ?\.? ?ف ?\.? ?ب|\bafp\b|agence france.presse",
    "الأناضول": r"الأناضول|الاناضول|anadolu",
    "د ب أ": r"د ?\.? ?ب ?\.? ?أ|\bdpa\b",
    "بلومبرغ": r"بلومبرغ|بلومبيرغ|bloomberg|בלומברג",
    "الغارديان": r"الغارديان|غارديان|the guardian|הגרדיאן|גרדיאן",
    "نيويورك تايمز": r"نيويورك تايمز|new york times|ניו יורק טיימס",
    "واشنطن بوست": r"واشنطن بوست|washington post|וושינגטון פוסט",
    "وول ستريت جورنال": r"وول ستريت جورنال|wall street journal|וול סטריט ג'ורנל",
    "هآرتس": r"هآرتس|haaretz|הארץ",
    "شينخوا": r"شينخوا|xinhua",
}
_AGENCY = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _AGENCIES.items()}
#: Of a text in lower case.
_TAKEN = re.compile(
    r"نقل[اًا]*\s+عن|نقلت\s+\S+\s+عن|وفق[اًا]*\s+ل(?:ما|وكالة|صحيفة|تقرير)|بحسب\s+(?:ما|وكالة|"
    r"صحيفة|تقرير)|"
    r"ذكرت\s+(?:وكالة|صحيفة)|أفادت\s+(?:وكالة|صحيفة)|المصدر\s*:|"
    r"according to|reported|citing|source\s*:|via\b|"
    r"לפי\s|כך דיווח|דיווחה|על פי דיווח|מקור\s*:"
)
#: Characters between the words of taking and the name of the one it was taken from.
_REACH = 60
#: The same words in their folded form, up to the name of an outlet that follows at once.
_TAKEN_FROM = re.compile(
    r"(?:نقلا?ا? عن|نقلت \S+ عن|بحسب|وفقا? ?ل?|according to|citing|reported by|via|לפי|על פי)"
    r" ?(?:ما (?:نقلت|ذكرت|افادت)(?: به)? )?(?:the )?$"
)


def independence(story: Story, sources: Mapping[str, Source]) -> Independence:
    """The independent outlets of *story*, the copies with whom they repeat, and the parties."""
    outlets: list[Article] = []
    copies: dict[str, str] = {}
    parties: list[str] = []
    for article in sorted(story.articles, key=lambda a: (a.published, a.id)):
        source = sources.get(article.source)
        kind = source.kind if source else SourceKind.OUTLET
        if kind == SourceKind.PARTY and article.source not in parties:
            parties.append(article.source)
        if kind != SourceKind.OUTLET or article.source in {a.source for a in outlets}:
            continue
        origin = _origin(article, outlets, sources)
        if origin is None:
            outlets.append(article)
            copies.pop(article.source, None)
        else:
            copies.setdefault(article.source, origin)
    return Independence(tuple(_counted(outlets, copies)), copies, tuple(parties))


def _counted(outlets: Sequence[Article], copies: Mapping[str, str]) -> list[str]:
    return [a.source for a in outlets if a.source not in copies]


def _origin(
    article: Article, outlets: Sequence[Article], sources: Mapping[str, Source]
) -> str | None:
    """The name of whom *article* repeats, None when its text is its own."""
    own = sources.get(article.source)
    for other in outlets:
        if other.language == article.language and copied(sketch(other), sketch(article)):
            return _name(other.source, sources)
    if (taken := _taken_from(article, outlets, sources)) is not None:
        return taken
    said = _acknowledged(article)
    if said is None:
        return None
    for other in outlets:
        source = sources.get(other.source)
        if source and any(_AGENCY[said].search(n) for n in (source.name, source.original)):
            return source.name
    if own and any(_AGENCY[said].search(n) for n in (own.name, own.original)):
        return None
    return said


def _taken_from(
    article: Article, outlets: Sequence[Article], sources: Mapping[str, Source]
) -> str | None:
    """The outlet among *outlets* from which *article* says, by its name, that it took its news."""
    opening = _folded(f"{article.title} {article.summary[:_OPENING]} {article.text[:_OPENING]}")
    for other in outlets:
        source = sources.get(other.source)
        if source is None or other.source == article.source:
            continue
        for name in filter(None, {fold(source.name), fold(source.original)}):
            at = opening.find(name)
            while at != -1:
                if _TAKEN_FROM.search(opening[max(0, at - _REACH) : at]):
                    return source.name
                at = opening.find(name, at + 1)
    return None


# Asked for each article as often as its story changes.
_folded = lru_cache(maxsize=256)(fold)


def _acknowledged(article: Article) -> str | None:
    """The agency or paper that *article* says it took its news from."""
    text = article.body
    return _credited(f"{article.title}\n{text[:_OPENING]}", text[-_END:])


@lru_cache(maxsize=256)
def _credited(*parts: str) -> str | None:
    for part in parts:
        for taken in _TAKEN.finditer(part.lower()):
            near = part[max(0, taken.start() - _REACH) : taken.end() + _REACH]
            for name, pattern in _AGENCY.items():
                if pattern.search(near):
                    return name
    return None


def _name(source: str, sources: Mapping[str, Source]) -> str:
    known = sources.get(source)
    return known.name if known else source
