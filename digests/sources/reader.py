"""The first reader: well-formed RSS 0.9x, 1.0, 2.0 and Atom 0.3, 1.0 in one pass of expat.

Rule: it reads what it knows exactly and hands everything else to the reference parser by raising
`Unread`: documents that are not well-formed, other roots, declared entities, nested entries, base64
content, entries with neither title nor link. What it does read agrees with feedparser: which
link counts, guids as links, xml:base, Dublin Core dates, the several kinds of content.

May be wrong: extensions that feedparser folds into the entry (media:title and the like) are not
looked at here. Escape hatch: `parse.parse` asks feedparser for any document refused here.
"""

from __future__ import annotations

import html
import re
from urllib.parse import urljoin
from xml.parsers import expat

from digests.sources.entries import Form, Piece, RawEntry, RawFeed, Unread

_ATOM = ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#", "https://www.w3.org/2005/Atom")
_CORE = frozenset(
    (
        "",
        "http://backend.userland.com/rss",
        "http://backend.userland.com/rss2",
        "http://blogs.law.harvard.edu/tech/rss",
        "http://purl.org/rss/1.0/",
        "http://purl.org/rss/1.0/modules/rss091#",
        "http://my.netscape.com/rdf/simple/0.9/",
        "http://channel.netscape.com/rdf/simple/0.9/",
        *_ATOM,
    )
)
_PREFIX = dict.fromkeys(_CORE, "") | {
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/rss/1.0/modules/syndication/": "sy:",
    "http://www.w3.org/1999/xhtml": "xhtml:",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
    "http://search.yahoo.com/mrss/": "media:",
}
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_XML = "http://www.w3.org/XML/1998/namespace"
_ROOTS = frozenset(("rss", "feed", "rdf"))
_ENTRIES = frozenset(("item", "entry"))
#: Elements of an entry that are taken, and the field that each fills.
_FIELDS = {
    "title": "title",
    "dc:title": "dc:title",
    "description": "summary",
    "summary": "summary",
    "itunes:summary": "blurb",
    "media:description": "blurb",
    "content": "content",
    "content:encoded": "content",
    "xhtml:body": "content",
    "link": "link",
    "guid": "guid",
    "id": "guid",
    "pubdate": "published",
    "published": "published",
    "issued": "published",
    "dcterms:issued": "published",
    "dc:date": "updated",
    "updated": "updated",
    "modified": "updated",
    "lastbuilddate": "updated",
    "dcterms:modified": "updated",
    "author": "author",
    "dc:creator": "author",
}
_FEED_FIELDS = {
    "title": "title",
    "language": "language",
    "dc:language": "language",
    "ttl": "ttl",
    "sy:updateperiod": "period",
    "sy:updatefrequency": "frequency",
}
_MARKED_UP = frozenset(("title", "summary", "content"))
_PERIODS = {"hourly": 3600, "daily": 86_400, "weekly": 604_800}
#: Deeper documents are no feeds; the limit also bounds what a document can make us hold.
_DEEPEST = 200


def read(document: str, url: str = "") -> RawFeed:
    """*document* (decoded, without byte order mark) as a feed; URLs are relative to *url*.

    :raises Unread: the document is not well-formed, or not of a kind that is read here.
    """
    reader = _Reader(url)
    try:
        reader.parser.Parse(document.encode("utf-8", "replace"), True)
    except expat.ExpatError as error:
        raise Unread(f"not well-formed XML: {error}") from error
    return reader.finished()


