"""Whether a translation says the same numbers, dates and noes as its original.

The rule: each number and date of the translation is in the original, and each number of the
original
in the translation, however they are written; a translation denies what its original denies and
nothing else. These are the checks of a statement's evidence, with the original as evidence.

What it may get wrong: a wrong word between right numbers passes, which is why every translation is
marked as one. The escape hatch is readers' reports.
"""

from __future__ import annotations

from datetime import UTC, datetime

from digests.language.negation import turned
from digests.language.quantities import Kind, Quantity
from digests.model import Article, Lang
from digests.summaries.verify.alignment import align
from digests.summaries.verify.dates import dates
from digests.summaries.verify.exceptions import exceptions
from digests.summaries.verify.exchanged import equal
from digests.summaries.verify.figures import figures
from digests.summaries.verify.noes import noes
from digests.summaries.verify.passage import Passage, passage
from digests.summaries.verify.source import locate

_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
#: Kinds of numbers that another language may say without a number: a pair, the first, dozens.
_IMPLICIT = frozenset({Kind.DUAL, Kind.ORDINAL, Kind.FRACTION, Kind.VAGUE})


def fidelity(original: str, language: str, translation: str) -> str | None:
    """Why the Arabic *translation* of *original* is not faithful; None when it is."""
    article = Article(0, "", language, original, "", "", "", _LONG_AGO, _LONG_AGO, dated=False)
    source = locate(original, article)
    if source is None:
        return None
    ours = passage(translation, Lang.AR)
    aligned = align(ours, source.passage, source.inside)
    refusal = figures(ours, source, aligned) or dates(ours, source, aligned)
    if refusal is None and (lost := _lost(source.passage, ours)) is not None:
        return f"the number {lost} is missing"
    if refusal is None and _turned(source.passage, ours):
        return "a negation was added or lost"
    refusal = refusal or noes(ours, source, aligned) or exceptions(ours, source, aligned)
    return refusal.reason if refusal else None


def _lost(original: Passage, translation: Passage) -> Quantity | None:
    """A number of *original* that *translation* does not have."""
    there = translation.quantities
    for number in original.quantities:
        if number.kind in _IMPLICIT or number.value in (1, 2):
            continue
        if not any(equal(number, other) or number.value == other.value for other in there):
            return number
    return None


def _turned(original: Passage, translation: Passage) -> bool:
    """Whether one of the two denies something and the other nothing, in any wording."""
    one, other = original, translation
    if other.negations:
        one, other = other, one
    if any(turned(word.fold) for word in original.words if original.language == "en"):
        return False
    return bool(one.negations) and not other.negations and not other.averse
