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
from digests.language.readings import Readings, readings
from digests.language.words import spans, tokens

_BREAK = re.compile(r"[!?؟…;؛:,،|•·—۔\u2028\u2029]|\.(?:\s|$)|\s[-–]\s|\.\.|\n\s*\n")
_ABBREVIATIONS = frozenset({"st", "dr", "mr", "mrs", "ms", "mt", "ft", "no", "vs"})
_HYPHENS = frozenset("-‐‑–־")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


class Found(NamedTuple):
    """Phrase number *phrase* stands at ``[start, end)`` of the text."""

    phrase: int
    start: int
    end: int


class _Word(NamedTuple):
    text: str
    start: int
    end: int
    readings: Readings


@dataclass(slots=True)
class _Node:
    """Where a phrase may go on, and the number of the phrase that ends here."""

    next: dict[str, _Node] = field(default_factory=dict)
    phrase: int = -1


class Phrases:
    """An index of phrases, numbered in the order given. Phrases of equal words share a number."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._root = _Node()
        self._run_together: dict[str, int] = {}
        self.texts: list[str] = []
        self._numbers: dict[tuple[str, ...], int] = {}
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
        number = self._numbers[forms] = len(self.texts)
        self.texts.append(phrase)
        self._insert(forms, number)
        if len(words) == 2 and phrase[words[0].end : words[1].start] in _HYPHENS:
            self._insert(("".join(forms),), number)
        if len(forms) > 1:
            self._run_together.setdefault("".join(forms), number)
        return number

    def _insert(self, forms: tuple[str, ...], number: int) -> None:
        node = self._root
        for form in forms:
            node = node.next.setdefault(form, _Node())
        if node.phrase < 0:
            node.phrase = number

    def find(self, text: str) -> Iterator[Found]:
        """Every place of every phrase in *text*, by the place of its first word."""
        words = [_Word(word, start, end, readings(word)) for word, start, end in spans(text)]
        first = self._root.next
        for at, word in enumerate(words):
            for form in word.readings.sure:
                if (node := first.get(form)) is not None:
                    yield from self._follow(text, words, at, node, sure=True)
            for form in word.readings.doubtful:
                if (node := first.get(form)) is not None:
                    yield from self._follow(text, words, at, node, sure=False)
            if at + 1 < len(words) and text[word.end : words[at + 1].start] in _HYPHENS:
                yield from self._joined(text, words, at)
            if word.start and text[word.start - 1] in "#@":
                yield from self._hashtag(word)

    def _follow(
        self, text: str, words: list[_Word], at: int, node: _Node, *, sure: bool, start: int = -1
    ) -> Iterator[Found]:
        """Phrases that *node* begins and that the words after *at* complete."""
        start = words[at].start if start < 0 else start
        if sure and node.phrase >= 0:
            yield Found(node.phrase, start, words[at].end)
        if not node.next or at + 1 >= len(words):
            return
        word, gap = words[at + 1], text[words[at].end : words[at + 1].start]
        if gap != " " and _parted(gap, words[at].text):
            return
        for form in word.readings.inner:
            if (further := node.next.get(form)) is not None:
                yield from self._follow(text, words, at + 1, further, sure=True, start=start)
        if word.readings.particle and at + 2 < len(words) and words[at + 2].start - word.end < 2:
            yield from self._follow(text, words, at + 1, node, sure=False, start=start)

    def _joined(self, text: str, words: list[_Word], at: int) -> Iterator[Found]:
        """A hyphenated pair read as one word."""
        one, two = words[at], words[at + 1]
        for form in readings(one.text + two.text).sure:
            if (node := self._root.next.get(form)) is not None:
                yield from self._follow(text, words, at + 1, node, sure=True, start=one.start)

    def _hashtag(self, word: _Word) -> Iterator[Found]:
        """A hashtag or handle of words run together, or told apart by their capitals."""
        for form in word.readings.sure:
            if (number := self._run_together.get(form)) is not None:
                yield Found(number, word.start, word.end)
        if _HUMP.search(word.text):
            for found in self.find(_HUMP.sub(" ", word.text)):
                yield Found(found.phrase, word.start, word.end)


def _parted(gap: str, before: str) -> bool:
    """Whether the marks between two words end a sentence or a clause."""
    if gap == ". " and before.lower() in _ABBREVIATIONS:
        return False
    return bool(gap) and _BREAK.search(gap) is not None
