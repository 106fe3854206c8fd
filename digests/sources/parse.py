"""A document that a source sent to the entries that it holds.

Rule: decode, then ask the readers in turn: JSON Feed; the one-pass reader for well-formed RSS and
Atom; the same after mending references; feedparser, the reference; and if there are still fewer
entries than item tags, item by item. Each reader either reads the document whole or passes it on,
so nothing is lost to speed.

May be wrong: where feedparser and the one-pass reader could disagree, the latter declines; a test
compares both over real feeds. Escape hatch: none is needed, every document ends with feedparser.
"""

from __future__ import annotations

import re
from datetime import datetime

from digests.model import Entry, Feed
from digests.sources import clean, json_feed, reader, salvage
from digests.sources.dates import parse_date
from digests.sources.encoding import decode
from digests.sources.entries import Form, Piece, RawEntry, RawFeed, Unread
from digests.sources.errors import NotAFeed

#: A title made from the text, for entries that have none, is no longer than this.
_TITLE_FROM_TEXT = 120
#: Longer texts are no articles; the rest is cut off.
_LONGEST_TEXT = 200_000
_DECLARATION = re.compile(r"^\s*<\?xml[^<>]*\?>\s*", re.I)
_WEB_PAGE = re.compile(r"^\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)


def parse(
    body: bytes, *, content_type: str | None = None, url: str = "", language: str | None = None
) -> Feed:
    """The feed in *body*.

    *content_type* is the header's, *url* the address that relative links start from, *language*
    the source's own, which decides what an ambiguous date means and what entries count as that
    name no language.

    :raises NotAFeed: an empty answer, a web page, or nothing that any reader knows.
    """
    document = decode(body, content_type).replace("\0", "").lstrip("\ufeff \t\r\n")
    if not document:
        raise NotAFeed("the answer is empty; check the address of the source")
    raw = _read(document, url)
    spoken = language or raw.language
    return Feed(
        entries=tuple(_entry(entry, url, spoken) for entry in raw.entries),
        title=_one_line(raw.title),
        language=raw.language,
        ttl=raw.ttl,
        problems=tuple(raw.problems),
    )


def without_declaration(document: str) -> str:
    """*document* without its XML declaration, whose encoding no longer holds."""
    return _DECLARATION.sub("", document)


def _read(document: str, url: str) -> RawFeed:
    if json_feed.looks_like(document):
        try:
            return json_feed.read(document, url)
        except Unread as why:
            raise NotAFeed(f"the answer is no feed: {why}") from why
    document = without_declaration(document)
    try:
        return reader.read(document, url)
    except Unread as why:
        problem = str(why)
    if _WEB_PAGE.match(document) and not salvage.count(document):
        raise NotAFeed("the answer is a web page, not a feed; look for the feed's own address")
    return _read_malformed(document, url, problem)


def _if_read(document: str, url: str) -> RawFeed | None:
    """*document* in one pass; None where that is not enough, and others must try."""
    try:
        return reader.read(document, url)
    except Unread:
        return None


def _read_malformed(document: str, url: str, problem: str) -> RawFeed:
    mended = salvage.mended(document)
    if problem.startswith("not well-formed") and (whole := _if_read(mended, url)) is not None:
        whole.problems.append(problem)
        return whole
    feed, version = _by_reference(mended if problem.startswith("not well") else document, url)
    counted = salvage.count(document)
    if counted > len(feed.entries):
        pieces = _piecewise(mended, url)
        if len(pieces.entries) > len(feed.entries):
            pieces.title, pieces.language, pieces.ttl = feed.title, feed.language, feed.ttl
            feed = pieces
        feed.problems.append(problem)
    if not feed.entries and not version and not counted and problem != "its root is channel":
        raise NotAFeed(f"the answer is no feed that we know: {problem}")
    return feed


def _by_reference(document: str, url: str) -> tuple[RawFeed, str]:
    from digests.sources import reference

    try:
        return reference.read(document, url)
    except Unread as why:
        return RawFeed(problems=[str(why)]), ""


def _piecewise(document: str, url: str) -> RawFeed:
    whole = RawFeed()
    for piece in salvage.items(salvage.without_doctype(document)):
        try:
            part = reader.read(piece, url)
        except Unread:
            part, _ = _by_reference(piece, url)
        whole.entries.extend(part.entries or [RawEntry(base=url)])
    return whole


def _entry(raw: RawEntry, url: str, language: str | None) -> Entry:
    spoken = raw.language or language
    summary, content = _text(raw.summary), _text(raw.content)
    title = _one_line(raw.title) or _from_text(summary or content)
    base = raw.base or url
    link = clean.clean_url(raw.link, base)
    if link is None and raw.guid and raw.guid_is_link:
        link = clean.clean_url(raw.guid, base)
    return Entry(
        guid=(raw.guid or "").strip() or None,
        url=link,
        title=title,
        summary=summary,
        text=content,
        author=clean.title(raw.author) or None if raw.author else None,
        published=_date(raw, language),
        language=spoken,
    )


def _date(raw: RawEntry, language: str | None) -> datetime | None:
    for value in (raw.published, raw.updated):
        if value and (moment := parse_date(value, language)):
            return moment
    return None


def _text(piece: Piece | None) -> str:
    if piece is None:
        return ""
    if piece.form is Form.PLAIN:
        return clean.plain(piece.value)[:_LONGEST_TEXT]
    return clean.text(piece.value)[:_LONGEST_TEXT]


def _one_line(piece: Piece | None) -> str:
    if piece is None:
        return ""
    if piece.form is Form.PLAIN:
        return clean.title(piece.value, markup=False)
    return clean.title(piece.value, markup=True if piece.form is Form.HTML else None)


def _from_text(text: str) -> str:
    """The first line of *text*, cut at a word: a title for an entry that has none."""
    line = text.partition("\n")[0]
    if len(line) <= _TITLE_FROM_TEXT:
        return line
    return line[: _TITLE_FROM_TEXT + 1].rpartition(" ")[0] or line[:_TITLE_FROM_TEXT]
