"""What nobody planned: unknown commands, plain text, old buttons, lost chats, failing parts."""

from __future__ import annotations

import pytest

from bot.playground import people
from digests.model import Place
from digests.store import chats, deliveries
from handlers.commands import PUBLIC, announce
from handlers.registry import COMMANDS
from tests.handlers.talk import Talk


async def test_an_unknown_command_names_the_nearest(talk: Talk) -> None:
    reader = talk.person()
    await talk.say(reader, "/setings")
    assert "لا نعرف الأمر" in talk.last(reader).text
    assert "/settings" in talk.last(reader).text


async def test_plain_words_are_offered_as_topic_search_and_own_words(talk: Talk) -> None:
    reader = talk.person()
    await talk.say(reader, "موسم الزيتونن")
    labels = talk.labels(talk.last(reader))
    assert labels == ["موسم الزيتون", "ابحث عنها", "متابعة هذه الكلمات"]
    await talk.press(reader, "ابحث عنها")
    assert "لم نجد «موسم الزيتونن»" in talk.last(reader).text


async def test_a_city_alone_is_offered_as_the_city(talk: Talk) -> None:
    reader = talk.person()
    await talk.say(reader, "بيروت")
    await talk.press(reader, "المدينة: بيروت")
    assert talk.known(reader).preferences.timezone == "Asia/Beirut"


async def test_markup_in_words_stays_text(talk: Talk) -> None:
    reader = talk.person()
    words = '<b>"ميناء" & @someone example.com</b>'
    await talk.say(reader, words)
    await talk.press(reader, "متابعة هذه الكلمات")
    assert len(talk.known(reader).topics) == 1
    kinds = {e.type for m in talk.said(reader) for e in m.entities}
    assert kinds == {"bold", "bot_command"}
    assert talk.refused() == []


async def test_a_picture_is_answered(talk: Talk) -> None:
    reader = talk.person()
    photo = {"photo": [{"file_id": "x", "file_unique_id": "y", "width": 1, "height": 1}]}
    people.say(talk.world, reader, talk.world.private_chat(reader), "", content=photo)
    await talk.settle()
    assert "نقرأ النصوص وحدها" in talk.last(reader).text


@pytest.mark.parametrize("data", ["zz|1", "l|gone-topic", "t|zz|1", "=|times|99:99", "p|atlantis"])
async def test_an_old_button_is_answered_with_a_fresh_screen(talk: Talk, data: str) -> None:
    reader = talk.person()
    await talk.say(reader, "/start")
    message = talk.last(reader)
    message.markup = {"inline_keyboard": [[{"text": "قديم", "callback_data": data}]]}
    await talk.press(reader, data=data)
    assert talk.labels(talk.last(reader))
    assert "قديم" not in talk.labels(talk.last(reader))
    assert talk.refused() == []


async def test_blocking_cancels_what_is_owed_and_coming_back_goes_on(talk: Talk) -> None:
    await talk.publish("one", "ميناء المدينة يفتح رصيفًا جديدًا")
    reader = talk.person()
    await talk.say(reader, "/start ports")
    people.block(talk.world, reader, blocked=True)
    await talk.settle()
    assert talk.store.read_now(deliveries.counts) == {"refused": 1}
    assert not talk.known(reader).active
    people.block(talk.world, reader, blocked=False)
    await talk.settle()
    assert talk.known(reader).active
    assert talk.known(reader).next_due is not None
    await talk.say(reader, "/topics")
    assert "✅ الموانئ والملاحة" in talk.labels(talk.last(reader))


async def test_a_tap_is_answered_also_when_the_work_fails(talk: Talk) -> None:
    reader = talk.person()
    await talk.say(reader, "/start")
    talk.world.faults.order(kind="error", method="editMessageText", code=400)
    query = people.press(
        talk.world, reader, talk.world.private_chat(reader), talk.last(reader), text="الموانئ"
    )
    await talk.handle()
    assert query.answered is not None
    assert "حدث خطأ لدينا" in talk.last(reader).text


async def test_someone_who_blocked_meanwhile_is_not_written_to(talk: Talk) -> None:
    reader = talk.person()
    await talk.say(reader, "/start ports")
    people.say(talk.world, reader, talk.world.private_chat(reader), "/help")
    people.block(talk.world, reader, blocked=True)
    await talk.settle()
    found = talk.store.read_now(lambda db: chats.find(db, Place(reader.id)))
    assert found is not None
    assert not found.active


async def test_the_menu_is_set_for_each_language_and_scope(talk: Talk) -> None:
    await announce(talk.app.bot, talk.services.words)
    arabic = await talk.app.bot.get_my_commands()
    english = await talk.app.bot.get_my_commands(language_code="en")
    assert [c.command for c in arabic] == [
        "latest",
        "topics",
        "search",
        "track",
        "settings",
        "help",
    ]
    assert english[0].description == "Latest news"
    assert (await talk.app.bot.get_my_short_description()).short_description
    assert talk.refused() == []


def test_every_command_of_the_menu_exists() -> None:
    assert set(COMMANDS) == {*PUBLIC, "admin"}
