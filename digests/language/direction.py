"""Right to left is right: bidi controls out, isolates in, one mark at the start of a line.

Rule. Bidi controls that come with a text are removed. Inside Arabic, a run of Latin words stands in
U+2066 … U+2069 and a run of Hebrew words in U+2067 … U+2069; a name of mixed direction stands in
U+2068 … U+2069. A line of an Arabic page starts with an Arabic letter or with exactly one U+200F;
a line of an English page starts with a Latin letter or with exactly one mark of its own direction.

What it may get wrong. A run ends at a quotation mark or bracket, so a Latin title that contains one
becomes two runs; each is still readable, only their order follows the Arabic sentence.

Escape hatch. ``isolate`` wraps a text whole: for a name, a title or a sentence of another language.

The server deletes U+2028 to U+202E, keeps U+2066 to U+2069, and turns doubled U+200E or U+200F into
U+200C: hence isolates only, and one mark a line.
"""

from __future__ import annotations

import re
import unicodedata

from digests.model import Lang

LRM, RLM = "\u200e", "\u200f"
LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"

_CONTROLS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_CONTROL = re.compile(f"[{_CONTROLS}]")
_ISOLATE = re.compile("[\u2066-\u2069]")
_MARK = re.compile(f"[{LRM}{RLM}]")

_LATIN = "A-Za-z\u00aa\u00ba\u00c0-\u02b8\u0370-\u052f\u1e00-\u1fff"
_HEBREW = "\u0590-\u05ff\ufb1d-\ufb4f"
_WORD_LTR = rf"[/@#]?[0-9]*[{_LATIN}][{_LATIN}0-9\u0300-\u036f_]*(?:[-&.'’+/:@%_]+[{_LATIN}0-9]+)*"
_LTR_RUN = re.compile(rf"(?<![0-9{_LATIN}]){_WORD_LTR}(?:[ &+–-]+(?:{_WORD_LTR}|[0-9]+(?![0-9])))*")
_HE_WORD = rf"[{_HEBREW}][{_HEBREW}'’\"-]*"
_HE_RUN = re.compile(rf"{_HE_WORD}(?: +{_HE_WORD})*")


def strip_controls(text: str) -> str:
    """*text* without any bidi control (marks, embeddings, overrides, isolates)."""
    return _CONTROL.sub("", text)


def strip_isolates(text: str) -> str:
    """*text* without isolates, for button labels and for screen readers."""
    return _ISOLATE.sub("", text)


def strip_marks(text: str) -> str:
    """*text* without U+200E and U+200F."""
    return _MARK.sub("", text)


def strong(char: str) -> str:
    """The strong direction of *char*: ``ltr``, ``ar``, ``he`` (any other right-to-left) or ''."""
    kind = unicodedata.bidirectional(char)
    return {"L": "ltr", "AL": "ar", "R": "he"}.get(kind, "")


def directions(text: str) -> set[str]:
    """The strong directions that occur in *text*."""
    return {found for char in text if (found := strong(char))}


def isolate(text: str, language: str = Lang.AR) -> str:
    """*text*, without controls of its own, wrapped so that it cannot disturb a line of *language*.

    Arabic in Arabic and Latin in English are left as they are; so are texts without letters.
    """
    text = strip_controls(text)
    found = directions(text)
    own = {"ltr"} if language == Lang.EN else {"ar"}
    if found <= own:
        return text
    if found == {"ltr"}:
        return f"{LRI}{text}{PDI}"
    if "ltr" not in found and (language == Lang.EN or found == {"he"}):
        return f"{RLI}{text}{PDI}"
    return f"{FSI}{text}{PDI}"


def isolate_runs(text: str) -> str:
    """Arabic *text* with its Latin and Hebrew runs in isolates; what is isolated already stays."""
    pieces: list[str] = []
    depth, start = 0, 0
    for at, char in enumerate(text):
        if char in (LRI, RLI, FSI):
            if depth == 0:
                pieces.append(_wrap_runs(text[start:at]))
                start = at
            depth += 1
        elif char == PDI and depth:
            depth -= 1
            if depth == 0:
                pieces.append(text[start : at + 1])
                start = at + 1
    rest = text[start:]
    pieces.append(_wrap_runs(rest) if depth == 0 else rest + PDI * depth)
    return "".join(pieces)


def start_of_line(text: str, language: str) -> str:
    """The mark that a line showing *text* needs at its start: U+200F, U+200E or none.

    *text* is what the line shows, isolates included, without tags.
    """
    first = next((c for c in text if not c.isspace()), "")
    if not first:
        return ""
    found = strong(first)
    if language != Lang.EN:
        return "" if found == "ar" else RLM
    base = _base(text)
    if base == "rtl":
        return "" if found == "ar" else RLM
    return "" if found == "ltr" else LRM


def _wrap_runs(text: str) -> str:
    text = _LTR_RUN.sub(lambda run: f"{LRI}{run[0]}{PDI}", text)
    return _HE_RUN.sub(lambda run: f"{RLI}{run[0]}{PDI}", text)


def _base(text: str) -> str:
    """Direction of a line of an English page: that of its first letter outside isolates."""
    depth = 0
    for char in text:
        if char in (LRI, RLI, FSI):
            depth += 1
        elif char == PDI:
            depth = max(0, depth - 1)
        elif depth == 0 and (found := strong(char)):
            return "ltr" if found == "ltr" else "rtl"
    return "ltr"
