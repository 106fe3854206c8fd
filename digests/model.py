"""The vocabulary of the whole project: the values that pass from stage to stage.

Everything here is frozen and knows no I/O. Times are aware datetimes in UTC. Texts are plain text
(never markup) unless a name says ``html``; paragraphs are separated by ``\\n``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum


class Lang(StrEnum):
    """Languages that Mujaz reads; it writes Arabic, and English in its menus on request."""

    AR = "ar"
    EN = "en"
    HE = "he"


@dataclass(frozen=True, slots=True)
class Text:
    """A text that people see, in the two languages of the menus."""

    ar: str
    en: str

    def in_(self, language: str) -> str:
        return self.en if language == Lang.EN else self.ar


# --- sources and articles ---------------------------------------------------------------------


class SourceKind(StrEnum):
    """How a source counts: an outlet may be independent, a party and an aggregator never are."""

    OUTLET = "outlet"
    PARTY = "party"
    AGGREGATOR = "aggregator"


@dataclass(frozen=True, slots=True)
class Ownership:
    """Who pays for and owns an outlet, with the page that says so; no evidence, no label."""

    funding: str
    owner: Text
    evidence: str
    checked: date


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet's feed that we poll. ``name`` is its Arabic name, ``original`` its own."""

    id: str
    name: str
    original: str
    url: str
    language: str
    country: str | None = None
    ownership: Ownership | None = None
    full_text: bool = False
    kind: SourceKind = SourceKind.OUTLET


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed, cleaned, before the archive gives it an identity.

    ``summary`` is what the feed calls summary or description, ``text`` its full content (empty
    when the feed carries none). ``published`` is None when the feed gives no usable date.
    """

    guid: str | None
    url: str | None
    title: str
    summary: str = ""
    text: str = ""
    author: str | None = None
    published: datetime | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A parsed feed document; ``problems`` names what was wrong with it, in English."""

    entries: tuple[Entry, ...]
    title: str = ""
    language: str | None = None
    ttl: int | None = None  # seconds between polls that the feed asks for (ttl, sy:update*)
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One entry of a feed after cleaning, as the archive keeps it.

    ``published`` is the date by which it counts as news: the feed's date, clamped to first seen
    when it lies in the future, first seen when there is none (then ``dated`` is False).
    ``fresh`` is False for what a source's first poll or recovery brought: never pushed.
    """

    id: int
    source: str
    language: str
    title: str
    summary: str
    text: str
    url: str
    published: datetime
    first_seen: datetime
    dated: bool = True
    fresh: bool = True

    @property
    def body(self) -> str:
        """The longest text that we have: full content, else the feed's summary."""
        return self.text if len(self.text) >= len(self.summary) else self.summary


# --- topics ------------------------------------------------------------------------------------


class Zone(StrEnum):
    """The part of an article in which a topic's phrases count."""

    TITLE = "title"
    LEAD = "lead"  # title, feed summary, first three sentences
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Topic:
    """What a chat subscribes to: each group of ``all`` hits in ``where``, and ``none`` does not."""

    slug: str
    name: Text
    about: Text
    all: tuple[tuple[str, ...], ...]
    none: tuple[str, ...] = ()
    where: Zone = Zone.LEAD
    own: bool = False  # made by a chat from its own words («موضوع خاص»)


@dataclass(frozen=True, slots=True)
class Hit:
    """Why a topic matched: its phrase, and the words of the text that it hit."""

    topic: str
    phrase: str
    words: str
    start: int
    end: int


# --- stories and summaries ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Story:
    """The articles of all outlets and languages about one event, oldest first."""

    id: int
    articles: tuple[Article, ...]

    @property
    def latest(self) -> datetime:
        return max(a.published for a in self.articles)


