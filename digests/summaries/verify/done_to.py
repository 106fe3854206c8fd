"""Who does it and whom it is done to, by the words right around a deed of the evidence.

The rule: of an English or Hebrew verb the noun before it does it, and it is done to the one right
behind it or behind «את»; after "was", or before "by" and «בידי», the other way round. Of a noun it
is done by who stands behind "by" or before the noun ("a militia attack", "Canadian sanctions"), and
to who stands behind "on" or "against"; without one, to who stands behind "of". The noun of a light
verb ("imposed sanctions on") has the doer of its verb. Arabic evidence is read by `told_deeds`.

What it may get wrong: a clause between the noun and its verb, whose nouns are taken for doers, too.
That lets pass what should be refused, and refuses nothing. The escape hatch is the tables below.
"""

from __future__ import annotations

from typing import NamedTuple

from digests.language.lists import folded
from digests.summaries.parties import CLAIM
from digests.summaries.verify.actors import actor, mark_before
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.sides import bounds
from digests.summaries.verify.told_deeds import told_deeds

#: Words of a party before its verb, behind it, and from a deed to its preposition, at most.
_BEFORE, _BEHIND, _TO_ITS = 7, 4, 8
_BE = frozenset("was were is are been being be got".split())
_AUXILIARY = _BE | folded(
    "has have had will would also then later could may might must should did does do to a an the "
    "its his her their not never new fresh first joint already again"
)
#: Light verbs, before the noun that says what was done.
_LIGHT = frozenset(
    "impose imposed imposes launched launch launches filed files file made makes carried out "
    "issued brought mounted staged led waged conducted announced placed slapped levied".split()
)
_ARTICLES = folded("the a an its his her their both another")
_PREPOSITIONS = frozenset(
    "in on at to for from with over about after before during against under near as into by since "
    "until when while because although though if where who which whose and or but then".split()
)
_AGAINST = {"en": frozenset("on against upon".split()), "he": folded("על נגד כלפי")}
_ET, _BY = folded("את ואת"), folded("בידי ידי מידי מצד")


class Sides(NamedTuple):
    """Places of the evidence: of who does it, and of whom it is done to."""

    doers: frozenset[int]
    whom: frozenset[int]


def done_to(evidence: Passage, deed: int) -> Sides:
    """The sides of the word at *deed*: of "Delta sued Corda" Delta, and Corda."""
    if evidence.language == "en":
        return _english(evidence, deed)
    if evidence.language == "he":
        return _hebrew(evidence, deed)
    told = [d for d in told_deeds(evidence) if deed in (d.deed, d.verb)]
    told = [d for d in told if d.deed != d.verb] or told
    return Sides(
        frozenset(p for d in told for p in d.doer), frozenset(p for d in told for p in d.whom)
    )


def has_object(evidence: Passage, deed: int) -> bool:
    """Whether the verb at *deed* is done to somebody behind it: no "closed", no «נסגר»."""
    if evidence.language == "he":
        return next_of(evidence, deed, _ET) is not None
    return any(actor(evidence, p) for p in done_to(evidence, deed).whom)


def _english(evidence: Passage, deed: int) -> Sides:
    """The sides of "A sued B", "B was sued by A", "a strike by A on B", "a sale of B"."""
    before, behind = np_before(evidence, deed), np_behind(evidence, deed + 1)
    by = next_of(evidence, deed, frozenset({"by"}))
    onto = next_of(evidence, deed, _AGAINST["en"])
    of = deed + 1 if next_of(evidence, deed, frozenset({"of"})) == deed + 1 else None
    agent = np_behind(evidence, by + 1) if by is not None else frozenset[int]()
    if is_undergone(evidence, deed):
        return Sides(agent, before)
    if onto is not None and (onto == deed + 1 or of is not None or not behind):
        owner = np_behind(evidence, of + 1) if of is not None else before
        return Sides(agent or owner, np_behind(evidence, onto + 1))
    if of is not None:
        return Sides(agent or before, np_behind(evidence, of + 1))
    return Sides(agent, before) if by == deed + 1 else Sides(before, behind)


def is_undergone(evidence: Passage, deed: int) -> bool:
    """Whether "was" and its kind stand right before the *deed*, adverbs aside."""
    place = deed - 1
    while place > 0 and (evidence.words[place].fold.endswith("ly") or place in evidence.dated):
        place -= 1
    active = evidence.words[deed].fold.endswith("ing")
    return place >= 0 and evidence.words[place].fold in _BE and not active


def np_before(evidence: Passage, deed: int) -> frozenset[int]:
    """The words of who stands before the *deed*, auxiliaries, adverbs and light verbs aside."""
    found = set[int]()
    first, _ = bounds(evidence, deed)
    for place in range(deed - 1, max(first - 1, deed - 1 - _BEFORE), -1):
        word = evidence.words[place].fold
        if mark_before(evidence, place + 1) or (word in CLAIM and word not in _ARTICLES):
            break
        if word in _PREPOSITIONS and word != "and":
            break
        if (
            word != "of"
            and word not in _AUXILIARY
            and word not in _LIGHT
            and not word.endswith("ly")
        ):
            found.add(place)
    return frozenset(found)


def np_behind(evidence: Passage, start: int) -> frozenset[int]:
    """The words of who stands at *start*, up to a mark or a preposition."""
    found = set[int]()
    for place in range(start, min(len(evidence.words), start + _BEHIND + 1)):
        word = evidence.words[place].fold
        if mark_before(evidence, place) or word in _PREPOSITIONS or word in CLAIM:
            break
        if word not in _ARTICLES and word != "of" and place not in evidence.dated:
            found.add(place)
    return frozenset(found)


def next_of(evidence: Passage, deed: int, words: frozenset[str]) -> int | None:
    """Where one of *words* stands behind the *deed*, before the next mark."""
    for place in range(deed + 1, min(len(evidence.words), deed + 1 + _TO_ITS)):
        if mark_before(evidence, place):
            return None
        if evidence.words[place].fold in words:
            return place
    return None


def _hebrew(evidence: Passage, deed: int) -> Sides:
    """The sides of «א תבעה את ב», «את ב תבעה א» and «הותקפה בידי א»."""
    before = frozenset(
        p
        for p in range(max(0, deed - _BEFORE), deed)
        if not any(mark_before(evidence, q) for q in range(p + 1, deed + 1))
    )
    opening, _ = bounds(evidence, deed)
    et = opening if evidence.words[opening].fold in _ET else None
    if et is not None:
        return Sides(np_behind(evidence, deed + 1), frozenset(range(et + 1, deed)))
    by = next_of(evidence, deed, _BY)
    if by is not None:
        return Sides(np_behind(evidence, by + 1), before)
    onto = next_of(evidence, deed, _ET | _AGAINST["he"])
    if onto is not None:
        return Sides(before or frozenset(range(deed + 1, onto)), np_behind(evidence, onto + 1))
    of_it = evidence.words[deed].fold.endswith("ת")  # «רכישת החברה»
    return Sides(before, np_behind(evidence, deed + 1) if of_it else frozenset())
