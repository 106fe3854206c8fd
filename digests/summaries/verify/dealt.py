"""Who is the one and who the other of a dealing, whichever of the two its verb is told of.

The rule: a sentence and its evidence tell of one dealing (`deals`), by one verb or by its converse
(«باعت س لص», «اشترت ص من س»). Where what the sentence has on a side rests on the other side of the
evidence's, and nothing on its own, the two have changed places. So has who is told to support what
only another does, and he opposes. Where both sides rest on their own, the dealing is the evidence's
whatever the order of its words: its verb rests on the evidence's, and no check of order counts.

What it may get wrong: two dealings of a kind in one clause ("sold A to B and C to D"), of which one
confirms the other. The escape hatch is to cite one sentence.
"""

from __future__ import annotations

from dataclasses import replace

from digests.language.dealings import OPPOSED
from digests.language.kin import without_particles
from digests.language.lexicon import listed
from digests.summaries.verify.actors import actor, clause
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.around_verbs import NOUNS_OF_CLASS
from digests.summaries.verify.deals import Deal, deals
from digests.summaries.verify.government import definite
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.source import Source

_ONE, _OTHER = 1, 2


def exchanged_deal(sentence: Passage, source: Source, aligned: Alignment) -> tuple[int, int] | None:
    """Two sides of a dealing of *sentence* that the evidence has the other way round."""
    there = _there(source)
    for ours in deals(sentence):
        if not ours.sure and len(ours.one) < _BOTH:
            continue
        same = [deal for deal in there if deal.kind == ours.kind]
        found = [_compared(sentence, ours, deal, aligned) for deal in same]
        crossed = [
            _crossed(*sides, ours.sure and deal.sure)
            for sides, deal in zip(found, same, strict=True)
        ]
        if any(crossed) and not any(_straight(*sides) for sides in found):
            return _shown(ours)
        if _on_the_other_side(sentence, ours, there, aligned):
            return _shown(ours)
    return None


def settled(sentence: Passage, source: Source, aligned: Alignment) -> list[tuple[Deal, Deal]]:
    """Each dealing of *sentence* both of whose sides rest on their own, with the evidence's."""
    return [
        (ours, theirs)
        for ours in deals(sentence)
        for theirs in _there(source)
        if ours.kind == theirs.kind and _is_settled(sentence, ours, theirs, aligned)
    ]


def _is_settled(sentence: Passage, ours: Deal, theirs: Deal, aligned: Alignment) -> bool:
    one, other = (_sides(sentence, side, theirs, aligned) for side in (ours.one, ours.other))
    if ours.ordered:
        behind = one + other
        return set(behind) == {_ONE, _OTHER} and behind == sorted(behind)
    return set(one) == {_ONE} and set(other) == {_OTHER}


def is_settled(
    sentence: Passage, source: Source, aligned: Alignment, pair: tuple[int, int]
) -> bool:
    """Whether both words of *pair* are of a settled dealing: its verb, its sides, its thing."""
    return any(
        all(_of(sentence, place, ours, theirs, aligned) for place in pair)
        for ours, theirs in settled(sentence, source, aligned)
    )


def _of(sentence: Passage, place: int, ours: Deal, theirs: Deal, aligned: Alignment) -> bool:
    if place == ours.at or place in ours.one | ours.other:
        return True
    first, end = clause(sentence, ours.at)
    there = set(aligned.every.get(place, ()))
    return first <= place < end and not there & (theirs.one | theirs.other)


def by_its_converse(sentence: Passage, source: Source, aligned: Alignment) -> Alignment:
    """*aligned* with the verb of each settled dealing resting on the evidence's: sold, bought."""
    found = {
        ours.at: (theirs.at,)
        for ours, theirs in settled(sentence, source, aligned)
        if ours.at in aligned.unsupported
    }
    return replace(
        aligned,
        support={**aligned.support, **found},
        every={**aligned.every, **found},
        unsupported=tuple(p for p in aligned.unsupported if p not in found),
    )


def _there(source: Source) -> list[Deal]:
    return [deal for deal in deals(source.passage) if deal.at in source.inside]


def _compared(
    sentence: Passage, ours: Deal, theirs: Deal, aligned: Alignment
) -> tuple[list[int], list[int]]:
    """The sides of *theirs* alone on which words of our one and of our other rest.

    Of nouns behind an Arabic verb the first that rests on a side is the one, and the other begins
    where the next is of another side: «كلّفت القاسم | العامري», «نوريت ألون | فريدمان».
    """
    one, other = (_sides(sentence, side, theirs, aligned) for side in (ours.one, ours.other))
    behind = one + other
    if ours.ordered and len(set(behind)) < _BOTH:
        return [], []  # one name, or a passive
    if ours.ordered:
        one, other = behind[:1], [side for side in behind if side != behind[0]]
    return one, other


_BOTH = 2


def _sides(
    sentence: Passage, places: frozenset[int], theirs: Deal, aligned: Alignment
) -> list[int]:
    """The sides of *theirs* on which the words of a party at *places* rest, in their order."""
    ordered = sorted(places)
    party = next((ordered[n:] for n, p in enumerate(ordered) if actor(sentence, p)), ordered)
    return [side for p in party if (side := _on(sentence, p, theirs, aligned))]


def _on(sentence: Passage, place: int, theirs: Deal, aligned: Alignment) -> int:
    """On which side of *theirs* alone the word at *place* rests; a kind («حزب») on it alone."""
    word = sentence.words[place].fold
    if word in FREE or not NOUNS_OF_CLASS.isdisjoint(without_particles(word)):
        return 0
    there = set(aligned.every.get(place, ()))
    one, other = there & theirs.one, there & theirs.other
    kind = listed(word) and not definite(sentence, place) and not sentence.keys[place]
    if kind and there - one - other:
        return 0
    return 0 if bool(one) == bool(other) else _ONE if one else _OTHER


def _crossed(one: list[int], other: list[int], sure: bool) -> bool:
    """Whether the first parties are of the other side; one alone, where both are *sure*."""
    first = one[:1] == [_OTHER], other[:1] == [_ONE]
    return all(first) or (sure and any(first))


def _straight(one: list[int], other: list[int]) -> bool:
    """Whether the one is the evidence's, or the other is, and no part of it is told as the one."""
    return one[:1] == [_ONE] or (other[:1] == [_OTHER] and one[:1] != [_OTHER])


def _on_the_other_side(
    sentence: Passage, ours: Deal, there: list[Deal], aligned: Alignment
) -> bool:
    """Whether our one is told to support what only another does, and it opposes."""
    same = [deal for deal in there if deal.kind == ours.kind]
    opposed = [deal for deal in there if deal.kind == OPPOSED.get(ours.kind)]
    if not ours.one or not same or not all(deal.one for deal in same):
        return False
    supporting, opposing = (
        any(_on(sentence, p, deal, aligned) == _ONE for deal in found for p in ours.one)
        for found in (same, opposed)
    )
    return opposing and not supporting


def _shown(deal: Deal) -> tuple[int, int]:
    return min(deal.one or {deal.at}), min(deal.other or {deal.at})
