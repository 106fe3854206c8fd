"""Which articles that match no topic may tell the event of one that does.

The rule: an article is near when its title shares ``SHARED`` content words with the title of an
article of the same language that matches, words that stand in few of the window's titles counting
alone. What it may get wrong: a report under wholly different words stays outside its story; it is
found as soon as it matches a topic itself. Too many near ones only cost time: whether they belong
to the story is for grouping to say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from digests.language.stems import content

#: Content words that two titles must share.
SHARED = 3
#: A word counts when at most this share of the window's titles has it (and always up to ``FEW``).
COMMON, FEW = 0.03, 8
#: Titles whose words are kept: a busy window's. More would be read anew at each grouping.
TITLES = 32_768


@dataclass(frozen=True, slots=True)
class Head:
    """What is looked at of an article: its id, language and title."""

    id: int
    language: str
    title: str


def near(matched: Sequence[Head], others: Iterable[Head]) -> list[int]:
    """Ids of those *others* that may tell an event of a *matched* article."""
    if not matched:
        return []
    rest = list(others)
    spread = Counter(word for head in (*matched, *rest) for word in _words(head))
    limit = max(FEW, int(COMMON * (len(matched) + len(rest))))
    holders: dict[int, list[int]] = {}
    for at, head in enumerate(matched):
        for word in _words(head):
            if spread[word] <= limit:
                holders.setdefault(word, []).append(at)
    return [head.id for head in rest if _shares(head, holders)]


def _shares(head: Head, holders: dict[int, list[int]]) -> bool:
    counts: Counter[int] = Counter()
    for word in _words(head):
        counts.update(holders.get(word, ()))
    return bool(counts) and max(counts.values()) >= SHARED


def _words(head: Head) -> tuple[int, ...]:
    return _content(head.title, head.language)


@lru_cache(maxsize=TITLES)
def _content(title: str, language: str) -> tuple[int, ...]:
    """The content words of a title, each once, as hashes: small enough to keep for a window."""
    return tuple({hash((language, word)) for word in content(title, language)})
