"""Vectors of texts: what an embedding model gives, and how two languages become comparable.

The rule: a multilingual model puts each language in its own corner; the mean vector of the
language is taken away before two vectors are compared. The mean is that of the texts at hand,
leaning on the shipped constant of the model (``means.json``, worked out from the project's own
sample reports) as if on ``PRIOR`` more texts.

What it may get wrong: with few texts of a model without constants the mean is poor; then vectors of
that language only compare well among themselves.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

#: Texts that the shipped mean counts for beside those at hand.
PRIOR = 50


@dataclass(frozen=True, slots=True)
class Vector:
    """A text's embedding by ``model``; ``values`` are 32-bit floats, little-endian."""

    model: str
    values: bytes

    def floats(self) -> array[float]:
        """The values as an array of floats."""
        return array("f", self.values)


def vector(model: str, values: Iterable[float]) -> Vector:
    """The Vector of *values*."""
    return Vector(model, array("f", values).tobytes())


@lru_cache(maxsize=4)
def shipped_means(model: str) -> dict[str, list[float]]:
    """The mean vector of each language for *model*, empty when we ship none."""
    known = json.loads(Path(__file__).with_name("means.json").read_text("utf-8"))
    means: dict[str, list[float]] = known.get(model, {})
    return means
