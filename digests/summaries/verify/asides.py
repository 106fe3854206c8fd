"""What an aside between commas tells of the name before it: "Lea Marn, a director at Orvil, quit".

The rule: who stands right before the aside does what the verb right behind it says; a name in the
aside belongs to the words of the aside. A sentence that keeps both («استقالت ليا مارن، وهي مديرة في
أورفيل») has exchanged nothing, however near the name in the aside stands to the verb. Nor does a
name under a preposition in the aside do what the verb says.

What it may get wrong: a list of two, whose second is taken for an aside ("Marn, Orvil, and Tal
quit"). The escape hatch is `_LONGEST`.
"""

from __future__ import annotations

from collections.abc import Iterable

from digests.summaries.verify.actors import mark_before, party, title
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

#: Words of an aside, at most.
_LONGEST = 14
#: Words of a name right before it, at most.
_NAME = 3
_COMMAS = frozenset(",،")


def aside_before(evidence: Passage, verb: int) -> range | None:
    """The words of the aside right before the one at *verb*, if a comma is on both sides of it."""
    for end in (verb, verb - 1):  # "…, has resigned"
        if end <= 1 or evidence.gap(end).strip() not in _COMMAS:
            continue
        first = max(1, end - _LONGEST)
        start = next((p for p in range(end - 1, first - 1, -1) if evidence.gap(p).strip(" ")), None)
        if start is not None and evidence.gap(start).strip() in _COMMAS:
            return range(start, end)
    return None


def told_aside(
    evidence: Passage,
    verbs: Iterable[int],
    name: Iterable[int],
    inside: Iterable[int],
    beside: Iterable[int],
) -> bool:
    """Whether a verb is of *name*, before an aside in which another name and its word stand."""
    both = {*inside, *beside}
    before = set(name)
    for verb in verbs:
        aside = aside_before(evidence, verb)
        if aside is None or not both or not before:
            continue
        if both <= set(aside) and 0 < aside.start - max(before) <= _NAME:
            return True
    return False


def doer_in_an_aside(
    sentence: Passage, source: Source, aligned: Alignment
) -> tuple[int, int] | None:
    """A name that does in *sentence* what the evidence has the one do whom an aside tells of.

    «استقالت أورفيل» where it is "Lea Marn, a director at Orvil, quit"; with the verb.
    """
    evidence = source.passage
    saying = {frame.at for frame in sentence.frames}
    for verb in sentence.content if evidence.language == "en" else ():
        doer = verb + 1
        if verb in saying or doer not in aligned.support or mark_before(sentence, doer):
            continue
        if not party(sentence, doer, evidence, aligned) or title(sentence, doer):
            continue
        found = [aside_before(evidence, j) for j in aligned.of(verb)]
        if not found:
            continue
        if all(
            aside is not None
            and all(j in aside and _under(evidence, aside, j) for j in aligned.every[doer])
            for aside in found
        ):
            return doer, verb
    return None


def _under(evidence: Passage, aside: range, place: int) -> bool:
    """Whether the name at *place* in the *aside* is under a preposition: "a clerk at Orvil"."""
    first = place
    while first - 1 in aside and evidence.words[first - 1].text[:1].isupper():
        first -= 1
    while first - 1 in aside and evidence.words[first - 1].fold in _ARTICLES:
        first -= 1
    return first - 1 in aside and evidence.words[first - 1].fold in _OF


_ARTICLES = frozenset("the a an".split())
#: Prepositions under which the name in an aside is of its words, and does nothing.
_OF = frozenset("at of for from with in".split())
