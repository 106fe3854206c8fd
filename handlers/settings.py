"""/settings: one screen with values, and behind each line a screen of its own.

    main ──> times, arrival, stories, quiet ──tap a value──> main
     │  └──> city (handlers.city)
     └─────> more ──> weekend, length, digits, months, hijri, sound, language … ──> more
                 └──> muted: a tap takes a mute back

Times stay on their screen, since there may be several. Everything is edited in place; under a
digest the settings come as a message of their own.
"""

from __future__ import annotations

from digests import actions, dates
from digests.markup import bold
from digests.model import Action, Button, Message
from digests.store import chats
from digests.words import Phrase
from handlers import city
from handlers.conversation import Command, Tap, tap
from handlers.digest_buttons import outlet, short_moment
from handlers.fields import FIELDS, Field
from handlers.topic_list import label
from handlers.turn import Turn

#: Mutes that one screen lists, below the buttons that Telegram takes.
LISTED = 90
MAIN = ("times", "city", "arrival", "stories", "quiet")
MORE = (
    "weekend",
    "length",
    "digits",
    "months",
    "hijri",
    "sound",
    "screen_reader",
    "muted",
    "language",
)


async def settings(turn: Turn, argument: str) -> None:
    """The screen; with words after the command, the search for a city of that name."""
    if argument.strip():
        await city.search(turn, argument)
        return
    await turn.send(main(turn))
    await turn.know()


def main(turn: Turn) -> Message:
    rows = [[_line(turn, name)] for name in MAIN]
    rows.append([Button(turn.say.label("settings-button-more"), actions.Settings("more"))])
    lines = [bold(turn.say.html("settings-title")), turn.say.html("settings-intro")]
    if not turn.private:
        lines.append(turn.say.html("settings-private"))
    return turn.message("\n".join(lines), rows)


async def more(turn: Turn) -> Message:
    rows = [[_line(turn, name, await _muted_count(turn))] for name in MORE]
    rows.append([_back(turn, "main")])
    title = bold(turn.say.html("settings-more-title"))
    return turn.message(f"{title}\n{turn.say.html('settings-intro')}", rows)


def _line(turn: Turn, name: str, muted: int = 0) -> Button:
    say = turn.say
    if name == "city":
        text = say.label("settings-row-city", value=dates.place(turn.preferences))
    elif name == "muted":
        value = str(muted) if muted else say.label("settings-quiet-none")
        text = say.label("settings-row-muted", value=value)
    else:
        field = FIELDS[name]
        text = say.label(field.row, value=Phrase(field.value(turn.preferences, say)))
    return Button(text, actions.Settings(name))


def _back(turn: Turn, screen: str) -> Button:
    return Button(turn.say.label("settings-button-back"), actions.Settings(screen))


def _of(turn: Turn, field: Field) -> Message:
    """The screen of one field: its question, and a button for each value."""
    say, chosen = turn.say, set(field.chosen(turn.preferences))
    lines = [bold(say.html(field.ask))]
    buttons = []
    for value in field.values:
        text = field.text(value, say)
        if field.about:
            lines.append(say.html("settings-about", name=text, about=say(f"{field.about}-{value}")))
        if value in chosen:
            text = say.label("settings-button-chosen", value=text)
        buttons.append(Button(text, actions.Set(field.name, value)))
    rows = [buttons[at : at + field.per_row] for at in range(0, len(buttons), field.per_row)]
    rows.append([_back(turn, "main" if field.name in MAIN else "more")])
    return turn.message("\n".join(lines), rows)


async def show(turn: Turn, action: actions.Settings) -> None:
    await turn.show_message(await _screen(turn, action.screen))


async def _screen(turn: Turn, name: str) -> Message:
    if name == "more":
        return await more(turn)
    if name == "city":
        return city.screen(turn)
    if name == "muted":
        return await muted(turn)
    field = FIELDS.get(name)
    return main(turn) if field is None else _of(turn, field)


async def set_value(turn: Turn, action: actions.Set) -> None:
    """Store the value, say so, and show the screen that the field is on."""
    field = FIELDS.get(action.field)
    if field is None or action.value not in field.values:
        await turn.answer(turn.say("answer-old-button"), alert=True)
        await turn.show_message(main(turn))
        return
    wanted = field.apply(turn.preferences, action.value)
    if field.name == "times" and wanted == turn.preferences:
        await turn.answer(turn.say("settings-times-one-left"), alert=True)
        return
    await turn.answer(turn.say("settings-saved"))
    if wanted != turn.preferences:
        await turn.prefer(wanted)
    if field.name == "times":
        await turn.show_message(_of(turn, field))
    else:
        await turn.show_message(main(turn) if field.name in MAIN else await more(turn))


# --- what is muted


async def _muted_count(turn: Turn) -> int:
    place, now = turn.place, turn.now
    return len(await turn.services.store.read(lambda db: chats.mutes(db, place, now)))


async def muted(turn: Turn) -> Message:
    """What is muted here; a tap takes it back."""
    place, now, say = turn.place, turn.now, turn.say
    found = await turn.services.store.read(lambda db: chats.mutes(db, place, now))
    lines = [bold(say.html("settings-muted-title"))]
    rows = []
    for mute in found[:LISTED]:
        back: Action
        if mute.kind == "topic":
            name, back = label(turn, mute.value), actions.UnmuteTopic(mute.value)
        elif mute.kind == "source":
            name, back = outlet(turn, mute.value), actions.UnmuteSource(mute.value)
        else:
            continue
        if mute.until is None:
            text = say.label("settings-muted-always", name=name)
        else:
            text = say.label(
                "settings-muted-until", name=name, until=short_moment(turn, mute.until)
            )
        rows.append([Button(text, back)])
    lines.append(say.html("settings-muted-tap" if rows else "settings-muted-none"))
    rows.append([_back(turn, "more")])
    return turn.message("\n".join(lines), rows)


async def unmute_topic(turn: Turn, action: actions.UnmuteTopic) -> None:
    await _unmute(turn, "topic", action.topic, label(turn, action.topic))


async def unmute_source(turn: Turn, action: actions.UnmuteSource) -> None:
    await _unmute(turn, "source", action.source, outlet(turn, action.source))


async def _unmute(turn: Turn, kind: str, value: str, name: str) -> None:
    place = turn.place
    await turn.answer(turn.say("mute-undone", name=name))
    await turn.change(lambda db: chats.unmute(db, place, kind, value))
    await turn.show_message(await muted(turn))


COMMANDS = (Command("settings", settings),)
TAPS: tuple[Tap, ...] = (
    tap(actions.Settings, show),
    tap(actions.Set, set_value, admins=True, toast=True),
    tap(actions.UnmuteTopic, unmute_topic, admins=True, toast=True),
    tap(actions.UnmuteSource, unmute_source, admins=True, toast=True),
)
