"""Names across scripts: the consonants that transliteration keeps.

The rule: a word becomes a row of consonant classes (p b f v one class, k q c one, all sounds like
s and sh one …); vowels, h-like sounds, w and y go; doubled classes count once. «Sturridge»,
«ستوريدج» and «סטרידג'» give the same row. Rows of fewer than three classes are not used.

What it may get wrong: unrelated words share a row, the more easily the shorter it is; so a row is
weak evidence, weighed by length, and never joins two reports by itself.
"""

from __future__ import annotations

import re
from functools import lru_cache

from digests.language.transliteration import CLASS_OF

_LATIN = (
    (re.compile("tch|sch|sh|ch(?!r)|tz|ts"), "s"),
    (re.compile("ph"), "f"),
    (re.compile("kh|gh(?=t)"), ""),
    (re.compile("gh"), "g"),
    (re.compile("th"), "t"),
    (re.compile("x"), "ks"),
    (re.compile("ck"), "k"),
    (re.compile("c(?=[eiy])"), "s"),
)
_OTHER = ((re.compile("تش|צ'"), "س"), (re.compile("ج|ג'|ז'"), "g"), (re.compile("إكس|اكس"), "ks"))
#: Classes that a row has at least.
SHORTEST = 3


@lru_cache(maxsize=1 << 15)
def skeleton(word: str) -> str:
    """The row of consonant classes of one folded *word*, empty when it is too short."""
    for pattern, letters in _LATIN if word[:1].isascii() else _OTHER:
        word = pattern.sub(letters, word)
    row = "".join(CLASS_OF.get(letter, "") for letter in word)
    row = re.sub(r"(.)\1+", r"\1", row)
    return row if len(row) >= SHORTEST else ""
