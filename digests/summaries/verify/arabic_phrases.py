"""Noun phrases of an Arabic text as parties: «الاتحاد البحري», «رئيس الحزب سمير داغر».

The rule: a noun with whose it is (`told_deeds.phrase`) reaches over its attributes, over all of
whom it is a part («مجموعة من العاملين»), over the body of an office («الأمين العام للاتحاد») and
over the name of its holder. The nouns behind a verb reach to the first preposition, mark, small
word or joined word.

What it may get wrong: a surname that is a common noun with the article. The escape hatch is the
first name before it.
"""

from __future__ import annotations

from functools import lru_cache

from digests.language.given_names import given_name
from digests.language.lexicon import as_it_stands, headed, listed
from digests.language.lists import folded
from digests.language.named_nouns import PERSONS, nouns
from digests.language.normal import fold
from digests.summaries.parties import CLAIM
from digests.summaries.verify.actors import and_before, mark_before
from digests.summaries.verify.government import definite
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.told_deeds import attribute_behind, joined_preposition, phrase

#: Words behind a verb in which its nouns stand, at most.
REACH = 14
ONE_OF = folded("أحد إحدى")
_NOBODY = frozenset[int]()


def first_phrase(text: Passage, start: int) -> frozenset[int]:
    """The noun phrase at *start* with its attributes: «الاتحاد البحري»."""
    found = phrase(text, start)
    if not found and start < len(text.words) and _like_a_name(text, start):
        return frozenset(range(start, _with_a_name(text, start + 1)))
    if not found:
        return _NOBODY
    end = _with_attributes(text, found.stop)
    if end < len(text.words) and is_some_of(text, end):
        return frozenset(range(start, end)) | first_phrase(text, end + 1)
    if any(is_person(text, p) for p in range(start, end)):
        if _its_body(text, end):
            end = _with_attributes(text, end + 1)
        end = _with_a_name(text, end)
    elif end - start == 1 and given_name(text.words[start].fold) and not text.keys[start]:
        end = _with_a_name(text, end)
    return frozenset(range(start, end))


def _like_a_name(text: Passage, place: int) -> bool:
    """Whether a name in «ك» stands at *place*, which is no "as": «كلارا», «كورفين»."""
    word = text.words[place].fold
    return word[0] == "ك" and not word.startswith("كال") and word not in FREE


def _its_body(text: Passage, place: int) -> bool:
    """Whether the body of the office before it stands at *place*: «الأمين العام للاتحاد»."""
    if place >= len(text.words) or mark_before(text, place):
        return False
    return text.words[place].fold.startswith("لل") and definite(text, place - 1)


def is_person(text: Passage, place: int) -> bool:
    """Whether the word at *place* says what somebody is: «المهندس», «رئيس»."""
    if text.words[place].fold.removeprefix("ال") == _SECRETARY:
        return True
    return bool(text.meanings[place] & _persons())


#: «الأمين العام», of whom the lexicon knows only the whole.
_SECRETARY = fold("أمين")


def many(word: str, end: str) -> bool:
    """Whether *word* is a plural of persons in *end*, whose case it tells: «المساهمون»."""
    base = fold(word.removeprefix("ال").removesuffix(end))
    return word.endswith(end) and len(base) >= _OF_A_PLURAL and listed(base)


#: Letters of a noun before the ending of its plural, at least.
_OF_A_PLURAL = 3


@lru_cache(maxsize=1)
def _persons() -> frozenset[int]:
    return headed(nouns("ar", *PERSONS))


def _with_attributes(text: Passage, end: int) -> int:
    while end < len(text.words) and not mark_before(text, end):
        if not attribute_behind(text, end) and text.words[end].fold not in _OF_OFFICES:
            break
        end += 1
    return end


#: Attributes of an office that do not end in «ي».
_OF_OFFICES = folded(
    "العام العامة السابق السابقة الجديد الجديدة الراحل الراحلة الأول الأولى الأعلى المساعد المنتخب "
    "المنتخبة المؤقت المؤقتة المكلف المكلفة المقبل المقبلة"
)


