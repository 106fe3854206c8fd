"""Who turns a sentence of one language into one of another, and Firefox's models as such.

The rule: the engine runs in a process of its own (``translation_process``), begun when the first
sentence needs it, one sentence at a time, each within ``SECONDS``; after ``IDLE`` without work it
ends and gives its memory back. A version is the digest of a pair's files, so that a translation can
be kept for as long as the model is the same.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import importlib.util
import json
import sys
from pathlib import Path
from typing import Any, Protocol

from digests.summaries.translation_models import PAIRS, Model, Pair, installed, missing

#: Seconds that a sentence may take, the loading of its model included.
SECONDS = 30.0
#: Seconds without work after which the process ends.
IDLE = 300.0
#: What mends models that are missing or spoilt.
_WAY_OUT = "python run.py models fetch"
_PROCESS = Path(__file__).with_name("translation_process.py")
#: Bytes of one answer.
_LONGEST = 1 << 20
#: More words than these fill the engine's window of 128 pieces, and it drops the rest in silence.
WORDS = 55

_Stamp = tuple[tuple[str, int, int], ...]


class TranslationError(Exception):
    """A sentence that could not be translated; the message says why. The original is shown."""


class Engine(Protocol):
    """Whoever translates."""

    async def version(self, pair: Pair) -> str | None:
        """What the translations of *pair* are made by; None when there is no model."""
        ...

    async def translate(self, pair: Pair, text: str) -> str:
        """One sentence. Raises TranslationError."""
        ...

    async def close(self) -> None: ...


def available() -> bool:
    """Whether fxtranslate is installed."""
    return importlib.util.find_spec("fxtranslate") is not None


def lacking(models: Path) -> str | None:
    """What keeps the folder *models* from being used, and what to do; None when nothing does."""
    if not available():
        return "fxtranslate is not installed: make extras WITH=translate"
    if pairs := missing(models):
        return f"{', '.join(pairs)} not in {models}: {_WAY_OUT}"
    return None


async def failing(models: Path) -> str | None:
    """Why a word is not translated by the *models* that are there; None when it is."""
    engine = Firefox(models)
    try:
        for pair in PAIRS:
            await engine.translate(pair, "a")
    except TranslationError as error:
        return str(error)
    finally:
        await engine.close()
    return None


class Firefox:
    """Firefox's models under the folder *models*, run by fxtranslate."""

    def __init__(self, models: Path, seconds: float = SECONDS, idle: float = IDLE) -> None:
        self._models = models
        self._seconds = seconds
        self._idle = idle
        self._process: asyncio.subprocess.Process | None = None
        self._turn = asyncio.Lock()
        self._ended: asyncio.Task[int] | None = None
        self._rest: asyncio.TimerHandle | None = None
        self._versions: dict[_Stamp, str] = {}

    async def version(self, pair: Pair) -> str | None:
        if not available():
            return None
        return await asyncio.to_thread(self._version, pair)

    def _version(self, pair: Pair) -> str | None:
        """The digest of the model's files, worked out again when one of them changed."""
        model = installed(self._models, pair)
        if model is None:
            return None
        try:
            key = _stamp(model)
            if key not in self._versions:
                digest = hashlib.blake2b(digest_size=8)
                for path in model.files:
                    digest.update(path.read_bytes())
                self._versions[key] = digest.hexdigest()
        except OSError:
            return None
        return self._versions[key]

    async def translate(self, pair: Pair, text: str) -> str:
        asked = await asyncio.to_thread(self._question, pair, text)
        async with self._turn:
            try:
                async with asyncio.timeout(self._seconds):
                    answer = await self._ask(asked)
            except TimeoutError as error:
                await self._end()
                raise TranslationError(f"a sentence took more than {self._seconds:g} s") from error
            except asyncio.CancelledError:
                await self._end()
                raise
            except (OSError, ValueError) as error:
                await self._end()
                raise TranslationError(f"the translation process failed: {error}") from error
            self._sleep_later()
        if "text" not in answer:
            reason = str(answer.get("error", "the engine gave no text"))
            if answer.get("unread"):
                reason = f"the model {asked['pair']} cannot be read ({reason}): {_WAY_OUT}"
            raise TranslationError(reason)
        return str(answer["text"])

    def _question(self, pair: Pair, text: str) -> dict[str, object]:
        model = installed(self._models, pair)
        if model is None:
            raise TranslationError(f"there is no model {'-'.join(pair)} in {self._models}")
        files = [model.model, model.source_vocab, model.target_vocab]
        if model.shortlist is not None:
            files.append(model.shortlist)
        try:
            stamp = _stamp(model)
        except OSError as error:
            raise TranslationError(f"the model cannot be read: {error}") from error
        return {
            "pair": "-".join(pair),
            "stamp": repr(stamp),
            "files": [str(path) for path in files],
            "text": " ".join(text.split()),
        }

    async def close(self) -> None:
        """End the process; a sentence that it is at ends in TranslationError."""
        if self._rest is not None:
            self._rest.cancel()
        await self._end()
        if self._ended is not None:
            await self._ended

    async def _ask(self, asked: dict[str, object]) -> dict[str, Any]:
        if self._rest is not None:
            self._rest.cancel()
        process = self._process
        if process is None or process.returncode is not None:
            process = self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                str(_PROCESS),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                limit=_LONGEST,
                start_new_session=True,  # Ctrl+C is the service's to answer
            )
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(asked).encode() + b"\n")
        await process.stdin.drain()
        line = await process.stdout.readline()
        if not line:
            raise ValueError(f"it ended; a file of the model may be spoilt: {_WAY_OUT}")
        answer = json.loads(line)
        return answer if isinstance(answer, dict) else {}

    def _sleep_later(self) -> None:
        loop = asyncio.get_running_loop()
        self._rest = loop.call_later(self._idle, self._sleep)

    def _sleep(self) -> None:
        """Nobody asked for a while: at the end of its input the process ends by itself."""
        process, self._process = self._process, None
        if process is not None and process.stdin is not None:
            process.stdin.close()
            self._ended = asyncio.create_task(process.wait())

    async def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()


def _stamp(model: Model) -> _Stamp:
    """What changes when a file of *model* does. Raises OSError."""
    stats = [(path, path.stat()) for path in model.files]
    return tuple((str(path), stat.st_size, stat.st_mtime_ns) for path, stat in stats)
