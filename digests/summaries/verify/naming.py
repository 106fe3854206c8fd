"""Which words of a text name a speaker, and which only say something of him.

The rule: pronouns and dates name nobody, nor does what a relative clause or a participle behind a
comma says of a speaker, nor where and about what he spoke («في بيان», «عن الأسرى»).

What it may get wrong: an apposition that names somebody else. The escape hatch is the tables.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from digests.language.conjugation import forms
from digests.language.english_frames import apposition_end
from digests.language.frame import OPENERS
from digests.language.lexicon import listed
from digests.language.lists import folded
from digests.summaries.verify.ahead import will_is_a_name
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage

_PRONOUNS = folded(
    "on he she they it who we i which that also has have had is was were will would and but not "
    "later then however הוא היא הם הן גם עוד כי אשר בתוך כך אז לא אין אינו "
    "אינה אינם אינן איננו איננה not never neither nor هو هي هم أيضا كذلك لاحقا قد "
    "جهته جهتها جهتهم جانبه جانبها جانبهم بدوره بدورها بدورهم"
)
_RELATIVES = folded("who which whose whom that الذي التي الذين اللذان اللتان اللذين اللتين אשר")
_PARTICIPLES = folded("seen known born held led run made sent shown taken")


class Speaker(NamedTuple):
    """Who speaks: ``places`` of ``text``; the name ends there only when it is ``opened``."""

    text: Passage
    places: list[int]
    opened: bool = True


def named_in(text: Passage, places: Iterable[int]) -> list[int]:
    """Those of *places* that may name somebody."""
    return [
        p
        for p in places
        if p < len(text.words)
        and (text.language == "ar" or not (p in text.dated or _before_a_date(text, p)))
        and (text.words[p].fold not in _PRONOUNS or _initials(text, p))
        and (p in text.content or text.language != "ar")
        and (len(text.words[p].fold) > 1 or _one_letter(text, p))
    ]


def _before_a_date(text: Passage, place: int) -> bool:
    """Whether the word at *place* only opens a date: "In April 2022 the agency said"."""
    return text.words[place].fold in _OPENS_DATES and place + 1 in text.dated


_OPENS_DATES = folded("in on since by")


def _initials(text: Passage, place: int) -> bool:
    """Whether a name stands at *place* that looks like another word: WHO, IT, Will Carter."""
    word = text.words[place].text.removesuffix("'s").removesuffix("’s")
    if word == "Will":
        return will_is_a_name(text, place)
    return len(word) > 1 and word.isascii() and word.isupper()


def _one_letter(text: Passage, place: int) -> bool:
    """Whether a name of one letter stands at *place*: X."""
    return (
        text.language == "en"
        and text.words[place].text.isupper()
        and place + 1 < len(text.words)
        and text.words[place].fold not in ("i", "a")
    )


def setting(text: Passage, named: list[int]) -> int:
    """Where a speaker is followed by where he spoke: «في إفادة للمحكمة», «أمام أنصاره»."""
    for place in range(named[0] + 1, named[-1] + 1) if named else ():
        word = text.words[place].fold
        about = word == "عن" and proper_name(text, place - 1)  # «قالت هريتسينكو عن الأسرى»
        if (
            word in _BEFORE_WHOM
            or about
            or (word in SETTINGS and text.words[place - 1].fold == "في" and place in named)
        ):
            return place
    return len(text.words)


_BEFORE_WHOM = folded("أمام خلال عقب أثناء خارج داخل قرب")
SETTINGS = folded(
    "بيان تصريح تصريحات مقابلة إفادة رسالة تقرير مؤتمر حديث كلمة خطاب منشور تغريدة جلسة مقال"
)


def core_of(text: Passage, places: list[int]) -> list[int]:
    """Those of *places* that name the speaker, and not what a clause behind a comma says of it.

    In «the mayor, seen as a rival of the governor, said» the governor says nothing.
    """
    found, aside, wanted, end = [], False, set(places), setting(text, places)
    for place in range(places[0], places[-1] + 1) if places else ():
        if place > places[0] and any(mark in text.gap(place) for mark in ",،"):
            aside = False
        aside = aside or (place > places[0] and _says_of(text, place))
        if place in wanted and not aside and place < end:
            found.append(place)
    return found


def _says_of(text: Passage, place: int) -> bool:
    """Whether a relative clause or a participle begins at *place* or at the word before."""
    word = text.words[place].fold
    if word in _RELATIVES and not _initials(text, place):
        return True
    if text.language == "ar":
        return "،" in text.gap(place) and _wants_no_name(text, place)
    if "," not in text.gap(place):
        return False
    if text.language == "he":  # «…, המייצגת את התושבים»
        after = text.words[place + 1].fold if place + 1 < len(text.words) else ""
        return word[:1] in ("ה", "ש") and after == "את"
    return text.words[place].text.islower() and (
        word.endswith(("ed", "ing")) or word in _PARTICIPLES
    )


def _wants_no_name(text: Passage, place: int) -> bool:
    """Whether somebody asks at *place* not to be named: «مسؤول، طلب عدم الكشف عن هويته، إن»."""
    word = text.words[place].fold
    near = {w.fold for w in text.words[place + 1 : place + _ASKED]}
    return word in _ASKING and not _NAMELESS.isdisjoint(near)


_ASKING = forms("ar", ["طلب يطلب", "اشترط يشترط", "رفض يرفض", "فضل يفضل"])
_NAMELESS = folded("اسمه اسمها أسمائهم هويته هويتها هوياتهم هويتهم")
#: Words of such a clause up to its name.
_ASKED = 7


def proper_name(sentence: Passage, place: int) -> bool:
    """Whether a name stands at *place*, and no word of the lexicon."""
    word = sentence.words[place].fold
    return not listed(word) or bool(sentence.keys[place])


def speaks_elsewhere(
    sentence: Passage, named: list[int], theirs: Speaker, aligned: Alignment
) -> bool:
    """Whether *named*, up to its first name, is another speaker of the text, word by word."""
    wanted = set(theirs.places)
    last = next((p for p in named if proper_name(sentence, p)), None)
    if last is None or not aligned.every.get(last) or wanted & set(aligned.every[last]):
        return False
    title_of = [set(aligned.every.get(p, ())) for p in named if p <= last]
    others = [
        set(f.speaker) for f in theirs.text.frames if f.opened and not wanted & set(f.speaker)
    ]
    return any(all(support & other for support in title_of) for other in others)


def afterwards(text: Passage, last: int) -> Iterable[int]:
    """Words of the same sentence after a speaker that may still belong to the name."""
    end = min(len(text.words), last + 1 + AFTERWARDS)
    near = range(end, min(len(text.words), end + NAME))
    opener = next((p for p in near if text.words[p].fold in OPENERS.get(text.language, ())), end)
    end = opener if text.language != "ar" else end  # "told a meeting of investors that"
    if last + 1 < len(text.words) and text.words[last + 1].fold in ("who", "which"):
        end = min(len(text.words), last + _CLAUSE)  # "said Dr. Vaughan, who leads the team"
    if text.language == "en":
        end = max(end, apposition_end(text.words, text.text, last + 1, len(text.words)))
    for place in range(last + 1, end):
        if any(mark in text.gap(place) for mark in ".!?؟؛;"):
            return
        yield place


#: Words of a title and a name, and of a relative clause behind a speaker, at most.
NAME, _CLAUSE = 6, 12
#: Words after a speaker whose end is not known that may still belong to the name.
AFTERWARDS = 3
