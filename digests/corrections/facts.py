"""What of a sentence an edit must not change unnoticed: numbers, dates, quotations, negation.

The rule: numbers by value, weekdays and months by place in the week and year; the words between
quotation marks from three on; negations and words of doubt by count; and the words of the subject,
which are those that are no stop words, verbs of saying, negations, doubts or numbers.

What it may get wrong is what ``language.negation``, ``language.strength`` and
``language.speech_verbs`` get wrong. The escape hatch is their tables.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from digests.editorial import refused
from digests.language.calendar import moments
from digests.language.negation import negations
from digests.language.quantities import Kind, quantities
from digests.language.quotation import QUOTED
from digests.language.speech_verbs import Act, act_of, is_according
from digests.language.stems import stop_words
from digests.language.strength import Hedge, hedges
from digests.language.words import tokens
from digests.stories.names import bare_forms

#: Words of a quotation from which it is one, and not a name in quotation marks.
QUOTATION = 3


#: Hedges that make a fact a doubt, and what each counts as.
_DOUBTS = {
    Hedge.POSSIBLE: Hedge.POSSIBLE,
    Hedge.EXPECTED: Hedge.POSSIBLE,
    Hedge.ALLEGED: Hedge.ALLEGED,
    Hedge.REPORTED: Hedge.ALLEGED,
}


@dataclass(frozen=True, slots=True)
class Facts:
    """``numbers`` of a sentence as texts, its ``quotes`` and ``subject`` as folded words."""

    numbers: frozenset[str]
    quotes: tuple[tuple[str, ...], ...]
    negations: int
    doubts: Counter[Hedge]
    subject: tuple[str, ...]


@lru_cache(maxsize=512)
def facts(text: str, language: str) -> Facts:
    """The facts of *text*, whose language decides which words are stop words."""
    found = tokens(text)
    numbers: set[str] = set()
    taken: set[int] = set()
    for moment in moments(found, text):
        numbers.update(
            f"{name}{value}"
            for name in ("weekday", "day", "month", "year")
            if (value := getattr(moment, name)) is not None
        )
        taken.update(range(moment.first, moment.end))
    for quantity in quantities(found):
        if quantity.kind is Kind.ORDINAL or taken.issuperset(range(quantity.first, quantity.end)):
            continue
        numbers.add(str(quantity))
        taken.update(range(quantity.first, quantity.end))
    stop = stop_words(language)
    known = language.partition("-")[0].lower()
    noes = {negation.at for negation in negations(found, known)}
    doubts = [reach for reach in hedges(found, known) if reach.hedge in _DOUBTS]
    taken.update(noes, *(range(reach.at, reach.end) for reach in doubts))
    subject = []
    for at, token in enumerate(found):
        forms = bare_forms(token.fold)
        if (
            at not in taken
            and len(token.fold) > 1
            and not any(form in stop for form in forms)
            and not _says(token.fold, known)
        ):
            subject.append(token.fold)
    return Facts(
        frozenset(numbers),
        _quotations(text),
        len(noes),
        Counter(_DOUBTS[reach.hedge] for reach in doubts),
        tuple(subject),
    )


def _says(word: str, language: str) -> bool:
    """Whether the folded *word* only says that somebody speaks, and does not judge it."""
    if is_according(word, language):
        return True
    return act_of(word, language) is Act.SAY and not refused(word, language)


def _quotations(text: str) -> tuple[tuple[str, ...], ...]:
    said = (tuple(token.fold for token in tokens(hit[0][1:-1])) for hit in QUOTED.finditer(text))
    return tuple(quote for quote in said if len(quote) >= QUOTATION)
