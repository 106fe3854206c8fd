"""How many dead a sentence counts, so that two counts that differ can stand side by side.

The rule: numbers within ``_NEAR`` words of a word for the killed. Casualties are never added or
averaged (docs/editorial.md); a count by another body is shown beside the first, and one that a
higher count has left behind hours later is told less.

What it may get wrong: a number beside such a word may count something else («قُتل في 3 مدن»), which
costs a better place for a sentence and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from fractions import Fraction
from functools import lru_cache

from digests.language.quantities import Kind, Quantity, quantities
from digests.language.words import tokens

_NEAR = 4
#: Words after which the number stands («مقتل 12»), and those that may also follow it («12 قتيلًا»).
_BEFORE = re.compile(r"^[وفب]?(?:مقتل|مصرع|وفاه|deaths?|killing)$")
_DEAD = re.compile(
    r"^[وفب]?(?:ال)?(?:قتل|قتلت|قتلوا|قتلي|قتيل[اه]?|قتيلين|استشه\w+|شهيدا?|شهداء|مصرعهم|وفيات|توفي)$"
    r"|^(?:killed|dead|died)$|^[וה]?(?:נהרג\w*|הרוג\w*|נרצח\w*)$"
)
#: What a text in lower case has that tells of any dead, before it is looked at word by word.
_ANY = re.compile(r"ق[ُ]?ت|مصرع|وفا|وفيات|توف|ستش|شهيد|شهداء|dea[dt]|kill|died|נהרג|הרוג|נרצח")
#: Hours after which a higher count leaves one behind: a toll that rises, and no other account.
_HOURS = timedelta(hours=6)
#: Years are no count.
_YEARS = range(1900, 2100)


@lru_cache(maxsize=4096)
def toll(text: str) -> frozenset[Fraction]:
    """The numbers of dead that *text* tells."""
    if not _ANY.search(text.lower()):
        return frozenset()
    found = [token.fold for token in tokens(text)]
    ahead = [at for at, word in enumerate(found) if _BEFORE.match(word) or _DEAD.match(word)]
    if not ahead:
        return frozenset()
    counts = [
        quantity
        for quantity in quantities(text)
        if quantity.kind in (Kind.COUNT, Kind.DUAL) and quantity.value not in _YEARS
    ]
    chosen = (_counted(counts, at, bool(_DEAD.match(found[at]))) for at in ahead)
    return frozenset(quantity.value for quantity in chosen if quantity)


def _counted(counts: Sequence[Quantity], at: int, behind: bool) -> Quantity | None:
    """The number of the dead told at word *at*: the one before it, if one may be, or after it."""
    before = [q for q in counts if behind and 0 <= at - q.end < _NEAR - 1]
    after = [q for q in counts if 0 < q.first - at <= _NEAR]
    return next(iter([*reversed(before), *after]), None)


def surpassed(counts: Mapping[int, tuple[datetime, frozenset[Fraction]]]) -> frozenset[int]:
    """Those of *counts*, each with its moment, that a higher one of hours later has left behind."""
    most = {key: (at, max(dead)) for key, (at, dead) in counts.items() if dead}
    return frozenset(
        key
        for key, (at, dead) in most.items()
        if any(other > dead and moment - at >= _HOURS for moment, other in most.values())
    )
