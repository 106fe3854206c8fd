"""The dealings that a text tells of, with who is the one and who the other of each.

The rule: a verb of `digests.language.dealings` has the sides that its slots say: who does it stands
before an English or Hebrew verb and behind an Arabic one, or right before it where a clause begins;
behind "by", «בידי» and «من قبل» in the passive, where the object stands before. What stands under a
preposition reaches to the next one or to a mark. An Arabic noun in «ون» does it, one in «ين» has it
done to it; where a verb that goes on with another's subject has one noun alone, no order tells
which it is, and neither side is taken.

What it may get wrong: a noun phrase whose end no word tells; its rest is counted to the object.
Who compares sides asks what is on one side alone. The escape hatch is the table of verbs.
"""

from __future__ import annotations

from collections.abc import Iterator
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
from digests.language.given_names import given_name
from digests.language.kin import stems
from digests.language.lexicon import as_it_stands, headed, listed
from digests.language.lists import folded
from digests.language.named_nouns import PERSONS, nouns
from digests.language.normal import fold
from digests.summaries.parties import CLAIM
from digests.summaries.verify.actors import actor, and_before, clause, mark_before
from digests.summaries.verify.conditions import sentence_around
from digests.summaries.verify.done_to import is_undergone, next_of, np_before, np_behind
from digests.summaries.verify.government import definite
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.sides import ET, sides
from digests.summaries.verify.told_deeds import (
    agent_behind,
    attribute_behind,
    fronted_doer,
    joined_preposition,
    phrase,
    undergoes,
)

#: Words behind a verb in which a preposition of its own stands, at most.
_REACH = 14
_BY = {"en": folded("by"), "he": folded("בידי ידי מידי")}
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
    found: list[Deal] = []
    for verb, word in enumerate(text.words):
        for dealing in dealings(word.fold, text.language):
            if dealing.beside and not _beside(text, verb, dealing.beside):
                continue
            if text.language == "ar" and _a_person(text, verb):
                break  # «قاضي التحقيق»
            (by, one), (to, other) = (
                _side(text, verb, slots) for slots in (dealing.one, dealing.other)
            )
            told = _told(dealing.one, one) and _told(dealing.other, other)
            if (dealing.kind in OPPOSED and not told) or not (one or other) or one & other:
                continue
            sure = _sure(text, verb, dealing, {by, to}, one, other)
            ordered = (by, to) in ((SUBJECT, OBJECT), (SUBJECT, "")) and verb < min(one)
            ordered = ordered and not _by_its_case(text, one, other)
            found.append(Deal(dealing.kind, verb, one, other, sure, ordered))
    return tuple(found)


def _told(slots: tuple[str, ...], side: frozenset[int]) -> bool:
    """Whether the preposition is there that makes the dealing: «صوّت ضد», «صوّت لـ»."""
    return bool(side) or not {SUBJECT, OBJECT, BEFORE, NOBODY}.isdisjoint(slots)


def _sure(
    text: Passage,
    verb: int,
    dealing: Dealing,
    slots: set[str],
    one: frozenset[int],
    other: frozenset[int],
) -> bool:
    """Whether what is told of a side can be told of no other."""
    if text.language == "en" or _by_its_case(text, one, other):
        return True
    if one and other:
        return True
    if slots & {SUBJECT, OBJECT, BEFORE}:
        return False
    of_another = SUBJECT not in dealing.one + dealing.other or text.language == "he"
    return of_another or _has_its_doer(text, verb)


def _has_its_doer(text: Passage, verb: int) -> bool:
    """Whether nobody behind an Arabic verb does it: one before does, or it goes on with him."""
    joined = text.words[verb].fold[0] in "وف" or mark_before(text, verb)
    before = _of_one_before(text, verb) or _with_a_pronoun(text, verb)
    return before or joined or text.words[verb - 1].fold == _THEN


_THEN = fold("ثم")


