"""Who is accused, and of what: the accused and whom the charge is about have not changed places.

The rule: a charge begins behind "of" (ב, «بـ»). Where a party before it in the sentence rests on
words of the evidence's charge alone, and a party of the sentence's charge on words before that of
the evidence, «اتهم الموظفين بتهديد الشركة» is told for "accused the company of threatening
employees".

What it may get wrong: a party that the evidence names on both sides of the charge is left alone.
The escape hatch is to keep to the order of the charge.
"""

from __future__ import annotations

from digests.language.lexicon import as_it_stands
from digests.language.speech_verbs import Act
from digests.summaries.verify.actors import actor, mark_before, title
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.government import definite
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

#: Words from "accused" to its charge, and of the charge, at most.
_TO_IT, _CHARGE = 14, 10
_OF = frozenset({"of"})
#: Letters of a word that begins with its preposition, at least one more.
_SHORT = 3


def charged(sentence: Passage, source: Source, aligned: Alignment) -> tuple[int, int] | None:
    """The accused of *sentence* and the party of its charge, when they are exchanged."""
    evidence = source.passage
    for ours in (f for f in sentence.frames if f.act is Act.ACCUSE):
        parts = _parts(sentence, ours.at)
        theirs = [f for f in evidence.frames if f.at in aligned.every.get(ours.at, ())]
        if parts is None or len(theirs) != 1 or (there := _parts(evidence, theirs[0].at)) is None:
            continue
        accused = _resting(sentence, parts[0], there[1], aligned)
        about = _resting(sentence, parts[1], there[0], aligned)
        if accused is not None and about is not None:
            return accused, about
    return None


def _parts(text: Passage, verb: int) -> tuple[range, range] | None:
    """The words between the *verb* that accuses and its charge, and those of the charge."""
    for place in range(verb + 1, min(len(text.words), verb + _TO_IT)):
        if text.language == "en" and mark_before(text, place):
            return None
        if not _opens(text, place):
            continue
        end = place + 1
        while end < min(len(text.words), place + _CHARGE) and not mark_before(text, end):
            if text.words[end].fold == "and":
                break  # "of shooting and the army of arming them"
            end += 1
        return range(verb + 1, place), range(place, end)
    return None


def _opens(text: Passage, place: int) -> bool:
    word = text.words[place].fold
    if text.language == "en":
        return word in _OF
    letter = "ب" if text.language == "ar" else "ב"
    if word[:1] != letter or len(word) <= _SHORT or text.keys[place] or not text.meanings[place]:
        return False
    return not as_it_stands(word) or (text.language == "ar" and as_it_stands(word[1:]))


def _resting(sentence: Passage, places: range, there: range, aligned: Alignment) -> int | None:
    """The party at one of *places* that rests on words among *there*, and on no others."""
    for place in places:
        if place not in sentence.content or title(sentence, place) or place in aligned.near:
            continue
        if not actor(sentence, place) and not definite(sentence, place):
            continue
        others = [aligned.every.get(p, ()) for p in sentence.content if p != place]
        own = set(aligned.every.get(place, ())).difference(*others)
        if own and own <= set(there):
            return place
    return None
