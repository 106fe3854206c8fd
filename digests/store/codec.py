"""Values of the model to JSON and back, for the columns that hold one."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import Any, TypeVar

from pydantic import TypeAdapter

T = TypeVar("T")


@lru_cache(maxsize=64)
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def dump(kind: type[T], value: T) -> str:
    """*value* of the frozen dataclass *kind* as compact JSON."""
    adapter: TypeAdapter[T] = _adapter(kind)  # type: ignore[arg-type]
    return adapter.dump_json(value).decode()


def load(kind: type[T], text: str) -> T:
    """The value that `dump` wrote; unknown keys are ignored, missing ones take their default."""
    adapter: TypeAdapter[T] = _adapter(kind)  # type: ignore[arg-type]
    return adapter.validate_json(text)


def stamp(moment: datetime) -> float:
    """Seconds since 1970 of an aware *moment*."""
    return moment.timestamp()


def moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def moment_or_none(seconds: float | None) -> datetime | None:
    return None if seconds is None else moment(seconds)


def plain(value: object) -> str:
    """Canonical JSON of plain values, for hashes and small columns."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=_iso)


def _iso(value: object) -> str:
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    raise TypeError(f"cannot write {type(value).__name__} as JSON")
