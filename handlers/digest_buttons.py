"""The buttons under a digest: coverage, more, mute, report. The digest's text always stays.

A question (which story, which topic, what is wrong) takes the place of the digest's buttons;
«رجوع» or the last answer brings them back.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from digests import actions, dates
from digests.compose import coverage as compose_coverage
from digests.compose.voice import Voice, clip
from digests.markup import clean
from digests.model import Button, Message, Story
from digests.store import archive, chats, stories, told
from digests.store.database import Database
from digests.store.told import ToldItem
from digests.words import Phrase
from handlers.callbacks import unpack
from handlers.conversation import Tap, tap
from handlers.latest import send_digest
from handlers.own_actions import AskMuteTopic, Back
from handlers.topic_list import label
from handlers.turn import Rows, Turn

#: Outlets that can be muted under one digest; more would hide the digest.
OUTLETS = 6
#: Hours of a mute by the message that names it; 0 is until it is taken back.
SPANS = {"mute-for-day": 24, "mute-for-week": 24 * 7, "mute-for-always": 0}
LONGEST_MUTE = 24 * 366
HEADLINE = 60


async def _items(turn: Turn, digest: int) -> list[ToldItem]:
    """What *digest* tells, each story once."""
    found = await turn.services.store.read(lambda db: told.items(db, digest))
    return list({item.story: item for item in found}.values())


async def _ask(turn: Turn, digest: int, rows: Rows, question: str) -> None:
    """Put *rows* in place of the digest's buttons, with the way back."""
    back = [Button(turn.say.label("mute-button-cancel"), Back(digest))]
    await turn.answer(turn.say(question))
    await turn.show_buttons([*rows, back])


async def _stale(turn: Turn) -> None:
    await turn.answer(turn.say("answer-old-button"), alert=True)


async def back(turn: Turn, action: Back) -> None:
    """The digest's own buttons again."""
    await restore(turn, action.digest)


async def restore(turn: Turn, digest: int) -> None:
    parts = await turn.services.store.read(lambda db: told.digest_parts(db, digest))
    rows = next((part.buttons for part in reversed(parts) if part.buttons), ())
    await turn.show_packed(rows)


# --- coverage and more


async def coverage(turn: Turn, action: actions.Coverage) -> None:
    items = await _items(turn, action.digest)
    if not items:
        await _stale(turn)
    elif len(items) == 1:
        await turn.answer()
        await _cover(turn, items[0])
    else:
        rows = [
            [Button(_headline(i), actions.CoverageStory(action.digest, i.story))] for i in items
        ]
        await _ask(turn, action.digest, rows, "coverage-choose")


async def coverage_story(turn: Turn, action: actions.CoverageStory) -> None:
    items = await _items(turn, action.digest)
    item = next((i for i in items if i.story == action.story), None)
    if item is None:
        await _stale(turn)
        return
    await turn.answer()
    await _cover(turn, item)
    await restore(turn, action.digest)


async def _cover(turn: Turn, item: ToldItem) -> None:
    """The story as it is by now, or as it was told where the archive has regrouped it."""

    def read(db: Database) -> tuple[Story | None, stories.Told | None]:
        for story, kept in stories.get(db, [item.story]):
            if {a.id for a in story.articles} & set(item.articles):
                return story, kept
        articles = archive.articles(db, item.articles)
        return (Story(item.story, tuple(articles)) if articles else None), None

    story, kept = await turn.services.store.read(read)
    if story is None:
        await turn.reply(turn.say.html("coverage-gone"))
        return
    message: Message = compose_coverage(
        story,
        turn.preferences,
        turn.services.catalogue.sources,
        turn.services.words,
        kept.summary if kept else None,
        announced=turn.services.teller.announced,
    )
    await turn.send(message)


async def more(turn: Turn, action: actions.More) -> None:
    digest = await turn.services.teller.more(turn.chat, action.digest, turn.now)
    if digest is None:
        await turn.reply(turn.say.html("latest-no-more"))
        return
    await send_digest(turn, digest)


# --- mute


async def mute(turn: Turn, action: actions.Mute) -> None:
    items = await _items(turn, action.digest)
    if not items:
        await _stale(turn)
        return
    say = turn.say
    topics = list(dict.fromkeys(item.topic for item in items))
    rows = [
        [
            Button(
                say.label("mute-topic", topic=label(turn, slug)),
                AskMuteTopic(action.digest, slug),
            )
        ]
        for slug in topics
    ]
    ids = [article for item in items for article in item.articles]
    articles = await turn.services.store.read(lambda db: archive.articles(db, ids))
    outlets = list(dict.fromkeys(article.source for article in articles))[:OUTLETS]
    rows += [
        [Button(say.label("mute-source", source=outlet(turn, source)), actions.MuteSource(source))]
        for source in outlets
    ]
    await _ask(turn, action.digest, rows, "mute-ask")


