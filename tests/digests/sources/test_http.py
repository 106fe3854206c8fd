"""How a URL is read from a server that misbehaves."""

from __future__ import annotations

import asyncio

import pytest
from aiohttp import web

from digests.sources import http
from digests.sources.errors import (
    BadEncoding,
    SourceError,
    TimedOut,
    TooLarge,
    TooManyRedirects,
    Unreachable,
)
from digests.sources.http import HttpClient
from digests.sources.lane import Lane
from tests.digests.sources.feedserver import FeedServer


@pytest.mark.parametrize("path", ["/feed", "/gzip", "/deflate", "/deflate-raw", "/br"])
async def test_a_body_comes_decompressed(server: FeedServer, client: HttpClient, path: str) -> None:
    answer = await client.get(server.url(path))
    assert answer.status == 200
    assert answer.body.endswith(b"</channel></rss>")


@pytest.mark.parametrize("path", ["/bomb-gzip", "/bomb-br", "/endless"])
async def test_a_body_is_cut_by_its_decompressed_size(
    server: FeedServer, client: HttpClient, path: str
) -> None:
    with pytest.raises(TooLarge, match="is larger than 1024 KiB"):
        await client.get(server.url(path), limit=1024 * 1024)


async def test_a_size_announced_as_too_large_is_refused_before_reading(
    server: FeedServer, client: HttpClient
) -> None:
    with pytest.raises(TooLarge):
        await client.get(server.answer("/big", b"x" * 5000), limit=1000)


@pytest.mark.parametrize("path", ["/never", "/drip"])
async def test_a_slow_answer_is_cut_by_time(
    server: FeedServer, client: HttpClient, path: str
) -> None:
    with pytest.raises(TimedOut, match=r"no whole answer in 0\.3 s"):
        await client.get(server.url(path), timeout=0.3)


async def test_a_silent_server_is_cut_before_its_time_is_up(
    server: FeedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http, "SILENCE", 0.2)
    async with HttpClient(private_network=True) as client:
        with pytest.raises(TimedOut, match=r"silent for 0\.2 s"):
            await client.get(server.url("/never"), timeout=30)


@pytest.mark.parametrize("path", ["/cut-gzip", "/no-gzip"])
async def test_broken_compression_is_told(
    server: FeedServer, client: HttpClient, path: str
) -> None:
    with pytest.raises(BadEncoding, match="compressed data"):
        await client.get(server.url(path))


async def test_an_answer_that_breaks_off_is_no_answer(
    server: FeedServer, client: HttpClient
) -> None:
    with pytest.raises(Unreachable, match="broke off"):
        await client.get(server.url("/broken"))


async def test_a_refused_connection_names_host_and_port(client: HttpClient) -> None:
    with pytest.raises(Unreachable, match=r"no connection to 127\.0\.0\.1 port 1:"):
        await client.get("http://127.0.0.1:1/")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "feed",
        "ftp://example.org/feed",
        "file:///etc/passwd",
        "http://",
        "http://user:secret@127.0.0.1/",
        "http://[::1",
        "http://exa mple.org/",
        "javascript:alert(1)",
        "http://127.0.0.1:99999/",
    ],
)
async def test_a_url_that_is_not_plain_http_is_not_opened(client: HttpClient, url: str) -> None:
    with pytest.raises(Unreachable) as told:
        await client.get(url)
    assert "secret" not in str(told.value)


async def test_redirects_are_followed_and_permanent_ones_told(
    server: FeedServer, client: HttpClient
) -> None:
    server.answer("/a", b"", 301, Location="/b")
    server.answer("/b", b"", 308, Location="/feed")
    answer = await client.get(server.url("/a"))
    assert (answer.url, answer.permanent_url, answer.hops) == (
        server.url("/feed"),
        server.url("/feed"),
        2,
    )


async def test_a_temporary_hop_ends_what_is_permanent(
    server: FeedServer, client: HttpClient
) -> None:
    server.answer("/a", b"", 301, Location="/b")
    server.answer("/b", b"", 302, Location="/feed")
    answer = await client.get(server.url("/a"))
    assert answer.permanent_url == server.url("/b")
    server.answer("/c", b"", 302, Location="/a")
    assert (await client.get(server.url("/c"))).permanent_url is None


@pytest.mark.parametrize("target", ["/loop", "file:///etc/passwd", "http://u:p@127.0.0.1/", "//["])
async def test_redirects_to_nowhere_end(
    server: FeedServer, client: HttpClient, target: str
) -> None:
    url = server.answer("/loop", b"", 302, Location=target)
    with pytest.raises(Unreachable) as told:
        await client.get(url)
    assert isinstance(told.value, TooManyRedirects) == (target == "/loop")


async def test_a_host_gets_at_most_two_requests_at_a_time(
    server: FeedServer, client: HttpClient
) -> None:
    async def some(request: web.Request) -> web.Response:
        await asyncio.sleep(0.02)
        return web.Response(body=b"ok")

    server.routes["/some"] = some
    answers = await asyncio.gather(*(client.get(server.url("/some")) for _ in range(10)))
    assert [answer.body for answer in answers] == [b"ok"] * 10
    assert server.most == 2


async def test_waiting_for_the_host_is_not_counted_as_its_slowness(
    server: FeedServer, client: HttpClient
) -> None:
    async def some(request: web.Request) -> web.Response:
        await asyncio.sleep(0.2)
        return web.Response(body=b"ok")

    server.routes["/some"] = some
    asked = (client.get(server.url("/some"), timeout=0.5) for _ in range(8))
    assert [answer.status for answer in await asyncio.gather(*asked)] == [200] * 8


async def test_feeds_that_never_answer_do_not_hold_up_others_of_their_host(
    server: FeedServer, client: HttpClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Lane.__init__, "__defaults__", (2, 0.2))
    stuck = [
        asyncio.create_task(client.get(server.url(path), timeout=30))
        for path in ("/never", "/drip", "/never", "/drip")
    ]
    await asyncio.sleep(0.05)
    others = [asyncio.create_task(client.get(server.url("/feed"))) for _ in range(6)]
    answers = await asyncio.wait_for(asyncio.gather(*others), 10)
    assert [answer.status for answer in answers] == [200] * 6
    assert not any(task.done() for task in stuck)
    server.release.set()
    assert [answer.status for answer in await asyncio.gather(*stuck)] == [200] * 4


async def test_no_cookie_is_kept(server: FeedServer, client: HttpClient) -> None:
    url = server.answer("/cookie", Set_Cookie="a=b")
    await client.get(url)
    await client.get(url)
    assert "Cookie" not in server.seen[-1].headers


async def test_the_environment_sets_no_proxy(
    server: FeedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    async with HttpClient(private_network=True) as client:
        assert (await client.get(server.url("/feed"))).status == 200


async def test_we_say_who_we_are(server: FeedServer, client: HttpClient) -> None:
    await client.get(server.url("/feed"))
    assert server.seen[-1].headers["User-Agent"].startswith("Mujaz/")


async def test_headers_beyond_all_measure_are_an_error_like_others(
    server: FeedServer, client: HttpClient
) -> None:
    url = server.answer("/headers", X_Long="y" * 100_000)
    with pytest.raises(SourceError):
        await client.get(url)
