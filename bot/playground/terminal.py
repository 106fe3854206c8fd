"""A conversation with the bot in a terminal, over the control API.

What is typed is sent as a person; a number presses that button of the last message with buttons;
an empty line before anything was said presses Start; ``/quit`` ends. Without a terminal (a pipe)
each line waits until the bot has reacted to the one before.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import sys
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from typing import TextIO

import aiohttp
from rich.console import Console
from rich.text import Text

from bot.playground import render
from bot.playground.objects import Json

HELP = (
    "اكتب رسالة ثم Enter · رقم لضغط زر · سطر فارغ يعني /start · /quit للخروج\n"
    "Type a message · a number presses a button · an empty line is /start · /quit ends"
)
QUIET = 0.8  # seconds without an event after which the bot has finished reacting
REACTION = 10.0  # seconds to wait for a reaction at all
PRESS_WAIT = 10.0


class TerminalError(Exception):
    """The playground does not answer, or not to this token."""


class Conversation:
    """One person's private chat with the bot: prints what comes, sends what is typed."""

    def __init__(self, session: aiohttp.ClientSession, url: str, console: Console) -> None:
        self.session = session
        self.url = url
        self.console = console
        self.chat_id = 0
        self.bot_name = "bot"
        self.keyboard: Json | None = None  # the last message with buttons
        self.spoken = False
        self.moved = asyncio.Event()

    async def control(self, method: str, path: str, **body: object) -> Json:
        async with self.session.request(method, f"{self.url}/control{path}", json=body) as answer:
            result: Json = await answer.json()
        if "error" in result:
            raise TerminalError(str(result["error"]))
        return result

    async def open(self, token: str) -> None:
        """Checks the token and brings a new person into the world."""
        async with self.session.get(f"{self.url}/bot{token}/getMe") as answer:
            me = await answer.json(content_type=None)
        if not me.get("ok"):
            raise TerminalError(f"{self.url} does not know this token: {me.get('description')}")
        self.bot_name = me["result"]["first_name"]
        user = await self.control("POST", "/users", first_name="قارئ", language_code="ar")
        self.chat_id = user["user"]["id"]

    async def follow(self) -> None:
        """Prints what happens in the chat until the server goes."""
        path = f"{self.url}/control/events?chat_id={self.chat_id}"
        timeout = aiohttp.ClientTimeout(total=None)
        async with self.session.get(path, timeout=timeout) as stream:
            self.moved.set()
            async for line in stream.content:
                if line.startswith(b"data: "):
                    self.show(json.loads(line[6:]))

    def show(self, event: Json) -> None:
        message = event.get("message")
        if message and message["from"]["is_bot"]:
            edited = event["event"] == "edited"
            title = f"{self.bot_name} ✎" if edited else self.bot_name
            for line in render.lines_of(message, title):
                self.console.print(line, soft_wrap=True)
            self.console.print()
            if render.buttons_of(message):
                self.keyboard = message
            elif edited and self.keyboard and self.keyboard["message_id"] == message["message_id"]:
                self.keyboard = None
        if event["event"] == "deleted":
            self.console.print(Text(f"(message {event['message_id']} deleted)", style="dim"))
        if message and not message["from"]["is_bot"]:
            return
        if event["event"] in ("message", "edited", "deleted", "answered"):
            self.moved.set()

    async def take(self, line: str) -> bool:
        """Does what a typed line says; True when the bot hears of it."""
        words = line.strip()
        buttons = render.buttons_of(self.keyboard or {})
        if words.isdecimal() and buttons:
            return await self.press(buttons, int(words))
        if not words and self.spoken:
            return False
        self.spoken = True
        await self.control("POST", "/say", user_id=self.chat_id, text=words or "/start")
        return True

    async def press(self, buttons: list[Json], number: int) -> bool:
        if not 1 <= number <= len(buttons) or self.keyboard is None:
            self.console.print(Text(f"(1–{len(buttons)})", style="dim"))
            return False
        button = buttons[number - 1]
        if "callback_data" not in button:
            self.console.print(Text(f"↗ {button.get('url', '')}", style="blue"))
            return False
        answer = await self.control(
            "POST",
            "/press",
            user_id=self.chat_id,
            message_id=self.keyboard["message_id"],
            data=button["callback_data"],
            wait=PRESS_WAIT,
        )
        if not answer["answered"]:
            self.console.print(Text("(no answer to the button)", style="red"))
        elif answer["text"]:
            self.console.print(Text(f"« {answer['text']} »", style="magenta"))
        return True

    async def settled(self) -> None:
        """Waits until the bot has reacted and then been quiet for a moment."""
        limit = REACTION
        while True:
            try:
                await asyncio.wait_for(self.moved.wait(), limit)
            except TimeoutError:
                return
            self.moved.clear()
            limit = QUIET


