"""The first train is not the second, nor the first call the second one.

The rule: a noun of the sentence with an ordinal above one does not rest on what the evidence calls
the first («ثاني نداء», its first call). Where both texts have as many ordinals, none is told twice
in the place of one that is lost («في الثانية … في الثانية», in the second and in the first). And
«الثاني» stands for no noun where the evidence has a first and that number nowhere.

What it may get wrong: a second thing that the sentence tells twice, in place of the first. The
escape hatch is to name it once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.quantities import Kind, Quantity
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

_FIRST = folded("أول أولى الأول الأولى first ראשון ראשונה ראשונים ראשונות")


def ordinals(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """An ordinal of *sentence* that the evidence has not of this."""
    evidence = source.passage
    ours = list(_above_one(sentence))
    firsts = [j for j in range(len(evidence.words)) if _is_first(evidence, j)]
    if not ours or not firsts:
        return None
    for number in ours:
        there = [j for p in _nouns(sentence, number) for j in aligned.of(p)]
        if there and all(_called_first(evidence, j) for j in there):
            return _refused(sentence, number)
        if _nowhere(sentence, number, evidence):
            return _refused(sentence, number)
    return _told_twice(sentence, ours, evidence, firsts)


def _refused(sentence: Passage, number: Quantity) -> Refusal:
    shown = sentence.words[number.first].text
    return Refusal(Code.NUMBER, f"«{shown}»: the evidence has another one of them here")


def _above_one(text: Passage) -> Iterator[Quantity]:
    for number in text.quantities:
        if number.kind is Kind.ORDINAL and number.value > 1 and number.first not in text.dated:
            yield number


def _is_first(text: Passage, place: int) -> bool:
    if place in text.dated:
        return False
    return not _FIRST.isdisjoint(without_particles(text.words[place].fold))


def _nouns(sentence: Passage, number: Quantity) -> list[int]:
    """The noun that *number* ranks: behind «ثاني», before «الثاني»."""
    place = number.first - 1 if _definite(sentence, number.first) else number.end
    return [place] if place in sentence.telling else []


def _called_first(evidence: Passage, place: int) -> bool:
    """Whether "first" stands by the noun at *place*: "its first two months", «أول نداء»."""
    return any(
        0 <= place + step < len(evidence.words)
        and not evidence.gap(max(place, place + step)).strip()
        and _is_first(evidence, place + step)
        and (evidence.language != "ar" or (step > 0) == _definite(evidence, place + step))
        for step in _STEPS[evidence.language]
    )


#: From a noun to its "first"; in Arabic «الأول» stands behind it, and «أول» before.
_STEPS = {"en": (-1, -2), "ar": (-1, 1), "he": (1,)}


def _definite(text: Passage, place: int) -> bool:
    return text.words[place].fold.lstrip("وبف").startswith(("ال", "لل"))


def _nowhere(sentence: Passage, number: Quantity, evidence: Passage) -> bool:
    """Whether *number* stands for a noun («وكان الثاني») and the evidence has only a first."""
    if not _definite(sentence, number.first) or _nouns(sentence, number):
        return False
    if any(q.value == number.value for q in evidence.quantities):
        return False
    return not any(_is_first(sentence, p) for p in range(len(sentence.words)))


def _told_twice(
    sentence: Passage, ours: list[Quantity], evidence: Passage, firsts: list[int]
) -> Refusal | None:
    """An ordinal that *sentence* has once more than the evidence, and another one once less."""
    here = Counter(int(number.value) for number in ours)
    here[1] = sum(_is_first(sentence, p) for p in range(len(sentence.words)))
    there = Counter(int(number.value) for number in _above_one(evidence))
    there[1] = len(firsts)
    if here.total() != there.total():
        return None
    lost = any(here[value] == 0 < count for value, count in there.items())
    again = (n for n in ours if here[int(n.value)] > there[int(n.value)] > 0)
    number = next(again, None) if lost else None
    return None if number is None else _refused(sentence, number)
