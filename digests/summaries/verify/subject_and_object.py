"""Who does it and to whom it is done, by the two sides of one verb.

The rule: a verb cuts its clause in two, a subject and an object: in English and Hebrew what stands
before it and behind it (the other way round with "was … by"), in Arabic the first noun phrase
behind it and the second, where the first ends with a person's name. Behind the same verb of the
sentence, which opens its clause, and up to a mark or a preposition, what rests on the subject alone
comes before what rests on the object alone. Where all of the object comes first, and a party
stands on both sides, the two have changed places.

`roles` asks both to be parties in the sentence and in the evidence; here the words around them
count as well: «قوات الأمن», "a group of shareholders", «نور الدين الطرهوني».

What it may get wrong: an object before its subject («زار المدير الوزير», which no order tells).
The escape hatch is to name the doer with «من قبل».
"""

from __future__ import annotations

from typing import NamedTuple

from digests.language.arabic import DAMMA
from digests.language.arabic_agents import agent
from digests.language.given_names import given_name
from digests.language.lexicon import as_it_stands, listed
from digests.language.lists import folded
from digests.summaries.verify.actors import actor, clause, mark_before, party
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.around_verbs import NOUNS_OF_CLASS, TO_SOMEBODY
from digests.summaries.verify.doers import mutual
from digests.summaries.verify.government import definite, governs
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.sides import ET, bounds, is_passive
from digests.summaries.verify.source import Source

#: Letters of an Arabic word that begins with its preposition, at least one more.
_SHORT = 3


class _Sides(NamedTuple):
    """Places of the evidence's subject and of its object."""

    subject: frozenset[int]
    object: frozenset[int]


def subject_and_object(
    sentence: Passage, source: Source, aligned: Alignment
) -> tuple[int, int] | None:
    """The first words of an object and a subject of *sentence* that have changed places."""
    evidence = source.passage
    for verb in sentence.content:
        places = aligned.of(verb)
        if not places or not _opens(sentence, verb, evidence, aligned):
            continue
        found = [_exchanged(sentence, verb, evidence, place, aligned) for place in places]
        if all(found):
            return found[0]
    return None


