"""Methods by which the bot gets its updates: getUpdates and the webhook's."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from bot.playground.errors import bad_request
from bot.playground.objects import Json
from bot.playground.params import Params
from bot.playground.updates import Webhook
from bot.playground.world import World

PORTS = (443, 80, 88, 8443)
MOST_SECRET = 256
MOST_CONNECTIONS = 100
LOOPBACK = ("127.0.0.1", "localhost", "::1")


async def get_updates(world: World, params: Params) -> list[Json]:
    world.updates.allow(params.document("allowed_updates", "allowed updates"))
    return await world.updates.poll(
        params.integer("offset"), params.integer("limit", 100), params.integer("timeout")
    )


def set_webhook(world: World, params: Params) -> bool:
    """An empty address takes the webhook away, as deleteWebhook does.

    A loopback address may be plain http on any port, as the official server allows with
    ``--local``; any other is held to https and Telegram's four ports.
    """
    url = params.text("url").strip()
    if not url:
        return delete_webhook(world, params)
    secret = params.text("secret_token")
    if len(secret) > MOST_SECRET:
        raise bad_request("secret token is too long")
    if secret and not re.fullmatch(r"[A-Za-z0-9_-]+", secret):
        raise bad_request("secret token contains unallowed characters")
    _check(url)
    world.updates.allow(params.document("allowed_updates", "allowed updates"))
    if params.boolean("drop_pending_updates"):
        world.updates.pending.clear()
    connections = min(max(params.integer("max_connections", 40), 1), MOST_CONNECTIONS)
    hook = Webhook(url, secret, connections, params.text("ip_address"))
    world.updates.set_webhook(hook)
    return True


def delete_webhook(world: World, params: Params) -> bool:
    if params.boolean("drop_pending_updates"):
        world.updates.pending.clear()
    world.updates.set_webhook(Webhook())
    return True


def get_webhook_info(world: World, _: Params) -> Json:
    return world.updates.info()


def _check(url: str) -> None:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise bad_request(f"bad webhook: {error}") from error
    if not parts.hostname:
        raise bad_request("bad webhook: URL host is empty")
    if parts.hostname in LOOPBACK and parts.scheme in ("http", "https"):
        return
    if parts.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if (port or 443) not in PORTS:
        raise bad_request(
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        )