class _Reader:
    """expat's handlers. ``pieces`` collects the text of the element that is being read."""

    def __init__(self, url: str) -> None:
        self.parser = expat.ParserCreate("utf-8", " ")
        self.parser.buffer_text = True
        self.parser.ordered_attributes = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.EntityDeclHandler = self.declared
        self.pieces: list[str] = []
        self.parser.CharacterDataHandler = self.pieces.append
        self._feed = RawFeed()
        self._entry: RawEntry | None = None
        self._entry_depth = 0
        self._names: list[str] = []
        self._bases: list[str] = [url]
        self._languages: list[str | None] = [None]
        self._field: str | None = None  # the field whose text is collected
        self._field_depth = 0
        self._form = Form.OPEN
        self._nested = False  # whether the field holds elements
        self._extra: dict[str, str] = {}
        self._short: dict[str, str] = {}  # names that expat gives, to ours
        self._atom = False

    def declared(self, *_: object) -> None:
        raise Unread("it declares entities")

    def start(self, tag: str, attributes: list[str]) -> None:
        name = self._short.get(tag)
        if name is None:
            uri, _, local = tag.rpartition(" ")
            name = self._short[tag] = _PREFIX.get(uri, "?") + local.lower()
        depth = len(self._names) + 1
        if depth > _DEEPEST:
            raise Unread("its elements are nested too deep")
        if depth == 1:
            uri, _, local = tag.rpartition(" ")
            name = self._root(uri, local.lower())
        self._names.append(name)
        if self._field is not None and depth > self._field_depth:
            self._inner(_local(name))
            return
        self._scope(attributes)
        if name in _ENTRIES:
            self._open_entry(depth, attributes)
        elif self._entry is not None and depth == self._entry_depth + 1:
            self._open_field(_FIELDS.get(name), name, depth, attributes)
        elif name[1:] in _ENTRIES:
            raise Unread("its entries are in an unknown namespace")
        elif name in _FEED_FIELDS and depth > 1 and self._names[-2] in ("channel", "feed"):
            self._open_field(_FEED_FIELDS[name], name, depth, attributes)

    def end(self, _tag: str) -> None:
        name = self._names.pop()
        depth = len(self._names) + 1
        if self._field is not None and depth > self._field_depth:
            self.pieces.append(f"</{_local(name)}>")
            return
        if self._field is not None:
            self._close_field()
        elif self._entry is not None and depth == self._entry_depth:
            self._feed.entries.append(self._entry)
            self._entry = None
        self._bases.pop()
        self._languages.pop()

    def finished(self) -> RawFeed:
        feed = self._feed
        feed.title = Piece(self._extra["title"]) if "title" in self._extra else None
        feed.language = self._extra.get("language") or feed.language
        feed.ttl = _ttl(self._extra)
        for entry in feed.entries:
            entry.summary = entry.summary or (None if entry.content else entry.blurb)
            if entry.title is None and entry.link is None:
                raise Unread("an entry has neither title nor link")
        return feed

    def _root(self, uri: str, local: str) -> str:
        if local not in _ROOTS or (local == "rdf") != (uri == _RDF):
            raise Unread(f"its root is {local}")
        if uri and uri != _RDF and uri not in _CORE:
            raise Unread(f"its namespace is {uri}")
        self._atom = local == "feed"
        return local

    def _scope(self, attributes: list[str]) -> None:
        base, language = self._bases[-1], self._languages[-1]
        if not attributes:
            self._bases.append(base)
            self._languages.append(language)
            return
        for at in range(0, len(attributes), 2):
            key = attributes[at]
            if key in (_XML + " base", "base"):
                base = _absolute(base, attributes[at + 1].strip())
            elif key in (_XML + " lang", "lang"):
                language = attributes[at + 1].strip() or None
                if len(self._names) == 1:
                    self._feed.language = language
        self._bases.append(base)
        self._languages.append(language)

    def _open_entry(self, depth: int, attributes: list[str]) -> None:
        if self._entry is not None:
            raise Unread("entries are nested")
        self._entry = RawEntry(base=self._bases[-1], language=self._languages[-1])
        self._entry_depth = depth
        about = _get(attributes, _RDF + " about")
        if about:
            self._entry.guid = about

    def _open_field(self, field: str | None, name: str, depth: int, attributes: list[str]) -> None:
        if field is None:
            return
        if field == "link" and self._entry is not None and not self._open_link(attributes):
            return
        if field == "guid" and self._entry is not None:
            self._entry.guid_is_link = (_get(attributes, "isPermaLink") or "true") == "true"
        if field in _MARKED_UP:
            self._form = self._form_of(name, attributes)
        self._field, self._field_depth = field, depth
        self.pieces.clear()

    def _open_link(self, attributes: list[str]) -> bool:
        """Take a link with href; whether the element's text is the link instead."""
        assert self._entry is not None
        href = _get(attributes, "href")
        relation = _get(attributes, "rel") or "alternate"
        if href is None:
            return relation == "alternate"
        kind = (_get(attributes, "type") or "text/html").lower()
        if relation == "alternate" and kind in ("text/html", "application/xhtml+xml", "html"):
            self._entry.link = _absolute(self._bases[-1], href.strip())
        return False

    def _form_of(self, name: str, attributes: list[str]) -> Form:
        kind = (_get(attributes, "type") or "").lower()
        mode = (_get(attributes, "mode") or "").lower()
        if mode == "base64" or (kind and name == "content" and not _is_text(kind)):
            raise Unread("its content is not text")
        if kind in ("html", "text/html", "xhtml", "application/xhtml+xml"):
            return Form.HTML
        if name in ("description", "content:encoded", "xhtml:body"):
            return Form.HTML
        if self._atom and name in ("title", "summary", "content"):
            return Form.PLAIN if mode != "escaped" else Form.OPEN
        return Form.OPEN

    def _inner(self, local: str) -> None:
        """Elements inside a field: from here on it is markup, and its text no longer is."""
        if not self._nested:
            self._nested = True
            self.pieces[:] = [html.escape("".join(self.pieces), quote=False)]
            self.parser.CharacterDataHandler = self._escaped
        self.pieces.append(f"<{local}>")

    def _escaped(self, text: str) -> None:
        self.pieces.append(html.escape(text, quote=False))

    def _close_field(self) -> None:
        field, self._field = self._field, None
        value = "".join(self.pieces).strip()
        self.pieces.clear()
        form = self._form
        if self._nested:
            form, self._nested = Form.HTML, False
            self.parser.CharacterDataHandler = self.pieces.append
        if not value or field is None:
            return
        if self._entry is None:
            self._extra.setdefault(field, value)
            return
        _fill(self._entry, field, value, form, self._bases[-1])


