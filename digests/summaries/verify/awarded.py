"""«ذهبت الميدالية البرونزية إلى فلانة»: a prize goes to whom the evidence has win it.

The rule: a verb of going or falling to somebody needs no support where a prize stands behind it,
and who stands right behind its «إلى» or «لـ» is the subject of a verb of winning: nothing but his
own words stands before that verb in its clause, and the prize behind it.

What it may get wrong: a date that the evidence has before the winner is refused, unless the
sentence tells it too. The escape hatch is the tables.
"""

from __future__ import annotations

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.neighbours import tells
from digests.summaries.verify.passage import Passage

_GOES = folded("ذهبت ذهب تذهب يذهب آلت آل عادت")
_PRIZES = folded("ميدالية ميداليات جائزة جوائز لقب كأس وسام برونزية فضية ذهبية")
_TO, _FOR = folded("إلى"), "ل"
_WON = folded("זכה זכתה זכו קיבל קיבלה קיבלו won took claimed wins received")
#: Words from the verb to its prize, from there to «إلى», and of the winner, at most.
_PRIZE, _WHOM, _NAME = 2, 5, 4


def awarded(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether the verb at *place* has a prize go to whom the evidence has win it."""
    if _GOES.isdisjoint(without_particles(sentence.words[place].fold)):
        return False
    behind = range(place + 1, min(len(sentence.words), place + 1 + _PRIZE))
    prize = next((p for p in behind if not _PRIZES.isdisjoint(_bare(sentence, p))), None)
    winner = _winner(sentence, prize) if prize is not None else None
    if prize is None or winner is None:
        return False
    won = [j for j, word in enumerate(evidence.words) if word.fold.lstrip("ו") in _WON]
    name = range(winner, min(len(sentence.words), winner + _NAME))
    return any(
        _wins(evidence, verb, {j for p in name for j in aligned.every.get(p, ())})
        and any(j > verb for j in aligned.every.get(prize, ()))
        for verb in won
    )


def _bare(sentence: Passage, place: int) -> set[str]:
    """The word at *place* with and without its article."""
    word = sentence.words[place].fold
    return {word, word.removeprefix("ال")}


def _winner(sentence: Passage, prize: int) -> int | None:
    """Where the name of who gets the *prize* begins, in the same clause."""
    for at in range(prize + 1, min(len(sentence.words) - 1, prize + 1 + _WHOM)):
        if sentence.gap(at).strip(" «»"):
            return None
        word = sentence.words[at].fold
        if word in _TO:
            return at + 1
        if word.startswith(_FOR) and at in sentence.telling:
            return at
    return None


def _wins(evidence: Passage, verb: int, name: set[int]) -> bool:
    """Whether the subject of the *verb* is the *name*, and nobody else stands before it."""
    first = verb
    while first > 0 and not evidence.gap(first).strip():
        first -= 1
    subject = [j for j in range(first, verb) if tells(evidence, j)]
    return bool(subject) and set(subject) <= name
