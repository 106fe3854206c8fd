"""Whether two texts date their news months apart, whatever day their feeds give.

The rule. News tells its day: title and first sentences hold dates with month and year («في 25
سبتمبر 2025»). An article is *dated by its text* where they do, and none of them is near the day on
which it was published: an archive that is published anew, a feed that dates its entries by the
crawl. A report and a story that are both dated so, and nowhere name a day less than ``MONTHS``
apart, tell two events: what comes of an event within the window of grouping is dated within days of
it. One date of the present («الخميس»), or one without its year, makes a text one of its own day,
whose older dates are background; it is held apart from nothing here.

What it may get wrong: two reports of the day whose openings name nothing but two old days, both
background («العقد الموقع في مايو 2021»), stay two stories. The escape hatch is ``MONTHS``, and by
hand: ``run.py stories merge``.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from digests.language.calendar import Moment, moments, resolved
from digests.model import Article
from digests.stories.readings import body

#: What lies between two dates of one affair that are no longer of one event.
MONTHS = timedelta(days=31)
#: Sentences of an article that tell its news, its title aside.
FRONT = 2


class Span(NamedTuple):
    """The first and last day that a date may mean: «سبتمبر 2025» is all of the month."""

    first: date
    last: date

    def apart(self, other: Span) -> timedelta:
        """The time between the two, negative where they overlap."""
        return max(other.first - self.last, self.first - other.last)


def months_apart(reports: Sequence[Article], story: Sequence[Article]) -> bool:
    """Whether *reports* and *story* are dated by their texts, and months apart."""
    told = _dated(story)
    if not told or not _dated(reports):
        return False
    named = (span for report in reports for span in _spans(report, None) if span)
    return all(one.apart(other) > MONTHS for one in named for other in told)


def _dated(articles: Sequence[Article]) -> tuple[Span, ...]:
    """The dates of the openings of *articles*, none where one may be of its article's own day."""
    found: list[Span] = []
    for article in articles:
        day = article.published.date()
        for span in _spans(article, FRONT):
            if span is None or span.apart(Span(day, day)) <= MONTHS:
                return ()
            found.append(span)
    return tuple(found)


def _spans(article: Article, sentences: int | None) -> Iterator[Span | None]:
    """The dates of title and *sentences*, of all for None; None for one without its year."""
    day = article.published.date()
    for text in (article.title, *body(article)[:sentences]):
        yield from _spans_of(text, day)


@lru_cache(maxsize=8192)
def _spans_of(text: str, published: date) -> tuple[Span | None, ...]:
    found = (resolved(moment, published) for moment in moments(text))
    return tuple(_span(moment) for moment in found)


def _span(moment: Moment) -> Span | None:
    if not moment.year or not moment.month:
        return None
    last = monthrange(moment.year, moment.month)[1]
    first_day, last_day = moment.day or 1, min(moment.day or last, last)
    return Span(
        date(moment.year, moment.month, min(first_day, last_day)),
        date(moment.year, moment.month, last_day),
    )
