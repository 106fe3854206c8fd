"""/corrections: every entry is shown once on the way down and up, whatever its length."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

from bot.playground.objects import User
from digests.store import corrections
from digests.store.corrections import Correction, Kind, Reading
from tests.handlers.talk import NOW, Talk

LONG = "كلمة طويلة من نص طويل " * 24


def edited(number: int, words: str = "") -> Correction:
    told = f"قالت الهيئة إن عدد السفن {number} سفينة. {words}"
    after = f"قالت الهيئة إن عدد السفن {number + 1000} سفينة. {words}"
    url = f"https://one.example/{number}"
    return Correction(
        Kind.EDITED, NOW, number, "one", f"العنوان {number}", "ar", url, NOW - timedelta(days=1),
        (Reading(told, told, after),),
    )  # fmt: skip


def gone(number: int) -> Correction:
    return replace(edited(number), kind=Kind.GONE, changes=(), url="")


async def listed(talk: Talk, *entries: Correction) -> None:
    for entry in entries:
        await talk.store.write(partial(corrections.add, correction=entry))


def numbers(talk: Talk, reader: User) -> list[int]:
    """The entries on the screen that *reader* sees, as they stand there."""
    shown = talk.last(reader).text
    found = [(shown.find(f"عدد السفن {n} "), n) for n in range(1, 40)]
    return [n for at, n in sorted(found) if at >= 0]


async def test_an_empty_list_says_so(talk: Talk) -> None:
    reader = talk.person()
    await talk.say(reader, "/corrections")
    assert talk.last(reader).text.endswith("لا تصحيحات حتى الآن.")


async def test_the_newest_stands_first_with_the_day_and_the_link(talk: Talk) -> None:
    await listed(talk, edited(1), edited(2))
    reader = talk.person()
    await talk.say(reader, "/about")
    await talk.press(reader, "قائمة التصحيحات")
    assert numbers(talk, reader) == [2, 1]
    message = talk.last(reader)
    assert "الثلاثاء 24 نوفمبر 2026" in message.text
    assert any(e.extra.get("url") == "https://one.example/2" for e in message.entities)
    assert talk.labels(message) == []


async def test_a_page_that_came_back_is_said_to_have(talk: Talk) -> None:
    await listed(talk, gone(1))
    await talk.store.write(lambda db: corrections.returned(db, 1, NOW + timedelta(days=1)))
    reader = talk.person()
    await talk.say(reader, "/corrections")
    assert "عادت الصفحة في 25 نوفمبر." in talk.last(reader).text


async def test_turning_down_and_up_shows_every_entry(talk: Talk) -> None:
    await listed(talk, *(edited(n, LONG if n % 3 else "") for n in range(1, 15)))
    reader = talk.person()
    await talk.say(reader, "/corrections")
    down = numbers(talk, reader)
    while "أقدم" in talk.labels(talk.last(reader)):
        await talk.press(reader, "أقدم")
        down += numbers(talk, reader)
        assert "كل ما صحّحناه" not in talk.last(reader).text
    assert down == list(range(14, 0, -1))
    up = [numbers(talk, reader)]
    while "أحدث" in talk.labels(talk.last(reader)):
        await talk.press(reader, "أحدث")
        up.append(numbers(talk, reader))
    assert {n for screen in up for n in screen} == set(down)
    assert talk.refused() == []


async def test_it_is_english_for_who_reads_english(talk: Talk) -> None:
    await listed(talk, edited(1), gone(2))
    reader = talk.person(language="en")
    await talk.say(reader, "/start")
    await talk.press(reader, "English")
    await talk.say(reader, "/corrections")
    assert talk.last(reader).text.startswith("Corrections\nEverything that we corrected")
    assert "No longer available:" in talk.last(reader).text
    assert talk.refused() == []
