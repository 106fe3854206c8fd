"""Which entry of a feed is which article of the archive.

Rule: an article keeps its identity when its guid, its URL or its title changes alone. Entries and
known articles are paired in passes, from all three alike to only one alike; each article takes at
most one entry, so N entries are N articles, and the same document twice gives the same articles.
A value that several entries of the document, or several known articles, share (a constant guid,
the home page as everyone's link, «عاجل» as a title) tells nothing apart and never joins alone.

May be wrong: a source that reuses an article's URL for another article, with other title and guid,
is taken for an edit; an article whose guid and URL change at once is found by its title only when
the text is the same, or when nothing speaks against it. Escape hatch: none is needed for reading;
the worst case is an article stored twice or an edit shown as one, never a lost entry.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b
from urllib.parse import unquote, urlsplit

from digests.model import Entry

#: Two dates further apart than this speak against one article under one title.
SAME_TITLE_WITHIN = timedelta(hours=12)
_NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Known:
    """An article of the same source that the archive holds, as far as identity needs it.

    ``fingerprint`` is `fingerprint` of the entry as last stored; ``published`` is None when the
    feed gave no date.
    """

    id: int
    guid: str | None
    url: str | None
    title: str
    fingerprint: str = ""
    published: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Traits:
    """What is compared. None means: there is nothing to compare."""

    guid: str | None
    url: str | None
    title: str | None
    print: str
    published: datetime | None
    guid_is_url: bool
    has_text: bool


def keys(entry: Entry) -> tuple[str, ...]:
    """Short hashes of guid, URL and title: articles that share one are candidates for `assign`.

    An entry that has none of them is found again by its text.
    """
    traits = _of_entry(entry)
    marked = [("g", traits.guid), ("u", traits.url), ("t", traits.title)]
    if not any(value for _, value in marked):
        marked.append(("p", traits.print))
    return tuple(
        kind + blake2b(value.encode("utf-8", "replace"), digest_size=9).hexdigest()
        for kind, value in marked
        if value is not None
    )


def fingerprint(entry: Entry) -> str:
    """A hash of what readers could be told from *entry*: it changes when title or text does."""
    text = "\x1f".join((entry.title, entry.summary, entry.text))
    return blake2b(text.encode("utf-8", "replace"), digest_size=12).hexdigest()


def assign(entries: Sequence[Entry], known: Sequence[Known]) -> list[int | None]:
    """For each entry the id of the known article that it is, or None for a new one."""
    pairing = _Pairing([_of_entry(e) for e in entries], [_of_known(k) for k in known])
    pairing.alike(lambda t: (t.guid, t.url, t.title, t.print, t.published))
    pairing.alike(lambda t: (t.guid, t.url, t.title, t.print))
    pairing.alike(lambda t: (t.guid, t.url, t.title, t.published) if t.published else None)
    pairing.alone(_all("guid", "url", "title"), _anything)
    pairing.alone(_all("guid", "title"), _anything)
    pairing.alone(_all("url", "title"), _same_place_or_title)
    pairing.alone(_all("guid", "url"), _same_place)
    pairing.alone(_all("guid"), _same_guid if pairing.guids_differ else _same_guid_of_one)
    pairing.alone(_all("url"), _same_place)
    pairing.alone(_all("title"), _same_title)
    return [None if at is None else known[at].id for at in pairing.found]


_Key = Callable[[_Traits], Hashable | None]


class _Pairing:
    """Entries and known articles, paired pass by pass; ``found`` holds positions in ``known``."""

    def __init__(self, entries: list[_Traits], known: list[_Traits]) -> None:
        self._entries = entries
        self._known = known
        self._taken: set[int] = set()
        self.found: list[int | None] = [None] * len(entries)
        #: Whether the source gives guids that tell its entries apart.
        self.guids_differ = len({traits.guid for traits in entries}) > 1

    def alike(self, key: _Key) -> None:
        """Pair those with the same key, in order; copies of one entry stay as many articles."""
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        for at, traits in enumerate(self._known):
            value = key(traits)
            if value is not None and at not in self._taken:
                waiting[value].append(at)
        for group in waiting.values():
            group.reverse()
        for at, traits in enumerate(self._entries):
            if self.found[at] is None and (group := waiting.get(key(traits), [])):
                self._take(at, group.pop())

    def alone(self, key: _Key, agrees: Callable[[_Traits, _Traits], bool]) -> None:
        """Pair by a key that is one entry's and one known article's alone, if *agrees* says so."""
        here = Counter(key(traits) for traits in self._entries)
        there = Counter(key(traits) for traits in self._known)
        where = {
            key(traits): at
            for at, traits in enumerate(self._known)
            if there[key(traits)] == 1 and at not in self._taken
        }
        for at, traits in enumerate(self._entries):
            value = key(traits)
            other = where.get(value)
            if value is None or other is None or self.found[at] is not None or here[value] > 1:
                continue
            if agrees(traits, self._known[other]):
                self._take(at, other)

    def _take(self, entry: int, known: int) -> None:
        self.found[entry] = known
        self._taken.add(known)


def _all(*names: str) -> _Key:
    """A key of these traits together; None when one of them is missing."""

    def key(traits: _Traits) -> Hashable | None:
        values = tuple(getattr(traits, name) for name in names)
        return None if None in values else values

    return key


def _anything(_new: _Traits, _old: _Traits) -> bool:
    return True


def _same_place(new: _Traits, old: _Traits) -> bool:
    """One URL, another title: an edit, unless the URL is a front page that all could share."""
    return (new.url is not None and _is_article(new.url)) or _same_moment(new, old)


def _same_place_or_title(new: _Traits, old: _Traits) -> bool:
    return _same_place(new, old) or _same_title(new, old)


def _same_guid(_new: _Traits, _old: _Traits) -> bool:
    """One guid, another URL and title, where the source's guids do tell its entries apart."""
    return True


