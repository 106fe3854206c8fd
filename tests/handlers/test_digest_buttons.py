"""Under a digest: its text stays, questions take the place of its buttons, and they come back."""

from __future__ import annotations

from datetime import timedelta

from bot.playground.objects import Message, User
from digests.model import Place
from digests.store import chats
from tests.handlers.talk import NOW, Talk

HEADLINES = ("ميناء المدينة يفتح رصيفًا جديدًا", "الموانئ تعلن خفض رسوم الشحن")


async def delivered(talk: Talk, *headlines: str) -> tuple[User, Message]:
    """A reader of *headlines*, and the message under which the buttons are."""
    await talk.publish("one", *headlines)
    reader = talk.person()
    await talk.say(reader, "/start ports")
    await talk.deliver(reader)
    return reader, talk.last(reader, buttons=True)


async def test_coverage_of_one_story_comes_as_a_message(talk: Talk) -> None:
    reader, digest = await delivered(talk, HEADLINES[0])
    before = digest.text
    await talk.press(reader, "كيف غطّته", message=digest)
    assert talk.last(reader).text.startswith("كيف غطّته المصادر")
    assert digest.text == before


async def test_coverage_of_several_asks_which_and_puts_the_buttons_back(talk: Talk) -> None:
    reader, digest = await delivered(talk, *HEADLINES)
    labels = talk.labels(digest)
    query = await talk.press(reader, "كيف غطّته", message=digest)
    assert query.text == "أيّ خبر؟"
    assert HEADLINES[1] in talk.labels(digest)
    await talk.press(reader, HEADLINES[1], message=digest)
    assert HEADLINES[1] in talk.last(reader).text
    assert talk.labels(digest) == labels
    assert talk.refused() == []


async def test_a_mute_lasts_as_long_as_was_said_and_is_taken_back_in_settings(talk: Talk) -> None:
    reader, digest = await delivered(talk, HEADLINES[0])
    labels = talk.labels(digest)
    await talk.press(reader, "كتم", message=digest)
    await talk.press(reader, "كتم «الموانئ", message=digest)
    query = await talk.press(reader, "يومًا", message=digest)
    assert "كُتم «الموانئ والملاحة» حتى 25 نوفمبر، 11:00." in query.text
    assert talk.labels(digest) == labels
    (mute,) = talk.store.read_now(lambda db: chats.mutes(db, Place(reader.id), NOW))
    assert (mute.kind, mute.value) == ("topic", "ports")
    assert mute.until == NOW + timedelta(days=1)
    await talk.press(reader, "الإعدادات", message=digest)
    for label in ("المزيد", "المكتوم: 1", "الموانئ والملاحة"):
        await talk.press(reader, label)
    assert "لا شيء مكتوم" in talk.last(reader).text
    assert talk.refused() == []


async def test_settings_under_a_digest_are_a_message_of_their_own(talk: Talk) -> None:
    reader, digest = await delivered(talk, HEADLINES[0])
    before = digest.text
    await talk.press(reader, "الإعدادات", message=digest)
    assert talk.last(reader).id != digest.id
    assert digest.text == before


async def test_a_digest_that_is_gone_is_answered_kindly(talk: Talk) -> None:
    reader, digest = await delivered(talk, HEADLINES[0])
    assert digest.markup
    digest.markup["inline_keyboard"][0][0]["callback_data"] = "c|zzz"
    query = await talk.press(reader, data="c|zzz", message=digest)
    assert query.alert
    assert "هذا الزر قديم" in query.text
