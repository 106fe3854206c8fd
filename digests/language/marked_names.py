"""Names between quotation marks behind the noun of what they name: «شركة «أفق»», «حملة «لا …»».

The rule: an indefinite noun of a kind stands right before the mark. It wants what it is of, so that
a name follows there and no claim, however many words the name has.

What it may get wrong: nothing but a mark that is never closed, behind which no name is read. The
escape hatch is the table.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.language.kin import without_particles
from digests.language.named_nouns import WITH_NAMES, nouns
from digests.language.words import Token

OPENING, CLOSING = '«"“', '»"”'
#: Words of a name between marks, at most.
_LONGEST = 7


def kind(word: str) -> bool:
    """Whether the folded *word* is an indefinite noun of a kind, particles aside."""
    bare = {form for form in without_particles(word) if not form.startswith("ال")}
    return not bare.isdisjoint(nouns("ar", *WITH_NAMES)) and not word.startswith(
        ("ال", "لل", "بال", "وال")
    )


def name_end(words: Sequence[Token], text: str, at: int) -> int | None:
    """Where the name between marks that begins at *at* ends; None where none begins there."""
    if not 0 < at < len(words) or not kind(words[at - 1].fold):
        return None
    if text[words[at - 1].end : words[at].start].strip() not in tuple(OPENING):
        return None
    return marked_end(words, text, at)


def marked_end(words: Sequence[Token], text: str, at: int) -> int | None:
    """Where what opens with a mark right before the word at *at* closes; None for what does not."""
    if at >= len(words):
        return None
    before = text[words[at - 1].end if at else 0 : words[at].start]
    if before.strip()[-1:] not in tuple(OPENING):
        return None
    for end in range(at + 1, min(len(words), at + _LONGEST) + 1):
        behind = words[end].start if end < len(words) else len(text)
        gap = text[words[end - 1].end : behind]
        if any(mark in gap for mark in CLOSING):
            return end
        if any(mark in gap for mark in OPENING):
            return None
    return None
