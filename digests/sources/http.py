"""The only code that opens a URL found in data.

Every request goes through the guard (see `guard`), follows at most five redirects by hand, reads at
most *limit* bytes of the decompressed body, and ends within *timeout* seconds whatever the server
does. Cookies, proxies and credentials from the environment or from URLs are not used.
"""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Self
from weakref import WeakValueDictionary

import aiohttp
from multidict import CIMultiDict, CIMultiDictProxy
from yarl import URL

from digests.sources import guard
from digests.sources.compression import ACCEPTED, Decoder
from digests.sources.errors import (
    BadEncoding,
    BlockedAddress,
    SourceError,
    TimedOut,
    TooLarge,
    TooManyRedirects,
    Unreachable,
)
from digests.sources.lane import PLACES, Lane

USER_AGENT = "Mujaz/0.1 (news digest bot for Telegram; reads feeds)"
#: Bytes of a decompressed body; the largest real news feeds are near 5 MB. Several are held at
#: once, and the whole bot has 250 MB.
BODY_LIMIT = 6 * 1024 * 1024
#: Seconds for one request with all its redirects, and without a byte.
TIMEOUT = 20.0
SILENCE = 10.0
#: Connections in all; `lane` bounds those to one host.
CONNECTIONS = 64
HOPS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})


@dataclass(frozen=True, slots=True)
class Response:
    """An answer read whole. ``url`` is where it came from after redirects.

    ``permanent_url`` is set when the first hops were permanent redirects: the address to use from
    now on. ``body`` is decompressed; ``headers`` ignore the case of names.
    """

    status: int
    headers: CIMultiDictProxy[str]
    body: bytes
    url: str
    permanent_url: str | None = None
    hops: int = 0


class HttpClient:
    """An async context manager around one connection pool.

    *private_network* lifts the guard; *own_ports* are ports on loopback that it lets through.
    """

    def __init__(
        self,
        private_network: bool,
        user_agent: str = USER_AGENT,
        own_ports: frozenset[int] = frozenset(),
    ) -> None:
        self._factory = guard.socket_factory(private_network, own_ports)
        self._user_agent = user_agent
        self._session: aiohttp.ClientSession | None = None
        self._lanes: WeakValueDictionary[str, Lane] = WeakValueDictionary()

    async def __aenter__(self) -> Self:
        connector = aiohttp.TCPConnector(
            limit=CONNECTIONS,
            limit_per_host=PLACES,
            ttl_dns_cache=60,
            socket_factory=self._factory,
        )
        self._session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            trust_env=False,
            auto_decompress=False,
            timeout=aiohttp.ClientTimeout(total=None, sock_read=SILENCE),
            headers={"User-Agent": self._user_agent, "Accept-Encoding": ACCEPTED},
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def get(
        self,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        limit: int = BODY_LIMIT,
        timeout: float = TIMEOUT,  # noqa: ASYNC109 - the caller's time is a part of the contract
    ) -> Response:
        """GET *url*. Waiting for a free connection to the host does not count towards *timeout*.

        :raises Unreachable: unusable URL, no such name, connection refused or broken off;
            BlockedAddress and TooManyRedirects are kinds of it.
        :raises TimedOut: no whole answer within *timeout* seconds.
        :raises TooLarge: more than *limit* bytes, once decompressed.
        :raises BadEncoding: the body is not compressed as its headers say.
        """
        return await self._ask("GET", url, headers, limit, timeout)

    async def head(self, url: str, *, headers: Mapping[str, str] | None = None) -> Response:
        """The same without a body: whether a page is there. Raises what `get` raises."""
        return await self._ask("HEAD", url, headers, BODY_LIMIT, TIMEOUT)

    async def _ask(
        self, method: str, url: str, headers: Mapping[str, str] | None, limit: int, seconds: float
    ) -> Response:
        asked = dict(headers or {})
        target = _checked(url)
        permanent, still_permanent = None, True
        deadline = _Deadline(seconds)
        for hop in range(HOPS + 1):
            status, answer, body = await self._hop(method, target, asked, limit, deadline)
            location = answer.get("Location")
            if status not in _REDIRECTS or not location:
                return Response(status, answer, body, str(target), permanent, hop)
            following = _checked(_join(target, location))
            still_permanent = still_permanent and status in _PERMANENT
            if still_permanent:
                permanent = str(following)
            if following.origin() != target.origin():
                asked.pop("Authorization", None)
            target = following
        raise TooManyRedirects(f"{url} redirects more than {HOPS} times, last to {target}")

    async def _hop(
        self, method: str, url: URL, headers: Mapping[str, str], limit: int, deadline: _Deadline
    ) -> tuple[int, CIMultiDictProxy[str], bytes]:
        """One request without following redirects; the body of a redirect is not read."""
        host = url.host or ""
        lane = self._lanes.get(host)
        if lane is None:
            lane = self._lanes[host] = Lane()
        met: list[tuple[str, str]] = []

        async def attempt() -> tuple[int, CIMultiDictProxy[str], bytes]:
            guard.refusals.set(met)
            async with deadline:
                return await self._request(method, url, headers, limit)

        try:
            return await lane.run(attempt)
        except aiohttp.SocketTimeoutError as error:
            raise TimedOut(f"{url} was silent for {SILENCE:g} s") from error
        except TimeoutError as error:
            raise TimedOut(f"{url} gave no whole answer in {deadline.seconds:g} s") from error
        except (aiohttp.ClientError, OSError, ValueError, UnicodeError) as error:
            if met:
                raise BlockedAddress(host, *met[0]) from error
            raise Unreachable(_told(url, error)) from error

    async def _request(
        self, method: str, url: URL, headers: Mapping[str, str], limit: int
    ) -> tuple[int, CIMultiDictProxy[str], bytes]:
        if self._session is None:
            raise RuntimeError("HttpClient is used outside of `async with`")
        async with self._session.request(
            method, url, headers=headers, allow_redirects=False
        ) as answer:
            kept = CIMultiDictProxy(CIMultiDict(answer.headers))
            if answer.status in _REDIRECTS and "Location" in kept:
                answer.close()
                return answer.status, kept, b""
            if method == "HEAD":
                return answer.status, kept, b""
            try:
                body = await _read(answer, limit)
            except SourceError:
                answer.close()
                raise
            return answer.status, kept, body


