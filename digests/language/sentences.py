"""Sentences of Arabic, English and Hebrew text, as verbatim spans.

The rule: a newline ends a paragraph, and a paragraph ends its last sentence, so a heading on its
own line stays a unit of its own. Within a paragraph ``. ! ? ؟ ۔ …`` end a sentence when white space
(or, in Arabic and Hebrew, a letter that was glued to a whole word) follows, except

* inside a quotation or bracket that closes within the paragraph and is not longer than
  ``QUOTE_WORDS`` (``«هل نذهب؟ نعم.»`` is one piece of the sentence that quotes it),
* after an abbreviation or an initial (``د.``, ``إس.``, ``Mr.``, ``U.S.``, ``א.``), and after a list
  number,
* before a lower-case word, before a reporting verb after a quoted question, and after an ellipsis
  that a word with «و» continues.

What it may get wrong: an abbreviation that really ends a sentence (``… of the U.S. Army staff …``
is kept, ``in the U.S. Maria …`` is not split), and lists of initials that we do not know. A missed
boundary gives a long sentence, a false one gives a fragment; the first is the lesser harm, so
doubtful marks do not split. The escape hatch is the word lists below.
"""

from __future__ import annotations

import re

from digests.language.letters import letters
from digests.language.normal import fold

#: Words of a quotation above which its inner sentences are split after all.
QUOTE_WORDS = 60

_TERMINATOR = re.compile(r"[.!?؟۔…]+")
_CLOSERS = "\"'»”’)]}״›"
_OPENING = {"«": "»", "“": "”", "„": "”“", "(": ")", "[": "]", "‹": "›"}
_MARK = re.compile("[" + re.escape("".join(_OPENING)) + '"]')

