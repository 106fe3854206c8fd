"""No address that leads inside is reached, whatever its notation and whoever names it."""

from __future__ import annotations

import asyncio
import socket
from typing import Any

import pytest

from digests.sources import guard
from digests.sources.errors import BlockedAddress, SourceError, Unreachable
from digests.sources.http import HttpClient
from tests.digests.sources.feedserver import FeedServer

INSIDE = [
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "10.255.255.255",
    "100.64.0.1",
    "100.127.255.254",
    "127.0.0.1",
    "127.8.9.10",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.1",
    "192.0.0.192",
    "192.0.2.7",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.19.255.255",
    "198.51.100.1",
    "203.0.113.9",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:0:127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::a00:1",
    "64:ff9b:1::1",
    "64:ff9b:1:ffff::808:808",
    "100::1",
    "2001::1",
    "2001:0:4136:e378:8000:63bf:80ff:fffe",
    "2001:2::1",
    "2001:10::1",
    "2001:db8::1",
    "2002:7f00:1::1",
    "2002:c0a8:101::1",
    "3fff::1",
    "4000::1",
    "5f00::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%eth0",
    "febf::1",
    "fec0::1",
    "ff02::1",
    "2606:4700::5efe:10.0.0.1",
    "not an address",
]
OUTSIDE = [
    "1.1.1.1",
    "8.8.8.8",
    "100.63.255.255",
    "100.128.0.1",
    "126.255.255.255",
    "128.0.0.1",
    "172.15.0.1",
    "172.32.0.1",
    "192.0.1.1",
    "192.167.255.255",
    "192.169.0.1",
    "198.17.0.1",
    "198.20.0.1",
    "223.255.255.254",
    "::ffff:8.8.8.8",
    "64:ff9b::808:808",
    "2002:808:808::1",
    "2606:4700:4700::1111",
    "2a00:1450::1",
]


@pytest.mark.parametrize("address", INSIDE)
def test_addresses_inside_are_refused_with_a_reason(address: str) -> None:
    assert guard.reason(address)


@pytest.mark.parametrize("address", OUTSIDE)
def test_public_addresses_pass(address: str) -> None:
    assert guard.reason(address) is None


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.1",
        "127.0.1",
        "2130706433",
        "0x7f000001",
        "0x7f.0.0.1",
        "017700000001",
        "0177.0.0.1",
        "0177.0.0.01",
        "0",
        "0.0.0.0",
        "localhost",
        "localhost.",
        "LOCALHOST",
        "127.0.0.1.",
        "[::1]",
        "[::]",
        "[0:0:0:0:0:0:0:1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "①②⑦.⓪.⓪.①",
        "127。0。0。1",
    ],
)
async def test_no_notation_of_loopback_reaches_a_server_there(
    server: FeedServer, host: str
) -> None:
    async with HttpClient(private_network=False) as http:
        with pytest.raises(Unreachable):
            await http.get(f"http://{host}:{server.port}/feed", timeout=5)
    assert server.seen == []


async def test_the_refusal_names_host_address_reason_and_the_way_out(server: FeedServer) -> None:
    async with HttpClient(private_network=False) as http:
        with pytest.raises(BlockedAddress) as told:
            await http.get(f"http://localhost:{server.port}/feed")
    sentence = str(told.value)
    assert "localhost leads to" in sentence
    assert "loopback" in sentence
    assert "MUJAZ_PRIVATE_NETWORK=true" in sentence


async def test_a_redirect_inside_is_refused(
    server: FeedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "reason", lambda address: None if address == "127.0.0.1" else "far")
    server.answer("/away", b"", 302, Location=f"http://[::1]:{server.port}/feed")
    async with HttpClient(private_network=False) as http:
        with pytest.raises(BlockedAddress, match="::1"):
            await http.get(server.url("/away"))
    assert [request.path for request in server.seen] == ["/away"]


async def test_a_name_is_tested_at_each_connect_not_when_it_is_first_seen(
    server: FeedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DNS rebinding: the resolver's earlier answers count for nothing."""
    answers = iter(["93.184.216.34", "127.0.0.1"])
    asked: list[str] = []

    async def getaddrinfo(host: Any, port: Any, **_: Any) -> list[Any]:
        address = next(answers)
        asked.append(address)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, int(port)))]

    loop = asyncio.get_running_loop()
    async with HttpClient(private_network=False) as http:
        monkeypatch.setattr(loop, "getaddrinfo", getaddrinfo)
        for _ in range(2):
            with pytest.raises(SourceError):
                await http.get(f"http://rebinding.example:{server.port}/feed", timeout=0.3)
            assert http._session is not None
            connector = http._session.connector
            assert connector is not None
            connector.clear_dns_cache()  # type: ignore[attr-defined]
    assert asked == ["93.184.216.34", "127.0.0.1"]
    assert server.seen == []


async def test_our_own_port_stays_open_and_no_other(server: FeedServer) -> None:
    async with HttpClient(False, own_ports=frozenset({server.port})) as http:
        assert (await http.get(server.url("/feed"))).status == 200
    async with HttpClient(False, own_ports=frozenset({server.port + 1})) as http:
        with pytest.raises(BlockedAddress):
            await http.get(server.url("/feed"))


async def test_the_setting_lifts_the_guard(server: FeedServer, client: HttpClient) -> None:
    assert (await client.get(f"http://localhost:{server.port}/feed")).status == 200
