"""Which sentences make the summary: the best set, not the best one by one.

The rule: the opening is fixed; among the sets of two or three further sentences the one with the
highest sum wins: the values of its sentences, less what they repeat of each other, less what they
take as known that nothing before them named, plus a weight for each party heard and for a day; a
third sentence of one party costs when another speaks too. Sets are drawn from the ``POOL`` best
sentences and the best of each party, some 200 at most.

A denial says again what it denies: beside the words of another party it may repeat more. So may a
second count of the dead (``toll``), which stands beside the first.

What it may get wrong: repetition is measured in shared stems, so a paraphrase in other words
passes. Ties go to the earlier sentences.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from collections.abc import Set as Set_
from dataclasses import dataclass
from fractions import Fraction
from math import inf

from digests.summaries.aftermath import EVENTS
from digests.summaries.parties import KINDS
from digests.summaries.replies import denies, silent
from digests.summaries.selfcontained import is_told, names, needs
from digests.summaries.taking_up import adds
from digests.summaries.toll import toll

#: Sentences of a summary: enough, and the most.
ENOUGH, MOST = 3, 4
#: Sentences from which sets are drawn, beside the best of each party.
POOL = 9
#: Share of the smaller sentence's stems above which two sentences tell the same.
REPEATED = 0.5
#: The same for the first sentences of two articles with one figure: they tell one piece of news.
LEADS = 0.3
#: The same where the figure is as great as ``_BIG``, which few others are.
BIG, _BIG = 0.2, 100.0
#: How far two figures of one thing may be apart, as a share, and a stem that is a number.
_ROUNDED, _NUMBER, _YEAR = 0.01, re.compile(r"\d+(?:\.\d+)?"), re.compile(r"(?:19|20)\d\d")
#: The same for what one party says and another denies, and for two counts of the dead.
DENIED = 0.85
#: Share of the smaller sentence's stems from which two counts of the dead are of one event.
ALIKE = 0.25
#: Share of a sentence's stems in the headline above which it tells nothing new.
IN_HEADLINE = 0.8

_HEARD, _DATED, _UNNAMED, _OVERLAP, _FOURTH, _CROWDED = 0.45, 0.1, 0.35, 1.0, 0.1, 0.15
#: What an answer loses without the sentence that it answers, and has with it.
_ANSWER, _ANSWERED = 0.5, 0.3
#: The same with it where it turns against what was said.
_REBUTTED = 0.85
#: What a sentence loses for people of an event that nothing told («المفصولين»), and for who speaks
#: by a name that nothing told: to hear him is worth nothing.
_UNTOLD, _STRANGER = 0.45, 0.9
#: What a second count of the dead, by another article or body, is worth.
_COUNTED = 0.3
#: What «وأضافت الشركة» loses when nothing of the same party stands before it.
_ADDED = 0.25
#: A day, in lower case, and a day or a year.
_DAYS = (
    r"(?:الاثنين|الإثنين|الثلاثاء|الأربعاء|الاربعاء|الخميس|الجمعة|السبت|الأحد|اليوم|أمس|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|"
    r"יום (?:ראשון|שני|שלישי|רביעי|חמישי|שישי)|שבת|היום|אתמול)"
)
DAYS, WHEN = re.compile(_DAYS), re.compile(_DAYS + r"|\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence with what the choice needs to know of it.

    ``order`` is its place in the story, ``telling`` its stems without those of the subject and of
    its speaker, ``answers`` the places of the sentences of which it answers one, ``contests`` says
    that it turns against a party, ``rejoins`` is the place of the one that turns against its own,
    ``cited`` says that its party speaks by no verb, ``lead`` that it opens its article, ``known``
    has the persons and things that it takes as known, ``unmet`` tells which of these no gloss would
    tell, ``prominent`` says that the titles name its party. What only few sentences are asked for
    is worked out when asked.
    """

    order: int
    article: int
    language: str
    span: str
    stems: frozenset[str]
    telling: frozenset[str]
    value: float
    party: str | None
    answers: tuple[int, ...] | None
    contests: bool
    rejoins: int | None = None
    cited: bool = False
    lead: bool = False
    known: frozenset[str] = frozenset()
    unmet: Callable[[frozenset[str], str], frozenset[str]] | None = None
    prominent: bool = False

    @property
    def adds(self) -> bool:
        """Whether it goes on from a sentence of the same party."""
        return adds(self.span, self.language)

    @property
    def matters(self) -> bool:
        """Whether it is news that its party gives no answer, if it gives none."""
        return self.prominent or not silent(self.span, self.language)

    @property
    def denies(self) -> bool:
        """Whether it says what is not so."""
        return denies(self.span, self.language)

    @property
    def needs(self) -> frozenset[str]:
        """What it takes as known."""
        return needs(self.span, self.language) | self.known

    def wants(self, named: frozenset[str]) -> frozenset[str]:
        """Which of its needs neither what is *named* nor a gloss tells."""
        untold = frozenset(need for need in self.needs if not is_told(need, named))
        return self.unmet(untold, self.span) if untold and self.unmet else untold

    @property
    def names(self) -> frozenset[str]:
        """What a reader knows after it."""
        return names(self.span)

    @property
    def toll(self) -> frozenset[Fraction]:
        """The dead that it counts."""
        return toll(self.span)


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
    pool = _pool(opening, rest, heard)
    sets = _Sets((opening, *pool), named, frozenset(heard))
    best = sets.best(min(len(pool), ENOUGH - 1), min(len(pool), MOST - 1))
    if best or not pool:
        return beside([opening, *(sets.all[place] for place in best)])
    return [opening, *_one_by_one(pool)]


