"""Two nouns that Arabic sets one behind the other and English the other way round, as one phrase.

The rule: behind an Arabic verb may stand an office with whose it is, and only then its holder
(«رئيسة جامعة لورن مارا», "Mara … as president of Lorn"), or to whom a thing is done before who does
it («اعتراف ببلد من دولة», "a recognition of a land by a state"). Neither of the two is the other's
doer; but who is behind «من» is not the one behind "of".

What it may get wrong: an office that somebody gives another ("named him as head") is told apart
only by the words between. The escape hatch is to name the holder first.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.summaries.verify.actors import mark_before, title
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

_ARTICLES = frozenset("the a an its his her their".split())
_FROM = folded("من")
#: Words of whose an office is, before its holder, at most.
_OFFICE = 4


def one_phrase(
    sentence: Passage, evidence: Passage, aligned: Alignment, first: int, second: int
) -> bool:
    """Whether the nouns at *first* and *second* are of one phrase that English turns about."""
    if evidence.language != "en":
        return False
    if any(mark_before(sentence, p) for p in range(first + 1, second + 1)):
        return False
    return _office_and_holder(sentence, evidence, aligned, first, second) or _named_by_from(
        sentence, evidence, aligned, second
    )


def _office_and_holder(
    sentence: Passage, evidence: Passage, aligned: Alignment, body: int, holder: int
) -> bool:
    """«رئيسة جامعة لورن مارا», whom the evidence has "as president of Lorn University"."""
    office = body - 1
    if office < 0 or not title(sentence, office) or holder - body > _OFFICE:
        return False
    name = {k for j in aligned.of(holder) for k in (j - 1, j, j + 1)}
    between = {j for p in range(body, holder) for j in aligned.every.get(p, ())} - name
    return any(
        _before(evidence, j) == "as" and between <= set(range(j, j + _OFFICE + 1))
        for j in aligned.of(office)
    )


def _named_by_from(sentence: Passage, evidence: Passage, aligned: Alignment, doer: int) -> bool:
    """«اعتراف ببلد من دولة», of a recognition by that state."""
    if doer == 0 or sentence.words[doer - 1].fold not in _FROM:
        return False
    return any("by" in (_before(evidence, j), _before(evidence, j - 1)) for j in aligned.of(doer))


def by_exchanged(sentence: Passage, source: Source, aligned: Alignment) -> tuple[int, int] | None:
    """«اعتراف بدولة من بلد», of "a recognition of a land by a state"."""
    evidence = source.passage
    for doer in range(2, len(sentence.words)):
        behind = [_before(evidence, j) for j in aligned.every.get(doer, ())]
        if sentence.words[doer - 1].fold not in _FROM or not behind or set(behind) != {"of"}:
            continue
        for thing in range(max(0, doer - _OFFICE), doer - 1):
            onto = sentence.words[thing].fold[0] in _ONTO and thing in sentence.telling
            found = aligned.of(thing) if onto else ()
            if any("by" in (_before(evidence, j), _before(evidence, j - 1)) for j in found):
                return thing, doer
    return None


#: Prepositions of one letter of what is done to somebody.
_ONTO = "بل"


def _before(text: Passage, place: int) -> str:
    """The word before the noun at *place*, its article left out."""
    at = place - 1
    while at > 0 and text.words[at].fold in _ARTICLES:
        at -= 1
    return text.words[at].fold if at >= 0 else ""
