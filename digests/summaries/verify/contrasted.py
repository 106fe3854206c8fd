"""What the evidence denies is not told as the other side of a "but".

The rule: a word of the sentence that rests only on what the evidence denies behind a "but" ("but it
found no effect in children") is told with a no of the sentence, or not at all. And what one no of
the evidence denies with something else ("not to farmers or fishermen") is not what the sentence
has behind «بل» or «لكن» instead of it, and without a no.

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
    if (instead := _instead(sentence, evidence, aligned)) is not None:
        shown = sentence.words[instead].text
        return Refusal(Code.NEGATION, f"«{shown}»: the evidence denies it, too")
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


def _instead(sentence: Passage, evidence: Passage, aligned: Alignment) -> int | None:
    """A word behind «بل» of which the evidence denies all that is told there."""
    denied = _denied_together(evidence)
    noes = [n.at for n in sentence.negations]
    for at, word in enumerate(sentence.words) if denied else ():
        if word.fold not in _RATHER or not any(n < at for n in noes):
            continue
        behind = range(at + 1, len(sentence.words))
        end = next((p for p in behind[1:] if sentence.gap(p).strip() not in _TIED), behind.stop)
        if any(at < p < end for p in (*noes, *sentence.averse)):
            continue
        told = [p for p in range(at + 1, end) if p in sentence.telling and aligned.every.get(p)]
        if any(denied.isdisjoint(aligned.every[p]) for p in told):
            continue  # «بل وجدت أموالا»
        if only := [p for p in told if denied.issuperset(aligned.every[p])]:
            return only[-1]
    return None


def _denied_together(evidence: Passage) -> set[int]:
    """The places of what a no of the evidence denies up to the last that an "or" joins to it."""
    found: set[int] = set()
    for negation in evidence.negations:
        end = last = negation.at + 1
        while end < min(len(evidence.words), negation.at + 1 + _LIST) and not (
            evidence.ends(end) or evidence.words[end].fold in _BREAKS
        ):
            last = end if evidence.words[end].fold in _OR else last
            end += 1
        if evidence.words[negation.at].fold in _NOR and negation.at:
            last = negation.at
        elif last == negation.at + 1:
            continue
        item = range(last + 1, min(end, last + 1 + _ITEM))
        marked = (p for p in item[1:] if evidence.gap(p).strip() not in _TIED)
        found |= set(range(negation.at + 1, next(marked, item.stop)))
    return found


_RATHER = folded("بل وبل إنما وإنما لكن ولكن لكنه لكنها لكنهم ولكنه ولكنها ولكنهم")
_OR, _NOR = folded("or nor أو או"), folded("nor ولا ולא")
_BREAKS = _BUT | folded("بل وإنما אלא rather instead because if unless إذا لأن אם כי")
#: Words of what one no denies, and of the last of it, at most.
_LIST, _ITEM = 14, 4
