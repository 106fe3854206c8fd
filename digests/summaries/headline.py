"""The headline of a story: the title of one article, in the source's words.

The rule: Arabic titles come first, then independent outlets, then titles that read as news (no
teaser, no question, no words of nobody, no welcome or protest, few loaded words, not days old, no
count of the dead that a later one surpasses) and fill 60 to 80 characters. Of several, the one wins
whose words the others' titles and leads tell too, and whose own article opens with what it says
and with a day: a feature opens with a scene. Labels («عاجل |», «بالفيديو:») and the outlet's own
name at the end are cut off. A title of more than ``LONGEST`` characters is cut at the source's own
separator only, and only if every party it names stays, by kind and by name, and every one that
speaks in it still speaks; else another article's title is taken.

What it may get wrong: a party we do not know may be cut with its half. When all titles are too long
and none can be cut, the shortest is shown whole: better long than one-sided.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import lru_cache

from digests.language.normal import fold
from digests.language.stems import content, words
from digests.model import Article, Lang, Sentence, Source, SourceKind
from digests.stories.names import meanings, table
from digests.summaries.loaded import loadedness
from digests.summaries.parties import parties
from digests.summaries.selection import DAYS
from digests.summaries.toll import Count, left_behind, of_all, toll
from digests.summaries.voices import voice

#: Characters of a headline: what is aimed at, and the most (docs/editorial.md).
AIMED = (60, 80)
LONGEST = 120
#: Characters of an article's lead, and stems of its title that it tells.
_LEAD, _TOLD = 400, 4
#: Stems of a title of the length that is aimed at: a short one tells little, though others do too.
_STEMS = 7
#: What a title loses for each of those that is missing.
_SCENE = 0.25
#: What it is worth more if its article opens with a day, as news does.
_DAY = 0.25
#: What it is worth more if every other article tells the same, of many.
_SHARED = 2.0
#: What it loses when a later one counts more dead, and where both count all the dead of the event:
#: more than all else in its favour.
_STALE, _LEFT_BEHIND = 0.6, 3.0
#: What a title loses for each day beyond the first that another is later, and at most.
_A_DAY, _OLD = 0.3, 0.9

_LABEL = re.compile(
    r"^\s*(?:(?:عاجل|خاص|حصري|متابعة|تحديث|تقرير|فيديو|بالفيديو|بالصور|شاهد|صور|بث مباشر|مباشر|"
    r"رأي|تحليل|"
    r"breaking(?: news)?|exclusive|watch|video|updated?|live|opinion|analysis|מבזק|בלעדי|וידאו|"
    r"צפו|דעה|פרשנות)"
    r"\s*(?:[|:/–—-]|\.{2,}|…)+\s*|"
    r"(?:عام|سياسي|اقتصادي|رياضي|ثقافي|اجتماعي|محلي|دولي|محليات|اقتصاد|رياضة|سياسة|ثقافة|دوليات|منوعات)"
    r"\s+[/|]\s+)+",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*(?:\.{2,}|…|\s[-–—|/]\s|[:؛;|])\s*")
_NAME_END = re.compile(r"\s+[-–—|]\s+([^-–—|]{2,40})$")
_TEASER = re.compile(
    r"[?؟]\s*$|^(?:هل|لماذا|كيف|من هو|من هي|ما هي|ما هو|تعرف|أبرز|why|how|what|who|live|למה|איך|"
    r"מה|מי|بيان)(?!\w)|القصة الكاملة|التفاصيل الكاملة|إليكم? ",
    re.IGNORECASE,
)
#: A title of what somebody thinks of the news, and what it loses beside one of the news itself.
_REACTION = re.compile(
    r"^(?:\S+\s+){0,3}?(?:[يت]?رح[ّ]?ب(?:ت|ون)? ب|[يت]?ند[ّ]?د(?:ت)? ب|[يت]شيد ب|أشاد(?:ت)? ب|"
    r"[يت]عل[ّ]?ق على|[يت]ستنكر|استنكر|ردود (?:ال)?(?:فعل|أفعال))"
)
#: The same, of one who speaks before a colon in the first person, or in quotation marks.
_SPOKEN = re.compile(
    r"^(?:[^\s:]+\s+){0,4}[^\s:]+:\s.*(?:[«\"“]|(?<!\w)و?(?:نطالب|نعمل|نرفض|ندعو|نريد|نؤكد|نسعى|"
    r"نعتزم|نأسف|ندين|سن\w{3,}|ل[من] ن\w+|نحن|إننا|أننا|ملتزمون|مستعدون)(?!\w))"
)
_ECHO = 0.3
#: A title that opens with what somebody said, and does not tell who: «"طردوهم" .. شركة تفصل».
_UNSPOKEN = re.compile(r"^\W*[«\"“][^»\"”]{8,}[»\"”]\s*(?:\.{2,}|…|[-–—|:])")


def headline(articles: Sequence[Article], sources: Mapping[str, Source]) -> Sentence:
    """The best title among *articles* (not empty), as a sentence whose evidence is a span of it."""
    heads = {
        a.id: _stems(a.title, a.language) | _stems(a.body[:_LEAD], a.language) for a in articles
    }
    passed = left_behind([count for a in articles if (count := _count(a)) is not None])

    def worth(article: Article) -> float:
        stale = 0.0
        if article.id in passed:
            every = of_all(article.title) and of_all(_first_line(article))
            stale = _LEFT_BEHIND if every else _STALE
        return _worth(article, articles, sources, heads) - stale

    best = max(articles, key=lambda a: (worth(a), -a.published.timestamp(), -a.id))
    text = _fitted(best, sources)
    return Sentence(text=text, article=best.id, evidence=text, language=best.language)


def _count(article: Article) -> Count | None:
    """The dead that the title of *article* counts, or its lead, and which party gives that."""
    for text in (article.title, _first_line(article)):
        if dead := toll(text):
            who = voice(text, article.language)
            return Count(article.id, article.published, max(dead), who.party)
    return None


def _first_line(article: Article) -> str:
    return article.body[:_LEAD].partition("\n")[0]


def _worth(
    article: Article,
    articles: Sequence[Article],
    sources: Mapping[str, Source],
    heads: Mapping[int, frozenset[str]],
) -> float:
    title = _fitted(article, sources)
    if not title:
        return -100.0
    worth = 10.0 if article.language == Lang.AR else 0.0
    source = sources.get(article.source)
    kind = source.kind if source else SourceKind.OUTLET
    worth += {SourceKind.OUTLET: 1.0, SourceKind.PARTY: -0.5, SourceKind.AGGREGATOR: 0.0}[kind]
    worth -= 0.35 * loadedness(title)
    worth -= 0.8 if _TEASER.search(title) else 0.0
    worth -= 0.5 if _UNSPOKEN.match(title) else 0.0
    worth -= _ECHO if _REACTION.match(title) or _SPOKEN.match(title) else 0.0
    days = (max(a.published for a in articles) - article.published) / timedelta(days=1)
    worth -= min(_OLD, _A_DAY * max(0.0, days - 1.0))
    worth -= 4.0 if len(title) > LONGEST else 0.0
    low, high = AIMED
    worth -= max(0, low - len(title)) / 80 + max(0, len(title) - high) / 160
    worth -= _SCENE * _untold(article, title)
    worth += _DAY if DAYS.search(article.body[:_LEAD].lower()) else 0.0
    return worth + _SHARED * _agreement(article, title, articles, heads)


def _untold(article: Article, title: str) -> int:
    """How few of the words of *title* its article opens with: a feature sets a scene first."""
    opening = _stems(article.body[:_LEAD], article.language)
    own = _stems(title, article.language)
    return max(0, min(_TOLD, len(own) - 1) - len(opening & own))  # a word may be another


def _agreement(
    article: Article,
    title: str,
    articles: Sequence[Article],
    heads: Mapping[int, frozenset[str]],
) -> float:
    """How far the title tells what the others open with, in any language: from 0 to nearly 1, which
    takes many of them."""
    others = [other for other in articles if other.id != article.id]
    if not others:
        return 0.0
    own, known = _stems(title, article.language), _meanings(title)
    told = 0.0
    for other in others:
        if other.language == article.language:
            told += len(own & heads[other.id]) / max(len(own), _STEMS)
        elif known and (named := _meanings(other.title)):
            told += len(known & named) / len(known | named)
    return told / (len(others) + 1)


@lru_cache(maxsize=1024)
def _stems(text: str, language: str) -> frozenset[str]:
    return frozenset(content(text, language))


@lru_cache(maxsize=1024)
def _meanings(title: str) -> frozenset[str]:
    return frozenset(key for _, _, keys in meanings(words(title)) for key in keys)


def _fitted(article: Article, sources: Mapping[str, Source]) -> str:
    """The title without labels and outlet's name, cut to ``LONGEST`` if it may be."""
    title = article.title.strip()
    if (label := _LABEL.match(title)) and len(title) - label.end() >= 20:
        title = title[label.end() :]
    title = _without_name(title, sources.get(article.source))
    return title if len(title) <= LONGEST else _cut(title)