def tells_nothing(candidate: Candidate, before: Sequence[Candidate], known: frozenset[str]) -> bool:
    """Whether *candidate* repeats the headline or a sentence *before* it."""
    if not candidate.stems:
        return True
    if len(candidate.stems & known) / len(candidate.stems) > IN_HEADLINE:
        return True
    return any(repeats(candidate, c) for c in before)


def repeats(one: Candidate, other: Candidate) -> bool:
    """Whether two sentences tell the same."""
    common = share(one.stems, other.stems)
    if common <= BIG:  # the least of the bounds below
        return False
    disputed = one.denies != other.denies and None not in (one.party, other.party)
    answer = one.order == other.rejoins or other.order == one.rejoins
    differ = answer or (disputed and one.party != other.party) or counts_differ(one, other)
    leads = one.lead and other.lead and one.article != other.article
    figure = _one_figure(one, other) if leads else 0.0
    told = BIG if figure >= _BIG else LEADS if figure else REPEATED
    return common > (DENIED if differ else told)


def _one_figure(one: Candidate, other: Candidate) -> float:
    """The greatest number that two sentences have in common, by the rounding of a report («168»
    and «167» million), 1 for no more than a year; 0 for none."""
    ours, theirs = _numbers(one.stems), _numbers(other.stems)
    near = (a for a in ours for b in theirs if abs(a - b) <= _ROUNDED * max(a, b))
    year = any(_YEAR.fullmatch(stem) for stem in one.stems & other.stems)
    return max(near, default=1.0 if year else 0.0)


