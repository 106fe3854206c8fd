"""How fast and how completely feeds are read: ``python -m bench parsing [--feeds N] [--dir DIR]``.

Generated feeds by default (RSS 2.0 and Atom in Arabic, English and Hebrew, the size of real news
feeds); ``--dir`` reads files instead. Beside it, in the same call: feedparser alone, the reference,
and, where it is installed, fastfeedparser (which cleans nothing). One JSON object comes last.
"""

from __future__ import annotations

import argparse
import asyncio
import importlib.util
import io
import json
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench._feeds import document
from digests.model import Feed
from digests.sources import reader
from digests.sources.encoding import decode
from digests.sources.entries import Unread
from digests.sources.errors import NotAFeed
from digests.sources.parse import parse, without_declaration
from digests.sources.worker import ParseJob, Worker


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="bench parsing", description=__doc__)
    parser.add_argument("--feeds", type=int, default=100)
    parser.add_argument("--items", type=int, default=34)
    parser.add_argument("--kilobytes", type=int, default=108, help="size of one feed, about")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--dir", type=Path, help="read these files instead of generated feeds")
    options = parser.parse_args(argv)
    bodies = _bodies(options)
    size = sum(map(len, bodies))
    figures: dict[str, Any] = {"feeds": len(bodies), "megabytes": round(size / 1e6, 2)}
    figures["mujaz"] = _timed(bodies, _mujaz) | {"read_in_one_pass": sum(map(_one_pass, bodies))}
    figures["worker"] = asyncio.run(_through_worker(bodies))
    figures["feedparser"] = _timed(bodies, _feedparser)
    if importlib.util.find_spec("fastfeedparser"):
        figures["fastfeedparser"] = _timed(bodies, _fastfeedparser)
    print(json.dumps(figures))
    return 0


def _bodies(options: argparse.Namespace) -> list[bytes]:
    if options.dir:
        return [p.read_bytes() for p in sorted(options.dir.rglob("*")) if p.is_file()]
    chance = random.Random(options.seed)
    return [
        document(chance, at, options.items, options.kilobytes * 1000 // options.items)
        for at in range(options.feeds)
    ]


def _timed(bodies: list[bytes], read: Callable[[bytes], int]) -> dict[str, Any]:
    read(bodies[0])
    started = time.process_time()
    entries = sum(map(read, bodies))
    seconds = time.process_time() - started
    return {
        "entries": entries,
        "cpu_seconds": round(seconds, 3),
        "feeds_per_cpu_second": round(len(bodies) / seconds, 1),
        "megabytes_per_cpu_second": round(sum(map(len, bodies)) / 1e6 / seconds, 1),
    }


def _mujaz(body: bytes) -> int:
    try:
        return len(parse(body).entries)
    except NotAFeed:
        return 0


def _one_pass(body: bytes) -> bool:
    try:
        reader.read(without_declaration(decode(body).lstrip()))
    except Unread:
        return False
    return True


def _feedparser(body: bytes) -> int:
    import feedparser

    return len(feedparser.parse(io.BytesIO(body)).entries)


def _fastfeedparser(body: bytes) -> int:
    import fastfeedparser

    try:
        return len(fastfeedparser.parse(body).entries)
    except Exception:  # noqa: BLE001 - a peer may fail over any document; that is a figure
        return 0


async def _through_worker(bodies: list[bytes]) -> dict[str, Any]:
    """The same through the worker process, with what it costs in memory."""
    import multiprocessing

    worker = Worker()
    jobs = [ParseJob(body, None, "", None) for body in bodies]
    await worker.parse(jobs[:1])
    started = time.perf_counter()
    feeds = await worker.parse(jobs)
    seconds = time.perf_counter() - started
    [child] = multiprocessing.active_children()
    resident = _resident(Path(f"/proc/{child.pid}/status"))
    await worker.stop()
    return {
        "entries": sum(len(feed.entries) for feed in feeds if isinstance(feed, Feed)),
        "wall_seconds": round(seconds, 3),
        "feeds_per_second": round(len(bodies) / seconds, 1),
        "resident_megabytes": resident,
    }


def _resident(status: Path) -> float | None:
    if not status.exists():
        return None
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return round(int(line.split()[1]) / 1024, 1)
