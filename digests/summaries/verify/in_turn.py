"""«على التوالي»: each of several has its own number, in the order in which they are named.

The rule: two or more numbers joined by «و» before «على التوالي» belong to as many names or nouns
joined so. Each stands with its own in the evidence ("A holds 45 percent, and B 40", "A and B hold
45 and 40 percent respectively"); where their order there is another, the sentence is refused.
Without a word for it in the evidence «التوالي» needs no support then.

What it may get wrong: names told in another way than their nouns. The escape hatch is to tell each
with its number.
"""

from __future__ import annotations

from itertools import pairwise

from digests.language.lexicon import as_it_stands
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.quantities import Kind, Quantity
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.exchanged import equal
from digests.summaries.verify.naming import proper_name
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

_ON, _TURN = fold("على"), folded("التوالي الترتيب")
_IN_TURN = folded("respectively בהתאמה") | _TURN
#: Words from one number of a row to the next, and from a name to the one joined to it, at most.
_APART, _NAME = 4, 4


def in_turn(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool | None:
    """Whether the numbers before «على التوالي» at *place* are each of what it is told of.

    None when there is no such row.
    """
    if sentence.words[place].fold not in _TURN or not place:
        return None
    numbers = _row(sentence, place) if sentence.words[place - 1].fold == _ON else []
    places = [_place(source, number) for number in numbers]
    if len(numbers) < 2 or None in places:
        return None
    rows = _names(sentence, len(numbers), aligned)
    found = [_agrees(row, [p for p in places if p is not None], source) for row in rows]
    return all(found) if found else None


def turned_about(sentence: Passage, source: Source, aligned: Alignment) -> int | None:
    """Where *sentence* says «على التوالي» of numbers that are each another's in the evidence."""
    places = range(len(sentence.words))
    return next((p for p in places if in_turn(sentence, p, source, aligned) is False), None)


def told_in_turn(sentence: Passage, source: Source, aligned: Alignment) -> set[int]:
    """Where the numbers begin that *sentence* tells each of its own, in their turn."""
    places = range(1, len(sentence.words))
    turns = [p for p in places if in_turn(sentence, p, source, aligned) is True]
    return {number.first for turn in turns for number in _row(sentence, turn)}


def _row(sentence: Passage, end: int) -> list[Quantity]:
    """The numbers joined by «و» right before *end*."""
    found: list[Quantity] = []
    for number in reversed(sentence.numbers):
        last = found[0].first if found else end
        if number.end > last or number.kind is Kind.DUAL or number.first in sentence.dated:
            continue
        if last - number.end > _APART or (found and not _joined(sentence, last)):
            break
        found.insert(0, number)
    return found


def _place(source: Source, number: Quantity) -> int | None:
    """Where the evidence has *number*, if it does so once."""
    same = [q.first for q in source.passage.numbers if equal(number, q)]
    return same[0] if len(same) == 1 and same[0] in source.inside else None


def _names(sentence: Passage, count: int, aligned: Alignment) -> list[list[set[int]]]:
    """What supports each of *count* names or nouns of *sentence* that «و» joins."""
    heads = [p for p in sentence.telling if p and p not in sentence.counted and _and(sentence, p)]
    heads = [p for p in sorted(heads) if aligned.every.get(p)]
    rows = []
    for first in range(len(heads) - count + 2):
        joined = heads[first : first + count - 1]
        if any(b - a > _NAME for a, b in pairwise(joined)):
            continue
        before = [p for p in range(max(0, joined[0] - _NAME), joined[0]) if p in sentence.telling]
        named = [p for p in before[-2:] if proper_name(sentence, p)] or before[-1:]
        one = {j for p in named for j in aligned.every.get(p, ())}
        row = [one, *(set(aligned.every[p]) for p in joined)]
        own = [found - set().union(*(o for o in row if o is not found)) for found in row]
        if all(own):
            rows.append(own)
    return rows


def _agrees(names: list[set[int]], numbers: list[int], source: Source) -> bool:
    """Whether the evidence has each of *names* with its own of *numbers*."""
    if any(word.fold in _IN_TURN for word in source.passage.words):
        pairs = zip(pairwise(names), pairwise(numbers), strict=True)
        return all((min(a) < min(b)) == (m < n) for (a, b), (m, n) in pairs)
    order: list[int | None] = [*range(len(names))]
    return order in ([_nearest(names, n, before=side) for n in numbers] for side in (True, False))


def _nearest(names: list[set[int]], number: int, *, before: bool) -> int | None:
    """Which of *names* stands nearest to the *number*, *before* it or behind."""
    sides = (
        (abs(j - number), k) for k, own in enumerate(names) for j in own if (j < number) == before
    )
    return min(sides, default=(0, None))[1]


def _and(sentence: Passage, place: int) -> bool:
    """Whether «و» joins the word at *place* to the one before it."""
    word = sentence.words[place].fold
    return word[0] == "و" and not as_it_stands(word) and not sentence.gap(place).strip(" ،")


def _joined(sentence: Passage, place: int) -> bool:
    """Whether «و» stands before the number at *place*, or on it."""
    return sentence.words[place].fold[0] == "و" or sentence.words[place - 1].fold == "و"
