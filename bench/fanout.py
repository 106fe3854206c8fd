"""A fan-out that is killed again and again: ``python -m bench fanout --chats 10000 --kills 100``.

Sends one evening's digests to many chats while the bot is killed (kill -9) at random moments and
started anew, and then makes the account of `bench.faults`. Nobody helps it to finish.
"""

from __future__ import annotations

import argparse
import asyncio
import json
from functools import partial

from bench.faults import run, seeds_of
from bench.trial.schedule import of_kills


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="bench fanout", description=__doc__)
    parser.add_argument("--chats", type=int, default=10_000, help="private chats")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seeds", default="1")
    options = parser.parse_args(argv)
    planned = partial(of_kills, kills=options.kills)
    result = asyncio.run(run(seeds_of(options.seeds), options.chats, planned))
    print(json.dumps({"bench": "fanout"} | result, ensure_ascii=False))
    return 0 if result["kept"] else 1
