"""Message entities and what the server makes of them before it keeps a message.

Offsets and lengths are in UTF-16 units. The rules, in the order of ``settle``: some characters go
or change, white space at both ends goes, entities are clipped to what is left, forbidden nestings
are dissolved, addresses, mentions, hashtags and commands in plain words are found, and only the
first 100 entities stay.

What it may get wrong: the real server finds more kinds of addresses and phone numbers. Nothing
that a bot may rely on depends on them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

MOST = 100
SPLITTABLE = ("bold", "italic", "underline", "strikethrough", "spoiler")
QUOTES = ("blockquote", "expandable_blockquote")
VERBATIM = ("pre", "code")
_PRIORITY = {"blockquote": 0, "expandable_blockquote": 0, "pre": 10, "code": 20, "text_link": 50}

_DELETED = re.compile("[\u2028-\u202e\u0333\u033f\u030a\r]")
_BLANKED = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f]")
_MARKS = re.compile("[\u200e\u200f]{2,}")

_FOUND = re.compile(
    r"(?P<url>\bhttps?://[^\s<>\"«»“”]+|(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:com|org|net|info|io|me)\b"
    r"(?:/[^\s<>\"«»“”]*)?)"
    r"|(?<![\w/])(?P<mention>@[A-Za-z][A-Za-z0-9_]{2,31})\b"
    r"|(?<![\w/])(?P<hashtag>#(?=\w*[^\W\d])\w{1,256})"
    r"|(?<![\w/<>])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![\w/])"
)


@dataclass
class Entity:
    """One entity; ``extra`` holds url, user_id, language, custom_emoji_id or unix_time."""

    type: str
    offset: int
    length: int
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def end(self) -> int:
        return self.offset + self.length

    def to_json(self) -> dict[str, Any]:
        return {"type": self.type, "offset": self.offset, "length": self.length, **self.extra}


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf16_slice(text: str, offset: int, length: int) -> str:
    data = text.encode("utf-16-le", "surrogatepass")
    return data[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")


def clean(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Deletes U+2028 to U+202E and carriage returns, blanks other control characters.

    U+2066 to U+2069 stay. Of doubled direction marks all but the last become U+200C; lengths do
    not change by that.
    """
    text = _BLANKED.sub(" ", text)
    gone = [utf16_length(text[: found.start()]) for found in _DELETED.finditer(text)]
    if gone:
        text = _DELETED.sub("", text)
        entities = [_without(entity, gone) for entity in entities]
    text = _MARKS.sub(lambda found: "\u200c" * (len(found[0]) - 1) + found[0][-1], text)
    return text, [e for e in entities if e.length > 0]


def _without(entity: Entity, gone: list[int]) -> Entity:
    before = sum(1 for position in gone if position < entity.offset)
    inside = sum(1 for position in gone if entity.offset <= position < entity.end)
    return Entity(entity.type, entity.offset - before, entity.length - inside, entity.extra)


def trim(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Trims white space; at the start only as far as the first entity."""
    stripped = text.rstrip()
    units = stripped.encode("utf-16-le", "surrogatepass")
    end = len(units) // 2
    kept = []
    for entity in entities:
        length = min(entity.end, end) - entity.offset
        words = units[2 * entity.offset : 2 * (entity.offset + length)]
        if length > 0 and words.decode("utf-16-le", "replace").strip():
            kept.append(Entity(entity.type, entity.offset, length, entity.extra))
    first = min((e.offset for e in kept), default=end)
    lead = min(len(stripped) - len(stripped.lstrip()), first)
    return stripped[lead:], [Entity(e.type, e.offset - lead, e.length, e.extra) for e in kept]


def ordered(entities: list[Entity]) -> list[Entity]:
    return sorted(entities, key=lambda e: (e.offset, -e.length, _PRIORITY.get(e.type, 90)))


def nest(entities: list[Entity]) -> list[Entity]:
    """Dissolves what may not stand inside something else.

    No quote in a quote; no link around a quote; of links and verbatim parts that touch, the first;
    nothing inside verbatim parts.
    """
    quotes = _first_of([e for e in ordered(entities) if e.type in QUOTES])
    whole = _first_of(
        [
            e
            for e in ordered(entities)
            if e.type not in QUOTES + SPLITTABLE and not any(_breaks(e, q) for q in quotes)
        ]
    )
    verbatim = [e for e in whole if e.type in VERBATIM]
    styled = [
        part
        for kind in SPLITTABLE
        for entity in _joined([e for e in ordered(entities) if e.type == kind])
        for part in _cut_out(entity, verbatim)
    ]
    return ordered(quotes + whole + styled)


def _first_of(entities: list[Entity]) -> list[Entity]:
    kept: list[Entity] = []
    for entity in entities:
        if not kept or entity.offset >= kept[-1].end:
            kept.append(entity)
    return kept


def _breaks(entity: Entity, quote: Entity) -> bool:
    """Whether they touch and *entity* does not lie inside *quote*."""
    touches = entity.offset < quote.end and quote.offset < entity.end
    return touches and not (quote.offset <= entity.offset and entity.end <= quote.end)


def _joined(entities: list[Entity]) -> list[Entity]:
    joined: list[Entity] = []
    for entity in entities:
        if joined and entity.offset <= joined[-1].end:
            joined[-1].length = max(joined[-1].end, entity.end) - joined[-1].offset
        else:
            joined.append(Entity(entity.type, entity.offset, entity.length, entity.extra))
    return joined


def _cut_out(entity: Entity, holes: list[Entity]) -> list[Entity]:
    parts, start = [], entity.offset
    for hole in holes:
        if hole.end <= start or hole.offset >= entity.end:
            continue
        if hole.offset > start:
            parts.append(Entity(entity.type, start, hole.offset - start, entity.extra))
        start = hole.end
    if start < entity.end:
        parts.append(Entity(entity.type, start, entity.end - start, entity.extra))
    return parts


def find(text: str) -> list[Entity]:
    """Addresses, mentions, hashtags and commands that stand in plain words."""
    found = []
    for match in _FOUND.finditer(text):
        kind = match.lastgroup or "url"
        words = match.group(kind)
        if kind == "url":
            words = words.rstrip(".,;:!?)]}'،؛؟…")
        offset = utf16_length(text[: match.start(kind)])
        found.append(Entity(kind, offset, utf16_length(words)))
    return found


def settle(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """The text and entities as the server keeps them; the text may come out empty."""
    text, entities = trim(*clean(text, ordered(entities)))
    entities = nest(entities)
    busy = [e for e in entities if e.type not in SPLITTABLE + QUOTES]
    for entity in find(text):
        if all(entity.end <= other.offset or other.end <= entity.offset for other in busy):
            entities.append(entity)
    return text, ordered(entities)[:MOST]
