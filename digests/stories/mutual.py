"""What it adds that two reports of one moment are each other's nearest, by far.

The rule: where two reports of two languages have one date, the time between them says nothing,
which otherwise says most of all that words do not. What stands in its place is the company they are
in: each is compared with all others of the other's language, and the smaller of the two leads over
the second best adds to the score (Conneau et al. 2018, "Word Translation Without Parallel Data",
2.3, do the like with vectors: what is near to everything says little). In news of one subject many
are near to each, nothing leads, and nothing is added. It adds the more the more of the reports of
these two languages have found a likely partner there already: where few have one, the nearest is
but the nearest of strangers.

Two places (``likeness.two_places``) stay two, and in a window with few reports of a language being
the nearest says nothing. Reports that have moments of their own are left alone: in three wars,
72 hours of each, 31 of the 33 pairs that this would have lifted from below even odds told of two
events.

What it may get wrong: two reports of two events that are told nowhere else, and share a name that
the others lack. Escape hatch: ``run.py stories split``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import permutations

from digests.model import Article
from digests.stories.likeness import NOTHING, two_places
from digests.stories.sketch import sketch

#: Reports of a language that have to stand in the window, for the nearest to say anything.
RIVALS = 20
#: The lowest score that is lifted.
LEAST = -6.0
#: The most that a lead counts, in log odds; the part of reports with a likely partner from which on
#: a lead adds anything, and what it adds for what that part is above this.
MOST, FEW, ADDED = 2.0, 0.2, 7.0

#: The highest score that a pair is lifted to: it joins two reports, and carries no others along.
LIKELY = 3.0

#: By place and language the two highest scores.
_Best = Mapping[int, Mapping[str, tuple[float, float]]]


def lifted(
    articles: Sequence[Article], scores: Mapping[int, Mapping[int, float]]
) -> dict[int, dict[int, float]]:
    """*scores* of pairs of places in *articles*, both ways, with what the leads add."""
    languages = [article.language for article in articles]
    best = {one: _two_best(near, languages) for one, near in scores.items()}
    added = _added(languages, best)
    found = {one: dict(near) for one, near in scores.items()}
    for one, near in scores.items():
        for other, score in near.items():
            if other < one or score <= LEAST:
                continue
            worth = added.get((languages[one], languages[other]), 0.0)
            if worth and articles[one].published == articles[other].published:
                lead = min(
                    score - _rival(best[one][languages[other]], score),
                    score - _rival(best[other][languages[one]], score),
                )
                raised = min(score + worth * min(lead, MOST), LIKELY)
                if raised > score and not _elsewhere(articles[one], articles[other]):
                    found[one][other] = found[other][one] = raised
    return found


def _elsewhere(one: Article, other: Article) -> bool:
    return two_places(sketch(one), sketch(other))


def _two_best(
    near: Mapping[int, float], languages: Sequence[str]
) -> dict[str, tuple[float, float]]:
    """By language the two highest scores of *near*."""
    best: dict[str, tuple[float, float]] = {}
    for other, score in near.items():
        first, second = best.get(languages[other], (NOTHING, NOTHING))
        best[languages[other]] = (max(first, score), max(second, min(first, score)))
    return best


def _added(languages: Sequence[str], best: _Best) -> dict[tuple[str, str], float]:
    """By pair of different languages, what a lead adds."""
    counts = Counter(languages)
    partners = Counter(
        (languages[one], language)
        for one, found in best.items()
        for language, (first, _) in found.items()
        if first > 0
    )
    added = {}
    for one, other in permutations((lang for lang, many in counts.items() if many >= RIVALS), 2):
        part = (partners[one, other] / counts[one] + partners[other, one] / counts[other]) / 2
        added[one, other] = ADDED * max(0.0, part - FEW)
    return added


def _rival(best: tuple[float, float], score: float) -> float:
    """The highest of *best* beside *score* itself: *score* where it does not lead."""
    first, second = best
    return second if score == first else score
