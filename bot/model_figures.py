"""What the language model costs and yields, for ``/metrics``; counted since the start."""

from __future__ import annotations

from collections.abc import Iterator

from prometheus_client.core import CounterMetricFamily
from prometheus_client.registry import Collector

from digests.asking import Figures


class ModelFigures(Collector):
    """Reads *figures* whenever they are asked for."""

    def __init__(self, figures: Figures) -> None:
        self._figures = figures

    def collect(self) -> Iterator[CounterMetricFamily]:
        for name, meaning, label, counts in (
            ("requests", "Requests to the model", "outcome", self._figures.requests),
            ("tokens", "Tokens that it read and wrote", "kind", self._figures.tokens),
            ("statements", "Headlines and sentences", "verdict", self._figures.sentences),
            ("stories", "Stories, by what came of them", "outcome", self._figures.stories),
        ):
            family = CounterMetricFamily(f"mujaz_model_{name}", meaning, labels=[label])
            for value, count in sorted(counts.items()):
                family.add_metric([value], count)
            yield family
