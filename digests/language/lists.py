"""Word lists that stand beside the code as plain text: words by white space, # begins a comment."""

from __future__ import annotations

from pathlib import Path

from digests.language.normal import fold


def word_list(name: str) -> frozenset[str]:
    """The normal forms of the words in the file *name* of this folder."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return frozenset(fold(word) for line in lines if line[:1] != "#" for word in line.split())
