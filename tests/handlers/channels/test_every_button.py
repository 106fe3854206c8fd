"""Every button of a channel's settings and drafts, two levels deep: answered, nothing refused."""

from __future__ import annotations

import pytest

from bot.playground.objects import Message, User
from tests.handlers.channels.newsdesk import Newsdesk

SHIP = "الميناء يستقبل أكبر سفينة هذا العام"


def keys(message: Message) -> list[str]:
    rows = (message.markup or {}).get("inline_keyboard", [])
    return [b["callback_data"] for row in rows for b in row if "callback_data" in b]


@pytest.mark.parametrize("language", ["ar", "en"])
async def test_every_button_two_levels_deep_is_answered(desk: Newsdesk, language: str) -> None:
    owner = await desk.owner()
    if language == "en":
        await desk.press(owner, "English")
    await desk.publish("one", SHIP)
    topic = "الموانئ والملاحة" if language == "ar" else "Ports and shipping"
    chat = await desk.connected(owner, topic=topic)
    walked = 0
    for first in keys(await opened(desk, owner)):
        screen = await opened(desk, owner)
        if first not in keys(screen):
            continue  # «أوقف» and «استأنف» take each other's place
        await desk.press(owner, data=first, message=screen)
        for second in keys(screen):
            if second.endswith("|1") and second.startswith("C-"):
                continue  # leaving is tried elsewhere: there is no way back from it
            screen = await opened(desk, owner)
            if first in keys(screen):
                await desk.press(owner, data=first, message=screen)
            if second in keys(screen):
                await desk.press(owner, data=second, message=screen)
                walked += 1
    await desk.arrive()
    assert walked > 60
    assert desk.state(chat).owners == (owner.id,)
    assert desk.refused() == []


async def opened(desk: Newsdesk, owner: User) -> Message:
    """A fresh screen of the channel's settings."""
    await desk.say(owner, "/channel")
    await desk.press(owner, "قناة الميناء")
    return desk.last(owner, buttons=True)
