"""What one is to another: «ميتا، الشركة الأم لواتساب» is not «واتساب، الشركة الأم لميتا».

The rule: an aside between marks tells what the name before it is to a name in it. Where the aside
of the evidence that has the same noun holds the sentence's name before it, and right before that
aside stands the sentence's name in it, the two were exchanged.

What it may get wrong: an office, whose holder and body may be told in either order, is left alone,
and so is «التابعة» and its like, which turn the two about. The escape hatch is `_HAD`.
"""

from __future__ import annotations

from digests.language.lexicon import joined
from digests.language.lists import folded
from digests.summaries.verify.actors import clause, mark_before, title
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.crossed import is_a_name
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

#: Words of an aside, and of a name, at most.
_ASIDE, _NAME = 7, 3
#: What is said of the one that another has, which turns the two about.
_HAD = folded(
    "تابعة التابعة تابع التابع مملوكة المملوكة مملوك المملوك التي الذي إحدى أحد وهي وهو وحدة فرع"
)


#: Words by which one stands beside the other.
_BESIDE = folded("مع جانب برفقة بصحبة")


def apposition(sentence: Passage, source: Source, aligned: Alignment) -> tuple[int, int] | None:
    """The name before an aside of *sentence* and the one in it, exchanged in the evidence."""
    evidence = source.passage
    for first in range(1, len(sentence.words)):
        if not mark_before(sentence, first) or sentence.words[first].fold in _HAD:
            continue
        if any(word.fold in _BESIDE for word in sentence.words[first : first + 2]):
            continue  # «قطر، بالتعاون مع مصر،»: either may stand beside the other
        if sentence.words[first].fold[0] == "و" and joined(sentence.words[first].fold):
            continue  # «، وسجّل ميسي هدفين»: a clause, and no aside
        _, end = clause(sentence, first)
        if end - first > _ASIDE or not aligned.of(first) or title(sentence, first):
            continue
        outer = _names(sentence, range(max(0, first - _NAME), first), evidence, aligned)
        inner = _names(sentence, range(first + 1, end), evidence, aligned)
        if not outer or not inner or outer & inner:
            continue
        for there in aligned.of(first):
            begin, stop = clause(evidence, there)
            before = set(range(max(0, begin - _NAME), begin))
            aside = begin > 0 and stop - begin <= _ASIDE + _NAME
            if aside and inner <= before and outer <= set(range(begin, stop)):
                return first - 1, first
    return None


def _names(sentence: Passage, places: range, evidence: Passage, aligned: Alignment) -> set[int]:
    """What supports the names at *places* in the evidence, from the last mark on."""
    found: set[int] = set()
    for place in places:
        if mark_before(sentence, place) and place > places.start:
            found = set()
        support = aligned.every.get(place, ())
        if support and is_a_name(sentence, place, evidence, support):
            found |= set(support)
    return found
