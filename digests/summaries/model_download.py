"""The one download of the translation models.

The rule: a file is in its place only after the SHA-256 of what came and of what was unpacked agreed
with the list; it gets there in one step. No more than `LONGEST` bytes of a file are unpacked.
What a stopped download left is gone on with, in this run or the next; what came wrong is thrown
away. The address is the operator's, so no guard stands before it.

What it may get wrong: a list that carries no digest of an unpacked file is believed about it.
Escape hatch: files put there by hand are used as they are.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import aiohttp

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

from digests.summaries.model_list import LONGEST, Listed, choose
from digests.summaries.translation_models import ModelsError

#: Bytes of a list; Firefox's has about 300,000.
LONGEST_LIST = 16_000_000
#: Seconds without a byte, and times that a file is begun or gone on with.
SILENCE, TRIES = 30.0, 4
#: Seconds before each further try.
PAUSES = (0.5, 2.0, 5.0)
_ZSTD = b"\x28\xb5\x2f\xfd"

#: Told of each file: its name, the bytes that are there, the bytes in all.
Progress = Callable[[str, int, int], None]


def _free(folder: Path) -> int:
    return shutil.disk_usage(folder).free


async def fetch(
    url: str,
    models: Path,
    progress: Progress = lambda _name, _done, _size: None,
    free: Callable[[Path], int] = _free,
    pauses: Sequence[float] = PAUSES,
) -> tuple[Listed, ...]:
    """Bring the files that the list at *url* names into the folder *models*; those files.

    What is there already, as the list has it, is left alone. *free* gives the bytes that a folder
    has room for.

    Raises:
        ModelsError: something could not be had; what was whole before is untouched.
    """
    timeout = aiohttp.ClientTimeout(total=None, sock_connect=SILENCE, sock_read=SILENCE)
    async with aiohttp.ClientSession(timeout=timeout, trust_env=False) as session:
        listed = choose(await _list(session, url), url)
        wanted = [file for file in listed if not await asyncio.to_thread(_is_there, models, file)]
        _need_room(models, wanted, free)
        for file in wanted:
            part = models / file.pair / f".{file.name}.{file.digest[:12]}.part"
            await _download(session, file, part, progress, pauses)
            await asyncio.to_thread(_put, file, part, models / file.pair / file.name)
    _remove_others(models, listed)
    return listed


async def _list(session: aiohttp.ClientSession, url: str) -> list[Any]:
    try:
        async with session.get(url) as answer:
            if answer.status != 200:
                raise ModelsError(f"{url} answered {answer.status} instead of the list of models.")
            body = bytearray()
            async for chunk in answer.content.iter_any():
                body += chunk
                if len(body) > LONGEST_LIST:
                    raise ModelsError(f"{url} is no list of models: it is too long.")
        records = json.loads(body)["data"]
    except (aiohttp.ClientError, OSError) as error:
        raise ModelsError(f"{url} cannot be reached: {_why(error)}.") from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ModelsError(f"{url} is no list of models: it lacks 'data'.") from error
    return records if isinstance(records, list) else []


async def _download(
    session: aiohttp.ClientSession,
    file: Listed,
    part: Path,
    progress: Progress,
    pauses: Sequence[float],
) -> None:
    """Bring *part* to the bytes that the list promises, in several tries if need be."""
    reason = ""
    for attempt in range(TRIES):
        if attempt:
            await asyncio.sleep(pauses[min(attempt, len(pauses)) - 1])
        try:
            await _go_on(session, file, part, progress)
        except (aiohttp.ClientError, TimeoutError) as error:
            reason = _why(error)
            continue
        except OSError as error:
            raise _unwritable(part.parent, error) from error
        size = _size(part)
        if size < file.size:
            reason = f"it ended after {size} of {file.size} bytes"
        elif await asyncio.to_thread(_digest, part) == file.digest:
            return
        else:
            reason = f"its SHA-256 is not {file.digest}, which the list gives"
            _drop(part)
    raise ModelsError(f"{file.url} could not be fetched whole: {reason}.")


async def _go_on(
    session: aiohttp.ClientSession, file: Listed, part: Path, progress: Progress
) -> None:
    """Append what *part* lacks, or begin anew when the server will not go on."""
    part.parent.mkdir(parents=True, exist_ok=True)
    done = _size(part)
    if done >= file.size:
        return
    headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={done}-"} if done else {})
    async with session.get(file.url, headers=headers) as answer:
        going_on = answer.status == 206 and answer.headers.get("Content-Range", "").startswith(
            f"bytes {done}-"
        )
        if not going_on and answer.status != 200:
            _drop(part)
            if 400 <= answer.status < 500 and answer.status not in (408, 416, 429):
                raise ModelsError(f"{file.url} answered {answer.status} instead of the file.")
            raise aiohttp.ClientPayloadError(f"it answered {answer.status}")
        done = done if going_on else 0
        with part.open("ab" if going_on else "wb") as out:
            async for chunk in answer.content.iter_chunked(1 << 16):
                out.write(chunk)
                done += len(chunk)
                progress(file.name, done, file.size)
                if done > file.size:
                    break


def _put(file: Listed, part: Path, place: Path) -> None:
    """Unpack *part*, check it, and move it to its *place* in one step."""
    try:
        data = part.read_bytes()
        if data[:4] == _ZSTD:
            data = _unpacked(data)
        if file.unpacked and hashlib.sha256(data).hexdigest() != file.unpacked:
            raise ValueError(f"its SHA-256 is not {file.unpacked}, which the list gives")
        whole = part.with_suffix(".whole")
        with whole.open("wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        whole.replace(place)
        part.unlink()
    except ValueError as error:
        part.unlink()
        raise ModelsError(f"{file.url} does not unpack to the file listed: {error}.") from error
    except OSError as error:
        raise _unwritable(place.parent, error) from error


def _unpacked(data: bytes) -> bytes:
    """What the zstd frame *data* holds; raises ValueError."""
    decompressor = zstd.ZstdDecompressor()
    try:
        found = decompressor.decompress(data, max_length=LONGEST + 1)
    except zstd.ZstdError as error:
        raise ValueError(str(error)) from error
    if len(found) > LONGEST:
        raise ValueError(f"it unpacks to more than {LONGEST // 1_000_000} MB")
    if not decompressor.eof or decompressor.unused_data:
        raise ValueError("it is no whole zstd frame")
    return found


def _is_there(models: Path, file: Listed) -> bool:
    place = models / file.pair / file.name
    if not place.is_file():
        return False
    return file.unpacked is None or _digest(place) == file.unpacked


def _need_room(models: Path, wanted: Iterable[Listed], free: Callable[[Path], int]) -> None:
    """Packed and unpacked bytes of a file lie side by side for a moment; models hardly pack."""
    sizes = [file.size for file in wanted]
    try:
        models.mkdir(parents=True, exist_ok=True)
        there = free(models)
    except OSError as error:
        raise _unwritable(models, error) from error
    needed = 2 * (sum(sizes) + max(sizes, default=0))
    if there < needed:
        raise ModelsError(
            f"{models} has room for {there / 1e6:.0f} MB; the models need up to "
            f"{needed / 1e6:.0f} MB."
        )


def _remove_others(models: Path, listed: Sequence[Listed]) -> None:
    """Files of an earlier version that stand beside the listed ones under other names."""
    kept = {models / file.pair / file.name for file in listed}
    for file in listed:
        for path in (models / file.pair).glob(f"{file.kind}.*"):
            if path not in kept:
                path.unlink()


def _unwritable(folder: Path, error: OSError) -> ModelsError:
    """What keeps *folder* from being written, and what to do where that is plain."""
    if isinstance(error, FileExistsError | NotADirectoryError):
        return ModelsError(f"A file stands where the folder {folder} belongs: move it away.")
    return ModelsError(f"{folder} cannot be written: {_why(error)}.")


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _drop(path: Path) -> None:
    path.unlink(missing_ok=True)


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _why(error: BaseException) -> str:
    if isinstance(error, TimeoutError):
        return f"nothing came for {SILENCE:g} s"
    if isinstance(error, OSError) and not isinstance(error, aiohttp.ClientError):
        return error.strerror or str(error)
    return str(error) or type(error).__name__
