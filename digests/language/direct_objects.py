"""English verbs of saying that have a thing for their object, and say nothing.

The rule: "maintained a monopoly" keeps something and "added the firms to its list" puts it
somewhere: behind the verb stands a noun with its article, possessive or number, and up to the next
mark no verb that would make a clause of it ("maintained the trial was unfair"); who adds does so
"to" something.

What it may get wrong: a clause whose verb is not known for one ("maintained the strike hurt
nobody"). The escape hatch is "that", which always opens a claim.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.language.conjugation import forms
from digests.language.english_clauses import DETERMINERS, finite
from digests.language.lists import folded
from digests.language.words import Token

_KEEPING, _ADDING = forms("en", ["maintain"]), forms("en", ["add"])
_TO = folded("to")
#: What one maintains by saying so.
_SAID = folded("innocence")


def has_an_object(words: Sequence[Token], at: int) -> bool:
    """Whether the verb at *at* keeps or adds a thing: "maintained a monopoly"."""
    if words[at].fold not in _KEEPING | _ADDING:
        return False
    phrase = _to_the_next_mark(words, at + 1)
    if len(phrase) < 2 or not _opens_a_noun(phrase[0]):
        return False
    if any(word.fold in _SAID for word in phrase):
        return False  # "maintained her innocence"
    if any(_a_verb(phrase, place) for place in range(1, len(phrase))):
        return False
    return words[at].fold in _KEEPING or any(word.fold in _TO for word in phrase)


def _to_the_next_mark(words: Sequence[Token], start: int) -> Sequence[Token]:
    """The words from *start* to the next mark."""
    stop = start + 1
    while stop < len(words) and words[stop].start - words[stop - 1].end <= 1:
        stop += 1
    return words[start:stop]


def _opens_a_noun(word: Token) -> bool:
    return word.fold in DETERMINERS or word.fold[0].isdigit()


def _a_verb(phrase: Sequence[Token], place: int) -> bool:
    """Whether the word at *place* of *phrase* may be the verb of a clause."""
    word = phrase[place]
    return finite(phrase, place) or (word.text.islower() and word.fold.endswith("ed"))
