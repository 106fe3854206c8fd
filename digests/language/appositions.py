"""A name that opens its sentence with who it is between commas: «سامي خلف، رئيس النقابة، دعا …».

The rule: a name of a few words, a comma, an office without a verb of saying and another comma stand
before a past verb, and are its subject together.

What it may get wrong: a name of listed words only is not known for one, and its verb has no subject
then. The escape hatch is the verb before the name.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.language.frame import clause_mark
from digests.language.given_names import given_name
from digests.language.lexicon import listed
from digests.language.speech_verbs import act_of
from digests.language.words import Token

#: Words of the name and of what stands between the commas, at most.
_NAME, _OFFICE = 4, 10


def named_in_apposition(words: Sequence[Token], text: str, at: int, start: int) -> range | None:
    """The subject of the verb at *at* where a name with its office opens the sentence."""
    if words[at].fold[:1] in "يتسوف" or not start + 1 < at <= start + _NAME + _OFFICE:
        return None
    marks = [p for p in range(start + 1, at + 1) if clause_mark(_gap(words, text, p))]
    if len(marks) != 2 or marks[1] != at or marks[0] - start > _NAME:
        return None
    first, office = words[start].fold, words[marks[0] : at]
    if not (given_name(first) or not listed(first)) or any(act_of(w.fold, "ar") for w in office):
        return None
    return range(start, at)


def _gap(words: Sequence[Token], text: str, place: int) -> str:
    return text[words[place - 1].end : words[place].start]
