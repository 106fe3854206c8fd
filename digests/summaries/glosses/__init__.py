"""What a reader must know to read a source's sentence alone, in square brackets inside it.

The rule of newsrooms: words that are added to a quotation stand in square brackets. Added is only
what the same article tells, in its own words: first names and office of who is told by the surname
alone («قال [القاضي جورج] ليغات»), the office of who is told by name alone («هادي العامري [رئيس
تحالف الفتح]»), and which body is meant by its noun alone («الوزارة [وزارة الدفاع الأذرية]»); each
where nothing that the reader was shown before tells it. Where the article names two that might be
meant, or the sentence has square brackets of its own, nothing is added. The office of the same
person may be told by another article of the story.

The evidence and the text of a sentence never hold a gloss: it is set in when a message is composed.
The escape hatches are those of the modules.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digests.language.quotation import balanced
from digests.language.words import Token, tokens
from digests.model import Article, Lang
from digests.summaries.glosses.bodies import bodies
from digests.summaries.glosses.gloss import Gloss
from digests.summaries.glosses.persons import persons
from digests.summaries.introductions import people_of


def glossed(text: str, article: Article, story: Sequence[Article], told: Sequence[str] = ()) -> str:
    """*text*, a sentence of *article*, with what a reader of *told* misses in square brackets;
    *story* has the articles that may tell the offices of its persons."""
    for gloss in sorted(_glosses(text, article, story, told), key=lambda one: one.at, reverse=True):
        text = f"{text[: gloss.at]}{gloss.words}{text[gloss.at :]}"
    return text


def unmet(
    needs: frozenset[str], text: str, article: Article, story: Sequence[Article]
) -> frozenset[str]:
    """The *needs* of *text*, a sentence of *article* of a *story*, that no gloss would meet."""
    if not needs:
        return needs
    heads = frozenset(need.partition("|")[0] for need in needs)
    met = frozenset[str]().union(
        *(gloss.meets for gloss in _glosses(text, article, story, (), heads))
    )
    return frozenset(need for need in needs if need.partition("|")[0] not in met)


def _glosses(
    text: str,
    article: Article,
    story: Sequence[Article],
    told: Sequence[str],
    needs: frozenset[str] | None = None,
) -> Iterator[Gloss]:
    """The glosses of what *text* names too shortly; with *needs*, those that may meet one."""
    if article.language != Lang.AR or not text or "[" in text or not balanced(text):
        return
    found, place = tokens(text), max(0, article.body.find(text))
    wanted = None if needs is None else _written(needs, found)
    people = {} if wanted == {} else people_of(article, story, wanted)
    named = list(persons(text, found, people, told))
    yield from named
    told = [*told, *(gloss.words for gloss in named)]
    yield from bodies(text, found, article.body, place, told, needs)


def _written(needs: frozenset[str], found: Sequence[Token]) -> dict[str, str]:
    """Those of the *needs* that are words among *found*, as these write them."""
    written: dict[str, str] = {}
    for token in found:
        for joined in (0, 1):
            if token.fold[joined:] in needs:
                written[token.fold[joined:]] = token.text[joined:]
    return written
