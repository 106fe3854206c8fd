"""``python -m bot.playground``: a local Bot API server until it is interrupted."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
from pathlib import Path

from bot.playground.server import start
from bot.playground.world import TOKEN, World


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bot.playground",
        description="A local Bot API server, as strict as Telegram's; prints its base URL.",
    )
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0, help="0 takes any free one")
    parser.add_argument("--token", default=TOKEN, help="the bot's token (default: %(default)s)")
    parser.add_argument("--record", type=Path, help="append each accepted message to this file")
    parser.add_argument("--ready-file", type=Path, help="write the base URL here once listening")
    return parser.parse_args()


async def serve(arguments: argparse.Namespace) -> None:
    """Serves until SIGINT or SIGTERM."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stopped.set)
    world = World(token=arguments.token, record_path=arguments.record)
    playground = await start(world, arguments.host, arguments.port)
    print(playground.url, flush=True)
    if arguments.ready_file:
        arguments.ready_file.write_text(playground.url + "\n", encoding="utf-8")
    try:
        await stopped.wait()
    finally:
        await playground.close()


def main() -> int:
    arguments = _arguments()
    try:
        asyncio.run(serve(arguments))
    except OSError as error:
        print(f"The playground cannot listen or write: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
