"""From the address that a person knows to the feed behind it.

Rule: if the address itself answers with a feed, that is it; else the page's ``<link
rel="alternate">`` of a feed type, in their order, comment feeds last; else links whose address or
text says rss, atom or feed. May be wrong: a page that names the feed of another site. Escape hatch:
give the feed's own address.
"""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

from digests.model import Feed
from digests.sources.clean import clean_url
from digests.sources.encoding import decode
from digests.sources.errors import BadStatus, NotAFeed, SourceError
from digests.sources.http import HttpClient
from digests.sources.worker import ParseJob, Worker

_TAG = re.compile(r"<(link|a|base)\s([^<>]+)>([^<>]{0,80})", re.I)
_ATTRIBUTE = re.compile(r"([a-zA-Z:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_FEED_TYPES = frozenset(
    (
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/feed+json",
        "application/json",
        "text/xml",
        "application/xml",
    )
)
_LOOKS_LIKE_FEED = re.compile(r"(?:^|[/._?=-])(?:rss|atom|feeds?|rdf)(?:[/._?=-]|$)", re.I)
#: How many of the page's candidates are tried.
_TRIED = 6


def feed_links(page: str, url: str) -> list[str]:
    """Addresses of feeds that the web page *page* at *url* names, the likeliest first."""
    base = url
    declared: list[str] = []
    comments: list[str] = []
    guessed: list[str] = []
    for tag in _TAG.finditer(page):
        attributes = {
            m[1].lower(): html.unescape(m[2] or m[3] or m[4] or "")
            for m in _ATTRIBUTE.finditer(tag[2])
        }
        name, href = tag[1].lower(), attributes.get("href", "")
        if name == "base":
            base = clean_url(href, url) or base
            continue
        target = clean_url(href, base)
        if target is None:
            continue
        if name == "link":
            relations = attributes.get("rel", "").lower().split()
            if "alternate" in relations and attributes.get("type", "").lower() in _FEED_TYPES:
                (comments if "comment" in target.lower() else declared).append(target)
        elif _LOOKS_LIKE_FEED.search(urlsplit(target).path) or "rss" in tag[3].lower():
            guessed.append(target)
    return list(dict.fromkeys(declared + guessed + comments))


async def find_feed(client: HttpClient, worker: Worker, url: str) -> tuple[str, Feed]:
    """The feed at *url*, or the first that the page at *url* names: its address and what it holds.

    :raises SourceError: nothing answers there, or no feed is found; the sentence says which.
    """
    response = await client.get(url)
    if response.status >= 400:
        raise BadStatus(response.status, f"{url} answers {response.status}; check the address")
    address = response.permanent_url or url
    kind = response.headers.get("Content-Type")
    [found] = await worker.parse([ParseJob(response.body, kind, response.url, None)])
    if isinstance(found, Feed):
        return address, found
    if not isinstance(found, NotAFeed):
        raise found
    for candidate in feed_links(decode(response.body[:2_000_000], kind), response.url)[:_TRIED]:
        try:
            answer = await client.get(candidate)
        except SourceError:
            continue
        kind = answer.headers.get("Content-Type")
        [feed] = await worker.parse([ParseJob(answer.body, kind, answer.url, None)])
        if isinstance(feed, Feed) and answer.status < 400:
            return answer.permanent_url or candidate, feed
    raise NotAFeed(f"{url} is no feed and names none; look on the site for its RSS address")
