"""Summaries by a model, from feeds to readers, with the endpoint as a server of its own."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from digests.clock import Clock
from tests.digests.summaries.endpoint import (
    Endpoint,
    answer,
    completion,
    failure,
    faithful,
    serve,
    stall,
    statement,
)
from tests.e2e.house import House
from tests.e2e.test_first_minutes import MICROSOFT, read
from tests.e2e.test_restarts import free_port

KEY = "sk-key-of-the-house"


@pytest.fixture
async def endpoint(house: House) -> AsyncIterator[Endpoint]:
    async with serve() as served:
        house.extra |= {
            "MUJAZ_LLM_URL": served.url,
            "MUJAZ_LLM_MODEL": "m",
            "MUJAZ_LLM_KEY": KEY,
        }
        yield served


@pytest.fixture
async def read_once(house: House, endpoint: Endpoint) -> House:
    house.catalogue("one")
    house.paper.items["one"] = MICROSOFT[:1]
    assert (await house.command("poll", "--once"))[0] == 0
    assert endpoint.asked == []  # nobody is told anything by that
    return house


async def digest(house: House) -> tuple[dict[str, Any], str]:
    """The only story of ``digest --format json``, and what was said on stderr."""
    status, out, err = await house.command("digest", "microsoft-israel", "--format", "json")
    assert status == 0, err
    shown = json.loads(out)
    (story,) = shown["stories"]
    return story | {"message": "".join(shown["messages"])}, err


async def test_the_digest_of_a_model_names_method_and_evidence(
    read_once: House, endpoint: Endpoint
) -> None:
    story, err = await digest(read_once)
    assert err == ""
    assert story["title_method"] == "model"
    assert [s["method"] for s in story["sentences"]] == ["model"] * 3
    assert all(s["evidence"] in MICROSOFT[0].text for s in story["sentences"])
    assert "«" not in story["message"]
    assert "ترجمة آلية" not in story["message"]
    link = f'<a href="{MICROSOFT[0].url}">'
    assert story["message"].count(link) == 3
    await digest(read_once)
    assert len(endpoint.asked) == 1  # what was written is kept


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (lambda _: failure(500), "fails (500)"),
        (lambda _: failure(401, f"wrong key {KEY}"), "check MUJAZ_LLM_KEY"),
        (lambda _: completion("no JSON"), "not-an-answer"),
        (
            lambda _: completion(
                answer(statement(1, "خبر مخترع"), *[statement(1, "أفلست الشركة أمس.")] * 3)
            ),
            "too-few",
        ),
    ],
)
async def test_what_cannot_be_used_leaves_the_sources_words(
    read_once: House, endpoint: Endpoint, reply: Any, told: str
) -> None:
    endpoint.reply = reply
    story, err = await digest(read_once)
    assert {s["method"] for s in story["sentences"]} == {"extractive"}
    assert story["title_method"] == "extractive"
    assert told in err
    assert len(err.strip().splitlines()) == 1
    assert KEY not in err


async def test_check_tries_the_endpoint(read_once: House, endpoint: Endpoint) -> None:
    endpoint.replies('{"ok": true}')
    _, out, _ = await read_once.command("check")
    assert "ok   model m answers" in out
    endpoint.replies(failure(404))
    status, out, _ = await read_once.command("check")
    assert status == 1
    assert re.search(r"BAD  model m: .* 404: check MUJAZ_LLM_URL .* and MUJAZ_LLM_MODEL", out)
    assert KEY not in out


async def test_readers_get_what_the_model_wrote_also_after_a_kill(
    house: House, endpoint: Endpoint
) -> None:
    house.extra["MUJAZ_CLOCK"] = "2026-11-24T16:55:00Z@20"  # 19:55 in Riyadh; five minutes are 15 s
    port = free_port()
    house.extra["MUJAZ_WEB"] = f"127.0.0.1:{port}"
    house.paper.now = Clock.parse(house.extra["MUJAZ_CLOCK"]).now
    house.catalogue("one")
    house.paper.items["one"] = MICROSOFT[:1]
    await house.start()
    await read(house, "one")
    await asyncio.sleep(1)
    reader = await house.person()
    await house.post("start", user_id=reader, parameter="microsoft-israel")
    await house.wait(reader, 2)
    endpoint.asked.clear()
    endpoint.reply = stall
    centre = replace(
        MICROSOFT[1],
        text=MICROSOFT[1].text + " وذكرت الشركة أن المركز يوظف 300 شخص في مدينة حيفا.",
        age=timedelta(minutes=1),
    )
    house.paper.items["one"] = [MICROSOFT[0], centre]

    async def asked() -> bool:
        return bool(endpoint.asked)

    await house.until(asked, 60)
    await house.kill()
    endpoint.reply = faithful
    # A slow machine starts and writes within the ninety seconds that a digest waits: 22 s here.
    house.extra["MUJAZ_CLOCK"] = "2026-11-24T16:59:00Z@4"
    await house.start()
    await house.wait(reader, 3, seconds=60)
    scheduled = (await house.messages(reader))[-1]
    assert "موجز المساء" in scheduled["text"]
    assert "افتتحت مايكروسوفت مركز بيانات جديدًا" in scheduled["text"]
    assert "من نص" not in scheduled["text"]
    async with house.session.get(f"http://127.0.0.1:{port}/metrics") as response:
        figures = await response.text()
    assert 'mujaz_model_requests_total{outcome="answered"} 1.0' in figures
    assert 'mujaz_model_tokens_total{kind="read"} 900.0' in figures
    assert 'mujaz_model_stories_total{outcome="written"} 1.0' in figures
    assert KEY not in figures + house.log()
    assert "HTTP Request" not in house.log()  # a line a story is told, not one a request
    assert await house.refusals() == []
    assert await house.stop() == 0
