"""Where a report's event took place: «في جنين», "off Sfax", «בחיפה».

The rule of the languages: behind a preposition of place, and behind a noun for a part of a town or
a country («في سوق الشورجة», "in the town of Dura"), stands the name of a place: a word that the
lexicon does not know, or knows as a name alone; behind a direction («شرقي السلمية») any but a
general one. ``places.txt`` lists names that are words as well; one that is none may open a title,
too («عدن تغرق في الظلام»). «على موسكو», «من دورا» and "near Nablus" say nothing, but for what falls
on a place («غارة على ميفدون»). Two reports of which one tells of Jenin and the other of Hebron tell
two events, though all else is alike. What lies within the other is another matter: countries (of
CLDR), regions and towns are compared each with their kind, and a place of which the other report
speaks does not part the two.

What it may get wrong: a name that is a word as well and not listed is missed, as is a place that is
told as the doer; a quarter and its town, where neither report speaks of both, are two places. The
escape hatch is the list, and the bound in ``likeness``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as Set_
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise

from digests.language.calendar import moments
from digests.language.distance import distance
from digests.language.kin import without_particles
from digests.language.lexicon import listed, meanings, only_proper
from digests.language.quantities import quantities
from digests.language.stems import stop_words, words
from digests.language.words import Token
from digests.model import Lang
from digests.stories.names import meanings as names
from digests.stories.names import table
from digests.stories.places import (
    HEADS,
    countries,
    key,
    listed_places,
    names_of_towns,
    opening_towns,
    regions,
)
from digests.stories.sites import ANY, NOUNS, speaks_of
from digests.stories.skeletons import skeleton


@dataclass(frozen=True, slots=True)
class _Around:
    """The words of one language around a name.

    ``before`` are prepositions, ``loose`` those that stand before persons and things as well,
    ``toward`` directions, ``part`` nouns for parts of towns and countries, ``between`` what stands
    between one of these and the name, ``general`` what is no name.
    """

    before: frozenset[str]
    loose: frozenset[str]
    toward: frozenset[str]
    part: frozenset[str]
    between: frozenset[str]
    general: frozenset[str]


class _Where(IntEnum):
    """Behind what a word stands: the more it says, the higher."""

    LOOSE = 0
    ATTACHED = 1
    IN = 2
    PART = 3
    NOUN = 4
    TOWARD = 5


def _folded(text: str) -> frozenset[str]:
    return frozenset(words(text))


_AROUND: dict[str, _Around] = {
    Lang.AR: _Around(
        before=_folded("في قبالة داخل خارج مقابل"),
        loose=_folded("على من إلى نحو عند قرب"),
        toward=_folded("جنوب شمال شرق غرب جنوبي شمالي شرقي غربي وسط قبالة"),
        part=NOUNS
        | _folded(
            "منطقة سوق ضاحية ساحل سواحل شاطئ ريف مكتب مقر مفرق تقاطع حاجز خربة بلدية "
            "ملعب قضاء مقاطعة شرطة تعليم جمارك جنايات أمانة محافظ والي"
        ),
        between=frozenset(),
        general=ANY
        | _folded(
            "البلاد القطاع البحر الحدود النهر اليوم الحرب الأوسط الأدنى الأقصى الأرض الطريق "
            "عمان الأراضي العالم قطاع المستشفى المطار الميناء السوق المخيم"
        ),
    ),
    Lang.EN: _Around(
        before=_folded("in at off outside across inside"),
        loose=_folded("from around on to near hits strikes"),
        toward=frozenset(),
        part=_folded("city town village port region camp district suburb province"),
        between=_folded(
            "the a of its their northern southern eastern western central north south east west "
            "coast northwest northeast southwest southeast northwestern northeastern southwestern "
            "southeastern occupied"
        ),
        general=_folded(
            "middle january february march april may june july august september october"
        ),
    ),
    Lang.HE: _Around(
        before=_folded("מול ליישוב לעיר"),
        loose=_folded("ליד סמוך"),
        toward=_folded("צפון דרום מזרח מערב"),
        part=_folded("צומת כביש אזור עיר כפר מחנה נמל שוק רחוב שכונת חוף יישוב מושב קיבוץ"),
        between=frozenset(),
        general=_folded("הארץ העיר המדינה הצומת הכביש"),
    ),
}
#: Particles that are written onto a name behind which it stands: «بلندن», «בחיפה».
_IN = frozenset("بב")
#: Endings of peoples and decades: "Ukrainian", «البريطانية», «ثمانينيات».
_NO_PLACE = re.compile(
    "(?:[ei]an|ese|ish|eli|aqi|audi|meni|rican|french|german|dutch|ي|يه|ينيات|ית|ים)$"
)
_THE = "ال"
#: Consonants up to which a row is not another with a slip.
_ROW = 3
#: What stands behind the name of a town in that of a newspaper.
_PAPERS = _folded("العربي تايمز بوست times post")
#: Letters of a name, at least.
_SHORT = 3
#: What falls on a place, and who comes to one: «غارة على ميفدون», «يصل إلى نيودلهي».
_FALLING = _folded(
    "غارة غارات مسيرة قصف هجوم هجمات ضربة ضربات اعتداء عدوان إنزال وصل وصلت وصول يصل تصل توجه يتوجه"
)


def locations(
    told: Sequence[Token], text: str, language: str, *, title: bool = False
) -> frozenset[str]:
    """The names of the places of *text*, whose words are *told*, folded.

    A *title* may open with one. None for a language other than Arabic, English and Hebrew.
    """
    if language not in _AROUND:
        return frozenset()
    found = [word.fold for word in told]
    bodies = _bodies(found)
    sure = {at: name for at, name in _listed(found, language).items() if at not in bodies}
    breaks = {
        at for at, (one, word) in enumerate(pairwise(told), 1) if text[one.end : word.start].strip()
    }
    places = {sure[0]} & opening_towns(language) if title and 0 in sure else set()
    likely: dict[int, str] = {}
    for at, where in _behind(found, language, sure, breaks):
        if where is _Where.LOOSE:
            continue
        if at in sure:
            places.add(sure[at])
        elif _is_a_name(found[at], language, where):
            likely[at] = found[at][1:] if where is _Where.ATTACHED else found[at]
    other = _no_places(told, text, found) if likely else frozenset[int]()
    return frozenset(places.union(name for at, name in likely.items() if at not in other))


def elsewhere(
    one: frozenset[str],
    other: frozenset[str],
    said: Iterable[str],
    told: Iterable[str],
    language: str,
) -> bool:
    """Whether two reports of one *language*, at the places *one* and *other*, which speak of these
    in the words *said* and *told*, each tell of a place of one kind that the other does not."""
    return any(
        _any_unsaid(one & kind, told) and _any_unsaid(other & kind, said)
        for kind in _kinds(one | other, language)
    )


def elsewhere_across(
    one: frozenset[str],
    other: frozenset[str],
    said: Iterable[str],
    told: Iterable[str],
    languages: tuple[str, str],
) -> bool:
    """Whether two reports of two *languages*, the rest as in ``elsewhere``, tell of other towns.

    Towns are compared by their names in both languages (``places.txt``) and by their consonants;
    where one has neither, or either report speaks of one of the other's, nothing is known.
    """
    mine, its = (_towns_of(places, of) for places, of in zip((one, other), languages, strict=True))
    return _none_said(mine, told) and _none_said(its, said)


def _none_said(places: frozenset[str], told: Iterable[str]) -> bool:
    """Whether there are *places* and the words *told*, of another language, have none of them."""
    names_ = names_of_towns()
    bare = {form for word in told for form in without_particles(word)}
    rows = {skeleton(form) for form in bare}
    for place in places:
        if forms := names_.get(place):
            if not forms.isdisjoint(bare):
                return False
        elif not (row := skeleton(place)) or any(
            row == one or (min(len(row), len(one)) > _ROW and distance(row, one) <= 1)
            for one in rows
        ):
            return False
    return bool(places)


def _kinds(places: frozenset[str], language: str) -> Iterator[frozenset[str]]:
    """*places* by what may hold the others: countries, regions, towns."""
    wide = countries(language)
    yield places & wide
    yield (places & regions(language)) - wide
    yield _towns_of(places, language)


def _towns_of(places: frozenset[str], language: str) -> frozenset[str]:
    return places - countries(language) - regions(language)


def _any_unsaid(places: frozenset[str], words_: Iterable[str]) -> bool:
    return any(not speaks_of(words_, frozenset((place,))) for place in places)


def _behind(
    found: Sequence[str], language: str, sure: Mapping[int, str], breaks: Set_[int]
) -> Iterator[tuple[int, _Where]]:
    """The places of the words that stand where a name would, and behind what; *breaks* are those
    of words with a mark before them."""
    at = 0
    while at < len(found):
        word = found[at]
        where = _opens(word, language)
        if where is _Where.LOOSE and any(_falls(one) for one in found[max(0, at - 2) : at]):
            where = _Where.IN
        at += 1
        if where is not None:
            while at < len(found) and at not in breaks and _leads_on(found[at], language):
                where = max(where, _opens(found[at], language) or where)
                at += 1
            if at < len(found) and at not in breaks:
                yield at, where
                at += 1
        elif word[0] in _IN and (at - 1 in sure or len(word) > _SHORT + 1):
            yield at - 1, _Where.ATTACHED


@lru_cache(maxsize=1 << 14)
def _opens(word: str, language: str) -> _Where | None:
    """What *word* says of the one behind it, if a place may stand there."""
    around = _AROUND[language]
    if _one_of(word, around.toward):
        return _Where.TOWARD
    if _one_of(word, around.part) and _THE not in word[:_SHORT]:
        return _Where.NOUN if _one_of(word, NOUNS) else _Where.PART
    if _one_of(word, around.before):
        return _Where.IN
    return _Where.LOOSE if _one_of(word, around.loose) else None


def _falls(word: str) -> bool:
    return _one_of(word, _FALLING)


@lru_cache(maxsize=1 << 14)
def _leads_on(word: str, language: str) -> bool:
    around = _AROUND[language]
    return (
        word in around.between
        or word in HEADS
        or any(_one_of(word, some) for some in (around.before, around.toward, around.part))
    )


def _one_of(word: str, some: Set_[str]) -> bool:
    """Whether *word*, an attached particle aside, is one of *some*; «وفي» too."""
    return word.removeprefix("و") in some or any(form in some for form in without_particles(word))


def _listed(found: Sequence[str], language: str) -> dict[int, str]:
    """Where a word of a place of the tables stands among the words *found*, without a particle."""
    known = listed_places(language)
    sure: dict[int, str] = {}
    for at, word in enumerate(found):
        for form in without_particles(word):
            for rest in known.get(form, ()):
                if tuple(found[at + 1 : at + 1 + len(rest)]) == rest:
                    sure |= dict.fromkeys(range(at, at + 1 + len(rest)), key((form, *rest)))
    return sure


def _bodies(found: Sequence[str]) -> frozenset[int]:
    """Where the table has a body or person by a name of several words, or an outlet stands: «البيت
    الأبيض», «القدس العربي», «نيويورك تايمز»."""
    kinds = table().kinds
    spans = [
        (start, end)
        for start, end, meant in names(found)
        if end - start > 1 and all(kinds[name] != "places" for name in meant)
    ]
    papers = [(at - 2, at + 1) for at, word in enumerate(found) if word in _PAPERS]
    return frozenset(at for start, end in (*spans, *papers) for at in range(start, end))


def _no_places(told: Sequence[Token], text: str, found: Sequence[str]) -> frozenset[int]:
    """Where numbers, dates and names of the table stand."""
    counted = quantities(told)
    spans = [
        *((one.first, one.end) for one in counted),
        *((one.first, one.end) for one in moments(told, text, counted)),
        *((start, end) for start, end, _ in names(found)),
    ]
    return frozenset(at for start, end in spans for at in range(start, end))


@lru_cache(maxsize=1 << 14)
def _is_a_name(word: str, language: str, where: _Where) -> bool:
    """Whether *word* may name a place, behind what *where* says."""
    around = _AROUND[language]
    if len(word) < _SHORT or not word.isalpha() or word in around.general:
        return False
    if word in countries(language):
        return True
    if word in stop_words(language) or _NO_PLACE.search(word):
        return False
    if where is _Where.ATTACHED:  # «بطبس», not «بوتين»
        return only_proper(meanings(word[1:], core=True)) and not meanings(word, core=True)
    if where in (_Where.TOWARD, _Where.NOUN) and word.startswith(_THE):
        return True
    if where is _Where.PART and language == Lang.HE:
        return True
    return all(
        not listed(form) or only_proper(meanings(form, core=True))
        for form in without_particles(word)
    )
