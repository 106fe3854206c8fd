"""The control API: what tests, the terminal and a page do to the world, as JSON over HTTP.

Bodies and answers are JSON objects; a mistake is answered with 400 (404 for what is not there) and
``{"error": …}``. Chats and users are named by id; a private chat has its user's id. ``by`` is the
acting user, by default the chat's creator (or the user themself).

Doing (module ``acting``)::

    POST   /control/users                {first_name?, username?, language_code?, id?, start?}
                                         -> {user}; start: also sends /start
    PATCH  /control/users/{user}         {deactivated?, first_name?, language_code?} -> {user}
    POST   /control/chats                {type: group|supergroup|channel, title?, creator,
                                          username?, forum?, id?, bot?: member|administrator}
                                         -> {chat}; bot: also adds the bot
    PATCH  /control/chats/{chat}         {writable?, deleted?, title?, description?} -> {chat}
    POST   /control/chats/{chat}/bot     {status, rights?, by?} -> {member}; from outside to member
                                         or administrator also tells "new_chat_members"
    POST   /control/chats/{chat}/members {user_id, status?, rights?, by?} -> {member}
    POST   /control/chats/{chat}/threads {name, by?} -> {thread}
    PATCH  /control/chats/{chat}/threads/{thread}   {closed?, deleted?, by?} -> {thread};
                                         thread 1 is General
    POST   /control/chats/{chat}/migrate {by?} -> {chat}, the new supergroup
    POST   /control/say                  {user_id, text, chat_id?, thread?, reply_to?}
                                         -> {message_id, update_id, delivered}
    POST   /control/start                {user_id, parameter?} -> as say; unblocks the bot
    POST   /control/press                {user_id, chat_id?, message_id?, row?+column? | data? |
                                          text?, wait? = 5 (s; 0: do not wait)}
                                         -> {query_id, data, message_id, answered, text, alert,
                                          url, after (s)}; message: the last one with buttons
    POST   /control/block                {user_id, blocked? = true} -> {}
    POST   /control/forward              {user_id, chat_id, message_id} -> as say
    POST   /control/share                {user_id, chat_id, request_id} -> as say (chat_shared)
    POST   /control/faults               {kind, method?, chat_id?, count? = 1 (null: for ever),
                                          rate?, retry_after?, code?, description?, seconds?}
                                         or {seed?, faults: [...]} -> {faults, struck}; kinds are
                                         in ``faults``; without method all but getUpdates
    GET, DELETE /control/faults          -> {faults, struck, seed}
    POST   /control/settings             {pace?, paid_broadcast?, reads_groups?, query_seconds?}
    POST   /control/forget               {} -> {}; empties calls, refusals and accepted

Watching (module ``watching``)::

    GET /control/state                   {bot, token, url…, counts, violations, webhook}
    GET /control/chats                   {chats}
    GET /control/chats/{chat}            {chat, members, threads, pinned, keyboard}
    GET /control/chats/{chat}/messages   ?after= &from=bot|people &limit= -> {messages}
    GET /control/wait                    ?chat_id= &count=1 &after=0 &timeout=10 &method=
                                         -> {reached, accepted}: until so many accepted changes
                                         with a seq above ``after`` are there
    GET /control/accepted                ?after= &chat_id= &method= -> {accepted}
    GET /control/calls                   ?method= &after= -> {calls}
    GET /control/refusals                ?injected=true|false &after= -> {refusals}
    GET /control/queries                 ?answered=true|false -> {queries}
    GET /control/menu                    ?chat_id= &user_id= -> {commands}
    GET /control/events                  ?chat_id= -> server-sent events, one JSON object each
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.playground import acting, watching
from bot.playground.acting import Ask
from bot.playground.objects import Json
from bot.playground.world import World

Action = Callable[[Ask], Json | Awaitable[Json]]


def add_routes(app: web.Application, world: World) -> None:
    watching.add_routes(app, world)
    for method, path, action in _ROUTES:
        app.router.add_route(method, path, _handler(world, action))


def _handler(
    world: World, action: Action
) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def handle(request: web.Request) -> web.StreamResponse:
        try:
            body = json.loads(await request.text() or "{}")
            if not isinstance(body, dict):
                raise ValueError("the body must be a JSON object")
            done = action(Ask(world, body, request.match_info))
            result = done if isinstance(done, dict) else await done
        except KeyError as error:
            return web.json_response({"error": f"{error} is missing"}, status=400)
        except LookupError as error:
            return web.json_response({"error": str(error)}, status=404)
        except (ValueError, TypeError) as error:
            return web.json_response({"error": str(error)}, status=400)
        return web.json_response(result)

    return handle


_ROUTES: tuple[tuple[str, str, Action], ...] = (
    ("POST", "/control/users", acting.add_user),
    ("PATCH", "/control/users/{user}", acting.change_user),
    ("POST", "/control/chats", acting.add_chat),
    ("PATCH", "/control/chats/{chat}", acting.change_chat),
    ("POST", "/control/chats/{chat}/bot", acting.set_bot),
    ("POST", "/control/chats/{chat}/members", acting.set_member),
    ("POST", "/control/chats/{chat}/threads", acting.add_thread),
    ("PATCH", "/control/chats/{chat}/threads/{thread}", acting.change_thread),
    ("POST", "/control/chats/{chat}/migrate", acting.migrate),
    ("POST", "/control/say", acting.say),
    ("POST", "/control/start", acting.start),
    ("POST", "/control/press", acting.press),
    ("POST", "/control/block", acting.block),
    ("POST", "/control/forward", acting.forward),
    ("POST", "/control/share", acting.share),
    ("GET", "/control/faults", acting.show_faults),
    ("POST", "/control/faults", acting.order_faults),
    ("DELETE", "/control/faults", acting.clear_faults),
    ("POST", "/control/settings", acting.settings),
    ("POST", "/control/forget", acting.forget),
)
