"""Faults on order: what goes wrong, for which calls, how often.

A fault either waits in line (``count`` calls long, in the order in which faults were added) or
strikes at a ``rate`` by its own seeded dice, so that a schedule can be repeated.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

#: before: nothing is taken. after: the call is carried out and recorded, the answer is lost.
KINDS = (
    "retry_after",  # 429 with ``retry_after``
    "error",  # ``code`` and ``description``
    "gateway",  # 502 with the HTML page of a proxy
    "drop_before",
    "drop_after",
    "error_after",  # carried out and recorded, then ``code`` (500) is answered
    "stall",  # waits ``seconds``, then goes on as usual
    "stall_after",  # carried out and recorded, the answer comes ``seconds`` later
)


@dataclass
class Fault:
    """``method`` and ``chat_id`` select calls; ``count`` None means for ever.

    None as method selects all but getUpdates, which would use up every fault.
    """

    kind: str
    method: str | None = None
    chat_id: int | None = None
    count: int | None = 1
    rate: float = 1.0
    retry_after: int = 1
    code: int = 500
    description: str = "Internal Server Error"
    seconds: float = 1.0

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"unknown fault {self.kind!r}; known are {', '.join(KINDS)}")

    def concerns(self, method: str, chat_id: int | None) -> bool:
        return (
            self.count != 0
            and (method != "getUpdates" if self.method is None else self._names(method))
            and (self.chat_id is None or self.chat_id == chat_id)
        )

    def _names(self, method: str) -> bool:
        return self.method is not None and self.method.lower() == method.lower()


@dataclass
class Faults:
    """The faults on order, and how many of each kind have struck."""

    seed: int = 0
    ordered: list[Fault] = field(default_factory=list)
    struck: dict[str, int] = field(default_factory=dict)
    _dice: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self._dice = random.Random(self.seed)

    def reseed(self, seed: int) -> None:
        self.seed = seed
        self._dice = random.Random(seed)

    def order(self, **wanted: Any) -> Fault:
        """Adds a fault; raises ValueError for an unknown kind, TypeError for an unknown field."""
        fault = Fault(**wanted)
        self.ordered.append(fault)
        return fault

    def clear(self) -> None:
        self.ordered.clear()

    def strike(self, method: str, chat_id: int | None) -> Fault | None:
        """The fault that hits this call, if any; it is used up by that."""
        for fault in self.ordered:
            if not fault.concerns(method, chat_id) or self._dice.random() >= fault.rate:
                continue
            if fault.count is not None:
                fault.count -= 1
            self.struck[fault.kind] = self.struck.get(fault.kind, 0) + 1
            return fault
        return None
