"""Accusations and denials that Arabic tells in passing: by a noun, or behind what is denied.

The rule: «اتهام فلان للشركة بـ…» and «ادعاءات فلان بأن …» report what somebody says, as a verb
does: the name stands between the noun and who is accused, or what opens the claim. «…، وهو ما
نفته الشركة» and «…، وهي تهمة ينفيها» deny what stands before.

What it may get wrong: an accusation that does not tell whose it is («اتهام الشركة بـ…») is
nobody's. The escape hatch is the tables below.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.language.frame import OPENERS, REACH, RELATIVES, Frame, clause_mark
from digests.language.lexicon import as_it_stands, listed, meanings, of_names
from digests.language.lists import folded
from digests.language.speech_beside import STANDING
from digests.language.speech_verbs import Act, is_according
from digests.language.words import Token

_ACCUSATIONS = folded("اتهام اتهامات انتقاد انتقادات")
_CALLS = folded("دعوة دعوات مطالبة مطالبات")
_CLAIMS = folded("ادعاء ادعاءات مزاعم زعم قول رواية")
#: Nouns of saying whose claim «أن» opens: «إعلان الجيش أنه عثر على …».
_ANNOUNCING = folded("إعلان تأكيد إفادة تصريح")
WHAT_HE_SAID = folded(
    "قاله قالته قالوه ذكره ذكرته أعلنه أعلنته أورده أوردته زعمه زعمته ادعاه ادعته كشفه كشفته أكده "
    "أكدته نشره نشرته نقله نقلته أوضحه أوضحته بينه بينته"
)
#: What is denied, and no part of the name of who denies it.
CHARGES = (
    _ACCUSATIONS
    | _CLAIMS - folded("رواية")
    | folded("الاتهام الاتهامات الادعاءات المزاعم تهمة تهم التهم اتهامه اتهامها اتهامهم")
)
_OF_THEM, _TO_THEM = folded("له لها لهم لهما"), folded("إليه إليها إليهم ضده ضدها ضدهم")
_BY = folded("من")
#: Words that begin no name.
_PREPOSITIONS = folded("في على إلى عن ضد حول بشأن بين سابقة جديدة")
_RAISED = folded(
    "وجهها وجهتها وجهوها وجهه أطلقها أطلقتها أطلقوها ساقها ساقتها ساقوها أثارها أثارتها"
)
#: Words behind who is accused in which the charge begins, and letters of it with its particle.
_CHARGE, _JOINED = 5, 4
_DENIES_IT = folded(
    "نفاه نفته نفوه ينفيه تنفيه ينفونه نفاها نفتها نفوها ينفيها تنفيها ينفونها أنكره أنكرته أنكروه "
    "ينكره تنكره ينكرونه أنكرها أنكرتها أنكروها ينكرها تنكرها ينكرونها"
)
_WHICH = folded("وهو وهي وهم الأمر")
#: Words between such a word and its verb, at most: «وهي اتهامات باطلة تنفيها».
_BETWEEN = 3
_ENDS = folded(
    "في على إلى عن خلال بعد قبل يوم أمس اليوم بشدة جملة تماما قائلا قائلة ووصفته ووصفتها"
)


def accusation(words: Sequence[Token], text: str, at: int, end: int) -> Frame | None:
    """The frame of a noun at *at* that accuses or claims, where it tells whose words they are."""
    word = words[at].fold.removeprefix("و")
    if word in WHAT_HE_SAID and at and words[at - 1].fold == "ما":
        if at > 1 and is_according(words[at - 2].fold, "ar"):
            return None
        return _what_he_said(words, text, at, end)
    if word in STANDING and at and words[at - 1].fold == "ما" and at + 2 < end:
        return _what_stands_in(words, text, at, end)
    if word in _CALLS:
        return _call(words, text, at, end)
    if word in _ANNOUNCING:
        return announced(words, text, at, end)
    if word not in _ACCUSATIONS | _CLAIMS:
        return None
    if (raised := _raised(words, text, at, end)) is not None:
        return raised
    first = at + 2 if at + 1 < end and words[at + 1].fold in _BY else at + 1
    if first >= end or words[first].fold in _PREPOSITIONS or _whom(words[first].fold):
        return None
    for place in range(first + 1, min(end, first + REACH)):
        if any(mark in text[words[place - 1].end : words[place].start] for mark in "،؛:"):
            return None
        opens = words[place].fold in OPENERS["ar"] or words[place].fold in RELATIVES
        accused = word in _ACCUSATIONS and _whom(words[place].fold, named=place > first)
        if opens or (accused and _with_charge(words, place, end)):
            act = Act.ACCUSE if word in _ACCUSATIONS else Act.SAY
            return Frame(at, act, range(first, place), range(place, end), aside=True)
    return None


def announced(words: Sequence[Token], text: str, at: int, end: int) -> Frame | None:
    """The frame of «إعلان الجيش أنه عثر على …»: the noun at *at* has its speaker behind it."""
    if words[at].fold not in _ANNOUNCING or at + 2 >= end:
        return None
    for place in range(at + 1, min(end, at + REACH)):
        if text[words[place - 1].end : words[place].start].strip():
            return None
        if words[place].fold in OPENERS["ar"]:
            speaker, claim = range(at + 1, place), range(place, end)
            return Frame(at, Act.SAY, speaker, claim, aside=True) if speaker else None
        if words[place].fold in _PREPOSITIONS | RELATIVES:
            return None
    return None


#: Commas around an apposition.
_APPOSED = 2


def _call(words: Sequence[Token], text: str, at: int, end: int) -> Frame | None:
    """The frame of «دعوة فلان إلى …», where a name stands and no mere adjective."""
    first = at + 2 if at + 1 < end and words[at + 1].fold in _BY else at + 1
    if first >= end or words[first].fold in _PREPOSITIONS:
        return None
    commas = 0
    for place in range(at + 1, min(end, first + REACH)):
        gap = text[words[place - 1].end : words[place].start]
        if clause_mark(gap) and (gap.strip() != "،" or place <= first):
            return None
        commas += clause_mark(gap)
        if place > first and words[place].fold in _TO_DO:
            if commas and (commas != _APPOSED or not clause_mark(gap)):
                return None  # no name between commas: «دعوة لحضور الحفل، ثم سافر إلى باريس»
            named = place > first + 1 or words[first].fold.startswith("ال")
            word = words[first].fold
            named = named or of_names(meanings(word, core=True)) or not listed(word)
            frame = Frame(at, Act.ASK, range(first, place), range(place, end), aside=True)
            return frame if named else None
    return None


_TO_DO = folded("إلى")


def _what_he_said(words: Sequence[Token], text: str, at: int, end: int) -> Frame:
    """The frame of «ما قاله فلان عن …», or of «هذا ما قاله فلان» behind what was said."""
    stop = at + 1
    while stop < end and not (
        stop > at + 1 and (_ends(words, text, stop) or words[stop].fold in _BY)
    ):
        stop += 1
    if words[at - 2].fold.removeprefix("و") in _THIS:
        start = at
        while start and not any(
            mark in text[words[start - 1].end : words[start].start] for mark in ".؛"
        ):
            start -= 1
        if at - 2 > start:
            return Frame(at, Act.SAY, range(at + 1, stop), range(start, at - 2))
    return Frame(at, Act.SAY, range(at + 1, stop), range(stop, end), aside=True)


_THIS = folded("هذا ذلك")


def _what_stands_in(words: Sequence[Token], text: str, at: int, end: int) -> Frame | None:
    """The frame of «ما جاء في الرسالة من أن …»."""
    if words[at + 1].fold != "في":
        return None
    for place in range(at + 3, min(end, at + REACH)):
        if clause_mark(text[words[place - 1].end : words[place].start]):
            return None
        if words[place].fold in _BY or words[place].fold in OPENERS["ar"]:
            return Frame(at, Act.SAY, range(at + 2, place), range(place, end), aside=True)
    return None


def _raised(words: Sequence[Token], text: str, at: int, end: int) -> Frame | None:
    """The frame of an accusation at *at* that tells behind it who raised it: «وجهتها النقابة»."""
    verb = next((p for p in range(at + 1, min(end, at + REACH)) if words[p].fold in _RAISED), None)
    if verb is None:
        return None
    first = verb + 2 if verb + 1 < end and words[verb + 1].fold in _TO_THEM else verb + 1
    stop = first
    while stop < end and not (stop > first and _ends(words, text, stop)):
        stop += 1
    claim = range(at + 1, verb) if verb > at + 1 else range(stop, end)
    return Frame(at, Act.ACCUSE, range(first, stop), claim, aside=True)


def _ends(words: Sequence[Token], text: str, at: int) -> bool:
    """Whether a name ends before the word at *at*."""
    word = words[at].fold
    marked = clause_mark(text[words[at - 1].end : words[at].start])
    charge = word[:1] == "ب" and len(word) >= _JOINED and not as_it_stands(word)
    return marked or charge or word in _ENDS or word in _TO_THEM or _whom(word)


def _whom(word: str, named: bool = False) -> bool:
    """Whether *word* tells who is accused: «لها», «للحكومة», «لشركات», and a name once *named*."""
    if word in _OF_THEM:
        return True
    joined = word[:1] == "ل" and len(word) > _JOINED and not as_it_stands(word)
    return joined and (named or word[:2] == "لل" or listed(word[1:]))


def _with_charge(words: Sequence[Token], at: int, end: int) -> bool:
    """Whether a charge follows who is accused at *at*: «لها بمنع …», «للحكومة بأنها …»."""
    near = [word.fold for word in words[at + 1 : min(end, at + 1 + _CHARGE)]]
    return any(word[:1] == "ب" and len(word) >= _JOINED for word in near)


def denied_behind(
    words: Sequence[Token], text: str, at: int, found: list[Frame], clause: tuple[int, int]
) -> Frame | None:
    """The frame of a verb at *at* that denies what stands before: «…، وهو ما نفته الشركة»."""
    start, end = clause
    if words[at].fold not in _DENIES_IT or (which := _which(words, text, at, start)) is None:
        return None
    if found and found[-1].at < which and not found[-1].according:
        start = max(start, found[-1].claim.start)
    stop = at + 1
    while stop < end and not (stop > at + 1 and _ends(words, text, stop)):
        stop += 1
    return Frame(at, Act.DENY, range(at + 1, stop), range(start, which))


def _which(words: Sequence[Token], text: str, at: int, start: int) -> int | None:
    """Where «، وهو ما» or its kind begins before the verb at *at*."""
    for place in range(at - 1, max(start, at - 2 - _BETWEEN), -1):
        marked = clause_mark(text[words[place - 1].end : words[place].start])
        if marked:
            return place if words[place].fold in _WHICH else None
    return None
