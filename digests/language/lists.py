"""Word lists, in the code or beside it: words by white space, as their normal forms."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from digests.language.normal import fold


def folded(text: str) -> frozenset[str]:
    """The normal forms of the words of *text*."""
    return frozenset(map(fold, text.split()))


def word_list(name: str) -> frozenset[str]:
    """The normal forms of the words in the file *name* of this folder."""
    return folded(" ".join(line for _, line in rows(Path(__file__).parent / name)))


def rows(file: Path) -> Iterator[tuple[int, str]]:
    """The lines of a table with their numbers; # begins a comment, and blank lines are none."""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line
