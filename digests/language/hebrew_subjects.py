"""Who speaks in a Hebrew clause where the words around its verb may mislead.

The rule: who is asked («ביקש מכהן לצמצם») is not who asks; behind a clause in commas the subject
follows its verb («במסגרת ההסכם, שנחתם במאי, התחייבה ירדן»); "and did not say" behind a comma goes
on with who spoke («מסר כי נעצרו שניים, ולא ציין את שמותיהם»); and a denial ends before what its
speaker did not do («הכחיש שהפעיל לחץ, ולא שינה את ההחלטה»).

What it may get wrong: a speaker whose name begins with מ, asks for something and stands behind his
verb. The escape hatch is the lexicon, which has the words that begin so by themselves.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.language.lexicon import as_it_stands
from digests.language.lists import folded
from digests.language.speech_verbs import Act
from digests.language.words import Token

_OF, _TO, _AND_NOT = "מ", "ל", "ולא"
#: Words between who is asked and the infinitive, at most; letters of a word with its particle.
_ASKED_WITHIN, _JOINED = 4, 4
#: What stands behind a verb for its object.
_OBJECTS = folded("את אל על עם כי אותו אותה אותם בפני ל")
#: First letters of a verb in the future.
_OF_A_FUTURE = ("י", "ת", "א")


def asks_of(words: Sequence[Token], at: int, act: Act, end: int) -> bool:
    """Whether who is asked stands right behind the verb at *at*: «ביקש מכהן לצמצם»."""
    if act is not Act.ASK or at + 2 >= end:
        return False
    asked = words[at + 1].fold
    if asked[:1] != _OF or len(asked) < _JOINED or as_it_stands(asked):
        return False
    return any(w.fold[:1] == _TO for w in words[at + 2 : min(end, at + 2 + _ASKED_WITHIN)])


def behind_an_aside(words: Sequence[Token], text: str, start: int, at: int, end: int) -> bool:
    """Whether the subject follows the verb at *at*, behind "in …" and a clause in commas."""
    if at <= start or at + 1 >= end or "," not in text[words[at - 1].end : words[at].start]:
        return False
    opening, behind = words[start].fold, words[at + 1].fold
    placed = opening[:1] == "ב" and len(opening) >= _JOINED and as_it_stands(opening[1:])
    aside = any(
        "," in text[words[p - 1].end : words[p].start] and words[p].fold[:1] == "ש"
        for p in range(start + 1, at)
    )
    return placed and aside and behind not in _OBJECTS and behind[:1] not in (_TO, "ב")


def goes_on_not(words: Sequence[Token], text: str, at: int) -> bool:
    """Whether the verb at *at* stands behind a comma and "and … not": «, ולא ציין»."""
    return at > 1 and words[at - 1].fold == _AND_NOT and _marked(words, text, at - 1)


def end_of_denial(words: Sequence[Token], text: str, act: Act, first: int, end: int) -> int:
    """Where what is denied ends: before what its speaker did not do, behind a comma."""
    if act is not Act.DENY:
        return end
    return next((p for p in range(first + 1, end - 2) if _did_not(words, text, p)), end)


def _did_not(words: Sequence[Token], text: str, place: int) -> bool:
    """Whether "and he did not …" stands at *place* behind a comma: «, ולא שינה את ההחלטה»."""
    if words[place].fold != _AND_NOT or not _marked(words, text, place):
        return False
    verb, behind = words[place + 1].fold, words[place + 2].fold
    return verb not in _OBJECTS and verb[:1] not in _OF_A_FUTURE and behind in _OBJECTS


def _marked(words: Sequence[Token], text: str, place: int) -> bool:
    return "," in text[words[place - 1].end : words[place].start]
