"""The last step of every message: marks, digits, screen readers.

Rule. Each line starts with an Arabic word or exactly one U+200F (on an English page: a Latin word
or one mark of its direction). Arabic-Indic digits are applied to the finished text, outside tags
(and so URLs), outside isolates (a Latin name keeps its digits) and outside «…», whose words are a
source's. A screen reader gets no emoji, no isolates, no expandable quotations, and «،» for «·».

What it may get wrong. A name in «…» that is not a quotation («مواضيع 2025») keeps its digits too.

Finishing twice changes nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace

from digests.language.direction import (
    FSI,
    LRI,
    PDI,
    RLI,
    start_of_line,
    strip_isolates,
    strip_marks,
)
from digests.markup import visible
from digests.model import Digits, Lang, Message, Preferences

#: The button that offers Latin digits shows them, whatever the chat's own are.
SAMPLE = "123"

_PIECE = re.compile(r"<[^<>]*>|&#?\w+;|.", re.DOTALL)
_LEADING_TAGS = re.compile(r"(?:<[^<>]*>|\s)*")
_QUOTE_TAG = re.compile(r"</?blockquote[^<>]*>")
_EMOJI = re.compile(
    "(?:[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u231a-\u23ff]|[0-9#*]\ufe0f?\u20e3)"
    "[\ufe0f\u200d\U0001f3fb-\U0001f3ff\u20e3\U000e0020-\U000e007f]* ?"
)
_BULLET = re.compile(r"(?m)^((?:<[^<>]*>)*)• ")
_ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def finish(message: Message, preferences: Preferences) -> Message:
    """*message* as this chat reads it, buttons included."""
    rows = tuple(
        tuple(replace(b, text=finish_label(b.text, preferences)) for b in row)
        for row in message.buttons
    )
    return replace(message, html=finish_html(message.html, preferences), buttons=rows)


def finish_html(html: str, preferences: Preferences) -> str:
    """The finished form of *html*; its tags and links stay as they are."""
    if preferences.screen_reader:
        html = _for_screen_reader(html, preferences.language)
    if preferences.digits is Digits.ARABIC:
        html = _arabic_digits(html)
    return "\n".join(_mark(line, preferences.language) for line in html.split("\n"))


def finish_label(text: str, preferences: Preferences) -> str:
    """A button's label: one line, without isolates, in the chat's digits."""
    text = " ".join(strip_isolates(strip_marks(text)).split())
    if preferences.screen_reader:
        text = _EMOJI.sub("", text).replace(" · ", _comma(preferences.language)).strip() or text
    if preferences.digits is Digits.ARABIC and not text.endswith(SAMPLE):
        text = text.translate(_ARABIC_INDIC)
    return text


def _mark(line: str, language: str) -> str:
    line = strip_marks(line)
    mark = start_of_line(visible(line), language)
    if not mark:
        return line
    tags = _LEADING_TAGS.match(line)
    at = tags.end() if tags else 0
    return line[:at] + mark + line[at:]


def _arabic_digits(html: str) -> str:
    done: list[str] = []
    quoted = isolated = 0
    for piece in _PIECE.findall(html):
        if piece == "\n":
            quoted = isolated = 0
        elif piece in (LRI, RLI, FSI):
            isolated += 1
        elif piece == PDI:
            isolated = max(0, isolated - 1)
        elif piece == "«":
            quoted += 1
        elif piece == "»":
            quoted = max(0, quoted - 1)
        elif len(piece) == 1 and not quoted and not isolated:
            piece = piece.translate(_ARABIC_INDIC)
        done.append(piece)
    return "".join(done)


def _for_screen_reader(html: str, language: str) -> str:
    html = strip_isolates(_QUOTE_TAG.sub("", html))
    html = _BULLET.sub(r"\1", html)
    pieces = (t if t.startswith("<") else _EMOJI.sub("", t) for t in re.split(r"(<[^<>]*>)", html))
    return "".join(pieces).replace(" · ", _comma(language))


def _comma(language: str) -> str:
    return ", " if language == Lang.EN else "، "
