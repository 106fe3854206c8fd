"""Who is told to have done it to whom, where the evidence has the two the other way round.

The rule: who does a deed of the sentence (`told_deeds`) is not whom it is done to in the evidence
(`done_to`), while whom it is done to is who does it there: «رفعت كوردا دعوى على بلدية لورن» for
"the city of Lorn sued Corda". Where the sentence is sure to
tell one side («عقوبات فرضتها إيران», «فُصلت الشركة», «من قبل الجيش»), that side is enough; and what
somebody suffers is done to him there, and to no other.

What it may get wrong: a verb that tells it from the other side ("receive", «استأجر») by a word that
the lexicon does not tell apart. The escape hatch is the table of these in `told_deeds`.
"""

from __future__ import annotations

from digests.summaries.verify.actors import clause, party
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.conditions import sentence_around
from digests.summaries.verify.done_to import Sides, done_to, has_object
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.sides import bounds
from digests.summaries.verify.source import Source
from digests.summaries.verify.told_deeds import Told, head, told_deeds


def other_way(sentence: Passage, source: Source, aligned: Alignment) -> tuple[int, int] | None:
    """A party of *sentence* and its deed, where the evidence has that party on the other side."""
    for told in told_deeds(sentence):
        if told.deed in aligned.near:
            continue
        if not told.sure and not _parties(sentence, told, source.passage, aligned):
            continue
        parties = {j for p in (*told.doer, *told.whom) for j in aligned.every.get(p, ())}
        there = [j for j in aligned.of(told.deed) if j not in parties]
        if there and all(_turned(told, source.passage, j, aligned) for j in there):
            return (told.doer or told.whom)[0], told.deed
    return None


def _parties(sentence: Passage, told: Told, evidence: Passage, aligned: Alignment) -> bool:
    """Whether a party stands on a side of *told*, and two that are known on both."""
    if not told.doer or not told.whom:
        return False
    parties = [party(sentence, side[0], evidence, aligned) for side in (told.doer, told.whom)]
    known = [head(sentence, side[0]) for side in (told.doer, told.whom)]
    if told.whom.start == told.doer.stop:  # «كتب الأغنية سامر», by Samer
        return parties[0] and (parties[1] or known[1])
    if not any(p or k for p, k in zip(parties, known, strict=True)):
        return False
    return any(party(sentence, p, evidence, aligned) for p in (*told.doer, *told.whom))


def _turned(told: Told, evidence: Passage, deed: int, aligned: Alignment) -> bool:
    """Whether the sides of *told* are those of the *deed* of the evidence, exchanged."""
    sides = done_to(evidence, deed)
    does = _rests(aligned, told.doer, sides.whom, sides.doers)
    suffers = _rests(aligned, told.whom, sides.doers, sides.whom)
    if not told.sure:
        return does and suffers
    passive = told.deed == told.verb and not told.doer
    if not sides.whom or (passive and not has_object(evidence, deed)):
        return False  # "the plant closed"
    return (
        does
        or suffers
        or _another(told, sides, aligned)
        or _announced(told, sides, evidence, deed, aligned)
        or _elsewhere(told, evidence, deed, aligned)
    )


def _rests(
    aligned: Alignment, ours: range, there: frozenset[int], elsewhere: frozenset[int]
) -> bool:
    """Whether the words of *ours* rest on those *there*, and on none *elsewhere*."""
    found = [set(aligned.every[p]) for p in ours if aligned.every.get(p)]
    return bool(found) and all(f & there and not f & elsewhere for f in found)


def _another(told: Told, sides: Sides, aligned: Alignment) -> bool:
    """Whether it is done to another, whom the sentence tells, too: «بيعت س لص» for "sold to S"."""
    ours = [set(aligned.every[p]) for p in told.whom[:1] if aligned.every.get(p)]
    rest = {j for p, found in aligned.every.items() if p not in told.whom[:1] for j in found}
    return bool(ours) and not any(f & sides.whom for f in ours) and bool(sides.whom & rest)


def _announced(told: Told, sides: Sides, evidence: Passage, deed: int, aligned: Alignment) -> bool:
    """Whether who is told to suffer it only told of it: "the firm announced an attack on it"."""
    if told.deed == told.verb or not told.whom:
        return False
    ours = {j for p in told.whom for j in aligned.every.get(p, ())}
    speakers = set(range(clause(evidence, deed)[0], bounds(evidence, deed)[0]))
    first = min(sides.whom)
    its = first > 0 and evidence.words[first - 1].fold in _ITS
    return bool(ours) and ours <= speakers - sides.whom and not its


_ITS = frozenset("its their his her our".split())


def _elsewhere(told: Told, evidence: Passage, deed: int, aligned: Alignment) -> bool:
    """Whether who does it stands in another clause: "he was arrested, and it was shelled by it"."""
    ours = {j for p in told.doer for j in aligned.every.get(p, ())}
    first, end = clause(evidence, deed)
    whole = range(*sentence_around(evidence, deed))
    return (
        bool(ours)
        and not done_to(evidence, deed).doers
        and all(j in whole and not first <= j < end for j in ours)
    )
