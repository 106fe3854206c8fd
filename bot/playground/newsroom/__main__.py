"""``python -m bot.playground.newsroom [PORT]``: serves the sample newsroom until interrupted."""

from __future__ import annotations

import asyncio
import sys
from datetime import UTC, datetime

from bot.playground.newsroom import feeds


async def main(port: int) -> None:
    runner, url = await feeds.serve(lambda: datetime.now(UTC), port=port)
    print(f"The sample newsroom is at {url}/sources.yaml; Ctrl-C ends it.", flush=True)
    try:
        await asyncio.Event().wait()
    finally:
        await runner.cleanup()


if __name__ == "__main__":
    try:
        asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 0))
    except KeyboardInterrupt:
        sys.exit(0)
    except OSError as error:
        reason = error.strerror or error
        sys.exit(f"The sample newsroom cannot listen there ({reason}); give another port.")
