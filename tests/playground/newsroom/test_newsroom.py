"""The sample newsroom: balanced, dated by the clock, readable in every dialect."""

from __future__ import annotations

import ast
import calendar
import json
import time
from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import feedparser
import pytest

from bot.playground.newsroom import desk, feeds
from config.catalog import read_sources, read_topics
from digests import catalogs
from digests.clock import ManualClock
from digests.model import Article
from digests.stories import assign
from digests.topics.matching import Matcher

ROOT = Path(__file__).parents[3]
TOPICS = ROOT / "config" / "topics.yaml"
START = datetime(2026, 11, 24, 8, tzinfo=UTC)
MINUTES = timedelta(minutes=2)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(START)


@pytest.fixture
async def base(clock: ManualClock) -> AsyncIterator[str]:
    runner, url = await feeds.serve(clock.now)
    yield url
    await runner.cleanup()


async def get(url: str, **headers: str) -> tuple[int, bytes, str, str]:
    async with aiohttp.ClientSession() as session, session.get(url, headers=headers) as response:
        body = await response.read()
        return response.status, body, response.content_type, response.headers.get("ETag", "")


def items(body: bytes) -> list[dict[str, str]]:
    """Title, link, text and date of each entry, by feedparser (JSON Feeds by json)."""
    if body.startswith(b"{"):
        return [
            {
                "title": i["title"],
                "link": i["url"],
                "text": i["content_html"],
                "date": i["date_published"],
            }
            for i in json.loads(body)["items"]
        ]
    feed = feedparser.parse(body)
    assert not feed.bozo, feed.get("bozo_exception")
    return [
        {
            "title": e.title,
            "link": e.link,
            "text": e.content[0].value,
            "date": moment(e.get("published_parsed") or e.updated_parsed),
        }
        for e in feed.entries
    ]


def moment(parsed: time.struct_time) -> str:
    return datetime.fromtimestamp(calendar.timegm(parsed), UTC).isoformat()


@pytest.mark.parametrize("outlet", sorted(desk.outlets()))
async def test_every_dialect_reads_back_as_it_was_written(
    outlet: str, base: str, clock: ManualClock
) -> None:
    clock.advance(MINUTES.total_seconds())
    written = desk.visible(outlet, START, clock.now())
    status, body, _, _ = await get(f"{base}/{outlet}/feed")
    read = items(body)
    assert status == 200
    assert [i["title"] for i in read] == [a.title for a in written]
    assert [i["date"] for i in read] == [a.published(START).isoformat() for a in written]
    assert [i["link"] for i in read] == [f"{base}/{outlet}/{a.id}" for a in written]
    for item, article in zip(read, written, strict=True):
        assert all(p in item["text"].replace("&quot;", '"') for p in article.paragraphs)


def test_the_dialects_differ_and_one_is_not_utf8() -> None:
    assert {o.dialect for o in desk.outlets().values()} == {
        "rss",
        "rss-1256",
        "rdf",
        "atom",
        "json",
    }


async def test_the_windows_1256_feed_says_so_and_is_so(base: str) -> None:
    _, body, content_type, _ = await get(f"{base}/mithal-daily/feed")
    assert b'encoding="windows-1256"' in body
    assert content_type == "application/xml"
    assert "كسوف" in body.decode("cp1256")
    with pytest.raises(UnicodeDecodeError):
        body.decode("utf-8")


def test_a_first_batch_is_fresh_and_the_rest_comes_within_two_minutes() -> None:
    offsets = [a.offset for a in desk.articles()]
    first = [o for o in offsets if o <= timedelta(0)]
    assert 20 <= len(first) < len(offsets)
    assert min(offsets) > -timedelta(hours=36)
    assert timedelta(seconds=10) < min(o for o in offsets if o > timedelta(0))
    assert max(offsets) <= MINUTES


async def test_new_articles_appear_as_time_passes(base: str, clock: ManualClock) -> None:
    url = f"{base}/example-wire/feed"
    before = [i["title"] for i in items((await get(url))[1])]
    clock.advance(45)
    after = [i["title"] for i in items((await get(url))[1])]
    assert after[1:] == before
    assert after[0].startswith("Microsoft disables")


async def test_an_unchanged_feed_answers_304(base: str, clock: ManualClock) -> None:
    url = f"{base}/example-wire/feed"
    _, _, _, etag = await get(url)
    status, body, _, _ = await get(url, **{"If-None-Match": etag})
    assert (status, body) == (304, b"")
    clock.advance(45)
    status, _, _, new = await get(url, **{"If-None-Match": etag})
    assert status == 200
    assert new != etag


