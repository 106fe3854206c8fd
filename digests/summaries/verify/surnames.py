"""A word that is a surname by its place, though it looks like another: «عمري بادان», Omri Padan.

The rule: it is the same name as a word of the evidence that no lexicon has, and the word right
before it, the first name, rests on the word right before that one.

What it may get wrong: a surname that is a word of a lexicon is read as that word. The escape hatch
is the lexicon's list of names.
"""

from __future__ import annotations

from digests.language.lexicon import listed
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.spelling import nameish, one_name, together


def surname(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether the word at *place* is a surname of the evidence behind the same first name."""
    if not place or not together(sentence, place - 1, place):
        return False
    return any(
        j > 0
        and nameish(evidence, j)
        and not listed(evidence.words[j].fold)
        and together(evidence, j - 1, j)
        and j - 1 in aligned.every.get(place - 1, ())
        and one_name(sentence, place, evidence, j)
        for j in aligned.every.get(place, ())
    )
