"""Telegram's HTML, built in code: text is escaped, tags are ours, links are http or https.

Incoming text is data. ``clean`` takes its controls away, ``inert`` keeps Telegram from turning a
domain, a mention, a command or a hashtag in it into a link that is not the source's. ``Html`` marks
what is markup already; everything else is escaped when it meets markup.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from html import escape as _escape
from html import unescape
from urllib.parse import quote as _percent
from urllib.parse import urlsplit

from digests import limits
from digests.language.direction import strip_controls

#: A longer address is shown as its text alone; browsers and servers stop near this length too.
URL_LENGTH = 4096
#: U+2060 joins what it stands between and shows nothing: Telegram then sees no link there.
JOINER = "\u2060"

_TAG = re.compile(r"<[^<>]*>")
_ENTITY = re.compile(r"<(?:a|b|i|u|s|code|pre|blockquote)\b")
_LINKED = re.compile(r"(?<=[^\W_])\.(?=[^\W\d_]{2,})|(?<=[@#])(?=\w)|(?<=://)")
_COMMAND = re.compile(r"(?<![\w/])/(?=[A-Za-z])")
_UNSAFE = re.compile(
    r"[\s\x00-\x20\x7f-\xa0\"<>\\^`{|}\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]"
)


class Html(str):
    """A piece of Telegram's HTML: escaped text and allowed tags, well nested."""

    __slots__ = ()


def clean(text: str) -> str:
    """*text* as one line without controls: fit to stand in a message, not yet escaped."""
    text = strip_controls(text)
    kept = (" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text)
    text = "".join(c for c in kept if unicodedata.category(c) != "Cs")
    return " ".join(text.split())


def inert(text: str) -> str:
    """*text* in which Telegram finds nothing to link: no domain, mention, hashtag or command."""
    text = _COMMAND.sub(f"/{JOINER}", text)
    return _LINKED.sub(lambda hit: hit[0] + JOINER, text)


def escape(text: str) -> Html:
    """*text* with the four escapes that Telegram knows; Html comes back as it is."""
    return text if isinstance(text, Html) else Html(_escape(text, quote=False))


def bold(text: str) -> Html:
    """*text* in bold; an empty text gives nothing, since an empty entity is dropped anyway."""
    return Html(f"<b>{escape(text)}</b>") if text else Html("")


def italic(text: str) -> Html:
    return Html(f"<i>{escape(text)}</i>") if text else Html("")


def expandable(html: str) -> Html:
    """Lines in a quotation that opens on a tap."""
    return Html(f"<blockquote expandable>{escape(html)}</blockquote>") if html else Html("")


def link(text: str, url: str) -> Html:
    """*text* linked to *url*; the text alone when *url* is no http(s) address or too long."""
    address = safe_url(url)
    if not address or not text:
        return escape(text)
    return Html(f'<a href="{_escape(address, quote=True)}">{escape(text)}</a>')


def safe_url(url: str) -> str | None:
    """*url* with what is unsafe percent-encoded, or None when it is no http(s) address."""
    try:
        address = _UNSAFE.sub(lambda bad: _percent(bad[0]), url.strip())
        parts = urlsplit(address)
        host = parts.hostname
        address.encode()
    except ValueError:  # also what cannot be encoded: lone surrogates
        return None
    if parts.scheme.lower() not in ("http", "https") or not host or len(address) > URL_LENGTH:
        return None
    return address.replace("'", "%27")


def join(separator: str, parts: list[Html]) -> Html:
    return Html(separator.join(part for part in parts if part))


def visible(html: str) -> str:
    """What a reader sees of *html*: no tags, escapes resolved."""
    return unescape(_TAG.sub("", html))


@dataclass(frozen=True, slots=True)
class Size:
    """How much of a message something takes: UTF-16 units shown, raw bytes, entities."""

    units: int = 0
    bytes: int = 0
    entities: int = 0

    def __add__(self, other: Size) -> Size:
        return Size(
            self.units + other.units, self.bytes + other.bytes, self.entities + other.entities
        )

    def fits(self) -> bool:
        return (
            self.units <= limits.MESSAGE_TEXT
            and self.bytes <= limits.MESSAGE_BYTES
            and self.entities <= limits.MESSAGE_ENTITIES
        )


def measure(html: str) -> Size:
    """The size of *html* by the limits of ``digests.limits``."""
    return Size(limits.utf16_length(visible(html)), len(html.encode()), len(_ENTITY.findall(html)))