async def test_every_link_opens_a_page_that_says_it_is_a_sample(
    base: str, clock: ManualClock
) -> None:
    clock.advance(MINUTES.total_seconds())
    for article in desk.articles():
        status, body, _, _ = await get(f"{base}/{article.outlet}/{article.id}")
        assert status == 200
        assert desk.MARK in body.decode()


async def test_what_is_not_published_yet_or_unknown_is_not_found(base: str) -> None:
    late = next(a for a in desk.articles() if a.offset > timedelta(0))
    for path in (f"{late.outlet}/{late.id}", "nobody", "nobody/feed", "nobody/x", "mithal-wire/x"):
        assert (await get(f"{base}/{path}"))[0] == 404


async def test_the_catalogue_is_one_that_mujaz_reads(base: str) -> None:
    _, body, _, _ = await get(f"{base}/sources.yaml")
    entries = read_sources(Path("sources.yaml"), body.decode())
    assert body.decode() == feeds.catalogue(base)
    assert {e.id for e in entries} == set(desk.outlets())
    assert all(e.ownership for e in entries)
    for entry in entries:
        assert (await get(entry.url))[0] == 200


def test_the_newsroom_is_balanced() -> None:
    language = {o.id: o.language for o in desk.outlets().values()}
    articles = desk.articles()
    languages = Counter(language[a.outlet] for a in articles)
    assert len(articles) >= 30
    assert min(languages["ar"], languages["en"], languages["he"]) >= 10
    events: dict[str, set[str]] = {}
    for article in articles:
        events.setdefault(article.event, set()).add(article.outlet)
    assert len(events) >= 10
    assert min(len(found) for found in events.values()) >= 2
    in_three = [e for e in events if {language[o] for o in events[e]} == {"ar", "en", "he"}]
    assert len(in_three) >= 9


def test_every_event_is_past_and_every_text_gives_its_date() -> None:
    for article in desk.articles():
        assert article.happened < datetime(2026, 1, 1, tzinfo=UTC).date()
        text = " ".join((article.summary, *article.paragraphs))
        assert str(article.happened.year) in text


def test_our_own_words_are_neutral() -> None:
    loaded = ("زعم", "ادعى", "ادّعى", "اعترف", "أقرّ", "كشف", "فضح", "ما يسمى", "قوات الاحتلال")
    arabic = [a for a in desk.articles() if desk.outlets()[a.outlet].language == "ar"]
    texts = {a.id: " ".join((a.title, a.summary, *a.paragraphs)) for a in arabic}
    assert [(i, w) for i, text in texts.items() for w in loaded if w in text] == []
    assert all(len(a.title) <= 120 for a in desk.articles())


def test_the_newsroom_imports_nothing_of_ours() -> None:
    for path in Path(feeds.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                names.append(node.module)
            ours = [n for n in names if n.split(".")[0] in ("config", "digests", "handlers")]
            ours += [n for n in names if n.startswith("bot.") and ".newsroom" not in n]
            assert ours == []


def samples() -> list[tuple[str, Article]]:
    """The newsroom's articles as the service reads them, each with its event."""
    found = []
    for number, a in enumerate(desk.articles(), 1):
        language = desk.outlets()[a.outlet].language
        text = "\n".join(a.paragraphs)
        at = a.published(START)
        article = Article(number, a.outlet, language, a.title, a.summary, text, "", at, at)
        found.append((a.event, article))
    return found


def test_no_story_holds_two_events_though_each_was_told_as_it_came() -> None:
    stories: dict[int, int] = {}
    arrived: list[Article] = []
    for _, article in samples():
        arrived.append(article)
        told = frozenset(stories.values())
        found = assign(arrived, previous=stories, told=told, next_id=len(arrived))
        stories = {one.id: story.id for story in found for one in story.articles}
    events: dict[int, set[str]] = {}
    for event, article in samples():
        events.setdefault(stories[article.id], set()).add(event)
    assert [named for named in events.values() if len(named) > 1] == []


@pytest.mark.skipif(not TOPICS.exists(), reason="the shipped topics are not there")
def test_the_shipped_topics_find_what_the_newsroom_meant_for_them() -> None:
    topics = catalogs.topics(read_topics(TOPICS))
    matcher = Matcher(topics.values())
    found: dict[str, set[str]] = {}
    for event, article in samples():
        found.setdefault(event, set()).update(matcher.match(article))
    meant = {a.event: set(a.topics) for a in desk.articles()}
    assert {
        event: meant[event] - found[event] for event in meant if meant[event] - found[event]
    } == {}
    assert found["eclipse"] == set()
    assert set.union(*meant.values()) == set(topics)


def test_the_mark_is_the_one_that_messages_carry() -> None:
    words = (ROOT / "config" / "locales" / "ar" / "digest.ftl").read_text("utf-8")
    assert f"= {desk.MARK}\n" in words