class _Deadline:
    """Seconds that may pass inside its blocks, all together."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._left = seconds
        self._entered = 0.0
        self._timeout: asyncio.Timeout | None = None

    async def __aenter__(self) -> None:
        self._entered = asyncio.get_running_loop().time()
        self._timeout = asyncio.timeout(max(self._left, 0.001))
        await self._timeout.__aenter__()

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._left -= asyncio.get_running_loop().time() - self._entered
        assert self._timeout is not None
        await self._timeout.__aexit__(kind, error, trace)


async def _read(answer: aiohttp.ClientResponse, limit: int) -> bytes:
    """The decompressed body, refused as soon as it is longer than *limit* bytes."""
    decoder = Decoder(answer.headers.get("Content-Encoding", ""), limit)
    too_large = f"{answer.url} is larger than {limit // 1024} KiB; it is not read"
    declared = answer.content_length
    if declared is not None and declared > limit:
        raise TooLarge(too_large)
    parts: list[bytes] = []
    size = 0
    try:
        async for chunk in answer.content.iter_chunked(65_536):
            part = decoder.feed(chunk)
            size += len(part)
            if size > limit:
                raise TooLarge(too_large)
            parts.append(part)
        parts.append(decoder.end())
    except BadEncoding as error:
        raise BadEncoding(f"{answer.url}: {error}") from error
    return b"".join(parts)


def _checked(url: str) -> URL:
    """*url* as one that we open: http or https, a host, no credentials."""
    try:
        parsed = URL(url.strip())
        host, port = parsed.host, parsed.port
    except (ValueError, UnicodeError, TypeError) as error:
        raise Unreachable(f"{url!r} is not a usable URL: {error}") from error
    if parsed.scheme not in ("http", "https"):
        raise Unreachable(f"{url!r} is not a usable URL: only http and https are opened")
    if not host or not port:
        raise Unreachable(f"{url!r} is not a usable URL: it names no host or no port")
    if parsed.user is not None or parsed.password is not None:
        raise Unreachable(f"a URL of {host} carries a user name or password; it is not opened")
    return parsed.with_fragment(None)


def _join(base: URL, location: str) -> str:
    with contextlib.suppress(ValueError, UnicodeError):
        return str(base.join(URL(location.strip())))
    raise Unreachable(f"{base} redirects to {location[:200]!r}, which is not a usable URL")


def _told(url: URL, error: Exception) -> str:
    """One sentence for a failed connection, without the library's internals."""
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return f"{url.host} is not a known host name; check the address of the source"
    if isinstance(error, aiohttp.ClientConnectorCertificateError | aiohttp.ClientSSLError):
        cause: BaseException = getattr(error, "certificate_error", error)
        said = cause.verify_message if isinstance(cause, ssl.SSLCertVerificationError) else cause
        return f"{url.host} has no valid certificate: {said}"
    if isinstance(error, aiohttp.ClientConnectorError):
        return f"no connection to {url.host} port {url.port}: {error.os_error.strerror or error}"
    if isinstance(error, aiohttp.ClientPayloadError | aiohttp.ServerDisconnectedError):
        return f"{url.host} broke off its answer"
    return f"{url} could not be read: {str(error)[:300] or type(error).__name__}"
