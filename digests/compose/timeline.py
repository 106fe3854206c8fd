"""«خط زمني»: the events of one topic, a dated line each, linked to the report that it rests on.

An event is a story: its date is that of its first report, its line the story's headline, and the
outlet named is the one that the headline is of. Newest page first; within a page time runs down.
What it may get wrong: a story that one outlet reported a day late stands at that day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from digests import dates
from digests.compose.finish import finish, finish_html
from digests.compose.sample import notice
from digests.compose.voice import Voice, is_arabic, words_of
from digests.markup import Html, bold, escape, link, measure
from digests.model import (
    Article,
    Button,
    Message,
    Method,
    Preferences,
    Sentence,
    Source,
    Story,
    Topic,
)
from digests.words import Words

#: Characters of a headline here: what a newsroom writes at most, so that an event stays a line.
HEADLINE = 120


@dataclass(frozen=True, slots=True)
class Event:
    """One story of a topic: its headline, and the articles that a reader is to see of it."""

    story: Story
    headline: Sentence

    @property
    def moment(self) -> datetime:
        return self.story.articles[0].published

    @property
    def article(self) -> Article:
        """The report that the headline rests on."""
        found = (a for a in self.story.articles if a.id == self.headline.article)
        return next(found, self.story.articles[0])


def timeline(
    events: Sequence[Event],
    topic: str,
    now: datetime,
    preferences: Preferences,
    sources: Mapping[str, Source],
    topics: Mapping[str, Topic],
    words: Words,
    buttons: tuple[tuple[Button, ...], ...] = (),
    announced: str | None = None,
) -> Message:
    """One page of *topic*'s timeline within the limits; *events* in any order.

    *announced* is the sample newsroom's notice.
    """
    voice = Voice(words.in_(preferences.language), preferences, sources, topics)
    ordered = sorted(events, key=lambda e: (e.moment, e.story.id))
    limit = HEADLINE
    html = _page(ordered, topic, now, voice, limit, announced)
    while limit > 30 and not measure(html).fits():
        limit //= 2
        html = _page(ordered, topic, now, voice, limit, announced)
    return finish(Message(html, buttons), preferences)


def _page(
    events: Sequence[Event],
    topic: str,
    now: datetime,
    voice: Voice,
    limit: int,
    announced: str | None,
) -> str:
    name = words_of(voice.topic(topic), voice.language, limit)
    title = bold(voice.say.html("timeline-title", topic=name))
    lines = [_line(event, now, voice, limit) for event in events]
    if announced:
        lines += [Html(""), notice(announced)]
    return finish_html("\n".join([title, "", *lines]), voice.preferences)


def _line(event: Event, now: datetime, voice: Voice, limit: int) -> Html:
    """«12 مايو: ⟪العنوان⟫ (قدس نت، ومصدران آخران)»."""
    article, headline = event.article, event.headline
    shown = words_of(headline.text, headline.language, limit) or escape(voice.say("story-untitled"))
    notes = [escape(voice.outlet(article.source))]
    others = len({a.source for a in event.story.articles} - {article.source})
    if others:
        notes.append(escape(voice.say("story-sources-more", sources=others)))
    if not is_arabic(headline.language) and headline.language != voice.language:
        notes.append(escape(voice.in_language(headline.language)))
    if headline.method is Method.TRANSLATED:
        notes.append(escape(voice.say("story-translated")))
    day = escape(dates.event_date(event.moment, now, voice.preferences))
    return Html(f"{day}: {link(shown, article.url)} {voice.brackets(notes, voice.language)}")
