"""Where an Arabic claim opens behind its verb, and where the name of its speaker ends.

The rule: a claim opens at إن، أن، ألا، بأن, a colon or quotation mark, or at «ذلك» that stands for
it. Where none does, the name ends at a preposition or a word of time; «في» and a place may stand
between an office and its name («رئيس الهيئة في سرمين رامي خلف»).

What it may get wrong: the object of a verb that no word opens, which is taken for a part of the
name. The escape hatch is the tables.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.language.arabic_subjects import BUT, CLAUSES, ends_name
from digests.language.conjugation import forms
from digests.language.counterclaims import CHARGES, announced
from digests.language.frame import OPENERS, REACH, RELATIVES, TRAILING
from digests.language.letters import letters
from digests.language.lexicon import listed
from digests.language.lists import folded
from digests.language.marked_names import name_end
from digests.language.negation import denies_a_clause
from digests.language.normal import fold
from digests.language.participles import participle
from digests.language.speech_verbs import Act, act_of, has_object
from digests.language.words import Token

_MARKS = ':«"“'


def opening(words: Sequence[Token], text: str, at: int, act: Act, end: int) -> tuple[int, bool]:
    """Where the name behind the verb ends, and whether a word or mark opens the claim there."""
    stop = at + 1
    reach = 4 * REACH if words[at].fold.removeprefix("و") in _ALWAYS_OPENED else 2 * REACH
    while stop < end and stop - at <= reach:
        if (name := name_end(words, text, stop)) is not None:
            stop = name
            continue
        gap = text[words[stop - 1].end : words[stop].start]
        if _opens_arabic(words, at, stop, end) or (
            stop > at + 1 and _is_denied(words, text, act, stop)
        ):
            return stop, True
        if _goes_on(words, stop) or _says_of(words, stop):
            break
        if stop > at + 1 and announced(words, text, stop, end) is not None:
            break
        if any(mark in gap for mark in _MARKS) and not _quoted_name(words, text, act, stop, end):
            return stop, True
        stop += 1
    stop = at + 1
    while stop < end and stop - at <= REACH:
        if (name := name_end(words, text, stop)) is not None:
            stop = name
            continue
        if ends_name(words[stop]) or _goes_on(words, stop):
            break
        if stop > at + 1 and _is_estimated(words, at, stop):
            break
        stop += 1
    if act is Act.SAY and not _to_whom(words[at].fold):
        stop = _name_behind_place(words, text, stop, end)
    return stop, False


def _is_estimated(words: Sequence[Token], at: int, stop: int) -> bool:
    """Whether the word at *stop* is what is estimated: «قدّر المنظمون | عدد المشاركين بـ…»."""
    return words[at].fold.removeprefix("و") in _ESTIMATING and words[stop].fold in _MEASURED


_ESTIMATING = forms("ar", ["قدر يقدر"])
_MEASURED = frozenset(
    fold(measure + whose)
    for measure in (
        "عدد أعداد حجم قيمة كلفة تكلفة تكاليف خسائر أضرار مساحة كمية نسبة ثمن سعر عمر عمق وزن مدة "
        "طول سرعة ثروة حصيلة خسارة"
    ).split()
    for whose in ("", "ه", "ها", "هم")
) | folded("الخسائر الأضرار الحصيلة العدد الكلفة التكلفة")


def _name_behind_place(words: Sequence[Token], text: str, at: int, end: int) -> int:
    """Where the name ends behind where the office at *at* is: «رئيس الهيئة | في سرمين رامي خلف»."""
    if at + 2 >= end or words[at].fold != "في":
        return at
    near = range(at + 2, min(end, at + 2 + TRAILING))
    marks = (p for p in near if text[words[p - 1].end : words[p].start].strip())
    near = range(at + 2, next(marks, near.stop))
    if not near or listed(words[near.start].fold):
        return at
    common = next((p for p in near if listed(words[p].fold)), near.stop)
    return next((p for p in near if ends_name(words[p])), common)


def _to_whom(verb: str) -> bool:
    """Whether *verb* has whom it tells for its object: «أبلغ الوزير في سرمين رامي خلف»."""
    return verb in _TELLING or verb[1:] in _TELLING or has_object(verb)


_TELLING = forms("ar", ["أبلغ يبلغ", "أخبر يخبر", "أخطر يخطر", "أجاب يجيب", "نقل ينقل"])


#: Verbs behind which a word or mark always opens the claim, behind whatever describes the speaker.
_ALWAYS_OPENED = forms("ar", ["قال يقول"])


def _says_of(words: Sequence[Token], at: int) -> bool:
    """Whether a clause at *at* tells what somebody else says: «الموقع الذي قال الجيش إنه …»."""
    return (
        words[at].fold in RELATIVES
        and at + 1 < len(words)
        and act_of(words[at + 1].fold, "ar") is not None
    )


def _in_between(words: Sequence[Token], at: int) -> bool:
    """Whether «، وهي …،» at *at* stands between a name and what opens its claim."""
    later = range(at + 1, min(len(words), at + REACH))
    behind = next((p for p in later if words[p].start - words[p - 1].end > 1), None)
    if behind is None:
        return False
    quoted = words[behind].start - words[behind - 1].end > len("، ")
    return quoted or words[behind].fold in OPENERS["ar"]


_WHICH_IS = folded("وهو وهي وهم وهما")


def _is_denied(words: Sequence[Token], text: str, act: Act, at: int) -> bool:
    """Whether what is said stands at *at* as a noun: «ذلك», «نفى الوزير | اتهام النائب له».

    «الادعاء» is also who prosecutes.
    """
    after = words[at + 1].fold if at + 1 < len(words) else ""
    claimed = words[at].fold == "الادعاء" and after in OPENERS["ar"]
    charged = act is Act.DENY and (words[at].fold in CHARGES or claimed)
    return charged or stands_for_a_claim(words, text, at)


def _goes_on(words: Sequence[Token], at: int) -> bool:
    """Whether another statement begins at *at*: «وقال», «فيما قالت», «، مؤكدة أن», «، لكن»."""
    word = words[at].fold
    if participle(words, at) is not None:
        return True
    if word in BUT or word in _WHICH_IS:
        marked = words[at].start - words[at - 1].end > 1
        return marked and not (word in _WHICH_IS and _in_between(words, at))
    verb = words[at + 1].fold if word in CLAUSES and at + 1 < len(words) else word
    return (verb is not word or word[:1] in "وف") and act_of(verb, "ar") is not None


def stands_for_a_claim(words: Sequence[Token], text: str, at: int) -> bool:
    """Whether «ذلك» stands at *at* for what was said, and no noun follows that it points to."""
    if words[at].fold != "ذلك" or (at and words[at - 1].fold in _WHEN):
        return False  # «بعد ذلك بدقيقتين»
    if at + 1 >= len(words) or text[words[at].end : words[at + 1].start].strip():
        return True
    return not words[at + 1].fold.startswith("ال")


_WHEN = folded("بعد قبل منذ خلال إثر غير مع عند")


def _opens_arabic(words: Sequence[Token], verb: int, at: int, end: int) -> bool:
    """Whether the word at *at* opens a claim and is no letter of a name («قالت إن إس أو إن»)."""
    word = words[at].fold
    if words[at].text.startswith("آ"):
        return False  # «وزيرة الصحة آن غوتييه»
    if word == "ما":
        return at + 1 < end and words[at + 1].fold == "اذا"
    if denies_a_clause(words[at].text):
        return True  # «نفى الوزير ألا تكون»
    if word not in OPENERS["ar"]:
        return False
    if at > verb + 1 and _goes_on_spelling(words, verb, at):
        return False
    if at > verb + 1 and words[at - 1].fold not in _BEFORE_A_NAME:
        return True  # the speaker was named: «قال الوزير إن بي بي سي …»
    row = [letters(words[place].fold) for place in range(at, min(end, at + 3))]
    words_too = at + 1 < end and words[at + 1].fold in _ALSO_WORDS
    return not (len(row) > 1 and all(row[: 3 if words_too else 2]) and len(row) >= 2 + words_too)


def _goes_on_spelling(words: Sequence[Token], verb: int, at: int) -> bool:
    """Whether «إن» at *at* goes on with a row of letters: «رفض متحدث باسم سي إن إن التعليق».

    Behind a verb of saying the last «إن» of a row opens the claim; behind another one only «أن»
    does.
    """
    if not words[at].text.startswith(_THAT) or not _spells(words, at - 1):
        return False
    if act_of(words[verb].fold, "ar") is not Act.SAY:
        return True
    again = at + 1 < len(words) and words[at + 1].text == _THAT
    return again and not (_spells(words, at + 2) and words[at + 2].text != _THAT)


def _spells(words: Sequence[Token], at: int) -> bool:
    """Whether the word at *at* names a letter and is no word besides."""
    return (
        at < len(words)
        and bool(letters(words[at].fold, joined=True))
        and (words[at].text == _THAT or words[at].fold not in _ALSO_WORDS)
    )


_THAT = "إن"
_BEFORE_A_NAME = folded("شركة مجموعة منظمة شبكة جمعية مؤسسة وكالة باسم لدى في عن من على")
#: Names of letters that are more often words.
_ALSO_WORDS = folded("في أي أو إي ال")


def _quoted_name(words: Sequence[Token], text: str, act: Act, at: int, end: int) -> bool:
    """Whether the quotation mark before the word at *at* opens a name («س» إن …), not a claim."""
    if ":" in text[words[at - 1].end : words[at].start]:
        return False
    for place in range(at, min(end, at + TRAILING) - 1):
        gap = text[words[place].end : words[place + 1].start]
        if any(mark in gap for mark in '»"”'):
            following = words[place + 1 : min(end, place + 2 + REACH)]
            return act is not Act.SAY or any(word.fold in OPENERS["ar"] for word in following)
    return False
