"""Who may change what a chat gets: in private the person, in groups the administrators.

The rule: Telegram is asked for the member's standing, and its answer holds for a minute. A message
in the group's own name (``sender_chat`` is the group) comes from an administrator who stays
anonymous. What it may get wrong: someone who lost the right keeps it for up to a minute. Where
Telegram gives no answer, the answer is no, and the next message asks again.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

import structlog
from telegram import Update
from telegram.constants import ChatMemberStatus
from telegram.error import TelegramError
from telegram.ext import ExtBot

from digests.clock import Clock
from digests.model import ChatKind

#: Seconds for which Telegram's answer holds.
VALID = 60.0
REMEMBERED = 4000

_RULING = (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR)
_log = structlog.get_logger(__name__)


class Permissions:
    """Remembers for a minute who is an administrator where."""

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[int, int], tuple[bool, float]] = OrderedDict()

    async def may_change(self, update: Update, bot: ExtBot[Any], clock: Clock) -> bool:
        """Whether the one who sent *update* may change settings and topics of its chat."""
        chat = update.effective_chat
        if chat is None:
            return False
        if chat.type == ChatKind.PRIVATE:
            return True
        message = update.message
        if message is not None and message.sender_chat is not None:
            return message.sender_chat.id == chat.id
        user = update.effective_user
        return user is not None and await self.is_admin(bot, chat.id, user.id, clock)

    async def is_admin(self, bot: ExtBot[Any], chat: int, user: int, clock: Clock) -> bool:
        """Whether *user* is owner or administrator of *chat*."""
        known = self._known.get((chat, user))
        now = clock.monotonic()
        if known is not None and now - known[1] < VALID:
            return known[0]
        try:
            member = await bot.get_chat_member(chat, user)
        except TelegramError as error:
            _log.warning("permissions.unknown", reason=error.message)
            return False
        ruling = member.status in _RULING
        self._known[chat, user] = (ruling, now)
        self._known.move_to_end((chat, user))
        while len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        return ruling

    def forget(self, chat: int) -> None:
        """Ask anew for everyone in *chat*: something about its members changed."""
        for key in [key for key in self._known if key[0] == chat]:
            del self._known[key]
