"""Exactly so many: a number that the evidence tells roughly or with a bound is not told exactly.

The rule: «بالضبط» beside a number or a single measure is refused where the evidence tells each such
number with "about", "more than", "at most" or their like.

What it may get wrong: a number that the evidence tells twice, once roughly. The escape hatch is to
leave out «بالضبط».
"""

from __future__ import annotations

from digests.language.hedge_words import NUMERIC
from digests.language.lists import folded
from digests.language.quantities import Quantity
from digests.model import Lang
from digests.summaries.verify.bounds import bounded_number, same_number
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.single import bounds_of, singles
from digests.summaries.verify.source import Source

_EXACTLY = folded("بالضبط بالتمام")


def exactly(sentence: Passage, source: Source) -> Refusal | None:
    """A number of *sentence* told as exact that the evidence tells roughly."""
    evidence = source.passage
    for place, word in enumerate(sentence.words):
        if word.fold not in _EXACTLY:
            continue
        numbers = [q for q in sentence.numbers if _beside(sentence, place, q)]
        rough = any(_roughly(number, evidence) for number in numbers)
        for one in singles(sentence):
            theirs = bounds_of(evidence).get(one.lasting)
            beside = place in (one.place - 1, one.place + 1)
            beside = beside and not sentence.gap(max(place, one.place)).strip()
            if beside and theirs and None not in theirs:
                rough = True
        if rough:
            return Refusal(Code.STRENGTH, f"«{word.text}»: the evidence tells it roughly")
    return None


def _beside(sentence: Passage, place: int, number: Quantity) -> bool:
    """Whether the word at *place* stands by *number* or by its noun, with no mark between."""
    if place not in (number.first - 1, number.end, number.end + 1):
        return False
    between = range(place + 1, number.first + 1) or range(number.end, place + 1)
    return not any(sentence.gap(p).strip() for p in between)


def _roughly(number: Quantity, evidence: Passage) -> bool:
    """Whether each number of the evidence that is as much as *number* is told so."""
    same = [q for q in evidence.numbers if same_number(number, q)]
    hedged = [bounded_number(evidence, h) for h in evidence.hedges if h.hedge in NUMERIC]
    return bool(same) and all(q in hedged or _with_about(evidence, q) for q in same)


def _with_about(text: Passage, number: Quantity) -> bool:
    """Whether the Hebrew "about" is written onto *number*: כמאה, כחצי."""
    return text.language == Lang.HE and text.words[number.first].fold[0] == "כ"
