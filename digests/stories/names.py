"""What a text speaks of, in meanings that Arabic, English and Hebrew share.

The rule: ``names.txt`` lists names and terms of the field in three languages; a text has a meaning
when one of its forms occurs as whole words, an attached particle aside (و، ب، ل، ال; ו, ב, ל, ה),
or, for a form that ends in ``*``, when a word begins with it. The longest form at a place wins.

What it may get wrong: a form that is also another word («ميتا»), and names that are not listed;
``skeletons`` helps with those. The escape hatch is the file: one line more is all it takes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from digests.language.words import tokens

_FILE = Path(__file__).with_name("names.txt")
_PARTICLES = re.compile(r"^(?:[وف]?(?:[بكل]?ال|لل|[بكل]|س)?)(?=.{2})")
_HEBREW_PARTICLES = "והבלמשכ"
#: Letters that a beginning (``*``) has at least, and at most.
_SHORTEST, _LONGEST = 2, 14


@dataclass(frozen=True, slots=True)
class Names:
    """The table: phrases of folded words, beginnings of words, the kind of each meaning,
    and its first form in Arabic, English and Hebrew, as we write it ourselves. ``openers`` begin
    the phrases of several words, of ``longest`` at most."""

    phrases: dict[tuple[str, ...], tuple[str, ...]]
    beginnings: dict[str, tuple[str, ...]]
    kinds: dict[str, str]
    written: dict[str, tuple[str, ...]]
    longest: int
    openers: frozenset[str]


class BrokenTable(ValueError):
    """A line of ``names.txt`` that cannot be read; says which and what is expected."""


@lru_cache(maxsize=1)
def table() -> Names:
    """The shipped table, read once."""
    return parse(_FILE.read_text(encoding="utf-8"))


def parse(text: str) -> Names:
    """The table in *text*; raises BrokenTable with the line that is wrong."""
    phrases: dict[tuple[str, ...], tuple[str, ...]] = {}
    beginnings: dict[str, tuple[str, ...]] = {}
    kinds: dict[str, str] = {}
    written: dict[str, tuple[str, ...]] = {}
    kind = ""
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if section := re.fullmatch(r"\[(\w+)\]", line):
            kind = section[1]
            continue
        key, equals, forms = line.partition(" = ")
        if not equals or forms.count("|") != 2 or not kind:
            raise BrokenTable(f"names, line {number}: expected «key = ar | en | he», got: {line}")
        kinds[key] = kind
        written[key] = tuple(part.split(",")[0].strip(" *") for part in forms.split("|"))
        for form in re.split(r"[|,]", forms):
            _enter(form.strip(), key, phrases, beginnings)
    longest = max(map(len, phrases), default=1)
    openers = frozenset(phrase[0] for phrase in phrases if len(phrase) > 1)
    return Names(phrases, beginnings, kinds, written, longest, openers)


def _enter(
    form: str,
    key: str,
    phrases: dict[tuple[str, ...], tuple[str, ...]],
    beginnings: dict[str, tuple[str, ...]],
) -> None:
    words = tuple(token.fold for token in tokens(form.rstrip("*")))
    if not words:
        return
    if form.endswith("*") and len(words) == 1:
        beginnings[words[0]] = (*beginnings.get(words[0], ()), key)
    elif key not in phrases.get(words, ()):
        phrases[words] = (*phrases.get(words, ()), key)


def meanings(words: Sequence[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Places ``[start, end)`` of folded *words* with the meanings found there, left to right."""
    end = 0
    for at, word in enumerate(words):
        if at < end:
            continue
        opening, found = _of_a_word(word)
        length = 1
        if opening and (longer := _longest_at(words, at, opening)):
            length, found = longer
        if found:
            end = at + length
            yield at, end, found


def _longest_at(
    words: Sequence[str], at: int, opening: tuple[str, ...]
) -> tuple[int, tuple[str, ...]] | None:
    """How long the longest name of several words at *at* is, and its meanings."""
    names = table()
    for length in range(min(names.longest, len(words) - at), 1, -1):
        rest = words[at + 1 : at + length]
        for first in opening:
            if found := names.phrases.get((first, *rest)):
                return length, found
            if len(rest) == 1 and (found := names.phrases.get((first, _without_article(rest[0])))):
                return length, found
    return None


@lru_cache(maxsize=1 << 15)
def _of_a_word(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The forms of the folded *word* with which a name of several words begins, and its meanings
    by itself."""
    openers = table().openers
    return tuple(form for form in bare_forms(word) if form in openers), _alone(word)


def _alone(word: str) -> tuple[str, ...]:
    """The meanings of the folded *word* by itself."""
    names, variants = table(), bare_forms(word)
    for form in variants:
        if found := names.phrases.get((form,)):
            return found
    for form in variants:
        for size in range(min(_LONGEST, len(form)), _SHORTEST - 1, -1):
            if found := names.beginnings.get(form[:size]):
                return found
    return ()


def _without_article(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


@lru_cache(maxsize=1 << 15)
def bare_forms(word: str) -> tuple[str, ...]:
    """The folded *word* and what remains when attached particles go, longest first."""
    if not word or word[0] < "\u0590":
        return (word,)
    if "א" <= word[0] <= "ת":
        found = [word]
        while len(word) > 3 and word[0] in _HEBREW_PARTICLES and len(found) < 4:
            word = word[1:]
            found.append(word)
        return tuple(found)
    found = [word]
    for prefix in ("و", "ف", "ب", "ك", "ل", "س", "ال", "لل"):
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            found.append(word[len(prefix) :])
    if word.startswith("لل"):
        found.append("ال" + word[2:])
    if (match := _PARTICLES.match(word)) and match.end() and len(word) - match.end() >= 3:
        found.append(word[match.end() :])
    return tuple(dict.fromkeys(found))
