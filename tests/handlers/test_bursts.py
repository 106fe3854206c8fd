"""Fast taps on one screen: each does what it says at once, and the screen follows when it may."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from telegram.ext import BaseRateLimiter

from bot.application import framework
from bot.playground import people
from bot.playground.objects import User
from bot.playground.world import Query
from tests.handlers.talk import TOPICS, Talk


class Held(BaseRateLimiter[int]):
    """A limiter that keeps edits waiting until it is opened, as one a second does for a while."""

    def __init__(self) -> None:
        self.open = asyncio.Event()
        self.held = 0

    async def initialize(self) -> None:
        return

    async def shutdown(self) -> None:
        return

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Any:
        if endpoint == "editMessageText":
            self.held += 1
            await self.open.wait()
        return await callback(*args, **kwargs)


async def topics_of(talk: Talk) -> User:
    reader = talk.person()
    await talk.say(reader, "/topics")
    return reader


def tap_all(talk: Talk, reader: User) -> list[Query]:
    """A tap on every topic of the screen, before any of them is handled."""
    chat, message = talk.world.private_chat(reader), talk.last(reader, buttons=True)
    names = [topic.name.ar for topic in TOPICS.values()]
    labels = [label for label in talk.labels(message) if label in names]
    return [people.press(talk.world, reader, chat, message, text=label) for label in labels]


async def test_taps_are_done_while_their_screen_waits_and_it_shows_the_last(talk: Talk) -> None:
    reader = await topics_of(talk)
    pace = Held()
    talk.app = framework(talk.services.settings, talk.services, pace)
    await talk.app.initialize()
    queries = tap_all(talk, reader)
    assert len(queries) >= 5
    before = sum(call.method == "editMessageText" for call in talk.world.record.calls)
    while batch := await talk.app.bot.get_updates(offset=talk.offset, timeout=0):
        for update in batch:
            talk.offset = update.update_id + 1
            await talk.app.process_update(update)
    assert len(talk.known(reader).topics) == len(queries)
    assert all(query.answered is not None for query in queries)
    assert pace.held == 1
    pace.open.set()
    await talk.services.screens.settle(5)
    edits = sum(call.method == "editMessageText" for call in talk.world.record.calls) - before
    assert edits == 2
    shown = [label for label in talk.labels(talk.last(reader, buttons=True)) if "✅" in label]
    assert len(shown) == len(queries)
    await talk.app.shutdown()
