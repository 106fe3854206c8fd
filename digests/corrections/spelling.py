"""Whether two words are one word spelled in two ways.

The rule: words are one when their normal forms or stems are, attached particles and the letters and
endings of an Arabic verb aside («توقف», «وقف»), or when they begin alike and differ by one letter
(two in long words). Numbers are never one by spelling.

What it may get wrong: two names that differ by one letter of five or more («سلمان», «سليمان»), or
by what may be a verb's first letter («يزيد», «زيد»), pass for one. The escape hatch: what a source
announces as a correction is told whatever changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from digests.language.distance import distance
from digests.language.kin import stems
from digests.language.stems import stem
from digests.stories.names import bare_forms

#: Letters from which a word may differ by one, and by two.
_ONE, _TWO = 5, 9
#: Letters of what is left of an inflected Arabic word at least.
_ROOT = 3
_NO: frozenset[str] = frozenset()


@lru_cache(maxsize=1 << 14)
def same_word(one: str, other: str, language: str) -> bool:
    """Whether the folded words *one* and *other* are spellings or inflections of one word."""
    if one == other:
        return True
    if any(c.isdigit() for c in one + other):
        return False
    forms, others = set(bare_forms(one)), set(bare_forms(other))
    if forms & others or stem(one, language) == stem(other, language):
        return True
    if _verb(one) & _verb(other):
        return True
    return any(_near(a, b) for a in forms for b in others)


def among(word: str, words: Iterable[str], language: str) -> bool:
    """Whether *word* is one of *words*, spelling aside."""
    return any(same_word(word, other, language) for other in words)


def inflected(word: str) -> bool:
    """Whether an Arabic word may be an inflected verb: it has no article, and loses a letter."""
    return not word.startswith("ال") and bool(_verb(word) - {*bare_forms(word)})


def _verb(word: str) -> frozenset[str]:
    """What an Arabic word may be an inflection of."""
    return frozenset(s for s in stems(word) if len(s) >= _ROOT) if word[0] > "\u0600" else _NO


def _near(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    if shorter < _ONE or one[:1] != other[:1]:
        return False
    return distance(one, other) <= (2 if shorter >= _TWO else 1)
