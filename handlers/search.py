"""/search: the newest articles of the last 90 days that match the words, as linked headlines."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

from digests import actions, dates
from digests.compose.sample import notice
from digests.compose.voice import Voice, words_of
from digests.language.normal import fold
from digests.markup import Html, escape, inert, link
from digests.model import Article, Button, Message, Topic, Zone
from digests.store import archive
from digests.topics.matching import Matcher
from digests.topics.query import QueryRefused, expression, parse
from handlers import queries
from handlers.conversation import Command, Tap, tap
from handlers.turn import Turn

PAGE = 7
#: Pages that can be turned: older news is found by more words.
PAGES = 5
HEADLINE = 160
#: Articles of the index that are matched in full for one search.
CANDIDATES = 300


async def search(turn: Turn, argument: str) -> None:
    await turn.send(await results(turn, queries.clean_query(argument), 0))


async def tapped(turn: Turn, action: actions.Search) -> None:
    query = queries.recover(turn.tapped, action.query)
    if query is None:
        await turn.reply(turn.say.html("answer-old-button"))
        return
    await turn.show_message(await results(turn, query, max(0, action.page)))


async def results(turn: Turn, query: str, page: int) -> Message:
    """One page of what was found, or the offer to be told when the words appear."""
    say = turn.say
    try:
        found = await _found(turn, parse(query, where=Zone.ANY))
    except QueryRefused as refused:
        return turn.message(queries.refusal(turn, refused, "search-usage"))
    track = Button(say.label("search-button-track"), actions.Track(queries.id_of(query)))
    shown = found[page * PAGE : (page + 1) * PAGE]
    said = queries.shown(turn, query)
    if not shown:
        days = int(archive.KEPT / timedelta(days=1))
        return turn.message(say.html("search-nothing", query=said, days=days), [[track]])
    lines = [say.html("search-title", query=said), Html(""), *(_line(turn, a) for a in shown)]
    if announced := notice(turn.services.teller.announced):
        lines += [Html(""), announced]
    rows = [[track]]
    if len(found) > (page + 1) * PAGE and page + 1 < PAGES:
        older = actions.Search(queries.id_of(query), page + 1)
        rows.insert(0, [Button(say.label("search-button-next"), older)])
    return turn.message("\n".join(lines), rows)


async def _found(turn: Turn, topic: Topic) -> list[Article]:
    """The newest articles that match *topic*, each headline once."""
    asked = expression(topic)
    candidates = await turn.services.store.read(lambda db: archive.search(db, asked, CANDIDATES))
    matcher = Matcher([replace(topic, slug="query")])
    matching = await asyncio.to_thread(lambda: [a for a in candidates if matcher.match(a)])
    once = {(fold(a.title), a.source): a for a in reversed(matching)}
    return list(reversed(once.values()))[: PAGE * PAGES + 1]


def _line(turn: Turn, article: Article) -> Html:
    """«14 مايو ⟪قدس نت⟫: العنوان»."""
    voice = Voice(turn.say, turn.preferences, turn.services.catalogue.sources, {})
    day = escape(dates.short_date(article.published, turn.preferences))
    title = words_of(article.title, article.language, HEADLINE)
    return Html(f"{day} {link(inert(voice.outlet(article.source)), article.url)}: {title}")


COMMANDS = (Command("search", search),)
TAPS: tuple[Tap, ...] = (tap(actions.Search, tapped),)