def _by_its_case(text: Passage, one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether a side tells by its ending that it is that side: «المساهمون», «المساهمين»."""
    return text.language == "ar" and any(
        text.words[min(side)].text.endswith(end) and listed(text.words[min(side)].fold)
        for side, end in ((one, "ون"), (other, "ين"))
        if side
    )


def _a_person(text: Passage, verb: int) -> bool:
    """Whether a noun stands at *verb* that is written like a verb: «قاضي», not «قاضى»."""
    word = text.words[verb]
    return _person(text, verb) and word.fold[0] not in "يت" and not word.text.endswith("ى")


def _beside(text: Passage, verb: int, beside: str) -> bool:
    """Whether the word *beside* stands in the clause of the *verb*."""
    first, end = clause(text, verb)
    return any(beside in stems(text.words[p].fold) for p in range(first, end))


def _side(text: Passage, verb: int, slots: tuple[str, ...]) -> tuple[str, frozenset[int]]:
    """The words in the first of *slots* that has a party, or else in the first that has any."""
    found = [(slot, _slot(text, verb, slot)) for slot in slots]
    with_a_party = [one for one in found if any(actor(text, p) for p in one[1])]
    return next((one for one in (*with_a_party, *found) if one[1]), ("", _NOBODY))


def _slot(text: Passage, verb: int, slot: str) -> frozenset[int]:
    if slot == NOBODY:
        return _NOBODY
    if slot == BEFORE:
        return _right_before(text, verb)
    if slot in (SUBJECT, OBJECT):
        both = _arabic(text, verb) if text.language == "ar" else _around(text, verb)
        return both[slot == OBJECT]
    return _under(text, verb, slot)


def _right_before(text: Passage, verb: int) -> frozenset[int]:
    """Who stands right before an infinitive or a verbal noun: "ordered the bank to pay"."""
    first, _ = clause(text, verb)
    found: set[int] = set()
    last = verb - 1 if text.language != "en" else verb - 2
    for place in range(last, first - 1, -1):
        known = actor(text, place) or attribute_behind(text, place)
        known = known and not (text.language == "en" and text.words[place].text.endswith("ed"))
        if not known:
            if found or text.language == "he":
                break
            continue
        found.add(place)
    return frozenset(found)


def _around(text: Passage, verb: int) -> tuple[frozenset[int], frozenset[int]]:
    """Subject and object of an English or Hebrew verb."""
    by = next_of(text, verb, _BY[text.language])
    participle = text.language == "en" and by == verb + 1
    if by is not None and (participle or text.language == "he" or is_undergone(text, verb)):
        whom = np_before(text, verb) or _before_the_aside(text, verb)
        return _with_its_name(text, np_behind(text, by + 1)), whom
    if text.language == "en" and is_undergone(text, verb) and text.words[verb].text.islower():
        return _NOBODY, np_before(text, verb) or _before_the_aside(text, verb)
    if text.language == "he" and text.words[clause(text, verb)[0]].fold in ET:
        return np_behind(text, verb + 1), np_before(text, verb)
    doers, others = sides(text, verb, set())
    last = max((p for p in range(verb) if text.words[p].fold in _SUBORDINATE), default=-1)
    before = np_before(text, verb)
    doers = {p for p in doers if p > last}
    if before and all(p > verb for p in doers) and _et(text, verb) is None:
        doers = set(before)
    if text.language == "he" and doers and max(doers) < verb:
        doers |= before
    doers = set(_before_asides(text, verb)) or doers
    if _goes_on(text, verb):
        doers = set()
    behind = _with_its_name(text, _object(text, verb))
    return frozenset(doers), behind - doers or frozenset(p for p in others if p > verb)


def _object(text: Passage, verb: int) -> frozenset[int]:
    """What stands behind the *verb*; of a Hebrew one behind את, where there is one."""
    if (et := _et(text, verb)) is not None:
        return np_behind(text, et + 1)
    if text.language == "he" and any(_attached(text, verb + 1, letter) for letter in "למ"):
        return _NOBODY
    return np_behind(text, verb + 1)


def _et(text: Passage, verb: int) -> int | None:
    return next_of(text, verb, ET) if text.language == "he" else None


def _with_its_name(text: Passage, found: frozenset[int]) -> frozenset[int]:
    """*found* with the name that a comma sets behind it: "by the new chairman, Susan Ellery,"."""
    behind = max(found, default=-1) + 1
    if not 0 < behind < len(text.words) or text.gap(behind).strip() not in {",", "،"}:
        return found
    first, end = clause(text, behind)
    names = all(text.words[p].text[:1].isupper() for p in range(first, end))
    return found | frozenset(range(first, end)) if names else found


def _before_the_aside(text: Passage, verb: int) -> frozenset[int]:
    """Who stands before the comma right before a participle: "The club, fined by the league,"."""
    first = verb
    while first and text.words[first - 1].fold in _WAS:
        first -= 1
    if text.language != "en" or not first or text.gap(first).strip() != ",":
        return _NOBODY
    return np_before(text, first - 1) | {first - 1}


_WAS = frozenset("was were is are been being has have had".split())


_SUBORDINATE = frozenset("after before when while because although though if as since".split())


def _goes_on(text: Passage, verb: int) -> bool:
    """Whether the verb goes on with who does another: "needed players and bought two"."""
    word = text.words[verb].fold
    if text.language == "en":
        return verb > 0 and text.words[verb - 1].fold in {"and", "or", "but", "then"}
    return word[0] == "ו" and not as_it_stands(word)


def _before_asides(text: Passage, verb: int) -> frozenset[int]:
    """Who opens the sentence before asides up to the *verb*: "The city, backed by X, voted"."""
    if text.language == "he" and _relative(text, verb):
        return np_before(text, verb - 1) | {verb - 1}
    if not verb or text.gap(verb).strip() != ",":
        return _NOBODY
    first, _ = sentence_around(text, verb)
    start, end = clause(text, first)
    while end < verb and (text.words[start].fold in _OPENING or start in text.dated):
        start, end = clause(text, end)
    return frozenset(range(start, end)) if end < verb else _NOBODY


def _relative(text: Passage, verb: int) -> bool:
    """Whether a Hebrew relative clause opens with the *verb*: «ארנון, שמספקת אנטנות»."""
    word = text.words[verb].fold
    return verb > 0 and mark_before(text, verb) and word[0] == "ש" and not as_it_stands(word)


_OPENING = frozenset("on in at after before during since as with by for from when while".split())


def _arabic(text: Passage, verb: int) -> tuple[frozenset[int], frozenset[int]]:
    """Subject and object of an Arabic verb."""
    if agent := agent_behind(text, verb):
        return frozenset(agent), frozenset(fronted_doer(text, verb) or phrase(text, verb + 1))
    behind = _nouns_behind(text, verb)
    if _with_a_pronoun(text, verb):
        return frozenset(behind), frozenset(fronted_doer(text, verb))
    if undergoes(text, verb):
        return _NOBODY, frozenset(behind)
    if ahead := fronted_doer(text, verb) or _fronted(text, verb):
        return frozenset(ahead), frozenset(behind)
    if _of_one_before(text, verb):
        return _NOBODY, frozenset(behind)
    if _counted_behind(text, verb):
        return _NOBODY, _NOBODY
    first = _first_phrase(text, verb + 1) & frozenset(behind)
    rest = frozenset(behind) - first
    ends = [text.words[p].text for p in sorted(first)][:1]
    if ends and ends[0].endswith("ين") and not rest and listed(fold(ends[0][:-2])):
        return _NOBODY, first
    goes_on = verb > 0 and (text.words[verb].fold[0] in "وف" or mark_before(text, verb))
    if goes_on and not rest and not (ends and ends[0].endswith("ون")):
        return _NOBODY, _NOBODY
    return first, rest


def _fronted(text: Passage, verb: int) -> frozenset[int]:
    """Who stands before the *verb*, from where his clause begins: «إن أحد الضباط ضرب»."""
    last = verb
    while last > 1 and text.words[last - 1].fold in _NOT_DONE:
        last -= 1
    first, _ = clause(text, last - 1)
    opened = [p for p in range(first, last) if text.words[p].fold in CLAIM | _WAS_DONE]
    first = opened[-1] + 1 if opened else first
    if first < last and text.words[first].fold in _ONE_OF:
        first += 1
    found = _first_phrase(text, first) if first < last else _NOBODY
    return found if found and max(found) == last - 1 else _NOBODY


_NOT_DONE, _ONE_OF = folded("قد لم لن لا سوف"), folded("أحد إحدى")
_WAS_DONE = folded("كان كانت بأن وإن وأن")


def _of_one_before(text: Passage, verb: int) -> bool:
    """Whether who does it stands before, as its plural tells, or a pronoun: «لكنها طالبت»."""
    word, before = text.words[verb].fold, text.words[verb - 1].fold if verb else ""
    if word[0] in "يت" and word.endswith(("ون", "ان")):
        return True
    if word.endswith("وا") or (word.endswith("تا") and as_it_stands(word[:-1])):
        return True
    return before in _RELATIVE or (
        before in FREE and before.endswith(("ها", "ه", "هم", "هما", "هي", "هو"))
    )


_PRONOUNS = ("ها", "ه", "هم", "هما", "هي", "هو")
_RELATIVE = folded("الذي التي الذين اللذين اللتين")


def _counted_behind(text: Passage, verb: int) -> bool:
    """Whether so many persons stand behind the first noun, who do it: «زار المتحف 700 شخص»."""
    for place in range(verb + 1, min(len(text.words) - 1, verb + _REACH)):
        if _stops(text, place):
            return False
        if place in text.counted:
            behind = [p for p in range(place, len(text.words)) if p not in text.counted][:1]
            return place > verb + 1 and any(_person(text, p) for p in behind)
    return False


def _with_a_pronoun(text: Passage, verb: int) -> bool:
    """Whether the object is on the verb: «دعمه حزب الأرض»."""
    word = text.words[verb].fold
    return word.endswith(("ه", "ها", "هم", "هما")) and not as_it_stands(word.removeprefix("و"))


def _first_phrase(text: Passage, start: int) -> frozenset[int]:
    """The noun phrase at *start* with its attributes: «الاتحاد البحري»."""
    found = phrase(text, start)
    if not found:
        return _NOBODY
    end = _with_attributes(text, found.stop)
    if end < len(text.words) and _some_of(text, end):
        return frozenset(range(start, end)) | _first_phrase(text, end + 1)
    named = given_name(text.words[start].fold) and not text.keys[start]
    if (end - start == 1 and named) or any(_person(text, p) for p in range(start, end)):
        end = _with_a_name(text, end)
    return frozenset(range(start, end))


def _person(text: Passage, place: int) -> bool:
    """Whether the word at *place* says what somebody is: «المهندس», «رئيس»."""
    return bool(text.meanings[place] & _persons())


@lru_cache(maxsize=1)
def _persons() -> frozenset[int]:
    return headed(nouns("ar", *PERSONS))


def _with_attributes(text: Passage, end: int) -> int:
    while end < len(text.words) and not mark_before(text, end) and attribute_behind(text, end):
        end += 1
    return end


def _with_a_name(text: Passage, end: int) -> int:
    """Where the name of an office's holder ends that begins at *end*: «رئيس الحزب سمير داغر»."""
    last = min(len(text.words), end + _NAME)
    while end < last and not mark_before(text, end):
        given, surname = (given_name(text.words[p].fold) for p in (end, end - 1))
        unknown = not listed(text.words[end].fold) and not definite(text, end)
        if not (given or surname or unknown) or text.words[end].fold in FREE:
            break
        end += 1
    return end


#: Words of a person's name.
_NAME = 2


def _nouns_behind(text: Passage, verb: int) -> list[int]:
    """The words behind an Arabic verb that stand under no preposition, names after them, too."""
    found = []
    for place in range(verb + 1, min(len(text.words), verb + _REACH)):
        if _some_of(text, place) or text.words[place].fold in _ONE_OF:
            continue
        if _stops(text, place):
            break
        if place not in text.dated and place not in text.counted:
            found.append(place)
    return found


def _stops(text: Passage, place: int) -> bool:
    word = text.words[place].fold
    bidden = word[0] == "ب" and len(word) > _LETTERS and as_it_stands(word[1:])
    return (
        word in FREE
        or (bidden and word[1:] not in FREE)  # «بدعم», which is listed
        or word in CLAIM
        or bool(text.gap(place).strip())
        or joined_preposition(text, place)
        or _attached(text, place, "بل")
        or word in _ONTO
        or (and_before(text, place) and not definite(text, place))
    )


_ONTO = folded("على ضد إلى أمام لصالح قبل بعد")


def _attached(text: Passage, place: int, letters: str) -> bool:
    """Whether one of *letters* is written onto the word at *place* for a preposition."""
    if place >= len(text.words):
        return False
    word = text.words[place].fold
    if len(word) <= _LETTERS or word[0] not in letters or text.keys[place]:
        return False
    if text.language == "he":
        return not as_it_stands(word)
    return not as_it_stands(word) and (word[:2] in ("لل", "بل") or listed(word[1:]) or place > 0)


#: Letters of a word with its preposition, more than.
_LETTERS = 3


def _before_a_mark(text: Passage, verb: int, preposition: str) -> Iterator[int]:
    """The words behind the *verb* up to a mark, and one right behind a name's aside.

    «أثنت سوزان إليري، رئيسة النادي، على المدرب».
    """
    end = min(len(text.words), verb + 1 + _REACH)
    marks = [p for p in range(verb + 1, end) if set(text.gap(p)) & _COMMAS]
    yield from range(verb + 1, marks[0] if marks else end)
    if len(marks) > 1 and text.words[marks[1]].fold == preposition:
        yield marks[1]


_COMMAS = frozenset(".؛;:،,")


def _under(text: Passage, verb: int, preposition: str) -> frozenset[int]:
    """The words under *preposition* behind the *verb*, before the next mark."""
    for place in _before_a_mark(text, verb, preposition):
        if text.words[place].fold == preposition and not _some_of(text, place):
            return np_behind(text, place + 1) if text.language != "ar" else _span(text, place + 1)
        if len(preposition) == 1 and _attached(text, place, preposition):
            after_et = text.language == "he" and text.words[place - 1].fold in ET
            if not after_et:
                first = np_behind(text, place) if text.language == "he" else _span(text, place)
                return first | {place}
    if preposition != _ON or text.language != "ar":
        return _NOBODY
    before = [p for p in range(clause(text, verb)[0], verb) if text.words[p].fold == _ON]
    return _span(text, before[-1] + 1) if before else _NOBODY


#: «على المصرف ديون»: who has them stands before.
_ON = fold("على")


def _some_of(text: Passage, place: int) -> bool:
    """Whether the «من» at *place* only parts some from all: «عدد من العاملين»."""
    return place > 0 and text.words[place].fold == "من" and text.words[place - 1].fold in _SOME


_SOME = folded("عدد عددا عشرات مئات آلاف مجموعة كثير الكثير العديد اثنين اثنان جزء قسم")


def _span(text: Passage, start: int) -> frozenset[int]:
    """The noun phrase at *start*, which may be written onto its preposition: «لشركة الساحل»."""
    if start >= len(text.words) or text.words[start].fold in FREE:
        return _NOBODY
    if found := _first_phrase(text, start):
        return found
    if text.words[start].fold.startswith("لل") or text.keys[start]:
        return frozenset(range(start, _with_attributes(text, start + 1)))
    name = not listed(text.words[start].fold[1:]) or given_name(text.words[start].fold[1:])
    if name:
        return frozenset(range(start, _with_a_name(text, start + 1)))
    return _first_phrase(text, start + 1) | {start}
