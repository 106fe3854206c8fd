"""The city of a chat: seven by button, the others by /city and a name.

The name comes with the command, so nothing has to be remembered of who was asked.
"""

from __future__ import annotations

from dataclasses import replace

from digests import actions, cities, dates
from digests.cities import City
from digests.language.normal import fold
from digests.markup import bold
from digests.model import Button, Message
from handlers.conversation import Command, Tap, tap
from handlers.start import next_line
from handlers.turn import Turn

#: Letters of a name that can be a city's; more is no name.
LONGEST = 60


def screen(turn: Turn) -> Message:
    """The question, with the cities offered."""
    known = cities.cities()
    offered = [known[key] for key in cities.OFFERED if key in known]
    rows = _rows(turn, offered)
    rows.append([Button(turn.say.label("settings-city-button-search"), actions.AskCity())])
    rows.append([Button(turn.say.label("settings-button-back"), actions.Settings("main"))])
    return turn.message(bold(turn.say.html("settings-city-ask")), rows)


def _rows(turn: Turn, found: list[City]) -> list[list[Button]]:
    buttons = []
    for city in found:
        name = city.name.in_(turn.say.language)
        if city.key == turn.preferences.city:
            name = turn.say.label("settings-button-chosen", value=name)
        buttons.append(Button(name, actions.PickCity(city.key)))
    return [buttons[at : at + 2] for at in range(0, len(buttons), 2)]


async def ask(turn: Turn, _action: actions.AskCity) -> None:
    rows = [[Button(turn.say.label("settings-button-back"), actions.Settings("city"))]]
    await turn.show(turn.say.html("city-how"), rows)


async def command(turn: Turn, argument: str) -> None:
    if argument.strip():
        await search(turn, argument)
    else:
        await turn.send(screen(turn))


async def search(turn: Turn, words: str) -> None:
    """The cities whose name *words* may be, as buttons."""
    words = words.strip()[:LONGEST]
    found = list(cities.search(words))
    if found and is_name(words, found[0]) and await turn.may_change():
        await _choose(turn, found[0])
        return
    if not found:
        rows = [[Button(turn.say.label("settings-button-back"), actions.Settings("city"))]]
        await turn.reply(turn.say.html("settings-city-unknown", city=words), rows)
        return
    await turn.reply(turn.say.html("settings-city-found"), _rows(turn, found))


def is_name(words: str, city: City) -> bool:
    """Whether *words* are just the name of *city*."""
    return fold(words).strip() in map(fold, (city.name.ar, city.name.en))


async def pick(turn: Turn, action: actions.PickCity) -> None:
    city = cities.city(action.city)
    if city is None:
        await turn.answer(turn.say("answer-old-button"), alert=True)
        await turn.show_message(screen(turn))
        return
    await turn.answer(turn.say("settings-saved"))
    await _choose(turn, city)


async def _choose(turn: Turn, city: City) -> None:
    await turn.prefer(replace(turn.preferences, city=city.key, timezone=city.zone))
    clock = dates.clock(dates.local(turn.now, turn.preferences))
    done = turn.say.html("settings-city-set", city=city.name.in_(turn.say.language), time=clock)
    rows = [[Button(turn.say.label("digest-button-settings"), actions.Settings("main"))]]
    await turn.show("\n".join(line for line in (done, next_line(turn)) if line), rows)


COMMANDS = (Command("city", command, admins=True),)
TAPS: tuple[Tap, ...] = (
    tap(actions.AskCity, ask),
    tap(actions.PickCity, pick, admins=True, toast=True),
)
