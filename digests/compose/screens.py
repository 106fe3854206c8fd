"""The answers that need data put in form: nothing new, the chat's state, what a search found.

All other screens are plain messages of ``config/locales``. What comes from here is finished.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from digests import dates
from digests.compose.finish import finish, finish_html
from digests.compose.voice import HEADLINE, NAME, Voice, clip, quoted, words_of
from digests.language.direction import isolate
from digests.markup import Html, bold, clean, escape, inert, link, measure
from digests.model import Article, Button, Message, Preferences, Source
from digests.words import Words

Buttons = tuple[tuple[Button, ...], ...]

#: Names of failing sources that are spelt out; the figure counts them all.
NAMED = 5


@dataclass(frozen=True, slots=True)
class Reading:
    """How the polling goes: sources read, when the last one was, which failed since this morning
    (source ids), and the articles that came in 24 hours."""

    sources: int
    last: datetime | None = None
    failing: tuple[str, ...] = ()
    articles: int = 0


def nothing_new(
    topic: str | None,
    last: Article | None,
    hours: int,
    reading: Reading,
    now: datetime,
    preferences: Preferences,
    words: Words,
    buttons: Buttons = (),
) -> Message:
    """«لا جديد عن …», with the last story that there was and how fresh our reading is.

    *topic* is a topic's name, or None for all topics of the chat.
    """
    say = words.in_(preferences.language)
    if topic is None:
        lines = [say.html("latest-nothing", hours=hours)]
    else:
        lines = [say.html("latest-nothing-topic", hours=hours, topic=topic)]
    if last is not None:
        day = dates.day_date(last.published, preferences)
        lines.append(say.html("latest-last", day=day, title=title_link(last)))
    lines.append(_read(reading, now, preferences, words, "latest-read"))
    return finish(Message("\n".join(lines), buttons), preferences)


def status(
    topics: Sequence[str],
    due: datetime | None,
    told: datetime | None,
    reading: Reading,
    now: datetime,
    preferences: Preferences,
    sources: Mapping[str, Source],
    words: Words,
    buttons: Buttons = (),
) -> Message:
    """The state of a chat: its *topics* by name, when a digest is due and was last told."""
    voice = Voice(words.in_(preferences.language), preferences, sources, {})
    say = voice.say
    lines = [bold(say("status-title"))]
    if topics and due is not None:
        lines.append(say.html("status-next", when=dates.when(due, now, preferences, say)))
    elif not topics:
        lines.append(say.html("status-no-next"))
    if topics:
        names = (isolate(clip(clean(name), NAME), voice.language) for name in topics)
        lines.append(say.html("status-topics", topics=escape(say.comma.join(names))))
    told_ago = say.html("status-last", ago=dates.ago(told, now, say)) if told else None
    lines.append(told_ago or say.html("status-last-none"))
    lines.append(Html(""))
    lines.append(_read(reading, now, preferences, words, "status-sources"))
    lines.append(say.html("status-articles-today", articles=reading.articles))
    lines.append(_failing(reading, voice))
    return finish(Message("\n".join(lines), buttons), preferences)


def found(
    title: Html,
    articles: Sequence[Article],
    preferences: Preferences,
    sources: Mapping[str, Source],
    words: Words,
    buttons: Buttons = (),
) -> Message:
    """Articles one below the other, newest as they come: day, outlet as a link, title.

    Those that do not fit are left out; the caller pages.
    """
    voice = Voice(words.in_(preferences.language), preferences, sources, {})
    html = finish_html(bold(title), preferences)
    for article in articles:
        longer = f"{html}\n\n{finish_html(_entry(article, voice), preferences)}"
        if not measure(longer).fits():
            break
        html = longer
    return finish(Message(html, buttons), preferences)


def title_link(article: Article) -> Html:
    """An article's title linked to it, isolated whole when it is not Arabic."""
    shown = words_of(article.title, article.language, HEADLINE)
    return link(shown, article.url)


def _entry(article: Article, voice: Voice) -> Html:
    title = quoted(article.title, article.language, HEADLINE)
    day = dates.short_date(article.published, voice.preferences)
    name = isolate(voice.outlet(article.source), voice.language)
    return Html(f"{title}\n{link(inert(name), article.url)} · {escape(day)}")


def _read(
    reading: Reading, now: datetime, preferences: Preferences, words: Words, key: str
) -> Html:
    say = words.in_(preferences.language)
    if reading.last is None:
        return say.html(key, sources=0, ago="")
    return say.html(key, sources=reading.sources, ago=dates.ago(reading.last, now, say))


def _failing(reading: Reading, voice: Voice) -> Html:
    names = [isolate(voice.outlet(source), voice.language) for source in reading.failing[:NAMED]]
    if len(reading.failing) > NAMED:
        names.append("…")
    joined = escape(inert(voice.say.comma.join(names)))
    return voice.say.html("status-failing", failing=len(reading.failing), names=joined)
