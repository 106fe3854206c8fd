"""/latest [topic]: the newest stories, told or not; what was shown counts as told."""

from __future__ import annotations

from datetime import timedelta

from digests import actions, dates
from digests.compose.sample import notice
from digests.markup import Html, inert, link
from digests.model import Button, Story
from digests.store import archive, stories
from digests.store.database import Database
from digests.store.told import StoredDigest
from handlers import topics
from handlers.conversation import Command, Tap, tap
from handlers.topic_list import find, label, listed, name, row_of
from handlers.turn import Rows, Turn

#: Topics offered when the words after /latest may mean several.
CHOICES = 5


async def latest(turn: Turn, argument: str) -> None:
    if not argument.strip():
        await show(turn, None)
        return
    found = find(turn, argument)
    if len(found) == 1 or (found and label(turn, found[0]) == argument.strip()):
        await show(turn, found[0])
        return
    rows = [row_of(turn, slug, actions.Latest(slug)) for slug in (found or listed(turn))][:CHOICES]
    key = "latest-choose" if found else "start-unknown-topic"
    await turn.reply(turn.say.html(key), rows)


async def show(turn: Turn, topic: str | None, page: int = 0) -> None:
    """The latest of *topic*, or of all topics of the chat, as messages of their own."""
    if topic is None and not turn.chat.topics:
        await turn.send(topics.screen(turn, 0))
        return
    digest = await turn.services.teller.latest(turn.chat, topic, turn.now, page)
    if digest is not None:
        await send_digest(turn, digest)
    elif page:
        await turn.reply(turn.say.html("latest-no-more"))
    else:
        await turn.reply(await nothing(turn, topic), _ways_on(turn))


async def whats_new(turn: Turn, _action: actions.WhatsNew) -> None:
    """What this chat was not told yet, whichever digest is due when."""
    if not turn.chat.topics:
        await turn.send(topics.screen(turn, 0))
        return
    digest = await turn.services.teller.whats_new(turn.chat, turn.now)
    if digest is None:
        await turn.reply(turn.say.html("latest-nothing-since"), _ways_on(turn))
    else:
        await send_digest(turn, digest)


async def send_digest(turn: Turn, digest: StoredDigest) -> None:
    """Send every part of *digest* and write down that it was shown."""
    messages = [await turn.send(part) for part in digest.parts]
    await turn.know()
    await turn.services.teller.shown(turn.place, digest, messages, turn.now)


async def nothing(turn: Turn, topic: str | None) -> str:
    """That there is nothing new, what the last news was, and that the sources were read."""
    say, hours = turn.say, int(archive.NEWS / timedelta(hours=1))
    if topic is None:
        lines = [say.html("latest-nothing", hours=hours)]
    else:
        lines = [say.html("latest-nothing-topic", hours=hours, topic=name(turn, topic))]
    wanted = [topic] if topic else list(turn.chat.topics)
    last = await _last(turn, wanted)
    lines.append(last)
    states = await turn.services.store.read(archive.source_states)
    read = [state.last_ok for state in states.values() if state.last_ok is not None]
    if read:
        ago = dates.ago(max(read), turn.now, say)
        lines.append(say.html("latest-read", sources=len(read), ago=ago))
    if last:
        lines.append(notice(turn.services.teller.announced))
    return "\n".join(line for line in lines if line)


async def _last(turn: Turn, wanted: list[str]) -> Html:
    def newest(db: Database) -> list[int]:
        found = (stories.newest_of_topic(db, slug) for slug in wanted)
        return [story for story in found if story is not None]

    def read(db: Database) -> list[tuple[Story, stories.Told]]:
        return stories.get(db, newest(db))

    found = await turn.services.store.read(read)
    if not found:
        return Html("")
    story, told = max(found, key=lambda pair: pair[0].latest)
    by_id = {article.id: article for article in story.articles}
    article = by_id.get(told.summary.headline.article, story.articles[-1])
    title = link(inert(told.summary.headline.text), article.url)
    day = dates.day_date(story.latest, turn.preferences)
    return turn.say.html("latest-last", day=day, title=title)


def _ways_on(turn: Turn) -> Rows:
    return [[Button(turn.say.label("latest-button-topics"), actions.ShowTopics())]]


async def tapped(turn: Turn, action: actions.Latest) -> None:
    topic = action.topic or None
    if topic is not None and topic not in listed(turn):
        await turn.reply(turn.say.html("topics-unknown"), _ways_on(turn))
        return
    await show(turn, topic, action.page)


COMMANDS = (Command("latest", latest),)
TAPS: tuple[Tap, ...] = (
    tap(actions.Latest, tapped),
    tap(actions.WhatsNew, whats_new),
)
