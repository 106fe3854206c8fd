"""The way of a model's answer in: read to a limit, while it comes and while it is unpacked.

Rule. An answer is some 10 kB; what is longer than `LONGEST`, packed or unpacked, is not read on and
is no answer. No packing is asked for, and what comes packed all the same is unpacked piece by
piece. An answer that ends before its end is told apart from an address where nobody is.

What it may get wrong: a connection that ends before the first byte of an answer counts as one that
took the question. Escape hatch: `LONGEST`.

``httpx2`` is what the client library sends with; this module is loaded with it.
"""

from __future__ import annotations

from typing import Any

import httpx2

from digests.sources.compression import Decoder
from digests.sources.errors import BadEncoding

#: Bytes of one answer, headers aside.
LONGEST = 1_000_000
#: Nothing was sent, or it is told as a time-out.
_NOT_SENT = (httpx2.ConnectError, httpx2.TimeoutException, httpx2.UnsupportedProtocol)


class Cut(Exception):
    """The connection ended in the middle: of the answer, or before it began."""


class Broken(Exception):
    """What came is no answer; the message says why."""


class Transport(httpx2.AsyncHTTPTransport):
    """Gives whole answers of at most `LONGEST` bytes; raises Cut and Broken."""

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        try:
            answer = await super().handle_async_request(request)
        except _NOT_SENT:
            raise
        except httpx2.TransportError as error:
            raise Cut("closed the connection without an answer") from error
        try:
            body = await _read(answer)
        except httpx2.TimeoutException:
            raise
        except httpx2.TransportError as error:
            raise Cut("closed the connection in the middle of its answer") from error
        except BadEncoding as error:
            raise Broken(f"gave an answer that cannot be unpacked: {error}") from error
        finally:
            await answer.aclose()
        kept = [(k, v) for k, v in answer.headers.multi_items() if k not in _OF_THE_WIRE]
        return httpx2.Response(answer.status_code, headers=kept, content=body, request=request)


_OF_THE_WIRE = frozenset({"content-encoding", "content-length", "transfer-encoding"})


async def _read(answer: httpx2.Response) -> bytes:
    decoder = Decoder(answer.headers.get("content-encoding", ""), LONGEST)
    body, came = bytearray(), 0
    async for chunk in answer.aiter_raw():
        came += len(chunk)
        body += decoder.feed(chunk)
        if max(came, len(body)) > LONGEST:
            raise Broken(f"gave an answer of more than {LONGEST // 1_000_000} MB")
    decoder.end()
    return bytes(body)


def client(library: Any, headers: dict[str, str]) -> Any:
    """The HTTP client for *library*: no proxies of the environment, and no redirect is followed."""
    return library.DefaultAsyncHttpxClient(
        trust_env=False,
        transport=Transport(trust_env=False),
        follow_redirects=False,
        headers=headers,
    )
