"""A body or a town that the sentence names, where the evidence only points at another.

The rule: where the evidence has «الوزارة» and the sentence «وزارة التعليم», or «أحياء درنة» for
«أحياء المدينة», the article has told before of one only that this may be, and by that name.

What it may get wrong: a body that the article names in two ways without a word in common. The
escape hatch is to cite the sentence that names it.
"""

from __future__ import annotations

from collections.abc import Iterator

from digests.language.kin import kin
from digests.summaries.verify.alignment import Alignment, align
from digests.summaries.verify.bodies_before import pointed
from digests.summaries.verify.passage import Passage, passage
from digests.summaries.verify.pointing_nouns import definite
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source
from digests.summaries.verify.told import parted, told


def misnamed(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A word of *sentence* that names another than the body that the evidence points at."""
    text = told(source)
    for noun in pointed(text):
        own = noun.place - text.own
        for place in _naming(sentence, own, noun.town, source.passage, aligned):
            if noun.names and not (noun.one and _told(sentence, place, noun.written)):
                shown = sentence.words[place].text
                return Refusal(Code.UNSUPPORTED, f"the evidence does not say «{shown}»")
    return None


def _naming(
    sentence: Passage, own: int, town: bool, evidence: Passage, aligned: Alignment
) -> Iterator[int]:
    """Places of the words by which *sentence* tells which the noun at *own* is."""
    for place in range(1, len(sentence.words)):
        if place not in sentence.telling or parted(sentence, place):
            continue
        before = place - 1
        named = own in aligned.every.get(before, ()) and definite(sentence, before) is None
        if named and not _said(sentence, place, own, evidence, aligned):
            yield place
        in_its_place = town and own - 1 in aligned.of(before) and not aligned.every.get(place)
        if in_its_place and own not in aligned.used:
            yield place


def _said(sentence: Passage, place: int, own: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether the evidence has itself the word at *place*, of its own root or beside the noun."""
    word = sentence.words[place].fold
    there = [j for j in aligned.every.get(place, ()) if j != own]
    near = any(abs(j - own) <= _BESIDE for j in there)
    alike = evidence.language != "ar" or any(
        not kin(word).isdisjoint(kin(evidence.words[j].fold)) for j in there
    )
    return bool(there) and (near or alike)


#: Words between a noun and what tells which it is, at most.
_BESIDE = 2


def _told(sentence: Passage, place: int, names: list[str]) -> bool:
    """Whether one of *names* has the word at *place*."""
    for name in names:
        text = passage(name, "ar") if not name.isascii() else passage(name, "en")
        if align(sentence, text, frozenset(range(len(text.words)))).of(place):
            return True
    return False
