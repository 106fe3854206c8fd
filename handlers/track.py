"""/track: a topic of a chat's own, made from its words («موضوع خاص»)."""

from __future__ import annotations

from digests import actions
from digests.model import Button
from digests.store import chats, own_topics
from digests.store.database import Database
from digests.topics.query import QueryRefused, parse
from handlers import queries
from handlers.conversation import Command, Tap, tap
from handlers.first import answer_first
from handlers.start import next_line
from handlers.turn import Turn

#: Topics of its own that one chat can follow.
MOST = 20


async def track(turn: Turn, argument: str) -> None:
    await follow(turn, queries.clean_query(argument))


async def tapped(turn: Turn, action: actions.Track) -> None:
    query = queries.recover(turn.tapped, action.query)
    if query is None:
        await turn.reply(turn.say.html("answer-old-button"))
        return
    await follow(turn, query)


async def follow(turn: Turn, query: str) -> None:
    """Follow *query*, or say why its words cannot be followed."""
    say, topics = turn.say, turn.services.catalogue.topics
    try:
        topic = parse(query)
    except QueryRefused as refused:
        await turn.reply(queries.refusal(turn, refused, "track-usage"))
        return
    own = [slug for slug in turn.chat.topics if slug in topics and topics[slug].own]
    if len(own) >= MOST:
        await turn.reply(say.html("track-limit"))
        return
    place, now = turn.place, turn.now

    def subscribe(db: Database) -> tuple[str, chats.Subscribed]:
        slug = own_topics.add(db, topic, place, now)
        return slug, chats.subscribe(db, place, slug, now)

    slug, done = await turn.change(subscribe)
    said = queries.shown(turn, query)
    if not done.added:
        await turn.reply(say.html("track-exists", query=said))
        return
    lines = [say.html("track-added", query=said), next_line(turn)]
    rows = [
        [
            Button(say.label("start-button-latest"), actions.Latest(slug)),
            Button(say.label("start-button-undo"), actions.Undo(slug)),
        ]
    ]
    await turn.reply("\n".join(line for line in lines if line), rows)
    await turn.services.pipeline.follow(topic, place, now)  # reads the archive: after the answer
    if done.first:
        await answer_first(turn.services, place, slug)


COMMANDS = (Command("track", track, admins=True),)
TAPS: tuple[Tap, ...] = (tap(actions.Track, tapped, admins=True),)
