"""What an owner does with a draft, and answers about a post that may not have arrived.

The draft's messages change through the outbox, for every owner alike; a tap is answered at once.
"""

from __future__ import annotations

from datetime import UTC, datetime

from digests import dates
from digests.channels import actions, publishing
from digests.channels.publishing import HEADLINE, Outcome
from digests.store import deliveries, drafts
from digests.store.database import Database
from handlers.channel_access import desk, managed
from handlers.conversation import Tap, tap
from handlers.turn import Turn

_REFUSED = {
    Outcome.SETTLED: "settled",
    Outcome.GONE: "settled",
    Outcome.STOPPED: "stopped",
    Outcome.LOST: "lost",
}


async def _allowed(turn: Turn, draft: int) -> bool:
    """Whether the one who taps manages the channel of *draft*; else they are told."""
    found = await turn.services.store.read(lambda db: drafts.find(db, draft))
    if found is None:
        await turn.answer(turn.say("draft-said-settled"), alert=True)
        return False
    return await managed(turn, found.chat) is not None


async def _refused(turn: Turn, outcome: Outcome) -> None:
    await turn.answer(turn.say(f"draft-said-{_REFUSED[outcome]}"), alert=True)


async def publish(turn: Turn, action: actions.Publish) -> None:
    if not await _allowed(turn, action.draft):
        return
    outcome = await publishing.publish(desk(turn), action.draft, turn.now)
    if outcome is Outcome.DONE:
        await turn.answer(turn.say("draft-said-published"))
    else:
        await _refused(turn, outcome)


async def publish_at(turn: Turn, action: actions.PublishAt) -> None:
    """At the moment that the button named; if that has passed, at once."""
    if not await _allowed(turn, action.draft):
        return
    try:
        due = datetime.fromtimestamp(action.minute * 60, UTC)
    except (ValueError, OverflowError, OSError):
        await _refused(turn, Outcome.GONE)
        return
    if due <= turn.now:
        await publish(turn, actions.Publish(action.draft))
        return
    outcome = await publishing.publish(desk(turn), action.draft, turn.now, due)
    if outcome is Outcome.DONE:
        when = dates.when(due, turn.now, turn.preferences, turn.say)
        await turn.answer(turn.say("draft-said-scheduled", when=when))
    else:
        await _refused(turn, outcome)


async def ignore(turn: Turn, action: actions.IgnoreDraft) -> None:
    if not await _allowed(turn, action.draft):
        return
    outcome = await publishing.ignore(desk(turn), action.draft, turn.now)
    if outcome is Outcome.DONE:
        await turn.answer(turn.say("draft-said-ignored"))
    else:
        await _refused(turn, outcome)


# --- the headline


async def ask_headline(turn: Turn, action: actions.EditHeadline) -> None:
    """Ask for the headline; the reply to the question, or to the draft itself, is taken."""
    if not await _allowed(turn, action.draft):
        return
    await turn.answer()
    say, chat = turn.say, turn.place.chat
    asked = await turn.ask(say.html("draft-headline-ask"), say.label("draft-headline-placeholder"))
    await turn.services.store.write(lambda db: drafts.ask_headline(db, chat, asked, action.draft))


async def headline(turn: Turn, words: str) -> bool:
    """Take *words* as a draft's headline, if they answer one; whether they did."""
    chat, asked = turn.place.chat, turn.answers
    if asked is None:
        return False
    draft = await turn.services.store.read(lambda db: drafts.answered(db, chat, asked))
    if draft is None:
        return False
    if not await _manages(turn, draft):
        await turn.reply(turn.say.html("channel-not-yours"))
        return True
    outcome = await publishing.rewrite(desk(turn), draft, words[: HEADLINE * 4], turn.now)
    done = outcome is Outcome.DONE
    await turn.reply(turn.say.html("draft-headline-done" if done else "draft-headline-late"))
    return True


async def _manages(turn: Turn, draft: int) -> bool:
    found = await turn.services.store.read(lambda db: drafts.find(db, draft))
    return found is not None and await managed(turn, found.chat) is not None


# --- was it there


async def again(turn: Turn, action: actions.PostAgain) -> None:
    await _settle(turn, action.delivery, action.attempts, again=True)


async def is_there(turn: Turn, action: actions.PostIsThere) -> None:
    await _settle(turn, action.delivery, action.attempts, again=False)


async def _settle(turn: Turn, delivery: int, attempts: int, *, again: bool) -> None:
    def where(db: Database) -> int | None:
        found = deliveries.get(db, delivery)
        return None if found is None else found.place.chat

    chat = await turn.services.store.read(where)
    if chat is None or await managed(turn, chat) is None:
        await turn.answer(turn.say("channel-unsure-settled"), alert=True)
        return
    outcome = await publishing.settle_unsure(desk(turn), delivery, attempts, turn.now, again=again)
    if outcome is not Outcome.DONE:
        await turn.answer(turn.say("channel-unsure-settled"), alert=True)
        await turn.show_buttons([])
        return
    said = "channel-unsure-again" if again else "channel-unsure-there"
    await turn.answer(turn.say(said))
    await turn.show(turn.say.html(said))


TAPS: tuple[Tap, ...] = (
    tap(actions.Publish, publish, toast=True),
    tap(actions.PublishAt, publish_at, toast=True),
    tap(actions.IgnoreDraft, ignore, toast=True),
    tap(actions.EditHeadline, ask_headline, toast=True),
    tap(actions.PostAgain, again, toast=True),
    tap(actions.PostIsThere, is_there, toast=True),
)