def _same_guid_of_one(new: _Traits, old: _Traits) -> bool:
    """The same in a document of one entry, whose guid may be one for all it ever publishes."""
    if new.guid_is_url:
        return (new.guid is not None and _is_article(new.guid)) or _same_moment(new, old)
    if new.url is None and old.url is None:
        return True
    return (new.url == old.url and _is_article(new.url or "")) or _same_moment(new, old)


def _same_title(new: _Traits, old: _Traits) -> bool:
    """One title, another guid and URL: the same if the text is, else if nothing contradicts."""
    if new.has_text and new.print == old.print:
        return True
    if len((new.title or "").split()) < 3:
        return False
    if new.published is None or old.published is None:
        return True
    return abs(new.published - old.published) <= SAME_TITLE_WITHIN


def _same_moment(new: _Traits, old: _Traits) -> bool:
    return new.published is not None and new.published == old.published


def _is_article(url: str) -> bool:
    """Whether a normalised URL can be one article's: more than a front page or a section's name."""
    place = url.partition("/")[2]
    return "?" in place or bool(re.search(r"\d|-.*-|%|[^\x00-\x7f]", place)) or place.count("/") > 1


def _of_entry(entry: Entry) -> _Traits:
    return _traits(
        Known(0, entry.guid, entry.url, entry.title, fingerprint(entry), entry.published),
        has_text=bool(entry.summary or entry.text),
    )


def _of_known(known: Known) -> _Traits:
    return _traits(known, has_text=True)


def _traits(known: Known, *, has_text: bool) -> _Traits:
    guid = known.guid.strip() if known.guid else None
    is_url = guid is not None and guid.lower().startswith(("http://", "https://"))
    words = " ".join(_NOT_WORD.sub(" ", known.title.casefold()).split())
    return _Traits(
        guid=(_place(guid) if is_url and guid else guid) or None,
        url=_place(known.url) if known.url else None,
        title=words or known.title.strip() or None,
        print=known.fingerprint,
        published=known.published,
        guid_is_url=is_url,
        has_text=has_text,
    )


def _place(url: str) -> str:
    """A URL without what changes while the page stays: scheme, www, the host's case, last slash."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return url.strip()
    query = f"?{parts.query}" if parts.query else ""
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return unquote(f"{host}{port}{parts.path.rstrip('/')}{query}{fragment}")
