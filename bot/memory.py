"""Memory of a long run on a small server.

glibc gives each thread an arena of its own to allocate from and gives little of it back; with our
threads that costs some 20 MB (docs/benchmarks.md). Two arenas are enough: one thread works at a
time. Other C libraries know no arenas, and there nothing happens.
"""

from __future__ import annotations

import contextlib
import ctypes

#: ``M_ARENA_MAX`` of glibc's malloc.h.
_M_ARENA_MAX = -8
ARENAS = 2


def keep_small() -> None:
    """Bound the allocator's arenas; call it before any thread starts."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, ARENAS)
