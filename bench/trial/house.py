"""One trial's processes: `run.py serve`, the local Bot API, and the feed server in between.

Mujaz and the Bot API are processes of their own; the feed server is the trial's.
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import signal
import sqlite3
import sys
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import yaml

from bench.trial.events import topics
from bench.trial.feeds import FeedServer
from bench.trial.readers import Reader, in_the_store, on_the_server

ROOT = Path(__file__).parents[2]
TOKEN = "123456:local-token-of-the-trial"
#: 19:30 in Riyadh, half an hour before the digests; the fan-out begins five seconds before them.
EVE = datetime(2026, 11, 24, 16, 30, tzinfo=UTC)
ALMOST = datetime(2026, 11, 24, 16, 59, 56, tzinfo=UTC)
#: Seconds after a start in which nothing is sent.
SILENCE = 1.0
#: Seconds that a stop may take (SIGTERM).
STOP = 10.0


class TrialFailed(Exception):
    """The trial itself could not be carried out; the end of the bot's log is in the message."""


@dataclass
class Left:
    """What the bot's ledger called under way when it had ended ``at``, as its next start finds it:
    (chat, thread, html) of sends whose outcome it cannot know. ``until``: the moment before which
    nothing can arrive but from before this end."""

    at: float
    under_way: list[tuple[int, int, str]]
    until: float = float("inf")


