"""Verbs that report only with "that", and at the end of what a court or a study found.

The rule: "found that", "ruled that" and «מצאה כי» report; so does the verb behind a whole clause, a
comma and a short name, with nothing behind it but where and when: "The levy broke the law, Judge
Ada Lin ruled in Sarmin on Monday". Elsewhere such a verb does something itself ("found a body").

What it may get wrong: a clause of its own behind a comma ("The town fell silent, the mayor ruled").
The escape hatch is the table of verbs.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.language.conjugation import forms
from digests.language.english_clauses import CLAUSE, DETERMINERS, NO_CLAUSE, finite, only_a_setting
from digests.language.lists import folded
from digests.language.that_clauses import turn_end
from digests.language.words import Token

_ENGLISH = forms(
    "en", "find found, rule, show, suggest, learn, agree, indicate, demonstrate".split(",")
)
WITH_THAT = (
    _ENGLISH
    | forms("he", "אישר מאשר, מצא מוצא, פרסם מפרסם, חשף חושף, גילה מגלה".split(","))
    | folded("נמצא עולה התברר")
)
#: Those that a sentence ends with, and words of the name before one.
_CLOSING, _NAME = forms("en", ["find found", "rule", "show"]), 6


def closes(words: Sequence[Token], at: int) -> bool:
    """Whether the verb at *at* ends what somebody found: "…, a court ruled on Monday"."""
    stop = at + 1 if words[at].fold in _CLOSING else turn_end(words, at)
    if stop is None:
        return False
    near = range(at - 1, max(0, at - _NAME - 1), -1)
    comma = next((p for p in near if words[p].start - words[p - 1].end > 1), 0)
    if not comma or not _names(words[comma:at]):
        return False
    clause = words[_clause_start(words, comma) : comma]
    return len(clause) >= CLAUSE and clause[0].fold not in NO_CLAUSE and _sets(words, stop)


def _names(words: Sequence[Token]) -> bool:
    """Whether *words* are a name or a noun with its article, and have no verb."""
    named = bool(words) and (words[0].text[:1].isupper() or words[0].fold in DETERMINERS)
    return named and not any(finite(words, place) for place in range(len(words)))


def _clause_start(words: Sequence[Token], comma: int) -> int:
    """Where the words before *comma* begin, back to another mark."""
    first = comma - 1
    while first > 0 and words[first].start - words[first - 1].end <= 1:
        first -= 1
    return first


def _sets(words: Sequence[Token], first: int) -> bool:
    """Whether nothing stands from *first* up to a mark but where and when."""
    stop = first
    while stop < len(words) and words[stop].start - words[stop - 1].end <= 1:
        stop += 1
    return only_a_setting(words[first:stop])
