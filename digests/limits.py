"""Limits of the Telegram Bot API, as named constants.

A test compares them with ``telegram.constants``; they stand here because ``digests`` knows nothing
of the framework. Sources: the Bot API documentation, and docs/design.md.
"""

from __future__ import annotations

#: Characters of one message after entities are parsed. The server counts code points, the far side
#: an unknown unit: staying within this many UTF-16 units satisfies both.
MESSAGE_TEXT = 4096
#: Bytes of the raw text with its tags, above which the server answers ``Text is too long``.
MESSAGE_BYTES = 32_768
#: Entities kept in one message; the server drops the rest silently. Each link and bold is one.
MESSAGE_ENTITIES = 100
#: Characters of a caption.
CAPTION = 1024
#: Bytes of a button's callback data.
CALLBACK_DATA = 64
#: Buttons of one keyboard, and of one of its rows.
KEYBOARD_BUTTONS = 100
KEYBOARD_ROW = 8
#: Characters of the answer to a callback query.
CALLBACK_ANSWER = 200
#: Characters of a deep link's parameter, of ``A-Za-z0-9_-``.
DEEP_LINK = 64
#: Messages a second over all chats, a second in one chat, a minute in one group.
PACE_OVERALL = 30
PACE_CHAT = 1
PACE_GROUP_MINUTE = 20
#: Commands of a menu; characters of a command's name and description.
COMMANDS = 100
COMMAND_NAME = 32
COMMAND_DESCRIPTION = 256
#: Characters of the bot's description and short description.
DESCRIPTION = 512
SHORT_DESCRIPTION = 120
#: Hours within which a bot may delete its own message.
DELETE_HOURS = 48


def utf16_length(text: str) -> int:
    """Length of *text* in UTF-16 code units, Telegram's unit for offsets."""
    return len(text) + sum(1 for c in text if ord(c) > 0xFFFF)
