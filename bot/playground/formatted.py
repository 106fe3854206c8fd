"""From the text parameters of a call to the text and entities of a message.

Limits: 32,768 bytes of raw text, 4096 characters (1024 in a caption) after entities are parsed and
white space is trimmed. The far side counts in an unknown unit; here it is UTF-16, the stricter one.
"""

from __future__ import annotations

from typing import Any

from bot.playground import links
from bot.playground.entities import Entity, settle, utf16_length
from bot.playground.errors import bad_request
from bot.playground.params import Params
from bot.playground.tags import parse_html

MOST_BYTES = 32_768
MOST_TEXT = 4096
MOST_CAPTION = 1024
PLAIN_TYPES = (
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "code",
    "pre",
    "blockquote",
    "expandable_blockquote",
)
FOUND_TYPES = (
    "mention",
    "hashtag",
    "cashtag",
    "bot_command",
    "url",
    "email",
    "phone_number",
)


def parse(params: Params, name: str, entities: str) -> tuple[str, list[Entity]]:
    """What the call's markup says, before length and emptiness are looked at."""
    text = params.text(name)
    if len(text.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        raise bad_request("Text is too long")
    mode = params.text("parse_mode").strip().lower()
    if mode == "html":
        return parse_html(text)
    if mode in ("markdown", "markdownv2"):
        raise bad_request("unsupported parse_mode: this local Bot API reads HTML and entities")
    if mode not in ("", "none"):
        raise bad_request("unsupported parse_mode")
    given = params.document(entities, "entities")
    if given is None:
        return text, []
    if not isinstance(given, list):
        raise bad_request("expected an Array of MessageEntity")
    return text, [e for value in given if (e := _entity(value, utf16_length(text)))]


def finished_text(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """The message's text; raises ApiError when nothing is left of it or it is too long."""
    text, entities = settle(text, entities)
    if not text:
        raise bad_request("text must be non-empty")
    if utf16_length(text) > MOST_TEXT:
        raise bad_request("message is too long")
    return text, entities


def finished_caption(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    text, entities = settle(text, entities)
    if utf16_length(text) > MOST_CAPTION:
        raise bad_request("Message caption is too long")
    return text, entities


def _complain(text: str) -> Exception:
    return bad_request(f"can't parse MessageEntity: {text}")


def _entity(value: Any, end: int) -> Entity | None:
    if not isinstance(value, dict):
        raise _complain("Expected an Object")
    numbers = [value.get(name) for name in ("offset", "length")]
    if not all(isinstance(number, int) for number in numbers):
        raise _complain('Can\'t find field "offset"' if numbers[0] is None else "Wrong number")
    offset, length = int(value["offset"]), int(value["length"])
    kind = value.get("type")
    if kind not in PLAIN_TYPES + FOUND_TYPES + ("text_link", "text_mention", "custom_emoji"):
        raise _complain("Unsupported type specified")
    extra = _extra(kind, value)
    if offset < 0:
        raise bad_request(f"receive an entity with incorrect offset {offset}")
    if offset > end:
        raise bad_request(
            f"entity begins after the end of the text at UTF-16 offset {offset}",
        )
    if offset + length > end:
        raise bad_request(
            f"entity beginning at UTF-16 offset {offset} ends after the end of the text at "
            f"UTF-16 offset {offset + length}"
        )
    return None if kind in FOUND_TYPES or length <= 0 else Entity(kind, offset, length, extra)


def _extra(kind: str, value: dict[str, Any]) -> dict[str, Any]:
    needed = {"text_link": "url", "text_mention": "user", "custom_emoji": "custom_emoji_id"}
    name = needed.get(kind)
    if name and name not in value:
        raise _complain(f'Can\'t find field "{name}"')
    if kind == "text_link":
        try:
            return {"url": links.checked(str(value["url"]))}
        except links.LinkError as error:
            raise bad_request(f"entity URL '{value['url']}' is invalid: {error}") from error
    if kind == "text_mention":
        return {"user_id": int(value["user"].get("id", 0))}
    if kind == "custom_emoji":
        return {"custom_emoji_id": str(value["custom_emoji_id"])}
    return {"language": value["language"]} if value.get("language") else {}
