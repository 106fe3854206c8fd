"""Word lists, in the code or beside it: words by white space, as their normal forms."""

from __future__ import annotations

from pathlib import Path

from digests.language.normal import fold


def folded(text: str) -> frozenset[str]:
    """The normal forms of the words of *text*."""
    return frozenset(map(fold, text.split()))


def word_list(name: str) -> frozenset[str]:
    """The normal forms of the words in the file *name* of this folder; # begins a comment."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return folded(" ".join(line for line in lines if line[:1] != "#"))
