"""The Bot API over aiohttp, in the framework's own interface.

Why not the framework's httpx client: it costs two to five times the CPU a message and gets slower
with more at once (docs/benchmarks.md), and its errors do not say whether a request may have left.
Here they do: `NotSent` when the connection was never made, `Unsure` when the outcome is unknown.
"""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
from telegram._utils.defaultvalue import DefaultValue
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

#: Seconds to connect, and to wait for an answer, when a call names no other times.
CONNECT_TIMEOUT = 10.0
READ_TIMEOUT = 20.0
#: An idle connection is closed before the server is likely to: a request that races with the
#: server's close would be unsure.
KEEPALIVE = 15.0


class NotSent(NetworkError):
    """The request surely did not reach Telegram: no connection was made."""


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
        """One call. A server error (5xx) is Unsure too: the message may have been accepted."""
        session = self._session
        if session is None:
            raise NotSent("the connection to Telegram is not open (initialize was not called)")
        timeout = aiohttp.ClientTimeout(
            total=None,
            sock_connect=_seconds(connect_timeout, CONNECT_TIMEOUT),
            sock_read=_seconds(read_timeout, self._read_timeout),
        )
        try:
            async with session.request(
                method, url, data=_body(request_data), timeout=timeout, proxy=self._proxy
            ) as response:
                status, payload = response.status, await response.read()
        except (aiohttp.ConnectionTimeoutError, aiohttp.ClientConnectorError) as error:
            raise NotSent(f"Telegram could not be reached ({type(error).__name__})") from None
        except (aiohttp.ServerTimeoutError, TimeoutError):
            raise UnsureTimedOut("Telegram did not answer in time") from None
        except (aiohttp.ClientError, OSError, asyncio.IncompleteReadError) as error:
            raise Unsure(f"the connection to Telegram broke ({type(error).__name__})") from None
        if status >= 500:
            raise Unsure(f"Telegram answered with a server error ({status})")
        return status, payload


def _seconds(value: Any, default: float) -> float | None:
    return default if isinstance(value, DefaultValue) else value


def _body(request_data: RequestData | None) -> aiohttp.FormData | dict[str, str] | None:
    if request_data is None:
        return None
    if not request_data.contains_files:
        return request_data.json_parameters
    form = aiohttp.FormData(request_data.json_parameters)
    for name, (filename, content, kind) in (request_data.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form
