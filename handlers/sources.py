"""/sources: the outlets that are read, by page, and who owns each, with the page that says so."""

from __future__ import annotations

from digests import actions
from digests.language.direction import isolate
from digests.markup import Html, bold, escape, inert, link
from digests.model import Button, Lang, Message, Source
from handlers.conversation import Command, Tap, tap
from handlers.digest_buttons import outlet
from handlers.turn import Turn

PAGE = 8
_NAMED = {Lang.AR: "arabic", Lang.EN: "english", Lang.HE: "hebrew"}


async def sources(turn: Turn, _argument: str) -> None:
    await turn.send(screen(turn, 0))


async def show(turn: Turn, action: actions.ShowSources) -> None:
    await turn.show_message(screen(turn, action.page))


def screen(turn: Turn, page: int) -> Message:
    say, known = turn.say, list(turn.services.catalogue.sources.values())
    pages = max(1, -(-len(known) // PAGE))
    page = min(max(0, page), pages - 1)
    tally = {name: str(sum(s.language == lang for s in known)) for lang, name in _NAMED.items()}
    lines = [
        bold(say.html("sources-title")),
        say.html("sources-intro", sources=len(known)),
        say.html("sources-tally", **tally),
    ]
    rows = [
        [Button(outlet(turn, source.id), actions.ShowSource(source.id))]
        for source in known[page * PAGE : (page + 1) * PAGE]
    ]
    if pages > 1:
        lines.append(say.html("topics-page", page=page + 1, pages=pages))
    turning = []
    if page > 0:
        before = say.label("sources-button-previous")
        turning.append(Button(before, actions.ShowSources(page - 1)))
    if page < pages - 1:
        turning.append(Button(say.label("sources-button-next"), actions.ShowSources(page + 1)))
    return turn.message("\n".join(lines), [*rows, turning])


async def show_one(turn: Turn, action: actions.ShowSource) -> None:
    known = turn.services.catalogue.sources
    source = known.get(action.source)
    if source is None:
        await turn.show_message(screen(turn, 0))
        return
    page = list(known).index(source.id) // PAGE
    back = Button(turn.say.label("settings-button-back"), actions.ShowSources(page))
    await turn.show("\n".join(_about(turn, source)), [[back]])


def _about(turn: Turn, source: Source) -> list[Html]:
    """The outlet's names, its language, and its owner where a page says who that is."""
    say = turn.say
    name = outlet(turn, source.id)
    lines = [bold(isolate(inert(name), say.language))]
    if source.original != name:
        lines.append(escape(isolate(inert(source.original), say.language)))
    if source.language in list(Lang):
        lines.append(say.html(f"language-in-{source.language}"))
    owned = source.ownership
    if owned is None:
        return [*lines, say.html("sources-owner-unknown")]
    evidence = link(say("sources-owner-evidence"), owned.evidence)
    owner = owned.owner.in_(say.language)
    return [*lines, say.html("sources-owner", owner=owner, evidence=evidence)]


COMMANDS = (Command("sources", sources),)
TAPS: tuple[Tap, ...] = (
    tap(actions.ShowSources, show),
    tap(actions.ShowSource, show_one),
)
