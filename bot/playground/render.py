"""A message as lines of a terminal: entities as styles, links listed, buttons numbered.

Right-to-left text is left to the terminal; nothing is reordered here.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from bot.playground.objects import Json

STYLES = {
    "bold": "bold",
    "italic": "italic",
    "underline": "underline",
    "strikethrough": "strike",
    "spoiler": "reverse dim",
    "code": "cyan",
    "pre": "cyan",
    "blockquote": "dim",
    "expandable_blockquote": "dim",
    "text_link": "underline blue",
    "url": "underline blue",
    "mention": "blue",
    "hashtag": "blue",
    "bot_command": "blue",
}
QUOTE_MARK = "▏"


def text_of(message: Json) -> Text:
    """The text of a message with its styles; quotes have a mark at the start of each line."""
    plain = str(message.get("text") or message.get("caption") or "")
    entities = message.get("entities") or message.get("caption_entities") or []
    places = _places(plain)
    shown = Text(plain)
    starts: set[int] = set()
    for entity in entities:
        start = places[entity["offset"]]
        end = places[entity["offset"] + entity["length"]]
        style = STYLES.get(entity["type"])
        if style:
            shown.stylize(style, start, end)
        if entity["type"] in ("blockquote", "expandable_blockquote"):
            starts |= {start} | {i + 1 for i in range(start, end - 1) if plain[i] == "\n"}
    return _marked(shown, sorted(starts))


def _places(plain: str) -> list[int]:
    """For each UTF-16 offset the index of its character."""
    places: list[int] = []
    for index, char in enumerate(plain):
        places += [index] * (2 if ord(char) > 0xFFFF else 1)
    return [*places, len(plain)]


def _marked(text: Text, starts: list[int]) -> Text:
    if not starts:
        return text
    parts = text.divide(starts)
    return Text(QUOTE_MARK, style="dim").join(parts)


def links_of(message: Json) -> list[str]:
    """The addresses behind the words, in the order in which they stand, each once."""
    entities = message.get("entities") or message.get("caption_entities") or []
    return list(dict.fromkeys(e["url"] for e in entities if e["type"] == "text_link"))


def buttons_of(message: Json) -> list[Json]:
    """The buttons of an inline keyboard in reading order, as their numbers count them."""
    rows = (message.get("reply_markup") or {}).get("inline_keyboard", [])
    return [button for row in rows for button in row]


def lines_of(message: Json, title: str) -> Iterator[Text]:
    """Everything that is printed of a message."""
    yield Text(title, style="bold green")
    body = text_of(message)
    yield from body.split("\n", allow_blank=True)
    for url in links_of(message):
        yield Text.assemble(("  ↗ ", "dim"), (url, "blue"))
    rows = (message.get("reply_markup") or {}).get("inline_keyboard", [])
    number = 0
    for row in rows:
        line = Text("  ")
        for button in row:
            number += 1
            mark = " ↗" if "url" in button else ""
            line.append(f"[{number}] ", style="bold yellow")
            line.append(f"{button['text']}{mark}   ")
        yield line
