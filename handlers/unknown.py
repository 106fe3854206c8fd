"""What is neither a command we know nor a tap: answered with what it may have meant.

Plain text in a private chat is taken for a topic's name, a city's name, or words to search for, and
each is offered as a button. What it may get wrong: any text is offered as a search. Groups talk
among themselves: there only what is addressed to the bot is answered.
"""

from __future__ import annotations

import difflib

from digests import actions, cities
from digests.language.direction import isolate
from digests.markup import Html, inert
from digests.model import Action, Button
from handlers import commands, queries
from handlers.city import is_name
from handlers.own_actions import ShowHelp
from handlers.topic_list import find, row_of
from handlers.turn import Turn

#: Topics offered for one text.
TOPICS = 3
#: Longer texts are no search.
LONGEST = 100


async def command(turn: Turn, name: str) -> None:
    """A command that does not exist; the nearest one that does is named."""
    say = turn.say
    lines = [
        say.html("answer-unknown-command", command=Html(isolate(inert(f"/{name}"), say.language)))
    ]
    near = difflib.get_close_matches(name, commands.PUBLIC, 1, 0.6)
    if near:
        meant = Html(isolate(f"/{near[0]}", say.language))  # a command to tap, not inert
        lines.append(say.html("answer-did-you-mean", command=meant))
    await turn.reply("\n".join(lines), [_help(turn)])


async def text(turn: Turn, words: str) -> None:
    """Plain text: what it may mean, by buttons."""
    say, query = turn.say, queries.clean_query(words[: LONGEST + 1])
    if not query or len(query) > LONGEST:
        await turn.reply(say.html("answer-plain-text-long"), [_help(turn)])
        return
    rows = [row_of(turn, slug, _topic(turn, slug)) for slug in find(turn, query)[:TOPICS]]
    city = next(iter(cities.search(query, 1)), None)
    if city is not None and is_name(query, city):
        label = say.label("settings-row-city", value=city.name.in_(say.language))
        rows.append([Button(label, actions.PickCity(city.key))])
    number = queries.id_of(query)
    rows.append([Button(say.label("answer-button-search"), actions.Search(number))])
    rows.append([Button(say.label("search-button-track"), actions.Track(number))])
    await turn.reply(say.html("answer-plain-text", query=queries.shown(turn, query)), rows)


async def not_text(turn: Turn) -> None:
    """A picture, a voice message, a sticker."""
    await turn.reply(turn.say.html("answer-not-text"), [_help(turn)])


def _topic(turn: Turn, slug: str) -> Action:
    return actions.Latest(slug) if slug in turn.chat.topics else actions.Subscribe(slug)


def _help(turn: Turn) -> list[Button]:
    return [Button(turn.say.label("button-help"), ShowHelp())]
