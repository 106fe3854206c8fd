"""Which sentences make the summary: the best set, not the best one by one.

The rule: the opening is fixed; among the sets of two or three further sentences the one with the
highest sum wins: the values of its sentences, less what they repeat of each other, less what they
take as known that nothing before them named, plus a weight for each party heard and for a day; a
third sentence of one party costs when another speaks too. Sets are drawn from the ``POOL`` best
sentences and the best of each party, some 200 at most.

What it may get wrong: repetition is measured in shared stems, so a paraphrase in other words
passes. Ties go to the earlier sentences.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import combinations

#: Sentences of a summary: enough, and the most.
ENOUGH, MOST = 3, 4
#: Sentences from which sets are drawn, beside the best of each party.
POOL = 9
#: Share of the smaller sentence's stems above which two sentences tell the same.
REPEATED = 0.5
#: Share of a sentence's stems in the headline above which it tells nothing new.
IN_HEADLINE = 0.8

_HEARD, _DATED, _UNNAMED, _OVERLAP, _FOURTH, _CROWDED = 0.45, 0.05, 0.2, 0.8, 0.1, 0.15
#: What an answer loses without the sentence that it answers.
_ANSWER = 0.5
_WHEN = re.compile(
    r"(?:الاثنين|الإثنين|الثلاثاء|الأربعاء|الاربعاء|الخميس|الجمعة|السبت|الأحد|اليوم|أمس|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|"
    r"יום (?:ראשון|שני|שלישי|רביעי|חמישי|שישי)|שבת|היום|אתמול)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence with what the choice needs to know of it.

    ``order`` is its place in the story, ``telling`` its stems without those of the subject,
    ``answers`` says that it answers the sentence before it.
    """

    order: int
    article: int
    language: str
    span: str
    stems: frozenset[str]
    telling: frozenset[str]
    value: float
    party: str | None
    answers: bool
    needs: frozenset[str]
    names: frozenset[str]

    @property
    def dated(self) -> bool:
        return bool(_WHEN.search(self.span))


def choose(
    candidates: Sequence[Candidate],
    opening: Candidate,
    known: frozenset[str],
    named: frozenset[str],
    heard: Collection[str],
) -> list[Candidate]:
    """The summary's sentences, *opening* first, the others in order.

    *known* are the stems of the headline, *named* what it names, *heard* the parties that should
    have a sentence.
    """
    rest = [c for c in candidates if c is not opening and not tells_nothing(c, [opening], known)]
    pool = _pool(rest, heard)
    best: tuple[float, tuple[Candidate, ...]] = (float("-inf"), ())
    for size in range(min(len(pool), ENOUGH - 1), min(len(pool), MOST - 1) + 1):
        for chosen in combinations(pool, size):
            worth = _worth(opening, chosen, named, heard)
            if worth is not None and worth > best[0]:
                best = (worth, chosen)
    if best[1] or not pool:
        return [opening, *best[1]]
    return [opening, *_one_by_one(pool)]


def tells_nothing(candidate: Candidate, before: Sequence[Candidate], known: frozenset[str]) -> bool:
    """Whether *candidate* repeats the headline or a sentence *before* it."""
    if not candidate.stems:
        return True
    if len(candidate.stems & known) / len(candidate.stems) > IN_HEADLINE:
        return True
    return any(share(candidate.stems, c.stems) > REPEATED for c in before)


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared stems, as a share of the smaller set."""
    return len(one & other) / max(1, min(len(one), len(other)))


def _pool(rest: Sequence[Candidate], heard: Collection[str]) -> list[Candidate]:
    ranked = sorted(rest, key=lambda c: (-c.value, c.order))
    taken = set(ranked[:POOL])
    for kind in heard:
        taken.update([c for c in ranked if c.party == kind][:2])
    answered = {c.order - 1 for c in taken if c.answers}
    taken.update(c for c in rest if c.order in answered)
    return sorted(taken, key=lambda c: c.order)


def _worth(
    opening: Candidate,
    chosen: tuple[Candidate, ...],
    named: frozenset[str],
    heard: Collection[str],
) -> float | None:
    """The worth of a set, None when two of its sentences tell the same."""
    worth = -_FOURTH if len(chosen) >= ENOUGH else 0.0
    for at, one in enumerate(chosen):
        worth += one.value
        if one.answers and not any(c.order == one.order - 1 for c in (opening, *chosen)):
            worth -= _ANSWER
        for other in (opening, *chosen[:at]):
            if share(one.stems, other.stems) > REPEATED:
                return None
            common = share(one.telling, other.telling)
            worth -= _OVERLAP * common * (1.5 if one.party == other.party is not None else 1.0)
        for need in one.needs:
            if need not in named and not any(need in c.names for c in (opening, *chosen[:at])):
                worth -= _UNNAMED
    voices = Counter(c.party for c in (opening, *chosen))
    worth += sum(_HEARD for kind in heard if kind in voices)
    if len(heard) > 1:
        worth -= _CROWDED * sum(max(0, count - 2) for kind, count in voices.items() if kind)
    return worth + (_DATED if any(c.dated for c in (opening, *chosen)) else 0.0)


def _one_by_one(pool: Sequence[Candidate]) -> list[Candidate]:
    """What can be had when every full set repeats itself."""
    chosen: list[Candidate] = []
    for candidate in sorted(pool, key=lambda c: -c.value):
        if len(chosen) < MOST - 1 and not tells_nothing(candidate, chosen, frozenset()):
            chosen.append(candidate)
    return sorted(chosen, key=lambda c: c.order)
