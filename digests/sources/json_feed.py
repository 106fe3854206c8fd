"""JSON Feed 1 and 1.1 (https://www.jsonfeed.org/version/1.1/), read leniently: no item is lost."""

from __future__ import annotations

import json
from typing import Any

from digests.sources.entries import Form, Piece, RawEntry, RawFeed, Unread


def looks_like(document: str) -> bool:
    """Whether *document* can be JSON: it begins as an object does."""
    return document.lstrip()[:1] == "{"


def read(document: str, url: str = "") -> RawFeed:
    """*document* as a feed.

    :raises Unread: it is not JSON, or holds no list of items and no version of JSON Feed.
    """
    try:
        data = json.loads(document.lstrip(), strict=False)
    except (ValueError, RecursionError) as error:
        raise Unread(f"not JSON: {error}") from error
    if not isinstance(data, dict):
        raise Unread("no JSON Feed: it is not an object")
    items = data.get("items")
    if not isinstance(items, list):
        if "jsonfeed" not in str(data.get("version", "")):
            raise Unread("no JSON Feed: it has no items")
        items = []
    language = _text(data.get("language"))
    feed = RawFeed(language=language)
    title = _text(data.get("title"))
    if title:
        feed.title = Piece(title, Form.PLAIN)
    feed.entries = [_entry(item if isinstance(item, dict) else {}, url, language) for item in items]
    return feed


def _entry(item: dict[str, Any], url: str, language: str | None) -> RawEntry:
    markup, plain = _text(item.get("content_html")), _text(item.get("content_text"))
    title, summary = _text(item.get("title")), _text(item.get("summary"))
    guid = item.get("id")
    content = Piece(markup, Form.HTML) if markup else Piece(plain, Form.PLAIN) if plain else None
    return RawEntry(
        base=url,
        guid=str(guid) if isinstance(guid, str | int | float) and guid != "" else None,
        guid_is_link=True,
        link=_text(item.get("url")) or _text(item.get("external_url")),
        title=Piece(title, Form.PLAIN) if title else None,
        summary=Piece(summary, Form.PLAIN) if summary else None,
        content=content,
        author=_author(item),
        published=_text(item.get("date_published")),
        updated=_text(item.get("date_modified")),
        language=_text(item.get("language")) or language,
    )


def _author(item: dict[str, Any]) -> str | None:
    authors = item.get("authors")
    first = authors[0] if isinstance(authors, list) and authors else item.get("author")
    return _text(first.get("name")) if isinstance(first, dict) else None


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
