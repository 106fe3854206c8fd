"""«خط زمني»: the dated events of one topic, a page at a time, the newest page first."""

from __future__ import annotations

from digests import actions
from digests.compose.timeline import Event
from digests.compose.timeline import timeline as compose_timeline
from digests.model import Button, Message
from digests.store import chats
from digests.store.database import Database
from digests.timeline import events
from handlers import topics
from handlers.conversation import Tap, tap
from handlers.topic_list import label, listed, name
from handlers.turn import Turn


async def show(turn: Turn, action: actions.Timeline) -> None:
    """The newest page of a topic as a message of its own."""
    if not action.topic:
        await _ask(turn)
        return
    await turn.send(await _page(turn, action.topic, 0))


async def turn_page(turn: Turn, action: actions.TimelinePage) -> None:
    await turn.show_message(await _page(turn, action.topic, max(0, action.page)))


async def _ask(turn: Turn) -> None:
    known = listed(turn)
    followed = [slug for slug in turn.chat.topics if slug in known]
    if len(followed) == 1:
        await turn.send(await _page(turn, followed[0], 0))
    elif followed:
        rows = [[Button(label(turn, slug), actions.Timeline(slug))] for slug in followed]
        await turn.reply(turn.say.html("timeline-choose"), rows)
    else:
        await turn.send(topics.screen(turn, 0))


async def _page(turn: Turn, topic: str, page: int) -> Message:
    if topic not in listed(turn):
        return turn.message(turn.say.html("topics-unknown"))
    catalogue, place, now = turn.services.catalogue, turn.place, turn.now

    def read(db: Database) -> tuple[list[Event], bool]:
        muted = {m.value for m in chats.mutes(db, place, now) if m.kind == "source"}
        return events(db, topic, catalogue.sources, muted, page)

    found, older = await turn.services.store.read(read)
    if not found:
        return turn.message(turn.say.html("timeline-nothing", topic=name(turn, topic)))
    row = []
    if older:
        row.append(Button(turn.say.label("timeline-older"), actions.TimelinePage(topic, page + 1)))
    if page:
        row.append(Button(turn.say.label("timeline-newer"), actions.TimelinePage(topic, page - 1)))
    return compose_timeline(
        found,
        topic,
        now,
        turn.preferences,
        catalogue.sources,
        catalogue.topics,
        turn.services.words,
        (tuple(row),) if row else (),
        turn.services.teller.announced,
    )


TAPS: tuple[Tap, ...] = (
    tap(actions.Timeline, show),
    tap(actions.TimelinePage, turn_page),
)