_ARABIC_TITLES = {"د", "أ", "م", "ا", "ص", "ت", "أ.د", "ا.د", "ط", "ق", "ج", "هـ", "س", "ش", "ب"}
_ENGLISH_TITLES = {
    *("mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "col", "lt", "maj", "capt"),
    *("sgt", "cmdr", "adm", "hon", "rev", "st", "mt", "ft", "vs", "no", "fig", "dept", "est"),
    *("approx", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov"),
    *("dec", "cf", "e.g", "i.e", "pp", "vol", "al", "messrs", "ave", "atty"),
}
_ENGLISH_ENDINGS = {"inc", "corp", "co", "ltd", "jr", "sr", "etc", "llc", "bros", "plc"}
_HEBREW_TITLES = {"עמ", "מס", "טל", "גב", "פרופ", "רח", "שד", "ס.מ", "ק.מ", "לפנה.ס"}
_ENGLISH_STARTERS = {
    *("the", "a", "an", "in", "on", "at", "it", "he", "she", "they", "we", "but", "and", "this"),
    *("that", "these", "those", "its", "his", "her", "their", "as", "after", "before", "when"),
    *("however", "meanwhile", "also", "for", "if", "some", "many", "last", "by", "from"),
}
_ANDS = "وف"
_PREPOSITIONS = {"في", "من", "إلى", "على", "حتى", "عن"}
_REPORTING = re.compile(
    r"(?:قال|قالت|سأل|سألت|تساءل|تساءلت|هتف|هتفت|كتب|كتبت|صرخ|يقول|تقول|ثم|"
    r"אמר|אמרה|שאל|שאלה|כתב|כתבה|הוסיף|הוסיפה|תהה|תהתה)\b"
)


_LINE = re.compile(r"[^\n\r\u2028\u2029]+")


def split(text: str, language: str) -> list[str]:
    """The sentences of *text* in order; each occurs verbatim in it, without outer white space."""
    return [text[start:end] for start, end in spans(text, language)]


def spans(text: str, language: str) -> list[tuple[int, int]]:
    """Half-open character ranges of the sentences of *text*, in order and without overlap."""
    found: list[tuple[int, int]] = []
    for paragraph in _LINE.finditer(text):
        start = paragraph.start()
        for end in _boundaries(paragraph.group(), language):
            _append(found, text, start, paragraph.start() + end)
            start = paragraph.start() + end
        _append(found, text, start, paragraph.end())
    return found


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Half-open ranges of the non-empty lines of *text*, without outer white space."""
    found: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        _append(found, text, line.start(), line.end())
    return found


def ends_like_sentence(text: str) -> bool:
    """Whether *text* closes with a sentence mark, quotes and brackets aside."""
    return text.rstrip().rstrip(_CLOSERS).rstrip().endswith((".", "!", "?", "؟", "۔", "…"))


def _append(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return
    if found and not any(c.isalnum() for c in text[start:end]):
        if "\n" not in text[found[-1][1] : start]:
            found[-1] = (found[-1][0], end)
        return
    found.append((start, end))


def _boundaries(paragraph: str, language: str) -> list[int]:
    quoted: list[tuple[int, int]] | None = None
    ends: list[int] = []
    start = 0
    for mark in _TERMINATOR.finditer(paragraph):
        end = mark.end()
        closed = False
        while end < len(paragraph) and paragraph[end] in _CLOSERS:
            if paragraph[end] == '"' and end + 1 < len(paragraph) and paragraph[end + 1].isalnum():
                break
            closed = True
            end += 1
        if end >= len(paragraph) or end <= start:
            continue
        quoted = _quotations(paragraph) if quoted is None else quoted
        if any(a < end < b for a, b in quoted):
            continue
        if _ends_sentence(paragraph, start, mark, end, closed=closed, language=language):
            ends.append(end)
            start = end
    return ends


def _quotations(paragraph: str) -> list[tuple[int, int]]:
    """Ranges from an opening mark to just after its closing one; long ones are left open."""
    found: list[tuple[int, int]] = []
    at = 0
    while mark := _MARK.search(paragraph, at):
        at = mark.start()
        char = paragraph[at]
        close = -1
        if char in _OPENING:
            close = _first_of(paragraph, _OPENING[char], at + 1)
        elif char == '"' and not _inside_word(paragraph, at):
            close = at + 1
            while (close := paragraph.find('"', close)) != -1 and _inside_word(paragraph, close):
                close += 1
        if close > at and len(paragraph[at:close].split()) <= QUOTE_WORDS:
            found.append((at, close + 1))
            at = close
        at += 1
    return found


def _first_of(text: str, marks: str, start: int) -> int:
    places = [place for mark in marks if (place := text.find(mark, start)) != -1]
    return min(places, default=-1)


def _inside_word(text: str, at: int) -> bool:
    """Whether the mark at *at* is a gershayim such as in צה"ל."""
    return 0 < at < len(text) - 1 and all("א" <= text[i] <= "ת" for i in (at - 1, at + 1))


def _ends_sentence(
    text: str, start: int, mark: re.Match[str], end: int, *, closed: bool, language: str
) -> bool:
    rest = text[end:]
    following = rest.lstrip()
    if not following:
        return False
    opener = re.search(r"[^\s\"'«“„(\[‘]", following)
    first = opener.group() if opener else ""
    spaced = rest[0].isspace()
    if following[0] in "،,;؛:)]»”" or first.islower():
        return False
    if not spaced and not _glued(text, mark, first):
        return False
    if closed and mark.group()[0] in "!?؟…" and _REPORTING.match(following):
        return False
    if mark.group() == ".":
        return not _abbreviated(text[start : mark.start()], following, language)
    if mark.group().startswith(("..", "…")):
        return first != "و" and len(text[start : mark.start()].split()) > 1
    return True


def _glued(text: str, mark: re.Match[str], first: str) -> bool:
    """A sentence mark without a space after it, between two words of Arabic or Hebrew script."""
    before = re.search(r"(\w+)[\"»”)]*\s*$", text[: mark.start()])
    return bool(
        before
        and len(before[1]) > 2
        and _right_to_left(before[1][-1])
        and first
        and _right_to_left(first)
    )


def _right_to_left(char: str) -> bool:
    return "\u0590" <= char <= "\u08ff" or "\ufb1d" <= char <= "\ufeff"


def _abbreviated(before: str, following: str, language: str) -> bool:
    words = before.split()
    if not words:
        return True
    last = words[-1].lstrip("(\"'«“[„‘")
    if len(words) == 1 and re.fullmatch(r"[0-9٠-٩۰-۹]{1,3}|[a-zA-Zء-ي]", last):
        return True
    if language == "ar" and _right_to_left(last[:1]):
        return _arabic_abbreviation(last, words, following)
    if language == "he" and _right_to_left(last[:1]):
        return last.rstrip("'׳\"״") in _HEBREW_TITLES or len(last) == 1
    low = last.lower()
    if low in _ENGLISH_TITLES or re.fullmatch(r"[A-Z]", last):
        return True
    if low in _ENGLISH_ENDINGS or re.fullmatch(r"(?:[a-z]\.)+[a-z]", low):
        opener = re.match(r"[\W_]*(\w+)", following)
        return not (opener and opener[1].lower() in _ENGLISH_STARTERS)
    return False


def _arabic_abbreviation(last: str, words: list[str], following: str) -> bool:
    if re.fullmatch(r"(?:[ء-ي]\.)+[ء-ي]", last):
        return True
    before = words[-2] if len(words) > 1 else ""
    if letters(fold(last)) and not letters(fold(before)) and following[0] not in _ANDS:
        return True  # «إس. سوماناث», and not «بي بي سي. وأضاف»
    after_number = before[-1:].isdigit() and following.split()[0] not in _PREPOSITIONS
    agency = len(before.strip('(«"')) == 1 and before.isalpha()
    return last in _ARABIC_TITLES and not after_number and not agency
