"""The second reader: feedparser, for whatever the first does not read, and what it still loses.

It is given bytes in a file object only: handed bytes or text, feedparser would open them as a URL
or a file name if they look like one.
"""

from __future__ import annotations

import io
from typing import Any

import feedparser

from digests.sources.entries import Form, Piece, RawEntry, RawFeed, Unread

_FAILS = (ValueError, TypeError, LookupError, AttributeError, AssertionError, RecursionError)
_FORMS = {
    "text/html": Form.HTML,
    "application/xhtml+xml": Form.HTML,
    "text/plain": Form.OPEN,
}


def read(document: str, url: str = "") -> tuple[RawFeed, str]:
    """*document* as feedparser reads it, with feedparser's name of the format (empty: no feed).

    :raises Unread: feedparser fails over it, as it does over some malformed references and URLs.
    """
    try:
        return _read(document, url)
    except _FAILS as error:
        raise Unread(f"feedparser fails over it: {type(error).__name__}") from error


def _read(document: str, url: str) -> tuple[RawFeed, str]:
    headers = {"content-type": "application/xml; charset=utf-8"}
    if url:
        headers["content-location"] = url
    parsed = feedparser.parse(
        io.BytesIO(document.encode("utf-8", "replace")),
        response_headers=headers,
        resolve_relative_uris=False,
        sanitize_html=False,
    )
    feed = RawFeed(language=parsed.feed.get("language"))
    if parsed.feed.get("title"):
        feed.title = Piece(str(parsed.feed["title"]))
    ttl = str(parsed.feed.get("ttl") or "")
    if ttl.isascii() and ttl.isdigit() and 0 < int(ttl[:6]) <= 44_640:
        feed.ttl = int(ttl[:6]) * 60
    if parsed.bozo:
        feed.problems.append(f"not well-formed: {parsed.get('bozo_exception')}"[:200])
    feed.entries = [_entry(entry, url) for entry in parsed.entries]
    return feed, str(parsed.get("version") or "")


def _entry(entry: Any, url: str) -> RawEntry:
    content = [
        Piece(part["value"], _FORMS.get(part.get("type", ""), Form.OPEN))
        for part in entry.get("content", ())
        if part.get("value") and str(part.get("type", "")).startswith(("text", "application/xhtml"))
    ]
    return RawEntry(
        base=url,
        guid=entry.get("id"),
        link=entry.get("link"),
        title=_piece(entry, "title"),
        summary=_piece(entry, "summary"),
        content=max(content, key=lambda piece: len(piece.value), default=None),
        author=entry.get("author"),
        published=entry.get("published") or entry.get("created"),
        updated=entry.get("updated"),
        language=(entry.get("title_detail") or {}).get("language"),
    )


def _piece(entry: Any, name: str) -> Piece | None:
    value = entry.get(name)
    if not value:
        return None
    kind = (entry.get(f"{name}_detail") or {}).get("type", "")
    return Piece(str(value), _FORMS.get(kind, Form.OPEN))
