"""Reads Telegram's HTML style: tags become entities, with the server's own complaints.

Works on bytes, as the server does, because complaints name byte offsets. It knows only nesting as
written; what may stand inside what, trimming and the cut to 100 are the business of ``entities``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from bot.playground import links
from bot.playground.entities import Entity, utf16_length
from bot.playground.errors import ApiError, bad_request

STYLES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "u": "underline",
    "ins": "underline",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
OTHERS = ("a", "tg-emoji", "tg-time", "pre", "code", "blockquote")
_SPACE = b" \t\r\n\0\v"
_NAMED = {b"lt": "<", b"gt": ">", b"amp": "&", b"quot": '"'}
_REFERENCE = re.compile(rb"&(?:#x([0-9a-fA-F]*)|#([0-9]*)|([a-zA-Z]*))")
_LONGEST_REFERENCE = 10


@cache
def _run_up_to(stops: bytes) -> re.Pattern[bytes]:
    return re.compile(b"[^" + re.escape(stops) + b"]*")


def _complain(text: str) -> ApiError:
    return bad_request(f"can't parse entities: {text}")


@dataclass
class _Open:
    tag: str
    argument: str
    offset: int
    length: int  # of the plain text collected before it


@dataclass
class _Reader:
    source: bytes
    position: int = 0
    plain: list[str] = field(default_factory=list)
    size: int = 0
    opened: list[_Open] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def byte(self, at: int | None = None) -> bytes:
        index = self.position if at is None else at
        return self.source[index : index + 1]

    def spaces(self) -> None:
        while self.byte() and self.byte() in _SPACE:
            self.position += 1

    def until(self, stops: bytes) -> bytes:
        start = self.position
        found = _run_up_to(stops).match(self.source, start)
        self.position = found.end() if found else start
        return self.source[start : self.position]

    def add(self, text: str) -> None:
        self.plain.append(text)
        self.size += utf16_length(text)


def parse_html(text: str) -> tuple[str, list[Entity]]:
    """Plain text and entities, in the order in which their tags close.

    Raises ApiError 400 with ``can't parse entities: …`` as the server words it.
    """
    reader = _Reader(text.encode("utf-8", "surrogatepass"))
    while reader.position < len(reader.source):
        char = reader.byte()
        if char == b"&":
            reader.add(_reference(reader) or _one(reader))
        elif char != b"<":
            reader.add(_run(reader))
        elif reader.byte(reader.position + 1) == b"/":
            _close(reader)
        else:
            _start(reader)
    if reader.opened:
        tag = reader.opened[-1].tag
        raise _complain(f'Can\'t find end tag corresponding to start tag "{tag}"')
    plain = "".join(reader.plain)
    if any("\ud800" <= c <= "\udfff" for c in plain):
        raise _complain(
            "Text contains invalid Unicode characters after decoding HTML entities, check for "
            "unmatched surrogate code units"
        )
    for entity in reader.entities:
        if entity.type == "code":
            entity.extra.pop("language", None)
    return plain, reader.entities


def _run(reader: _Reader) -> str:
    return reader.until(b"<&").decode("utf-8", "surrogatepass")


def _one(reader: _Reader) -> str:
    reader.position += 1
    return reader.source[reader.position - 1 : reader.position].decode()


def _reference(reader: _Reader) -> str:
    """The character that a reference stands for; empty, and nothing read, when it is literal."""
    found = _REFERENCE.match(reader.source, reader.position)
    if not found:
        return ""
    hexadecimal, decimal, name = found.groups()
    if name is not None:
        char = _NAMED.get(name, "")
    else:
        digits, base = (hexadecimal, 16) if hexadecimal is not None else (decimal, 10)
        code = int(digits, base) if digits else 0
        short = found.end() - found.start() < _LONGEST_REFERENCE
        char = chr(code) if 0 < code < 0x10FFFF and short else ""
    if char:
        reader.position = found.end() + (reader.byte(found.end()) == b";")
    return char


def _start(reader: _Reader) -> None:
    begin = reader.position
    reader.position += 1
    tag = reader.until(_SPACE + b">").lower().decode("utf-8", "replace")
    if not reader.byte():
        raise _complain(f"Unclosed start tag at byte offset {begin}")
    if tag not in STYLES and tag not in OTHERS:
        raise _complain(f'Unsupported start tag "{tag}" at byte offset {begin}')
    argument = ""
    while reader.byte() != b">":
        reader.spaces()
        if reader.byte() == b">":
            break
        name, value = _attribute(reader, tag, begin)
        argument = _argument(tag, name, value, argument)
    reader.position += 1
    if tag == "span" and argument != "spoiler":
        raise _complain(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
    reader.opened.append(_Open(tag, argument, reader.size, len(reader.plain)))


def _attribute(reader: _Reader, tag: str, begin: int) -> tuple[str, str | None]:
    unclosed = _complain(f'Unclosed start tag "{tag}" at byte offset {begin}')
    name = reader.until(_SPACE + b"=>/\"'").decode("utf-8", "replace")
    if not name:
        raise _complain(f'Empty attribute name in the tag "{tag}" at byte offset {begin}')
    reader.spaces()
    if reader.byte() != b"=":
        if not reader.byte():
            raise unclosed
        return name, None
    reader.position += 1
    reader.spaces()
    if not reader.byte():
        raise unclosed
    value = _quoted(reader) if reader.byte() in b"\"'" else _token(reader)
    if not reader.byte():
        raise _complain(f"Unclosed start tag at byte offset {begin}")
    return name, value


def _token(reader: _Reader) -> str:
    begin = reader.position
    found = re.compile(rb"[A-Za-z0-9.-]*").match(reader.source, begin)
    reader.position = found.end() if found else begin
    following = reader.byte()
    if following and following not in _SPACE + b">":
        raise _complain(f"Unexpected end of name token at byte offset {begin}")
    return reader.source[begin : reader.position].lower().decode()


def _quoted(reader: _Reader) -> str:
    quote = reader.byte()
    reader.position += 1
    parts: list[str] = []
    while reader.byte() and reader.byte() != quote:
        if reader.byte() == b"&":
            parts.append(_reference(reader) or _one(reader))
        else:
            parts.append(reader.until(quote + b"&").decode("utf-8", "surrogatepass"))
    if reader.byte() == quote:
        reader.position += 1
    return "".join(parts)


def _argument(tag: str, name: str, value: str | None, before: str) -> str:
    if tag == "blockquote" and name == "expandable":
        return "1"
    if value is None:
        return before
    wanted = {"a": "href", "tg-emoji": "emoji-id", "tg-time": "unix"}.get(tag)
    if name == wanted:
        return value
    prefix = {"code": "language-", "span": "tg-"}.get(tag)
    if name == "class" and prefix and value.startswith(prefix):
        return value[len(prefix) :]
    return before


def _close(reader: _Reader) -> None:
    begin = reader.position
    if not reader.opened:
        raise _complain(f"Unexpected end tag at byte offset {begin}")
    reader.position += 2
    found = reader.until(_SPACE + b">").lower().decode("utf-8", "replace")
    reader.spaces()
    if reader.byte() != b">":
        raise _complain(f"Unclosed end tag at byte offset {begin}")
    reader.position += 1
    last = reader.opened.pop()
    if found and found != last.tag:
        raise _complain(
            f'Unmatched end tag at byte offset {begin}, expected "</{last.tag}>", '
            f'found "</{found}>"'
        )
    if reader.size > last.offset:
        _finish(reader, last)


def _finish(reader: _Reader, last: _Open) -> None:
    length = reader.size - last.offset
    previous = reader.entities[-1] if reader.entities else None
    same = previous and (previous.offset, previous.length) == (last.offset, length)
    if last.tag in STYLES:
        reader.entities.append(Entity(STYLES[last.tag], last.offset, length))
    elif last.tag == "a":
        _link(reader, last, length)
    elif last.tag == "blockquote":
        kind = "expandable_blockquote" if last.argument else "blockquote"
        reader.entities.append(Entity(kind, last.offset, length))
    elif last.tag == "tg-emoji":
        if not last.argument.isdecimal() or not 0 < int(last.argument) < 2**63:
            raise _complain("Invalid custom emoji identifier specified")
        extra = {"custom_emoji_id": last.argument}
        reader.entities.append(Entity("custom_emoji", last.offset, length, extra))
    elif last.tag == "tg-time":
        if not re.fullmatch(r"-?\d{1,12}", last.argument):
            raise _complain("Invalid date specified")
        extra_time = {"unix_time": int(last.argument)}
        reader.entities.append(Entity("date_time", last.offset, length, extra_time))
    elif last.tag == "pre" and same and previous and previous.extra.get("language"):
        previous.type = "pre"
    elif last.tag == "code" and same and previous and previous.type == "pre" and last.argument:
        previous.extra["language"] = last.argument
    else:
        language = {"language": last.argument} if last.argument else {}
        reader.entities.append(Entity(last.tag, last.offset, length, language))


def _link(reader: _Reader, last: _Open, length: int) -> None:
    """An address that is no link drops the link and keeps its words, silently."""
    url = last.argument or "".join(reader.plain[last.length :])
    user = links.user_of(url)
    if user is not None:
        reader.entities.append(Entity("text_mention", last.offset, length, {"user_id": user}))
        return
    try:
        extra = {"url": links.checked(url)}
    except links.LinkError:
        return
    reader.entities.append(Entity("text_link", last.offset, length, extra))
