"""What the server took and what it refused, in the order in which it did.

An accepted call that changes a chat (a message, an edit, a deletion, a pin) is recorded before it
is answered: in memory, and as one JSON line of the record file, flushed. Refused calls are kept
apart; ``injected`` tells those that a fault on order refused.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any

from bot.playground.clock import Clock
from bot.playground.objects import Chat, Json, Message


@dataclass(frozen=True)
class Accepted:
    """One accepted change. ``monotonic`` in seconds of a steady clock, ``wall`` since 1970."""

    seq: int
    monotonic: float
    wall: float
    method: str
    chat_id: int
    thread: int | None
    message_id: int
    text: str
    entities: list[Json]
    buttons: list[list[Json]]
    silent: bool
    preview: str | None  # the address that is previewed
    params: Json


@dataclass(frozen=True)
class Refused:
    """One refused call, with the answer it got."""

    seq: int
    monotonic: float
    wall: float
    method: str
    params: Json
    error_code: int
    description: str
    injected: bool = False


@dataclass(frozen=True)
class Call:
    """Any call at all; ``ok`` None when its answer was lost on purpose."""

    seq: int
    monotonic: float
    wall: float
    method: str
    params: Json
    ok: bool | None
    seconds: float


@dataclass
class Record:
    """``path``: the file of accepted changes, appended to; None keeps them in memory only."""

    clock: Clock
    path: Path | None = None
    accepted: list[Accepted] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    _file: IO[str] | None = None

    def accept(self, method: str, chat: Chat, message: Message, params: Json) -> Accepted:
        entry = Accepted(
            seq=len(self.accepted) + 1,
            monotonic=self.clock.steady(),
            wall=self.clock.wall(),
            method=method,
            chat_id=chat.id,
            thread=message.thread,
            message_id=message.id,
            text=message.text,
            entities=[entity.to_json() for entity in message.entities],
            buttons=(message.markup or {}).get("inline_keyboard", []),
            silent=message.silent,
            preview=message.previewed,
            params=dict(params),
        )
        if self.path:
            self._file = self._file or self.path.open("a", encoding="utf-8")
            self._file.write(json.dumps(asdict(entry), ensure_ascii=False) + "\n")
            self._file.flush()
        self.accepted.append(entry)
        return entry

    def refuse(
        self, method: str, params: Json, code: int, description: str, *, injected: bool = False
    ) -> Refused:
        wall, steady = self.clock.wall(), self.clock.steady()
        seq = len(self.refused) + 1
        entry = Refused(seq, steady, wall, method, dict(params), code, description, injected)
        self.refused.append(entry)
        return entry

    def call(self, method: str, params: Json, ok: bool | None, started: float) -> None:
        steady = self.clock.steady()
        seq, wall = len(self.calls) + 1, self.clock.wall()
        self.calls.append(Call(seq, steady, wall, method, dict(params), ok, steady - started))

    def close(self) -> None:
        if self._file:
            self._file.close()
            self._file = None


def as_json(entry: Accepted | Refused | Call) -> dict[str, Any]:
    return asdict(entry)
