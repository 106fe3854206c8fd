"""What a conversation consists of: commands and taps, each with who may use it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from digests.model import Action
from handlers.turn import Turn

A = TypeVar("A", bound=Action)


@dataclass(frozen=True, slots=True)
class Command:
    """``/name argument``. ``admins``: in groups for administrators alone."""

    name: str
    run: Callable[[Turn, str], Awaitable[None]]
    admins: bool = False


@dataclass(frozen=True, slots=True)
class Tap:
    """A tap on a button of ``kind``.

    The tap is answered at once and then worked on; with ``toast`` the work, which must be quick,
    answers it with words of its own.
    """

    kind: type[Action]
    run: Callable[[Turn, Any], Awaitable[None]]
    admins: bool = False
    toast: bool = False


def tap(
    kind: type[A],
    run: Callable[[Turn, A], Awaitable[None]],
    *,
    admins: bool = False,
    toast: bool = False,
) -> Tap:
    """A Tap whose function takes just that kind of action."""
    return Tap(kind, cast(Callable[[Turn, Any], Awaitable[None]], run), admins, toast)
