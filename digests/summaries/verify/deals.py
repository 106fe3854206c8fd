"""The dealings that a text tells of, with who is the one and who the other of each.

The rule: a verb of `digests.language.dealings` has the sides that its slots say: who does it and
who has it done to him (`arabic_sides`, `sides_around`), who stands right before an infinitive or a
verbal noun, and who stands under a preposition, which reaches to the next one or to a mark, and
over an aside right before it.

What it may get wrong: a noun phrase whose end no word tells; its rest is counted to the object.
Who compares sides asks what is on one side alone. The escape hatch is the table of verbs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from digests.language.dealings import (
    BEFORE,
    NOBODY,
    OBJECT,
    OPPOSED,
    SUBJECT,
    Dealing,
    dealings,
)
from digests.language.kin import stems
from digests.language.normal import fold
from digests.summaries.verify.actors import actor, clause, mark_before
from digests.summaries.verify.arabic_phrases import (
    REACH,
    attached,
    is_person,
    is_some_of,
    many,
    span,
)
from digests.summaries.verify.arabic_sides import arabic_sides, of_one_before
from digests.summaries.verify.done_to import np_before, np_behind
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.sides_around import joined_in_hebrew, sides_around
from digests.summaries.verify.told_deeds import attribute_behind, has_its_object

_NOBODY = frozenset[int]()


class Deal(NamedTuple):
    """A dealing of *kind*, told by the verb at *at*, with the places of its two sides.

    ``sure``: what is told of a side is told as that side, whatever stands on the other;
    ``ordered``: order alone tells which is which, the one before the other.
    """

    kind: str
    at: int
    one: frozenset[int]
    other: frozenset[int]
    sure: bool
    ordered: bool = False


@lru_cache(maxsize=16)
def deals(text: Passage) -> tuple[Deal, ...]:
    """All dealings of *text* of which a side is told."""
    return tuple(
        deal
        for verb, word in enumerate(text.words)
        if (told := dealings(word.fold, text.language))
        if not (text.language == "ar" and _a_noun(text, verb))
        for deal in _told_by(text, verb, told)
    )


def _told_by(text: Passage, verb: int, told: Sequence[Dealing]) -> Iterator[Deal]:
    """The dealings of *told*, which the word at *verb* may tell of, that it does."""
    around = arabic_sides(text, verb) if text.language == "ar" else sides_around(text, verb)
    for dealing in told:
        if dealing.beside and not _beside(text, verb, dealing.beside):
            continue
        (by, one), (to, other) = (
            _side(text, verb, slots, around) for slots in (dealing.one, dealing.other)
        )
        if not (one or other) or one & other or not _of_its_kind(dealing, one, other):
            continue
        by_case = _by_its_case(text, one, other)
        sure = by_case or bool(one and other) or _sure(text, verb, dealing, {by, to})
        ordered = (by, to) in ((SUBJECT, OBJECT), (SUBJECT, "")) and verb < min(one)
        yield Deal(dealing.kind, verb, one, other, sure, ordered and not by_case)


def _of_its_kind(dealing: Dealing, one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether the preposition stands there that tells one kind from its opposite.

    «صوّت ضد», «صوّت لـ».
    """
    both = (dealing.one, one), (dealing.other, other)
    return dealing.kind not in OPPOSED or all(
        side or not _AROUND.isdisjoint(slots) for slots, side in both
    )


#: Slots that are no preposition.
_AROUND = frozenset({SUBJECT, OBJECT, BEFORE, NOBODY})


def _sure(text: Passage, verb: int, dealing: Dealing, slots: set[str]) -> bool:
    """Whether the one side that is told, in one of *slots*, can be told of no other."""
    if text.language == "en":
        return True
    if not slots.isdisjoint(_AROUND):
        return False
    of_another = SUBJECT not in dealing.one + dealing.other or text.language == "he"
    return of_another or _has_its_doer(text, verb)


def _has_its_doer(text: Passage, verb: int) -> bool:
    """Whether nobody behind an Arabic verb does it: one before does, or it goes on with him."""
    joined = text.words[verb].fold[0] in "وف" or mark_before(text, verb)
    before = of_one_before(text, verb) or has_its_object(text, verb)
    return before or joined or text.words[verb - 1].fold == _THEN


