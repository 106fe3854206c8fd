"""What two share: «الحدود بين فرنسا وسويسرا» for the border of France and Switzerland.

The rule: «بين» behind a noun of what two have with each other (the table) needs no support where
both have it and stand in the evidence side by side, with "and" or a hyphen between them, right
behind the noun and its preposition or right before it, or around it: France's border with Chad.

What it may get wrong: two that are named together by chance beside such a noun. The escape hatch
is the table.
"""

from __future__ import annotations

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.normal import fold
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage

_BETWEEN = fold("بين")
_SHARED = folded(
    "حدود حرب حروب علاقات علاقة محادثات مفاوضات اتفاق اتفاقية معاهدة هدنة نزاع صراع خلاف خلافات "
    "مباراة معركة معارك تعاون تجارة قمة"
)
#: Words from «بين» to the second of the two, and from one to the other in the evidence, at most.
_SECOND, _APART = 6, 3
#: What stands between the noun and the two; words from the two to it, at most.
_OF, _BESIDE = frozenset({"of", "between"}), 3


def between_two(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether «بين» at *place* says of a noun that it is of the two behind it."""
    if sentence.words[place].fold != _BETWEEN or not place or evidence.language != "en":
        return False
    if _SHARED.isdisjoint(without_particles(sentence.words[place - 1].fold)):
        return False
    noun, first = aligned.of(place - 1), aligned.of(place + 1)
    last = min(len(sentence.words), place + 1 + _SECOND)
    seconds = (p for p in range(place + 2, last) if sentence.words[p].fold[0] == "و")
    second = next((found for p in seconds if (found := aligned.of(p))), ())
    return any(
        _together(evidence, min(j, k), max(j, k), noun) for j in first for k in second if j != k
    )


def _together(evidence: Passage, first: int, last: int, noun: tuple[int, ...]) -> bool:
    """Whether two words stand side by side, beside the *noun* or around it with "with"."""
    between = [evidence.words[at].fold for at in range(first + 1, last)]
    if any(first < at < last for at in noun):
        return last - first <= _APART and between[-1:] == ["with"]
    if any("," in evidence.gap(at) for at in range(first + 1, last + 1)):
        return False
    joined = between[:1] == ["and"] and len(between) < _APART
    tied = not between and "-" in evidence.gap(last)
    return (joined or tied) and any(
        at == last + 1 or (0 < first - at <= _BESIDE and _of(evidence, at, first)) for at in noun
    )


def _of(evidence: Passage, noun: int, first: int) -> bool:
    """Whether "of" stands between the *noun* and the *first* of the two."""
    return any(evidence.words[at].fold in _OF for at in range(noun + 1, first))
