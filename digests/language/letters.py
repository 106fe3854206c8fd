"""The Arabic and Hebrew names of Latin letters, which spell a short name: إن إس أو is NSO.

The rule: a letter has the spellings that newsrooms use for its English name, as folded
forms; the first of a row may have a particle written onto it («لإن إس أو»).

What it may get wrong: «إن» and «أو» are also words, so whoever reads a row asks for two letters at
least. The escape hatch is the table.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.language.kin import without_particles
from digests.language.normal import fold
from digests.language.words import Token

_NAMES = {
    "a": "إيه أيه ايه اي أي إي آي", "b": "بي", "c": "سي", "d": "دي", "e": "إي اي أي",
    "f": "إف اف أف",
    "g": "جي", "h": "إتش اتش أتش", "i": "آي اي أي", "j": "جيه جي", "k": "كيه كي", "l": "إل ال أل",
    "m": "إم ام أم", "n": "إن ان أن", "o": "أو او", "p": "بي", "q": "كيو", "r": "آر ار أر",
    "s": "إس اس أس", "t": "تي", "u": "يو", "v": "في", "w": "دبليو دابليو", "x": "إكس اكس",
    "y": "واي", "z": "زد زي",
}  # fmt: skip
#: The same letters as Hebrew newsrooms spell them: ג'יי די is JD.
_HEBREW = {
    "a": "איי", "b": "בי", "c": "סי", "d": "די", "e": "אי", "f": "אף", "g": "ג'י",
    "h": "אייץ' אייצ'", "i": "איי אי", "j": "ג'יי", "k": "קיי", "l": "אל", "m": "אם", "n": "אן",
    "o": "או", "p": "פי", "q": "קיו", "r": "אר", "s": "אס", "t": "טי", "u": "יו", "v": "וי",
    "w": "דאבליו דבליו", "x": "אקס", "y": "וואי", "z": "זי זד",
}  # fmt: skip
_LETTERS: dict[str, set[str]] = {}
for _sound, _spellings in (*_NAMES.items(), *_HEBREW.items()):
    for _name in _spellings.split():
        _LETTERS.setdefault(fold(_name), set()).add(_sound)
_NONE: frozenset[str] = frozenset()


def letters(word: str, *, joined: bool = False) -> frozenset[str]:
    """The Latin letters that the folded *word* may name; *joined* allows particles on it."""
    forms = without_particles(word) if joined else (word,)
    return next((frozenset(_LETTERS[form]) for form in forms if form in _LETTERS), _NONE)


def goes_on_spelling(words: Sequence[Token], at: int) -> bool:
    """Whether «إن» at *at* is of a name that is spelt out: «رفضت سي إن إن», «شبكة إن بي سي»."""
    behind = [letters(word.fold) for word in words[at + 1 : at + 3]]
    row = len(behind) > 1 and all(behind)
    before = at > 0 and bool(letters(words[at - 1].fold))
    return words[at].text == _N and (row or before)


_N = "إن"
