"""A message as plain text, for terminals and ``digest --format text``.

Links stand as addresses after the outlet's name: in brackets, or, where the name is in brackets
already, after a colon. What opens on a tap is marked with ▏.
"""

from __future__ import annotations

import re
from html import unescape

from digests.model import Message

_LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>([\u2069]?)', re.DOTALL)
_QUOTE = re.compile(r"<blockquote[^<>]*>(.*?)</blockquote>", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
#: The inside of an expandable quotation, as docs/editorial.md shows it.
BAR = "▏"


def plain(message: Message) -> str:
    """The text of *message* with its links spelt out; escapes resolved, tags gone, marks kept."""
    html = _QUOTE.sub(_barred, message.html)
    lines = (_LINK.sub(_spelt(line), line) for line in html.split("\n"))
    return unescape(_TAG.sub("", "\n".join(lines)))


def _barred(quote: re.Match[str]) -> str:
    return "\n".join(BAR + line for line in quote[1].split("\n"))


class _spelt:
    """Replaces each link of one line by its text and address."""

    def __init__(self, line: str) -> None:
        self._line = line

    def __call__(self, link: re.Match[str]) -> str:
        before = _TAG.sub("", self._line[: link.start()])
        inside = before.count("(") > before.count(")")
        address = f": {link[1]} " if inside else f" ({link[1]})"
        return link[2] + link[3] + address
