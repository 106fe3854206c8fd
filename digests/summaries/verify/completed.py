"""«اكتمل بناء السياج» for "the fence was completed": what is completed is the building of it.

The rule: «بناء» and its kind need no support between a verb of completing and what is completed,
where the evidence has such a verb, and what it completes is that thing itself: no other noun
stands right beside it there that the sentence does not tell ("the fence's inspection").

What it may get wrong: a thing whose repair or planning was completed, told in a word far from it.
The escape hatch is the tables.
"""

from __future__ import annotations

from digests.language.conjugation import forms as forms_of
from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.gaps import says
from digests.summaries.verify.passage import Passage

_BUILDING = folded("بناء تشييد إنشاء إقامة")
_COMPLETING = forms_of(
    "ar", ["اكتمل يكتمل", "استكمل يستكمل", "أتم يتم", "أنجز ينجز", "أكمل يكمل", "انتهى ينتهي"]
) | folded("إتمام إكمال استكمال إنجاز انتهاء اكتمال")
_COMPLETED = (
    forms_of("en", ["complete", "finish"])
    | folded("הושלם הושלמה הושלמו השלים השלימה השלימו הסתיים הסתיימה")
    | _COMPLETING
)
#: Words before it among which such a verb stands.
_VERB = 5
_OF = folded("of של")


def completed(
    sentence: Passage, place: int, forms: set[str], evidence: Passage, aligned: Alignment
) -> bool:
    """Whether the word at *place* is the building of what the evidence says was completed."""
    thing = aligned.of(place + 1)
    if not forms & _BUILDING or not thing:
        return False
    verbs = (p for p in range(max(0, place - _VERB), place) if _is_one(sentence, p, _COMPLETING))
    there = {j for p in verbs for j in aligned.of(p) if _is_one(evidence, j, _COMPLETED)}
    return bool(there) and not any(_of_another(evidence, j, aligned) for j in thing)


def _is_one(text: Passage, place: int, words: frozenset[str]) -> bool:
    word = text.words[place].fold
    return word in words or (word[:1] in ("و", "ف", "س", "ו") and word[1:] in words)


def _of_another(evidence: Passage, thing: int, aligned: Alignment) -> bool:
    """Whether another noun that nobody tells stands beside *thing*: "the fence inspection"."""
    beside = [thing - 1, thing + 1]
    if any(w.fold in _OF for w in evidence.words[max(0, thing - 2) : thing]):
        beside.append(next(p for p in (thing - 1, thing - 2) if evidence.words[p].fold in _OF) - 1)
    return any(
        0 <= j < len(evidence.words)
        and says(evidence, j)
        and j not in aligned.told | evidence.dated
        and not any(evidence.gap(p).strip() for p in range(min(j, thing) + 1, max(j, thing) + 1))
        for j in beside
    )
