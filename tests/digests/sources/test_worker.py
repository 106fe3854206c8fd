"""The worker process: what it reads, and what it survives."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from digests.model import Feed
from digests.sources import worker as reading
from digests.sources.errors import NotAFeed, WorkerFailed
from digests.sources.worker import ParseJob, Worker
from tests.digests.sources.feedserver import rss

ROOT = Path(__file__).parents[3]


@pytest.fixture
async def worker() -> AsyncIterator[Worker]:
    running = Worker(document_time=5, batch_time=5)
    yield running
    await running.stop()


def job(body: bytes) -> ParseJob:
    return ParseJob(body, None, "https://news.example/feed", "en")


def process() -> int:
    [child] = multiprocessing.active_children()
    assert child.pid is not None
    return child.pid


async def test_a_batch_comes_back_in_order_with_errors_in_their_place(worker: Worker) -> None:
    jobs = [job(rss(f"Title {at}") if at % 3 else b"<html></html>") for at in range(70)]
    results = await worker.parse(jobs)
    for at, result in enumerate(results):
        if at % 3:
            assert isinstance(result, Feed)
            assert result.entries[0].title == f"Title {at}"
        else:
            assert isinstance(result, NotAFeed)
            assert "web page" in str(result)


async def test_the_text_of_a_page_is_found(worker: Worker) -> None:
    paragraph = "قال رئيس المجلس إن الخطة تبدأ في آذار وتشمل أربعين حافلة جديدة. " * 4
    article = f"<article><h1>عنوان</h1><p>{paragraph}</p><p>{paragraph}</p></article>"
    page = f"<html><body><nav>القائمة</nav>{article}</body></html>"
    text = await worker.page_text(page.encode(), "https://news.example/1")
    assert paragraph.strip() in text
    assert "القائمة" not in text
    assert await worker.page_text(b"", "https://news.example/1") == ""


async def test_a_process_that_is_killed_is_replaced(worker: Worker) -> None:
    await worker.parse([job(rss("One"))])
    os.kill(process(), signal.SIGKILL)
    results = await worker.parse([job(rss("Two")), job(rss("Three"))])
    assert [type(result) for result in results] == [Feed, Feed]


def test_a_disk_too_full_to_start_a_process_is_told_and_outlived() -> None:
    """The limit on the size of files stands for it: the pool's locks are files in shared memory."""
    script = """
import asyncio, resource
from digests.sources.worker import ParseJob, Worker

JOB = ParseJob(b"<rss><channel><item><title>x</title></item></channel></rss>", None, "", "ar")

async def main():
    worker = Worker()
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, hard))
    print(*await worker.parse([JOB, JOB]), sep="\\n")
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    print(*[type(feed).__name__ for feed in await worker.parse([JOB])])
    await worker.stop()

if __name__ == "__main__":
    asyncio.run(main())
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    refused, also, after = done.stdout.splitlines()
    assert refused == also
    assert "no worker process can be started here" in refused
    assert after == "Feed"
    assert done.stderr == ""


async def test_a_document_that_takes_too_long_is_given_up_and_told() -> None:
    running = Worker(document_time=0.5, batch_time=0.5)
    endless = b"<rss><channel>" + b"<item><title>x & y</title></item>" * 300_000
    results = await running.parse([job(endless), job(rss("One"))])
    assert [type(result) for result in results] == [WorkerFailed, Feed]
    assert "more than 0.5 s" in str(results[0])
    await running.stop()


async def test_a_process_that_does_not_answer_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    running = Worker(document_time=0.2, batch_time=0.2)
    await running.parse([job(rss("One"))])
    monkeypatch.setattr(reading, "_START_TIME", 0.2)
    os.kill(process(), signal.SIGSTOP)
    [result] = await running.parse([job(rss("Two"))])
    assert isinstance(result, WorkerFailed)
    monkeypatch.undo()
    assert isinstance((await running.parse([job(rss("Three"))]))[0], Feed)
    await running.stop()


async def test_a_document_that_takes_too_much_memory_harms_only_itself() -> None:
    running = Worker(memory=400_000_000)
    wide = b"<rss><channel>" + b"<item><title>x</title></item>" * 2_500_000
    results = await running.parse([job(rss("One")), job(wide), job(rss("Two"))])
    assert [type(result) for result in results] == [Feed, WorkerFailed, Feed]
    await running.stop()


async def test_stopping_ends_what_runs_at_once() -> None:
    running = Worker()
    await running.parse([job(rss("One"))])
    os.kill(process(), signal.SIGSTOP)
    waiting = asyncio.create_task(running.parse([job(rss("Two"))]))
    await asyncio.sleep(0.2)
    await asyncio.wait_for(running.stop(), 9)
    [result] = await asyncio.wait_for(waiting, 9)
    assert isinstance(result, WorkerFailed)
    assert multiprocessing.active_children() == []
    [refused] = await running.parse([job(rss("Three"))])
    assert "stopped" in str(refused)


async def test_signals_to_the_group_do_not_end_the_process(worker: Worker) -> None:
    await worker.parse([job(rss("One"))])
    before = process()
    os.kill(before, signal.SIGINT)
    os.kill(before, signal.SIGTERM)
    assert isinstance((await worker.parse([job(rss("Two"))]))[0], Feed)
    assert process() == before


async def test_the_process_is_replaced_after_its_share_of_tasks() -> None:
    running = Worker(tasks=2)
    pids: set[int | None] = set()
    for at in range(5):
        assert isinstance((await running.parse([job(rss(str(at)))]))[0], Feed)
        pids.update(child.pid for child in multiprocessing.active_children())
    assert len(pids) > 1
    await running.stop()


def test_the_main_process_loads_no_heavy_library() -> None:
    script = """
        import sys
        import digests.sources.worker, digests.sources.fetch, digests.sources.identity
        import digests.sources.parse, digests.sources.discovery, digests.sources.opml
        print([m for m in ("feedparser", "lxml", "trafilatura", "sgmllib") if m in sys.modules])
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == "[]"
