"""The rounds of a cup: «نصف النهائي» is the semi-final, «ربع النهائي» the quarter-finals.

The rule: a fraction before «نهائي» names a round, and rests on the evidence's word for that round,
in one word or two; «دور الستة عشر» and «ثمن النهائي» are the last 16. It is no number, and no other
round bears it out.

What it may get wrong: a cup that counts its rounds otherwise. The escape hatch is the table.
"""

from __future__ import annotations

import re
from fractions import Fraction

from digests.language.lists import folded
from digests.language.quantities import Quantity
from digests.summaries.verify.passage import Passage

_FINAL = folded("نهائي النهائي لنهائي")
#: What English says for each round, as its letters run.
_ROUNDS = {
    value: re.compile(rf"\b(?:{names})\b", re.IGNORECASE)
    for value, names in (
        (Fraction(1, 2), "semi[- ]?finals?|semi-?finalists?|last four"),
        (Fraction(1, 4), "quarter[- ]?finals?|quarter-?finalists?|last eight"),
        (Fraction(1, 8), "last 16|last sixteen|round of 16"),
    )
}


def of_a_round(sentence: Passage, quantity: Quantity, evidence: Passage) -> bool:
    """Whether *quantity* is that of a round before «نهائي», and the evidence has this round."""
    behind = sentence.words[quantity.end].fold if quantity.end < len(sentence.words) else ""
    named = _ROUNDS.get(quantity.value)
    return behind in _FINAL and named is not None and bool(named.search(evidence.text))
