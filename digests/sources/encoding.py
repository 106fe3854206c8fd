"""Bytes of a feed to text, whatever the document and its server say about the encoding.

Rule, in this order: a byte order mark; the pattern of zero bytes that UTF-16 and UTF-32 leave;
validity as UTF-8 (a few broken sequences in an otherwise valid text do not count against it); the
declared multibyte encoding if it decodes; then, among the encodings declared by header and prolog
and the usual single-byte ones, the one whose text looks most like words: letters of one script side
by side, frequent letters of Arabic or Hebrew, no letters of two scripts in one word, no control
characters. A declared encoding wins ties.

May be wrong: very short texts in an undeclared single-byte encoding; ISO-8859-8 and windows-1255
differ only in points and are both read as windows-1255. Escape hatch: the source declares its
encoding truly, which is then taken.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PROLOG = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']\s*([A-Za-z0-9._:-]{1,40})", re.I)
_META = re.compile(rb"<meta\s[^<>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9._:-]{1,40})", re.I)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9._:-]{1,40})", re.I)
#: What a label means in practice (WHATWG Encoding): the Windows superset of each ISO set.
_MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-8": "cp1255",
    "iso8859-8-i": "cp1255",
    "iso8859-8-e": "cp1255",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
_ALIASES = {
    "windows-1256": "cp1256",
    "x-cp1256": "cp1256",
    "asmo-708": "iso8859-6",
    "iso-8859-8-i": "cp1255",
    "iso-8859-8-e": "cp1255",
    "logical": "cp1255",
    "visual": "cp1255",
    "x-sjis": "cp932",
    "unicode": "utf-16",
    "utf8mb4": "utf-8",
}
_MULTIBYTE = frozenset(
    "gb18030 big5 big5hkscs cp949 cp932 euc_jp iso2022_jp johab hz shift_jisx0213".split()
)
_SINGLE = ("cp1256", "iso8859-6", "cp1255", "cp1252", "cp1251", "koi8-r", "iso8859-2", "cp1254",
           "cp1253")  # fmt: skip
#: Letters by frequency in running text; the first third weighs most.
_FREQUENT = {
    "arabic": "الينموترفبعدسهةكقحجأشطصخضىئذزثءغإظؤآ",
    "hebrew": "יוהלאמרתבשנעםדקחפטגצכסןזךץף",
}
#: How much of a document is looked at.
_SAMPLE = 60_000
#: How many words beyond ASCII are looked at, and what one is before it is decoded.
_WORDS = 500
_FOREIGN = re.compile(rb"[A-Za-z]*+[\x80-\xff][A-Za-z\x80-\xff]*+")
_WORD = re.compile(r"[^\W\d_]+")


def decode(body: bytes, content_type: str | None = None) -> str:
    """*body* as text, without byte order mark. Never fails; what cannot be decoded is U+FFFD."""
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body.decode(name, "replace").lstrip("\ufeff")
    if wide := _wide(body):
        return body.decode(wide, "replace")
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        text = None
    declared = _declared(body, content_type)
    if text is not None:
        return (
            b"\x1b" in body and "iso2022_jp" in declared and _strict(body, "iso2022_jp")
        ) or text
    if _nearly_utf8(body):
        return body.decode("utf-8", "replace")
    for name in declared:
        if name in _MULTIBYTE and (text := _strict(body, name)) is not None:
            return text
    return _most_likely(body, [n for n in declared if n not in ("utf-8", "utf-16", "utf-32")])


def _wide(body: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: markup's ASCII leaves zero bytes at fixed places."""
    head = body[:400]
    if len(head) < 4 or b"\0" not in head:
        return None
    for name, period, place, empty in (
        ("utf-32-le", 4, 0, (2, 3)),
        ("utf-32-be", 4, 3, (0, 1)),
        ("utf-16-le", 2, 0, (1,)),
        ("utf-16-be", 2, 1, (0,)),
    ):
        rows = len(head) // period
        zeros = [head[at : rows * period : period].count(0) for at in range(period)]
        wanted = 0.95 if period == 4 else 0.3
        if zeros[place] <= rows * 0.05 and all(zeros[at] >= rows * wanted for at in empty):
            return name
    return None


