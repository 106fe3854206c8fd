"""The digest that answers a first subscription, also when the sources are still being read.

Right after a start the archive may be empty or not grouped yet. Then the answer comes as soon as
what is being read was grouped, or not at all: it is an answer, not something owed.
"""

from __future__ import annotations

import asyncio

from digests.model import Place
from handlers.context import Services

#: Seconds to wait for sources that are being read.
PATIENCE = 20.0
#: Seconds after which the archive is looked at again, whether a grouping ended or not.
LOOK = 1.0

_waiting: set[asyncio.Task[None]] = set()


async def answer_first(services: Services, place: Place, topic: str) -> None:
    """Owe *place* its first digest of *topic*; returns at once when that must wait."""
    busy = services.pipeline.busy  # asked first: a grouping may end while the archive is read
    if await services.teller.first(place, topic, services.clock.now()):
        return
    if busy:
        task = asyncio.create_task(_when_read(services, place, topic))
        _waiting.add(task)
        task.add_done_callback(_waiting.discard)


async def _when_read(services: Services, place: Place, topic: str) -> None:
    until = asyncio.get_running_loop().time() + PATIENCE
    while asyncio.get_running_loop().time() < until:
        busy = services.pipeline.busy
        if await services.teller.first(place, topic, services.clock.now()) or not busy:
            return
        await services.pipeline.grouped(LOOK)
