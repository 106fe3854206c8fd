"""From /start to following a topic: two messages, one tap, and every way back."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from digests.model import Place
from digests.store import deliveries
from digests.telling import Teller
from handlers.first import answer_first
from tests.handlers.talk import Talk

HEADLINES = ("ميناء المدينة يفتح رصيفًا جديدًا", "الموانئ تعلن خفض رسوم الشحن")


async def test_start_is_one_message_with_two_topics_all_topics_and_english(talk: Talk) -> None:
    reader = talk.person()
    await talk.say(reader, "/start")
    (welcome,) = talk.said(reader)
    assert "أهلًا بك في موجز" in welcome.text
    assert talk.labels(welcome) == [
        "الموانئ والملاحة",
        "موسم الزيتون",
        "كل المواضيع (12)",
        "English",
    ]
    assert talk.refused() == []


async def test_one_tap_turns_the_same_message_and_owes_the_first_digest(talk: Talk) -> None:
    await talk.publish("one", *HEADLINES)
    reader = talk.person()
    await talk.say(reader, "/start")
    query = await talk.press(reader, "الموانئ")
    (message,) = talk.said(reader)
    assert query.message_id == message.id
    assert "تتابع الآن: الموانئ والملاحة" in message.text
    assert "20:00 بتوقيت مكة المكرمة" in message.text
    assert talk.known(reader).topics == ("ports",)
    assert talk.store.read_now(deliveries.counts) == {"pending": 1}
    assert talk.refused() == []


class Overtaken(Teller):
    """Looks for news, and *meanwhile* comes to pass before the first answer is there."""

    meanwhile: Callable[[], Awaitable[None]] | None = None

    async def first(self, place: Place, topic: str, now: datetime) -> int:
        owed = await super().first(place, topic, now)
        if self.meanwhile is not None:
            meanwhile, self.meanwhile = self.meanwhile, None
            await meanwhile()
        return owed


async def test_news_that_is_grouped_while_the_archive_is_read_still_answers(talk: Talk) -> None:
    reader = talk.person()
    await talk.say(reader, "/start ports")
    services = talk.services
    teller = Overtaken.__new__(Overtaken)
    teller.__dict__.update(services.teller.__dict__)
    teller.meanwhile = partial(talk.publish, "one", *HEADLINES)
    services.pipeline.ungrouped.set()  # something was read and is not grouped yet
    await answer_first(replace(services, teller=teller), Place(reader.id), "ports")
    for _ in range(500):
        if talk.store.read_now(deliveries.counts):
            break
        await asyncio.sleep(0.01)
    assert talk.store.read_now(deliveries.counts) == {"pending": 1}


async def test_a_second_topic_owes_nothing_and_offers_the_latest(talk: Talk) -> None:
    await talk.publish("one", *HEADLINES, "موسم الزيتون يبدأ مبكرًا هذا العام")
    reader = talk.person()
    await talk.say(reader, "/start ports")
    owed = talk.store.read_now(deliveries.counts)
    await talk.say(reader, "/start olives")
    assert talk.store.read_now(deliveries.counts) == owed
    assert "اعرض آخر الأخبار" in talk.labels(talk.last(reader))


async def test_a_deep_link_lands_on_the_second_state(talk: Talk) -> None:
    reader = talk.person()
    await talk.say(reader, "/start olives")
    (message,) = talk.said(reader)
    assert "تتابع الآن: موسم الزيتون" in message.text
    assert talk.labels(message) == ["مدينتي غير ذلك", "تغيير الموعد", "موضوع آخر", "تراجع"]


async def test_a_deep_link_to_an_unknown_topic_offers_the_others(talk: Talk) -> None:
    reader = talk.person()
    await talk.say(reader, "/start gone-topic")
    message = talk.last(reader)
    assert "لا نعرف هذا الموضوع" in message.text
    assert "الموانئ والملاحة" in talk.labels(message)
    assert not talk.known(reader)


async def test_undo_takes_the_subscription_back(talk: Talk) -> None:
    reader = talk.person()
    await talk.say(reader, "/start ports")
    await talk.press(reader, "تراجع")
    (message,) = talk.said(reader)
    assert "لم تعد تتابع «الموانئ والملاحة»" in message.text
    assert talk.known(reader).topics == ()
    assert talk.known(reader).next_due is None


async def test_english_is_one_tap_away_and_back(talk: Talk) -> None:
    reader = talk.person(language="en")
    await talk.say(reader, "/start")
    await talk.press(reader, "English")
    (message,) = talk.said(reader)
    assert "Ports and shipping" in talk.labels(message)
    assert "العربية" in talk.labels(message)[-1]
    await talk.press(reader, "العربية")
    assert "أهلًا بك" in talk.last(reader).text


async def test_the_city_changes_clock_and_next_digest(talk: Talk) -> None:
    reader = talk.person()
    await talk.say(reader, "/start ports")
    await talk.press(reader, "مدينتي غير ذلك")
    await talk.press(reader, "القاهرة")
    assert talk.known(reader).preferences.timezone == "Africa/Cairo"
    assert "20:00 بتوقيت القاهرة" in talk.last(reader).text
    assert talk.refused() == []


async def test_tapping_the_same_topic_twice_is_no_refused_edit(talk: Talk) -> None:
    reader = talk.person()
    await talk.say(reader, "/start")
    message = talk.last(reader)
    data = message.markup["inline_keyboard"][0][0]["callback_data"] if message.markup else ""
    await talk.press(reader, data=data)
    await talk.say(reader, "/start")
    await talk.press(reader, "الموانئ")
    await talk.press(reader, "موضوع آخر")
    await talk.press(reader, "القطارات")
    assert talk.known(reader).topics == ("ports", "trains")
    assert talk.refused() == []
