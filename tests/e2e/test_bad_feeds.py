"""Sources that misbehave: each is named with its reason, and none delays or harms another."""

from __future__ import annotations

import asyncio
import gzip
import re
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web

from digests.clock import Clock
from tests.e2e.house import House, Item, Paper, Serve
from tests.e2e.test_first_minutes import MICROSOFT

RSS = "application/rss+xml"
#: Loopback, private, shared, link-local and reserved addresses in many notations, with the word by
#: which the refusal tells what is wrong with them; a number that is not written as four is none.
INSIDE = {
    "127.0.0.1": "loopback",
    "127.1": "canonical",
    "127.0.1": "canonical",
    "127.255.255.254": "loopback",
    "2130706433": "canonical",
    "0x7f000001": "loopback",
    "0x7f.0.0.1": "loopback",
    "017700000001": "canonical",
    "0177.0.0.1": "canonical",
    "localhost": "loopback",
    "LocalHost.": "localhost",
    "[::1]": "loopback",
    "[0:0:0:0:0:0:0:1]": "loopback",
    "[::ffff:127.0.0.1]": "mapped",
    "[::ffff:7f00:1]": "mapped",
    "[::127.0.0.1]": "compatible",
    "[64:ff9b::7f00:1]": "NAT64",
    "[64:ff9b:1::7f00:1]": "NAT64",
    "[2002:7f00:1::1]": "6to4",
    "[2001:0:7f00:1::1]": "Teredo",
    "0.0.0.0": "unspecified",
    "0": "canonical",
    "[::]": "unspecified",
    "10.0.0.1": "private",
    "10.1": "canonical",
    "167772161": "canonical",
    "172.16.0.1": "private",
    "172.31.255.254": "private",
    "192.168.1.1": "private",
    "192.168.257": "canonical",
    "0xc0a80101": "private",
    "[::ffff:192.168.1.1]": "private",
    "[fd00::1]": "private",
    "[fc00:1234::1]": "private",
    "100.64.0.1": "carriers",
    "169.254.169.254": "link-local",
    "[fe80::1]": "link-local",
    "[fec0::1]": "site-local",
    "192.0.0.192": "reserved",
    "198.18.0.1": "benchmarking",
    "192.0.2.1": "documentation",
    "[2001:db8::1]": "documentation",
    "224.0.0.1": "multicast",
    "[ff02::1]": "multicast",
    "240.0.0.1": "reserved",
    "255.255.255.255": "reserved",
}


@dataclass
class Press:
    """Handlers for bad sources. ``hanging`` counts answers that are kept open."""

    paper: Paper
    hanging: int = 0
    conditional: list[str] = field(default_factory=list)

    def fixed(self, body: bytes, status: int = 200, **headers: str) -> Serve:
        named = {name.replace("_", "-"): value for name, value in headers.items()}

        async def serve(_: web.Request) -> web.StreamResponse:
            return web.Response(body=body, status=status, headers={"Content-Type": RSS} | named)

        return serve

    async def drip(self, request: web.Request) -> web.StreamResponse:
        """A feed that comes a byte a second and never ends."""
        return await self._pour(request, b" ", 1.0)

    async def endless(self, request: web.Request) -> web.StreamResponse:
        return await self._pour(request, b" " * 1_000_000, 0.01)

    async def _pour(self, request: web.Request, drop: bytes, pause: float) -> web.StreamResponse:
        answer = web.StreamResponse(headers={"Content-Type": RSS})
        await answer.prepare(request)
        self.hanging += 1
        try:
            while True:
                await answer.write(drop)
                await asyncio.sleep(pause)
        except ConnectionError:
            return answer
        finally:
            self.hanging -= 1

    async def silent(self, _: web.Request) -> web.StreamResponse:
        self.hanging += 1
        try:
            await asyncio.Event().wait()
        finally:
            self.hanging -= 1
        raise AssertionError("unreachable")

    async def unchanged(self, request: web.Request) -> web.StreamResponse:
        """A feed with a validator: 304 to whoever shows it."""
        self.conditional.append(request.headers.get("If-None-Match", ""))
        if self.conditional[-1] == '"v1"':
            return web.Response(status=304)
        body = self.paper.rss("unchanged").encode()
        return web.Response(body=body, content_type=RSS, headers={"ETag": '"v1"'})


