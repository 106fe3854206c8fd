"""What the readers of feed formats hand over before cleaning: fields as the document gives them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Form(StrEnum):
    """How a piece of text is to be read."""

    HTML = "html"
    PLAIN = "plain"
    OPEN = "open"  # the format leaves it open: told from the look


@dataclass(slots=True)
class Piece:
    """A text of the document with its form."""

    value: str
    form: Form = Form.OPEN


@dataclass(slots=True)
class RawEntry:
    """An entry while it is read. URLs are as written; ``base`` is what they are relative to."""

    base: str = ""
    guid: str | None = None
    guid_is_link: bool = False
    link: str | None = None
    title: Piece | None = None
    summary: Piece | None = None
    content: Piece | None = None
    blurb: Piece | None = None  # an extension's summary, for want of the format's own
    author: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None


@dataclass(slots=True)
class RawFeed:
    """A document while it is read. ``ttl`` is in seconds."""

    entries: list[RawEntry] = field(default_factory=list)
    title: Piece | None = None
    language: str | None = None
    ttl: int | None = None
    problems: list[str] = field(default_factory=list)


class Unread(Exception):
    """This reader does not read the document whole: the next one is asked."""
