"""Which articles tell one event: the only grouping code.

The rule: pairs of articles within the window are scored (``likeness``); groups are joined, the
most alike first, while the mean score of their pairs stays above ``JOIN`` (average linkage).
Reports that date their news months apart (``stated_days``) count as sharing nothing. What an
operator joined or parted by hand, and what a story already told holds, is kept: told stories may
grow and merge, never split by themselves. A story keeps the id of the earlier one with which it
shares most articles.

What it may get wrong: a false merge is worse than a miss, so a report with an angle of its own may
stay apart; later reports that lie between the two bring them together at the next poll. The escape
hatch is by hand: ``run.py stories split`` and ``merge``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import timedelta
from heapq import heappop, heappush
from typing import TypeVar

from digests.language.vectors import Vector
from digests.model import Article, Story
from digests.stories import following
from digests.stories.concepts import Concept
from digests.stories.likeness import NOTHING, Weighed, likeness, weigh
from digests.stories.mutual import lifted
from digests.stories.semantic import Space, usable
from digests.stories.sketch import sketch
from digests.stories.stated_days import months_apart

#: How far apart in time two articles of one story may be.
WINDOW = timedelta(hours=72)
#: Mean log odds above which two groups are one story.
JOIN = 0.0
#: The part of their weight that two reports share at least to be scored, their vectors aside, and
#: how much more of it for each day between them, which takes from the score.
SHARED, SHARED_A_DAY = 0.1, 0.12

_Key = TypeVar("_Key")
#: Two articles and whether an operator said that they belong together.
ByHand = tuple[int, int, bool]


def assign(
    articles: Sequence[Article],
    window: timedelta = WINDOW,
    *,
    previous: Mapping[int, int] | None = None,
    told: Collection[int] = (),
    next_id: int = 1,
    by_hand: Sequence[ByHand] = (),
    vectors: Mapping[int, Vector] | None = None,
) -> tuple[Story, ...]:
    """The stories of *articles*, newest first; each article is in exactly one.

    *previous* maps article ids to the story ids of the last time, *told* are story ids of which a
    chat was told something, *next_id* is the first id for a story that is new, *vectors* are
    embeddings by article id, of some or all. The order of *articles* does not matter.
    """
    ordered = sorted(articles, key=lambda a: (a.published, a.id))
    before = previous or {}
    joined, apart = _by_hand(ordered, by_hand)
    bound = _bound(ordered, before, frozenset(told), apart)
    space = Space(ordered, vectors) if vectors and usable() else None
    scores = _scores(ordered, window, space)
    groups = _together(_join(len(ordered), bound, scores, apart), joined, apart)
    held = {at for at, article in enumerate(ordered) if before.get(article.id) in told}
    for group, story in list(following.follow(groups, held, ordered, window, space)):
        if not _parted(group, story, apart):
            groups = [other for other in groups if other is not group]
            story |= group
    members = [tuple(ordered[at] for at in sorted(group)) for group in groups]
    ids = _ids(members, before, next_id)
    stories = [Story(identity, group) for identity, group in zip(ids, members, strict=True)]
    return tuple(sorted(stories, key=lambda s: (-s.latest.timestamp(), s.id)))


def _bound(
    articles: Sequence[Article],
    previous: Mapping[int, int],
    told: frozenset[int],
    apart: set[frozenset[int]],
) -> list[set[int]]:
    """Sets of places that stand from the start: told stories, unless parted by hand."""
    alone: list[set[int]] = []
    parts: dict[int, list[set[int]]] = defaultdict(list)
    for at, article in enumerate(articles):
        story = previous.get(article.id)
        if story is None or story not in told:
            alone.append({at})
            continue
        for part in parts[story]:
            if not _parted(part, {at}, apart):
                part.add(at)
                break
        else:
            parts[story].append({at})
    return alone + [part for found in parts.values() for part in found]


def _together(
    groups: list[set[int]], pairs: Sequence[tuple[int, int]], apart: set[frozenset[int]]
) -> list[set[int]]:
    """*groups* with those united that an operator joined."""
    for one, other in pairs:
        first = next(group for group in groups if one in group)
        second = next(group for group in groups if other in group)
        if first is not second and not _parted(first, second, apart):
            groups = [group for group in groups if group is not second]
            first |= second
    return groups


def _by_hand(
    articles: Sequence[Article], by_hand: Sequence[ByHand]
) -> tuple[list[tuple[int, int]], set[frozenset[int]]]:
    """Pairs of places that an operator joined, and those parted."""
    place = {article.id: at for at, article in enumerate(articles)}
    known = [(place[a], place[b], joined) for a, b, joined in by_hand if {a, b} <= place.keys()]
    joined = sorted((a, b) for a, b, together in known if together)
    return joined, {frozenset((a, b)) for a, b, together in known if not together}


def _scores(
    articles: Sequence[Article], window: timedelta, space: Space | None
) -> dict[int, dict[int, float]]:
    """Scores above ``NOTHING`` by place, both ways; pairs farther apart than *window* have none."""
    weighed = weigh([sketch(article) for article in articles])
    scores: dict[int, dict[int, float]] = defaultdict(dict)
    pairs = _candidates(weighed, articles)
    if space is not None:
        pairs |= space.pairs()
    for one, other in sorted(pairs):
        gap = articles[other].published - articles[one].published
        if gap > window:
            continue
        nearness = space.near(one, other) if space is not None else None
        score = likeness(weighed[one], weighed[other], gap, nearness)
        if score > NOTHING and not _of_other_months(one, other, weighed, articles):
            scores[one][other] = scores[other][one] = score
    return lifted(articles, scores)


def _of_other_months(
    one: int, other: int, weighed: Sequence[Weighed], articles: Sequence[Article]
) -> bool:
    """Whether two reports, which both name a year, date their news months apart."""
    dated = weighed[one].sketch.years and weighed[other].sketch.years
    return bool(dated) and months_apart([articles[one]], [articles[other]])


def _candidates(weighed: Sequence[Weighed], articles: Sequence[Article]) -> set[tuple[int, int]]:
    """Pairs of places that share enough of their weight to be worth scoring, as copies do.

    *articles* are ordered by date. What a pair shares is added up concept by concept, for all
    reports that have it at once, which costs a fraction of looking at each pair.
    """
    pairs: set[tuple[int, int]] = set()
    holders = _holders(report.of for report in weighed)
    speaking: dict[Concept, list[int]] = {}
    for at, report in enumerate(weighed):
        shared = [0.0] * len(weighed)
        told = (*report.sketch.title, *report.sketch.lead)
        for concept, weight in zip(told, report.weights, strict=True):
            if concept not in speaking:
                speaking[concept] = sorted({place for key in concept for place in holders[key]})
            places = speaking[concept]
            for other in places[bisect_right(places, at) :]:
                shared[other] += weight
        for other in range(at + 1, len(weighed)):
            if not shared[other]:
                continue
            days = (articles[other].published - articles[at].published) / timedelta(days=1)
            part = shared[other] * (1 / report.weight + 1 / weighed[other].weight) / 2
            if part >= SHARED + SHARED_A_DAY * days:
                pairs.add((at, other))
    return pairs


def _holders(features: Iterable[Iterable[_Key]]) -> dict[_Key, list[int]]:
    """By feature the places of the reports that have it, in order."""
    holders: dict[_Key, list[int]] = defaultdict(list)
    for at, found in enumerate(features):
        for feature in found:
            holders[feature].append(at)
    return holders


def _join(
    count: int,
    groups: list[set[int]],
    scores: Mapping[int, Mapping[int, float]],
    apart: set[frozenset[int]],
) -> list[set[int]]:
    """Average linkage over the sparse *scores*, from *groups* that already stand."""
    alive = dict(enumerate(groups))
    of = {place: number for number, group in alive.items() for place in group}
    sums: dict[int, dict[int, tuple[float, int]]] = defaultdict(dict)
    for one in range(count):
        for other, score in scores.get(one, {}).items():
            a, b = of[one], of[other]
            if a != b:
                total, pairs = sums[a].get(b, (0.0, 0))
                sums[a][b] = (total + score, pairs + 1)
    return _linked(alive, sums, apart)


def _linked(
    alive: dict[int, set[int]],
    sums: dict[int, dict[int, tuple[float, int]]],
    apart: set[frozenset[int]],
) -> list[set[int]]:
    """Join the most alike groups until no mean is above ``JOIN``.

    The heap holds each pair's mean with the groups' versions at that time; a pair whose groups
    changed since stands there anew, and the old entry is passed over.
    """
    version = dict.fromkeys(alive, 0)
    heap: list[tuple[float, int, int, int, int]] = []

    def offer(one: int, other: int) -> None:
        total, pairs = sums[one][other]
        size = len(alive[one]) * len(alive[other])
        mean = (total + NOTHING * (size - pairs)) / size
        if mean >= JOIN:
            a, b = min(one, other), max(one, other)
            heappush(heap, (-mean, a, b, version[a], version[b]))

    for one in alive:
        for other in sums.get(one, {}):
            if one < other:
                offer(one, other)
    while heap:
        _, a, b, was, were = heappop(heap)
        if a not in alive or b not in alive or (version[a], version[b]) != (was, were):
            continue
        if apart and _parted(alive[a], alive[b], apart):
            continue
        _merge(a, b, alive, sums)
        version[a] += 1
        for other in sums.get(a, {}):
            offer(a, other)
    return list(alive.values())


def _parted(one: set[int], other: set[int], apart: set[frozenset[int]]) -> bool:
    return any(frozenset((a, b)) in apart for a in one for b in other)


def _merge(
    a: int,
    b: int,
    alive: dict[int, set[int]],
    sums: dict[int, dict[int, tuple[float, int]]],
) -> None:
    alive[a] |= alive.pop(b)
    for other, (total, pairs) in sums.pop(b, {}).items():
        sums[other].pop(b, None)
        if other == a:
            continue
        known, count = sums[a].get(other, (0.0, 0))
        sums[a][other] = sums[other][a] = (known + total, count + pairs)


def _ids(
    groups: Sequence[Sequence[Article]], previous: Mapping[int, int], next_id: int
) -> list[int]:
    """The id of each group: that of the earlier story it shares most with, else a new one."""
    claims = Counter(
        (number, previous[article.id])
        for number, group in enumerate(groups)
        for article in group
        if article.id in previous
    )
    ids: dict[int, int] = {}
    taken: set[int] = set()
    for (number, story), _ in sorted(claims.items(), key=lambda c: (-c[1], c[0][1], c[0][0])):
        if number not in ids and story not in taken:
            ids[number] = story
            taken.add(story)
    fresh = max([next_id, *(story + 1 for story in previous.values())])
    for number in range(len(groups)):
        if number not in ids:
            ids[number] = fresh
            fresh += 1
    return [ids[number] for number in range(len(groups))]
