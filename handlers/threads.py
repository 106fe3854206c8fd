"""The button under the notice of a deleted forum thread: its topics move to General.

«حُذف قسم المجموعة …» ──انقلها إلى هنا, by an administrator──> what General follows now
"""

from __future__ import annotations

from functools import partial

from digests import actions
from digests.markup import Html
from digests.model import Place
from digests.store.threads import move_to_general
from handlers.conversation import Tap, tap
from handlers.topic_list import name
from handlers.turn import Turn


async def move(turn: Turn, action: actions.MoveThread) -> None:
    """Move, once; a second tap shows the same."""
    old, now = Place(turn.place.chat, action.thread), turn.now
    if turn.place.thread or not action.thread:
        return
    await turn.answer()
    await turn.change(partial(move_to_general, old=old, now=now))
    if not turn.chat.topics:
        await turn.show(turn.say.html("topics-none-followed"))
        return
    names = Html(turn.say.comma.join(name(turn, slug) for slug in turn.chat.topics))
    await turn.show(turn.say.html("thread-moved", names=names))


TAPS: tuple[Tap, ...] = (tap(actions.MoveThread, move, admins=True, toast=True),)
