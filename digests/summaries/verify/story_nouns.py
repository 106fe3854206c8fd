"""Nouns that the whole story gives to what its evidence calls less: «على متن السفينة» for aboard.

The rule: a kind of vessel behind «على متن» needs no support where the evidence has "aboard" or "on
board" and the article tells of that kind of vessel and of no other; nor does a noun of those who do
what the article tells of («الانقلابيين», in a story of a coup), where the evidence has plotters.

What it may get wrong: a story with two vessels of one kind, or with plotters of another plot. The
escape hatch is the tables.
"""

from __future__ import annotations

from functools import lru_cache

from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.words import tokens
from digests.model import Lang
from digests.summaries.verify.neighbours import before
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

_BOARD, _ABOARD = fold("متن"), "aboard"
#: Kinds of vessels, each with its English words.
_KINDS = [
    (folded(ours), frozenset(theirs.split()))
    for ours, theirs in (
        (
            "طائرة طائرتين",
            "aircraft plane planes jet jets airliner airplane aeroplane airbus boeing",
        ),
        ("مروحية", "helicopter helicopters chopper"),
        ("سفينة سفينتين باخرة", "ship ships vessel vessels freighter tanker"),
        ("قارب زورق", "boat boats dinghy"),
        ("عبارة", "ferry ferries"),
        ("غواصة", "submarine submarines submersible"),
        ("قطار", "train trains"),
        ("حافلة", "bus buses coach"),
        ("منصة", "rig rigs platform platforms"),
        ("مركبة كبسولة", "spacecraft capsule shuttle spaceship"),
    )
]
#: Who does what a story tells of: our noun, the evidence's, and words of such a story.
_DOERS = [
    (folded(ours), frozenset(theirs.split()), frozenset(story.split()))
    for ours, theirs, story in (
        (
            "انقلابيون انقلابيين انقلابي",
            "plotter plotters conspirator conspirators mutineer mutineers putschists",
            "coup putsch",
        ),
        ("خاطف خاطفون خاطفين خاطفو خاطفي", "captor captors", "kidnap kidnapped abducted hostage"),
        ("محتجز محتجزون محتجزين محتجزو محتجزي", "captor captors", "hostage hostages"),
    )
]


def of_the_story(sentence: Passage, place: int, forms: set[str], source: Source) -> bool:
    """Whether the story gives the noun at *place* to what the evidence calls less."""
    evidence = source.passage
    if evidence.language != Lang.EN:
        return False
    there = {evidence.words[j].fold for j in source.inside}
    if before(sentence, place) == _BOARD:
        return _aboard(forms, there, source)
    return any(
        forms & ours and there & theirs and story & _told(source.article.text)
        for ours, theirs, story in _DOERS
    )


def _aboard(forms: set[str], there: set[str], source: Source) -> bool:
    """Whether the story has one kind of vessel, which is of *forms*, and the evidence is aboard."""
    if _ABOARD not in there and "on board" not in source.passage.text.lower():
        return False
    told = _told(source.article.text) | _told(source.article.title)
    kinds = [ours for ours, theirs in _KINDS if theirs & told]
    return len(kinds) == 1 and bool(forms & kinds[0])


@lru_cache(maxsize=64)
def _told(text: str) -> frozenset[str]:
    return frozenset(word.fold for word in tokens(text))
