"""Many phrases looked for in one text at once, as whole words of Arabic, English and Hebrew.

The rule: a phrase matches consecutive words that the text does not part by a sentence's or a
clause's mark. The first word may carry particles, the later ones the article alone, English words
a plural or possessive ending (see `digests.language.readings`). Hyphens, underscores, quotation
marks and brackets between words do not matter; a hyphenated pair may be written as one word on
either side (e-SIM, eSIM), and a hashtag may run the words together (#NoTechForApartheid).

What it may get wrong: a word read with particles may be another word (see `arabic`, `hebrew`), and
a list («إسرائيل / الولايات المتحدة») counts as consecutive. Escape hatch: a longer phrase, or a
phrase in ``none``.

Cost: a tree of words in dicts. Every word of the text costs as many look-ups as it has readings,
however many phrases there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from digests.language.english import phrase_form
from digests.language.readings import readings
from digests.language.words import spans, tokens

_BREAK = re.compile(r"[!?؟…;؛:,،|•·—۔\u2028\u2029]|\.(?:\s|$)|\s[-–]\s|\.\.|\n\s*\n")
_ABBREVIATIONS = frozenset({"st", "dr", "mr", "mrs", "ms", "mt", "ft", "no", "vs"})
_HYPHENS = frozenset("-‐‑–־")

#: Words whose beginnings of phrases an index remembers, at most.
REMEMBERED = 1 << 16

_Word = tuple[str, int, int]
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


class Found(NamedTuple):
    """Phrase number *phrase* stands at ``[start, end)`` of the text."""

    phrase: int
    start: int
    end: int


@dataclass(slots=True)
class _Node:
    """Where a phrase may go on, and the numbers of those that end here.

    There are several when one is written with a hyphen and another as one word.
    """

    next: dict[str, _Node] = field(default_factory=dict)
    phrases: list[int] = field(default_factory=list)


class Phrases:
    """An index of phrases, numbered in the order given. Phrases of equal words share a number."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._root = _Node()
        self._run_together: dict[str, list[int]] = {}
        self.texts: list[str] = []
        self._numbers: dict[tuple[str, ...], int] = {}
        self._begun: dict[str, tuple[tuple[_Node, bool], ...]] = {}
        for phrase in phrases:
            self.add(phrase)

    def add(self, phrase: str) -> int:
        """The number of *phrase*, or -1 when it has no word in it."""
        words = tokens(phrase)
        forms = tuple(phrase_form(word.text, word.fold) for word in words)
        if not forms:
            return -1
        if forms in self._numbers:
            return self._numbers[forms]
        self._begun.clear()
        number = self._numbers[forms] = len(self.texts)
        self.texts.append(phrase)
        self._insert(forms, number)
        if len(words) == 2 and phrase[words[0].end : words[1].start] in _HYPHENS:
            self._insert(("".join(forms),), number)
        if len(forms) > 1:
            self._run_together.setdefault("".join(forms), []).append(number)
        return number

    def _insert(self, forms: tuple[str, ...], number: int) -> None:
        node = self._root
        for form in forms:
            node = node.next.setdefault(form, _Node())
        node.phrases.append(number)

    def find(self, text: str) -> Iterator[Found]:
        """Every place of every phrase in *text*, by the place of its first word."""
        words = list(spans(text))
        for at, (word, start, end) in enumerate(words):
            begun = self._begun.get(word)
            if begun is None:
                begun = self._begin(word)
            for node, sure in begun:
                yield from self._follow(text, words, at, node, sure=sure, start=start)
            if text[end : end + 1] in _HYPHENS and at + 1 < len(words):
                yield from self._joined(text, words, at)
            if start and text[start - 1] in "#@":
                yield from self._hashtag(word, start, end)

    def _begin(self, word: str) -> tuple[tuple[_Node, bool], ...]:
        """Where the readings of *word* lead from the root, each with whether it is sure."""
        first, found = self._root.next, readings(word)
        begun = tuple(
            [(first[form], True) for form in found.sure if form in first]
            + [(first[form], False) for form in found.doubtful if form in first]
        )
        if len(self._begun) >= REMEMBERED:
            self._begun.clear()
        self._begun[word] = begun
        return begun

    def _follow(
        self, text: str, words: list[_Word], at: int, node: _Node, *, sure: bool, start: int
    ) -> Iterator[Found]:
        """Phrases that *node* begins and that the words after *at* complete."""
        before, _, end = words[at]
        if sure:
            yield from (Found(number, start, end) for number in node.phrases)
        if not node.next or at + 1 >= len(words):
            return
        word, begins, ends = words[at + 1]
        gap = text[end:begins]
        if gap != " " and _parted(gap, before):
            return
        found = readings(word)
        for form in found.inner:
            if (further := node.next.get(form)) is not None:
                yield from self._follow(text, words, at + 1, further, sure=True, start=start)
        if found.particle and at + 2 < len(words) and words[at + 2][1] - ends < 2:
            yield from self._follow(text, words, at + 1, node, sure=False, start=start)

    def _joined(self, text: str, words: list[_Word], at: int) -> Iterator[Found]:
        """A hyphenated pair read as one word."""
        (one, start, end), (two, begins, _) = words[at], words[at + 1]
        if begins != end + 1:
            return
        for node, sure in self._begin(one + two):
            yield from self._follow(text, words, at + 1, node, sure=sure, start=start)

    def _hashtag(self, word: str, start: int, end: int) -> Iterator[Found]:
        """A hashtag or handle of words run together, or told apart by their capitals."""
        for form in readings(word).sure:
            for number in self._run_together.get(form, ()):
                yield Found(number, start, end)
        if _HUMP.search(word):
            for found in self.find(_HUMP.sub(" ", word)):
                yield Found(found.phrase, start, end)


def _parted(gap: str, before: str) -> bool:
    """Whether the marks between two words end a sentence or a clause."""
    if gap == ". " and before.lower() in _ABBREVIATIONS:
        return False
    return bool(gap) and _BREAK.search(gap) is not None
