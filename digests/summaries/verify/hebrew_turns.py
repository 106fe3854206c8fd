"""Words of ours for a turn that Hebrew makes of small words: who must, what can have an effect.

The rule: «ملزم» and its kind say «על» before somebody and an infinitive («על המדינה לגייס», the
state is bound to enlist), where the words behind it rest on that infinitive; «من شأن» says «יש» or
«אין» before «כדי» and one («אין במתקפה כדי לפגוע»). Nobody is told not to be bound so: what
somebody must not do is another thing.

What it may get wrong: «על» that means "on", before an infinitive of another verb. The escape hatch
is the number of words between.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.language.normal import fold
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.neighbours import participles
from digests.summaries.verify.passage import Passage

_BOUND = participles("ملزم مجبر مطالب") | folded("يتعين ويتعين")
_MATTER, _FROM = folded("شأن شأنه شأنها شأنهم شأنهما"), fold("من")
#: Words from somebody's «על» to the infinitive, and from ours to its noun or verb, at most.
_SOMEBODY, _DEED = 5, 4
_UPON, _TO = frozenset({"על", "ועל", "שעל"}), "ל"
_THERE_IS, _ENOUGH = folded("יש אין היה היו אינ"), fold("כדי")
#: Letters of an infinitive, at least.
_INFINITIVE = 4


def hebrew_turn(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether the word at *place* says a turn of small words that the evidence has."""
    if evidence.language != "he":
        return False
    word = sentence.words[place].fold
    behind = _told(place, _DEED, aligned)
    if word in _BOUND:
        denied = any(n.at < place < n.end for n in sentence.negations)
        return not denied and any(_upon_somebody(evidence, j) for j in behind)
    if word not in _MATTER or not place or sentence.words[place - 1].fold != _FROM:
        return False
    return any(_enough_to(evidence, j) for j in _told(place, 2 * _DEED, aligned))


def _told(place: int, within: int, aligned: Alignment) -> set[int]:
    """The places of the evidence on which the words right behind *place* may rest."""
    behind = range(place + 1, place + 1 + within)
    return {j for p in behind for j in aligned.every.get(p, ())}


def _upon_somebody(evidence: Passage, place: int) -> bool:
    """Whether an infinitive stands at *place*, behind «על» and whoever has to do it."""
    if not _infinitive(evidence, place):
        return False
    for at in range(place - 1, max(-1, place - 1 - _SOMEBODY), -1):
        if evidence.words[at].fold in _UPON:
            return at < place - 1
        if evidence.gap(at + 1).strip() or _infinitive(evidence, at):
            return False
    return False


def _enough_to(evidence: Passage, place: int) -> bool:
    """Whether an infinitive stands at *place* behind «כדי», and «יש» or «אין» before that."""
    if not _infinitive(evidence, place) or evidence.words[place - 1].fold != _ENOUGH:
        return False
    before = evidence.words[max(0, place - 1 - _SOMEBODY) : place - 1]
    return any(word.fold in _THERE_IS for word in before)


def _infinitive(evidence: Passage, place: int) -> bool:
    """Whether the word at *place* may be an infinitive: לגייס."""
    word = evidence.words[place].fold
    return place > 0 and word[0] == _TO and len(word) >= _INFINITIVE