@pytest.fixture
def press(house: House) -> Press:
    return Press(house.paper)


def bad_sources(house: House, press: Press) -> dict[str, str]:
    """Give the paper its bad sources; by name, what ``check`` must say of each."""
    moved = f"{house.paper.base}/loop"
    serve = house.paper.serve
    feed = house.paper.rss("good")
    serve["missing"] = press.fixed(b"", 404)
    serve["broken"] = press.fixed(b"", 500)
    serve["loop"] = press.fixed(b"", 302, Location=moved)
    serve["empty"] = press.fixed(b"")
    serve["page"] = press.fixed(b"<html><body><h1>Welcome</h1></body></html>")
    serve["bare"] = press.fixed(b"<rss version='2.0'><channel><title>x</title></channel></rss>")
    serve["huge"] = press.fixed(b"<rss><channel>" + b" " * 17_000_000)
    serve["bomb"] = press.fixed(gzip.compress(b" " * 60_000_000), Content_Encoding="gzip")
    serve["unzipped"] = press.fixed(feed.encode(), Content_Encoding="gzip")
    serve["endless"] = press.endless
    serve["drip"] = press.drip
    serve["silent"] = press.silent
    return {
        "missing": "404",
        "broken": "500",
        "loop": "redirects more than",
        "empty": "empty",
        "page": "not a feed",
        "bare": "without articles",
        "huge": "larger than",
        "bomb": "larger than",
        "unzipped": "compress",
        "endless": "larger than",
        "drip": "no whole answer",
        "silent": "",
    }


async def test_check_names_each_bad_source_with_its_reason(house: House, press: Press) -> None:
    house.paper.items["good"] = MICROSOFT
    said = bad_sources(house, press)
    whole = house.paper.rss("good").encode()
    house.paper.serve["zipped"] = press.fixed(gzip.compress(whole), Content_Encoding="gzip")
    house.paper.serve["moved"] = press.fixed(b"", 301, Location=f"{house.paper.base}/good")
    house.paper.serve["cut"] = press.fixed(whole[: whole.index(b"</item>") + 7])
    fine = ("good", "zipped", "moved", "cut")
    house.catalogue(*fine, *said)
    status, out, err = await house.command("check")
    lines = {
        found[2]: line
        for line in out.splitlines()
        if (found := re.match(r"(ok|BAD)\s+([\w-]+): ", line))
    }
    assert status == 1
    assert err == ""
    assert lines.keys() == {*fine, *said}
    assert {name for name, line in lines.items() if line.startswith("BAD")} == set(said)
    unexplained = [name for name, reason in said.items() if reason not in lines[name]]
    assert unexplained == [], lines


async def test_sources_that_never_answer_keep_none_of_the_others_waiting(
    house: House, press: Press
) -> None:
    house.extra["MUJAZ_CLOCK"] = "2026-11-24T08:00:00Z@60"  # polled about once a second
    names = [f"good{n}" for n in range(8)]
    house.paper.serve |= {"drip": press.drip, "silent": press.silent, "endless": press.endless}
    house.catalogue("drip", "silent", "endless", *names)
    await house.start()

    async def all_read_twice() -> bool:
        return all(house.paper.asked.get(name, 0) >= 2 for name in names)

    await house.until(all_read_twice, 60)
    assert press.hanging > 0
    assert await house.stop() == 0


async def test_a_broken_source_is_reported_once_and_once_more_when_it_is_mended(
    house: House, press: Press
) -> None:
    house.extra["MUJAZ_CLOCK"] = "2026-11-24T08:00:00Z@60"
    house.paper.serve["broken"] = press.fixed(b"", 500)
    house.catalogue("broken")
    await house.start()

    async def asked_often() -> bool:
        return house.paper.asked.get("broken", 0) >= 3

    await house.until(asked_often)
    assert house.log().count("source.unreadable") == 1
    assert "source='broken'" in house.log()
    del house.paper.serve["broken"]

    async def readable() -> bool:
        return "source.readable-again" in house.log()

    await house.until(readable)
    assert house.log().count("source.unreadable") == 1


