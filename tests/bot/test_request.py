"""Whether a request may have left: what each failure is called, and that none says where to."""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from telegram import Bot, Message
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.request import UNSAID, NotSent, Request, Unsure, UnsureTimedOut

TOKEN = "123456:a-token-that-nobody-may-see"
Handler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
GOOD = {
    "ok": True,
    "result": {"message_id": 7, "date": 0, "chat": {"id": 1, "type": "private"}, "text": "x"},
}


@asynccontextmanager
async def serving(handler: Handler) -> AsyncIterator[str]:
    """A server on loopback that does with each connection what *handler* says."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            await handler(reader, writer)
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()


@asynccontextmanager
async def bot_at(base: str, read_timeout: float = 5) -> AsyncIterator[Bot]:
    request = Request(read_timeout=read_timeout)
    await request.initialize()
    try:
        yield Bot(TOKEN, base_url=f"{base}/bot", request=request)
    finally:
        await request.shutdown()


async def read_request(reader: asyncio.StreamReader) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    for line in head.split(b"\r\n"):
        if line.lower().startswith(b"content-length:"):
            await reader.readexactly(int(line.partition(b":")[2]))
    return head


def answering(status: int, body: object, headers: str = "") -> Handler:
    text = body if isinstance(body, str) else json.dumps(body)

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        data = text.encode()
        writer.write(
            f"HTTP/1.1 {status} X\r\n{headers}Content-Length: {len(data)}\r\n"
            "Connection: close\r\n\r\n".encode()
            + data
        )
        await writer.drain()

    return answer


async def failure(handler: Handler, read_timeout: float = 5, text: str = "مرحبا") -> TelegramError:
    async with serving(handler) as base, bot_at(base, read_timeout) as bot:
        with pytest.raises(TelegramError) as caught:
            await bot.send_message(1, text)
    shown = "".join(traceback.format_exception(caught.value)) + repr(caught.value)
    assert "nobody-may-see" not in shown
    return caught.value


async def test_an_accepted_message_comes_back() -> None:
    async with serving(answering(200, GOOD)) as base, bot_at(base) as bot:
        message = await bot.send_message(1, "مرحبا")
    assert isinstance(message, Message)
    assert message.message_id == 7


# --- surely not sent


async def test_a_refused_connection_is_not_sent() -> None:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))  # bound, and nobody listens
        async with bot_at(f"http://127.0.0.1:{sock.getsockname()[1]}") as bot:
            with pytest.raises(NotSent):
                await bot.send_message(1, "x")


async def test_a_name_that_does_not_resolve_is_not_sent() -> None:
    async with bot_at("http://no-such-host.invalid") as bot:
        with pytest.raises(NotSent) as caught:
            await bot.send_message(1, "x")
    assert "nobody-may-see" not in str(caught.value)


async def test_a_connection_that_is_never_made_is_not_sent() -> None:
    with socket.socket() as server, contextlib.ExitStack() as stack:
        server.bind(("127.0.0.1", 0))
        server.listen(0)
        for _ in range(4):  # fill its queue, which nobody empties
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(server.getsockname())
        async with bot_at(f"http://127.0.0.1:{server.getsockname()[1]}") as bot:
            with pytest.raises(NotSent):
                await bot.send_message(1, "x", connect_timeout=0.3)


async def test_a_proxy_that_cannot_be_reached_is_not_sent() -> None:
    request = Request(proxy="http://127.0.0.1:9")
    await request.initialize()
    with pytest.raises(NotSent):
        await Bot(TOKEN, base_url="http://telegram.invalid/bot", request=request).get_me()
    await request.shutdown()


async def test_a_request_before_the_start_or_after_the_stop_is_not_sent() -> None:
    request = Request()
    bot = Bot(TOKEN, base_url="http://127.0.0.1:9/bot", request=request)
    with pytest.raises(NotSent):
        await bot.send_message(1, "x")
    await request.initialize()
    await request.shutdown()
    with pytest.raises(NotSent):
        await bot.send_message(1, "x")


@pytest.mark.parametrize("status", [401, 403, 404, 413])
async def test_a_refusal_by_something_in_between_is_no_refusal_of_the_reader(status: int) -> None:
    page = f"<html>no way to /bot{TOKEN}/sendMessage</html>"
    error = await failure(answering(status, page))
    assert isinstance(error, NotSent)
    assert "MUJAZ_TELEGRAM_API" in str(error)


async def test_a_redirect_is_not_followed() -> None:
    error = await failure(answering(302, "", "Location: http://127.0.0.1:9/elsewhere\r\n"))
    assert isinstance(error, NotSent)


async def test_other_client_errors_of_the_server_are_not_sent() -> None:
    answer = {"ok": False, "error_code": 413, "description": "Request Entity Too Large"}
    assert isinstance(await failure(answering(413, answer)), NotSent)


async def test_half_a_character_is_refused_before_anything_leaves() -> None:
    error = await failure(answering(200, GOOD), text="half \ud83d")
    assert isinstance(error, BadRequest)


# --- unsure


@pytest.mark.parametrize("status", [500, 502, 503, 504])
async def test_a_server_error_is_unsure(status: int) -> None:
    assert isinstance(await failure(answering(status, "<html>Bad Gateway</html>")), Unsure)
    told = {"ok": False, "error_code": status, "description": "Internal Server Error"}
    assert isinstance(await failure(answering(status, told)), Unsure)


async def test_a_connection_that_breaks_after_the_request_is_unsure() -> None:
    async def reset(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        sock = writer.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
        writer.transport.abort()

    assert isinstance(await failure(reset), Unsure)


async def test_a_connection_that_closes_after_the_request_is_unsure() -> None:
    async def close(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)

    assert isinstance(await failure(close), Unsure)


async def test_no_answer_in_time_is_unsure() -> None:
    release = asyncio.Event()

    async def hang(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        await release.wait()

    error = await failure(hang, read_timeout=0.2)
    release.set()
    assert isinstance(error, UnsureTimedOut)
    assert isinstance(error, Unsure)


async def test_an_answer_that_drips_for_ever_is_unsure() -> None:
    async def drip(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        while not writer.is_closing():
            writer.write(b" ")
            await writer.drain()
            await asyncio.sleep(0.05)

    async with serving(drip) as base, bot_at(base) as bot:
        with pytest.raises(Unsure):
            await bot.send_message(1, "x", read_timeout=0.2, connect_timeout=0.2)


async def test_a_truncated_answer_is_unsure() -> None:
    async def cut(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        writer.write(b'HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{"ok":true,"result":{')
        await writer.drain()

    assert isinstance(await failure(cut), Unsure)


@pytest.mark.parametrize("body", ['{"ok":true,"res', "", "[]", '{"ok":true}', "<html>hello</html>"])
async def test_an_answer_that_is_none_leaves_the_outcome_open(body: str) -> None:
    error = await failure(answering(200, body))
    assert not isinstance(error, NotSent | BadRequest | Forbidden | InvalidToken | RetryAfter)


async def test_what_telegram_sent_is_in_no_log(caplog: pytest.LogCaptureFixture) -> None:
    await failure(answering(200, '{"ok":true,"result":"نص خاص'))
    assert "نص خاص" not in caplog.text


# --- in Telegram's own words


@pytest.mark.parametrize(
    ("status", "description", "kind"),
    [
        (400, "Bad Request: chat not found", BadRequest),
        (401, "Unauthorized", InvalidToken),
        (403, "Forbidden: bot was blocked by the user", Forbidden),
        (404, "Not Found", InvalidToken),
        (409, "Conflict: terminated by other getUpdates request", Conflict),
    ],
)
async def test_refusals_keep_their_kind_and_words(
    status: int, description: str, kind: type[TelegramError]
) -> None:
    answer = {"ok": False, "error_code": status, "description": description}
    error = await failure(answering(status, answer))
    assert type(error) is kind
    assert description.partition(": ")[2].lower() in str(error).lower()


async def test_a_group_that_moved_says_where() -> None:
    answer = {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: group chat was upgraded to a supergroup chat",
        "parameters": {"migrate_to_chat_id": -100777},
    }
    error = await failure(answering(400, answer))
    assert isinstance(error, ChatMigrated)
    assert error.new_chat_id == -100777


@pytest.mark.parametrize(
    ("body", "headers", "seconds"),
    [
        ({"ok": False, "description": "x", "parameters": {"retry_after": 17}}, "", 17),
        ({"ok": False, "description": "Too Many Requests"}, "Retry-After: 9\r\n", 9),
        ("<html>slow down</html>", "Retry-After: 3\r\n", 3),
        ("<html>slow down</html>", "Retry-After: tomorrow\r\n", UNSAID),
        ("", "", UNSAID),
        ({"ok": False, "description": "x", "parameters": {"retry_after": 0}}, "", UNSAID),
    ],
)
async def test_too_many_requests_say_how_long_to_wait(
    body: object, headers: str, seconds: int
) -> None:
    error = await failure(answering(429, body, headers))
    assert isinstance(error, RetryAfter)
    assert error.retry_after == seconds


async def test_unknown_errors_of_the_client_do_not_show_the_address() -> None:
    async def garbage(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        writer.write(b"\x00\x01\x02 this is no HTTP\r\n\r\n")
        await writer.drain()

    error = await failure(garbage)
    assert isinstance(error, Unsure)
    assert isinstance(error, NetworkError)
