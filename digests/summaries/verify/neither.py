"""Two of whom one verb is denied: «لم يحضر سامي ولا نادر», "Sami and Nader did not attend".

The rule: a «ولا» behind a negated verb goes on with its list. It denies nothing new where the
evidence joins its noun to one that stands between the two, with "and", "or" or "nor", and denies
the same verb of both.

What it may get wrong: a noun that the evidence joins to the other in another clause, as well. The
escape hatch is to repeat the verb.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.language.negation import Negation
from digests.summaries.verify.actors import and_before
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.denials import is_a_name
from digests.summaries.verify.passage import Passage

_NOR, _JOINED = folded("ولا"), frozenset({"and", "or", "nor"})
#: Words of the list before a «ولا», at most; of the evidence between two that it joins.
_LIST, _BETWEEN = 9, 6
_MARKS = frozenset(".,;:،؛")
#: What else may stand between the two.
_SMALL = _JOINED | frozenset({"the", "both"})
#: Words of the evidence between whom a verb is denied of and its "not".
_NEAR = 8


def neither(sentence: Passage, evidence: Passage, aligned: Alignment, negation: Negation) -> bool:
    """Whether the «ولا» at *negation* only goes on with a list of whom a verb is denied."""
    at = negation.at
    if sentence.words[at].fold not in _NOR or at + 1 not in aligned.support:
        return False
    first = next((n for n in sentence.negations if 0 < at - n.at <= _LIST), None)
    if first is None or first.at + 1 not in aligned.support:
        return False
    between = range(first.at + 2, at)
    one = {j for p in between if p in sentence.telling for j in aligned.of(p)}
    other = set(aligned.of(at + 1))
    verb = set(aligned.every[first.at + 1])
    return any(
        _joined(evidence, j, k) and _denied_of(evidence, max(j, k), verb)
        for j in one
        for k in other
    )


def _joined(evidence: Passage, one: int, other: int) -> bool:
    """Whether "and" and no mark but a comma stands between two nouns close to each other."""
    between = range(min(one, other) + 1, max(one, other) + 1)
    if not between or len(between) > _BETWEEN or any(evidence.ends(p) for p in between):
        return False
    inner = range(between.start, between.stop - 1)
    if not all(evidence.words[p].fold in _SMALL or is_a_name(evidence, p) for p in inner):
        return False  # "Sami attended and Nader did not"
    return any(evidence.words[p].fold in _JOINED or and_before(evidence, p) for p in between)


def _denied_of(evidence: Passage, noun: int, verb: set[int]) -> bool:
    """Whether a negation that reaches *verb* stands right behind the *noun* it is denied of."""
    return any(
        0 < n.at - noun <= _NEAR
        and verb.intersection(range(n.at, n.end))
        and not any(_MARKS.intersection(evidence.gap(p)) for p in range(noun + 1, n.at + 1))
        and not any(evidence.words[p].fold in _JOINED for p in range(noun + 1, n.at))
        for n in evidence.negations
    )