_THEN = fold("ثم")


def _by_its_case(text: Passage, one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether a side tells by its ending that it is that side: «المساهمون», «المساهمين»."""
    return text.language == "ar" and any(
        many(text.words[min(side)].text, end) for side, end in ((one, "ون"), (other, "ين")) if side
    )


def _a_noun(text: Passage, verb: int) -> bool:
    """Whether a noun stands at *verb* that is written like a verb: «قاضي», not «قاضى»."""
    word = text.words[verb]
    opens = not verb or mark_before(text, verb) or word.fold[0] in "وف"
    told = word.fold[0] in "يت" or word.text.endswith(("ى", "ت"))
    return is_person(text, verb) and not opens and not told


def _beside(text: Passage, verb: int, beside: str) -> bool:
    """Whether the word *beside* stands in the clause of the *verb*."""
    first, end = clause(text, verb)
    return any(beside in stems(text.words[p].fold) for p in range(first, end))


def _side(
    text: Passage,
    verb: int,
    slots: tuple[str, ...],
    around: tuple[frozenset[int], frozenset[int]],
) -> tuple[str, frozenset[int]]:
    """The words in the first of *slots* that has a party, or any; under a preposition before all.

    Who is lent something stands behind «إلى», and what he is lent is the object. *around* are the
    subject and the object.
    """
    found = [(slot, side) for slot in slots if (side := _slot(text, verb, slot, around))]
    under = [one for one in found if one[0] not in _AROUND]
    under.sort(key=lambda one: len(one[0]) == 1)  # «باعت عائلة لافي … إلى»
    with_a_party = [one for one in found if any(actor(text, p) for p in one[1])]
    return next(iter((*under, *with_a_party, *found)), ("", _NOBODY))


def _slot(
    text: Passage, verb: int, slot: str, around: tuple[frozenset[int], frozenset[int]]
) -> frozenset[int]:
    if slot == NOBODY:
        return _NOBODY
    if slot == BEFORE:
        return _right_before(text, verb)
    if slot in (SUBJECT, OBJECT):
        return around[slot == OBJECT]
    return _under(text, verb, slot)


def _right_before(text: Passage, verb: int) -> frozenset[int]:
    """Who stands right before an infinitive or a verbal noun: "ordered the bank to pay"."""
    if text.language == "he":
        return np_before(text, verb)
    first, _ = clause(text, verb)
    found: set[int] = set()
    for place in range(verb - 1 - (text.language == "en"), first - 1, -1):
        known = actor(text, place) or attribute_behind(text, place)
        if known and not (text.language == "en" and text.words[place].text.endswith("ed")):
            found.add(place)
        elif found:
            break
    return frozenset(found)


def _before_a_mark(text: Passage, verb: int) -> Iterator[int]:
    """The words behind the *verb* up to a mark, and those behind a name's aside.

    «أثنت سوزان إليري، رئيسة النادي، على المدرب».
    """
    end = min(len(text.words), verb + 1 + REACH)
    marks = [p for p in range(verb + 1, end) if set(text.gap(p)) & _COMMAS]
    yield from range(verb + 1, marks[0] if marks else end)
    if len(marks) > 1:
        yield from range(marks[1], marks[2] if len(marks) > 2 else end)


_COMMAS = frozenset(".؛;:،,")


def _under(text: Passage, verb: int, preposition: str) -> frozenset[int]:
    """The words under *preposition* behind the *verb*, before the next mark."""
    phrase = span if text.language == "ar" else np_behind
    joined = {"ar": attached, "he": joined_in_hebrew}.get(text.language)
    for place in _before_a_mark(text, verb):
        if text.words[place].fold == preposition and not is_some_of(text, place):
            return phrase(text, place + 1)
        if len(preposition) == 1 and joined and joined(text, place, preposition):
            return phrase(text, place) | {place}
    if preposition != _ON or text.language != "ar":
        return _NOBODY  # «على المصرف ديون»
    before = [p for p in range(clause(text, verb)[0], verb) if text.words[p].fold == _ON]
    return span(text, before[-1] + 1) if before else _NOBODY


#: «على المصرف ديون»: who has them stands before.
_ON = fold("على")
