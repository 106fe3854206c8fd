"""What one word of a text may stand for when it is compared with the words of a phrase.

The rules are those of the word's script: `arabic`, `hebrew`, `english`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from digests.language import arabic, english, hebrew
from digests.language.words import normal

_ARABIC_LETTER = re.compile("[\u0621-\u064a]")
_HEBREW_LETTER = re.compile("[א-ת]")


class Readings(NamedTuple):
    """Normal forms of a word with and without its particles.

    ``sure`` hold for a phrase of one word and for the first word of any, ``doubtful`` for the first
    word of a longer phrase only, ``inner`` for later words. ``particle`` marks a word that is
    particles alone (the ال of «الـ8200»): the word written onto it is the one that counts.
    """

    sure: tuple[str, ...]
    doubtful: tuple[str, ...]
    inner: tuple[str, ...]
    particle: bool = False


_NOTHING = Readings((), (), ())


@lru_cache(maxsize=1 << 16)
def readings(word: str) -> Readings:
    """The readings of *word*, as `words.spans` cuts it; the word as it stands comes first."""
    form = normal(word)
    if not form:
        return _NOTHING
    if _ARABIC_LETTER.match(form):
        return Readings(*arabic.readings(word, form), arabic.is_particle(form))
    if _HEBREW_LETTER.match(form):
        return Readings(*hebrew.readings(word, form), hebrew.is_particle(form))
    return Readings(*english.readings(word, form))
