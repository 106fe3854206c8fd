"""What an Arabic word may be, once the particles written onto it are taken away.

The rule: a word may carry a conjunction (و ف), then a preposition (ب ك ل), then the article (ال,
which becomes لل after ل); the س of the future stands before an imperfect verb only. The article is
written with a bare alef, so أل and إل are never one. An accusative alef is taken away where its
tanween is written (إضرابًا). Suffixes are never taken away: a plural or a pronoun is another word.

What it may get wrong: a letter of the root can look like a particle («فريق» is not ف + ريق). So a
reading is *doubtful*, and holds only inside a longer phrase, when it leaves two letters after a
single-letter particle, or when the word as written is in `WHOLE`, a list of common words that begin
with such a letter. Rare words of that kind pass («برهان» is listed, «بأرجوان» needs no listing).
Escape hatch: quote a longer phrase.
"""

from __future__ import annotations

import re
import unicodedata

from digests.language.lists import word_list
from digests.language.normal import fold
from digests.language.words import MARKS

ARTICLE = "ال"
#: Vowels as written: the ending «ـً» of an indefinite noun, and «ـُ», by which a passive is told.
TANWIN, DAMMA = "\u064b", "\u064f"
_CONJUNCTIONS = frozenset("وف")
_PREPOSITIONS = frozenset("بكل")
_IMPERFECT = frozenset("يتنأ")
_SHORTEST = 3  # letters left after a single-letter particle, else the reading is doubtful
_TANWIN_AT_THE_END = re.compile(f"(?:{TANWIN}ا|ا{TANWIN})$")
_MARKS = re.compile(f"[{MARKS}ـ]+")

WHOLE = word_list("whole_words/ar.txt")


def readings(word: str, form: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Normal forms that *word* (normal form *form*) may stand for: (sure, doubtful, inner).

    *sure* hold for a phrase of one word or the first of several, *doubtful* for the first word of
    a longer phrase only, *inner* for its later words, which take the article alone.
    """
    written = unicodedata.normalize("NFKC", word)
    plain = _MARKS.sub("", written).replace("ٱ", "ا")
    sure, doubtful, inner = {form: True}, {form: False}, {form: True}
    for rest, certain in _without_particles(plain):
        if len(rest) > 1:
            (sure if certain else doubtful)[fold(rest)] = certain
    for rest in _without_article(plain):
        inner[fold(rest)] = True
    if _TANWIN_AT_THE_END.search(written):
        for found in (sure, doubtful, inner):
            found.update({form[:-1]: True for form in found if form[-1] == "ا" and len(form) > 2})
    return tuple(sure), tuple(form for form in doubtful if form not in sure), tuple(inner)


def is_particle(form: str) -> bool:
    """Whether *form* consists of particles alone, as in «لـ Google» or «الـ8200»."""
    return form in _ALONE


def _without_particles(plain: str) -> list[tuple[str, bool]]:
    """What particles leave of *plain*, each rest with whether the reading is sure."""
    found = _after_conjunction(plain)
    if plain[0] in _CONJUNCTIONS:
        rest, whole = plain[1:], fold(plain) in WHOLE
        found.append((rest, not whole and len(rest) >= _SHORTEST))
        if not whole:
            found += _after_conjunction(rest)
    return found


def _after_conjunction(base: str) -> list[tuple[str, bool]]:
    found = [(rest, True) for rest in _without_article(base)]
    rest, first = base[1:], base[:1]
    sure = len(rest) >= _SHORTEST and fold(base) not in WHOLE
    if first in _PREPOSITIONS:
        found.append((rest, sure))
    if first in _PREPOSITIONS and first != "ل":
        found += [(bare, True) for bare in _without_article(rest)]
    if base.startswith("لل"):
        bare = base[2:]
        found += [(ARTICLE + bare, True), (ARTICLE + "ل" + bare, True), (bare, len(bare) > 1)]
    if first == "س" and rest[:1] in _IMPERFECT:
        found.append((rest, sure))
    return found


def _without_article(base: str) -> list[str]:
    """*base* without its article, when at least two letters follow it."""
    if base.startswith(ARTICLE) and len(base) >= len(ARTICLE) + 2:
        return [base[len(ARTICLE) :]]
    return []


_ALONE = frozenset(
    conjunction + rest
    for conjunction in ("", "و", "ف")
    for rest in ("", "ب", "ك", "ل", ARTICLE, "بال", "كال", "لل")
) - {""}
