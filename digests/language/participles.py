"""Participles that go on with what the subject of their clause says: «…، مؤكدة أن», «مطالبين بـ».

The rule: some say it anywhere («قائلا»); the others are adjectives or nouns elsewhere («حالات
مؤكدة», «مطالبة»). These report behind a mark, or with the ending of their case, and only before
what opens what is said: «أن» for what is told, «بـ» or «إلى» for what is asked.

What it may get wrong: an adjective behind a comma that such a word follows. The escape hatch is
the tables below.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.language.frame import OPENERS
from digests.language.lists import folded
from digests.language.speech_beside import accuses_here
from digests.language.speech_verbs import ADDING, DENYING, Act
from digests.language.words import Token

_BEHIND_A_MARK = {
    word: act
    for act, text in {
        Act.SAY: "مؤكدة مؤكدين مضيفة مضيفين مشيرة مشيرين موضحة موضحين لافتا لافتة لافتين مبينا "
        "مبينة مبينين مشددا مشددة مشددين مردفا مردفة متابعا منوها منوهة زاعما زاعمة زاعمين معلنا "
        "معلنة معلنين كاشفا كاشفة كاشفين مدعيا مدعية مدعين",
        Act.WARN: "محذرا محذرة محذرين",
        Act.ASK: "مطالبا مطالبة مطالبين داعيا داعية داعين مناشدا مناشدة مناشدين حاثا حاثة",
    }.items()
    for word in folded(text)
}
#: Words behind such a participle in which that what it says opens.
_NEAR = 4
_WARNED = folded("من أن")
_ASKED = folded("إلى على أن")
#: Letters of a demand with its particle, at least.
_JOINED = 4


def participle(words: Sequence[Token], at: int) -> Act | None:
    """What the participle at *at* does, if it is one that reports here."""
    word = words[at].fold
    if word in ADDING:
        return Act.SAY
    if word in DENYING:
        return Act.DENY
    if accuses_here(words, at):
        return Act.ACCUSE
    act = _BEHIND_A_MARK.get(word) or _BEHIND_A_MARK.get(word.removeprefix("و"))
    if act is None or not at:
        return None
    marked = words[at].start - words[at - 1].end > 1
    cased = act is Act.ASK and word.endswith(("ا", "ين"))
    joined = word not in _BEHIND_A_MARK
    return act if (marked or cased or joined) and _says(words, at, act) else None


def _says(words: Sequence[Token], at: int, act: Act) -> bool:
    """Whether what opens the content of *act* follows the participle at *at*."""
    near = [word.fold for word in words[at + 1 : at + 1 + _NEAR]]
    if act is Act.SAY:
        return not OPENERS["ar"].isdisjoint(near)
    if act is Act.WARN:
        return not _WARNED.isdisjoint(near)
    return any(word in _ASKED or (word[:1] == "ب" and len(word) >= _JOINED) for word in near)
