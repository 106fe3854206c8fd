"""The chat page: its files, and the little that it asks beyond the control API.

``GET /`` is the page, ``/page/<file>`` what it loads; nothing comes from elsewhere. ``/trial``
tells how the bot introduces itself and, where a bot runs beside the world, what that bot does::

    GET  /trial?chat_id=&language=  -> {instance, bot, name, description, about, facts}
                                       facts: null without a trial, else as ``Trial.facts``
    POST /trial/clock               {rate} | {skip: chat id} -> {facts}

Browsers let any site send requests to this machine; what another site's page sends is refused.
"""

from __future__ import annotations

import json
import mimetypes
import secrets
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from aiohttp import web

from bot.playground.objects import Json
from bot.playground.world import World

FILES = Path(__file__).parent / "page"
HEADERS = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Trial(Protocol):
    """The bot that runs beside the world, and its clock."""

    async def facts(self, chat_id: int) -> Json:
        """What the page's strip shows, for one chat.

        ``{now: seconds since 1970, rate, timezone, sources, sources_read, articles, stories,
        next_digest: seconds or null, instant: whether news come at once instead}``
        """
        ...

    def set_rate(self, rate: float) -> None:
        """Let time run *rate* times as fast; raises ValueError for an impossible rate."""
        ...

    async def skip(self, chat_id: int) -> None:
        """Jump to just before the chat's next digest, with the news that would have come."""
        ...


def add_routes(app: web.Application, world: World, trial: Trial | None) -> None:
    instance = secrets.token_hex(8)

    async def tell(request: web.Request) -> web.Response:
        chat_id = int(request.query.get("chat_id") or 0)
        language = request.query.get("language", "")
        texts = world.profile
        return web.json_response(
            {
                "instance": instance,
                "bot": world.bot.to_json(),
                "name": texts.text("name", language) or world.bot.first_name,
                "description": texts.text("description", language),
                "about": texts.text("short_description", language),
                "facts": await trial.facts(chat_id) if trial else None,
            }
        )

    async def clock(request: web.Request) -> web.Response:
        if trial is None:
            raise web.HTTPNotFound
        try:
            asked = json.loads(await request.text())
            chat_id = int(asked.get("skip") or 0)
            if "skip" in asked:
                await trial.skip(chat_id)
            else:
                trial.set_rate(float(asked["rate"]))
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            return web.json_response({"error": str(error)}, status=400)
        return web.json_response({"facts": await trial.facts(chat_id)})

    app.router.add_get("/", _file)
    app.router.add_get("/page/{name}", _file)
    app.router.add_get("/trial", tell)
    app.router.add_post("/trial/clock", clock)


async def _file(request: web.Request) -> web.StreamResponse:
    path = FILES / request.match_info.get("name", "index.html")
    if path.parent != FILES or not path.is_file():
        raise web.HTTPNotFound
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return web.Response(body=path.read_bytes(), content_type=kind, charset="utf-8", headers=HEADERS)


@web.middleware
async def refuse_strangers(request: web.Request, handler: Answer) -> web.StreamResponse:
    """A request that names another origin comes from another site's page."""
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        return web.json_response({"error": "this is for the playground's own page"}, status=403)
    return await handler(request)
