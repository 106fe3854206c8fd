"""The watching half of the control API (``control`` lists it): look, wait, follow events."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterable
from dataclasses import asdict
from typing import Any

from aiohttp import web

from bot.playground.objects import Chat, Json
from bot.playground.record import Accepted, Call, Refused, as_json
from bot.playground.world import World

HEARTBEAT = 15.0
LONGEST_WAIT = 120.0

Look = Callable[[World, web.Request], Json]


def add_routes(app: web.Application, world: World) -> None:
    for path, look in _LOOKS.items():
        app.router.add_get(path, _handler(world, look))

    async def wait(request: web.Request) -> web.Response:
        return await _wait(world, request)

    async def events(request: web.Request) -> web.StreamResponse:
        return await _events(world, request)

    app.router.add_get("/control/wait", wait)
    app.router.add_get("/control/events", events)


def _handler(world: World, look: Look) -> Callable[[web.Request], Any]:
    async def handle(request: web.Request) -> web.Response:
        try:
            return web.json_response(look(world, request))
        except LookupError as error:
            return web.json_response({"error": str(error.args[0])}, status=404)
        except ValueError as error:
            return web.json_response({"error": str(error)}, status=400)

    return handle


async def until(world: World, reached: Callable[[], bool], seconds: float) -> bool:
    """Waits until *reached* says yes, asked after each event; False after *seconds*."""
    happened = asyncio.Event()
    closing = False

    def listen(event: Json) -> None:
        nonlocal closing
        closing = closing or event["event"] == "closing"
        happened.set()

    world.listeners.append(listen)
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    try:
        while not reached():
            left = end - loop.time()
            if left <= 0 or closing:
                return False
            try:
                await asyncio.wait_for(happened.wait(), left)
            except TimeoutError:
                return reached()
            happened.clear()
        return True
    finally:
        world.listeners.remove(listen)


def _number(request: web.Request, name: str, default: int = 0) -> int:
    return int(request.query.get(name, default))


def _entries(
    entries: Iterable[Accepted | Refused | Call], request: web.Request
) -> list[dict[str, Any]]:
    """Those that the query's ``after``, ``method`` and ``chat_id`` let pass."""
    after, method = _number(request, "after"), request.query.get("method", "").lower()
    chat_id = request.query.get("chat_id")
    return [
        as_json(entry)
        for entry in entries
        if entry.seq > after
        and (not method or entry.method.lower() == method)
        and (chat_id is None or str(_chat_of(entry)) == chat_id)
    ]


def _chat_of(entry: Accepted | Refused | Call) -> Any:
    return entry.chat_id if isinstance(entry, Accepted) else entry.params.get("chat_id")


async def _wait(world: World, request: web.Request) -> web.Response:
    try:
        count = _number(request, "count", 1)
        timeout = min(float(request.query.get("timeout", 10)), LONGEST_WAIT)
        found = _entries(world.record.accepted, request)
    except ValueError as error:
        return web.json_response({"error": str(error)}, status=400)

    def reached() -> bool:
        nonlocal found
        found = _entries(world.record.accepted, request)
        return len(found) >= count

    done = await until(world, reached, timeout)
    return web.json_response({"reached": done, "accepted": found})


async def _events(world: World, request: web.Request) -> web.StreamResponse:
    """Server-sent events until the client or the server goes; of one chat with ``chat_id``."""
    response = web.StreamResponse(headers={"Cache-Control": "no-store"})
    response.content_type = "text/event-stream"
    await response.prepare(request)
    queue: asyncio.Queue[Json] = asyncio.Queue()
    wanted = request.query.get("chat_id")
    world.listeners.append(queue.put_nowait)
    try:
        await response.write(b": hello\n\n")
        while True:
            try:
                event = await asyncio.wait_for(queue.get(), HEARTBEAT)
            except TimeoutError:
                await response.write(b": still here\n\n")
                continue
            if event["event"] == "closing":
                break
            if wanted is None or str(event.get("chat_id")) == wanted:
                data = json.dumps(event, ensure_ascii=False)
                await response.write(f"event: {event['event']}\ndata: {data}\n\n".encode())
    except ConnectionResetError:
        return response
    finally:
        world.listeners.remove(queue.put_nowait)
    return response


def state(world: World, _: web.Request) -> Json:
    return {
        "bot": world.bot.to_json(),
        "token": world.token,
        "accepted": len(world.record.accepted),
        "refused": len([r for r in world.record.refused if not r.injected]),
        "injected": len([r for r in world.record.refused if r.injected]),
        "calls": len(world.record.calls),
        "violations": world.pace.violations,
        "pending_updates": len(world.updates.pending),
        "webhook": world.updates.info(),
        "now": world.clock.wall(),
    }


def chats(world: World, _: web.Request) -> Json:
    return {"chats": [world.show_chat(chat) for chat in world.chats.values()]}


def _chat(world: World, request: web.Request) -> Chat:
    number = int(request.match_info["chat"])
    if number not in world.chats:
        raise LookupError(f"no chat {number}")
    return world.chats[number]


def chat(world: World, request: web.Request) -> Json:
    found = _chat(world, request)
    return {
        "chat": world.show_chat(found),
        "members": [
            member.to_json(world.users[user], found.type) for user, member in found.members.items()
        ],
        "threads": [asdict(thread) for thread in found.threads.values()],
        "pinned": found.pinned,
        "keyboard": found.keyboard,
        "migrated_to": found.migrated_to,
    }


def messages(world: World, request: web.Request) -> Json:
    """Messages that still stand, oldest first, each with ``outgoing`` and ``silent``."""
    found, after = _chat(world, request), _number(request, "after")
    side, limit = request.query.get("from", ""), _number(request, "limit")
    shown = [
        world.seen(found, message)
        for message in found.messages.values()
        if not message.deleted
        and message.id > after
        and (not side or message.outgoing == (side == "bot"))
    ]
    return {"messages": shown[-limit:] if limit else shown}


def accepted(world: World, request: web.Request) -> Json:
    return {"accepted": _entries(world.record.accepted, request)}


def calls(world: World, request: web.Request) -> Json:
    return {"calls": _entries(world.record.calls, request)}


def refusals(world: World, request: web.Request) -> Json:
    wanted = request.query.get("injected")
    entries = [
        entry
        for entry in world.record.refused
        if wanted is None or entry.injected == (wanted == "true")
    ]
    return {"refusals": _entries(entries, request)}


def queries(world: World, request: web.Request) -> Json:
    wanted = request.query.get("answered")
    return {
        "queries": [
            asdict(query)
            for query in world.queries.values()
            if wanted is None or (query.answered is not None) == (wanted == "true")
        ]
    }


def menu(world: World, request: web.Request) -> Json:
    """The commands that a person sees behind the menu button of a chat."""
    chat_id, user_id = _number(request, "chat_id"), _number(request, "user_id")
    user, here = world.users.get(user_id or chat_id), world.chats.get(chat_id)
    language = user.language_code if user else ""
    member = here.members.get(user.id) if here and user else None
    kind = here.type if here else "private"
    admin = bool(member and member.is_admin)
    return {"commands": world.profile.menu(kind, language, chat_id, admin=admin)}


_LOOKS: dict[str, Look] = {
    "/control/state": state,
    "/control/chats": chats,
    "/control/chats/{chat}": chat,
    "/control/chats/{chat}/messages": messages,
    "/control/accepted": accepted,
    "/control/calls": calls,
    "/control/refusals": refusals,
    "/control/queries": queries,
    "/control/menu": menu,
}