def _opens(sentence: Passage, verb: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether the word at *verb* opens its clause as a verb in the active does."""
    start, _ = clause(sentence, verb)
    if verb != start and sentence.words[verb - 1].fold not in FREE:
        return False
    if any(f.at == verb and f.act not in TO_SOMEBODY for f in sentence.frames):
        return False
    if mutual(sentence, verb) or actor(sentence, verb) or DAMMA in sentence.words[verb].text[:3]:
        return False
    if not governs(sentence, verb, evidence, aligned.of(verb)):
        return False
    return not agent(sentence.words, sentence.text, verb, len(sentence.words))


def _exchanged(
    sentence: Passage, verb: int, evidence: Passage, there: int, aligned: Alignment
) -> tuple[int, int] | None:
    """Where object and subject begin that the evidence has in each other's place at *there*."""
    if (sides := _sides(evidence, there)) is None:
        return None
    told = [(p, side) for p in _phrases(sentence, verb) if (side := _side(p, sides, aligned))]
    order = [side for _, side in told]
    if len(set(order)) < _BOTH or order != sorted(order, reverse=True):
        return None
    parties = {side for p, side in told if party(sentence, p, evidence, aligned)}
    if evidence.language == "ar":
        parties.add(_SUBJECT)  # it ends with a person's name
    if len(parties) < _BOTH:
        return None
    return told[0][0], next(p for p, side in told if side == _SUBJECT)


_SUBJECT, _OBJECT = 1, 2
_BOTH = 2


def _side(place: int, sides: _Sides, aligned: Alignment) -> int:
    """On which side of its verb alone the word at *place* rests; 0 where on neither or both."""
    there = set(aligned.every.get(place, ()))
    subject, other = there & sides.subject, there & sides.object
    return 0 if bool(subject) == bool(other) else _SUBJECT if subject else _OBJECT


def _phrases(sentence: Passage, verb: int) -> list[int]:
    """The words behind the Arabic *verb* that stand under no preposition."""
    found = []
    for place in range(verb + 1, len(sentence.words)):
        word = sentence.words[place]
        if sentence.gap(place).strip() or word.fold in FREE or _under_its_own(sentence, place):
            break
        if place in sentence.dated or word.fold in NOUNS_OF_CLASS:
            continue
        found.append(place)
    return found


def _under_its_own(sentence: Passage, place: int) -> bool:
    """Whether the word at *place* begins with its preposition: «بالاعتداء»."""
    word = sentence.words[place].fold
    if len(word) <= _SHORT or word[0] not in "بلك" or sentence.keys[place]:
        return False
    return not as_it_stands(word) and (listed(word[1:]) or word.startswith(("بال", "لل", "كال")))


def _sides(evidence: Passage, verb: int) -> _Sides | None:
    """The words of the subject and the object of the verb at *verb*; None where one is missing."""
    start, end = bounds(evidence, verb)
    before = frozenset(range(start, verb))
    if evidence.language == "ar":
        fronted = any(actor(evidence, p) for p in before)
        return None if fronted else _arabic(evidence, verb, end)
    behind = frozenset(range(verb + 1, _until_preposition(evidence, verb + 1, end)))
    if evidence.words[verb].fold.endswith("ing") or "-" in evidence.gap(verb):
        return None
    if evidence.language == "he" and not any(evidence.words[p].fold in ET for p in behind):
        return None
    if evidence.language == "en" and is_passive(evidence, verb):
        by = next((p for p in range(verb + 1, end) if evidence.words[p].fold == "by"), None)
        if by is None:
            return None
        before, behind = frozenset(range(by + 1, _until_preposition(evidence, by + 1, end))), before
    return _Sides(before, behind) if before and behind else None


def _until_preposition(evidence: Passage, start: int, end: int) -> int:
    """Where the noun phrase that begins at *start* meets its first preposition."""
    for place in range(start, end):
        word = evidence.words[place].fold
        if word in _PREPOSITIONS or (place > start and mark_before(evidence, place)):
            return place
    return end


_PREPOSITIONS = folded(
    "of in on at for from to with over about by after before as into under against amid during "
    "which who that where when while because של על אל עם בגין בשל לאחר אחרי לפני כי אשר נגד מפני "
    "בגלל בעקבות לגבי"
)


def _arabic(evidence: Passage, verb: int, end: int) -> _Sides | None:
    """Two noun phrases behind an Arabic verb, where a person's name ends the first."""
    places: list[int] = []
    named: int | None = None
    for place in range(verb + 1, end):
        word = evidence.words[place].fold
        owned = named is None and word.startswith("لل")  # «الأمين العام للاتحاد»
        if word in FREE or (_under_its_own(evidence, place) and not owned):
            break
        if named is None and _begins_a_name(evidence, place):
            named = place
        places.append(place)
    if named is None:
        return None
    last = named
    while last + 1 in places and _goes_on(evidence, last + 1):
        last += 1
    last += 1  # the surname
    subject = frozenset(p for p in places if p <= last)
    other = frozenset(p for p in places if p > last and p not in evidence.dated)
    return _Sides(subject, other) if other else None


def _begins_a_name(evidence: Passage, place: int) -> bool:
    return given_name(evidence.words[place].fold) and not definite(evidence, place)


def _goes_on(evidence: Passage, place: int) -> bool:
    """Whether the word at *place* stands between a given name and its surname: «نور الدين»."""
    word = evidence.words[place].fold
    return not evidence.gap(place).strip() and (given_name(word) or word in _IN_NAMES)


_IN_NAMES = folded("الدين الله الرحمن آل بن ابن أبو عبد ولد")
