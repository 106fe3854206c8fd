"""A Hebrew noun that points back to a body named in full: «מנכ"ל המשרד» of «משרד הבריאות».

The rule: a noun of a speaker with its article is the body that stands before it by the same noun
without one, with its name behind, where the text has only one such.

What it may get wrong: a body named before that the noun does not point to. The escape hatch is to
name the speaker as the source does.
"""

from __future__ import annotations

from collections.abc import Iterable

from digests.language.kin import without_particles
from digests.model import Lang
from digests.summaries.verify.passage import Passage

_ARTICLE = "ה"
#: Letters of a noun with its article, at least.
_NOUN = 4


def full_names_before(text: Passage, places: Iterable[int]) -> set[int]:
    """The places that name in full what the nouns at *places* point back to."""
    if text.language != Lang.HE:
        return set()
    return {j for place in places for j in _full_name(text, place)}


def _full_name(text: Passage, place: int) -> set[int]:
    """The noun before *place* in construct, and the word behind it: «משרד הבריאות»."""
    word = text.words[place].fold
    if word[0] != _ARTICLE or len(word) < _NOUN:
        return set()
    noun = word[1:]
    forms = {noun, noun[:-1] + "ת"} if noun[-1] == _ARTICLE else {noun}
    named = [
        p for p in range(place - 1) if not forms.isdisjoint(without_particles(text.words[p].fold))
    ]
    named = [p for p in named if not text.words[p].fold.endswith(word)]
    return {named[0], named[0] + 1} if len(named) == 1 else set()
