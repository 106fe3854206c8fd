"""عاجل: which stories are breaking news, and for how long (docs/editorial.md, "Fairness").

Rule. At least three independent outlets, of two owners and two countries, told the story within 60
minutes of the first of them. Copies and parties to the news do not count (``stories.outlets``), and
an article without a date of its own does not either: when we first saw it is not when it was told.
It is breaking from the moment at which all of that was so, for two hours.

What it may get wrong: an outlet whose owner nobody has written down counts as its own; one without
a country counts for none; a feed that dates its entries late makes the news look slower than it
was. Escape hatch: nothing of this reaches a channel without its owner's tap, and a chat gets it
only if it asked for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from digests.due import next_digest
from digests.model import Arrival, Article, Item, Preferences, Source

#: So many independent outlets of so many owners and countries, within so long.
OUTLETS, OWNERS, COUNTRIES = 3, 2, 2
WITHIN = timedelta(minutes=60)
#: At most so many a day to one chat.
A_DAY = 2
#: How long it stays breaking.
FRESH = timedelta(hours=2)


def reports(item: Item, sources: Mapping[str, Source]) -> tuple[Article, ...]:
    """The first report of each independent outlet within an hour of the first, oldest first.

    Empty when they do not make breaking news.
    """
    first: dict[str, Article] = {}
    for article in sorted(item.story.articles, key=lambda a: (a.published, a.id)):
        if article.source in item.independence.outlets and article.source in sources:
            first.setdefault(article.source, article)
    found = [article for article in first.values() if article.dated]
    soon = tuple(a for a in found if a.published - found[0].published <= WITHIN)
    return soon if _enough(soon, sources) else ()


def was_breaking(item: Item, sources: Mapping[str, Source]) -> bool:
    """Whether *item* is breaking news, or was once."""
    return not item.updated and bool(reports(item, sources))


def is_breaking_now(
    item: Item, sources: Mapping[str, Source], preferences: Preferences, now: datetime
) -> bool:
    """Whether *item* may be told as breaking at *now* to a chat with *preferences*.

    What happened in its quiet hours may be told when they end.
    """
    soon = () if item.updated else reports(item, sources)
    if not soon:
        return False
    enough = next(n for n in range(OUTLETS, len(soon) + 1) if _enough(soon[:n], sources))
    looking = replace(preferences, arrival=Arrival.BREAKING)
    return now - next_digest(looking, soon[enough - 1].published) <= FRESH


def _enough(soon: tuple[Article, ...], sources: Mapping[str, Source]) -> bool:
    ids = [article.source for article in soon]
    owners = {o.owner.ar if (o := sources[s].ownership) else f"={s}" for s in ids}
    countries = {sources[s].country for s in ids} - {None}
    return len(ids) >= OUTLETS and len(owners) >= OWNERS and len(countries) >= COUNTRIES
