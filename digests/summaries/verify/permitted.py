"""What a rule lets somebody do: «يجوز للبلدية», for "under the law the town may".

The rule: a "may" of the evidence whose sentence names the rule (a deal, a law, a ruling) gives
leave, and is kept by a word of leave in Arabic.

What it may get wrong: a may of what is possible in a sentence that names a law. The escape hatch is
to keep «قد».
"""

from __future__ import annotations

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.strength import Hedge, Reach
from digests.summaries.verify.conditions import sentence_around
from digests.summaries.verify.passage import Passage

_MAY = frozenset({"may", "might", "can", "could"})
#: Rules that give leave, behind the word that says so: "under the deal".
_RULES = frozenset(
    "deal agreement law act treaty accord rules rule ruling order regulation regulations terms "
    "licence license charter constitution contract".split()
)
_UNDER, _RULE_WITHIN = frozenset({"under"}), 5
#: Words of leave.
_LEAVE = folded("يجوز تجوز يحق مسموح يسمح تسمح السماح")


def permitted(sentence: Passage, evidence: Passage, hedge: Reach) -> bool:
    """Whether *sentence* gives leave where *hedge* of the evidence does: "under the deal … may"."""
    if hedge.hedge is not Hedge.POSSIBLE or evidence.words[hedge.at].fold not in _MAY:
        return False
    first, end = sentence_around(evidence, hedge.at)
    under = [p for p in range(first, end) if evidence.words[p].fold in _UNDER]
    ruled = any(
        word.fold in _RULES for p in under for word in evidence.words[p + 1 : p + _RULE_WITHIN]
    )
    return ruled and any(
        not _LEAVE.isdisjoint(without_particles(word.fold)) for word in sentence.words
    )
