"""Topics by button, settings by button: stored at once, shown in place."""

from __future__ import annotations

from datetime import UTC, datetime, time
from functools import partial

import pytest

from digests.model import Arrival, ChatKind, Digits, Length, Place, Preferences
from digests.store import chats
from tests.handlers.talk import NOW, Talk


async def test_a_toggle_stays_on_its_page_of_the_same_message(talk: Talk) -> None:
    reader = talk.person()
    await talk.say(reader, "/topics")
    await talk.press(reader, "التالي")
    query = await talk.press(reader, "موضوع رقم 8")
    (message,) = talk.said(reader)
    assert query.text == "تتابع الآن: موضوع رقم 8"
    assert "✅ موضوع رقم 8" in talk.labels(message)
    assert "صفحة 2 من 2" in message.text
    assert talk.known(reader).topics == ("t8",)
    query = await talk.press(reader, "✅ موضوع رقم 8")
    assert query.text == "لم تعد تتابع: موضوع رقم 8"
    assert talk.known(reader).topics == ()
    assert talk.refused() == []


@pytest.mark.parametrize(("followed", "ending"), [(8, "رقم 7."), (9, "رقم 7، وموضوعًا آخر.")])
async def test_status_names_eight_topics_and_counts_the_rest(
    talk: Talk, followed: int, ending: str
) -> None:
    reader = talk.person()
    place = Place(reader.id)
    await talk.store.write(lambda db: chats.ensure(db, place, ChatKind.PRIVATE, Preferences(), NOW))
    for slug in ("ports", *(f"t{n}" for n in range(1, 8)), "olives")[:followed]:
        await talk.store.write(partial(chats.subscribe, place=place, topic=slug, now=NOW))
    await talk.say(reader, "/status")
    (line,) = [one for one in talk.last(reader).text.split("\n") if "تتابع" in one]
    assert line.endswith(ending)


async def test_latest_shows_once_told_and_marks_it_told(talk: Talk) -> None:
    await talk.publish("one", "ميناء المدينة يفتح رصيفًا جديدًا")
    reader = talk.person()
    await talk.say(reader, "/latest الموانئ")
    assert "رصيفًا جديدًا" in talk.last(reader).text
    await talk.press(reader, "المزيد")
    assert talk.last(reader).text == "هذه كل الأخبار."
    assert talk.refused() == []


async def test_latest_without_news_says_what_was_last(talk: Talk) -> None:
    reader = talk.person()
    await talk.say(reader, "/start ports")
    await talk.say(reader, "/latest")
    assert "لا جديد عن مواضيعك منذ 48 ساعة" in talk.last(reader).text


async def test_latest_without_topics_offers_them(talk: Talk) -> None:
    reader = talk.person()
    await talk.say(reader, "/latest")
    assert "لا تتابع أي موضوع بعد. اختر واحدًا:" in talk.last(reader).text


@pytest.mark.parametrize(
    ("ways", "field", "value"),
    [
        (["الوصول", "فوري"], "arrival", Arrival.INSTANT),
        (["الأخبار", "7"], "stories", 7),
        (["ساعات الهدوء", "بلا"], "quiet", None),
        (["ساعات الهدوء", "23:00–07:00"], "quiet", (time(23), time(7))),
        (["المواعيد", "08:00"], "times", (time(8), time(20))),
        (["المزيد", "الطول", "مختصر"], "length", Length.BRIEF),
        (["المزيد", "الأرقام", "١٢٣"], "digits", Digits.ARABIC),
        (["المزيد", "الأشهر", "أيار"], "months", "ayyar"),
        (["المزيد", "الهجري", "نعم"], "hijri", True),
        (["المزيد", "الصوت", "بصوت"], "sound", True),
        (["المزيد", "قارئ الشاشة", "نعم"], "screen_reader", True),
        (["المزيد", "نهاية الأسبوع", "نعم"], "weekend", True),
        (["المزيد", "اللغة", "English"], "language", "en"),
        (["المدينة", "بغداد"], "timezone", "Asia/Baghdad"),
    ],
)
async def test_every_field_is_a_few_taps_on_one_message(
    talk: Talk, ways: list[str], field: str, value: object
) -> None:
    reader = talk.person()
    await talk.say(reader, "/settings")
    for label in ways:
        await talk.press(reader, label)
    assert getattr(talk.known(reader).preferences, field) == value
    assert len(talk.said(reader)) == 1
    assert talk.refused() == []