def _with_a_name(text: Passage, end: int) -> int:
    """Where the name of an office's holder ends that begins at *end*: «رئيس الحزب سمير داغر»."""
    last = min(len(text.words), end + _NAME)
    while end < last and not mark_before(text, end):
        last += text.words[end].fold in _IN_NAMES and last < len(text.words)
        given, surname = (given_name(text.words[p].fold) for p in (end, end - 1))
        unknown = not listed(text.words[end].fold) and not definite(text, end)
        surname = surname or text.words[end - 1].fold in _IN_NAMES
        if not (given or surname or unknown) or text.words[end].fold in FREE:
            break
        end += 1
    return end


#: Words of a person's name, and what stands in one besides: «نور الدين الطرهوني».
_NAME, _IN_NAMES = 2, folded("الدين الله الرحمن بن أبو آل")


def nouns_behind(text: Passage, verb: int) -> list[int]:
    """The words behind an Arabic verb that stand under no preposition, names after them, too."""
    found: list[int] = []
    resumes = verb + 1
    for place in range(verb + 1, min(len(text.words), verb + REACH)):
        if place < resumes or is_some_of(text, place) or text.words[place].fold in ONE_OF:
            continue
        if found and (behind := _behind_an_aside(text, place)) is not None:
            resumes = behind
            continue
        office = _its_body(text, place) and is_person(text, verb + 1)
        if stops(text, place) and not office and place != resumes:
            break
        if place not in text.dated and place not in text.counted:
            found.append(place)
    return found


def _behind_an_aside(text: Passage, place: int) -> int | None:
    """Where a noun goes on behind the aside that begins at *place*: «هاجم س، لاعب ص، أحد …»."""
    if text.gap(place).strip() != "،" or text.words[place].fold[0] == "و":
        return None
    end = next((p for p in range(place + 1, len(text.words)) if mark_before(text, p)), None)
    if end is None or end - place > _ASIDE or text.gap(end).strip() != "،":
        return None
    noun = text.words[end].fold in ONE_OF or definite(text, end) or is_person(text, end)
    return end if noun else None


#: Words of an aside, at most.
_ASIDE = 7


def stops(text: Passage, place: int) -> bool:
    word = text.words[place].fold
    bidden = word[0] == "ب" and len(word) > _LETTERS and as_it_stands(word[1:])
    return (
        word in FREE
        or (bidden and word[1:] not in FREE)  # «بدعم», which is listed
        or word in CLAIM
        or bool(text.gap(place).strip())
        or (joined_preposition(text, place) and not _like_a_name(text, place))
        or (word.startswith("لل") and len(word) > _LETTERS)
        or attached(text, place, "بل")
        or word in _ONTO
        or (and_before(text, place) and not definite(text, place))
    )


_ONTO = folded("على ضد إلى أمام لصالح قبل بعد")


def attached(text: Passage, place: int, letters: str) -> bool:
    """Whether one of *letters* is written onto the word at *place* for a preposition."""
    if place >= len(text.words):
        return False
    word = text.words[place].fold
    if len(word) <= _LETTERS or word[0] not in letters:
        return False
    if word.startswith("لل"):
        return True
    if text.keys[place]:
        return False
    return not as_it_stands(word) and (listed(word[1:]) or (word[0] == "ل" and place > 0))


#: Letters of a word with its preposition, more than.
_LETTERS = 3


def is_some_of(text: Passage, place: int) -> bool:
    """Whether the «من» at *place* only parts some from all: «عدد من العاملين»."""
    return place > 0 and text.words[place].fold == "من" and text.words[place - 1].fold in _SOME


_SOME = folded("عدد عددا عشرات مئات آلاف مجموعة كثير الكثير العديد اثنين اثنان جزء قسم")


def span(text: Passage, start: int) -> frozenset[int]:
    """The noun phrase at *start*, which may be written onto its preposition: «لشركة الساحل»."""
    if start >= len(text.words) or text.words[start].fold in FREE:
        return _NOBODY
    if found := first_phrase(text, start):
        return found
    if text.words[start].fold.startswith("لل") or text.keys[start]:
        return frozenset(range(start, _with_attributes(text, start + 1)))
    name = not listed(text.words[start].fold[1:]) or given_name(text.words[start].fold[1:])
    if name:
        return frozenset(range(start, _with_a_name(text, start + 1)))
    return first_phrase(text, start + 1) | {start}
