"""«المدينتان» for two that the sentence has named: «في نيويورك … وفي سانيفيل، بحسب شرطة المدينتين».

The rule: a definite dual of a kind of place stands behind exactly two places of the sentence, which
are listed or stand behind «في», both of that kind (countries, or none), and each is named in the
evidence, the number before each told of it there. It rests on both of them.

What it may get wrong: a third place that no table has. The escape hatch is to name the two again.
"""

from __future__ import annotations

from digests.language.kin import without_particles
from digests.language.lexicon import listed
from digests.language.lists import folded
from digests.stories.names import table
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.exchanged import equal
from digests.summaries.verify.nationality import countries
from digests.summaries.verify.passage import Passage

_CITIES = folded("المدينتين المدينتان البلدتين البلدتان القريتين القريتان المنطقتين المنطقتان")
_COUNTRIES = folded("البلدين البلدان الدولتين الدولتان")
_IN, _TWO = folded("في"), 2
#: Words from a number to its place, at most.
_BESIDE = 5


def on_two_places(sentence: Passage, evidence: Passage, aligned: Alignment) -> Alignment:
    """*aligned* with the duals of *sentence* resting on the two places that they stand for."""
    found: dict[int, tuple[int, ...]] = {}
    for place, word in enumerate(sentence.words):
        forms = without_particles(word.fold)
        countries_meant = not _COUNTRIES.isdisjoint(forms)
        if not countries_meant and _CITIES.isdisjoint(forms):
            continue
        named = _named_before(sentence, place, evidence, aligned)
        kinds = {bool(countries(sentence, p)) for p in named.values()}
        two = len(named) == _TWO and all(named) and kinds == {countries_meant}
        if two and all(_with_its_number(sentence, p, evidence, named) for p in named.values()):
            found[place] = tuple(sorted({j for places in named for j in places}))
    return aligned.pointing(found) if found else aligned


def _named_before(
    sentence: Passage, place: int, evidence: Passage, aligned: Alignment
) -> dict[tuple[int, ...], int]:
    """The places that *sentence* names before *place*, by where the evidence has them."""
    kinds = table().kinds
    found: dict[tuple[int, ...], int] = {}
    for at in range(place):
        keys = {kinds[key.partition(":")[0]] for key in sentence.keys[at]}
        behind_in = at > 0 and sentence.words[at - 1].fold in _IN and not keys
        there = aligned.every.get(at, ())
        capital = bool(there) and all(evidence.words[j].text[:1].isupper() for j in there)
        if "places" in keys or (behind_in and (capital or not listed(sentence.words[at].fold))):
            found.setdefault(there, at)
    return found


def _with_its_number(
    sentence: Passage, place: int, evidence: Passage, named: dict[tuple[int, ...], int]
) -> bool:
    """Whether the number right before the place at *place* is told of it in the evidence, too."""
    before = [q for q in sentence.numbers if 0 <= place - q.end <= _BESIDE]
    if not before:
        return True
    same = [q for q in evidence.numbers if equal(before[-1], q)]
    return bool(same) and all(_place_of(q.first, named) == place for q in same)


def _place_of(number: int, named: dict[tuple[int, ...], int]) -> int:
    """Which of *named* the evidence tells last before *number*, or first behind it."""
    told = sorted((j, p) for places, p in named.items() for j in places)
    return next((p for j, p in reversed(told) if j < number), told[0][1])
