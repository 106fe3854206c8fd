"""What polling costs: ``python -m bench polling [--feeds N]``.

A server in a process of its own gives generated feeds over loopback, from as many host names as
there are feeds. Round one: everything is new, fetched, parsed in the worker and stored. Round two:
nothing is new (304). Beside it, in the same call: a bare GET, and GET with feedparser in threads,
as a common feed bot does it. CPU seconds are of the poller and its worker, without the server.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import io
import json
import multiprocessing
import random
import resource
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web

from bench._feeds import document
from digests.model import Feed, Source
from digests.sources.fetch import Fetched, FetchState, fetch, schedule
from digests.sources.http import HttpClient
from digests.sources.worker import ParseJob, Worker
from digests.store import archive
from digests.store.database import Store

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
INTERVAL = timedelta(minutes=10)
#: Feeds that are fetched, parsed and stored together.
TOGETHER = 32


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="bench polling", description=__doc__)
    parser.add_argument("--feeds", type=int, default=300)
    parser.add_argument("--items", type=int, default=34)
    parser.add_argument("--kilobytes", type=int, default=108, help="size of one feed, about")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(argv)
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    server = context.Process(target=_serve, args=(there, vars(options)), daemon=True)
    server.start()
    port: int = here.recv()
    sources = [
        Source(
            f"s{at}",
            f"{at}",
            f"{at}",
            f"http://127.{at // 250 % 250}.{at % 250}.1:{port}/{at}",
            "ar",
        )
        for at in range(options.feeds)
    ]
    try:
        print(json.dumps(asyncio.run(_measure(sources))))
    finally:
        server.terminate()
        server.join()
    return 0


async def _measure(sources: list[Source]) -> dict[str, Any]:
    figures: dict[str, Any] = {"feeds": len(sources)}
    with tempfile.TemporaryDirectory() as folder:
        store = await asyncio.to_thread(Store, Path(folder) / "bench.db")
        poller = _Poller(store)
        async with HttpClient(private_network=True) as client:
            figures["all_new"] = await _timed(sources, lambda s: poller.round(client, s))
            figures["nothing_new"] = await _timed(sources, lambda s: poller.round(client, s))
        await poller.worker.stop()
        await asyncio.to_thread(store.close)
    figures["all_new"] |= {"entries": poller.entries}
    figures["nothing_new"] |= {"unchanged": poller.unchanged}
    figures["bare_get"] = await _timed(sources, _bare)
    figures["get_and_feedparser"] = await _timed(sources, _feedparser)
    return figures


class _Poller:
    """Polls as the service does: fetch, parse in the worker, store, remember the state."""

    def __init__(self, store: Store) -> None:
        self.worker = Worker()
        self.entries = 0
        self.unchanged = 0
        self._store = store
        self._states: dict[str, FetchState] = {}

    async def round(self, client: HttpClient, sources: list[Source]) -> None:
        for start in range(0, len(sources), TOGETHER):
            some = sources[start : start + TOGETHER]
            polls = (fetch(client, s, self._states.get(s.id), NOW, INTERVAL) for s in some)
            came = list(zip(some, await asyncio.gather(*polls), strict=True))
            self.unchanged += sum(fetched.status == 304 for _, fetched in came)
            await self._keep([(s, f) for s, f in came if f.body is not None])

    async def _keep(self, came: list[tuple[Source, Fetched]]) -> None:
        jobs = [ParseJob(f.body or b"", f.content_type, f.url, s.language) for s, f in came]
        for (source, fetched), feed in zip(came, await self.worker.parse(jobs), strict=True):
            if not isinstance(feed, Feed):
                raise feed
            state = schedule(fetched.state, feed, NOW, INTERVAL)
            self._states[source.id] = state
            self.entries += len(feed.entries)
            await self._store.write(_saving(source, feed))


def _saving(source: Source, feed: Feed) -> Callable[[Any], object]:
    return lambda db: archive.save(db, source, feed.entries, NOW, archive.Arriving.FIRST)


async def _timed(
    sources: list[Source], run: Callable[[list[Source]], Awaitable[None]]
) -> dict[str, Any]:
    before, wall = _cpu(), time.perf_counter()
    await run(sources)
    spent, passed = _cpu() - before, time.perf_counter() - wall
    return {
        "cpu_seconds_per_1000": round(spent / len(sources) * 1000, 3),
        "wall_seconds": round(passed, 2),
    }


def _cpu() -> float:
    """CPU seconds of this process and of its worker, ended or running, without the server."""
    own = resource.getrusage(resource.RUSAGE_SELF)
    total = own.ru_utime + own.ru_stime
    for child in multiprocessing.active_children():
        stat = Path(f"/proc/{child.pid}/stat")
        if child.daemon or not stat.exists():
            continue
        fields = stat.read_text().rpartition(")")[2].split()
        total += (int(fields[11]) + int(fields[12])) / 100
    return total


async def _bare(sources: list[Source]) -> None:
    async with aiohttp.ClientSession() as session:
        for start in range(0, len(sources), TOGETHER):
            some = sources[start : start + TOGETHER]
            await asyncio.gather(*(_get(session, source.url) for source in some))


async def _get(session: aiohttp.ClientSession, url: str) -> bytes:
    async with session.get(url) as answer:
        return await answer.read()


async def _feedparser(sources: list[Source]) -> None:
    import feedparser

    async with aiohttp.ClientSession() as session:
        for start in range(0, len(sources), TOGETHER):
            some = sources[start : start + TOGETHER]
            bodies = await asyncio.gather(*(_get(session, source.url) for source in some))
            await asyncio.gather(
                *(asyncio.to_thread(feedparser.parse, io.BytesIO(body)) for body in bodies)
            )


def _serve(pipe: Connection, options: dict[str, Any]) -> None:
    """The feed server: a document by its number, with an ETag."""
    chance = random.Random(options["seed"])
    size = options["kilobytes"] * 1000 // options["items"]
    bodies = [document(chance, at, options["items"], size) for at in range(options["feeds"])]
    tags = [f'"{hashlib.blake2b(body, digest_size=8).hexdigest()}"' for body in bodies]

    async def answer(request: web.Request) -> web.Response:
        number = int(request.match_info["number"])
        if request.headers.get("If-None-Match") == tags[number]:
            return web.Response(status=304, headers={"ETag": tags[number]})
        return web.Response(body=bodies[number], headers={"ETag": tags[number]})

    async def run() -> None:
        application = web.Application()
        application.router.add_get("/{number}", answer)
        runner = web.AppRunner(application, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "0.0.0.0", 0).start()
        pipe.send(runner.addresses[0][1])
        await asyncio.Event().wait()

    asyncio.run(run())
