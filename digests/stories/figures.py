"""Numbers of a text by value, the same in three languages: «6 آلاف», "6,000" and "6 אלף" are 6000.

The rule: digits and the common words for numbers, times the multiplier beside them; percent is a
kind of its own, and so are years (1900 to 2099 without multiplier). What it may get wrong: compound
words («خمسة وعشرون») give two numbers, and a model's name (H20) gives none. Numbers only support or
weaken what words say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from digests.language.lists import folded
from digests.language.normal import fold

_SMALL = {
    word: value
    for value, names in {
        2: "two شركتين اثنان اثنين שני שתי שניים שתיים",
        3: "three ثلاثة ثلاث שלושה שלוש שלושת",
        4: "four أربعة أربع ארבעה ארבע",
        5: "five خمسة خمس חמישה חמש חמשת",
        6: "six ستة ست שישה שש",
        7: "seven سبعة سبع שבעה שבע",
        8: "eight ثمانية ثماني ثمان שמונה",
        9: "nine تسعة تسع תשעה תשע",
        10: "ten عشرة عشر עשרה עשר",
        11: "eleven",
        12: "twelve",
        15: "fifteen",
        18: "eighteen",
        20: "twenty عشرون عشرين עשרים",
        30: "thirty ثلاثون ثلاثين שלושים",
        40: "forty أربعون أربعين ארבעים",
        50: "fifty خمسون خمسين חמישים",
        60: "sixty ستون ستين שישים",
        90: "ninety تسعون تسعين תשעים",
        100: "hundred مئة مائة מאה",
        200: "مئتي مئتين مئتان מאתיים",
    }.items()
    for word in map(fold, names.split())
}
_TIMES = {
    "thousand": 1e3, "k": 1e3, "الف": 1e3, "الاف": 1e3, "الفا": 1e3, "אלפ": 1e3, "אלפי": 1e3,
    "million": 1e6, "m": 1e6, "mn": 1e6, "مليون": 1e6, "ملايين": 1e6, "مليونا": 1e6,
    "מיליונ": 1e6, "מיליוני": 1e6,
    "billion": 1e9, "bn": 1e9, "مليار": 1e9, "مليارات": 1e9, "مليارا": 1e9,
    "מיליארד": 1e9, "מיליארדי": 1e9,
    "trillion": 1e12, "trn": 1e12, "تريليون": 1e12, "تريليونات": 1e12, "טריליונ": 1e12,
}  # fmt: skip
_PERCENT = folded("percent per المئة بالمئة المائة بالمائة אחוז אחוזים") | {"%"}
_GLUED = re.compile(r"^(\d+(?:\.\d+)?)(k|m|mn|bn|trn|b)$")


def figures(words: Sequence[str]) -> frozenset[str]:
    """Values in folded *words*: ``n6000``, ``p3`` (percent), ``y2025`` (a year)."""
    found: set[str] = set()
    for at, word in enumerate(words):
        value = _value(word)
        if value is None:
            continue
        following = words[at + 1] if at + 1 < len(words) else ""
        after = words[at + 2] if at + 2 < len(words) else ""
        times = _TIMES.get(following, 1.0)
        if word.endswith("%") or following in _PERCENT or (following == "في" and after in _PERCENT):
            found.add(f"p{value:g}")
        elif times == 1.0 and word.isdigit() and len(word) == 4 and 1900 <= value < 2100:
            found.add(f"y{value:g}")
        else:
            found.add(f"n{value * times:.12g}")
    return frozenset(found)


@lru_cache(maxsize=1 << 14)
def _value(word: str) -> float | None:
    if glued := _GLUED.match(word):
        letters = {"b": "bn"}.get(glued[2], glued[2])
        return float(glued[1]) * _TIMES[letters]
    digits = word.rstrip("%")
    if re.fullmatch(r"\d+(?:\.\d+)?", digits):
        return float(digits)
    bare = word[1:] if word[:1] in "ובל" and word[1:] in _SMALL else word
    return float(_SMALL[bare]) if bare in _SMALL else None
