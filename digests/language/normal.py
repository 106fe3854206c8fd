"""One normal form for comparing Arabic, English and Hebrew text.

The rule: two spellings that a reader takes for the same word fold to the same string. That covers
compatibility characters (presentation forms, full width), diacritics and niqqud, tatweel,
zero-width and bidi controls, the seats of hamza, the forms of alef, ya and ta marbuta, Persian and
Kurdish letters, the digits of all systems, case, Hebrew final letters, and every kind of quotation
mark, hyphen and space.

What it may get wrong: it also folds pairs that differ in meaning («روى» and «رؤى», "resume" and
"résumé", "US" and "us"). A geresh or gershayim is kept, because אז'ור and אזור are different words.
Escape hatch: the original text is never changed; callers that need the difference compare it there.
"""

from __future__ import annotations

import re
import unicodedata

TATWEEL = "ـ"

_ARABIC = {
    **dict.fromkeys("أإآٱٲٳٵ", "ا"),
    **dict.fromkeys("ىیېۍێےۓ", "ي"),
    **dict.fromkeys("کڪګڬڭ", "ك"),
    **dict.fromkeys("ةهہەھۀۂۃۿ", "ه"),
    **dict.fromkeys("ۆۇۈۋۊۏ", "و"),
    **dict.fromkeys("ٹټ", "ت"),
    **dict.fromkeys("ڈډ", "د"),
    **dict.fromkeys("ڑړڕ", "ر"),
    **dict.fromkeys("ںڼ", "ن"),
    **dict.fromkeys("ژږ", "ز"),
    "ڵ": "ل",
    "پ": "ب",
    "ڤ": "ف",
    "چ": "ج",
    "گ": "غ",  # the sound g of foreign names, which Arabic most often writes غ
    "ۤ": "",
    TATWEEL: "",
}
_HEBREW_FINALS = dict(zip("ךםןףץ", "כמנפצ", strict=True))
_SIGNS = {
    **dict.fromkeys("«»„“”‟″〝〞״＂❝❞", '"'),
    **dict.fromkeys("‘’‚‛`´′ʼʻʾʿ׳＇‹›❛❜", "'"),
    "−": "-",
    "⁃": "-",
    "٫": ".",
    "٬": ",",
    "٪": "%",
    "،": ",",
    "؛": ";",
    "؟": "?",
    "۔": ".",
    "ı": "i",
    "ł": "l",
    "ø": "o",
    "đ": "d",
}
_EXPLICIT = {**_ARABIC, **_HEBREW_FINALS, **_SIGNS}
_KEPT = "ؤئ"  # decided by their neighbours, after the table
_SPACED_MARKS = range(0xFE70, 0xFE80)  # isolated harakat; NFKC would put a space before them

_HAMZA_BEFORE_WAW = re.compile("[ؤئء]+(?=[وؤ])")
_HAMZA_BEFORE_ALEF = re.compile("ء+ا")
_FINAL_HAMZA = re.compile("يء+(?![ء-ي])")
_TWO_GERESH = re.compile("(?<=[א-ת])''(?=[א-ת])")
_SPACE = re.compile(r"\s+")


class _Table(dict[int, str]):
    """The normal form of each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        form = _fold_character(chr(code))
        self[code] = form
        return form


def _fold_character(char: str) -> str:
    if char in _EXPLICIT:
        return _EXPLICIT[char]
    if char in _KEPT:
        return char
    category = unicodedata.category(char)
    if category in {"Mn", "Me", "Cf"} or ord(char) in _SPACED_MARKS:
        return ""
    if char.isspace():
        return " "
    if category == "Pd":
        return "-"
    if category == "Nd":
        return str(unicodedata.decimal(char))
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", char).casefold())
    if plain == char:
        return char
    return "".join(_TABLE[ord(c)] for c in plain)


_TABLE = _Table()


def fold(text: str) -> str:
    """The normal form of *text* for comparison: lower case, single spaces, no marks.

    Idempotent. Its length says nothing about positions in *text*; use
    `digests.language.words.tokens` for words with their places.
    """
    if text.isascii():
        return _SPACE.sub(" ", text.replace("`", "'").casefold()).strip()
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    form = text.translate(_TABLE)
    if "ئ" in form or "ؤ" in form or "ء" in form:
        form = _HAMZA_BEFORE_WAW.sub(lambda match: "و" * len(match[0]), form)
        form = _HAMZA_BEFORE_ALEF.sub("ا", form).replace("ؤ", "و").replace("ئ", "ي")
        form = _FINAL_HAMZA.sub("ي", form)
    if "''" in form:
        form = _TWO_GERESH.sub('"', form)
    return _SPACE.sub(" ", form).strip()
