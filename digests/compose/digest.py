"""A digest as messages: heading, date, counts, topics, stories, notices, buttons."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from digests import actions, dates
from digests.compose.breaking import HEADING as BREAKING
from digests.compose.breaking import write_breaking
from digests.compose.finish import finish, finish_html
from digests.compose.paging import BLANK_LINE, Block, paginate
from digests.compose.sample import notice
from digests.compose.story import CUTS, shown, write
from digests.compose.voice import NAME, Voice, clip
from digests.language.direction import isolate, isolate_runs
from digests.markup import Html, bold, clean, escape, inert
from digests.model import Button, Digest, Item, Lang, Message, Preferences, Source, Topic
from digests.words import Words

#: The one emoji of a digest, on its first line.
EMBLEM = "🗞"
#: The key of a digest about one topic, whose heading names it.
ONE_TOPIC = "digest-topic"


def compose(
    digest: Digest,
    preferences: Preferences,
    sources: Mapping[str, Source],
    topics: Mapping[str, Topic],
    words: Words,
    digest_id: int = 0,
) -> tuple[Message, ...]:
    """The messages of *digest*, in order; none when it has no story.

    Each is within the limits of ``digests.limits``; the buttons stand under the last, and carry
    *digest_id*. ``Message.shown`` is what each message tells.
    """
    if not digest.items:
        return ()
    voice = Voice(words.in_(preferences.language), preferences, sources, topics)
    if digest.heading == BREAKING:
        return tuple(_breaking(item, digest, voice, digest_id) for item in digest.items)
    pages = paginate(
        finish_html(_head(digest, voice), preferences),
        _blocks(digest, voice),
        finish_html(_foot(digest, voice), preferences),
    )
    last = len(pages) - 1
    items = {item.story.id: item for item in digest.items}
    return tuple(
        finish(
            Message(
                html=page.html,
                buttons=buttons(voice, digest_id, digest.left) if at == last else (),
                silent=not preferences.sound or at > 0,
                shown=tuple(shown(items[story], voice, CUTS[at]) for story, at in page.stories),
            ),
            preferences,
        )
        for at, page in enumerate(pages)
    )


def _breaking(item: Item, digest: Digest, voice: Voice, digest_id: int) -> Message:
    foot = finish_html(_foot(digest, voice), voice.preferences)
    told, seen = write_breaking(item, voice)
    html = BLANK_LINE.join(text for text in (told, foot) if text)
    message = Message(html, buttons(voice, digest_id), silent=False, shown=(seen,))
    return finish(message, voice.preferences)


def buttons(voice: Voice, digest_id: int, left: int = 0) -> tuple[tuple[Button, ...], ...]:
    """The buttons under a digest; *left* counts the stories that did not fit."""
    say = voice.say
    more = say.label("digest-button-left", left=left) if left else say.label("digest-button-more")
    return (
        (
            Button(say.label("digest-button-coverage"), actions.Coverage(digest_id)),
            Button(more, actions.More(digest_id)),
        ),
        (
            Button(say.label("digest-button-mute"), actions.Mute(digest_id)),
            Button(say.label("digest-button-report"), actions.Report(digest_id)),
            Button(say.label("digest-button-settings"), actions.Settings()),
        ),
    )


def count_line(items: tuple[Item, ...], voice: Voice) -> Html:
    """«خبران من 5 مصادر»: stories, and the independent sources of all of them together."""
    outlets = {outlet for item in items for outlet in item.independence.outlets}
    if not outlets:
        return voice.say.html("count-stories", stories=len(items))
    return voice.say.html("digest-count", stories=len(items), sources=len(outlets))


def _head(digest: Digest, voice: Voice) -> Html:
    topic = _name(voice, digest.items[0].topic)
    title = voice.say.html(digest.heading, **({"topic": topic} if _single(digest) else {}))
    lines = [
        Html(f"{EMBLEM} {bold(title)}"),
        escape(dates.full_date(digest.moment, voice.preferences)),
        count_line(digest.items, voice),
    ]
    return Html("\n".join(lines))


def _blocks(digest: Digest, voice: Voice) -> list[Block]:
    blocks: list[Block] = []
    before: str | None = None
    for item in digest.items:
        heading = "" if _single(digest) else bold(_name(voice, item.topic))
        finished = finish_html(heading, voice.preferences)
        form = partial(_form, item, voice)
        blocks.append(Block(form, len(CUTS), item.story.id, finished, opens=item.topic != before))
        before = item.topic
    return blocks


def _form(item: Item, voice: Voice, at: int) -> str:
    return finish_html(write(item, voice, CUTS[at]), voice.preferences)


def _single(digest: Digest) -> bool:
    return digest.heading == ONE_TOPIC


def _name(voice: Voice, slug: str) -> Html:
    name = clip(clean(voice.topic(slug)), NAME)
    shown = isolate(name, Lang.EN) if voice.language == Lang.EN else isolate_runs(name)
    return escape(inert(shown))


def _foot(digest: Digest, voice: Voice) -> Html:
    lines: list[Html] = []
    if digest.failing:
        lines.append(voice.say.html("digest-failing", failing=digest.failing))
    if digest.announced:
        lines.append(notice(digest.announced))
    return Html("\n".join(lines))
