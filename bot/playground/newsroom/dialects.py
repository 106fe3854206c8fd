"""How the outlets write their feeds: RSS 2.0 in UTF-8 and windows-1256, RSS 1.0, Atom, JSON Feed.

Each writer takes the outlet, its articles newest first with their moment, and the base URL, and
returns the bytes with their content type. None says when to be read again: a reader may come every
few seconds, which a feed cannot ask for (the shortest wait that RSS has a word for is a minute).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from email.utils import format_datetime
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from bot.playground.newsroom.desk import MARK, Article, Outlet


class Document(NamedTuple):
    body: bytes
    content_type: str


Dated = Sequence[tuple[Article, datetime]]


def write(outlet: Outlet, articles: Dated, base: str) -> Document:
    """The feed of *outlet* in its own dialect."""
    return _WRITERS[outlet.dialect](outlet, articles, base)


def article_url(article: Article, base: str) -> str:
    return f"{base}/{article.outlet}/{article.id}"


def guid(article: Article) -> str:
    """An identity that does not depend on where the newsroom listens."""
    return f"tag:example.org,{article.happened.year}:{article.id}"


def _html(article: Article) -> str:
    return "".join(f"<p>{escape(p)}</p>" for p in article.paragraphs)


def _rss(outlet: Outlet, articles: Dated, base: str) -> Document:
    return Document(_rss_text(outlet, articles, base, "utf-8").encode(), "application/rss+xml")


def _rss_1256(outlet: Outlet, articles: Dated, base: str) -> Document:
    text = _rss_text(outlet, articles, base, "windows-1256")
    return Document(text.encode("cp1256", "xmlcharrefreplace"), "application/xml")


def _rss_text(outlet: Outlet, articles: Dated, base: str, encoding: str) -> str:
    items = "".join(
        f"<item><title>{escape(a.title)}</title><link>{escape(article_url(a, base))}</link>"
        f'<guid isPermaLink="false">{guid(a)}</guid><pubDate>{format_datetime(at)}</pubDate>'
        f"<description>{escape(a.summary)}</description>"
        f"<content:encoded><![CDATA[{_html(a)}]]></content:encoded></item>"
        for a, at in articles
    )
    return (
        f'<?xml version="1.0" encoding="{encoding}"?>'
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>{escape(outlet.original)}</title><link>{escape(base)}/{outlet.id}</link>"
        f"<description>{MARK}</description><language>{outlet.language}</language>"
        f"{items}</channel></rss>"
    )


def _rdf(outlet: Outlet, articles: Dated, base: str) -> Document:
    listed = "".join(f"<rdf:li rdf:resource={_url(a, base)}/>" for a, _ in articles)
    items = "".join(
        f"<item rdf:about={_url(a, base)}><title>{escape(a.title)}</title>"
        f"<link>{escape(article_url(a, base))}</link>"
        f"<description>{escape(a.summary)}</description><dc:date>{at.isoformat()}</dc:date>"
        f"<dc:identifier>{guid(a)}</dc:identifier>"
        f"<content:encoded>{escape(_html(a))}</content:encoded></item>"
        for a, at in articles
    )
    text = (
        '<?xml version="1.0"?><rdf:RDF xmlns="http://purl.org/rss/1.0/"'
        ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f'<channel rdf:about="{escape(base)}/{outlet.id}"><title>{escape(outlet.original)}</title>'
        f"<link>{escape(base)}/{outlet.id}</link><description>{MARK}</description>"
        f"<dc:language>{outlet.language}</dc:language>"
        f"<items><rdf:Seq>{listed}</rdf:Seq></items></channel>{items}</rdf:RDF>"
    )
    return Document(text.encode(), "application/rdf+xml")


def _atom(outlet: Outlet, articles: Dated, base: str) -> Document:
    updated = max((at for _, at in articles), default=None)
    entries = "".join(
        f"<entry><title>{escape(a.title)}</title><link href={_url(a, base)}/>"
        f"<id>{guid(a)}</id><published>{at.isoformat()}</published>"
        f"<updated>{at.isoformat()}</updated><summary>{escape(a.summary)}</summary>"
        f'<content type="html">{escape(_html(a))}</content></entry>'
        for a, at in articles
    )
    text = (
        '<?xml version="1.0" encoding="utf-8"?>'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{outlet.language}">'
        f"<title>{escape(outlet.original)}</title><id>tag:example.org,2026:{outlet.id}</id>"
        f"<subtitle>{MARK}</subtitle><author><name>{escape(outlet.original)}</name></author>"
        f"<updated>{updated.isoformat() if updated else '1970-01-01T00:00:00Z'}</updated>"
        f"{entries}</feed>"
    )
    return Document(text.encode(), "application/atom+xml")


def _json(outlet: Outlet, articles: Dated, base: str) -> Document:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": outlet.original,
        "home_page_url": f"{base}/{outlet.id}",
        "feed_url": f"{base}/{outlet.id}/feed",
        "description": MARK,
        "language": outlet.language,
        "items": [
            {
                "id": guid(a),
                "url": article_url(a, base),
                "title": a.title,
                "summary": a.summary,
                "content_html": _html(a),
                "date_published": at.isoformat(),
            }
            for a, at in articles
        ],
    }
    return Document(json.dumps(feed, ensure_ascii=False).encode(), "application/feed+json")


def _url(article: Article, base: str) -> str:
    return quoteattr(article_url(article, base))


_WRITERS: dict[str, Callable[[Outlet, Dated, str], Document]] = {
    "rss": _rss,
    "rss-1256": _rss_1256,
    "rdf": _rdf,
    "atom": _atom,
    "json": _json,
}
