"""«حكم صدر في»: a ruling or a report that the evidence tells by a verb has come out.

The rule: a verb or participle of coming out, right behind a noun of what a court or an office
issues, needs no support where that noun rests on words of the evidence that tell of no future and
stand behind no negation («פסק», "ruled that"). With «س» before it or a no it is not taken so.

What it may get wrong: a report that has been written and not published. The escape hatch is the
table of nouns.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.summaries.verify.ahead import ahead
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.neighbours import participles
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

_COMES_OUT = participles("صادر") | folded("صدر صدرت صدرا صدروا")
_ISSUED = frozenset(
    form
    for noun in folded(
        "حكم حكما قرار قرارا بيان بيانا أمر أمرا مرسوم مرسوما إعلان إعلانا تحذير تحذيرا"
    )
    for form in (noun, "ال" + noun, "لل" + noun, "ب" + noun, "ل" + noun, "بال" + noun)
)
#: What stands before whose a ruling is.
_BY = folded("عن")
#: Words from the noun to its verb, with whose it is: «حكم للمحكمة العليا الإسرائيلية صدر»; and
#: from the verb to whose it is.
_WITHIN = 5


def issued(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """Whether the word at *place* says no more than that there is the ruling before it."""
    if sentence.words[place].fold not in _COMES_OUT:
        return False
    behind = sentence.words[place + 1 : place + 1 + _WITHIN]
    if any(word.fold in _BY for word in behind):
        return False  # «قرار صدر عن الهيئة»: whose it is, is told
    if any(n.at < place < n.end for n in sentence.negations):
        return False
    nouns = range(place - 1, max(-1, place - 1 - _WITHIN), -1)
    noun = next((p for p in nouns if sentence.words[p].fold in _ISSUED), None)
    if noun is None or any(sentence.gap(p).strip() for p in range(noun + 1, place + 1)):
        return False
    evidence = source.passage
    coming = ahead(evidence)
    denied = {j for n in evidence.negations for j in range(n.at, n.end)}
    told = aligned.of(noun)
    return bool(told) and coming.isdisjoint(told) and denied.isdisjoint(told)
