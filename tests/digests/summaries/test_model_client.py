"""Endpoints differ, fail, stall and refuse; the client gets an answer or says why not."""

from __future__ import annotations

import asyncio
import gzip
import socket
import time
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from digests.summaries.model_client import (
    FORMS,
    Busy,
    Misconfigured,
    ModelClient,
    ModelError,
    Stalled,
    Turn,
    Unreachable,
    Unusable,
)
from digests.summaries.writing import SCHEMA
from tests.digests.summaries.endpoint import (
    Endpoint,
    completion,
    copy,
    failure,
    serve,
    stall,
)

KEY = "sk-this-is-a-secret"
TURNS = (Turn("system", "You write."), Turn("user", "Write."))


@pytest.fixture
async def endpoint() -> AsyncIterator[Endpoint]:
    async with serve() as served:
        yield served


@pytest.fixture
async def client(endpoint: Endpoint) -> AsyncIterator[ModelClient]:
    made = ModelClient(endpoint.url, "m", KEY, seconds=0.5, pauses=(0.0, 0.0))
    yield made
    await made.close()


def form(body: dict[str, Any]) -> str:
    given = body.get("response_format")
    if given is None:
        return "plain"
    return "json_object_schema" if "schema" in given else str(given["type"])


async def test_one_request_asks_for_the_schema_with_the_key(
    endpoint: Endpoint, client: ModelClient
) -> None:
    endpoint.replies("نص")
    answer = await client.ask(TURNS, SCHEMA, 100)
    assert (answer.text, answer.read, answer.written, answer.counted) == ("نص", 900, 300, True)
    (body,) = endpoint.asked
    assert endpoint.headers[0]["authorization"] == f"Bearer {KEY}"
    assert body["model"] == "m"
    assert body["messages"] == [
        {"role": "system", "content": "You write."},
        {"role": "user", "content": "Write."},
    ]
    assert body["max_tokens"] == 100
    assert body["response_format"]["json_schema"]["schema"] == SCHEMA


