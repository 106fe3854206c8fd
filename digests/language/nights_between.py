"""The night between two weekdays, which Hebrew names without its word for day: בין שני לשלישי.

The rule: behind "between" two names of days that follow each other, the second with ל or ו and the
first without יום, are two weekdays, and no second and third of anything.

What it may get wrong: ranks that follow each other («בין שני לשלישי בדירוג»), which are then dates.
The escape hatch is to cite the sentence that tells the rank alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.language.calendar import Moment
from digests.language.lists import folded
from digests.language.words import Token

_BETWEEN = folded("בין שבין ובין")
#: From Monday on, as a `Moment` counts.
_DAYS = ("שני", "שלישי", "רביעי", "חמישי", "שישי", "שבת", "ראשון")
_TO = ("ל", "ו")


def nights_between(words: Sequence[Token]) -> list[Moment]:
    """The two days of each night between two weekdays in Hebrew *words*."""
    found: list[Moment] = []
    for at in range(1, len(words) - 1):
        if words[at - 1].fold not in _BETWEEN or words[at].fold not in _DAYS:
            continue
        day = _DAYS.index(words[at].fold)
        after = (day + 1) % len(_DAYS)
        if words[at + 1].fold in tuple(to + _DAYS[after] for to in _TO):
            found += [Moment(at, at + 1, weekday=day), Moment(at + 1, at + 2, weekday=after)]
    return found
