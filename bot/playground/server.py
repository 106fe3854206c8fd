"""The HTTP face: ``/bot<token>/<method>`` as Telegram answers it, control API and page beside it.

GET and POST; parameters in the query, a urlencoded or multipart form, or a JSON body. The HTTP
status equals ``error_code``; a 429 carries ``Retry-After``. Faults on order strike here.
"""

from __future__ import annotations

import asyncio
import contextlib
import inspect
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from bot.playground import control, page
from bot.playground.errors import ApiError, bad_request, not_found, too_many, unauthorized
from bot.playground.faults import Fault
from bot.playground.methods import BY_NAME
from bot.playground.params import Params, Upload
from bot.playground.webhook import WebhookPump
from bot.playground.world import World

MOST_BODY = 60_000_000
WORLD = web.AppKey("world", World)


@dataclass
class Playground:
    """A running server; ``url`` is its base, to which ``/bot<token>/<method>`` is appended."""

    world: World
    url: str
    runner: web.AppRunner

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])

    async def close(self) -> None:
        await self.runner.cleanup()
        self.world.record.close()


async def start(
    world: World, host: str = "127.0.0.1", port: int = 0, trial: page.Trial | None = None
) -> Playground:
    """Listens on *host* and *port* (0: any free one); raises OSError when that is taken."""
    app = create_app(world, trial=trial)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    site = web.TCPSite(runner, host, port)
    try:
        await site.start()
    except OSError:
        await runner.cleanup()
        raise
    bound = runner.addresses[0][1]
    shown = f"[{host}]" if ":" in host else host
    return Playground(world, f"http://{shown}:{bound}", runner)


def create_app(
    world: World, webhook_retry: float = 1.0, trial: page.Trial | None = None
) -> web.Application:
    """The application over *world*; ``webhook_retry`` in seconds, doubled at each failure.

    *trial* is the bot that the page tells about.
    """
    app = web.Application(client_max_size=MOST_BODY, middlewares=[page.refuse_strangers])
    app[WORLD] = world
    app.router.add_route("*", "/bot{token}/{method}", _bot_call)
    control.add_routes(app, world)
    page.add_routes(app, world, trial)

    async def pump(_: web.Application) -> AsyncIterator[None]:
        task = asyncio.create_task(WebhookPump(world, call, webhook_retry).run())
        yield
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task

    async def wake(_: web.Application) -> None:
        world.updates.awake()
        world.tell("closing")

    app.cleanup_ctx.append(pump)
    app.on_shutdown.append(wake)
    return app


async def call(
    world: World, name: str, params: Params, listening: Callable[[], bool] = lambda: True
) -> Any:
    """Carries out a method and records it; raises ApiError, recorded as a refusal.

    A Conflict that goes to a poller which is no longer *listening*, say after it was killed, is
    nobody's refusal.
    """
    started = world.clock.steady()
    canonical, method = BY_NAME.get(name.lower(), (name, None))
    try:
        if method is None:
            raise not_found()
        result = method(world, params)
        if inspect.isawaitable(result):
            result = await result
    except ApiError as error:
        if error.code != 409 or listening():
            world.record.refuse(canonical, params.values, error.code, error.description)
        world.record.call(canonical, params.values, False, started)
        world.tell("refused", method=canonical, description=error.description)
        raise
    world.record.call(canonical, params.values, True, started)
    return result


async def _bot_call(request: web.Request) -> web.StreamResponse:
    world = request.app[WORLD]
    name = request.match_info["method"]
    if request.match_info["token"] != world.token:
        return _refusal(unauthorized())
    try:
        params = await _read(request)
    except ApiError as error:
        world.record.refuse(name, {}, error.code, error.description)
        return _refusal(error)
    canonical = BY_NAME.get(name.lower(), (name,))[0]
    chat_id = params.integer("chat_id") if params.has("chat_id") else None
    fault = world.faults.strike(canonical, chat_id)
    before = await _fault_before(request, world, canonical, params, fault)
    if before is not None:
        return before
    try:
        answer = _success(await call(world, canonical, params, lambda: _connected(request)))
    except ApiError as error:
        answer = _refusal(error)
    return await _fault_after(request, answer, fault)


async def _fault_before(
    request: web.Request, world: World, method: str, params: Params, fault: Fault | None
) -> web.Response | None:
    if fault is None:
        return None
    if fault.kind == "stall":
        await asyncio.sleep(fault.seconds)
    if fault.kind == "drop_before":
        return _drop(request)
    if fault.kind not in ("retry_after", "error", "gateway"):
        return None
    code, description = fault.code, fault.description
    if fault.kind == "retry_after":
        error = too_many(fault.retry_after)
        code, description = error.code, error.description
    elif fault.kind == "gateway":
        code, description = 502, "Bad Gateway"
    else:
        error = ApiError(code, description)
    world.record.refuse(method, params.values, code, description, injected=True)
    if fault.kind == "gateway":
        page = "<html><head><title>502 Bad Gateway</title></head></html>"
        return web.Response(status=502, text=page, content_type="text/html")
    return _refusal(error)


async def _fault_after(
    request: web.Request, answer: web.Response, fault: Fault | None
) -> web.Response:
    if fault and fault.kind == "stall_after":
        await asyncio.sleep(fault.seconds)
    if fault and fault.kind == "drop_after":
        return _drop(request)
    if fault and fault.kind == "error_after":
        return _refusal(ApiError(fault.code, fault.description))
    return answer


def _connected(request: web.Request) -> bool:
    return request.transport is not None and not request.transport.is_closing()


def _drop(request: web.Request) -> web.Response:
    """Resets the connection; the response that is returned reaches nobody."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _success(result: Any) -> web.Response:
    body = {"ok": True, "result": result}
    return web.json_response(body, dumps=_dumps)


def _refusal(error: ApiError) -> web.Response:
    body: dict[str, Any] = {
        "ok": False,
        "error_code": error.code,
        "description": error.description,
    }
    headers = {}
    if error.parameters:
        body["parameters"] = error.parameters
        if "retry_after" in error.parameters:
            headers["Retry-After"] = str(error.parameters["retry_after"])
    return web.json_response(body, status=error.code, headers=headers, dumps=_dumps)


async def _read(request: web.Request) -> Params:
    """Query first, then the body, whose values win."""
    params = Params(dict(request.query))
    if request.method != "POST" or not request.can_read_body:
        return params
    kind = request.content_type
    if kind == "application/json":
        try:
            values = json.loads(await request.text() or "{}")
        except ValueError as error:
            raise bad_request("can't parse the request's JSON") from error
        if not isinstance(values, dict):
            raise bad_request("expected an Object as the request's JSON")
        params.values |= values
    elif kind in ("application/x-www-form-urlencoded", "multipart/form-data"):
        try:
            form = await request.post()
        except ValueError as error:
            raise bad_request("can't parse the request's form") from error
        for name, value in form.items():
            if isinstance(value, web.FileField):
                size = value.file.seek(0, 2)
                params.files[name] = Upload(value.filename, value.content_type, size)
            else:
                params.values[name] = value if isinstance(value, str) else bytes(value).decode()
    return params