def _without_name(title: str, source: Source | None) -> str:
    end = _NAME_END.search(title)
    if not end or end.start() < 20 or source is None:
        return title
    tail = fold(end[1])
    names = {fold(source.name), fold(source.original), fold(source.id)}
    if any(tail in name or name in tail for name in names if name):
        return title[: end.start()].rstrip()
    return title


def _cut(title: str) -> str:
    """The longest run of the title's own parts that fits and keeps every party, else all of it."""
    marks = list(_SEPARATOR.finditer(title))
    starts = [0, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), len(title)]
    named, called, heard = parties(title), _called(title), _heard(title)
    best = title
    for a in starts:
        for b in ends:
            part = title[a:b].strip()
            if not AIMED[0] // 2 <= len(part) <= LONGEST or not parties(part) >= named:
                continue
            if _called(part) >= called and _heard(part) >= heard:
                best = part if best is title or len(part) > len(best) else best
    return best


def _called(text: str) -> frozenset[str]:
    """The listed names of companies, institutions, campaigns and people in *text*."""
    found = (key for _, _, keys in meanings(words(text)) for key in keys)
    return frozenset(key for key in found if table().kinds[key] not in ("acts", "places"))


def _heard(text: str) -> frozenset[str]:
    """Those that speak in the parts of *text*: «… وأمازون تقول إن …»."""
    parts = [part for part in _SEPARATOR.split(text) if part]
    spoken = (voice(part, language).party for part in parts for language in Lang)
    return frozenset(party for party in spoken if party)
