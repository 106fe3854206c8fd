"""What one sentence of the evidence tells of somebody, told of who stands in another of them.

The rule: of a statement whose words rest on one sentence of its evidence, some that follow one
another rest on another alone; where the first has, in their place, somebody or something else that
is left untold, they were put for it. The place is between the same words in Arabic, and before the
verb in English and Hebrew. A noun that points back («الشركة») stands for its name.

What it may get wrong: two sentences drawn into one by the same verb. The escape hatch is to cite
the sentence that says it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from digests.language.arabic import TANWIN
from digests.language.lexicon import meanings
from digests.language.lists import folded
from digests.model import Lang
from digests.summaries.verify.actors import mark_before
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.conditions import sentence_around
from digests.summaries.verify.gaps import says
from digests.summaries.verify.government import definite
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.pasts import BEFORE_VERB
from digests.summaries.verify.source import Source

#: Words of who is put for another, at most, and of a statement that rest on one sentence, at least.
_RUN, _HOME = 6, 2
#: Words before an English or Hebrew verb that are no part of its subject.
_AUXILIARIES = frozenset(
    "has have had was were is are be been will would also later then did do does not".split()
) | folded("לא טרם")
#: Nouns, pronouns and words before a noun by which who was named is told of again.
_POINTING_BACK = folded(
    "شركة وزارة حكومة منظمة هيئة جامعة نقابة اتحاد حزب جماعة حركة مجموعة بنك مصرف محكمة لجنة وكالة "
    "سلطة مؤسسة جمعية مركز وزير رئيس مدير متحدث مسؤول رجل امرأة بلد دولة فريق نادي"
)


def substituted(sentence: Passage, source: Source, aligned: Alignment) -> tuple[int, int] | None:
    """A word of *sentence* put for another of the evidence, with the word before it."""
    evidence = source.passage
    homes = {j: sentence_around(evidence, j)[0] for j in aligned.told}
    if len(set(homes.values())) < 2:
        return None
    alone = {
        p: next(iter(found))
        for p in sentence.telling
        if len(found := {homes[j] for j in aligned.every.get(p, ())}) == 1
    }
    saying = {p for f in sentence.frames if f.opened for p in (f.at, *f.speaker)}
    for run in _runs(sentence, alone, saying):
        own = alone[run[0]]
        others = sentence.telling - set(run) - saying
        rest = Counter(homes[j] for p in others for j in aligned.of(p)[:1])
        home = next((h for h, count in rest.items() if count >= _HOME), None)
        if home is None or own in rest or home == own:
            continue
        anchor = run[0] - 1
        if anchor and anchor not in aligned.support:
            anchor -= 1  # the noun of a name's class: «فصلت شركة …»
        before = [j for j in aligned.every.get(anchor, ()) if homes.get(j) == home]
        for there in before:
            if evidence.language == Lang.AR:
                left = _behind(evidence, there, aligned)
                closed = _goes_on(sentence, run, evidence, left, aligned) if left else False
            else:
                left, closed = _ahead(evidence, there, aligned), _opens(sentence, anchor)
            if left and closed and not _points_back(evidence, left):
                return anchor, run[0]
    return None


def _runs(sentence: Passage, alone: dict[int, int], saying: set[int]) -> Iterator[list[int]]:
    """Words of *sentence* side by side that rest on one sentence of the evidence alone."""
    run: list[int] = []
    for place in [*sorted(set(alone) - saying), len(sentence.words) + 1]:
        if run and (place != run[-1] + 1 or alone[place] != alone[run[0]]):
            if run[0] and len(run) <= _RUN:
                yield run
            run = []
        run.append(place)


def _behind(evidence: Passage, there: int, aligned: Alignment) -> list[int]:
    """The words right behind the one at *there* that nothing tells."""
    found: list[int] = []
    for j in range(there + 1, len(evidence.words)):
        if j in aligned.told or evidence.ends(j):
            break
        found.append(j)
    return found if any(says(evidence, j) for j in found) else []


def _goes_on(
    sentence: Passage, run: list[int], evidence: Passage, left: list[int], aligned: Alignment
) -> bool:
    """Whether *sentence* goes on behind *run* as the evidence does behind what is *left*."""
    after, follows = run[-1] + 1, left[-1] + 1
    if after >= len(sentence.words):
        return follows >= len(evidence.words) or evidence.ends(follows)
    return follows in aligned.every.get(after, ())


def _opens(sentence: Passage, place: int) -> bool:
    """Whether a verb that opens its clause may stand at *place*: what follows does it."""
    if definite(sentence, place) or TANWIN in sentence.words[place].text:
        return False
    before = sentence.words[place - 1].fold if place else ""
    return place == 0 or mark_before(sentence, place) or before in BEFORE_VERB | _PARTICLES


_PARTICLES = folded("أن لم لن لا بعد")


def _ahead(evidence: Passage, verb: int, aligned: Alignment) -> list[int]:
    """The words right before the *verb* that nothing tells."""
    place = verb - 1
    while (
        place >= 0 and evidence.words[place].fold in _AUXILIARIES and not evidence.ends(place + 1)
    ):
        place -= 1
    found: list[int] = []
    while place >= 0 and place not in aligned.told and not evidence.ends(place + 1):
        if place not in evidence.telling or mark_before(evidence, place + 1):
            break
        found.append(place)
        place -= 1
    return found


def _points_back(evidence: Passage, left: list[int]) -> bool:
    """Whether all that is *left* untold may stand for a name told before."""
    if evidence.language == Lang.EN and not _DEFINITE.intersection(
        evidence.words[j].fold for j in range(min(left) - 1, max(left) + 1) if j >= 0
    ):
        return False
    return all(
        evidence.words[j].fold in _PRONOUNS
        or (
            evidence.meanings[j] & _general()
            and (evidence.ends(j) or not evidence.words[j].text[:1].isupper())
        )
        for j in left
        if says(evidence, j)
    )


_DEFINITE = frozenset(
    "the this that these those its their his her he she it they who which both some many most "
    "others one".split()
)
_PRONOUNS = folded(
    "he she it they who which he's it's they're this these those both some many most others one "
    "הוא היא הם הן זה זו אלה אלו הדבר הדברים שניהם"
)


@lru_cache(maxsize=1)
def _general() -> frozenset[int]:
    return frozenset[int]().union(*map(meanings, _POINTING_BACK))