def _typed(stream: TextIO) -> Iterator[str]:
    """Lines of *stream*, read past its buffer: a thread that waits inside the buffer would make
    the interpreter fail at its end.
    """
    try:
        number = stream.fileno()
    except OSError:
        yield from stream
        return
    pending = b""
    while chunk := os.read(number, 4096):
        *lines, pending = (pending + chunk).split(b"\n")
        yield from (line.decode("utf-8", "replace") for line in lines)
    if pending:
        yield pending.decode("utf-8", "replace")


def _read_lines(
    stream: TextIO, loop: asyncio.AbstractEventLoop, put: Callable[[str | None], None]
) -> None:
    with contextlib.suppress(ValueError, OSError, RuntimeError):  # closed stream or loop: the end
        for line in _typed(stream):
            loop.call_soon_threadsafe(put, line)
        loop.call_soon_threadsafe(put, None)


async def _lines(stream: TextIO) -> AsyncIterator[str]:
    """Lines of *stream*, read in a thread that does not keep the program alive."""
    queue: asyncio.Queue[str | None] = asyncio.Queue()
    loop = asyncio.get_running_loop()
    arguments = (stream, loop, queue.put_nowait)
    threading.Thread(target=_read_lines, args=arguments, daemon=True).start()
    while (line := await queue.get()) is not None:
        yield line


async def converse(
    base_url: str,
    token: str,
    stream: TextIO | None = None,
    console: Console | None = None,
) -> None:
    """Talks until ``/quit``, the end of *stream* (standard input) or of the server.

    Raises TerminalError when the playground is not there or does not know the token.
    """
    stream = stream or sys.stdin
    async with aiohttp.ClientSession() as session:
        talk = Conversation(session, base_url.rstrip("/"), console or Console(highlight=False))
        try:
            await talk.open(token)
        except aiohttp.ClientError as error:
            raise TerminalError(f"no playground at {base_url}: {error}") from error
        talk.console.print(HELP, style="dim", markup=False)
        following = asyncio.create_task(talk.follow())
        typing = asyncio.create_task(_type(talk, stream))
        try:
            await asyncio.wait((following, typing), return_when=asyncio.FIRST_COMPLETED)
            for task in (following, typing):
                if task.done() and not isinstance(task.exception(), aiohttp.ClientError):
                    task.result()
        finally:
            for task in (following, typing):
                task.cancel()
            await asyncio.gather(following, typing, return_exceptions=True)


async def _type(talk: Conversation, stream: TextIO) -> None:
    await talk.moved.wait()  # the events are being followed
    talk.moved.clear()
    async for line in _lines(stream):
        if line.strip() == "/quit":
            return
        if not stream.isatty():
            talk.console.print(Text(f"> {line.strip()}", style="bold"))
        talk.moved.clear()
        if await talk.take(line) and not stream.isatty():
            await talk.settled()


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m bot.playground.terminal",
        description="Talk with the bot of a running playground.",
    )
    parser.add_argument("--url", required=True, help="the playground's base URL")
    parser.add_argument("--token", required=True, help="the bot's token")
    arguments = parser.parse_args()
    try:
        asyncio.run(converse(arguments.url, arguments.token))
    except TerminalError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
