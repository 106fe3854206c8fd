"""From a site's address to its feed, and lists of feeds in and out."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from digests.model import Source
from digests.sources.discovery import feed_links, find_feed
from digests.sources.errors import BadList, BadStatus, NotAFeed
from digests.sources.http import HttpClient
from digests.sources.opml import read_opml, write_opml
from digests.sources.worker import Worker
from tests.digests.sources.feedserver import FeedServer, rss

PAGE = """<html><head><base href="/news/">
<link rel="alternate" type="application/rss+xml" title="Comments" href="comments/feed/">
<link rel='alternate' type='application/rss+xml' href='main.xml?a=1&amp;b=2'>
<LINK TYPE=application/atom+xml REL=alternate HREF=/atom>
<link rel="stylesheet" href="/rss.css"><link rel="alternate" hreflang="ar" href="/ar/">
</head><body><a href="https://other.example/rss">RSS</a><a href="/about">About</a>
<a href="javascript:rss()">RSS</a></body></html>"""


@pytest.fixture
async def worker() -> AsyncIterator[Worker]:
    running = Worker()
    yield running
    await running.stop()


def test_declared_feeds_come_before_guessed_ones_and_comments_last() -> None:
    assert feed_links(PAGE, "https://news.example/") == [
        "https://news.example/news/main.xml?a=1&b=2",
        "https://news.example/atom",
        "https://other.example/rss",
        "https://news.example/news/comments/feed/",
    ]


async def test_a_page_leads_to_its_feed(
    server: FeedServer, client: HttpClient, worker: Worker
) -> None:
    page = (
        b'<html><link rel="alternate" type="application/rss+xml" href="/no"><a href="/feed">RSS</a>'
    )
    url, feed = await find_feed(client, worker, server.answer("/", page))
    assert url == server.url("/feed")
    assert [entry.title for entry in feed.entries] == ["One", "Two"]
    assert (await find_feed(client, worker, server.url("/feed")))[0] == server.url("/feed")


async def test_a_page_without_feed_is_told(
    server: FeedServer, client: HttpClient, worker: Worker
) -> None:
    with pytest.raises(NotAFeed, match="names none"):
        await find_feed(client, worker, server.answer("/", b"<html><p>nothing</p></html>"))
    with pytest.raises(BadStatus, match="404"):
        await find_feed(client, worker, server.answer("/lost", b"", 404))


def test_a_list_comes_out_as_it_went_in() -> None:
    sources = [
        Source("a", 'وكالة "المثال" & شركاؤها', "A", "https://a.example/rss?x=1&y=2", "ar"),
        Source("b", "<B>", "B", "https://b.example/rss", "en"),
    ]
    found = read_opml(write_opml(sources))
    assert [(o.url, o.title, o.language) for o in found] == [
        (s.url, s.name, s.language) for s in sources
    ]


def test_lists_of_other_programs_are_read() -> None:
    found = read_opml(
        "<?xml version='1.0' encoding='windows-1256'?><OPML version='1.0'><head/><body>"
        "<outline text='أخبار'><outline TEXT='المثال' xmlurl='https://a.example/rss' "
        "htmlUrl='https://a.example/'/><outline text='R&D' xmlUrl='https://b.example/'/>"
        "<outline text='again' xmlUrl='https://a.example/rss'/></outline>"
        "<outline text='bad' xmlUrl='file:///etc/passwd'/></body></OPML>".encode("windows-1256")
    )
    assert [(o.url, o.title, o.folder, o.page) for o in found] == [
        ("https://a.example/rss", "المثال", "أخبار", "https://a.example/"),
        ("https://b.example/", "R&D", "أخبار", None),
        ("file:///etc/passwd", "bad", "", None),
    ]


@pytest.mark.parametrize(
    "data",
    [b"", b"no xml", rss("One"), b"<opml><body>",
     b'<!DOCTYPE opml [<!ENTITY a "b">]><opml><body/></opml>',
     b"<opml>" + b"<outline>" * 500 + b"</outline>" * 500 + b"</opml>"],
)  # fmt: skip
def test_what_is_no_list_is_told(data: bytes) -> None:
    with pytest.raises(BadList):
        read_opml(data)