def _declared(body: bytes, content_type: str | None) -> list[str]:
    """Python's names of the encodings that header and prolog (or meta) declare, in this order."""
    found: list[str] = []
    header = _CHARSET.search(content_type or "")
    prolog = _PROLOG.match(body[:400]) or _META.search(body[:4000])
    for label in (header[1] if header else "", prolog[1].decode("ascii") if prolog else ""):
        if label and (name := _codec(label)) is not None and name not in found:
            found.append(name)
    return found


def _codec(label: str) -> str | None:
    label = label.lower()
    try:
        info = codecs.lookup(_ALIASES.get(label, label))
    except (LookupError, ValueError):
        return None
    if not getattr(info, "_is_text_encoding", True):
        return None
    name = info.name
    return _MEANT.get(name, name)


def _nearly_utf8(body: bytes) -> bool:
    """Whether a text is UTF-8 but for a few broken sequences (cut fields, a pasted byte)."""
    sample = body[:_SAMPLE]
    good = sum(1 for c in sample.decode("utf-8", "ignore") if c > "\x7f")
    bad = sample.decode("utf-8", "replace").count("\ufffd")
    return good >= 10 * bad


def _strict(body: bytes, name: str) -> str | None:
    try:
        return body.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def _most_likely(body: bytes, declared: list[str]) -> str:
    sample = b" ".join(_FOREIGN.findall(body, 0, _SAMPLE * 10)[:_WORDS])
    best, best_score = declared[0] if declared else "cp1252", float("-inf")
    for name in dict.fromkeys([*declared, *_SINGLE]):
        if name in _MULTIBYTE:
            continue
        text = sample.decode(name, "replace")
        score = _likeness(text) + (0.1 if name in declared else 0.0)
        if score > best_score:
            best, best_score = name, score
    return body.decode(best, "replace")


def _likeness(text: str) -> float:
    """How much the non-ASCII words of *text* look like words: about 1 for real text, else less."""
    words: Counter[str] = Counter()
    for word in _WORD.findall(text):
        if not word.isascii():
            words[word] += 1
    strange = sum(1 for c in text if "\x80" <= c <= "\x9f" or c == "\ufffd")
    strange += sum(1 for _ in re.finditer(r"(?<=[^\W\d_])[¢-¿×÷](?=[^\W\d_])", text))
    total = sum(words.values())
    if not total:
        return -strange / 10
    score = sum(_word_likeness(word) * count for word, count in words.items())
    return (score - strange) / total


def _word_likeness(word: str) -> float:
    scripts = {_script(c) for c in word}
    if len(scripts) > 1:
        return -1.0
    script = scripts.pop()
    if script in _FREQUENT:
        order = _FREQUENT[script]
        return sum(_letter_likeness(order.find(c)) for c in word) / len(word)
    if word[1:] != word[1:].lower() and not word.isupper():
        return -0.3
    if script == "latin":
        accented = sum(1 for c in word if c > "\x7f") / len(word)
        return 0.8 - 1.2 * max(0.0, accented - 0.34)
    return 0.8


def _letter_likeness(rank: int) -> float:
    if rank < 0:
        return -0.5
    return 1.0 if rank < 12 else 0.6 if rank < 22 else 0.2


def _script(c: str) -> str:
    if c < "\u0250":
        return "latin"
    if "\u0370" <= c < "\u0400":
        return "greek"
    if "\u0400" <= c < "\u0530":
        return "cyrillic"
    if "\u0590" <= c < "\u0600":
        return "hebrew"
    if "\u0600" <= c < "\u0700":
        return "arabic"
    return "other"