async def test_a_time_of_the_settings_moves_the_next_digest(talk: Talk) -> None:
    reader = talk.person()
    await talk.say(reader, "/start ports")
    await talk.press(reader, "تغيير الموعد")
    await talk.press(reader, "14:00")
    assert talk.known(reader).next_due == datetime(2026, 11, 24, 11, 0, tzinfo=UTC)


async def test_the_last_time_stays(talk: Talk) -> None:
    reader = talk.person()
    await talk.say(reader, "/settings")
    await talk.press(reader, "المواعيد")
    query = await talk.press(reader, "✅ 20:00")
    assert "يبقى موعد واحد على الأقل" in query.text
    assert talk.known(reader).preferences.times == (time(20),)


async def test_the_value_chosen_already_is_no_refused_edit(talk: Talk) -> None:
    reader = talk.person()
    await talk.say(reader, "/settings")
    await talk.press(reader, "الأخبار")
    await talk.press(reader, "✅ 5")
    await talk.press(reader, "المدينة")
    await talk.press(reader, "رجوع")
    assert talk.refused() == []


async def test_after_a_restart_a_screen_that_shows_the_same_is_not_edited(talk: Talk) -> None:
    reader = talk.person()
    await talk.say(reader, "/help")
    await talk.press(reader, "الإعدادات")
    await talk.press(reader, "المزيد")
    data = "s|more"
    message = talk.last(reader)
    markup = {"inline_keyboard": [*message.markup["inline_keyboard"]]} if message.markup else {}
    markup["inline_keyboard"] = [*markup["inline_keyboard"], [{"text": "x", "callback_data": data}]]
    message.markup = markup
    talk.services.screens.forget()
    await talk.press(reader, data=data)
    await talk.press(reader, "رجوع")
    talk.services.screens.forget()
    await talk.press(reader, "المزيد")
    assert talk.refused() == []


async def test_forget_asks_once_and_erases_at_once(talk: Talk) -> None:
    reader = talk.person()
    await talk.say(reader, "/start ports")
    await talk.say(reader, "/forget")
    await talk.press(reader, "لا، أبقِه")
    assert talk.known(reader).topics == ("ports",)
    await talk.say(reader, "/forget")
    await talk.press(reader, "نعم")
    assert talk.last(reader).text == "مُحي كل شيء. للبدء من جديد: \u2066/start\u2069"
    assert talk.store.read_now(lambda db: chats.places(db, reader.id)) == []
    await talk.store.write(lambda _: None)
    assert talk.known(reader) is None


async def test_words_of_ones_own_become_a_topic_and_leave_by_undo(talk: Talk) -> None:
    await talk.publish("one", "اكتشاف مدينة أثرية قرب النهر")
    reader = talk.person()
    await talk.say(reader, "/search مدينة أثرية")
    assert "اكتشاف مدينة أثرية" in talk.last(reader).text
    await talk.press(reader, "متابعة هذه الكلمات")
    assert "تتابع الآن كلماتك" in talk.last(reader).text
    (slug,) = talk.known(reader).topics
    await talk.say(reader, "/topics")
    assert "✅ مدينة أثرية" in talk.labels(talk.last(reader))
    other = talk.person()
    await talk.say(other, "/topics")
    assert all("أثرية" not in label for label in talk.labels(talk.last(other)))
    assert slug.startswith("own-")
    assert talk.refused() == []


async def test_english_speaks_english_everywhere(talk: Talk) -> None:
    reader = talk.person()
    await talk.say(reader, "/start")
    await talk.press(reader, "English")
    for text in ("/topics", "/settings", "/help", "/status", "/about", "/privacy", "/nothing"):
        await talk.say(reader, text)
        shown = talk.last(reader).text
        assert not any("\u0600" <= c <= "\u06ff" for c in shown), shown
