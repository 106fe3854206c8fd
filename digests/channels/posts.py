"""Posts of a channel: a digest, or one story; hashtags, the owner's headline, growth.

A post is written like a digest of a private chat (``digests.compose``) without its buttons: a tap
in a channel would answer everyone. Hashtags, at most two, stand on a line of their own at the end,
made from the names of the topics; one that does not fit into the message is left out.

«حُدّث 14:20» above a post says that outlets were added to it. Its headline and sentences stay as
they were posted: what is new in substance comes as a post of its own, which answers the first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from digests import dates
from digests.compose.breaking import HEADING as BREAKING
from digests.compose.digest import EMBLEM, compose
from digests.compose.finish import finish_html
from digests.compose.sample import notice
from digests.compose.story import CUTS, shown, write
from digests.compose.voice import HEADLINE, Voice, words_of
from digests.language.direction import strip_isolates
from digests.markup import Html, bold, clean, escape, measure, visible
from digests.model import Digest, Item, Lang, Message, Preferences, Source, Topic
from digests.words import Words

#: Hashtags of one post.
HASHTAGS = 2
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Desk:
    """What writing needs to know beside the stories themselves."""

    sources: Mapping[str, Source]
    topics: Mapping[str, Topic]
    words: Words
    announced: str | None = None

    def voice(self, preferences: Preferences) -> Voice:
        return Voice(self.words.in_(preferences.language), preferences, self.sources, self.topics)


def digest_post(
    desk: Desk, digest: Digest, preferences: Preferences, *, hashtags: bool
) -> tuple[Message, ...]:
    """All stories of *digest* as one post (several messages where they do not fit into one)."""
    messages = compose(digest, preferences, desk.sources, desk.topics, desk.words)
    if not messages:
        return ()
    bare = [replace(message, buttons=()) for message in messages]
    if hashtags:
        tags = _hashtags(desk, preferences, [item.topic for item in digest.items])
        bare[-1] = replace(bare[-1], html=_with_foot(bare[-1].html, tags, preferences))
    return tuple(bare)


def story_post(
    desk: Desk,
    item: Item,
    preferences: Preferences,
    *,
    hashtags: bool,
    grown: datetime | None = None,
    headline: str | None = None,
) -> Message:
    """One story as one message. *grown*: when outlets were added to it; *headline*: the owner's."""
    voice = desk.voice(preferences)
    head, html, cut = "", "", CUTS[0]
    if grown is not None:
        time = dates.clock(dates.local(grown, preferences))
        head = f"{voice.say.html('channel-updated', time=time)}\n"
    for cut in CUTS:
        story: str = write(item, voice, cut)
        if headline is not None:
            story = _first_line(story, headline)
        html = finish_html(head + story, preferences)
        if desk.announced:
            html = f"{html}\n\n{finish_html(notice(desk.announced), preferences)}"
        if measure(html).fits():
            break
    if hashtags:
        html = _with_foot(html, _hashtags(desk, preferences, [item.topic]), preferences)
    return Message(html, silent=not preferences.sound, shown=(shown(item, voice, cut),))


def breaking_post(desk: Desk, item: Item, preferences: Preferences, *, hashtags: bool) -> Message:
    """Breaking news: one sentence with its speaker, who told it, and sound."""
    digest = Digest((item,), item.story.latest, BREAKING, announced=desk.announced)
    (message,) = compose(digest, preferences, desk.sources, desk.topics, desk.words)
    html = message.html
    if hashtags:
        html = _with_foot(html, _hashtags(desk, preferences, [item.topic]), preferences)
    return replace(message, html=html, buttons=())


def with_headline(html: str, headline: str, preferences: Preferences) -> str:
    """The finished post *html* with the owner's *headline* in its first line."""
    return finish_html(_first_line(html, headline), preferences)


def is_digest(html: str) -> bool:
    """Whether the first line of the post *html* is that of a digest, and of no story."""
    return EMBLEM in visible(html.partition("\n")[0])


def _first_line(html: str, headline: str) -> str:
    """*html* with another first line; the emblem of a digest stays."""
    _, line_break, rest = html.partition("\n")
    title = bold(words_of(headline, Lang.AR, HEADLINE))
    if is_digest(html):
        title = Html(f"{EMBLEM} {title}")
    return f"{title}{line_break}{rest}"


def hashtag(name: str) -> str:
    """«#مايكروسوفت_وإسرائيل» of a topic's name; empty when nothing of it can stand in a hashtag."""
    words = _WORD.findall(strip_isolates(clean(name)))
    if not any(any(c.isalpha() for c in word) for word in words):
        return ""
    return "#" + "_".join(words)


def _hashtags(desk: Desk, preferences: Preferences, topics: Sequence[str]) -> Html:
    voice = desk.voice(preferences)
    tags = [hashtag(voice.topic(slug)) for slug in dict.fromkeys(topics)]
    return escape(" ".join([tag for tag in tags if tag][:HASHTAGS]))


def _with_foot(html: str, foot: Html, preferences: Preferences) -> str:
    if not foot:
        return html
    whole = f"{html}\n\n{finish_html(foot, preferences)}"
    return whole if measure(whole).fits() else html
