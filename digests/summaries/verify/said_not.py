"""«نفى» of who said that something is not so: "said the fireworks were not the cause".

The rule: a verb of denying with its claim («نفى أن تكون») needs no verb of denying in the evidence
where somebody there says something with a no, and the words of the claim rest on what that no
denies first and on its subject; the claim itself has none then. Who says it is asked by
`speakers`.

What it may get wrong: a no of the speaker's that reaches only a part of what he says. The escape
hatch is to tell it with «قال» and the no.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.language.negation import Negation
from digests.language.speech_verbs import Act
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.neighbours import tells
from digests.summaries.verify.passage import Passage

#: Words of the claim that rest on what is said there up to the end of its no, at least.
_TOLD = 2


def said_not(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether the verb of denying at *place* tells what somebody said with a no."""
    ours = next((f for f in sentence.frames if f.at == place and f.act is Act.DENY), None)
    if ours is None or not ours.opened or any(n.at in ours.claim for n in sentence.negations):
        return False
    told = [
        set(aligned.every[p])
        for p in ours.claim
        if aligned.every.get(p) and sentence.words[p].fold not in _BEING
    ]
    claims = [f.claim for f in evidence.frames if f.act is not Act.DENY]
    return any(
        n.at in claim
        and not _partly(evidence, n)
        and any(_denied_first(evidence, n) in found for found in told)
        and sum(not found.isdisjoint(range(claim.start, n.end)) for found in told) >= _TOLD
        for n in evidence.negations
        for claim in claims
    )


def _denied_first(evidence: Passage, negation: Negation) -> int:
    """The first word behind *negation* that says something, which it surely denies."""
    behind = range(negation.at + 1, negation.end)
    return next((j for j in behind if tells(evidence, j)), negation.at)


def _partly(evidence: Passage, negation: Negation) -> bool:
    """Whether *negation* denies less than its words: not all, no more important."""
    reach = evidence.words[negation.at + 1 : negation.end]
    return any(word.fold in _LESS_THAN_IT for word in reach)


_LESS_THAN_IT = folded(
    "all every both only just merely alone more less better greater always entirely fully "
    "כל רק בלבד לבד יותר פחות תמיד كل جميع كافة فقط وحده وحدها أكثر أقل دائما"
)
_BEING = folded("يكون تكون كان كانت")
