"""``python -m bench.trial.server``: the local Bot API as a witness of a trial.

It is the playground's server, with the trial's chats in it from the start, and it writes down what
only the wire knows: which accepted messages' answers were lost on their way back, and how many
requests were under way at once. ``GET /witness`` gives that.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import signal
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.playground.objects import Member, Thread
from bot.playground.server import create_app
from bot.playground.world import World

_accepted: ContextVar[list[tuple[int, int]] | None] = ContextVar("accepted", default=None)


@dataclass
class Witness:
    """``unanswered``: (chat, message) of what was accepted and whose answer did not get back."""

    world: World
    unanswered: set[tuple[int, int]] = field(default_factory=set)
    under_way: list[list[tuple[int, int]]] = field(default_factory=list)  # accepted, by request
    most_under_way: int = 0

    def listen(self, event: dict[str, Any]) -> None:
        mine = _accepted.get()
        if mine is not None and event["event"] == "accepted":
            mine.append((event["chat_id"], event["message_id"]))

    @web.middleware
    async def watch(self, request: web.Request, handler: Any) -> web.StreamResponse:
        method = request.match_info.get("method", "getUpdates")
        if method.lower() == "getupdates":
            answer: web.StreamResponse = await handler(request)
            return answer
        mine: list[tuple[int, int]] = []
        _accepted.set(mine)
        self.under_way.append(mine)
        self.most_under_way = max(self.most_under_way, len(self.under_way))
        try:
            answer = await handler(request)
        except asyncio.CancelledError:
            self.unanswered.update(mine)
            raise
        finally:
            self.under_way = [other for other in self.under_way if other is not mine]
        gone = request.transport is None or request.transport.is_closing()
        if gone or answer.status != 200:
            self.unanswered.update(mine)
        return answer

    async def tell(self, _request: web.Request) -> web.Response:
        record = self.world.record
        unanswered = self.unanswered.union(*self.under_way)
        return web.json_response(
            {
                "accepted": [
                    {
                        "at": entry.monotonic,
                        "method": entry.method,
                        "chat": entry.chat_id,
                        "thread": entry.thread or 0,
                        "message": entry.message_id,
                        "text": entry.text,
                        "unanswered": (entry.chat_id, entry.message_id) in unanswered,
                    }
                    for entry in record.accepted
                ],
                "refused": [
                    {
                        "at": entry.monotonic,
                        "method": entry.method,
                        "chat": int(entry.params.get("chat_id") or 0),
                        "thread": int(entry.params.get("message_thread_id") or 0),
                        "code": entry.error_code,
                        "description": entry.description,
                        "injected": entry.injected,
                    }
                    for entry in record.refused
                ],
                "migrated": {
                    str(chat.id): chat.migrated_to
                    for chat in self.world.chats.values()
                    if chat.migrated_to is not None
                },
                "most_under_way": self.most_under_way,
                "violations": self.world.pace.violations,
                "struck": self.world.faults.struck,
            }
        )


def populate(world: World, wanted: list[dict[str, Any]]) -> None:
    """Make the chats of ``readers.on_the_server``: started, and with the bot in them."""
    maker = world.add_user("صاحب المجموعات", id=4_000_000)
    for one in wanted:
        if one["type"] == "private":
            world.private_chat(world.add_user("قارئ", id=one["id"])).started = True
            continue
        creator = maker
        if one.get("owner") is not None:
            creator = world.add_user("صاحب قناة", id=one["owner"])
            world.private_chat(creator).started = True
        chat = world.add_chat(one["type"], "تجربة", creator, forum=one["forum"], id=one["id"])
        chat.members[world.bot.id] = Member("administrator")
        for thread in one["threads"]:
            chat.threads[thread] = Thread(thread, f"فرع {thread}")


async def serve(arguments: argparse.Namespace) -> None:
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stopped.set)
    world = World(token=arguments.token)
    populate(world, json.loads(arguments.chats.read_text("utf-8")))
    witness = Witness(world)
    world.listeners.append(witness.listen)
    app = create_app(world)
    app.middlewares.append(witness.watch)
    app.router.add_get("/witness", witness.tell)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(f"http://127.0.0.1:{runner.addresses[0][1]}", flush=True)
    await stopped.wait()
    await runner.cleanup()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.trial.server", description=__doc__)
    parser.add_argument("--token", required=True)
    parser.add_argument("--chats", type=Path, required=True, help="JSON of the trial's chats")
    asyncio.run(serve(parser.parse_args()))


if __name__ == "__main__":
    main()
