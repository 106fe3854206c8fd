"""The names of places that news tells: towns, regions, countries, in Arabic, English and Hebrew.

``places.txt`` has towns and regions whose names are words as well, or are told without a
preposition, and the names of one town in three languages; countries are of CLDR.
A name of several words is told by one of them, the first that is no head and no direction («رام
الله» by رام, «دير البلح» by البلح, "West Bank" by bank).

What it may get wrong: a town that is not listed; ``locations`` finds it behind a preposition. The
escape hatch is the file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from babel import Locale

from digests.language.lexicon import listed, meanings, only_proper
from digests.language.stems import words
from digests.model import Lang
from digests.stories.names import table

_FILE = Path(__file__).with_name("places.txt")
#: First words of names of two: «بيت حانون», «دير البلح», "San Diego", «בית שמש».
HEADS = frozenset(
    words(
        "بيت دير رأس عين جبل خان تل كفر أم أبو بئر مرج شبه سان نيو الدار بني سيدي "
        "new san saint st los las el al fort mount khan beit tel "
        "בית תל כפר קריית באר ראש רמת גבעת ניו סן חאן גוש בת פתח"
    )
)
#: Capitals that open a title as the government that speaks: «واشنطن: ضربة تقتل قياديا في اليمن».
_SPEAKING = frozenset(
    words(
        "واشنطن موسكو طهران بكين أنقرة لندن باريس برلين القاهرة الرياض دمشق بغداد كييف روما مدريد "
        "بروكسل"
    )
)
#: What is as wide as a country in our news, and the words by which some countries are told.
_WIDE = frozenset(
    words(
        "غزة الضفة الشام الخليج إنجلترا ويلز اسكتلندا الولايات أفريقيا كوريا gaza bank britain "
        "america england wales scotland states kingdom korea africa "
        "עזה הרצועה הגדה בריטניה אנגליה ארצות"
    )
)
#: Codes of CLDR that are no country's.
_NO_CODE = frozenset(("EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"))
#: Names of countries that are those of towns as well, and words of names that are no names.
_NO_COUNTRY = frozenset(
    words(
        "عمان الكويت جيبوتي لوكسمبورغ سنغافورة تونس الجزائر بنما djibouti singapore luxembourg "
        "جنوب شمال شرق غرب وسط middle north south east west northern southern eastern western "
        "central the דרום צפון מזרח מערב מרכז"
    )
)
_PLACES = "places"


@cache
def countries(language: str) -> frozenset[str]:
    """The folded names of one word of countries in *language*, and what is as wide in our news."""
    told = (
        words(name)
        for code, name in Locale(language).territories.items()
        if code.isalpha() and code not in _NO_CODE
    )
    return _WIDE.union(name[0] for name in told if len(name) == 1) - HEADS - _NO_COUNTRY


@cache
def regions(language: str) -> frozenset[str]:
    """The words by which regions that hold towns are told in *language*."""
    told = (key(words(name)) for name in _own(f"{language} regions"))
    return frozenset(form for name in told for form in (name, name.removeprefix("ה")))


@cache
def opening_towns(language: str) -> frozenset[str]:
    """The words of the towns of ``places.txt`` that open a title as its place in *language*: those
    that mean nothing else («عدن», not «تدمر»)."""
    told = (key(words(name)) for name in _own(language))
    return frozenset(filter(_no_word, told)) - HEADS - _SPEAKING


def _no_word(name: str) -> bool:
    return not listed(name) or only_proper(meanings(name, core=True))


def key(name: Sequence[str]) -> str:
    """The word by which the *name* of a place is told."""
    kept = (word for word in name if word not in HEADS and word not in _NO_COUNTRY)
    return next(kept, name[0])


@cache
def listed_places(language: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """By its first word the other words of each name of ``places.txt`` in *language*, and of the
    places of ``names`` as they are written."""
    at = list(Lang).index(Lang(language))
    kinds = table().kinds
    written = (forms[at] for key, forms in table().written.items() if kinds[key] == _PLACES)
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name in map(words, (*_own(language), *_own(f"{language} regions"), *written)):
        if name:
            found[name[0]].append(tuple(name[1:]))
    return {first: tuple(rest) for first, rest in found.items()}


@cache
def names_of_towns() -> dict[str, frozenset[str]]:
    """By the word by which a town is told, those of its names in the three languages."""
    found: dict[str, frozenset[str]] = {}
    for line in _lines("names"):
        forms = frozenset(key(words(name)) for name in line)
        found |= dict.fromkeys(forms, forms)
    return found


@cache
def _own(section: str) -> tuple[str, ...]:
    """The names of a *section* of ``places.txt``."""
    return tuple(name for line in _lines(section) for name in line)


def _lines(section: str) -> list[list[str]]:
    told = _FILE.read_text(encoding="utf-8").partition(f"[{section}]\n")[2].partition("\n[")[0]
    lines = (line for line in told.splitlines() if line and not line.startswith("#"))
    return [line.split("،") for line in lines]
