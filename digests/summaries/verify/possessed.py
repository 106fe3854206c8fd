"""The body for which the evidence has "its": «الرئيسة التنفيذية للمنظمة», "its chief executive".

The rule: a noun of a body with «لل» or its article («رئيس الهيئة»), behind what the evidence has
with "its" or "their", is the one body of which the sentences just before the evidence tell: an
English noun of it stands there, and no noun of another kind of body, there or in the evidence.

What it may get wrong: two bodies of one kind. The escape hatch is to cite the sentence that names
it.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

_BODIES = {
    noun: frozenset(english.split())
    for arabic, english in {
        "للمنظمة للجمعية": "organization organisation charity nonprofit",
        "للمجموعة": "group",
        "للشركة": "company firm",
        "للوكالة": "agency",
        "للنقابة للاتحاد": "union federation",
        "للحزب": "party",
        "للهيئة": "authority",
        "للمؤسسة": "foundation institution",
        "للبنك للمصرف": "bank",
        "للجامعة": "university",
        "للنادي": "club",
    }.items()
    for bare in folded(arabic)
    for noun in (bare, "ا" + bare[1:])
}
_ITS = frozenset({"its", "their"})
#: Words from "its" to the noun that it owns, at most; sentences before that may tell whose it is.
_OWNED, _BEFORE = 3, 3


def of_its_body(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """Whether the word at *place* is the body that "its" of the evidence stands for."""
    own = _BODIES.get(sentence.words[place].fold)
    evidence = source.passage
    if own is None or not place or evidence.language != "en":
        return False
    owned = any(
        not _ITS.isdisjoint(w.fold for w in evidence.words[max(0, j - _OWNED) : j])
        for j in aligned.of(place - 1)
    )
    told = {w.fold for text in source.before[:_BEFORE] for w in text.words}
    here = {w.fold for w in evidence.words}
    others = frozenset[str]().union(*_BODIES.values()) - own
    return owned and not own.isdisjoint(told) and others.isdisjoint(told | here)
