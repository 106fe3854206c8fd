"""The Bot API over aiohttp, in the framework's own interface.

Why not the framework's httpx client: it costs two to five times the CPU a message and gets slower
with more at once (docs/benchmarks.md), and its errors do not say whether a request may have left.
Here they do: `NotSent` when it surely did not reach Telegram, `Unsure` when the outcome is unknown.
Telegram answers in JSON; an answer that is none comes from something in between (a proxy, a
firewall, a wrong MUJAZ_TELEGRAM_API), whose 403 must not count as a reader's. No error carries the
address, which holds the token.
"""

from __future__ import annotations

import asyncio
import json
from http import HTTPStatus
from typing import Any

import aiohttp
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

#: Seconds to connect, and to wait for an answer, when a call names no other times.
CONNECT_TIMEOUT = 10.0
READ_TIMEOUT = 20.0
#: An idle connection is closed before the server is likely to: a request that races with the
#: server's close would be unsure.
KEEPALIVE = 15.0
#: Seconds to wait after a 429 that does not say how long.
UNSAID = 5


class NotSent(NetworkError):
    """The request surely did not reach Telegram, or was turned away unread."""


class Unsure(NetworkError):
    """The request may have reached Telegram: timeout, reset or server error after connecting."""


class UnsureTimedOut(Unsure, TimedOut):
    """No answer came in time."""


class Request(BaseRequest):
    """One pool of connections to the Bot API server.

    ``connections`` bounds the pool; ``proxy`` is a URL that the operator set.
    """

    __slots__ = ("_connections", "_proxy", "_read_timeout", "_session")

    def __init__(
        self, connections: int = 32, read_timeout: float = READ_TIMEOUT, proxy: str | None = None
    ) -> None:
        self._connections = connections
        self._read_timeout = read_timeout
        self._proxy = proxy
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        return self._read_timeout

    async def initialize(self) -> None:
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(
                    limit=self._connections, keepalive_timeout=KEEPALIVE
                ),
                cookie_jar=aiohttp.DummyCookieJar(),
                trust_env=False,
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - the framework's signature
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """One call: the status and body of Telegram's own answer.

        Raises:
            NotSent, Unsure: see above; a server error (5xx) is Unsure, for the message may have
                been accepted.
            RetryAfter: a 429, also one that does not come from Telegram itself.
            BadRequest: the text cannot be sent at all (it holds half a character).
        """
        session = self._session
        if session is None or session.closed:
            raise NotSent("the connection to Telegram is not open")
        body = _body(request_data)
        connecting = _seconds(connect_timeout, CONNECT_TIMEOUT)
        reading = _seconds(read_timeout, self._read_timeout)
        timeout = aiohttp.ClientTimeout(
            total=None if connecting is None or reading is None else connecting + 2 * reading,
            connect=connecting,
            sock_connect=connecting,
            sock_read=reading,
        )
        try:
            async with session.request(
                method, url, data=body, timeout=timeout, proxy=self._proxy, allow_redirects=False
            ) as response:
                status, headers = response.status, response.headers
                payload = await response.read()
        except (
            aiohttp.ConnectionTimeoutError,
            aiohttp.ClientConnectorError,
            aiohttp.ClientHttpProxyError,
            aiohttp.InvalidURL,
        ) as error:
            raise NotSent(f"Telegram could not be reached ({type(error).__name__})") from None
        except (aiohttp.ServerTimeoutError, TimeoutError):
            raise UnsureTimedOut("Telegram did not answer in time") from None
        except (aiohttp.ClientError, OSError, asyncio.IncompleteReadError) as error:
            raise Unsure(f"the connection to Telegram broke ({type(error).__name__})") from None
        if status >= 300:
            _check(status, payload, headers.get("Retry-After", ""))
        return status, payload

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The object in *payload*; unlike the framework's, it logs nothing of it.

        Raises:
            TelegramError: it is no answer of the Bot API, so the outcome is unknown.
        """
        found = _json(payload)
        if found is None or (found.get("ok") and "result" not in found):
            raise TelegramError("Telegram's answer is not complete")
        return found


def _check(status: int, payload: bytes, retry_after: str) -> None:
    """Raise what a status that is no success means; return for refusals in Telegram's words."""
    if status >= 500:
        raise Unsure(f"Telegram answered with a server error ({status})")
    told = _json(payload)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        parameters = told.get("parameters") if told else None
        if isinstance(parameters, dict) and parameters.get("retry_after"):
            return
        raise RetryAfter(int(retry_after) if retry_after.isdecimal() else UNSAID)
    known = (
        HTTPStatus.BAD_REQUEST,
        HTTPStatus.UNAUTHORIZED,
        HTTPStatus.FORBIDDEN,
        HTTPStatus.NOT_FOUND,
        HTTPStatus.CONFLICT,
    )
    if told is None or "description" not in told:
        raise NotSent(
            f"something other than Telegram answered with status {status}; check the network and "
            "MUJAZ_TELEGRAM_API"
        )
    if status not in known:
        raise NotSent(f"Telegram turned the request away ({status})")


def _json(payload: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(payload.decode("utf-8", "replace"))
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _seconds(value: Any, default: float) -> float | None:
    return default if value is BaseRequest.DEFAULT_NONE else value


def _body(request_data: RequestData | None) -> aiohttp.FormData | dict[str, str] | None:
    if request_data is None:
        return None
    fields = request_data.json_parameters
    try:
        for value in fields.values():
            value.encode()
    except UnicodeEncodeError:
        raise BadRequest("the text holds half a character, which cannot be sent") from None
    if not request_data.contains_files:
        return fields
    form = aiohttp.FormData(fields)
    for name, (filename, content, kind) in (request_data.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form