class Method(StrEnum):
    """How a sentence came to be: the source's words, a machine translation, or a model's."""

    EXTRACTIVE = "extractive"
    TRANSLATED = "translated"
    MODEL = "model"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a summary and the verbatim span of one article that it rests on.

    ``text`` is what readers see; ``evidence`` occurs verbatim in the article's title, summary or
    text. ``language`` is that of ``text``: an original, shown for want of a translation, keeps
    its own.
    """

    text: str
    article: int
    evidence: str
    method: Method = Method.EXTRACTIVE
    language: str = Lang.AR


@dataclass(frozen=True, slots=True)
class Summary:
    """A headline and a few sentences about a story, each tied to its source."""

    headline: Sentence
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Independence:
    """How many voices a story has (docs/editorial.md: independent sources).

    ``outlets`` are the source ids counted as independent, ``copies`` maps an outlet that repeats
    another (near-identical text or «نقلًا عن») to the name it repeats, ``parties`` are statements
    of a party to the news. Aggregators appear nowhere.
    """

    outlets: tuple[str, ...]
    copies: Mapping[str, str] = field(default_factory=dict)
    parties: tuple[str, ...] = ()


# --- digests ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Background:
    """A sentence about an earlier event, and the article of that event on which it rests."""

    article: Article
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Amendment:
    """What an outlet said since that it got wrong in an *article*: its words, where, and when."""

    article: int
    said: str
    language: str
    url: str
    made: datetime


@dataclass(frozen=True, slots=True)
class Item:
    """A story as one digest tells it: under ``topic``, with its summary.

    ``updated`` marks news of a story already told («مستجدات»); ``background`` is for newcomers;
    ``amended`` is what outlets corrected of its articles, which stand as they were.
    """

    topic: str
    story: Story
    summary: Summary
    independence: Independence
    updated: bool = False
    background: Background | None = None
    amended: tuple[Amendment, ...] = ()


class Arrival(StrEnum):
    """What comes to a chat («الوصول»)."""

    DAILY = "daily"
    INSTANT = "instant"
    BREAKING = "breaking"
    WEEKLY = "weekly"


class Digits(StrEnum):
    LATIN = "latin"
    ARABIC = "arabic"


class Length(StrEnum):
    BRIEF = "brief"  # headline and first sentence
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Preferences:
    """How a chat wants to be written to; the defaults are what a new chat has."""

    language: str = Lang.AR
    timezone: str = "Asia/Riyadh"
    city: str = "makkah"  # a key of handlers' cities; decides month names
    times: tuple[time, ...] = (time(20, 0),)
    arrival: Arrival = Arrival.DAILY
    stories: int = 5
    length: Length = Length.FULL
    digits: Digits = Digits.LATIN
    months: str = "auto"  # auto | mayo (مايو) | ayyar (أيار) | mai (ماي)
    hijri: bool = False
    sound: bool = False
    screen_reader: bool = False
    quiet: tuple[time, time] | None = (time(22, 0), time(7, 0))
    weekend: bool = False  # whether the digest of Friday and Saturday comes at 10:00


class ChatKind(StrEnum):
    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class Place:
    """Where messages go: a chat, and the forum thread in it (0: none, or General)."""

    chat: int
    thread: int = 0


@dataclass(frozen=True, slots=True)
class Chat:
    """A person, group, forum thread or channel that receives digests, and all we know of it."""

    place: Place
    kind: ChatKind
    preferences: Preferences
    topics: tuple[str, ...] = ()  # slugs, in the order of subscription
    next_due: datetime | None = None
    active: bool = True  # False after a block, kick or deletion, until it speaks again
    barred: datetime | None = None  # since when it may not be written to, for a while
    missing: bool = False  # whether what it missed is to come, as one digest


@dataclass(frozen=True, slots=True)
class Digest:
    """The stories that are new to one chat, ready to be composed.

    ``items`` are grouped by topic in the order shown; ``left`` counts stories that did not fit;
    ``failing`` counts sources that could not be read since this morning; ``heading`` is the
    message key of the title (``digest-evening``, ``digest-topic`` …).
    """

    items: tuple[Item, ...]
    moment: datetime  # when it is told, UTC
    heading: str
    left: int = 0
    failing: int = 0
    announced: str | None = None  # a notice in the sample newsroom: «نموذج للتجربة …»


# --- messages -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Action:
    """What a button does: subclasses name it, handlers.callbacks packs it into 64 bytes."""


@dataclass(frozen=True, slots=True)
class Button:
    """One button: exactly one of ``action`` and ``url`` is set."""

    text: str
    action: Action | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """What a message shows of a story: ``head`` is its first line (the headline; of breaking news,
    its one sentence), and nothing is in it that was left out or cut off for want of room."""

    story: int
    head: Sentence
    sentences: tuple[Sentence, ...] = ()
    background: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """One Telegram message, within Telegram's limits (see digests.limits)."""

    html: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    silent: bool = True
    shown: tuple[Shown, ...] = ()  # the stories that it tells
