"""What stands behind "but … no" is told of nothing that stands before the "but".

The rule: a word of the sentence that rests only on what the evidence denies behind a "but" ("but it
found no effect in children") is told with a no of the sentence, or not at all.

What it may get wrong: a sentence that tells both sides by words without a no («اقتصر على»). The
escape hatch is the tables of `digests.language.negation`.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.language.negation import Negation
from digests.language.normal import fold
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

_BUT = folded("but אבל אך لكن ولكن")
_DOWN = fold("دون")
#: What may stand between two words of one clause.
_TIED = ("", "-")
#: Words from "but" to its no, at most.
_NEAR = 4


def contrasted(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A word of *sentence* from what the evidence denies behind a "but", told as if it were so."""
    evidence = source.passage
    if sentence.averse or any(not _below(sentence, n) for n in sentence.negations):
        return None
    for negation in evidence.negations:
        if not _behind_but(evidence, negation):
            continue
        behind = range(negation.at + 1, len(evidence.words))
        marked = (p for p in behind if evidence.gap(p).strip() not in _TIED)
        end = next(marked, len(evidence.words))
        denied = set(range(negation.at + 1, end))
        for place in sentence.content:
            resting = aligned.every.get(place, ())
            if resting and denied.issuperset(resting) and place not in aligned.near:
                shown = sentence.words[place].text
                return Refusal(Code.NEGATION, f"«{shown}»: the evidence has it in what it denies")
    return None


def _below(sentence: Passage, negation: Negation) -> bool:
    """Whether the no at *negation* only says "below": «دون السادسة»."""
    return sentence.words[negation.at].fold == _DOWN and any(
        q.first == negation.at + 1 for q in sentence.quantities
    )


def _behind_but(evidence: Passage, negation: Negation) -> bool:
    first = max(0, negation.at - _NEAR)
    before = range(first, negation.at)
    return any(
        evidence.words[p].fold in _BUT
        and not any(evidence.ends(q) for q in range(p + 1, negation.at))
        for p in before
    )
