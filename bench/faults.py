"""Is every delivery accounted for? ``python -m bench faults --seeds 1-5 [--chats 1000]``.

For each seed, runs `run.py serve` against the local Bot API and a feed server, as processes of
their own, while things go wrong by a schedule made from the seed: kill -9, stops, clock jumps, a
locked database, a full disk, 429s of seconds and of 12 hours, server errors and resets before and
after a message was taken, stalls, blocks, migrations, closed threads, refused markup, slow and
broken feeds. Then compares what every chat was sent, as the server recorded it, with what it was
owed (`bench.trial.account` defines the words). Exit status 1 when something is not accounted for.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import time
from typing import Any

from bench.trial.account import Account
from bench.trial.house import TrialFailed
from bench.trial.run import Planned, trial
from bench.trial.schedule import of_faults

#: Lines of what went wrong that are printed.
SHOWN = 20


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="bench faults", description=__doc__)
    parser.add_argument("--seeds", default="1-5", help="as 7, 1-5 or 1-5,9 (default: %(default)s)")
    parser.add_argument("--chats", type=int, default=1000, help="private chats of each seed")
    parser.add_argument("--together", type=int, default=1, help="seeds that run at once")
    parser.add_argument("--seconds", type=float, help="start no further seed after this long")
    options = parser.parse_args(argv)
    seeds = seeds_of(options.seeds)
    result = asyncio.run(run(seeds, options.chats, of_faults, options.together, options.seconds))
    print(json.dumps({"bench": "faults"} | result, ensure_ascii=False))
    return 0 if result["kept"] else 1


def seeds_of(text: str) -> list[int]:
    """``1-3,9`` as 1, 2, 3, 9."""
    found: list[int] = []
    for part in text.split(","):
        first, _, last = part.partition("-")
        found += range(int(first), int(last or first) + 1)
    return found


async def run(
    seeds: list[int],
    chats: int,
    planned: Planned,
    together: int = 1,
    seconds: float | None = None,
) -> dict[str, Any]:
    """The accounts of all *seeds* added up, with the worst pace of any.

    *together* trials run at once; none is started *seconds* after the first.
    """
    started = time.monotonic()
    total = Account()
    pace: dict[str, int] = {}
    done: list[int] = []
    failed: list[str] = []
    gate = asyncio.Semaphore(together)

    async def one(seed: int) -> None:
        async with gate:
            if seconds is not None and time.monotonic() - started > seconds:
                return
            try:
                account, figures = await trial(seed, chats, planned)
            except TrialFailed as error:
                failed.append(f"seed {seed}: {error}")
                return
        done.append(seed)
        account.wrong = [f"seed {seed}: {line}" for line in account.wrong]
        account.paced = [f"seed {seed}: {line}" for line in account.paced]
        total.add(account)
        for name, value in figures.items():
            pace[name] = max(value, pace.get(name, 0))
        print(f"seed {seed}: {'kept' if account.kept else account.wrong[:3]}", file=sys.stderr)

    await asyncio.gather(*(one(seed) for seed in seeds))
    counts = {k: v for k, v in vars(total).items() if k not in ("wrong", "paced")}
    return {
        "seeds": sorted(done),
        **counts,
        "kept": total.kept and not failed,
        "pace": pace,
        "wrong": total.wrong[:SHOWN],
        "paced": total.paced[:SHOWN],
        "failed": failed,
        "minutes": round((time.monotonic() - started) / 60, 1),
    }
