"""/admin: for the operators alone, how the service is doing, and the way to correct what was told.

To others the command is unknown.
"""

from __future__ import annotations

from digests import actions, dates
from digests.markup import Html, bold
from digests.model import Button
from digests.sources.fetch import FetchState
from digests.store import archive, deliveries
from digests.store.database import Database
from handlers import unknown
from handlers.conversation import Command
from handlers.digest_buttons import outlet
from handlers.status import FAILING
from handlers.turn import Turn

#: Failing sources listed, each with its reason.
LISTED = 15
REASON = 120


def operates(turn: Turn) -> bool:
    """Whether it is an operator who writes or taps, in private."""
    user = turn.update.effective_user
    return turn.private and user is not None and user.id in turn.services.settings.admins


async def admin(turn: Turn, _argument: str) -> None:
    if not operates(turn):
        await unknown.command(turn, "admin")
        return
    say, services = turn.say, turn.services

    def read(db: Database) -> tuple[dict[str, FetchState], dict[str, int]]:
        return archive.source_states(db), deliveries.counts(db)

    states, counts = await services.store.read(read)
    by_state = say.comma.join(
        say(f"admin-state-{state}", number=str(number)) for state, number in sorted(counts.items())
    )
    lines = [
        bold(say.html("admin-title")),
        say.html("admin-started", ago=dates.ago(services.started, turn.now, say)),
        say.html(
            "admin-catalogue",
            sources=str(len(services.catalogue.sources)),
            topics=str(len(services.catalogue.shipped)),
        ),
        say.html("admin-deliveries", counts=by_state or "0"),
        *_failing(turn, states),
    ]
    rows = [
        [Button(say.label("hand-button-told"), actions.ShowTold())],
        [Button(say.label("corrections-button"), actions.ShowCorrections())],
    ]
    await turn.reply("\n".join(lines), rows)


def _failing(turn: Turn, states: dict[str, FetchState]) -> list[Html]:
    say = turn.say
    failing = [
        (source, state)
        for source, state in sorted(states.items())
        if source in turn.services.catalogue.sources and state.failures >= FAILING
    ]
    if not failing:
        return [say.html("status-failing", failing=0, names="")]
    lines = [say.html("admin-failing", failing=str(len(failing)))]
    for source, state in failing[:LISTED]:
        reason = (state.last_error or "")[:REASON]
        lines.append(say.html("admin-failing-source", source=outlet(turn, source), reason=reason))
    return lines


COMMANDS = (Command("admin", admin),)