async def test_a_permanent_redirect_and_a_validator_are_remembered_over_a_kill(
    house: House, press: Press
) -> None:
    house.extra["MUJAZ_CLOCK"] = "2026-11-24T08:00:00Z@60"
    paper = house.paper
    paper.items["new"] = MICROSOFT
    paper.serve["old"] = press.fixed(b"", 301, Location=f"{paper.base}/new")
    paper.serve["unchanged"] = press.unchanged
    house.catalogue("old", "unchanged")
    await house.start()

    async def read_twice() -> bool:
        return paper.asked.get("new", 0) >= 2 and len(press.conditional) >= 2

    await house.until(read_twice)
    await asyncio.sleep(0.5)
    await house.kill()
    assert paper.asked["old"] == 1
    assert press.conditional[0] == ""
    assert set(press.conditional[1:]) == {'"v1"'}
    before = paper.asked["new"], len(press.conditional)
    house.extra["MUJAZ_CLOCK"] = "2026-11-24T09:00:00Z@60"
    await house.start()

    async def read_again() -> bool:
        return paper.asked["new"] > before[0] and len(press.conditional) > before[1]

    await house.until(read_again)
    assert paper.asked["old"] == 1
    assert set(press.conditional[1:]) == {'"v1"'}


def many(count: int) -> list[Item]:
    return [
        Item(
            f"مايكروسوفت تنشر الوثيقة رقم {n} عن إسرائيل",
            f"نشرت مايكروسوفت الوثيقة رقم {n} عن عقودها في إسرائيل.",
            f"https://example.org/ar/document/{n}",
            age=timedelta(minutes=1 + n),
        )
        for n in range(1, count + 1)
    ]


async def told(house: House, user: int) -> list[Any]:
    return [m["text"] for m in await house.messages(user)]


async def test_adding_a_source_of_500_items_pushes_none_of_them(house: House) -> None:
    house.extra["MUJAZ_CLOCK"] = "2026-11-24T16:20:00Z@60"
    house.paper.now = Clock.parse(house.extra["MUJAZ_CLOCK"]).now
    house.paper.items["one"] = []
    house.catalogue("one")
    await house.start()
    reader = await house.person()
    await house.post("start", user_id=reader, parameter="microsoft-israel")
    await house.wait(reader, 1)
    assert await house.stop() == 0
    house.paper.items["many"] = many(500)
    added = await house.command(
        *("sources", "add", f"{house.paper.base}/many", "--id", "many", "--language", "ar")
    )
    assert added[0] == 0, added
    house.extra["MUJAZ_CLOCK"] = f"{house.paper.now().isoformat()}@60"
    await house.start()

    async def read() -> bool:
        return house.paper.asked.get("many", 0) >= 3 and house.paper.asked.get("one", 0) >= 2

    await house.until(read)
    house.paper.items["one"] = [replace(MICROSOFT[1], age=timedelta(minutes=1))]
    await house.wait(reader, 2, seconds=90)
    texts = await told(house, reader)
    assert "مركز بيانات جديدًا" in texts[-1]
    assert not any("الوثيقة رقم" in text for text in texts)
    assert len(texts) == 2


async def test_addresses_inside_are_refused_with_source_and_reason(house: House) -> None:
    port = house.paper.base.rpartition(":")[2]
    urls = [f"http://{host}:{port}/feed" for host in INSIDE]
    entries = "".join(
        f"- {{id: inside-{n}, name: صحيفة, url: '{url}', language: ar}}\n"
        for n, url in enumerate(urls)
    )
    (house.folder / "sources.yaml").write_text(entries, encoding="utf-8")
    house.extra["MUJAZ_PRIVATE_NETWORK"] = "false"
    status, out, _ = await house.command("check")
    assert status == 1
    unnamed = [
        (host, line)
        for n, (host, word) in enumerate(INSIDE.items())
        for line in [next(x for x in out.splitlines() if f"inside-{n}:" in x)]
        if not line.startswith("BAD") or word not in line
    ]
    assert unnamed == []
    assert house.paper.asked == {}
