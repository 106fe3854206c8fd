"""«خط زمني» of a topic: its events page by page, without outlets that the chat muted."""

from __future__ import annotations

from datetime import timedelta

from digests.model import Entry, Place
from digests.store import archive, chats
from digests.store.archive import Arriving
from tests.handlers.talk import NOW, SOURCES, Talk


async def published(talk: Talk) -> None:
    """A report of its own for each headline, an hour apart."""
    entries = [
        Entry(title, f"https://one.example/{n}", title, published=NOW - timedelta(hours=n))
        for n, title in enumerate(HEADLINES, 1)
    ]
    source = SOURCES["one"]
    saved = await talk.store.write(
        lambda db: archive.save(db, source, entries, NOW, Arriving.USUAL)
    )
    await talk.services.pipeline.match(saved.new)
    await talk.services.pipeline.group(NOW)


async def test_the_timeline_of_the_one_topic_followed_comes_at_once(talk: Talk) -> None:
    await talk.publish("one", "ميناء المدينة يفتح رصيفًا جديدًا")
    reader = talk.person()
    await talk.say(reader, "/start ports")
    await talk.say(reader, "/topics")
    await talk.press(reader, "خط زمني")
    text = talk.last(reader).text
    assert text.startswith("خط زمني: الموانئ والملاحة")
    assert "24 نوفمبر: ميناء المدينة يفتح رصيفًا جديدًا (صحيفة الأولى)" in text.replace("\u200f", "")
    assert talk.refused() == []


async def test_of_several_topics_one_is_asked_for_and_an_empty_one_says_so(talk: Talk) -> None:
    reader = talk.person()
    await talk.say(reader, "/start ports")
    await talk.say(reader, "/topics")
    await talk.press(reader, "موسم الزيتون")
    await talk.press(reader, "خط زمني")
    assert talk.last(reader).text == "خط زمني لأي موضوع؟"
    await talk.press(reader, "موسم الزيتون")
    assert talk.last(reader).text == "لا أحداث بعد في «موسم الزيتون»."


async def test_older_events_take_the_place_of_newer_ones_and_come_back(talk: Talk) -> None:
    await published(talk)
    reader = talk.person()
    await talk.say(reader, "/start ports")
    await talk.say(reader, "/topics")
    await talk.press(reader, "خط زمني")
    first = talk.last(reader)
    shown = first.text
    assert shown.count("\n") == 11
    await talk.press(reader, "أحداث أقدم", message=first)
    assert first.text.count("\n") == 3
    assert "أحداث أقدم" not in talk.labels(first)
    await talk.press(reader, "أحداث أحدث", message=first)
    assert first.text == shown


async def test_a_muted_outlet_is_not_in_the_timeline(talk: Talk) -> None:
    await talk.publish("one", "ميناء المدينة يفتح رصيفًا جديدًا")
    await talk.publish("two", "الموانئ تعلن خفض رسوم الشحن")
    reader = talk.person()
    await talk.say(reader, "/start ports")
    place = Place(reader.id)
    await talk.store.write(lambda db: chats.mute(db, place, "source", "one", None))
    await talk.say(reader, "/topics")
    await talk.press(reader, "خط زمني")
    text = talk.last(reader).text
    assert "خفض رسوم" in text
    assert "رصيفًا" not in text


HEADLINES = (
    "ميناء المدينة يفتح رصيفًا جديدًا",
    "الموانئ تعلن خفض رسوم الشحن",
    "إضراب سائقي الرافعات في ميناء الشمال",
    "حريق صغير في مستودع حبوب قرب الموانئ",
    "سفينة سياحية ترسو في ميناء الجزيرة أول مرة",
    "تأجيل مزاد على قوارب قديمة في ميناء الصيد",
    "مدرسة للمرشدين البحريين تفتح أبوابها في ميناء الجنوب",
    "ضباب كثيف يغلق الموانئ ليلة كاملة",
    "الجمارك تضبط ساعات مهرّبة في ميناء الخليج",
    "جامعة تدرس هجرة السلاحف قرب ميناء الرمل",
    "معرض صور عن تاريخ الموانئ في المتحف",
    "انقطاع الكهرباء يوقف العمل في ميناء الفوسفات",
)
