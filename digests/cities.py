"""The cities that a chat can choose: their zone decides times, their country months and weekend.

``search`` tolerates spelling: hamzas, ta marbuta, diacritics, the article, case, accents, and, when
nothing is equal, small slips. What it may get wrong: a slip may find a city of a similar name; the
reader confirms by tapping. Escape hatch: ``also`` in ``config/cities.yaml``.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import yaml
from babel import Locale

from digests.language.direction import strip_controls
from digests.model import Text

FILE = Path(__file__).parents[1] / "config" / "cities.yaml"

#: The cities offered as buttons; the rest is found by search.
OFFERED = ("jerusalem", "cairo", "baghdad", "casablanca", "dubai", "london", "new-york")
#: Likeness of two spellings, from 0 to 1, above which one is taken for a slip of the other.
ALIKE = 0.7

_FOLD = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ة": "ه", "ى": "ي", "ؤ": "و", "ئ": "ي", "ـ": None}
)
_FRIDAY, _SATURDAY, _DAYS = 4, 5, 7


@dataclass(frozen=True, slots=True)
class City:
    """A city: ``zone`` is an IANA zone, ``country`` an ISO 3166 code."""

    key: str
    name: Text
    zone: str
    country: str
    also: tuple[str, ...] = ()

    @property
    def weekend(self) -> frozenset[int]:
        """Days of the weekend, Monday being 0."""
        return weekend(self.country)


@cache
def cities() -> dict[str, City]:
    """All cities by key, in the order of the file."""
    rows = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {
        row["key"]: City(
            row["key"],
            Text(row["ar"], row["en"]),
            row["zone"],
            row["country"],
            tuple(row.get("also", ())),
        )
        for row in rows
    }


def city(key: str) -> City | None:
    return cities().get(key)


def search(text: str, limit: int = 8) -> tuple[City, ...]:
    """The cities whose name *text* is, begins, or resembles; the nearest first."""
    wanted = _fold(text)
    if not wanted:
        return ()
    scored = [(_likeness(wanted, c), c) for c in cities().values()]
    near = [(score, c) for score, c in scored if score >= ALIKE]
    near.sort(key=lambda pair: -pair[0])
    return tuple(c for _, c in near[:limit])


@cache
def weekend(country: str) -> frozenset[int]:
    """Days of the weekend in *country*, Monday being 0.

    Babel's data (CLDR) gives Saturday and Sunday for Palestine, where it is Friday and Saturday.
    """
    if country == "PS":
        return frozenset((_FRIDAY, _SATURDAY))
    locale = Locale.parse(f"und_{country}")
    start, end = locale.weekend_start, locale.weekend_end
    return frozenset((start + i) % _DAYS for i in range((end - start) % _DAYS + 1))


def _likeness(wanted: str, candidate: City) -> float:
    names = [candidate.name.ar, candidate.name.en, candidate.key, *candidate.also]
    return max(_score(wanted, _fold(name), rank) for rank, name in enumerate(names))


def _score(wanted: str, name: str, rank: int) -> float:
    """1 for the name, less for another name, a beginning, a slip."""
    if wanted == name:
        return 1.0 - 0.001 * rank
    if len(wanted) > 1 and name.startswith(wanted):
        return 0.9 - 0.001 * rank
    return SequenceMatcher(None, wanted, name).ratio() * 0.89


def _fold(text: str) -> str:
    """One spelling for the variants of a name; the article «ال» falls at the start of words."""
    decomposed = unicodedata.normalize("NFKD", strip_controls(text).translate(_FOLD).casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_FOLD)
    words = "".join(c if c.isalnum() else " " for c in bare).split()
    return " ".join(w[2:] if w.startswith("ال") and len(w) > 4 else w for w in words)
