"""Sentences of which another, fuller one tells all: «أبلغ سميث الموظفين بالقرار» beside «أبلغ سميث
الموظفين أن الشركة أوقفت …».

The rule: where nearly all stems of a sentence (``NEARLY_ALL``) are in one of the same language that
has more of them, only the fuller one is shown, whichever comes first, in the place of the first.
What it alone says must be common words of the lexicon («القرار») of which the fuller one has no
opposite («قبل», «رفض»); a name or a number makes it news of its own, and so does a no that only one
of the two has.

What it may get wrong: two statements in the same words whose only difference is a common word of
much weight («الرئيس», «الوزير»), since order and roles are not looked at; and a paraphrase in other
words passes. The escape hatch is ``NEARLY_ALL``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from digests.language.lexicon import meanings, only_proper
from digests.language.negation import negations
from digests.language.opposites import sides
from digests.language.quantities import quantities
from digests.language.stems import content, stem, words
from digests.language.words import tokens
from digests.model import Sentence

#: The share of a sentence's stems from which a fuller one tells all of it.
NEARLY_ALL = 0.85


def fullest(sentences: Iterable[Sentence], most: int) -> list[Sentence]:
    """The first *most* of *sentences* that no fuller one tells, in order."""
    kept: list[Sentence] = []
    for sentence in sentences:
        if any(_contained(sentence, other) for other in kept):
            continue
        less = [at for at, other in enumerate(kept) if _contained(other, sentence)]
        if less:
            kept[less[0]] = sentence
            kept = [other for at, other in enumerate(kept) if at not in less[1:]]
        elif len(kept) < most:
            kept.append(sentence)
    return kept


def _contained(one: Sentence, other: Sentence) -> bool:
    return one.language == other.language and contained(one.text, other.text, one.language)


@lru_cache(maxsize=2048)
def contained(text: str, fuller: str, language: str) -> bool:
    """Whether *fuller* tells all that *text* does, and more."""
    ours, theirs = frozenset(content(text, language)), frozenset(content(fuller, language))
    if not ours or len(theirs) <= len(ours) or len(ours & theirs) < NEARLY_ALL * len(ours):
        return False
    if _denies(text, language) != _denies(fuller, language) or _values(text) - _values(fuller):
        return False
    own = [word for word in words(text) if stem(word, language) in ours - theirs]
    return all(map(_is_common, own)) and not _contrary(own, words(fuller), language)


def _denies(text: str, language: str) -> bool:
    return bool(negations(tokens(text), language))


def _values(text: str) -> frozenset[object]:
    return frozenset((one.kind, one.value) for one in quantities(tokens(text)))


def _is_common(word: str) -> bool:
    """Whether the lexicon knows the folded *word*, and not as a name."""
    meant = meanings(word, core=True)
    return bool(meant) and not only_proper(meant)


def _contrary(ours: Iterable[str], theirs: Sequence[str], language: str) -> bool:
    """Whether one of the folded words *ours* has its opposite among *theirs*."""
    said = frozenset[int]().union(*(sides(word, language) for word in theirs))
    return any(-side in said for word in ours for side in sides(word, language))
