"""What the evidence only asks is not told as so: «ستبيع الشركة» for "Will the firm sell?".

The rule: a sentence whose every word with support rests on questions of the evidence alone asks,
too: by «هل» or «ما إذا», or by a word for a question or for asking. What a question takes for
granted ("Why did the firm sell?") is told by it, and left alone.

What it may get wrong: a question that is no true one. The escape hatch is to cite the passage that
says so.
"""

from __future__ import annotations

from digests.language.hedge_words import Hedge
from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.conditions import sentence_around
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

_MARKS = "?؟"
#: Words that open a question of whether something is so.
_WHETHER = frozenset(
    "will would can could may might should is are was were did does do has have had must".split()
) | folded("هل أ האם")
_ASKING = folded("سؤال تساؤل تساؤلات أسئلة سأل سألت سألوا يسأل تسأل تساءل تساءلت يتساءل تتساءل")


def questions(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """What *sentence* says of which the evidence only asks whether it is so."""
    evidence = source.passage
    if not any(mark in evidence.text for mark in _MARKS) or _asks(sentence):
        return None
    told = [j for p in sentence.content for j in aligned.of(p)]
    if told and all(_of_a_question(evidence, j) for j in told):
        return Refusal(Code.STRENGTH, "the evidence only asks whether this is so")
    return None


def _asks(sentence: Passage) -> bool:
    """Whether *sentence* asks, too: «هل تبيع», «تساءل عما إذا»."""
    if any(hedge.hedge is Hedge.ASKED for hedge in sentence.hedges):
        return True
    return any(not _ASKING.isdisjoint(without_particles(w.fold)) for w in sentence.words)


def _of_a_question(evidence: Passage, place: int) -> bool:
    """Whether the word at *place* stands in a question that asks whether."""
    first, end = sentence_around(evidence, place)
    behind = evidence.words[end].start if end < len(evidence.words) else len(evidence.text)
    asked = any(mark in evidence.text[evidence.words[end - 1].end : behind] for mark in _MARKS)
    return asked and evidence.words[first].fold in _WHETHER
