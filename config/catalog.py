"""The catalogues: topics.yaml and sources.yaml, read into checked entries that know file and line.

Formats (docs/design.md): sources.yaml is a list of ``{id, name: text or {ar, original}, url,
language, country?, kind?, ownership?: {funding, owner: {ar, en}, evidence, checked}, full_text?}``,
topics.yaml a list of ``{slug, name: {ar, en}, about: {ar, en}, all, none?, where?}``. A wrong file
is refused as a whole: CatalogueError lists every problem with file, line and reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from config.document import CatalogueError, Fields, Problem, Report, entries, read_text

__all__ = [
    "Catalogue",
    "CatalogueError",
    "Names",
    "OwnershipEntry",
    "Problem",
    "SourceEntry",
    "TopicEntry",
    "load",
    "read_sources",
    "read_topics",
]

LANGUAGES = ("ar", "en", "he")
KINDS = ("outlet", "party", "aggregator")
ZONES = ("title", "lead", "any")

#: A topic's slug travels in deep links (A-Za-z0-9_-, at most 64) and in button data (64 bytes).
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
#: A source's id travels in button data; it is ASCII and has no character that needs escaping.
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
LONGEST_SLUG = 40
#: ISO 3166-1 alpha-2; ``UN`` stands for the United Nations, which has no country.
COUNTRY = re.compile(r"[A-Z]{2}")


class Names(NamedTuple):
    """A text in the two languages of the menus."""

    ar: str
    en: str


@dataclass(frozen=True, slots=True)
class TopicEntry:
    """One entry of topics.yaml, and where it stands."""

    slug: str
    name: Names
    about: Names
    all: tuple[tuple[str, ...], ...]
    none: tuple[str, ...]
    where: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class OwnershipEntry:
    """Who pays for and owns an outlet, with the page that says so and the day it was looked at."""

    funding: str
    owner: Names
    evidence: str
    checked: date


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One entry of sources.yaml, and where it stands. ``name`` is Arabic where there are two."""

    id: str
    name: str
    original: str
    url: str
    language: str
    country: str | None
    kind: str
    ownership: OwnershipEntry | None
    full_text: bool
    file: str
    line: int


class Catalogue(NamedTuple):
    """Both catalogues."""

    topics: tuple[TopicEntry, ...]
    sources: tuple[SourceEntry, ...]


def load(topics: Path, sources: Path) -> Catalogue:
    """Both files. Raises one CatalogueError with the problems of both."""
    problems: list[Problem] = []
    read: Catalogue = Catalogue((), ())
    try:
        read = read._replace(topics=read_topics(topics))
    except CatalogueError as error:
        problems += error.problems
    try:
        read = read._replace(sources=read_sources(sources))
    except CatalogueError as error:
        problems += error.problems
    if problems:
        raise CatalogueError(tuple(problems))
    return read


def read_topics(path: Path, text: str | None = None) -> tuple[TopicEntry, ...]:
    """The topics of *path*, or of *text* under that name. Raises CatalogueError."""
    report = Report(str(path))
    text = read_text(path) if text is None else text
    found = [(fields.line, _topic(fields, report.file)) for fields in entries(text, report)]
    _refuse_twins(report, [(line, "slug", t.slug) for line, t in found if t])
    report.raise_if_any()
    return tuple(t for _, t in found if t)


def read_sources(path: Path, text: str | None = None) -> tuple[SourceEntry, ...]:
    """The sources of *path*, or of *text* under that name. Raises CatalogueError."""
    report = Report(str(path))
    text = read_text(path) if text is None else text
    found = [(fields.line, _source(fields, report.file)) for fields in entries(text, report)]
    _refuse_twins(report, [(line, "id", s.id) for line, s in found if s])
    report.raise_if_any()
    return tuple(s for _, s in found if s)


def _topic(fields: Fields, file: str) -> TopicEntry | None:
    slug = fields.text("slug")
    if slug and (len(slug) > LONGEST_SLUG or not SLUG.fullmatch(slug)):
        fields.wrong(
            "slug", f"the slug {slug!r} must be a-z, 0-9 and single -, {LONGEST_SLUG} at most"
        )
    name = _names(fields.map("name"))
    about = _names(fields.map("about"))
    groups = fields.groups("all")
    none = fields.texts("none")
    for phrase in {p: None for group in (*groups, none) for p in group}:
        if not any(c.isalnum() for c in phrase):
            fields.wrong("all", f"the phrase {phrase!r} has no letter or digit to find")
    where = _choice(fields, "where", ZONES, "lead")
    fields.done()
    if slug is None or name is None or about is None:
        return None
    return TopicEntry(slug, name, about, groups, none, where, file, fields.line)


def _source(fields: Fields, file: str) -> SourceEntry | None:
    id_ = fields.text("id")
    if id_ and (len(id_) > LONGEST_SLUG or not ID.fullmatch(id_)):
        fields.wrong(
            "id", f"the id {id_!r} must be ASCII letters, digits, . _ -, {LONGEST_SLUG} at most"
        )
    name, original = _title(fields)
    url = _url(fields, "url")
    language = _choice(fields, "language", LANGUAGES)
    country = fields.text("country", "") or None
    if country and not COUNTRY.fullmatch(country):
        fields.wrong("country", f"the country {country!r} must be two capital letters, as PS")
    kind = _choice(fields, "kind", KINDS, "outlet")
    ownership = _ownership(fields.map("ownership", required=False))
    full_text = fields.flag("full_text")
    fields.done()
    if id_ is None or not name or not original or url is None:
        return None
    return SourceEntry(
        id_,
        name,
        original,
        url,
        language,
        country,
        kind,
        ownership,
        full_text,
        file,
        fields.line,
    )


def _title(fields: Fields) -> tuple[str | None, str | None]:
    value = fields.either("name")
    if not isinstance(value, Fields):
        return value, value
    names = value.text("ar"), value.text("original")
    value.done()
    return names


def _ownership(fields: Fields | None) -> OwnershipEntry | None:
    if fields is None:
        return None
    funding = fields.text("funding")
    owner = _names(fields.map("owner"))
    evidence = _url(fields, "evidence")
    written = fields.text("checked")
    checked = None
    if written:
        try:
            checked = date.fromisoformat(written)
        except ValueError:
            fields.wrong("checked", f"the date {written!r} must be written as 2026-11-24")
    fields.done()
    if funding is None or owner is None or evidence is None or checked is None:
        return None
    return OwnershipEntry(funding, owner, evidence, checked)


def _names(fields: Fields | None) -> Names | None:
    if fields is None:
        return None
    ar, en = fields.text("ar"), fields.text("en")
    fields.done()
    return Names(ar, en) if ar and en else None


def _url(fields: Fields, key: str) -> str | None:
    value = fields.text(key)
    if value is None:
        return None
    try:
        parts = urlsplit(value)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        good = False
    if not good or " " in value:
        fields.wrong(key, f"{value!r} is not a URL; write it whole, as https://example.org/feed")
    return value


def _choice(fields: Fields, key: str, choices: tuple[str, ...], default: str | None = None) -> str:
    value = fields.text(key, default)
    if value is not None and value not in choices:
        fields.wrong(
            key, f"{key} is {value!r}; it must be {', '.join(choices[:-1])} or {choices[-1]}"
        )
    return value or choices[0]


def _refuse_twins(report: Report, found: list[tuple[int, str, str]]) -> None:
    first: dict[str, int] = {}
    for line, key, value in found:
        if value in first:
            report.add(line, f"the {key} {value!r} is used already in line {first[value]}")
        first.setdefault(value, line)
