"""Sentences of which another, fuller one tells all: «أبلغ سميث الموظفين بالقرار» beside «أبلغ سميث
الموظفين أن الشركة أوقفت …».

The rule: where nearly all stems of a sentence (``NEARLY_ALL``) are in one of the same language that
has more of them, only the fuller one is shown, whichever comes first, in the place of the first.
What it alone says must be definite nouns of the lexicon («القرار», "the decision"), which point at
what the fuller one spells out; a verb, a name or a number makes it news of its own, and so does a
no that only one of the two has, or that it has too few words to tell.

What it may get wrong: two statements in the same words in which parties changed places, since order
is not looked at; and a paraphrase in other words passes. The escape hatch is ``NEARLY_ALL``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from digests.language.lexicon import meanings, only_proper
from digests.language.negation import negations
from digests.language.quantities import quantities
from digests.language.stems import content, stem, words
from digests.language.words import tokens
from digests.model import Sentence

#: The share of a sentence's stems from which a fuller one tells all of it.
NEARLY_ALL = 0.85
#: The stems of a sentence, at least, of which another one may tell all.
ENOUGH = 4

#: Two folded words, of which the second is definite.
_DEFINITE = {
    "ar": re.compile(r"\S+ [وف]?(?:[بك]?ال|لل)\w+"),
    "en": re.compile(r"(?:the|this|that|these|those|its|his|her|their) \w+"),
    "he": re.compile(r"\S+ [וש]?(?:[מכ]?ה|[בל])\w+"),
}


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
    if not ENOUGH <= len(ours) < len(theirs) or len(ours & theirs) < NEARLY_ALL * len(ours):
        return False
    if _denies(text, language) != _denies(fuller, language) or _values(text) - _values(fuller):
        return False
    return all(
        _points(before, word, language)
        for before, word in pairwise(("", *words(text)))
        if stem(word, language) in ours - theirs
    )


def _denies(text: str, language: str) -> bool:
    return bool(negations(tokens(text), language))


def _values(text: str) -> frozenset[object]:
    return frozenset((one.kind, one.value) for one in quantities(tokens(text)))


def _points(before: str, word: str, language: str) -> bool:
    """Whether the folded *word*, behind *before*, is a definite noun of the lexicon."""
    pattern = _DEFINITE.get(language)
    if pattern is None or not pattern.fullmatch(f"{before} {word}"):
        return False
    meant = meanings(word, core=True)
    return bool(meant) and not only_proper(meant)
