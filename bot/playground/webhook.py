"""Posts updates to the bot's webhook: in order within a chat, side by side over chats.

What is not answered with a 2xx is posted again, later each time. The body of a 2xx answer may
carry a method, which is carried out as if it had been called.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp

from bot.playground.errors import ApiError
from bot.playground.objects import Json
from bot.playground.params import Params
from bot.playground.updates import Webhook
from bot.playground.world import World

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 -- a header's name
LONGEST_WAIT = 60.0
TIMEOUT = aiohttp.ClientTimeout(total=60)

Caller = Callable[[World, str, Params], Awaitable[Any]]


class WebhookPump:
    """Runs beside a server. ``retry`` is the first wait after a failure, in seconds; it doubles."""

    def __init__(self, world: World, call: Caller, retry: float = 1.0) -> None:
        self.world = world
        self.call = call
        self.retry = retry
        self._tasks: dict[int, asyncio.Task[None]] = {}  # by update id
        self._busy: set[int] = set()  # chats with an update under way

    async def run(self) -> None:
        updates = self.world.updates
        event = updates.arrival()
        async with aiohttp.ClientSession(timeout=TIMEOUT) as session:
            try:
                while True:
                    self._launch(session)
                    await event.wait()
                    event.clear()
            finally:
                updates.forget(event)
                for task in self._tasks.values():
                    task.cancel()
                await asyncio.gather(*self._tasks.values(), return_exceptions=True)

    def _launch(self, session: aiohttp.ClientSession) -> None:
        hook = self.world.updates.webhook
        if not hook.url:
            return
        for update in list(self.world.updates.pending):
            if len(self._tasks) >= hook.max_connections:
                return
            key = _chat_of(update)
            if update["update_id"] in self._tasks or key in self._busy:
                continue
            self._busy.add(key)
            task = asyncio.create_task(self._deliver(session, hook, update, key))
            self._tasks[update["update_id"]] = task

    async def _deliver(
        self, session: aiohttp.ClientSession, hook: Webhook, update: Json, key: int
    ) -> None:
        wait = self.retry
        try:
            while self.world.updates.webhook is hook and update in self.world.updates.pending:
                if await self._post(session, hook, update):
                    if update in self.world.updates.pending:
                        self.world.updates.pending.remove(update)
                    return
                await asyncio.sleep(wait)
                wait = min(wait * 2, LONGEST_WAIT)
        finally:
            self._busy.discard(key)
            self._tasks.pop(update["update_id"], None)
            self.world.updates.awake()

    async def _post(self, session: aiohttp.ClientSession, hook: Webhook, update: Json) -> bool:
        headers = {SECRET_HEADER: hook.secret} if hook.secret else {}
        try:
            async with session.post(hook.url, json=update, headers=headers) as answer:
                body = await answer.read()
                if 200 <= answer.status < 300:
                    await self._carry_out(body)
                    return True
                problem = f"Wrong response from the webhook: {answer.status} {answer.reason}"
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            problem = f"Connection failed: {error}"
        hook.problem = problem
        hook.problem_date = int(self.world.clock.wall())
        return False

    async def _carry_out(self, body: bytes) -> None:
        try:
            wanted = json.loads(body) if body.strip() else {}
        except ValueError:
            return
        if not isinstance(wanted, dict) or not isinstance(wanted.get("method"), str):
            return
        values = {name: value for name, value in wanted.items() if name != "method"}
        try:
            await self.call(self.world, wanted["method"], Params(values))
        except ApiError:
            return  # recorded as a refusal; there is nobody to tell


def _chat_of(update: Json) -> int:
    for kind, value in update.items():
        if kind == "update_id":
            continue
        about = value.get("message", value)
        where = about.get("chat") or value.get("from") or {}
        return int(where.get("id", 0))
    return 0
