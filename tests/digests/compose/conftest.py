"""A small newsroom to compose from: sources, topics, stories, and the strict speaker."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from digests import limits
from digests.compose import compose
from digests.markup import visible
from digests.model import (
    Article,
    Digest,
    Independence,
    Item,
    Message,
    Method,
    Preferences,
    Sentence,
    Source,
    SourceKind,
    Story,
    Summary,
    Text,
    Topic,
)
from digests.words import Words

NOW = datetime(2025, 9, 26, 17, 0, tzinfo=UTC)
TITLE = "شركة سحابية توقف خدمة عن وزارة"


def _source(id: str, name: str, original: str, language: str, kind: SourceKind) -> Source:
    return Source(id, name, original, f"https://{id}.example.org/rss", language, kind=kind)


@dataclass
class Newsroom:
    """Builds stories out of few words, and tells them."""

    words: Words
    now: datetime = NOW
    sources: dict[str, Source] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    _next: int = 0

    def article(
        self, source: str, title: str = TITLE, minutes: int = 0, **changes: object
    ) -> Article:
        self._next += 1
        values: dict[str, object] = {
            "id": self._next,
            "source": source,
            "language": self.sources[source].language,
            "title": title,
            "summary": "",
            "text": "",
            "url": f"https://{source}.example.org/a?id={self._next}&x=1",
            "published": NOW - timedelta(minutes=minutes),
            "first_seen": NOW,
        }
        return Article(**{**values, **changes})  # type: ignore[arg-type]

    def extract(self, article: Article, text: str, language: str | None = None) -> Sentence:
        return Sentence(text, article.id, text, Method.EXTRACTIVE, language or article.language)

    def digest(self, *items: Item, heading: str = "digest-evening", **changes: object) -> Digest:
        return Digest(items, NOW, heading, **changes)  # type: ignore[arg-type]

    def told(
        self, digest: Digest, preferences: Preferences | None = None, digest_id: int = 7
    ) -> tuple[Message, ...]:
        """The messages of *digest* for a chat of these preferences."""
        chosen = preferences or Preferences()
        return compose(digest, chosen, self.sources, self.topics, self.words, digest_id)

    def item(
        self,
        *articles: Article,
        sentences: tuple[Sentence, ...] = (),
        topic: str = "cloud",
        headline: Sentence | None = None,
        independence: Independence | None = None,
        updated: bool = False,
    ) -> Item:
        self._next += 1
        head = headline or Sentence(TITLE, articles[0].id, TITLE)
        outlets = tuple(dict.fromkeys(a.source for a in articles))
        return Item(
            topic,
            Story(self._next, articles),
            Summary(head, sentences),
            independence or Independence(outlets),
            updated,
        )


@pytest.fixture(scope="session")
def words() -> Words:
    return Words.load(strict=True)


@pytest.fixture
def newsroom(words: Words) -> Newsroom:
    outlet, party, aggregator = SourceKind.OUTLET, SourceKind.PARTY, SourceKind.AGGREGATOR
    made = Newsroom(words)
    for source in (
        _source("mithal", "وكالة المثال", "وكالة المثال", "ar", outlet),
        _source("nahar", "نهار المثال", "نهار المثال", "ar", outlet),
        _source("wire", "سلك المثال", "Example Wire", "en", outlet),
        _source("dugma", "سوكنوت هدوغما", "סוכנות הדוגמה", "he", outlet),
        _source("latin", "Wired Example", "Wired Example", "en", outlet),
        _source("firm", "شركة سحاب", "Cloud Corp", "en", party),
        _source("sum", "جامع الأخبار", "News Sum", "ar", aggregator),
    ):
        made.sources[source.id] = source
    for slug, ar, en in (
        ("cloud", "الحوسبة السحابية", "Cloud & Co"),
        ("unions", "نقابات التقنية", "Tech unions"),
    ):
        made.topics[slug] = Topic(slug, Text(ar, en), Text("", ""), ())
    return made


_TAG = re.compile(r"<(/?)([a-z-]+)((?: [^<>]*)?)>")
_ALLOWED = {"a", "b", "i", "blockquote"}
_AMPERSAND = re.compile(r"&(?!(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);)")


def faults(html: str) -> list[str]:
    """What Telegram's parser or limits would refuse in *html*, by the rules of the Bot API."""
    found: list[str] = []
    rest = _TAG.sub("", html)
    if "<" in rest or ">" in rest:
        found.append("unescaped angle bracket")
    if _AMPERSAND.search(html):
        found.append("unescaped ampersand")
    stack: list[str] = []
    for closing, name, attributes in _TAG.findall(html):
        if name not in _ALLOWED:
            found.append(f"tag {name}")
        if closing:
            if not stack or stack.pop() != name:
                found.append(f"</{name}> closes nothing")
            continue
        if name == "a" and not re.fullmatch(r' href="https?://[^"<>\s]+"', attributes):
            found.append(f"link {attributes}")
        if name == "blockquote" and ("blockquote" in stack or "a" in stack):
            found.append("blockquote inside a quotation or a link")
        if name == "a" and "a" in stack:
            found.append("link inside a link")
        stack.append(name)
    if stack:
        found.append(f"open at the end: {stack}")
    shown = visible(html)
    if not 0 < limits.utf16_length(shown.strip()) <= 4096 or limits.utf16_length(shown) > 4096:
        found.append(f"{limits.utf16_length(shown)} units")
    if len(html.encode()) > 32_768:
        found.append(f"{len(html.encode())} bytes")
    if len([1 for closing, *_ in _TAG.findall(html) if not closing]) > 100:
        found.append("more than 100 entities")
    return found


@pytest.fixture(scope="session")
def telegram_faults() -> Callable[[str], list[str]]:
    return faults
