"""A head left out: what the evidence tells of a word is not told of what that word governs.

The rule: behind a word that undoes, puts off or only tries something (`reversing`), or that stands
beside a person or place (its guard, its surroundings), what the sentence tells of the words it
governs needs that word too.

What it may get wrong: a head that is told by a word which no table has. The escape hatch is
`digests.language.reversing`.
"""

from __future__ import annotations

from collections.abc import Iterator

from digests.language.kin import without_particles
from digests.language.reversing import (
    AGAINST,
    AVERSE,
    BESIDE,
    BETWEEN,
    FICTION,
    INSIDE,
    MOTIONS,
    OF,
    REVERSING,
    TURNING,
    UNDOING,
    VERBLIKE,
)
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.conditions import sentence_around
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

#: Words behind a head among which the one that it governs stands; and behind a verb of two words.
_NEXT, _BEHIND = 4, 7
_MARKS = frozenset(",،.؛;:()؟?")


def untold(_: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """What a head of the evidence governs, told without it."""
    evidence = source.passage
    for head, governed in _governed(evidence):
        if head not in source.inside or head in aligned.told:
            continue
        if all(j not in aligned.used or _again(evidence, j, head) for j in governed):
            continue
        shown = evidence.words[head].text
        return Refusal(Code.ROLES, f"the evidence says this of the «{shown}»; tell it too")
    return None


def _governed(evidence: Passage) -> Iterator[tuple[int, list[int]]]:
    """Each head of *evidence* with the places of the words it governs."""
    language = evidence.language
    turning = TURNING.get(language, {})
    for place, word in enumerate(evidence.words):
        forms = without_particles(word.fold)
        behind = next((turning[form] for form in forms if form in turning), None)
        if behind is not None:
            reach = _reach(evidence, place, _BEHIND)
            at = next((j for j in reach if evidence.words[j].fold in behind), None)
            if at is not None:
                told = [j for j in reach if j > at and j in evidence.telling]
                yield place, told
                if told and _a_deed(evidence, told[0]):
                    yield told[0], told[1:]
        elif language == "ar" and not UNDOING.isdisjoint(forms):
            yield place, _telling(evidence, place, _BEHIND)[1:]
        elif _beside(evidence, place):
            yield place, _telling(evidence, _whose(evidence, place), _NEXT)[:1]
        elif _reverses(evidence, place):
            yield place, _telling(evidence, place, _NEXT)[:1] + _turned_to(evidence, place)
        elif _fiction(evidence, place):
            _, end = sentence_around(evidence, place)
            yield place, [j for j in range(place + 1, end) if j in evidence.telling]
        elif _moved(evidence, place):
            yield place, _telling(evidence, place, _BEHIND)


def _reverses(evidence: Passage, place: int) -> bool:
    """Whether a noun that reverses stands at *place*, and no verb that opens its clause."""
    word = evidence.words[place].fold
    opens = place == 0 or bool(_MARKS & set(evidence.gap(place)))
    if word.removeprefix("و") in VERBLIKE and (opens or word.startswith("و")):
        return False
    return not REVERSING.get(evidence.language, frozenset()).isdisjoint(without_particles(word))


def _a_deed(evidence: Passage, place: int) -> bool:
    """Whether what is stopped at *place* is a deed: "from closing the paper"."""
    return evidence.language == "en" and evidence.words[place].fold.endswith("ing")


def _turned_to(evidence: Passage, head: int) -> list[int]:
    """What *head* turns to, behind whose it is: «طعن النيابة على براءة», "his challenge to it"."""
    reach = _reach(evidence, head, _NEXT)
    at = next((j for j in reach if evidence.words[j].fold in AGAINST), None)
    return [] if at is None else _telling(evidence, at, _NEXT)[:1]


def _beside(evidence: Passage, place: int) -> bool:
    """Whether what stands at *place* is of the person, body or place right behind it."""
    table = BESIDE.get(evidence.language, frozenset())
    definite = evidence.words[place].fold.lstrip("وفب").startswith("ال")
    if definite or table.isdisjoint(without_particles(evidence.words[place].fold)):
        return False
    after = place + 1
    if after == len(evidence.words):
        return False
    return (
        evidence.words[after].fold in OF if evidence.language == "en" else after in evidence.telling
    )


def _whose(evidence: Passage, head: int) -> int:
    """The word behind which stands whose the *head* is: a Hebrew של, which a pronoun announces."""
    behind = range(head + 1, min(len(evidence.words), head + 3))
    return next((p for p in behind if evidence.words[p].fold == _HEBREW_OF), head)


_HEBREW_OF = "של"


def _fiction(evidence: Passage, place: int) -> bool:
    """Whether a sentence opens with a work that tells it: "In the film, …"."""
    if evidence.words[place].fold not in FICTION.get(evidence.language, ()):
        return False
    first, _ = sentence_around(evidence, place)
    before = (without_particles(evidence.words[p].fold) for p in range(first, place))
    return all(not INSIDE.isdisjoint(forms) for forms in before)


def _moved(evidence: Passage, place: int) -> bool:
    """Whether at *place* stands a motion or bill that is turned down."""
    language = evidence.language
    if evidence.words[place].fold not in MOTIONS.get(language, ()):
        return False
    if [word.fold for word in evidence.words[place + 1 : place + 2]] == ["of"]:
        return False  # "a motion of no confidence"
    before = evidence.words[max(0, place - _BEHIND) : place]
    return any(word.fold in AVERSE[language] for word in before)


def _telling(evidence: Passage, head: int, words: int) -> list[int]:
    """What *head* governs: the words behind it that say something."""
    return [
        j
        for j in _reach(evidence, head, words)
        if j in evidence.telling and evidence.words[j].fold not in BETWEEN
    ]


def _reach(evidence: Passage, head: int, words: int) -> list[int]:
    """The places behind *head* up to the next mark, and no more than *words*."""
    _, end = sentence_around(evidence, head)
    found: list[int] = []
    for place in range(head + 1, min(end, head + 1 + words)):
        if _MARKS & set(evidence.gap(place)):
            break
        found.append(place)
    return found


def _again(evidence: Passage, place: int, head: int) -> bool:
    """Whether the evidence has the word at *place* elsewhere, not behind *head*."""
    word = evidence.words[place].fold
    return any(w.fold == word for j, w in enumerate(evidence.words) if j not in (place, head))
