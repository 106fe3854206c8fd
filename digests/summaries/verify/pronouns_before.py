"""The person to whom an English "she", "her" or "his" of the evidence points.

The rule: it is the one person whom the article has named up to there and has not told of by the
other pronoun; where there are several, the one whom it has told of by this one, and no other just
before, or the one whom the sentence before tells of alone and as its subject, and a pronoun opens
the sentence here. A run of capitals that may be somebody's name counts as one more person.
Where the evidence names the person itself, nothing is put.

What it may get wrong: somebody whom the article tells of by his office alone. The escape hatch is
to cite the sentence that names the person.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from digests.language.given_names import given_name
from digests.language.lexicon import listed
from digests.language.lists import folded
from digests.summaries.verify.actors import persons
from digests.summaries.verify.name_words import TIES, kinds_of
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.told import SUBJECT, Mention, Told, parted, sentence_start, written

_SUBJECTS, _HIS, _HIM, _HER = folded("she he"), folded("his"), folded("him"), folded("her")
_WOMEN, _MEN = folded("she her hers herself"), folded("he him his himself")
#: Honorifics, which stand before a surname.
_HONORIFICS = folded("mr mrs ms miss dr sir lady lord dame judge justice president")
#: First words of the names of places: "San Jose".
_OF_PLACES = folded("san santa santo sao saint st los las port fort mount lake new cape rio el")


@dataclass(frozen=True, slots=True)
class Person:
    """A person named by the words from ``first`` up to ``end``; ``surname`` is the last of them."""

    first: int
    end: int
    surname: str


def pronouns_before(told: Told) -> Iterator[Mention]:
    """The names of the persons to whom pronouns of the evidence point."""
    text = told.text
    if text.language != "en":
        return
    own = {_bare(text, place) for place in told.pointing}
    for place in told.pointing:
        form = _form(text, place)
        if form is None:
            continue
        person = _meant(text, place)
        if person is not None and person.surname not in own:
            yield told.mention(place, place + 1, written(text, person.first, person.end) + form)


def _form(text: Passage, place: int) -> str | None:
    """What a name needs behind it in the place of the pronoun at *place*; None for another word."""
    word = text.words[place].fold
    if word in _SUBJECTS | _HIM:
        return ""
    if word in _HIS:
        return "'s"
    if word not in _HER:
        return None
    after = place + 1
    if parted(text, after):
        return ""
    behind = text.words[after]
    return "" if behind.fold in FREE or after in text.dated else "'s"


def _meant(text: Passage, place: int) -> Person | None:
    """The person that a pronoun at *place* is."""
    named = _persons(text, place)
    ours = text.words[place].fold in _WOMEN
    genders = _genders(text, place, named)
    named = [one for one in named if genders.get(one.surname, ours) == ours]
    if not named:
        return None
    full = {one.surname: one for one in reversed(named) if one.end - one.first > 1}
    if len({one.surname for one in named}) == 1:
        return full.get(named[-1].surname)
    start = sentence_start(text, named[-1].first)
    near = [one for one in named if one.first >= start]
    just_before = sum(text.ends(p) for p in range(start + 1, place + 1)) <= 1
    known = {one.surname for one in named if genders.get(one.surname) == ours}
    if len(known) == 1 and (not just_before or {one.surname for one in near} <= known):
        return full.get(known.pop())
    alone = len({one.surname for one in near}) == 1 and near[0].first < start + SUBJECT
    if alone and just_before and start < sentence_start(text, place) and _opens(text, place):
        return full.get(near[0].surname)
    return None


def _genders(text: Passage, end: int, named: list[Person]) -> dict[str, bool]:
    """Who is told of by "she" before *end*, and who by "he": whom no other may be meant there."""
    found: dict[str, bool] = {}
    for place in range(end):
        word = text.words[place].fold
        if word not in _WOMEN | _MEN:
            continue
        woman = word in _WOMEN
        told = {one.surname for one in named if one.first < place}
        may = {surname for surname in told if found.get(surname, woman) == woman}
        if len(may) == 1:
            found[may.pop()] = woman
    return found


def _opens(text: Passage, place: int) -> bool:
    """Whether the pronoun at *place* is of the subject of its sentence: "Her lawyers said"."""
    return place == sentence_start(text, place) and text.words[place].fold not in _HIM


def _persons(text: Passage, end: int) -> list[Person]:
    """Who is named before *end*, and what may be somebody's name, in their order."""
    found: list[Person] = []
    place = 0
    while place < end:
        stop = _capitals(text, place)
        if stop > place and (person := _person(text, place, min(stop, end), found)) is not None:
            found.append(person)
        place = max(stop, place + 1)
    return found


def _capitals(text: Passage, place: int) -> int:
    """Where the run of words with capitals ends that begins at *place*."""
    stop = place
    while stop < len(text.words) and not (stop > place and parted(text, stop)):
        capital = text.words[stop].text[:1].isupper()
        if not capital and not (stop > place and text.words[stop].fold in TIES):
            break
        stop += 1
    return stop


def _person(text: Passage, first: int, stop: int, before: list[Person]) -> Person | None:
    """Who is named by the words with capitals from *first* up to *stop*."""
    last = stop - 1
    surname = _bare(text, last)
    if text.words[first].fold in _OF_PLACES:
        return None
    if any(one.surname == surname for one in before):
        return Person(last, stop, surname)
    given = next((p for p in range(first, last) if given_name(text.words[p].fold)), None)
    if given is not None:
        return Person(given, stop, surname)
    if first < last and text.words[last - 1].fold in _HONORIFICS:
        return Person(last - 1, stop, surname)
    if any(kinds_of(text, p) - {"people"} for p in range(first, stop)):
        return None
    own = [p for p in range(first, stop) if not _common(text, p)]
    return Person(first, stop, surname) if len(own) > 1 or _office_before(text, first) else None


def _bare(text: Passage, place: int) -> str:
    """The word at *place* without the ending of an owner."""
    return text.words[place].fold.removesuffix("'s").removesuffix("’s")


def _common(text: Passage, place: int) -> bool:
    """Whether the word at *place* is of the lexicon, and so of a body or a place: "Supreme"."""
    word = text.words[place]
    return word.fold in FREE or (listed(word.fold) and not given_name(word.fold))


def _office_before(text: Passage, first: int) -> bool:
    """Whether an office stands right before a name: "judge Davila"."""
    before = first - 1
    return before >= 0 and not parted(text, first) and bool(text.meanings[before] & persons())
