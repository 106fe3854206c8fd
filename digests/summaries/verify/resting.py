"""What of a sentence rests on a claim of its evidence, and whether a frame of it covers that.

The rule: a word, number or date rests on a claim when nothing but that claim supports it. A frame
of the sentence covers what rests on a claim when most of it stands in its own claim.

What it may get wrong: a word that stands in the claim and, with another meaning, outside it. The
escape hatch is to cite the sentence that tells it in nobody's name.
"""

from __future__ import annotations

from digests.language.frame import RELATIVES
from digests.language.lexicon import as_it_stands
from digests.language.quantities import Kind
from digests.language.reporting import Frame
from digests.language.speech_verbs import Act
from digests.summaries.verify.actors import mark_before
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.dates import alike
from digests.summaries.verify.neighbours import tells
from digests.summaries.verify.passage import Passage

#: Words behind a verb that belong to its speaker, where the end of the name is not known.
_SURE = 3
#: Words of a clause before a charge, at most.
_CLAUSE = 6


def resting(
    sentence: Passage,
    evidence: Passage,
    frame: Frame,
    frames: list[Frame],
    aligned: Alignment,
    named: set[int],
) -> list[int]:
    """Content words of *sentence* whose whole support lies in the claim of *frame*.

    *named* are those who speak elsewhere: to name them tells nothing of the claim.
    """
    verbs = {f.at for f in evidence.frames}
    saying = {f.at for f in sentence.frames if verbs & set(aligned.every.get(f.at, ()))}
    claim = set(frame.claim) - set(frame.speaker) - {frame.at} - named
    for other in frames:
        if other is not frame:
            claim -= set(other.speaker) | {other.at}
    found = []
    for place in sentence.content:
        support = aligned.of(place)
        if support and set(support) <= claim and place not in saying:
            found.append(place)
    return found + _numbers(sentence, evidence, claim) + _dates(sentence, evidence, claim)


def _numbers(sentence: Passage, evidence: Passage, claim: set[int]) -> list[int]:
    """The numbers of *sentence* that only *claim* gives."""
    found = []
    for ours in sentence.numbers:
        places = [q.first for q in evidence.numbers if q.value == ours.value]
        if places and set(places) <= claim and ours.kind is not Kind.DUAL:
            found.append(ours.first)
    return found


def _dates(sentence: Passage, evidence: Passage, claim: set[int]) -> list[int]:
    """The dates of *sentence* that only *claim* gives."""
    found = []
    for ours in sentence.moments:
        places = [m.first for m in evidence.moments if alike(ours, m)]
        if places and set(places) <= claim:
            found.append(ours.first)
    return found


def telling(
    sentence: Passage, evidence: Passage, resting: list[int], frame: Frame, aligned: Alignment
) -> bool:
    """Whether the words that rest on a claim tell it, rather than name whom it was told to.

    One word does when the claim has no other ("called it reckless"), or when the rest of its
    sentence may stand in that claim too.
    """
    if len(resting) > 1 or frame.act is not Act.SAY:
        return True
    rested = {j for p in resting for j in aligned.of(p)}
    denied = any(n.at < frame.at < n.end for n in evidence.negations)
    named = any(f.speaker and resting[0] in f.claim for f in sentence.frames)
    whole = rested.issuperset(j for j in frame.claim if tells(evidence, j))
    if named and whole and not denied:
        return True
    saying = {
        p for f in sentence.frames for p in (f.at, *(f.speaker if f.opened else f.speaker[:_SURE]))
    }
    others = [p for p in sentence.content if p not in saying and p not in resting]
    claim = set(frame.claim) | (set() if frame.opened else set(frame.speaker))
    return all(claim & set(aligned.every.get(p, ())) for p in others)


def covers(sentence: Passage, frame: Frame, resting: list[int]) -> bool:
    """Whether most of what rests on a claim stands in the claim of *frame*.

    Who is accused stands before a charge that a noun tells: «رفضت الشركة اتهام النقابة لها».
    """
    if frame.aside or (frame.at and sentence.words[frame.at - 1].fold in RELATIVES):
        ahead = _clause_before(sentence, frame.at)
        resting = [place for place in resting if place not in ahead]
    claim = set(frame.claim) | set(frame.speaker) | {frame.at}
    return sum(place in claim for place in resting) * 2 > len(resting)


def _clause_before(sentence: Passage, place: int) -> range:
    """The words before *place* back to a mark, or the joined verb that begins the clause."""
    first = place
    while first > 0 and place - first < _CLAUSE and not mark_before(sentence, first):
        first -= 1
        if sentence.words[first].fold[:1] == "و" and not as_it_stands(sentence.words[first].fold):
            break
    return range(first, place)