def _fill(entry: RawEntry, field: str, value: str, form: Form, base: str) -> None:
    """Put *value* where feedparser would: the last title and link count, the first summary."""
    if field == "title":
        entry.title = Piece(value, form)
    elif field == "dc:title":
        entry.title = entry.title or Piece(value)
    elif field == "summary":
        if entry.summary is None:
            entry.summary = Piece(value, form)
        elif entry.content is None:
            entry.content = Piece(value, form)
    elif field == "blurb":
        entry.blurb = Piece(value)
    elif field == "content":
        if entry.content is None or len(value) > len(entry.content.value):
            entry.content = Piece(value, form)
    elif field == "link":
        entry.link = _absolute(base, value)
    elif field == "guid":
        entry.guid = value
    elif field == "author":
        entry.author = entry.author or _author(value)
    elif field == "published":
        entry.published = value
    elif field == "updated":
        entry.updated = value


def _absolute(base: str, url: str) -> str:
    """*url* resolved against *base*; left as it is where it is absolute, or makes no sense."""
    if url.startswith(("https://", "http://")):
        return url
    try:
        return urljoin(base, url)
    except ValueError:
        return url


def _local(name: str) -> str:
    return name.rpartition(":")[2].lstrip("?")


def _author(value: str) -> str:
    """The name in an Atom person, in RSS's ``address (name)``, or the text as it is."""
    name = re.search(r"<name>(.*?)</name>", value, re.S) or re.search(
        r"\S@\S.*\((.+)\)", value, re.S
    )
    return html.unescape(name[1]) if name else value


def _get(attributes: list[str], name: str) -> str | None:
    lowered = name.lower()
    for at in range(0, len(attributes), 2):
        if attributes[at] == name or attributes[at].lower() == lowered:
            return attributes[at + 1]
    return None


def _is_text(kind: str) -> bool:
    return kind in ("text", "html", "xhtml") or kind.startswith("text/") or kind.endswith("xml")


def _ttl(extra: dict[str, str]) -> int | None:
    """Seconds between polls: RSS's ttl in minutes, else the syndication module's period."""
    minutes = extra.get("ttl", "")
    if minutes.isascii() and minutes.isdigit() and 0 < int(minutes[:6]) <= 44_640:
        return int(minutes[:6]) * 60
    period = _PERIODS.get(extra.get("period", "").lower())
    frequency = extra.get("frequency", "1")
    if period is None or not (frequency.isascii() and frequency.isdigit() and int(frequency[:6])):
        return None
    return max(60, period // int(frequency[:6]))
