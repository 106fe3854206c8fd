"""Which words of a text are of a name, and whether it may be anybody's.

The rule: a word is of a name when it is listed as one or no lexicon has it, in English with a
capital. It may be anybody's when it is no person's, no place's and no known body's.

What it may get wrong: an unknown common noun passes for a name. The escape hatch is the lexicon.
"""

from __future__ import annotations

from collections.abc import Iterable

from digests.language.given_names import given_name
from digests.language.lexicon import listed
from digests.language.lists import folded
from digests.language.stems import stop_words
from digests.stories.names import table
from digests.summaries.verify.actors import actor, persons
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.told import parted

#: Words that tie the words of a name.
TIES = folded(
    "بن ابن بنت عبد أبو أبي آل ولد ben bin ibn abu al el ould de da di du van von der "
    "בן בר אבו דה ואן"
)


def nameish(text: Passage, place: int) -> bool:
    """Whether the word at *place* may be of a name: a listed one, or one that no lexicon has."""
    word = text.words[place]
    if text.keys[place]:
        return True
    if text.language == "en" and not word.text[:1].isupper():
        return False
    if word.fold in FREE or word.fold in stop_words(text.language):
        return False
    if place in text.counted or place in text.dated or len(word.fold) < 2:
        return False
    if given_name(word.fold):
        return True
    return not listed(word.fold) and (text.language == "en" or not text.meanings[place])


def unknown(text: Passage, place: int) -> bool:
    """Whether the name at *place* may be anybody's: no person's, no place's and no known body's."""
    if not nameish(text, place) or text.keys[place] or _surname(text, place):
        return False
    if place + 1 < len(text.words) and text.gap(place + 1) == "-":
        return False  # "the Leeds-based company"
    before = place - 1
    if given_name(text.words[place].fold):
        if any(f.opened and place in f.speaker and _officer(text, f.speaker) for f in text.frames):
            return False
        beside = (p for p in (before, place + 1) if not parted(text, max(p, place)))
        return not any(
            p >= 0 and (nameish(text, p) or actor(text, p) or text.words[p].fold in TIES)
            for p in beside
        )
    if any(f.opened and place in f.speaker and of_a_person(text, f.speaker) for f in text.frames):
        return False
    if place and not parted(text, place) and text.meanings[before]:
        return not actor(text, before)
    return not any(
        0 <= p < len(text.words)
        and not parted(text, max(p, place))
        and given_name(text.words[p].fold)
        for p in (before, place + 1)
    )


def _surname(text: Passage, place: int) -> bool:
    """Whether the word at *place* was of a person's name before: «وأضاف سميث»."""
    word = text.words[place].fold
    before = [p for p in range(1, place) if text.words[p].fold == word]
    if any(given_name(text.words[p - 1].fold) and not parted(text, p) for p in before):
        return True
    return bool(before) and any(
        frame.opened and frame.speaker.start <= p < frame.speaker.stop
        for frame in text.frames
        if of_a_person(text, frame.speaker)
        for p in before
    )


def of_a_person(text: Passage, places: Iterable[int]) -> bool:
    """Whether a speaker is a person: one with a given name or an office, or a pronoun alone."""
    words = [p for p in places if p < len(text.words)]
    said = [p for p in words if text.words[p].fold not in FREE]
    return not said or any(
        given_name(text.words[p].fold) or text.meanings[p] & persons() for p in said
    )


def _officer(text: Passage, speaker: range) -> bool:
    """Whether an office or a trade stands in *speaker*."""
    return any(text.meanings[p] & persons() for p in speaker if p < len(text.words))


def kinds_of(text: Passage, place: int) -> set[str]:
    """The kinds of the listed names at *place*: companies, institutions, places …"""
    kinds = table().kinds
    return {kinds[key.partition(":")[0]] for key in text.keys[place]}
