"""Whose words a letter says that somebody signs: «وقّع الأطباء رسالة إلى الوزيرة جاء فيها أن …».

The rule: behind the noun of something written, «جاء فيها أن» and «تقول إن» open its words; they are
of who signs or sends it, who stands between that verb and the noun, else of whom it is from; to
whom it is written says nothing.

What it may get wrong: a letter that somebody only passes on. The escape hatch is the table of
verbs.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.language.conjugation import forms
from digests.language.frame import OPENERS, REACH, Frame
from digests.language.lists import folded
from digests.language.speech_beside import IN_IT, STANDING
from digests.language.speech_verbs import Act
from digests.language.words import Token

_WRITING = forms("ar", ["وقع يوقع", "وجه يوجه", "أرسل يرسل", "بعث يبعث", "كتب يكتب", "نشر ينشر"])
_SAYS, _TO = folded("تقول يقول"), folded("إلى")
_FROM = folded("من")


def written(
    words: Sequence[Token], at: int, start: int, end: int, papers: frozenset[str]
) -> Frame | None:
    """The frame of what one of *papers* says by the verb at *at*."""
    opener = _opener(words, at)
    if opener is None or opener >= end or words[opener].fold not in OPENERS["ar"]:
        return None
    near = range(at - 1, max(start, at - REACH), -1)
    paper = next((p for p in near if words[p].fold in papers), None)
    if paper is None or any(words[p].start - words[p - 1].end > 1 for p in range(paper, at)):
        return None
    who = _writer(words, paper, start, at)
    return Frame(at, Act.SAY, who, range(opener, end), False) if who else None


def _opener(words: Sequence[Token], at: int) -> int | None:
    """Where the claim opens of «جاء فيها أن» or «تقول إن» at *at*."""
    if words[at].fold in STANDING and at + 2 < len(words) and words[at + 1].fold in IN_IT:
        return at + 2
    return at + 1 if words[at].fold in _SAYS and at + 1 < len(words) else None


def _writer(words: Sequence[Token], paper: int, start: int, at: int) -> range | None:
    """Who writes: between the verb and the *paper*, or behind the paper and «من»."""
    verb = next((p for p in range(paper - 1, start - 1, -1) if _writes(words[p].fold)), None)
    if verb is not None:
        return range(verb + 1, paper) if verb + 1 < paper else None
    if words[paper + 1].fold not in _FROM:
        return None
    return range(paper + 2, next((p for p in range(paper + 2, at) if words[p].fold in _TO), at))


def _writes(word: str) -> bool:
    return word in _WRITING or (word[:1] in ("و", "ف") and word[1:] in _WRITING)
