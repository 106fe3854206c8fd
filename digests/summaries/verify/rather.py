"""«ليس انتصارًا لأحد بل للبرلمان», of a victory for parliament and not for anybody.

The rule: what stands between a no and «بل» has a head, which holds of what follows «بل» too, and an
end, which alone is denied. The evidence may deny that end by a no of its own, and tell the head of
the other: "a victory for parliament, not for anybody". The end rests on what it denies, and what
follows «بل» with the head stands outside, in one clause with nothing between.

What it may get wrong: a head of several words, of which one belongs to the end. The escape hatch is
to follow the order of the source.
"""

from __future__ import annotations

from itertools import pairwise

from digests.language.lists import folded
from digests.language.negation import Negation
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage

_RATHER = folded("بل وإنما إنما")
#: Words from a no to its «بل», and behind that, at most.
_NEAR, _BEHIND = 10, 5
#: Words of a head, and between its words and those of what it is told of, at most.
_HEAD, _BETWEEN = 2, 3
_STOPS = frozenset(".;:!?،؛؟,")


def rather(sentence: Passage, evidence: Passage, aligned: Alignment, negation: Negation) -> bool:
    """Whether the evidence denies the end of what *negation* does, and has the head of another."""
    near = range(negation.at + 1, min(len(sentence.words), negation.at + _NEAR))
    turn = next((p for p in near if sentence.words[p].fold in _RATHER), None)
    if turn is None or any(sentence.ends(p) for p in range(negation.at + 1, turn + 1)):
        return False
    denied = [set(range(n.at + 1, n.end)) for n in evidence.negations]
    before = [p for p in range(negation.at + 1, turn) if aligned.of(p)]
    other = [p for p in _behind(sentence, turn) if aligned.of(p)]
    for reach in denied:
        head = [p for p in before if not reach & set(aligned.of(p))]
        end = before[len(head) :]
        if not 0 < len(head) <= _HEAD or head != before[: len(head)] or not end or not other:
            continue
        if not all(set(aligned.of(p)) <= reach for p in end):
            continue
        if any(reach & set(aligned.of(p)) for p in other):
            continue
        if _together(evidence, {j for p in (*head, *other) for j in aligned.of(p)}):
            return True
    return False


def _behind(sentence: Passage, turn: int) -> list[int]:
    """The words behind «بل» up to a mark."""
    last = min(len(sentence.words), turn + 1 + _BEHIND)
    marked = (p for p in range(turn + 2, last) if set(sentence.gap(p)) & _STOPS)
    return list(range(turn + 1, next(marked, last)))


def _together(evidence: Passage, places: set[int]) -> bool:
    """Whether *places* stand close, with no mark between them."""
    ordered = sorted(places)
    close = all(b - a <= _BETWEEN + 1 for a, b in pairwise(ordered))
    return close and not any(
        set(evidence.gap(p)) & _STOPS for p in range(ordered[0] + 1, ordered[-1] + 1)
    )
