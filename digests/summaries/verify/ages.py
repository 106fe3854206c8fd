"""Ages and centuries: what is told by a rank or by one word in one text and in years in the other.

The rule: «البالغ من العمر 82 عامًا» is «في الثانية والثمانين», and «مئة عام» is a century, ten
years a decade, of the evidence that no other number counts.

What it may get wrong: a rank behind «في» that is of another thing than a life. The escape hatch is
the tables.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.language.quantities import Kind, Quantity
from digests.summaries.verify.passage import Passage

_AGED = folded("العمر عمره عمرها عمر سن")
_YEARS = folded("عام عاما أعوام سنة سنوات سنين")
_IN, _OF_LIFE = folded("في"), folded("عمره عمرها العمر")
_LONG = {100: folded("قرن قرنا century"), 10: folded("عقد عقدا decade עשור")}
#: Words from the one for an age to its number, at most; between "a" and a century.
_NEAR, _FAR = 3, 2


def in_his_year(sentence: Passage, ours: Quantity, evidence: Passage, theirs: Quantity) -> bool:
    """Whether *ours* is an age and *theirs* the year of a life: «وهو في الثانية والثمانين»."""
    if theirs.kind is not Kind.ORDINAL or evidence.language != "ar":
        return False
    before = {w.fold for w in sentence.words[max(0, ours.first - _NEAR) : ours.first]}
    if before.isdisjoint(_AGED) or not _in_years(sentence, ours):
        return False
    behind = {w.fold for w in evidence.words[theirs.end : theirs.end + _NEAR]}
    at = theirs.first - 1
    closes = theirs.end >= len(evidence.words) or bool(evidence.gap(theirs.end).strip())
    return at >= 0 and evidence.words[at].fold in _IN and bool(closes or behind & _OF_LIFE)


def by_one_word(sentence: Passage, quantity: Quantity, evidence: Passage) -> bool:
    """Whether *quantity* years are a century or a decade of the evidence."""
    words = _LONG.get(int(quantity.value), frozenset())
    if quantity.value not in _LONG or not _in_years(sentence, quantity):
        return False
    counted = {p for q in evidence.numbers for p in range(q.end, q.end + _FAR)}
    return any(
        word.fold in words and place not in counted for place, word in enumerate(evidence.words)
    )


def _in_years(sentence: Passage, quantity: Quantity) -> bool:
    """Whether years stand behind the number."""
    behind = sentence.words[quantity.end : quantity.end + 1]
    return any(word.fold in _YEARS for word in behind)