async def test_what_the_environment_holds_for_another_endpoint_is_not_sent(
    endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID"):
        monkeypatch.setenv(name, "elsewhere")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:1/v1")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    client = ModelClient(endpoint.url, "m", None, pauses=())
    endpoint.replies("نص")
    await client.ask(TURNS, SCHEMA, 100)
    await client.close()
    (headers,) = endpoint.headers
    assert "elsewhere" not in str(headers)
    assert headers["authorization"] == "Bearer none"


@pytest.mark.parametrize("status", [400, 422, 501])
@pytest.mark.parametrize("understood", FORMS[1:])
async def test_a_form_that_is_refused_gives_way_to_the_next_and_is_remembered(
    endpoint: Endpoint, client: ModelClient, status: int, understood: str
) -> None:
    def reply(body: dict[str, Any]) -> web.Response:
        return completion("نص") if form(body) == understood else failure(status, "response_format")

    endpoint.reply = reply
    assert (await client.ask(TURNS, SCHEMA, 100)).text == "نص"
    tried = [form(body) for body in endpoint.asked]
    assert tried == list(FORMS[: FORMS.index(understood) + 1])
    await client.ask(TURNS, SCHEMA, 100)
    assert [form(body) for body in endpoint.asked[len(tried) :]] == [understood]


async def test_an_endpoint_that_fails_on_a_form_it_does_not_know_is_asked_in_another(
    endpoint: Endpoint, client: ModelClient
) -> None:
    endpoint.replies(failure(500, "response_format.type: Input should be 'text'"), "نص")
    assert (await client.ask(TURNS, SCHEMA, 100)).text == "نص"


async def test_names_of_parameters_that_an_endpoint_refuses_are_changed(
    endpoint: Endpoint, client: ModelClient
) -> None:
    def reply(body: dict[str, Any]) -> web.Response:
        if "max_tokens" in body:
            return failure(400, "Unsupported parameter: 'max_tokens'")
        if "temperature" in body:
            return failure(400, "'temperature' does not support 0.2")
        return completion("نص")

    endpoint.reply = reply
    assert (await client.ask(TURNS, SCHEMA, 100)).text == "نص"
    assert endpoint.asked[-1]["max_completion_tokens"] == 100
    assert form(endpoint.asked[-1]) == "json_schema"


async def test_a_question_that_no_form_helps_does_not_spoil_the_next(
    endpoint: Endpoint, client: ModelClient
) -> None:
    endpoint.replies(failure(400, "context length exceeded"))
    with pytest.raises(Unusable):
        await client.ask(TURNS, SCHEMA, 100)
    endpoint.replies("نص")
    await client.ask(TURNS, SCHEMA, 100)
    assert form(endpoint.asked[-1]) == "json_schema"


@pytest.mark.parametrize("status", [429, 500, 502, 503, 408])
async def test_a_passing_failure_is_asked_again_twice(
    endpoint: Endpoint, client: ModelClient, status: int
) -> None:
    endpoint.replies(failure(status), failure(status), "نص")
    assert (await client.ask(TURNS, SCHEMA, 100)).text == "نص"
    assert len(endpoint.asked) == 3
    endpoint.asked.clear()
    endpoint.replies(failure(status))
    with pytest.raises((Unreachable, Busy)):
        await client.ask(TURNS, SCHEMA, 100)
    assert len(endpoint.asked) == 3


async def test_a_long_retry_after_is_not_waited_for(
    endpoint: Endpoint, client: ModelClient
) -> None:
    endpoint.replies(failure(429, "slow down", **{"Retry-After": "3600"}))
    with pytest.raises(Busy) as caught:
        await client.ask(TURNS, SCHEMA, 100)
    assert caught.value.after == 3600
    assert len(endpoint.asked) == 1


async def test_a_stalled_answer_ends_in_time_and_is_asked_once_more(endpoint: Endpoint) -> None:
    client = ModelClient(endpoint.url, "m", KEY, seconds=1.0, pauses=(0.0, 0.0))
    endpoint.reply = stall
    with pytest.raises(Stalled):
        await client.ask(TURNS, SCHEMA, 100)
    await client.close()
    assert len(endpoint.asked) == 2


async def test_an_answer_that_drips_for_ever_ends_in_time(endpoint: Endpoint) -> None:
    client = ModelClient(endpoint.url, "m", KEY, seconds=1.0, pauses=())
    endpoint.drips = True
    with pytest.raises(Stalled):
        await client.ask(TURNS, SCHEMA, 100)
    await client.close()
    assert len(endpoint.asked) == 1


@pytest.mark.parametrize(
    ("status", "way_out"),
    [(401, "MUJAZ_LLM_KEY"), (403, "MUJAZ_LLM_KEY"), (404, "MUJAZ_LLM_MODEL"), (405, "/v1")],
)
async def test_wrong_settings_are_told_once_with_the_way_out(
    endpoint: Endpoint, client: ModelClient, status: int, way_out: str
) -> None:
    endpoint.replies(failure(status, f"Incorrect API key provided: {KEY}"))
    with pytest.raises(Misconfigured) as caught:
        await client.ask(TURNS, SCHEMA, 100)
    assert way_out in str(caught.value)
    assert len(endpoint.asked) == 1


async def test_an_endpoint_that_is_not_there_is_unreachable() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    client = ModelClient(f"http://127.0.0.1:{port}/v1", "m", KEY, pauses=(0.0, 0.0))
    with pytest.raises(Unreachable, match=f"127.0.0.1:{port}"):
        await client.ask(TURNS, SCHEMA, 100)
    await client.close()


@pytest.mark.parametrize(
    "reply",
    [
        web.json_response({"choices": []}),
        web.json_response({"choices": None}),
        web.json_response([1, 2]),
        web.json_response("text"),
        web.json_response({"choices": [{"message": {"content": ["a"]}}]}),
        web.Response(body=b"{", content_type="application/json"),
        web.Response(body=b"<html>", content_type="text/html"),
        web.Response(body=b"\xff\xfe", content_type="application/json"),
        completion("   "),
    ],
)
async def test_an_answer_of_another_form_is_unusable(
    endpoint: Endpoint, client: ModelClient, reply: web.Response
) -> None:
    endpoint.replies(reply)
    with pytest.raises(Unusable):
        await client.ask(TURNS, SCHEMA, 100)


async def test_an_answer_without_usage_says_so(endpoint: Endpoint, client: ModelClient) -> None:
    endpoint.replies(web.json_response({"choices": [{"message": {"content": "نص"}}]}))
    answer = await client.ask(TURNS, SCHEMA, 100)
    assert (answer.text, answer.counted) == ("نص", False)


@pytest.mark.parametrize("status", [400, 401, 404, 429, 500])
async def test_no_error_repeats_the_key(
    endpoint: Endpoint, client: ModelClient, status: int
) -> None:
    endpoint.replies(failure(status, f"key {KEY} of http://u:{KEY}@host"))
    with pytest.raises(ModelError) as caught:
        await client.ask(TURNS, SCHEMA, 100)
    assert KEY not in f"{caught.value!r} {caught.value}"
    assert caught.value.__suppress_context__


async def test_a_small_question_tries_the_endpoint(endpoint: Endpoint, client: ModelClient) -> None:
    endpoint.replies('{"ok": true}')
    await client.probe()
    assert len(endpoint.asked) == 1


# --- hostile endpoints


def bomb() -> web.Response:
    """64 MB of white space in 64 kB, as JSON may begin."""
    packed = gzip.compress(b" " * 64_000_000)
    return web.Response(
        body=packed, headers={"Content-Type": "application/json", "Content-Encoding": "gzip"}
    )


def endless(_body: dict[str, Any]) -> web.Response:
    return completion("a" * 8_000_000)


@pytest.mark.parametrize("status", [200, 400, 500])
async def test_an_answer_that_unpacks_without_end_is_none_and_holds_nothing_up(
    endpoint: Endpoint, client: ModelClient, status: int
) -> None:
    packed = bomb()
    packed.set_status(status)
    endpoint.reply = lambda _body: copy(packed)
    await asyncio.sleep(0)
    slowest, stop = 0.0, False

    async def watch() -> None:
        nonlocal slowest
        while not stop:
            before = time.monotonic()
            await asyncio.sleep(0.005)
            slowest = max(slowest, time.monotonic() - before)

    watching = asyncio.create_task(watch())
    with pytest.raises(Unusable, match="more than 1 MB") as caught:
        await client.ask(TURNS, SCHEMA, 100)
    stop = True
    await watching
    assert slowest < 1.0
    assert (caught.value.lost, len(endpoint.asked)) == (1, 1)


async def test_an_answer_that_is_too_long_is_none(endpoint: Endpoint, client: ModelClient) -> None:
    endpoint.reply = endless
    with pytest.raises(Unusable, match="more than 1 MB"):
        await client.ask(TURNS, SCHEMA, 100)
    endpoint.replies("نص")
    assert (await client.ask(TURNS, SCHEMA, 100)).text == "نص"


async def test_a_packed_answer_is_read_and_a_spoilt_one_is_none(
    endpoint: Endpoint, client: ModelClient
) -> None:
    whole = completion("نص").body
    assert isinstance(whole, bytes)
    packed = gzip.compress(whole)
    headers = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
    endpoint.replies(web.Response(body=packed, headers=headers))
    assert (await client.ask(TURNS, SCHEMA, 100)).text == "نص"
    assert endpoint.headers[0]["accept-encoding"] == "identity"
    endpoint.replies(web.Response(body=packed[:-9], headers=headers))
    with pytest.raises(Unusable, match="cannot be unpacked"):
        await client.ask(TURNS, SCHEMA, 100)


@pytest.mark.parametrize(
    ("sent", "told"),
    [(b"", "without an answer"), (b'{"choices": [', "in the middle of its answer")],
)
async def test_a_connection_that_breaks_off_is_told_so_and_counts_each_time(
    endpoint: Endpoint, client: ModelClient, sent: bytes, told: str
) -> None:
    endpoint.cuts = sent
    with pytest.raises(Stalled, match=told) as caught:
        await client.ask(TURNS, SCHEMA, 100)
    assert (caught.value.lost, len(endpoint.asked)) == (2, 2)
    assert "cannot be reached" not in str(caught.value)


async def test_what_was_lost_before_an_answer_is_told_with_it(
    endpoint: Endpoint, client: ModelClient
) -> None:
    def mend(_body: dict[str, Any]) -> web.Response:
        return completion("نص")

    async def lose(body: dict[str, Any]) -> web.StreamResponse:
        endpoint.reply = mend
        return await stall(body)

    endpoint.reply = lose
    assert (await client.ask(TURNS, SCHEMA, 100)).lost == 1


@pytest.mark.parametrize(
    ("location", "told"),
    [
        ("http://127.0.0.1:9/v1/chat/completions", "to http://127.0.0.1:9 "),
        ("/login", "leads elsewhere (307)"),
        (f"https://{KEY}.test/", "leads elsewhere (307)"),
        ("https://u:p@host.test/", "leads elsewhere (307)"),
    ],
)
async def test_no_redirect_is_followed(
    endpoint: Endpoint, client: ModelClient, location: str, told: str
) -> None:
    endpoint.replies(failure(307, "moved", Location=location))
    with pytest.raises(Misconfigured, match="MUJAZ_LLM_URL") as caught:
        await client.ask(TURNS, SCHEMA, 100)
    assert told in str(caught.value)
    assert KEY not in str(caught.value)
    assert len(endpoint.asked) == 1


async def test_an_answer_nested_without_end_is_unusable(
    endpoint: Endpoint, client: ModelClient
) -> None:
    endpoint.replies(
        web.Response(body=b'{"choices":' + b"[" * 200_000, content_type="application/json")
    )
    with pytest.raises(Unusable):
        await client.ask(TURNS, SCHEMA, 100)


async def test_an_answer_without_a_text_tells_its_usage(
    endpoint: Endpoint, client: ModelClient
) -> None:
    endpoint.replies(completion(" ", 1200, 7))
    with pytest.raises(Unusable, match="without a text") as caught:
        await client.ask(TURNS, SCHEMA, 100)
    answer = caught.value.answer
    assert answer is not None
    assert (answer.read, answer.written, answer.counted) == (1200, 7, True)


@pytest.mark.parametrize(
    "usage",
    [
        None,
        "x",
        [],
        {},
        {"prompt_tokens": True, "completion_tokens": False},
        {"prompt_tokens": 1200.0, "completion_tokens": 3},
        {"prompt_tokens": -1, "completion_tokens": 3},
    ],
)
async def test_usage_is_two_whole_numbers(
    endpoint: Endpoint, client: ModelClient, usage: object
) -> None:
    endpoint.replies(
        web.json_response({"choices": [{"message": {"content": "نص"}}], "usage": usage})
    )
    answer = await client.ask(TURNS, SCHEMA, 100)
    assert (answer.read, answer.written, answer.counted) == (0, 0, False)
