"""Searching the archive: by words as people write them, newest first, with the reason when not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.handlers.talk import Talk


async def test_particles_plurals_and_exclusions(talk: Talk) -> None:
    await talk.publish("one", "وصول السفن إلى الميناء", "ميناء بلا سفن", "قطار سريع بين مدينتين")
    reader = talk.person()
    await talk.say(reader, "/search سفن -بلا")
    found = talk.last(reader).text
    assert "وصول السفن" in found
    assert "ميناء بلا سفن" not in found
    assert talk.refused() == []


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("قس", "قصيرة"),
        ("في", "ترد في أكثر الأخبار"),
        ("-سفن", "كل الكلمات مستبعدة"),
    ],
)
@pytest.mark.parametrize("command", ["search", "track"])
async def test_words_that_find_everything_are_refused_with_the_reason(
    talk: Talk, command: str, query: str, reason: str
) -> None:
    reader = talk.person()
    await talk.say(reader, f"/{command} {query}")
    said = talk.last(reader).text
    assert reason in said
    assert talk.known(reader) is None


@pytest.mark.parametrize("query", ["", "’’", "😀", '""', "-", "؟!"])
@pytest.mark.parametrize(
    ("command", "usage"),
    [("search", "اكتب ما تبحث عنه بعد الأمر"), ("track", "اكتب كلمات تتابعها بعد الأمر")],
)
async def test_what_holds_no_word_is_answered_with_how_that_command_is_used(
    talk: Talk, command: str, usage: str, query: str
) -> None:
    reader = talk.person()
    await talk.say(reader, f"/{command} {query}")
    assert usage in talk.last(reader).text
    assert talk.known(reader) is None


async def test_older_results_are_a_tap_away_and_every_link_is_the_sources(talk: Talk) -> None:
    titles = [f"خبر الميناء رقم {number}" for number in range(1, 10)]
    await talk.publish("one", *titles, age=timedelta(hours=2))
    reader = talk.person()
    await talk.say(reader, "/search الميناء")
    first = talk.last(reader)
    links = [e.extra["url"] for e in first.entities if e.type == "text_link"]
    assert len(links) == 7
    assert all(link.startswith("https://one.example/") for link in links)
    await talk.press(reader, "نتائج أقدم")
    assert len(talk.said(reader)) == 1
    older = talk.last(reader)
    assert [e.type for e in older.entities].count("text_link") == 2
    assert talk.refused() == []
