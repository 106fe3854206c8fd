"""Words of Arabic, English and Hebrew text, with their places in it.

The rule: a word is a run of letters of one script with the marks and invisible characters inside
it, or of Latin letters and digits. Underscores, hyphens and a change of script part words
(#غزة_تحت_القصف is three, وMicrosoft is two, ב־2021 is two). A number is one word with its
separators and its percent sign. An apostrophe between letters belongs to the word. Initials with
full stops (U.S.) are one word.

What it may get wrong: a Hebrew quotation mark after particles (ב"הארץ") opens a quotation unless
one letter alone follows (רמ"ט), so מ"מים is cut; a final geresh counts only after letters that
take one. Escape hatch: `Token.text` is the text as written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple

from digests.language.normal import fold

# Combining marks and characters that show nothing; they never part a word.
_INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u08d3-\u08ff\u1ab0-\u1aff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
) + _INVISIBLE
ARABIC = (
    "\u0620-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f"
    "\u08a0-\u08c9\ufb50-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc"
)
HEBREW = "\u05d0-\u05ea\u05ef-\u05f2\ufb1d-\ufb28\ufb2a-\ufb4f"

_OTHER = rf"(?:(?![{ARABIC}{HEBREW}])[^\W_])"
_OTHERS = rf"(?:[A-Za-z0-9]+|{_OTHER}|[{MARKS}])*"
_HEBREW_RUN = rf"[{HEBREW}][{HEBREW}{MARKS}]*"
_GERESH = "['’‘׳´`]"
_WORD = re.compile(
    rf"""
    (?= [\w%٪{ARABIC}{HEBREW}] )  # what parts words is passed over at one glance
    (?: (?P<arabic> [{ARABIC}][{ARABIC}{MARKS}]* )
    | (?P<initials> (?<![^\W_]) (?:[A-Za-z]\.){{2,}} [A-Za-z]? (?![^\W_]) )
    | (?P<hebrew> {_HEBREW_RUN}
        (?: {_GERESH} {_HEBREW_RUN} )*
        (?: (?: ["״“”„] | '' | ’’ | ׳׳ ) {_HEBREW_RUN} )?
        (?: (?<= [גזצץתדחטע{MARKS}] ) {_GERESH} (?!['’׳]) )? )
    | (?P<number> \d{{1,3}} (?: ,\d{{3}} )+ (?:st|nd|rd|th) (?![^\W_])
      | [%٪]? \d [\d{MARKS}]*
        (?: (?: [.,٫٬] (?=\d) | ،(?=\d\d\d(?!\d)) ) [\d{MARKS}]+ )+
        (?: [ \u00a0]? [%٪] )? (?!{_OTHER})
      | [%٪] \d+ (?!{_OTHER})
      | \d [\d{MARKS}]* [ \u00a0]? [%٪] )
    | (?P<other> {_OTHER} {_OTHERS} (?: ['’ʼ] {_OTHER} {_OTHERS} )* ) )
    """,
    re.VERBOSE,
)
_MARKED = re.compile(f"[{MARKS}]+")
_QUOTE_INSIDE = re.compile(rf"^([{MARKS}ושהכלבמ]+)(?:[\"״“”„]|''|’’|׳׳)([{HEBREW}{MARKS}]{{2,}})$")
_EDGE_MARKS = re.compile(rf"[{_INVISIBLE}]+$")
_POSSESSIVE = re.compile(r"(?<=[a-z0-9])'s$|'$")
#: What words are cut from: characters between blanks, with a percent sign behind the blank. Those
#: with more characters than a word has (addresses and the like) are not kept.
_RUN = re.compile(r"\S+(?:[ \u00a0][%٪]\S*)?")
_LONGEST = 32
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")


class Token(NamedTuple):
    """A word as written, its place ``[start, end)`` in the text, and its normal form.

    ``fold`` is without an English possessive ending; numbers are in ASCII digits without
    separators of thousands, a percent sign at the end ("1,000" -> "1000", "٪٥٠" -> "50%").
    """

    text: str
    start: int
    end: int
    fold: str


@lru_cache(maxsize=2048)
def unmarked(text: str) -> str:
    """*text* without its vowel signs and what shows nothing: «ردّ» as «رد»."""
    return _MARKED.sub("", text)


def tokens(text: str, most: int | None = None) -> list[Token]:
    """All words of *text* in order, or the first *most*."""
    return [
        Token(word, start, end, form)
        for word, start, end in islice(spans(text), most)
        if (form := normal(word))
    ]


def spans(text: str) -> Iterator[tuple[str, int, int]]:
    """Each word of *text* as written with its place, without normal forms (for hot paths)."""
    for match in _WORD.finditer(text):
        word, start, end = match[0], match.start(), match.end()
        kind = match.lastgroup
        if kind == "hebrew":
            yield from _hebrew_spans(text, word, start)
            continue
        if not word[-1].isalnum() and kind != "number" and (edge := _EDGE_MARKS.search(word)):
            word, end = word[: edge.start()], end - len(edge[0])
        yield word, start, end


def normal_forms(text: str) -> tuple[str, ...]:
    """The normal form of each word of *text* in order, without places (for hot paths)."""
    runs = _RUN.findall(text) if "%" in text or "٪" in text else text.split()
    if max(map(len, runs), default=0) > _LONGEST:
        return _normal_forms(text)
    return tuple(chain.from_iterable(map(_of_a_run, runs)))


def _normal_forms(text: str) -> tuple[str, ...]:
    return tuple(form for word, _, _ in spans(text) if (form := normal(word)))


# News says the same words again and again.
_of_a_run = lru_cache(maxsize=1 << 15)(_normal_forms)


def _hebrew_spans(text: str, word: str, start: int) -> Iterator[tuple[str, int, int]]:
    """Parts the particles before an opening quotation mark; drops a closing single quote."""
    if (opened := _QUOTE_INSIDE.match(word)) is not None:
        yield opened[1], start, start + opened.end(1)
        yield opened[2], start + opened.start(2), start + len(word)
        return
    if word[-1] in "'’‘׳´`" and start and text[start - 1] in "'‘’‚":
        word = word[:-1]
    if (edge := _EDGE_MARKS.search(word)) is not None:
        word = word[: edge.start()]
    yield word, start, start + len(word)


@lru_cache(maxsize=1 << 16)
def normal(word: str) -> str:
    """The normal form of one word as `tokens` cuts it; empty when it is marks alone."""
    form = fold(word)
    if not form:
        return ""
    if form[0].isdigit() or form[0] == "%":
        return _normal_number(form)
    if "." in form:
        return form.replace(".", "")
    return _POSSESSIVE.sub("", form) if form[-1] == "s" else form


def _normal_number(form: str) -> str:
    if not any(sign in form for sign in ".,%"):
        return form
    if form[-1].isalpha():
        return form.replace(",", "")  # 1,700th
    percent = "%" in form
    digits = form.replace("%", "").strip()
    if _GROUPED.fullmatch(digits):
        digits = digits.replace(",", "")
    elif digits.count(",") == 1 and "." not in digits:
        digits = digits.replace(",", ".")
    return digits + "%" if percent else digits
