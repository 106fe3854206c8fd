"""/topics: the list with ✅, toggled by button, paged, edited in place."""

from __future__ import annotations

from digests import actions
from digests.markup import bold
from digests.model import Button, Message
from digests.store import chats
from handlers.conversation import Command, Tap, tap
from handlers.first import answer_first
from handlers.start import next_line
from handlers.topic_list import label, listed, row_of
from handlers.turn import Turn

PAGE = 8
#: Topics that one chat can follow.
MOST = 50


async def topics(turn: Turn, _argument: str) -> None:
    await turn.send(screen(turn, 0))


def screen(turn: Turn, page: int) -> Message:
    """One page of the list."""
    say = turn.say
    slugs = list(listed(turn))
    pages = max(1, -(-len(slugs) // PAGE))
    page = min(max(0, page), pages - 1)
    followed = sum(slug in slugs for slug in turn.chat.topics)
    if not slugs:
        return turn.message(say.html("topics-none-offered"))
    lines = [bold(say.html("topics-title"))]
    if followed:
        lines += [say.html("topics-following", topics=followed), next_line(turn)]
        lines.append(say.html("topics-choose"))
    else:
        lines.append(say.html("topics-none-followed"))
    rows = [
        row_of(turn, slug, actions.ToggleTopic(slug, page))
        for slug in slugs[page * PAGE : (page + 1) * PAGE]
    ]
    if pages > 1:
        lines.append(say.html("topics-page", page=page + 1, pages=pages))
        rows.append(_turning(turn, page, pages))
    if followed:
        latest = Button(say.label("topics-button-latest"), actions.Latest())
        rows.append([latest, Button(say.label("topics-button-new"), actions.WhatsNew())])
        rows.append([Button(say.label("timeline-button"), actions.Timeline())])
    return turn.message("\n".join(line for line in lines if line), rows)


def _turning(turn: Turn, page: int, pages: int) -> list[Button]:
    row = []
    if page > 0:
        back = turn.say.label("topics-button-previous")
        row.append(Button(back, actions.ShowTopics(page - 1)))
    if page < pages - 1:
        row.append(Button(turn.say.label("topics-button-next"), actions.ShowTopics(page + 1)))
    return row


async def show(turn: Turn, action: actions.ShowTopics) -> None:
    await turn.show_message(screen(turn, action.page))


async def toggle(turn: Turn, action: actions.ToggleTopic) -> None:
    """Follow or leave; the first topic of a chat is answered with the first digest."""
    slug, place, now = action.topic, turn.place, turn.now
    say, named = turn.say, label(turn, action.topic)
    if slug in turn.chat.topics:
        await turn.answer(say("topics-removed", topic=named))
        await turn.change(lambda db: chats.unsubscribe(db, place, slug, now))
        await turn.show_message(screen(turn, action.page))
        return
    if slug not in listed(turn):
        await turn.answer(say("topics-unknown"), alert=True)
        await turn.show_message(screen(turn, action.page))
        return
    if len(turn.chat.topics) >= MOST:
        await turn.answer(say("topics-limit"), alert=True)
        return
    await turn.answer(say("topics-added", topic=named))
    done = await turn.change(lambda db: chats.subscribe(db, place, slug, now))
    await turn.show_message(screen(turn, action.page))
    if done.first:
        await answer_first(turn.services, place, slug)


COMMANDS = (Command("topics", topics),)
TAPS: tuple[Tap, ...] = (
    tap(actions.ShowTopics, show),
    tap(actions.ToggleTopic, toggle, admins=True, toast=True),
)
