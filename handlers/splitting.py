"""«تقسيم»: an operator takes an article out of a told story. What was told stays told."""

from __future__ import annotations

from functools import partial

from digests import actions
from digests.compose.voice import clip
from digests.corrections import byhand
from digests.markup import clean
from digests.model import Article, Button
from digests.store import archive, stories
from digests.store.database import Database
from handlers.by_hand import LABEL, allowed
from handlers.conversation import Tap, tap
from handlers.digest_buttons import outlet
from handlers.turn import Turn

#: Articles that are offered; more would hide the question.
MOST = 20


async def split(turn: Turn, action: actions.Split) -> None:
    """Of two articles the later one goes at once; of more the operator says which."""
    if not await allowed(turn, None):
        return
    found = await turn.services.store.read(partial(_together, action=action))
    chosen = [a for a in found if a.id == action.article] or (found[1:] if len(found) == 2 else [])
    if len(found) < 2 or (action.article and action.article not in {a.id for a in found}):
        await turn.answer(turn.say("hand-split-none"), alert=True)
        return
    await turn.answer()
    if not chosen:
        await _ask(turn, action, found)
        return
    (article,) = chosen
    await turn.services.teller.by_hand.split(article.id, action.story)
    again = Button(
        turn.say.label("hand-button-correct"), actions.Correct(action.digest, action.story)
    )
    said = turn.say.html(
        "hand-split-done", source=outlet(turn, article.source), title=clean(article.title)
    )
    await turn.show(said, [[again]])


def _together(db: Database, action: actions.Split) -> list[Article]:
    """The articles of the told story that are one story still, oldest first."""
    item = byhand.told_item(db, action.digest, action.story)
    if item is None:
        return []
    members = stories.members(db, stories.of_articles(db, item.articles))
    largest = max(members.values(), key=len, default=[])
    return sorted(archive.articles(db, largest), key=lambda a: (a.published, a.id))


async def _ask(turn: Turn, action: actions.Split, found: list[Article]) -> None:
    rows = [
        [
            Button(
                clip(f"{outlet(turn, a.source)}: {clean(a.title)}", LABEL),
                actions.Split(action.digest, action.story, a.id),
            )
        ]
        for a in found[:MOST]
    ]
    await turn.reply(turn.say.html("hand-split-ask"), rows)


TAPS: tuple[Tap, ...] = (tap(actions.Split, split, toast=True),)
