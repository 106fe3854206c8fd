"""«ما الجديد»: what this chat was not told yet, and nothing that it was."""

from __future__ import annotations

from tests.handlers.talk import Talk


async def test_what_came_since_the_last_digest_is_shown_once(talk: Talk) -> None:
    await talk.publish("one", "ميناء المدينة يفتح رصيفًا جديدًا")
    reader = talk.person()
    await talk.say(reader, "/start ports")
    await talk.deliver(reader)
    await talk.publish("two", "معرض للزهور", "الموانئ تعلن خفض رسوم الشحن")
    await talk.say(reader, "/topics")
    screen = talk.last(reader)
    await talk.press(reader, "ما الجديد", message=screen)
    text = talk.last(reader).text
    assert "ما الجديد منذ آخر موجز" in text
    assert "خفض رسوم الشحن" in text
    assert "رصيفًا" not in text
    await talk.press(reader, "ما الجديد", message=screen)
    assert talk.last(reader).text == "لا جديد في مواضيعك منذ آخر موجز."
    assert talk.refused() == []
