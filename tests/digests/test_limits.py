"""Our names for Telegram's limits say what the framework says."""

from __future__ import annotations

import pytest
from telegram import constants

from digests import limits


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (limits.MESSAGE_TEXT, constants.MessageLimit.MAX_TEXT_LENGTH),
        (limits.MESSAGE_ENTITIES, constants.MessageLimit.MESSAGE_ENTITIES),
        (limits.CALLBACK_DATA, constants.InlineKeyboardButtonLimit.MAX_CALLBACK_DATA),
        (limits.CALLBACK_ANSWER, constants.CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH),
        (limits.DEEP_LINK, constants.MessageLimit.DEEP_LINK_LENGTH),
        (limits.PACE_OVERALL, constants.FloodLimit.MESSAGES_PER_SECOND),
        (limits.PACE_CHAT, constants.FloodLimit.MESSAGES_PER_SECOND_PER_CHAT),
        (limits.PACE_GROUP_MINUTE, constants.FloodLimit.MESSAGES_PER_MINUTE_PER_GROUP),
        (limits.COMMANDS, constants.BotCommandLimit.MAX_COMMAND_NUMBER),
        (limits.COMMAND_NAME, constants.BotCommandLimit.MAX_COMMAND),
        (limits.COMMAND_DESCRIPTION, constants.BotCommandLimit.MAX_DESCRIPTION),
        (limits.DESCRIPTION, constants.BotDescriptionLimit.MAX_DESCRIPTION_LENGTH),
        (limits.SHORT_DESCRIPTION, constants.BotDescriptionLimit.MAX_SHORT_DESCRIPTION_LENGTH),
    ],
)
def test_ours_is_theirs(ours: int, theirs: int) -> None:
    assert ours == int(theirs)
