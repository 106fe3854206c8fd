"""A cause that the sentence tells in other words than its evidence: «عزا», «بسبب», «أدى إلى».

The rule: «بسبب», «أدى إلى» or «عزت الشركة … إلى» rests on any words by which the evidence gives the
same cause of the same effect (`digests.language.causation`): what stands on each side here rests on
that side there, and the evidence neither denies it, makes it a condition, nor calls it a part. Who
attributes something to a cause is who says so in the evidence. What causes is never told as caused
by its own effect (`exchanged_causes`).

What it may get wrong: a cause that goes on behind a comma is refused in other words. The escape
hatch is the tables.
"""

from __future__ import annotations

from digests.language.causation import ATTRIBUTING, Causation, causations
from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.speech_verbs import Act
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.conditions import sentence_around
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

#: What makes a cause one of several, a condition or a question.
_NOT_THE_CAUSE = frozenset(
    "partly partially part if whether unless could may might would reportedly".split()
) | folded("جزئيا جزئي إذا إن كان هل אם האם חלקית חלקי")
#: What stands behind a noun that governs another.
_GOVERNING = frozenset("of to".split())
#: «سبب القرار تراجع الطلب»: a noun that is written like a verb.
_REASON = folded("سبب")
_DENYING = (Act.DENY, Act.ACCUSE)


def caused(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether the word at *place* ties an effect to its cause, as the evidence does otherwise."""
    if any(n.at <= place < n.end for n in sentence.negations):
        return False
    ours = [c for c in causations(sentence.words, sentence.text, "ar") if c.at <= place < c.end]
    if not ours:
        return False
    theirs = causations(evidence.words, evidence.text, evidence.language)
    attributes = not ATTRIBUTING.isdisjoint(without_particles(sentence.words[place].fold))
    return any(
        _told(evidence, there)
        and (not attributes or _by_its_speaker(place, evidence, there, aligned))
        and _same(sentence, own, there, evidence, aligned)
        for own in ours
        for there in theirs
    )


def _told(evidence: Passage, there: Causation) -> bool:
    """Whether the evidence tells the cause *there* as it is, and nobody denies it."""
    reached = {j for n in evidence.negations for j in range(n.at, n.end)}
    if there.at in reached:
        return False
    denied = any(f.act in _DENYING and there.at in f.claim for f in evidence.frames)
    first, _ = sentence_around(evidence, there.at)
    before = (evidence.words[j].fold for j in range(max(first, there.effect.start), there.end))
    return not denied and _NOT_THE_CAUSE.isdisjoint(before)


def _by_its_speaker(place: int, evidence: Passage, there: Causation, aligned: Alignment) -> bool:
    """Whether who stands behind «عزا» at *place* says so in the evidence."""
    speaking = {j for f in evidence.frames if there.at in f.claim for j in f.speaker}
    return not speaking.isdisjoint(aligned.every.get(place + 1, ()))


def _same(
    sentence: Passage, own: Causation, there: Causation, evidence: Passage, aligned: Alignment
) -> bool:
    """Whether effect and cause here rest on effect and cause there."""
    speaking = {j for f in evidence.frames for j in f.speaker}
    _, end = sentence_around(evidence, there.at)
    tied = set(range(there.at, there.end))  # «يتكبد» of «يكبّد»
    effect = _rests(sentence, own.effect, set(there.effect) | speaking | tied, aligned)
    cause = _rests(sentence, own.cause, {*there.cause, *range(there.cause.start, end)}, aligned)
    heads = (
        _rests(sentence, own.effect, set(there.effect), aligned, every=False),
        _rests(sentence, own.cause, set(there.cause), aligned, every=False),
    )
    governed = not (
        _left_out(evidence, there.effect, aligned) or _left_out(evidence, there.cause, aligned)
    )
    return effect and cause and all(heads) and governed


def _left_out(evidence: Passage, places: range, aligned: Alignment) -> bool:
    """Whether the noun that governs another at *places* is not told: "fear of a strike"."""
    return any(
        evidence.words[p].fold in _GOVERNING and p - 1 in places and p - 1 not in aligned.told
        for p in places
    )


def _rests(
    sentence: Passage, places: range, there: set[int], aligned: Alignment, *, every: bool = True
) -> bool:
    """Whether each supported word at *places*, or one of them, has its support *there*."""
    found = [aligned.every[p] for p in places if p in sentence.telling and aligned.every.get(p)]
    return bool(found) and (all if every else any)(not there.isdisjoint(js) for js in found)


def exchanged_causes(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A cause that is told as the effect of its own effect: «تسبب النزوح في الجفاف»."""
    evidence = source.passage
    theirs = causations(evidence.words, evidence.text, evidence.language)
    if not theirs:
        return None
    for own in causations(sentence.words, sentence.text, "ar"):
        if sentence.words[own.at].fold in _REASON:
            continue
        effect, cause = (_sides(sentence, side, aligned) for side in (own.effect, own.cause))
        for there in theirs:
            if (
                effect
                and cause
                and effect <= set(there.cause) - set(there.effect)
                and cause <= set(there.effect) - set(there.cause)
            ):
                return Refusal(Code.ROLES, "cause and effect stand the other way round")
    return None


def _sides(sentence: Passage, places: range, aligned: Alignment) -> set[int]:
    """Where in the evidence the words at *places* rest that carry what is told."""
    return {j for p in places if p in sentence.telling for j in aligned.of(p)}
