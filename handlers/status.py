"""/status: when the next digest comes, what is followed, and how reading the sources goes."""

from __future__ import annotations

from datetime import timedelta

from digests import actions, dates
from digests.markup import Html, bold
from digests.model import Button, Message
from digests.sources.fetch import FetchState
from digests.store import archive
from digests.store.database import Database
from handlers.conversation import Command, Tap, tap
from handlers.digest_buttons import outlet
from handlers.own_actions import ShowStatus
from handlers.start import next_line
from handlers.topic_list import label
from handlers.turn import Turn

#: Failures in a row after which a source counts as unreadable; one may be a hiccup.
FAILING = 2
#: Names of failing sources and of topics that are listed; the number tells the rest.
NAMES = 8
DAY = timedelta(hours=24)


async def status(turn: Turn, _argument: str) -> None:
    await turn.send(await screen(turn))


async def tapped(turn: Turn, _action: ShowStatus) -> None:
    await turn.show_message(await screen(turn))


async def screen(turn: Turn) -> Message:
    say, now = turn.say, turn.now

    def read(db: Database) -> tuple[dict[str, FetchState], int]:
        return archive.source_states(db), len(archive.since(db, now - DAY))

    states, articles = await turn.services.store.read(read)
    lines = [
        bold(say.html("status-title")),
        *_chat(turn),
        Html(""),
        *_sources(turn, states),
        say.html("status-articles-today", articles=articles),
    ]
    rows = [
        [
            Button(say.label("latest-button-topics"), actions.ShowTopics()),
            Button(say.label("digest-button-settings"), actions.Settings()),
        ]
    ]
    return turn.message("\n".join(lines), rows)


def _chat(turn: Turn) -> list[Html]:
    say = turn.say
    if not turn.chat.topics:
        return [say.html("status-no-next")]
    names = [label(turn, slug) for slug in turn.chat.topics]
    shown, more = say.comma.join(names[:NAMES]), max(0, len(names) - NAMES)
    followed = say.html("status-topics", topics=shown, more=more)
    return [line for line in (next_line(turn), followed) if line]


def _sources(turn: Turn, states: dict[str, FetchState]) -> list[Html]:
    say = turn.say
    known = {s: state for s, state in states.items() if s in turn.services.catalogue.sources}
    read = [state.last_ok for state in known.values() if state.last_ok is not None]
    ago = dates.ago(max(read), turn.now, say) if read else ""
    lines = [say.html("status-sources", sources=len(read), ago=ago)]
    failing = [s for s, state in known.items() if state.failures >= FAILING]
    if known:
        names = say.comma.join(outlet(turn, source) for source in failing[:NAMES])
        names += "…" if len(failing) > NAMES else ""
        lines.append(say.html("status-failing", failing=len(failing), names=names))
    return lines


COMMANDS = (Command("status", status),)
TAPS: tuple[Tap, ...] = (tap(ShowStatus, tapped),)
