"""Little and few: what comes close to a no is told as one that lets something through.

The rule: «لم يتغير كثيرًا», «لم توفر حماية تذكر» and «لم توفر سوى حماية محدودة» deny nothing that
"little changed" and "offered little protection" do not: what is denied rests on words right behind
"little" or on its verb, and the clause has a word of degree, or lets something small through. The
bare «لم توفر حماية» says more.

What it may get wrong: "little" as the size of a thing ("the little girl"). The escape hatch is the
tables.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.language.negation import Negation
from digests.language.scarcity import LET, LITTLE, lets_little_through
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.denials import clause
from digests.summaries.verify.exceptions import excepts
from digests.summaries.verify.passage import Passage

_A = frozenset({"a", "an", "the", "not"})
#: Words before and behind "little" that it makes less.
_BACK, _AHEAD = 2, 3
#: How much is denied.
_DEGREE = folded(
    "يذكر تذكر كثيرا كثير كثيرة كثيرون كثيرين كبير كبيرة كبيرا ملحوظ ملحوظة ملحوظا ملموس ملموسة "
    "ملموسا يكاد تكاد جديا جدية"
)


def littles(
    sentence: Passage, evidence: Passage, aligned: Alignment, negation: Negation
) -> bool | None:
    """Whether *negation* says "little" as the evidence does; None when it says no such thing."""
    there = _made_less(evidence)
    if not there:
        return None
    places = clause(sentence, negation)
    behind = range(places.start, min(len(sentence.words), places.stop + 1))
    except_at = next((p for p in behind if excepts(sentence, p)), None)
    if except_at is None:
        degree = any(sentence.words[p].fold in _DEGREE for p in places)
    else:
        degree = lets_little_through(sentence.words, except_at)
        places = range(places.start, min(len(sentence.words), except_at + 1 + LET))
    if not degree:
        return None
    told = {j for p in places if p in sentence.telling for j in aligned.of(p)}
    return True if told & there else None


def _made_less(evidence: Passage) -> set[int]:
    """The words that "little" makes less: those behind it and the verb before."""
    found: set[int] = set()
    for at, word in enumerate(evidence.words):
        if word.fold not in LITTLE or (at and evidence.words[at - 1].fold in _A):
            continue
        end = min(len(evidence.words), at + 1 + _AHEAD)
        found |= {p for p in range(max(0, at - _BACK), end) if p != at}
    return found
