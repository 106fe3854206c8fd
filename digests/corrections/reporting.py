"""What operators are sent of readers' reports: the story and how often, nothing of the reader.

Rule. The first report of a story is a notice to each operator who talks to the bot, through the
outbox; further ones change its figures in place. Once the story was seen to (corrected, split,
withdrawn), a new report is a new notice. Each notice offers what can be done about it.

What it may get wrong: one reader who taps again counts again. Escape hatch: figures decide nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from digests import actions, stored_form
from digests.channels.notices import identity
from digests.compose.finish import finish
from digests.compose.voice import HEADLINE, words_of
from digests.markup import Html, bold
from digests.model import Button, Lang, Message, Place
from digests.store import chats, deliveries, posts, reports
from digests.store.database import Database
from digests.store.deliveries import Priority
from digests.store.reports import Reported
from digests.store.told import StoredDigest, ToldItem
from digests.stored_form import Pack
from digests.words import Speaker, Words


def report(
    db: Database,
    digest: int,
    item: ToldItem,
    reason: str,
    operators: Sequence[int],
    words: Words,
    pack: Pack,
    now: datetime,
) -> None:
    """Count a report of *item* of *digest*, and let the *operators* know: a transaction."""
    reported = reports.report(db, digest, item.story, reason, now)
    for operator in operators:
        place = Place(operator)
        chat = chats.find(db, place)
        if chat is None or not chat.active:
            continue  # someone who never wrote to the bot cannot be written to
        say = words.in_(chat.preferences.language)
        message = Message(
            "\n".join(summary(item.headline, item.story, reported, say)),
            buttons(digest, item, say),
        )
        part = stored_form.part(finish(message, chat.preferences), pack)
        first = identity("report", reported.story, reported.first, operator)
        if deliveries.owe(db, place, StoredDigest(first, (part,), ()), now, Priority.DIGEST):
            continue
        number = identity("report", reported.story, reported.first, operator, reported.times)
        posts.owe_change(db, place, first, StoredDigest(number, (part,), ()), now)


def summary(headline: str, story: int, reported: Reported | None, say: Speaker) -> list[Html]:
    """The story, and how often it was reported for what."""
    lines = [bold(say.html("notice-report"))] if reported else []
    lines.append(Html(words_of(headline, Lang.AR, HEADLINE)))
    for reason, times in (reported.times if reported else {}).items():
        why = say(f"report-reason-{reason}")
        lines.append(say.html("notice-report-times", reason=why, times=str(times)))
    return [*lines, say.html("notice-report-story", story=str(story))]


def buttons(
    digest: int, item: ToldItem, say: Speaker, channel: int = 0
) -> tuple[tuple[Button, ...], ...]:
    """What an operator can do about a story, or the owner of *channel*."""
    told = (digest, item.story, channel)
    first = [
        Button(say.label("hand-button-correct"), actions.Correct(*told)),
        Button(say.label("hand-button-withdraw"), actions.Withdraw(*told)),
    ]
    if len(item.articles) > 1 and not channel:
        split = actions.Split(digest, item.story)
        first.insert(1, Button(say.label("hand-button-split"), split))
    return (tuple(first),)
