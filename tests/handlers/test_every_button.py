"""Every button, two levels deep, is answered, and the strict server refuses no call."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.handlers.talk import ADMIN, Talk

HEADLINES = (
    "ميناء المدينة يفتح رصيفًا جديدًا",
    "الموانئ تعلن خفض رسوم الشحن",
    "عمال ميناء الشمال يعودون إلى العمل",
)
WAYS_IN = (
    "/start",
    "/start ports",
    "/topics",
    "/latest",
    "/latest ports",
    "/latest الموانئ",
    "/latest xyz",
    "/settings",
    "/settings القاهرة",
    "/settings qqqq",
    "/city",
    "/city بيروت",
    "/status",
    "/help",
    "/search",
    "/search ميناء",
    "/search <b>&",
    "/track",
    "/track حاويات السفن",
    "/sources",
    "/corrections",
    "/about",
    "/privacy",
    "/forget",
    "/admin",
    "/nothing",
    "/lates",
    "ميناء",
    "الموانئ والملاحة",
    "القاهرة",
    "<script>alert(1)</script> @someone https://example.com/x",
    "ا" * 3000,
)

#: Ways in whose screens depend on whether a topic is followed.
SHOW_TOPICS = ("/start", "/topics", "/latest", "/status")


def buttons(talk: Talk, chat: int) -> list[tuple[int, str, str]]:
    """(message, label, data) of every button that can be tapped in *chat* now."""
    found = []
    for message in talk.world.chats[chat].messages.values():
        if message.outgoing and not message.deleted:
            for row in (message.markup or {}).get("inline_keyboard", []):
                found += [(message.id, b["text"], b["callback_data"]) for b in row]
    return found


def distinct(found: list[tuple[int, str, str]]) -> list[int]:
    """Numbers of buttons, at most two of those that differ in their last value alone."""
    kinds = Counter[tuple[int, str]]()
    chosen = []
    for at, (message, _, data) in enumerate(found):
        kind = (message, "|".join(data.split("|")[:-1]))
        kinds[kind] += 1
        if kinds[kind] <= 2 or "|" not in data:
            chosen.append(at)
    return chosen


async def way(talk: Talk, said: str, follow: bool, *steps: int) -> list[tuple[int, str, str]]:
    """A new person says *said* and taps the buttons with these numbers; the buttons there are."""
    reader = talk.person()
    if follow:
        await talk.say(reader, "/start olives")
    await talk.say(reader, said)
    assert talk.said(reader), f"{said!r} was not answered"
    for step in steps:
        before = buttons(talk, reader.id)
        number, _, data = before[step]
        message = talk.world.chats[reader.id].messages[number]
        await talk.press(reader, message=message, data=data)
    assert talk.refused() == [], f"after {said!r} and {steps}"
    return buttons(talk, reader.id)


@pytest.mark.parametrize("said", WAYS_IN)
async def test_two_levels_deep(talk: Talk, said: str) -> None:
    await talk.publish("one", *HEADLINES)
    for follow in (False, True) if said in SHOW_TOPICS else (True,):
        first = await way(talk, said, follow)
        for one in distinct(first):
            second = await way(talk, said, follow, one)
            fresh = [n for n in distinct(second) if second[n] not in first]
            for two in [one, *fresh]:
                if two < len(second):
                    await way(talk, said, follow, one, two)
    assert talk.refused() == []


async def test_the_buttons_under_a_delivered_digest(talk: Talk) -> None:
    await talk.publish("one", *HEADLINES)
    await talk.publish("two", HEADLINES[0])
    admin = talk.person(ADMIN)
    await talk.say(admin, "/start")
    assert (await _digest_ways(talk)) > 20
    assert talk.refused() == []


async def _digest_ways(talk: Talk, *steps: int) -> int:
    """Take every way under a digest, down to three taps; how many there were."""
    reader = talk.person()
    await talk.say(reader, "/start ports")
    await talk.deliver(reader)
    digest = talk.last(reader, buttons=True)
    ways = 0
    for step in steps:
        labels = [b for row in (digest.markup or {})["inline_keyboard"] for b in row]
        await talk.press(reader, message=digest, data=labels[step]["callback_data"])
        ways += 1
    assert talk.refused() == [], steps
    if len(steps) < 3:
        for number in range(len(talk.labels(digest))):
            ways += await _digest_ways(talk, *steps, number)
    return ways
