"""The terminal conversation, fed through a pipe."""

from __future__ import annotations

import asyncio
import io
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from bot.playground import render
from bot.playground.terminal import TerminalError, converse

if TYPE_CHECKING:
    from tests.bot.playground.conftest import Trial

MARKUP = {
    "inline_keyboard": [
        [{"text": "نعم", "callback_data": "yes"}, {"text": "لا", "callback_data": "no"}],
        [{"text": "الموقع", "url": "https://example.com/"}],
    ]
}
REPLY = 'صدى <b>{}</b> <a href="https://example.com/x">المصدر</a>'


async def echo(trial: Trial) -> None:
    """A bot that repeats texts and answers buttons."""
    offset = 0
    while True:
        for update in await trial.ok("getUpdates", offset=offset, timeout=20):
            offset = update["update_id"] + 1
            if "message" in update:
                text = REPLY.format(update["message"]["text"])
                chat = update["message"]["chat"]["id"]
                await trial.ok(
                    "sendMessage", chat_id=chat, text=text, parse_mode="HTML", reply_markup=MARKUP
                )
            else:
                query = update["callback_query"]
                await trial.ok(
                    "answerCallbackQuery", callback_query_id=query["id"], text=query["data"]
                )


async def test_typed_lines_are_sent_and_numbers_press_buttons(trial: Trial) -> None:
    screen = io.StringIO()
    console = Console(file=screen, width=100, highlight=False)
    bot = asyncio.create_task(echo(trial))
    typed = io.StringIO("\nمرحبا\n2\n3\n9\n/quit\nلا يُرسل\n")
    try:
        await asyncio.wait_for(converse(trial.url, trial.world.token, typed, console), 30)
    finally:
        bot.cancel()
    shown = screen.getvalue()
    assert "صدى /start المصدر" in shown
    assert "صدى مرحبا المصدر" in shown
    assert "↗ https://example.com/x" in shown
    assert "[1] نعم   [2] لا" in shown
    assert "« no »" in shown
    assert "(1–3)" in shown
    assert "لا يُرسل" not in shown


async def test_a_wrong_token_is_told(trial: Trial) -> None:
    with pytest.raises(TerminalError, match="does not know this token: Unauthorized"):
        await converse(trial.url, "1:wrong", io.StringIO())


def test_quotes_are_marked_at_each_line() -> None:
    message = {
        "text": "😀 ق\nأ\nب\nج",
        "entities": [{"type": "expandable_blockquote", "offset": 5, "length": 3}],
    }
    assert render.text_of(message).plain == "😀 ق\n▏أ\n▏ب\nج"
