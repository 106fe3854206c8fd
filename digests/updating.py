"""What is new to a chat in stories that it was told: items marked «مستجدات».

Rule. The articles of a told story that the chat was not told are measured against those it was
(``stories.updates``), of however many outlets or languages they are. Where they hold a development
the chat gets an item with only that: a headline, up to ``MOST`` sentences of the best report of the
strongest development, the opening of each further one, and none of which another tells all
(``contained``). Arabic reports are taken before others. The item names the articles that tell a
development, so that these count as told; what only restates stays untold, and gives no update
however often it is measured.

What it may get wrong is what ``stories.updates`` gets wrong. An item is made of the sources' words;
a sentence that the story's summary has translated already is taken from there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from digests.model import Article, Item, Lang, Sentence, Source, Story, Summary
from digests.store import news, stories
from digests.store.database import Database
from digests.stories import independence
from digests.stories.updates import Development, Report, developments
from digests.summaries.contained import fullest
from digests.summaries.headline import headline
from digests.summaries.wording import shortened, shown

#: Sentences of one development, and of an item.
MOST, TOGETHER = 3, 4

#: Stories of which it is known that their untold articles restate, by version and told articles:
#: they are asked about at each look of each chat, and need not be read again.
_restating: set[tuple[str, frozenset[int], frozenset[int]]] = set()
_REMEMBERED = 20_000


def updates(
    db: Database,
    queue: Iterable[tuple[str, int]],
    members: Mapping[int, Collection[int]],
    told: Collection[int],
    sources: Mapping[str, Source],
    muted: Collection[str],
    since: datetime,
) -> dict[int, Item]:
    """By story, what is new in those of *queue* (topic and story) of which *told* holds articles.

    *members* are the stories' articles, *muted* are sources that the chat does not hear.
    """
    found: dict[int, Item] = {}
    for topic, story in queue:
        before = frozenset(members.get(story, ())).intersection(told)
        others = news.pushable(db, frozenset(members.get(story, ())) - before, since)
        if not before or not others:
            continue
        key = (news.version_of(db, story), before, others)
        if key in _restating:
            continue
        new = _developments(db, story, before, others, sources)
        if not new:
            if len(_restating) >= _REMEMBERED:
                _restating.clear()
            _restating.add(key)
            continue
        item = _heard(topic, story, new, sources, muted)
        if item is not None:
            found[story] = _translated(db, item)
    return found


def _developments(
    db: Database,
    story: int,
    before: frozenset[int],
    others: frozenset[int],
    sources: Mapping[str, Source],
) -> tuple[Development, ...]:
    for whole, _ in stories.get(db, [story]):
        told = tuple(a for a in whole.articles if a.id in before)
        new = tuple(a for a in whole.articles if a.id in others and a.source in sources)
        return developments(told, new) if told and new else ()
    return ()


def _heard(
    topic: str,
    story: int,
    new: Sequence[Development],
    sources: Mapping[str, Source],
    muted: Collection[str],
) -> Item | None:
    """The item of *new* without what only muted sources tell; None when nothing is left."""
    heard = [
        replace(one, reports=kept)
        for one in new
        if (kept := tuple(r for r in one.reports if r.article.source not in muted))
    ]
    if not heard:
        return None
    strongest = max(heard, key=lambda one: one.score)
    told_by = Story(story, _articles(heard))
    summary = Summary(
        headline(tuple(r.article for r in strongest.reports), sources),
        tuple(_sentences(strongest, heard)),
    )
    return Item(topic, told_by, summary, independence(told_by, sources), updated=True)


def _articles(heard: Sequence[Development]) -> tuple[Article, ...]:
    found = {r.article.id: r.article for one in heard for r in one.reports}
    return tuple(sorted(found.values(), key=lambda a: (a.published, a.id)))


def _sentences(strongest: Development, heard: Sequence[Development]) -> Sequence[Sentence]:
    best = _best(strongest)
    found = fullest((_sentence(best.article, text) for text in best.sentences), MOST)
    for one in heard:
        other = _best(one)
        if one is not strongest and other.sentences:
            found.append(_sentence(other.article, other.sentences[0]))
    return fullest(found, TOGETHER)


def _best(development: Development) -> Report:
    """An Arabic report before others, then the one that says most of it, then the first."""
    return max(
        development.reports,
        key=lambda r: (bool(r.sentences), r.article.language == Lang.AR, len(r.sentences[:MOST])),
    )


def _sentence(article: Article, text: str) -> Sentence:
    span = shortened(text, article.language)
    return Sentence(
        text=shown(span, article.language),
        article=article.id,
        evidence=span,
        language=article.language,
    )


def _translated(db: Database, item: Item) -> Item:
    """*item* with the words of the story's own summary where that rests on the same evidence."""
    kept = {
        (s.article, s.evidence): s
        for _, told in stories.get(db, [item.story.id])
        for s in (told.summary.headline, *told.summary.sentences)
        if s.language == Lang.AR
    }

    def arabic(sentence: Sentence) -> Sentence:
        return kept.get((sentence.article, sentence.evidence), sentence)

    summary = item.summary
    return replace(
        item,
        summary=Summary(arabic(summary.headline), tuple(map(arabic, summary.sentences))),
    )
