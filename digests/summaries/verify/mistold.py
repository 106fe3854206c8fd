"""Numbers that the evidence has and tells otherwise: the checks that ask for nothing more.

The rule: the checks run in the order of the table, and the first number that one of them finds is
told with its reason.

What it may get wrong: what those checks do. Each names its own escape hatch.
"""

from __future__ import annotations

from collections.abc import Callable

from digests.language.quantities import Quantity
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.another_one import told_before
from digests.summaries.verify.bound_to import more_than_all, told_twice
from digests.summaries.verify.displaced import amount, level, of_another_year
from digests.summaries.verify.exchanged import exchanged, from_for_to
from digests.summaries.verify.hours import no_time
from digests.summaries.verify.measures import another_measure
from digests.summaries.verify.models import another_model
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.periods import of_a_part
from digests.summaries.verify.set_against import set_against
from digests.summaries.verify.source import Source
from digests.summaries.verify.this_year import of_its_year
from digests.summaries.verify.units import another_rate, another_unit
from digests.summaries.verify.votes import on_the_other_side
from digests.summaries.verify.wholes import whole_for_part
from digests.summaries.verify.years import backwards, no_year, year_for_count, year_for_end


def mistold(sentence: Passage, source: Source, aligned: Alignment) -> tuple[Quantity, str] | None:
    """A number of *sentence* that its evidence tells otherwise, and how."""
    for find, reason in _MISTOLD:
        if (number := find(sentence, source)) is not None:
            return number, reason
    for ask, reason in _BY_WORDS:
        if (number := ask(sentence, source, aligned)) is not None:
            return number, reason
    return None


#: What finds a number that the evidence has, and tells otherwise; and how it does.
_MISTOLD: tuple[tuple[Callable[[Passage, Source], Quantity | None], str], ...] = (
    (whole_for_part, "in the evidence it is the whole of which a part is told"),
    (exchanged, "in the evidence it stands with another year or end"),
    (from_for_to, "in the evidence this is what it was, not what it came to"),
    (another_unit, "in the evidence it counts another measure of time"),
    (of_another_year, "in the evidence another number is of that year"),
    (of_its_year, "in the evidence another number is of that year"),
    (of_a_part, "in the evidence it is of a part of that time; tell the part"),
    (level, "in the evidence this is what it came to, not by how much"),
    (amount, "in the evidence this is by how much it changed"),
    (on_the_other_side, "in the evidence it is on the other side"),
    (another_measure, "in the evidence it counts another measure"),
    (another_rate, "in the evidence it is told of another measure of time"),
    (told_twice, "the evidence has this number once"),
    (more_than_all, "a part is no more than the whole"),
    (no_time, "that is no time of day that the evidence has"),
    (year_for_count, "in the evidence it is a year"),
    (year_for_end, "in the evidence it is a year"),
    (backwards, "a time does not end before it begins"),
    (told_before, "in the evidence it is the number of another one"),
    (another_model, "in the evidence the numbers of the model stand the other way round"),
)
#: The like, for which the words beside the number have to be compared.
_BY_WORDS: tuple[tuple[Callable[[Passage, Source, Alignment], Quantity | None], str], ...] = (
    (no_year, "in the evidence it is no year"),
    (set_against, "in the evidence the other number is set against it"),
)
