"""By the year, month or day: «بقيمة 310 ملايين دولار سنويًا» is not a contract of a year.

The rule: a word of the sentence that tells how often a sum comes («سنويًا») rests on more than the
date of something («عام 2021»).

What it may get wrong: a rate told by a date ("in 2021 alone"). The escape hatch is to leave it out.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

_RATES = folded("سنويا شهريا أسبوعيا يوميا فصليا")


def rates(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A rate of *sentence* that the evidence has only as a date."""
    evidence = source.passage
    for place, word in enumerate(sentence.words):
        support = aligned.every.get(place, ())
        if word.fold in _RATES and support and all(_dated(evidence, j) for j in support):
            return Refusal(Code.NUMBER, f"the evidence does not tell this «{word.text}»")
    return None


def _dated(evidence: Passage, place: int) -> bool:
    """Whether the word at *place* belongs to a date: «عام 2021»."""
    behind = evidence.words[place + 1].fold if place + 1 < len(evidence.words) else ""
    return place in evidence.dated or place + 1 in evidence.dated or behind[:4].isdigit()
