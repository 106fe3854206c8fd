"""Fixed phrases of a text by a table of them for each language.

The rule: the words of a phrase stand side by side; "and" or "that" may be written onto the first.

What it may get wrong: a phrase with a word between is missed. The escape hatch is the table of the
caller.
"""

from __future__ import annotations

from functools import lru_cache

from digests.language.normal import fold
from digests.summaries.verify.passage import Passage


@lru_cache(maxsize=64)
def _folded(row: str) -> tuple[tuple[str, ...], ...]:
    """The folded words of each phrase of a *row*, commas between them."""
    return tuple(tuple(map(fold, phrase.split())) for phrase in row.split(", ") if phrase)


def phrases(text: Passage, table: dict[str, str]) -> list[tuple[int, int]]:
    """The places ``[at, end)`` of the phrases of *table* in *text*, a joined "and" aside."""
    words = [word.fold for word in text.words]
    found = []
    for first, *rest in _folded(table.get(text.language, "")):
        for at, word in enumerate(words):
            bare = word[1:] if word[:1] in _JOINED else word
            if first in (word, bare) and words[at + 1 : at + 1 + len(rest)] == rest:
                found.append((at, at + 1 + len(rest)))
    return found


_JOINED = ("و", "ف", "ו", "ש")
