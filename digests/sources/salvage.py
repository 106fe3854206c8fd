"""The last reader: what is left of a malformed feed, item by item.

Rule: references that HTML knows and XML does not, stray ampersands and characters that XML forbids
are mended first, which makes most malformed feeds well-formed. Where that is not enough, and the
reference parser too gives fewer entries than there are item tags, the document is cut at its item
tags, each item is set alone into an empty feed and read by itself, so that one broken item harms no
other.

May be wrong: tags quoted in a comment or a CDATA section are not counted, but an item whose own
CDATA section never ends takes the following items into its text unless it is cut apart here.
"""

from __future__ import annotations

import html
import re
from html.entities import name2codepoint
from itertools import pairwise

_TAG = re.compile(r"<((?:[a-zA-Z][\w.-]*:)?(?:item|entry))(?=[\s/>])[^<>]*>", re.I)
_HIDDEN = re.compile(r"<!--.*?-->|<!\[CDATA\[.*?\]\]>", re.S)
_ROOT = re.compile(r"<((?:[a-zA-Z][\w.-]*:)?(?:rss|feed|rdf))(?=[\s/>])[^<>]*>", re.I)
_AMPERSAND = re.compile(r"&(#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[a-zA-Z][a-zA-Z0-9]{0,30};)?")
_XML_NAMES = frozenset(("amp;", "lt;", "gt;", "quot;", "apos;"))
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[<>]*(?:\[[^\]]*\]\s*)?>", re.I)


def count(document: str) -> int:
    """How many item or entry tags *document* opens, outside comments and CDATA sections."""
    return len(_TAG.findall(_HIDDEN.sub("", document)))


def mended(document: str) -> str:
    """*document* with forbidden characters removed and every reference one that XML knows."""
    document = _FORBIDDEN.sub("", document)
    parts: list[str] = []
    at = 0
    for hidden in _HIDDEN.finditer(document):
        parts.append(_AMPERSAND.sub(_reference, document[at : hidden.start()]))
        parts.append(hidden[0])
        at = hidden.end()
    parts.append(_AMPERSAND.sub(_reference, document[at:]))
    return "".join(parts)


def _reference(match: re.Match[str]) -> str:
    name = match[1]
    if name is None:
        return "&amp;"
    if name in _XML_NAMES:
        return match[0]
    if name.startswith("#"):
        decoded = html.unescape(match[0])
        return html.escape(_FORBIDDEN.sub("", decoded), quote=True)
    code = name2codepoint.get(name[:-1])
    return f"&#{code};" if code is not None else f"&amp;{name}"


def without_doctype(document: str) -> str:
    """*document* without its document type, which no feed needs and which may declare entities."""
    return _DOCTYPE.sub("", document, count=1)


def items(document: str) -> list[str]:
    """Each item of *document* as a feed of its own, under the document's own root tag."""
    starts = [match.start() for match in _TAG.finditer(_blanked(document))]
    root = _ROOT.search(document)
    opening = root[0] if root else "<rss>"
    if opening.endswith("/>"):
        opening = opening[:-2] + ">"
    closing = f"</{root[1]}>" if root else "</rss>"
    pieces: list[str] = []
    for start, end in pairwise([*starts, len(document)]):
        piece = document[start:end]
        tag = _TAG.match(piece)
        assert tag is not None
        ending = f"</{tag[1]}>"
        stop = piece.find(ending)
        body = piece[:stop] if stop >= 0 else _open_end(piece)
        pieces.append(f"{opening}{body}{ending}{closing}")
    return pieces


def _open_end(piece: str) -> str:
    """An item without its end tag: cut before a tag that the document breaks off in."""
    last = piece.rfind("<")
    if last > piece.rfind(">"):
        piece = piece[:last]
    if piece.rfind("<![CDATA[") > piece.rfind("]]>"):
        piece += "]]>"
    return piece


def _blanked(document: str) -> str:
    """*document* with comments and CDATA sections as blanks, so that places stay."""
    return _HIDDEN.sub(lambda match: " " * len(match[0]), document)
