"""From /start to the first digest: two messages and one tap.

    /start ──> welcome ──tap a topic──> «تتابع الآن» (the same message) ──> first digest
                  │                          │ undo: welcome again
                  └─ all topics, English     └─ city, time, another topic
    /start <topic> ────────────────────> «تتابع الآن» (a message of its own)

In a group /start names the way to the topics; a deep link works for administrators.
"""

from __future__ import annotations

from dataclasses import replace

from digests import actions, dates
from digests.markup import Html, bold
from digests.model import Arrival, Button, Lang, Message
from digests.store import chats
from handlers.conversation import Command, Tap, tap
from handlers.first import answer_first
from handlers.topic_list import name, offered, refuse_topic, row_of
from handlers.turn import Turn

#: Topics on the first screen; the others are behind «كل المواضيع».
OFFERED = 2


async def start(turn: Turn, parameter: str) -> None:
    slug = parameter.strip()
    if slug and (turn.private or await turn.may_change()):
        if slug in offered(turn):
            await _follow(turn, slug)
            return
        await turn.reply(turn.say.html("start-unknown-topic"), _choices(turn))
        return
    if not turn.private:
        await turn.reply(turn.say.html("start-group"))
        return
    await turn.send(welcome(turn))
    await turn.know()


def welcome(turn: Turn) -> Message:
    """The first screen."""
    return turn.message(turn.say.html("start-welcome"), _choices(turn))


def _choices(turn: Turn) -> list[list[Button]]:
    say = turn.say
    topics = offered(turn)
    rows = [row_of(turn, slug, actions.Subscribe(slug)) for slug in list(topics)[:OFFERED]]
    if len(topics) > OFFERED:
        label = say.label("start-button-all-topics", topics=len(topics))
        rows.append([Button(label, actions.ShowTopics())])
    if turn.private:
        other = Lang.AR if say.language == Lang.EN else Lang.EN
        rows.append([Button(say.label("start-button-language"), actions.Language(other))])
    return rows


async def home(turn: Turn, _action: actions.Home) -> None:
    await turn.show_message(welcome(turn))


async def subscribe(turn: Turn, action: actions.Subscribe) -> None:
    if action.topic not in turn.services.catalogue.topics:
        await refuse_topic(turn)
        return
    await _follow(turn, action.topic)


async def _follow(turn: Turn, slug: str) -> None:
    """Follow *slug*, show what was done, and send the first digest if it is the first topic."""
    place, now = turn.place, turn.now
    done = await turn.change(lambda db: chats.subscribe(db, place, slug, now))
    await turn.show_message(following(turn, slug, first=done.first))
    if done.first:
        await answer_first(turn.services, place, slug)


def following(turn: Turn, slug: str, *, first: bool) -> Message:
    """«تتابع الآن»: what is followed, when it comes, and how to change that."""
    say = turn.say
    lines = [say.html("start-following", topic=bold(name(turn, slug))), next_line(turn)]
    rows = [
        [
            Button(say.label("start-button-city"), actions.Settings("city")),
            Button(say.label("start-button-time"), actions.Settings("times")),
        ],
        [
            Button(say.label("start-button-another"), actions.ShowTopics()),
            Button(say.label("start-button-undo"), actions.Undo(slug)),
        ],
    ]
    if not first:
        rows.append([Button(say.label("start-button-latest"), actions.Latest(slug))])
    return turn.message("\n".join(line for line in lines if line), rows)


def next_line(turn: Turn) -> Html:
    """When the next digest comes; for what comes at once, that it does."""
    arrival = turn.preferences.arrival
    if arrival in (Arrival.INSTANT, Arrival.BREAKING):
        return turn.say.html(f"start-next-{arrival.value}")
    due = turn.chat.next_due
    if due is None:
        return Html("")
    when = dates.when(due, turn.now, turn.preferences, turn.say)
    return turn.say.html("start-next", when=when)


async def undo(turn: Turn, action: actions.Undo) -> None:
    """Take a subscription back; the first screen again, saying so."""
    place, now, slug = turn.place, turn.now, action.topic
    await turn.change(lambda db: chats.unsubscribe(db, place, slug, now))
    if turn.services.catalogue.topics.get(slug) is None:
        await turn.show_message(welcome(turn))
        return
    undone = turn.say.html("start-undone", topic=name(turn, slug))
    await turn.show(f"{undone}\n\n{turn.say.html('topics-choose')}", _choices(turn))


async def unsubscribe(turn: Turn, action: actions.Unsubscribe) -> None:
    await undo(turn, actions.Undo(action.topic))


async def language(turn: Turn, action: actions.Language) -> None:
    """The menus' language, from the first screen: it is shown anew in that language."""
    wanted = Lang.EN if action.language == Lang.EN else Lang.AR
    await turn.prefer(replace(turn.preferences, language=wanted))
    await turn.show_message(welcome(turn))


COMMANDS = (Command("start", start),)
TAPS: tuple[Tap, ...] = (
    tap(actions.Home, home),
    tap(actions.Subscribe, subscribe, admins=True),
    tap(actions.Undo, undo, admins=True),
    tap(actions.Unsubscribe, unsubscribe, admins=True),
    tap(actions.Language, language, admins=True),
)
