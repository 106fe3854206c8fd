"""Models of what a company makes: «بوينغ 737-800» is no «800-737».

The rule: two numbers of a model, tied by a hyphen or with one word between them («737 ماكس 8»),
stand in the order of the evidence.

What it may get wrong: a model of an unlisted company. The escape hatch is the table of names.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from digests.language.quantities import Kind, Quantity
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.source import Source


def another_model(sentence: Passage, source: Source) -> Quantity | None:
    """The first number of a model that *sentence* tells in another order than the evidence."""
    theirs = {(one, other) for _, one, other in _models(source.passage)}
    for place, one, other in _models(sentence):
        if one != other and (other, one) in theirs and (one, other) not in theirs:
            return Quantity(Fraction(int(one)), Kind.COUNT, place, place + 1)
    return None


def _models(text: Passage) -> Iterator[tuple[int, str, str]]:
    """The pairs of numbers behind a company, with the place of the first."""
    digits = [place for place, word in enumerate(text.words) if word.fold.isdigit()]
    for one, other in pairwise(digits):
        named = one > 0 and text.is_a_company(one - 1)
        tied = other == one + 1 and text.gap(other) == "-"
        between = text.words[one + 1].fold if other == one + 2 else ""
        spaced = bool(between) and between not in FREE and not text.meanings[one + 1]
        if named and (tied or spaced):
            yield one, text.words[one].fold, text.words[other].fold
