"""Messages to Telegram: sent, or edited in place when something would change.

Fast taps change one screen faster than Telegram takes edits of it. A screen that must wait for its
turn keeps no tap waiting: the newest content takes the place of what waits, and is shown alone.

The server refuses an edit that changes nothing. The rule: an edit is left out when the message
already shows the same visible text and the same buttons, by what we last sent there or, after a
restart, by what the tap brought along. What it may get wrong: after a restart, a change of nothing
but a link's address is not shown; the next edit shows it.
"""

from __future__ import annotations

import asyncio
import re
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import structlog
from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    MaybeInaccessibleMessage,
    ReplyParameters,
)
from telegram import Message as Sent
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError
from telegram.ext import ExtBot

from digests import stored_form
from digests.markup import visible
from digests.model import Message, Place
from digests.store.told import Part
from handlers.callbacks import pack

#: Messages whose content is remembered; an older one is compared by what the tap brings along.
REMEMBERED = 4000

#: Seconds that a tap waits for its screen before the next tap of the chat is taken up.
PROMPT = 0.3

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_INVISIBLE = re.compile("[\\s\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+")
_log = structlog.get_logger(__name__)

Bot = ExtBot[Any]
PackedRows = Sequence[Sequence[tuple[str, str, str]]]


def part(message: Message) -> Part:
    """*message* with its actions packed, as the store keeps it and as Telegram gets it."""
    return stored_form.part(message, pack)


def keyboard(rows: PackedRows) -> InlineKeyboardMarkup | None:
    """Rows of (text, "data" or "url", value) as Telegram's keyboard."""
    buttons = [
        [
            InlineKeyboardButton(text, url=value)
            if what == "url"
            else InlineKeyboardButton(text, callback_data=value)
            for text, what, value in row
        ]
        for row in rows
        if row
    ]
    return InlineKeyboardMarkup(buttons) if buttons else None


class Screens:
    """Sends and edits messages, and remembers what each of them shows."""

    def __init__(self) -> None:
        self._shown: OrderedDict[tuple[int, int], Part] = OrderedDict()
        self._wanted: dict[tuple[int, int], Part] = {}
        self._showing: dict[tuple[int, int], asyncio.Task[None]] = {}

    async def send(
        self, bot: Bot, place: Place, message: Message | Part, reply_to: int | None = None
    ) -> int:
        """Send *message* to *place*; its id. *reply_to* may be gone by now, which is no error."""
        shown = part(message) if isinstance(message, Message) else message
        answering = None
        if reply_to is not None:
            answering = ReplyParameters(reply_to, allow_sending_without_reply=True)
        sent = await bot.send_message(
            place.chat,
            shown.html,
            message_thread_id=place.thread or None,
            parse_mode=ParseMode.HTML,
            link_preview_options=NO_PREVIEW,
            disable_notification=shown.silent,
            reply_markup=keyboard(shown.buttons),
            reply_parameters=answering,
        )
        self._remember(place.chat, sent.message_id, shown)
        return sent.message_id

    async def show(
        self, bot: Bot, place: Place, old: MaybeInaccessibleMessage, message: Message | Part
    ) -> None:
        """Show *message* in place of *old*, or the next one if that comes before its turn.

        Returns when it is shown, or after `PROMPT`; an error that comes later is logged.
        """
        key = (old.chat.id, old.message_id)
        self._wanted[key] = part(message) if isinstance(message, Message) else message
        if key in self._showing:
            return
        task = asyncio.create_task(self._show_newest(bot, place, old))
        self._showing[key] = task
        done, _ = await asyncio.wait([task], timeout=PROMPT)
        if done:
            task.result()
        else:
            task.add_done_callback(_log_failure)

    async def _show_newest(self, bot: Bot, place: Place, old: MaybeInaccessibleMessage) -> None:
        key = (old.chat.id, old.message_id)
        try:
            while key in self._wanted:
                try:
                    await self.edit(bot, place, old, self._wanted.pop(key))
                except TelegramError:
                    if key not in self._wanted:  # else the newer one is tried
                        raise
        finally:
            self._wanted.pop(key, None)
            del self._showing[key]

    async def settle(self, seconds: float) -> None:
        """Wait up to *seconds* for the edits that wait for their turn."""
        if self._showing:
            await asyncio.wait(list(self._showing.values()), timeout=seconds)

    async def edit(
        self, bot: Bot, place: Place, old: MaybeInaccessibleMessage, shown: Part
    ) -> None:
        """Show *shown* in place of *old*; sent anew where *old* is gone."""
        if not isinstance(old, Sent):
            await self.send(bot, place, shown)
            return
        if self._shows(old, shown):
            return
        try:
            await bot.edit_message_text(
                shown.html,
                chat_id=old.chat.id,
                message_id=old.message_id,
                parse_mode=ParseMode.HTML,
                link_preview_options=NO_PREVIEW,
                reply_markup=keyboard(shown.buttons),
            )
        except BadRequest as error:
            reason = error.message.lower()
            if "not modified" not in reason:
                if "to edit not found" not in reason and "can't be edited" not in reason:
                    raise
                await self.send(bot, place, shown)
                return
        self._remember(old.chat.id, old.message_id, shown)

    async def edit_buttons(self, bot: Bot, old: MaybeInaccessibleMessage, rows: PackedRows) -> None:
        """Put *rows* under *old* and leave its text; nothing where it is gone."""
        if not isinstance(old, Sent):
            return
        key = (old.chat.id, old.message_id)
        markup = keyboard(rows)
        if self._markup(old) == markup:
            return
        try:
            await bot.edit_message_reply_markup(*key, reply_markup=markup)
        except BadRequest as error:
            reason = error.message.lower()
            if not any(why in reason for why in ("not modified", "not found", "can't be edited")):
                raise
            _log.info("screen.buttons_unchanged", reason=error.message)
        last = self._shown.get(key, Part(""))
        self._remember(*key, replace(last, buttons=tuple(tuple(row) for row in rows if row)))

    def forget(self) -> None:
        """Remember nothing, as after a restart."""
        self._shown.clear()

    def _remember(self, chat: int, message: int, shown: Part) -> None:
        self._shown[chat, message] = shown
        self._shown.move_to_end((chat, message))
        while len(self._shown) > REMEMBERED:
            self._shown.popitem(last=False)

    def _markup(self, old: Sent) -> InlineKeyboardMarkup | None:
        last = self._shown.get((old.chat.id, old.message_id))
        return old.reply_markup if last is None else keyboard(last.buttons)

    def _shows(self, old: Sent, new: Part) -> bool:
        last = self._shown.get((old.chat.id, old.message_id))
        if last is not None and last.html:
            return last.html == new.html and keyboard(last.buttons) == keyboard(new.buttons)
        same = _bare(old.text or "") == _bare(visible(new.html))
        return same and self._markup(old) == keyboard(new.buttons)


def _log_failure(task: asyncio.Task[None]) -> None:
    if not task.cancelled() and (error := task.exception()) is not None:
        _log.warning("screen.not_shown", reason=str(error) or repr(error))


def _bare(text: str) -> str:
    return _INVISIBLE.sub("", text)
