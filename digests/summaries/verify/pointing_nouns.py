"""Definite nouns that point back to what was told: «وبالوزارة», "the ministry", המשרד.

The rule: a noun with its article, particles written before it or not, points back when nothing
behind it tells which it is: no name, no attribute of its own, no relative clause and no "of".

What it may get wrong: an adverb that looks like an attribute. The escape hatch is the tables.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.language.normal import fold
from digests.summaries.verify.name_words import nameish
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.told import parted, stops

#: Particles that are written onto an Arabic word with its article, and onto a Hebrew one.
_FRONTS = ("", "و", "ف", "ب", "وب", "ك", "وك")
_HEBREW_FRONTS = ("", "ו", "ש", "וש", "מ", "ומ", "כש")
#: Hebrew particles that take the place of the article with them.
_HEBREW_JOINED = ("ל", "ב", "ול", "וב")
#: What makes a definite noun that one by itself, behind it.
_RESTRICTING = folded(
    "that which who whose of for behind responsible former التي الذي الذين المالكة الأم السابق "
    "السابقة باسم שהיא אשר"
)


def narrowed(text: Passage, place: int) -> bool:
    """Whether something behind the definite noun at *place* tells which it is."""
    after = place + 1
    if stops(text, after):
        return False
    word = text.words[after]
    if word.fold in _RESTRICTING:
        return True
    if parted(text, after):
        return "«" in text.gap(after)
    if text.language == "en":
        return word.text[:1].isupper() and after not in text.dated
    named = text.language == "he" and nameish(text, after)
    return named or attribute(text, place)


def definite(text: Passage, place: int) -> tuple[str, str] | None:
    """What is written onto the definite noun at *place*, and the noun: «وبالوزارة» is «وب» and
    «وزاره»."""
    word = text.words[place].fold
    if text.language == "en":
        return ("", word) if place and text.words[place - 1].fold == "the" else None
    if text.language == "he":
        return _definite_in_hebrew(word)
    for front in _FRONTS:
        if word.startswith(front + "ال") and len(word) > len(front) + 3:
            return front, word[len(front) + 2 :]
    for front in ("ل", "ول"):
        if word.startswith(front + "ل") and len(word) > len(front) + 3:
            return front, word[len(front) + 1 :]
    return None


def _definite_in_hebrew(word: str) -> tuple[str, str] | None:
    for front in _HEBREW_FRONTS:
        if word.startswith(front + "ה"):
            return front, word[len(front) + 1 :]
    return next(
        ((front, word[len(front) :]) for front in _HEBREW_JOINED if word.startswith(front)), None
    )


def attribute(text: Passage, place: int) -> bool:
    """Whether a definite attribute stands behind the definite noun at *place*.

    Behind «الشركة» it has an ending of a feminine, behind «المصرف» it has none: in «لم تُعد الشركة
    المفصولين» another noun is governed.
    """
    noun, after = text.words[place].fold, text.words[place + 1].fold
    if text.language == "en" or after in FREE:
        return False
    if text.language == "he":
        return after.startswith("ה") and after not in _HEBREW_PRONOUNS
    if not after.startswith("ال"):
        return False
    feminine = after.endswith(_FEMININE) or after in _WITHOUT_ENDING
    return feminine if noun.endswith(_FEMININE[0]) else not after.endswith(_OTHERS)


#: How Arabic attributes of a feminine end as folded, which have no such ending, and how those end
#: that no masculine has.
_FEMININE = (fold("ة"), fold("كبرى")[-1])
_WITHOUT_ENDING = folded("الأم")
_OTHERS = (_FEMININE[0], "ات", "ين", "ون")
_HEBREW_PRONOUNS = folded("הוא היא הם הן")
