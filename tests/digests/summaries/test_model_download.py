"""The translation models are fetched once, whole or not at all, from a real server."""

from __future__ import annotations

import hashlib
import random
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer, unused_port

from digests.summaries.model_download import fetch
from digests.summaries.model_list import choose
from digests.summaries.translation_models import ModelsError, installed, missing

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

QUICK = (0.0,)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


class Mirror:
    """A server of models, and what it does wrong."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.records: list[dict[str, Any]] = []
        self.asked: list[tuple[str, str | None]] = []
        self.cut: dict[str, int] = {}  # after how many bytes the connection breaks, once
        self.ranges = True
        for pair in ("en-ar", "he-en"):
            joined = pair.replace("-", "")
            for name in (f"model.{joined}.bin", f"vocab.{joined}.spm", f"lex.{joined}.bin"):
                self.add(pair, name, f"{name} of {pair} ".encode() + random.randbytes(100_000))

    def add(self, pair: str, name: str, data: bytes, version: str = "3.1") -> dict[str, Any]:
        packed = zstd.compress(data)
        location = f"files/{version}/{name}.zst"
        self.files[location] = packed
        source, target = pair.split("-")
        record = {
            "name": name,
            "fileType": name.partition(".")[0],
            "sourceLanguage": source,
            "targetLanguage": target,
            "version": version,
            "decompressedHash": sha256(data),
            "attachment": {"hash": sha256(packed), "size": len(packed), "location": location},
        }
        self.records.append(record)
        return record

    async def list_(self, _: web.Request) -> web.Response:
        return web.json_response({"data": self.records})

    async def file(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["name"]
        self.asked.append((name.rpartition("/")[2], request.headers.get("Range")))
        data = self.files.get(name)
        if data is None:
            raise web.HTTPNotFound
        start, status, headers = 0, 200, {}
        if self.ranges and (wanted := request.headers.get("Range")):
            start, status = int(wanted.removeprefix("bytes=").rstrip("-")), 206
            headers["Content-Range"] = f"bytes {start}-{len(data) - 1}/{len(data)}"
        answer = web.StreamResponse(status=status, headers=headers)
        answer.content_length = len(data) - start
        await answer.prepare(request)
        cut = self.cut.pop(name, None)
        if cut is not None:
            await answer.write(data[start:cut])
            assert request.transport is not None
            request.transport.abort()
            return answer
        await answer.write(data[start:])
        return answer


@pytest.fixture
def mirror() -> Mirror:
    return Mirror()


@pytest.fixture
async def url(mirror: Mirror) -> AsyncIterator[str]:
    application = web.Application()
    application.router.add_get("/models/records.json", mirror.list_)
    application.router.add_get("/models/{name:.+}", mirror.file)
    server = TestServer(application)
    await server.start_server()
    yield str(server.make_url("/models/records.json"))
    await server.close()


async def test_all_files_come_unpacked_and_are_complete(
    url: str, mirror: Mirror, tmp_path: Path
) -> None:
    told: list[tuple[str, int, int]] = []
    assert missing(tmp_path) == ("en-ar", "he-en")
    await fetch(url, tmp_path, lambda *step: told.append(step))
    assert missing(tmp_path) == ()
    model = installed(tmp_path, ("en", "ar"))
    assert model is not None
    assert model.model.read_bytes().startswith(b"model.enar.bin of en-ar")
    assert [path.name for path in model.files] == [
        "model.enar.bin",
        "vocab.enar.spm",
        "lex.enar.bin",
    ]
    assert {name for name, done, size in told if done == size} == {
        record["name"] for record in mirror.records
    }
    assert names(tmp_path / "he-en") == ["lex.heen.bin", "model.heen.bin", "vocab.heen.spm"]


async def test_what_is_there_is_not_fetched_again(url: str, mirror: Mirror, tmp_path: Path) -> None:
    await fetch(url, tmp_path)
    mirror.asked.clear()
    (tmp_path / "en-ar" / "vocab.enar.spm").write_bytes(b"spoilt")
    await fetch(url, tmp_path)
    assert mirror.asked == [("vocab.enar.spm.zst", None)]


@pytest.mark.parametrize("ranges", [True, False])
async def test_a_broken_connection_is_gone_on_with(
    url: str, mirror: Mirror, tmp_path: Path, ranges: bool
) -> None:
    mirror.ranges = ranges
    mirror.cut["files/3.1/model.enar.bin.zst"] = 70_000
    await fetch(url, tmp_path, pauses=QUICK)
    tries = [asked for name, asked in mirror.asked if name == "model.enar.bin.zst"]
    assert len(tries) == 2
    assert tries[0] is None
    assert tries[1] is not None
    assert 0 < int(tries[1].removeprefix("bytes=").rstrip("-")) <= 70_000
    assert missing(tmp_path) == ()


async def test_a_stopped_run_is_gone_on_with_by_the_next(
    url: str, mirror: Mirror, tmp_path: Path
) -> None:
    packed = mirror.files["files/3.1/model.enar.bin.zst"]
    part = tmp_path / "en-ar" / f".model.enar.bin.{sha256(packed)[:12]}.part"
    part.parent.mkdir()
    part.write_bytes(packed[:5000])
    await fetch(url, tmp_path)
    assert ("model.enar.bin.zst", "bytes=5000-") in mirror.asked
    assert not part.exists()


async def test_a_spoilt_beginning_is_thrown_away(url: str, mirror: Mirror, tmp_path: Path) -> None:
    packed = mirror.files["files/3.1/model.enar.bin.zst"]
    part = tmp_path / "en-ar" / f".model.enar.bin.{sha256(packed)[:12]}.part"
    part.parent.mkdir()
    part.write_bytes(b"x" * 5000)
    await fetch(url, tmp_path, pauses=QUICK)
    asked = [a for name, a in mirror.asked if name == "model.enar.bin.zst"]
    assert asked == ["bytes=5000-", None]
    assert missing(tmp_path) == ()


async def test_a_file_of_another_digest_is_refused_and_the_old_one_stays(
    url: str, mirror: Mirror, tmp_path: Path
) -> None:
    await fetch(url, tmp_path)
    before = (tmp_path / "en-ar" / "model.enar.bin").read_bytes()
    record = mirror.add("en-ar", "model.enar.bin", b"newer" * 5000, "3.2")
    record["attachment"]["hash"] = sha256(b"something else")
    with pytest.raises(ModelsError, match=r"3\.2/model\.enar\.bin\.zst .*its SHA-256 is not"):
        await fetch(url, tmp_path, pauses=QUICK)
    assert (tmp_path / "en-ar" / "model.enar.bin").read_bytes() == before
    assert names(tmp_path / "en-ar") == ["lex.enar.bin", "model.enar.bin", "vocab.enar.spm"]


async def test_a_file_that_unpacks_to_something_else_is_refused(
    url: str, mirror: Mirror, tmp_path: Path
) -> None:
    mirror.records[0]["decompressedHash"] = sha256(b"something else")
    with pytest.raises(ModelsError, match="does not unpack to the file listed"):
        await fetch(url, tmp_path, pauses=QUICK)
    assert installed(tmp_path, ("en", "ar")) is None


async def test_a_file_that_is_shorter_than_listed_is_refused(
    url: str, mirror: Mirror, tmp_path: Path
) -> None:
    mirror.files["files/3.1/vocab.enar.spm.zst"] = b"nine byte"
    mirror.ranges = False
    with pytest.raises(ModelsError, match="it ended after 9 of"):
        await fetch(url, tmp_path, pauses=QUICK)


async def test_a_missing_file_is_told_with_its_address(
    url: str, mirror: Mirror, tmp_path: Path
) -> None:
    del mirror.files["files/3.1/lex.enar.bin.zst"]
    with pytest.raises(ModelsError, match=r"http://.*/lex\.enar\.bin\.zst answered 404"):
        await fetch(url, tmp_path, pauses=QUICK)


async def test_a_server_that_is_not_there_is_told_with_its_address(tmp_path: Path) -> None:
    url = f"http://127.0.0.1:{unused_port()}/records"
    with pytest.raises(ModelsError, match=f"{url} cannot be reached"):
        await fetch(url, tmp_path)


async def test_a_full_disk_is_told_before_anything_is_fetched(
    url: str, mirror: Mirror, tmp_path: Path
) -> None:
    with pytest.raises(ModelsError, match="has room for 0 MB"):
        await fetch(url, tmp_path, free=lambda _: 1000)
    assert mirror.asked == []


async def test_a_file_that_unpacks_without_end_is_refused(
    url: str, mirror: Mirror, tmp_path: Path
) -> None:
    compressor = zstd.ZstdCompressor()
    million = bytes(1_000_000)
    bomb = b"".join(compressor.compress(million) for _ in range(400)) + compressor.flush()
    record = mirror.records[0]
    mirror.files[record["attachment"]["location"]] = bomb
    record["attachment"] |= {"hash": sha256(bomb), "size": len(bomb)}
    record["decompressedHash"] = None
    with pytest.raises(ModelsError, match="it unpacks to more than 300 MB"):
        await fetch(url, tmp_path, pauses=QUICK)
    assert missing(tmp_path) == ("en-ar", "he-en")


@pytest.mark.parametrize("cut", [4, 6, 8, 200])
async def test_a_stream_that_is_cut_off_is_refused(
    url: str, mirror: Mirror, tmp_path: Path, cut: int
) -> None:
    record = mirror.records[0]
    short = mirror.files[record["attachment"]["location"]][:cut]
    mirror.files[record["attachment"]["location"]] = short
    record["attachment"] |= {"hash": sha256(short), "size": len(short)}
    with pytest.raises(ModelsError, match="does not unpack to the file listed"):
        await fetch(url, tmp_path, pauses=QUICK)


@pytest.mark.parametrize("place", ["models", "models/en-ar"])
async def test_a_file_in_the_place_of_a_folder_is_told_with_the_way_out(
    url: str, tmp_path: Path, place: str
) -> None:
    (tmp_path / place).parent.mkdir(exist_ok=True)
    (tmp_path / place).write_text("a file", encoding="utf-8")
    with pytest.raises(ModelsError, match=rf"A file stands where .*{place} belongs: move it away"):
        await fetch(url, tmp_path / "models", pauses=QUICK)


async def test_an_answer_that_is_no_list_is_told(url: str, mirror: Mirror, tmp_path: Path) -> None:
    mirror.files["page"] = b"<html>"
    with pytest.raises(ModelsError, match="is no list of models"):
        await fetch(url.replace("records.json", "page"), tmp_path)
    mirror.files["page"] = b'{"data":' + b"[" * 200_000
    with pytest.raises(ModelsError, match="is no list of models"):
        await fetch(url.replace("records.json", "page"), tmp_path)
    mirror.records = mirror.records[:3]
    with pytest.raises(ModelsError, match="lists no whole model he-en"):
        await fetch(url, tmp_path)


async def test_files_of_an_earlier_version_make_room(
    url: str, mirror: Mirror, tmp_path: Path
) -> None:
    await fetch(url, tmp_path)
    for record in [r for r in mirror.records if r["name"] == "vocab.heen.spm"]:
        mirror.records.remove(record)
    mirror.add("he-en", "srcvocab.heen.spm", b"one" * 900, "3.2")
    mirror.add("he-en", "trgvocab.heen.spm", b"two" * 900, "3.2")
    mirror.add("he-en", "model.heen.intgemm.bin", b"three" * 900, "3.2")
    await fetch(url, tmp_path)
    model = installed(tmp_path, ("he", "en"))
    assert model is not None
    assert model.model.name == "model.heen.intgemm.bin"
    assert not (tmp_path / "he-en" / "model.heen.bin").exists()


def _record(**changes: Any) -> dict[str, Any]:
    attachment = {"hash": "a" * 64, "size": 9, "location": "a/b.zst"} | changes.pop("file", {})
    plain = {
        "name": "model.enar.bin",
        "sourceLanguage": "en",
        "targetLanguage": "ar",
        "version": "3.0",
        "attachment": attachment,
    }
    return plain | changes


@pytest.mark.parametrize(
    "broken",
    [
        _record(name="../../etc/passwd"),
        _record(name="model.enar.bin/x"),
        _record(version="4.0"),
        _record(version="two"),
        _record(file={"hash": "md5"}),
        _record(file={"size": "9"}),
        _record(file={"size": 10**12}),
        _record(file={"location": "file:///etc/passwd"}),
        _record(decompressedHash="nothing"),
        _record(attachment=None),
        _record(targetLanguage="fr"),
        "no record",
    ],
)
def test_a_record_that_is_not_whole_counts_as_absent(broken: Any) -> None:
    with pytest.raises(ModelsError, match="lists no whole model en-ar"):
        choose([broken, _record(name="vocab.enar.spm")], "http://a.test/list")


def test_a_release_comes_before_a_trial_and_the_newest_before_others() -> None:
    records = [
        _record(version=version, name=f"{kind}.{version}", **pair)
        for pair in ({}, {"sourceLanguage": "he", "targetLanguage": "en"})
        for kind in ("model", "vocab")
        for version in ("3.9a1", "3.2", "3.10", "3.1", "2.9")
    ]
    chosen = choose(records, "http://a.test/models/list")
    assert {file.version for file in chosen} == {"3.10"}
    assert chosen[0].url == "http://a.test/models/a/b.zst"
