"""What goes wrong in a trial, and when: made from a seed, so that it can be had again."""

from __future__ import annotations

import random
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bench.trial.house import SILENCE
from bench.trial.readers import Reader
from digests.model import Arrival, ChatKind

#: Messages that Mujaz sends a second, about: how long a fan-out lasts without faults.
PACE = 28.0
#: Longer than Mujaz waits for an answer.
BEYOND_PATIENCE = 24.0


class Act(StrEnum):
    KILL = "kill"  # kill -9, and a start after ``seconds``, the clock ``jump`` off
    STOP = "stop"  # SIGTERM, and the same
    BLOCK = "block"
    MIGRATE = "migrate"
    CLOSE_THREAD = "close-thread"
    LOCK = "lock"  # another program holds the database for ``seconds``
    FULL = "full"  # the disk is full for ``seconds``


@dataclass(frozen=True, slots=True)
class Step:
    """At ``after`` seconds since the step before, or since the bot was ``up`` after that."""

    after: float
    act: Act
    seconds: float = 0.0
    jump: float = 0.0
    chat: int = 0
    thread: int = 0
    up: bool = False


@dataclass(frozen=True, slots=True)
class Schedule:
    """``faults``: orders for the Bot API (``bot.playground.faults``)."""

    faults: tuple[dict[str, Any], ...]
    steps: tuple[Step, ...]


def of_faults(seed: int, readers: list[Reader]) -> Schedule:
    """Everything at once."""
    dice = random.Random(f"schedule {seed}")
    length = len(readers) / PACE
    acts = [Act.KILL] * dice.randint(3, 5) + [Act.STOP, Act.LOCK, Act.FULL, Act.CLOSE_THREAD]
    acts += [Act.BLOCK] * 3 + [Act.MIGRATE] * 2
    dice.shuffle(acts)
    dice_readers = _Draw(dice, readers)
    mean = max(0.8, length * 1.2 / len(acts))
    steps = [_step(dice, act, dice_readers, mean) for act in acts]
    return Schedule(tuple(_faults(dice, dice_readers)), tuple(steps))


def of_kills(seed: int, readers: list[Reader], kills: int) -> Schedule:
    """*kills* times kill -9, at random moments of a fan-out to *readers*."""
    dice = random.Random(f"kills {seed}")
    mean = 0.9 * len(readers) / PACE / kills
    steps = [Step(SILENCE + dice.uniform(0, 2 * mean), Act.KILL, up=True) for _ in range(kills)]
    return Schedule((), tuple(steps))


class _Draw:
    """Draws readers for faults, each once, so that each fault can be told from the others."""

    def __init__(self, dice: random.Random, readers: list[Reader]) -> None:
        self._left = {
            kind: dice.sample(found, len(found))
            for kind in ChatKind
            if (
                found := [r for r in readers if r.kind is kind and r.arrival is not Arrival.INSTANT]
            )
        }

    def one(self, *kinds: ChatKind) -> Reader | None:
        for kind in kinds:
            if self._left.get(kind):
                return self._left[kind].pop()
        return None

    def some(self, share: float, kind: ChatKind = ChatKind.PRIVATE) -> list[Reader]:
        count = max(1, round(share * len(self._left.get(kind, ()))))
        return [self._left[kind].pop() for _ in range(min(count, len(self._left.get(kind, ()))))]


def _step(dice: random.Random, act: Act, draw: _Draw, mean: float) -> Step:
    after = dice.uniform(0.3, 2 * mean)
    if act in (Act.KILL, Act.STOP):
        jump = dice.choice((0.0, 0.0, 0.0, 600.0, 3 * 3600.0, -1800.0))
        return Step(after, act, dice.uniform(0, 1.5), jump)
    if act in (Act.LOCK, Act.FULL):
        return Step(after, act, dice.uniform(1.0, 12.0 if act is Act.LOCK else 5.0))
    kind = {
        Act.BLOCK: ChatKind.PRIVATE,
        Act.MIGRATE: ChatKind.GROUP,
        Act.CLOSE_THREAD: ChatKind.SUPERGROUP,
    }[act]
    reader = draw.one(kind)
    if reader is None:
        return Step(after, Act.LOCK, 1.0)
    return Step(after, act, chat=reader.place.chat, thread=reader.place.thread)


def _faults(dice: random.Random, draw: _Draw) -> list[dict[str, Any]]:
    """Of one chat, so that its outcome can be foretold; and a few at random over all."""
    found: list[dict[str, Any]] = []

    def order(share: float, of: ChatKind = ChatKind.PRIVATE, **fault: Any) -> None:
        for reader in draw.some(share, of):
            found.append({"method": "sendMessage", "chat_id": reader.place.chat} | fault)

    for kind in (ChatKind.PRIVATE, ChatKind.GROUP, ChatKind.CHANNEL):
        order(0.02, kind, kind="drop_before")
        order(0.02, kind, kind="drop_after")
        order(0.01, kind, kind="error_after")
        order(0.01, kind, kind="error", code=500, description="Internal Server Error")
        order(0.02, kind, kind="gateway")
        order(0.02, kind, kind="retry_after", retry_after=dice.randint(1, 4))
    order(0.002, kind="retry_after", retry_after=43_200, count=None)
    order(0.002, kind="stall_after", seconds=BEYOND_PATIENCE)
    order(0.004, kind="stall", seconds=dice.uniform(1, 6))
    order(0.01, kind="drop_after", count=2)
    blocked = "Forbidden: bot was blocked by the user"
    order(0.01, kind="error", code=403, description=blocked, count=None)
    markup = 'Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 0'
    order(0.01, kind="error", code=400, description=markup)
    for kind_of in ("retry_after", "gateway", "drop_before", "drop_after", "error_after"):
        found.append({"kind": kind_of, "method": "sendMessage", "count": None, "rate": 0.002})
    if dice.random() < 0.5:  # a slow server, so that more is under way at once
        slow = {"rate": 0.15, "seconds": dice.uniform(0.5, 2.5)}
        found.append({"kind": "stall", "method": "sendMessage", "count": None} | slow)
    found.append({"kind": "gateway", "method": "getUpdates", "count": None, "rate": 0.1})
    return found
