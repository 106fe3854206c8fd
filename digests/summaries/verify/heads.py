"""Two names exchanged: each stands behind the word that the evidence has beside the other.

The rule: a name belongs to the word right before it, a preposition aside («مركز تعز», «صندوق من
نورديكس»). Two names are refused where the evidence has each of them far from its own word and
right beside the other's. A verb of saying is no such word: `speakers` asks who speaks.

What it may get wrong: two names of which one is left out beside its word in the evidence. The
escape hatch is to keep each name beside its word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from digests.language.lexicon import of_names
from digests.summaries.verify.actors import mark_before
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.asides import told_aside
from digests.summaries.verify.conditions import sentence_around
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

#: Words before a name among which its own word stands.
_BEFORE = 3
#: Words of the evidence between a name and the other's word, at most, and how many more there must
#: be to its own, both names together.
_BESIDE, _FARTHER = 2, 3


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of the sentence from *first* on, its places in the evidence, and those of its word."""

    first: int
    there: frozenset[int]
    head: frozenset[int]


def exchanged_names(
    sentence: Passage, source: Source, aligned: Alignment
) -> tuple[int, int] | None:
    """Two names of *sentence* that stand in each other's place."""
    evidence = source.passage
    found = list(_names(sentence, aligned))
    for one, other in combinations(found, 2):
        apart = (one.there, other.there, one.head, other.head)
        if any(a & b for a, b in combinations(apart, 2)):
            continue
        if told_aside(evidence, one.head, one.there, other.there, other.head):
            continue
        now = _far(evidence, one.head, one.there), _far(evidence, other.head, other.there)
        turned = _far(evidence, one.head, other.there), _far(evidence, other.head, one.there)
        nearer = all(b <= a for a, b in zip(now, turned, strict=True))
        if nearer and max(turned) <= _BESIDE and sum(now) - sum(turned) >= _FARTHER:
            return one.first, other.first
    return None


def _names(sentence: Passage, aligned: Alignment) -> Iterator[_Name]:
    saying = {frame.at for frame in sentence.frames}
    for run in _runs(sentence):
        there = {j for p in run if p not in aligned.near for j in aligned.every.get(p, ())}
        head = _head(sentence, run[0], aligned)
        if there and head is not None and head not in saying:
            yield _Name(run[0], frozenset(there), frozenset(aligned.every[head]))


def _runs(sentence: Passage) -> list[list[int]]:
    """The names of *sentence*: words of one side by side."""
    runs: list[list[int]] = []
    for place in sentence.content:
        if not _of_a_name(sentence, place):
            continue
        last = runs[-1][-1] if runs else -2
        if place == last + 1 and not sentence.gap(place).strip():
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _of_a_name(sentence: Passage, place: int) -> bool:
    meant = sentence.meanings[place]
    unknown = not meant and sentence.words[place].fold.isalpha()
    return bool(sentence.keys[place]) or of_names(meant) or unknown


def _head(sentence: Passage, name: int, aligned: Alignment) -> int | None:
    """The word to which the *name* belongs: the last one before it that says something."""
    for place in range(name - 1, max(-1, name - 1 - _BEFORE), -1):
        if mark_before(sentence, place + 1):
            return None
        if _of_a_name(sentence, place) and place in sentence.telling:
            continue
        if place in sentence.telling and place not in sentence.counted and aligned.of(place):
            return place
    return None


def _far(evidence: Passage, head: frozenset[int], name: frozenset[int]) -> int:
    """Words between a name and a word of the evidence; many when they stand in two sentences."""
    return min(
        abs(i - j) if sentence_around(evidence, i) == sentence_around(evidence, j) else _APART
        for i in head
        for j in name
    )


#: More words than any sentence has between two of its own.
_APART = 99
