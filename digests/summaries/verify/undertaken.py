"""What somebody is only to do, told as done: «أمرت» for "will discuss a request to order".

The rule: a verb that stands in the evidence behind a word of request, plan or expectation, as an
infinitive or behind «أن», or that is only striven for (`strivings`) or ordered or allowed
(`commanded`), is not told by a verb in the past, unless such a word stands before it in the
sentence; nor is one that was only begun (`begun`).

What it may get wrong: what is told as done elsewhere in the evidence by another verb. The escape
hatch is to cite that passage.
"""

from __future__ import annotations

from digests.language.hedge_words import Hedge
from digests.language.lexicon import as_it_stands
from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.begun import only_begun
from digests.summaries.verify.commanded import commanded
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.pasts import in_the_past, past_predicate
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source
from digests.summaries.verify.strivings import striven_for

#: Words behind a word of request or plan among which stands the verb of what is wanted.
_WITHIN = 8
_TO_COME = frozenset({Hedge.INTENDED, Hedge.EXPECTED})
_THAT = folded("أن بأن")


def undertaken(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """What somebody is only to do, or has only begun, told by a verb in the past."""
    wanted = infinitives(source.passage) | striven_for(source.passage)
    wanted |= {p for p, verb in commanded(source.passage).items() if verb not in aligned.told}
    for place in sentence.content:
        begun = only_begun(sentence, place, source.passage, aligned)
        if not (begun or _only_wanted(sentence, place, wanted, aligned)):
            continue
        said = frozenset[int]().union(*(source.passage.meanings[j] for j in aligned.of(place)))
        if in_the_past(sentence, place, said) or past_predicate(sentence, place):
            shown = sentence.words[place].text
            return Refusal(Code.STRENGTH, f"«{shown}»: in the evidence this is not done yet")
    return None


def infinitives(evidence: Passage) -> set[int]:
    """Places of verbs that are wanted, planned or expected: behind "to" or «أن», or with ל."""
    reach = {
        place
        for hedge in evidence.hedges
        if hedge.hedge in _TO_COME
        for place in range(hedge.end, min(len(evidence.words), hedge.end + _WITHIN))
        if not any(evidence.gap(p).strip() for p in range(hedge.end, place + 1))
    }
    return {p for p in reach if _infinitive(evidence, p)}


def _infinitive(evidence: Passage, place: int) -> bool:
    word, before = evidence.words[place].fold, evidence.words[place - 1].fold if place else ""
    if evidence.language == "he":
        return word[:1] == "ל" and as_it_stands(word)
    return before == "to" or before in _THAT


def hoped_before(sentence: Passage, place: int) -> bool:
    """Whether a word of request, plan or expectation stands at *place* or before it."""
    return any(h.hedge in _TO_COME and h.at <= place for h in sentence.hedges)


def _only_wanted(sentence: Passage, place: int, wanted: set[int], aligned: Alignment) -> bool:
    """Whether the word at *place* tells nothing but a verb that is only *wanted*."""
    support = set(aligned.of(place))
    return bool(support) and support <= wanted and not hoped_before(sentence, place)
