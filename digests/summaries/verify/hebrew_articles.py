"""Hebrew words that are no name of a country for their article: הקטר is a locomotive, not Qatar.

The rule: a country has no article in Hebrew, only its adjective has (הקטרי), so that a word which
is a country's name behind ה is the other word that is written so. A name that begins with ה (הודו)
is none without it.

What it may get wrong: the few countries that some write with an article. The escape hatch is to
cite another sentence.
"""

from __future__ import annotations

from functools import lru_cache

from digests.language.lexicon import meanings
from digests.stories.names import meanings as names_in
from digests.stories.names import table

_ADJECTIVES = ("י", "ית", "ים", "ות", "ימ")


@lru_cache(maxsize=1 << 14)
def of_a_country(word: str) -> frozenset[int]:
    """The meanings that the folded Hebrew *word* has not, as a country's name behind an article.

    Empty where it is no such word, or nothing besides.
    """
    if word[:1] != "ה" or len(word) < 2 or word.endswith(_ADJECTIVES):
        return frozenset()
    kinds = table().kinds
    places = [k for _, _, keys in names_in([word[1:]]) for k in keys if kinds[k] == "places"]
    named = frozenset[int]().union(*map(meanings, places))
    return named if meanings(word) - named else frozenset()