def _numbers(stems: frozenset[str]) -> list[float]:
    return [float(s) for s in stems if _NUMBER.fullmatch(s) and not _YEAR.fullmatch(s)]


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared stems, as a share of the smaller set."""
    return len(one & other) / max(1, min(len(one), len(other)))


def _pool(opening: Candidate, rest: Sequence[Candidate], heard: Collection[str]) -> list[Candidate]:
    ranked = sorted(rest, key=lambda c: (-c.value, c.order))
    taken = set(ranked[:POOL])
    for kind in heard:
        taken.update([c for c in ranked if c.party == kind][:2])
    answered = {place for c in taken for place in c.answers or ()}
    taken.update(c for c in rest if c.order in answered)
    shown = {opening.order, *(c.order for c in taken)}
    taken.update(c for c in rest if _turns_on(c, shown))
    return sorted(taken, key=lambda c: c.order)


def _turns_on(candidate: Candidate, shown: Set_[int]) -> bool:
    """Whether *candidate* answers one of the sentences *shown*, by their places, against it."""
    answered = candidate.contests and not shown.isdisjoint(candidate.answers or ())
    return answered or candidate.rejoins in shown


class _Sets:
    """Sets of the sentences *all*, of which the first is the opening; what two of them cost each
    other, and what one needs of others, is worked out once, as is what sets begin alike."""

    def __init__(
        self, all: Sequence[Candidate], named: frozenset[str], heard: frozenset[str]
    ) -> None:
        self.all = all
        self._heard = heard
        self._costs = [[_cost(one, other) for other in all[:at]] for at, one in enumerate(all)]
        self._needs = [[*_wanted(one, all[:at], named)] for at, one in enumerate(all)]
        self._answered = [_places_of(one.answers, all) for one in all]
        self._rejoined = [
            _places_of(None if one.rejoins is None else (one.rejoins,), all) for one in all
        ]
        self._dated = {at for at, one in enumerate(all) if WHEN.search(one.span.lower())}
        self._counted = {at for at, one in enumerate(all) if counts_differ(all[0], one)}
        self._spoken = [None if one.cited else one.party for one in all]
        self._beside = _HEARD * len(heard) + _COUNTED + _DATED

    def best(self, least: int, most: int) -> tuple[int, ...]:
        """The places of the *least* to *most* sentences that are worth most behind the opening; of
        sets worth the same the smallest, of these the first. Empty when each set repeats itself."""
        found: tuple[int, ...] = ()
        highest = -inf
        begun: list[tuple[tuple[int, ...], float]] = [((0,), 0.0)]
        for size in range(1, most + 1):
            longer: list[tuple[tuple[int, ...], float]] = []
            for before, worth in begun:
                for place in range(before[-1] + 1, len(self.all)):
                    told = worth + self._gain(place, before)
                    if told == -inf:
                        continue
                    whole = (*before, place)
                    if size < most:
                        longer.append((whole, told))
                    if size >= least and told + self._beside > highest:
                        told += self._of_a_set(whole)
                        if told > highest:
                            highest, found = told, whole[1:]
            begun = longer
        return found

    def _gain(self, place: int, before: tuple[int, ...]) -> float:
        """What the sentence at *place* is worth behind those *before*; -inf when it tells the
        same."""
        gain = self.all[place].value
        costs = self._costs[place]
        for other in before:
            gain -= costs[other]
        for cost, tellers in self._needs[place]:
            if tellers.isdisjoint(before):
                gain -= cost
        if (answered := self._answered[place]) is not None:
            told = [self.all[other].party for other in answered.intersection(before)]
            other = any(party and party != self.all[place].party for party in told)
            rebutted = self.all[place].contests and other
            worth = _REBUTTED if rebutted else _ANSWERED if self.all[place].matters else 0.0
            gain += worth if told else -_ANSWER
        elif (rejoined := self._rejoined[place]) and not rejoined.isdisjoint(before):
            gain += _REBUTTED
        return gain

    def _of_a_set(self, whole: tuple[int, ...]) -> float:
        """What the sentences at *whole* are worth beside what each of them is."""
        worth = -_FOURTH if len(whole) > ENOUGH else 0.0
        voices = [party for place in whole if (party := self._spoken[place])]
        worth += _HEARD * len(self._heard.intersection(voices))
        if len(self._heard) > 1 and len(voices) > 2:
            worth -= _CROWDED * max(0, max(map(voices.count, voices)) - 2)
        worth += 0.0 if self._counted.isdisjoint(whole) else _COUNTED
        return worth + (0.0 if self._dated.isdisjoint(whole) else _DATED)


def _places_of(orders: tuple[int, ...] | None, all: Sequence[Candidate]) -> frozenset[int] | None:
    """The places of the sentences with these *orders* among *all*."""
    if orders is None:
        return None
    return frozenset(at for at, one in enumerate(all) if one.order in orders)


def _cost(one: Candidate, other: Candidate) -> float:
    """What *one* repeats of *other* before it; infinite when they tell the same."""
    if repeats(one, other):
        return inf
    if other.order == one.rejoins or (one.answers and other.order in one.answers):
        return 0.0
    leads = one.lead and other.lead and one.article != other.article
    common = share(one.stems, other.stems) if leads else share(one.telling, other.telling)
    return _OVERLAP * common * (1.5 if one.party == other.party is not None else 1.0)


def _wanted(
    one: Candidate, before: Sequence[Candidate], named: frozenset[str]
) -> Iterator[tuple[float, frozenset[int]]]:
    """What *one* wants told before it, beyond the headline: its cost, and the places that tell."""
    for need in sorted(one.wants(named)):
        tellers = frozenset(at for at, c in enumerate(before) if _tells(c, need))
        party = one.party or ""
        if party not in KINDS and need in (party, party.removeprefix("ال")):
            yield _STRANGER, tellers  # «قال سميث», «أوضح البنك»
            continue
        yield (_UNTOLD if need in EVENTS else _UNNAMED), tellers
    if one.adds:
        yield _ADDED, frozenset(at for at, c in enumerate(before) if c.party == one.party)


def counts_differ(one: Candidate, other: Candidate) -> bool:
    """Whether two sentences that tell of one thing count its dead differently."""
    if not one.toll or not other.toll or one.toll & other.toll:
        return False
    return (one.article, one.party) != (other.article, other.party) and (
        share(one.stems, other.stems) >= ALIKE
    )


def beside(chosen: Sequence[Candidate]) -> list[Candidate]:
    """*chosen* with a differing count of the dead moved right behind the first."""
    found = list(chosen)
    for at, one in enumerate(found):
        other = next((c for c in found[at + 1 :] if counts_differ(one, c)), None)
        if other is not None and all(c.answers is None for c in found[at + 1 :]):
            rest = [c for c in found[at + 1 :] if c is not other]
            rest.sort(key=lambda c: c.article != other.article)
            return [*found[: at + 1], other, *rest]
    return found


def _tells(candidate: Candidate, need: str) -> bool:
    """Whether *candidate* names what another takes as known; who speaks has made a statement."""
    statement = need.partition("|")[0] == "بيان" and candidate.party is not None
    return statement or is_told(need, candidate.names)


def _one_by_one(pool: Sequence[Candidate]) -> list[Candidate]:
    """What can be had when every full set repeats itself."""
    chosen: list[Candidate] = []
    for candidate in sorted(pool, key=lambda c: -c.value):
        if len(chosen) < MOST - 1 and not tells_nothing(candidate, chosen, frozenset()):
            chosen.append(candidate)
    return sorted(chosen, key=lambda c: c.order)
