"""How many dead a sentence counts, so that two counts that differ can stand side by side.

The rule: numbers within ``_NEAR`` words of a word for the killed. Casualties are never added or
averaged (docs/editorial.md); a count by another body is shown beside the first. One that a higher
count of the same body has left behind hours later is worth less, and so is one of nobody named;
where both are of all the dead (``of_all``), it is not told. Of a toll that rises the new one
counts.

What it may get wrong: a number beside such a word may count something else («قُتل في 3 مدن»), or
those of another attack, which costs its place where a later article counts more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from digests.language.quantities import Kind, Quantity, quantities
from digests.language.words import tokens
from digests.summaries.voices import REPORTING

_NEAR = 4
#: Words after which the number stands («مقتل 12»), and those that may also follow it («12 قتيلًا»).
_BEFORE = re.compile(r"^(?:[وفب]?(?:مقتل|مصرع|وفاه)|بحياه|deaths?|kills?|killing|toll)$")
_DEAD = re.compile(
    r"^[وفب]?(?:ال)?(?:قتل|قتلت|قتلوا|قتلي|قتيل[اه]?|قتيلين|استشه\w+|شهيدا?|شهداء|مصرعهم|حتفهم|وفيات|توفي)$"
    r"|^(?:killed|dead|died)$|^[וה]?(?:נהרג\w*|הרוג\w*|נרצח\w*)$"
)
#: What a text in lower case has that tells of any dead, before it is looked at word by word.
_ANY = re.compile(
    r"ق[ُ]?ت|مصرع|حتفهم|بحياة|وفا|وفيات|توف|ستش|شهيد|شهداء|dea[dt]|kill|toll|died|נהרג|הרוג|נרצח"
)
#: Hours after which a higher count leaves one behind: a toll that rises, and no other account; and
#: the same of one body.
_HOURS, _OF_ONE = timedelta(hours=6), timedelta(hours=3)
#: From so many times as high on, a count is of a war and not of one attack.
_TIMES = 20
#: Years are no count.
_YEARS = range(1900, 2100)


#: From what a toll rises, and to what.
_FROM, _TO = frozenset(("من", "from")), frozenset(("الي", "to"))
#: What counts the dead of one side, kind or attack and not all: «4 جنود», «من عناصره», «ثان».
_OF_SOME = re.compile(
    r"(?<!\w)(?:من (?:عناصر|جنود|أفراد|قوات|رجال|مقاتلي|موظفي|أنصار|نزلاء)\w*|(?:ال)?(?:جندي|جنود|"
    r"عسكري|عنصر|عناصر)\w*|"
    r"مسلح\w*|مقاتل\w*|صحفي\w*|صحافي\w*|طفل\w*|أطفال\w*|نساء|امرأة|مسعف\w*|رجال|ضباط|ضابط\w*|شرطي\w*|"
    r"نزيل\w*|نزلاء|عامل\w*|عمال\w*|ثان\w*|آخر|أخرى|منذ|خلال|soldiers?|troops|fighters?|journalists?|"
    r"children|women|officers?|medics?|second|another|since|חייל\w*|ילד\w*|עיתונאי\w*|שוטר\w*)(?!\w)",
    re.IGNORECASE,
)


class Count(NamedTuple):
    """A count of the dead: of what, when, the highest number, and the party that gives it."""

    key: int
    at: datetime
    dead: Fraction
    party: str | None


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
    chosen = (_counted(found, counts, at, bool(_DEAD.match(found[at]))) for at in ahead)
    return frozenset(quantity.value for quantity in chosen if quantity)


def _counted(
    words: Sequence[str], counts: Sequence[Quantity], at: int, behind: bool
) -> Quantity | None:
    """The number of the dead told at word *at*: the one before it, if one may be, or after it."""
    before = [q for q in counts if behind and 0 <= at - q.end < _NEAR - 1]
    after = [q for q in counts if 0 < q.first - at <= _NEAR]
    found = next(iter([*reversed(before), *after]), None)
    return next((q for q in counts if found and _rises(words, found, q)), found)


def _rises(words: Sequence[str], one: Quantity, other: Quantity) -> bool:
    """Whether a toll rises from *one* to the *other*: «من 5 إلى 9»."""
    ahead = words[one.first - 1] if one.first else ""
    between = words[one.end : other.first]
    return ahead in _FROM and bool(between) and len(between) <= _NEAR and between[-1] in _TO


def left_behind(counts: Sequence[Count]) -> frozenset[int]:
    """The keys of those *counts* that a higher one has left behind hours later, by the same body
    or beside one that nobody named gives; a total many times as high counts something else."""
    return frozenset(
        one.key
        for one in counts
        if any(
            other.at - one.at >= (_OF_ONE if _one_body(one, other) else _HOURS)
            and one.dead < other.dead <= _TIMES * one.dead
            and one.party in {None, other.party, *REPORTING}
            for other in counts
        )
    )


def _one_body(one: Count, other: Count) -> bool:
    """Whether the body that gives one count gives the other, too."""
    return one.party == other.party and one.party not in {None, *REPORTING}


def of_all(text: str) -> bool:
    """Whether the dead that *text* counts are all of its event, and not those of a side or kind."""
    return _OF_SOME.search(text) is None