async def ask_mute_topic(turn: Turn, action: AskMuteTopic) -> None:
    rows = [
        [Button(turn.say.label(key), actions.MuteTopic(action.topic, hours))]
        for key, hours in SPANS.items()
    ]
    back = [Button(turn.say.label("mute-button-cancel"), Back(action.digest))]
    await turn.answer(turn.say("mute-topic-ask", topic=label(turn, action.topic)))
    await turn.show_buttons([*rows, back])


async def mute_topic(turn: Turn, action: actions.MuteTopic) -> None:
    if action.topic not in turn.services.catalogue.topics or not 0 <= action.hours <= LONGEST_MUTE:
        await _stale(turn)
        return
    until = turn.now + timedelta(hours=action.hours) if action.hours else None
    place = turn.place
    named = label(turn, action.topic)
    if until is None:
        done = turn.say("mute-done-topic-always", topic=named)
    else:
        done = turn.say("mute-done-topic", topic=named, until=short_moment(turn, until))
    await turn.answer(done, alert=True)
    await turn.change(lambda db: chats.mute(db, place, "topic", action.topic, until))
    await _back_from(turn)


def short_moment(turn: Turn, moment: datetime) -> Phrase:
    """«14 مايو، 20:00» in the chat's zone."""
    day = dates.short_date(moment, turn.preferences)
    clock = dates.clock(dates.local(moment, turn.preferences))
    return Phrase(f"{day}{turn.say.comma}{clock}")


async def mute_source(turn: Turn, action: actions.MuteSource) -> None:
    if action.source not in turn.services.catalogue.sources:
        await _stale(turn)
        return
    place = turn.place
    await turn.answer(turn.say("mute-done-source", source=outlet(turn, action.source)), alert=True)
    await turn.change(lambda db: chats.mute(db, place, "source", action.source, None))
    await _back_from(turn)


async def _back_from(turn: Turn) -> None:
    """From the last answer to the digest's buttons, by the way back that stands beside it."""
    markup = turn.tapped.reply_markup if turn.tapped else None
    if markup is None:
        return
    for row in markup.inline_keyboard:
        for button in row:
            action = unpack(button.callback_data if isinstance(button.callback_data, str) else None)
            if isinstance(action, Back):
                await restore(turn, action.digest)
                return


# --- report


async def report(turn: Turn, action: actions.Report) -> None:
    items = await _items(turn, action.digest)
    if not items:
        await _stale(turn)
    elif len(items) == 1:
        await _ask(
            turn, action.digest, _reasons(turn, action.digest, items[0].story), "report-reason-ask"
        )
    else:
        rows = [[Button(_headline(i), actions.ReportStory(action.digest, i.story))] for i in items]
        await _ask(turn, action.digest, rows, "report-story-ask")


async def report_story(turn: Turn, action: actions.ReportStory) -> None:
    await _ask(
        turn, action.digest, _reasons(turn, action.digest, action.story), "report-reason-ask"
    )


def _reasons(turn: Turn, digest: int, story: int) -> Rows:
    return [
        [
            Button(
                turn.say.label(f"report-reason-{reason}"),
                actions.ReportReason(digest, story, reason),
            )
        ]
        for reason in actions.REPORT_REASONS
    ]


async def report_reason(turn: Turn, action: actions.ReportReason) -> None:
    """Count the report, without the reader; the operators hear of it."""
    items = await _items(turn, action.digest)
    item = next((i for i in items if i.story == action.story), None)
    if item is None or action.reason not in actions.REPORT_REASONS:
        await _stale(turn)
        return
    await turn.answer(turn.say("report-thanks"), alert=True)
    services = turn.services
    operators = services.settings.admins
    await services.teller.reported(action.digest, item, action.reason, operators, turn.now)
    await restore(turn, action.digest)


def outlet(turn: Turn, source: str) -> str:
    """The outlet's name in the chat's language, plain."""
    services = turn.services
    return Voice(turn.say, turn.preferences, services.catalogue.sources, {}).outlet(source)


def _headline(item: ToldItem) -> str:
    return clip(clean(item.headline), HEADLINE)


TAPS: tuple[Tap, ...] = (
    tap(Back, back),
    tap(actions.Coverage, coverage, toast=True),
    tap(actions.CoverageStory, coverage_story, toast=True),
    tap(actions.More, more),
    tap(actions.Mute, mute, admins=True, toast=True),
    tap(AskMuteTopic, ask_mute_topic, admins=True, toast=True),
    tap(actions.MuteTopic, mute_topic, admins=True, toast=True),
    tap(actions.MuteSource, mute_source, admins=True, toast=True),
    tap(actions.Report, report, toast=True),
    tap(actions.ReportStory, report_story, toast=True),
    tap(actions.ReportReason, report_reason, toast=True),
)