@dataclass
class House:
    folder: Path
    feeds: FeedServer
    session: aiohttp.ClientSession
    api: str = ""
    server: asyncio.subprocess.Process | None = None
    bot: asyncio.subprocess.Process | None = None
    kills: list[float] = field(default_factory=list)  # moments of kill -9, steady seconds
    left: list[Left] = field(default_factory=list)  # at each end of the bot
    troubles: list[tuple[float, float]] = field(default_factory=list)  # nothing could be written
    bad_stops: list[str] = field(default_factory=list)  # SIGTERMs not obeyed within STOP
    _log_start: int = 0  # where the log of the running bot begins
    _from: float | None = None  # the steady moment at which the trial's clock read ALMOST

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def database(self) -> Path:
        return self.data / "mujaz.db"

    async def build(self, readers: list[Reader]) -> None:
        """Write catalogues, chats and subscriptions; start the Bot API."""
        entries = [
            {"id": name, "name": f"صحيفة {name}", "url": self.feeds.url(name), "language": "ar"}
            for name in self.feeds.names
        ]
        (self.folder / "sources.yaml").write_text(yaml.safe_dump(entries, allow_unicode=True))
        (self.folder / "topics.yaml").write_text(yaml.safe_dump(topics(), allow_unicode=True))
        (self.folder / "chats.json").write_text(json.dumps(on_the_server(readers)))
        await asyncio.to_thread(in_the_store, readers, self.database, EVE)
        self.server = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "bench.trial.server", "--token", TOKEN),
            *("--chats", str(self.folder / "chats.json")),
            cwd=ROOT,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
        )
        assert self.server.stdout is not None
        self.api = (await self.server.stdout.readline()).decode().strip()
        if not self.api:
            raise TrialFailed("the local Bot API did not start")

    # --- the bot

    def clock(self, jump: float = 0.0) -> str:
        """MUJAZ_CLOCK for a start now: the trial's own time, *jump* seconds off."""
        if self._from is None:
            self._from = time.monotonic()
        moment = ALMOST + timedelta(seconds=time.monotonic() - self._from + jump)
        return f"{moment.isoformat()}@1"

    async def start(self, clock: str) -> None:
        if self.left:
            self.left[-1].until = time.monotonic() + SILENCE
        kept = {k: v for k, v in os.environ.items() if not k.startswith("MUJAZ_")}
        environment = {
            **kept,
            "MUJAZ_TELEGRAM_TOKEN": TOKEN,
            "MUJAZ_TELEGRAM_API": self.api,
            "MUJAZ_DATA": str(self.data),
            "MUJAZ_SOURCES": str(self.folder / "sources.yaml"),
            "MUJAZ_TOPICS": str(self.folder / "topics.yaml"),
            "MUJAZ_PRIVATE_NETWORK": "true",
            "MUJAZ_POLL_INTERVAL": "60",
            "MUJAZ_WEB": "127.0.0.1:0",
            "MUJAZ_EMBEDDINGS": "off",
            "MUJAZ_CLOCK": clock,
        }
        with (self.folder / "serve.log").open("ab") as log:
            self._log_start = log.tell()
            self.bot = await asyncio.create_subprocess_exec(
                *(sys.executable, "run.py", "serve"),
                cwd=ROOT,
                env=environment,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    async def kill(self) -> None:
        """kill -9, as a power cut would."""
        assert self.bot is not None
        if self.bot.returncode is not None:
            raise TrialFailed(f"the bot ended by itself ({self.bot.returncode})\n{self.log()}")
        self.bot.send_signal(signal.SIGKILL)
        self.kills.append(time.monotonic())
        await self.bot.wait()
        self._look(self.kills[-1])

    async def stop(self) -> None:
        """SIGTERM, which is obeyed within ten seconds and with status 0, or counted."""
        assert self.bot is not None
        if self.bot.returncode is not None:
            raise TrialFailed(f"the bot ended by itself ({self.bot.returncode})\n{self.log()}")
        self.bot.send_signal(signal.SIGTERM)
        began = time.monotonic()
        try:
            status = await asyncio.wait_for(self.bot.wait(), STOP)
        except TimeoutError:
            await self.kill()
            status = -1
        if status != 0:
            took = time.monotonic() - began
            self.bad_stops.append(f"status {status} after {took:.1f} s: {self.log(3)}")
        if status != -1:
            self._look(time.monotonic())

    def _look(self, at: float) -> None:
        """Read what the bot that ended *at* left under way: nothing runs that could change it."""
        rows = self.query(
            "SELECT d.chat, d.thread, g.messages, d.part FROM delivery d "
            "JOIN digest g ON g.id = d.digest WHERE d.kind = 'send' AND d.state = 'sending'"
        )
        under_way = [(c, t, json.loads(parts)[part]["html"]) for c, t, parts, part in rows]
        self.left.append(Left(at, under_way))

    def limit_files(self, size: int | None) -> None:
        """Let no file of the bot grow beyond *size* bytes: a disk that is full. None: lift it."""
        assert self.bot is not None
        try:
            _, hard = resource.prlimit(self.bot.pid, resource.RLIMIT_FSIZE)
            soft = hard if size is None else size
            resource.prlimit(self.bot.pid, resource.RLIMIT_FSIZE, (soft, hard))
        except ProcessLookupError:
            raise TrialFailed(f"the bot ended by itself\n{self.log()}") from None

    async def lock_database(self, seconds: float) -> None:
        """Another program holds the database's write lock for *seconds*."""

        def hold() -> None:
            other = sqlite3.connect(self.database, timeout=20, isolation_level=None)
            try:
                other.execute("BEGIN IMMEDIATE")
                time.sleep(seconds)
                other.execute("ROLLBACK")
            finally:
                other.close()

        await asyncio.to_thread(hold)

    async def close(self) -> None:
        for process in (self.bot, self.server):
            if process is not None and process.returncode is None:
                process.kill()
                await process.wait()

    # --- looking

    def ready(self) -> bool:
        """Whether the running bot has reached the Bot API."""
        with (self.folder / "serve.log").open("rb") as log:
            log.seek(self._log_start)
            return b"telegram.connected" in log.read()

    def log(self, lines: int = 30) -> str:
        text = (self.folder / "serve.log").read_text("utf-8", "replace")
        return "\n".join(text.splitlines()[-lines:])

    def query(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """Rows of the bot's database, read beside it and without its code."""
        beside = sqlite3.connect(f"file:{self.database}?mode=ro", uri=True, timeout=10)
        try:
            return beside.execute(sql, values).fetchall()
        finally:
            beside.close()

    async def post(self, path: str, **body: Any) -> Any:
        async with self.session.post(f"{self.api}/control/{path}", json=body) as answer:
            found = await answer.json()
            if answer.status != 200:
                raise TrialFailed(f"{path}: {found}")
            return found

    async def witness(self) -> dict[str, Any]:
        """What the Bot API saw (``bench.trial.server``)."""
        async with self.session.get(f"{self.api}/witness") as answer:
            found: dict[str, Any] = await answer.json()
            return found

    async def forget_faults(self) -> None:
        async with self.session.delete(f"{self.api}/control/faults") as answer:
            await answer.read()
