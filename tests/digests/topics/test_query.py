"""A person's words become a topic, or are refused with the word that is the reason."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.language.normal import fold
from digests.model import Topic, Zone
from digests.topics.matching import phrase_matches
from digests.topics.query import MOST, QueryRefused, expression, parse


@pytest.mark.parametrize(
    ("query", "groups", "none"),
    [
        ("سفن البحر", (("سفن",), ("البحر",)), ()),
        ('"سفن البحر"', (("سفن البحر",),), ()),
        ("«سفن البحر» ميناء", (("سفن البحر",), ("ميناء",)), ()),
        ("سفن|قوارب ميناء", (("سفن", "قوارب"), ("ميناء",)), ()),
        ("سفن | قوارب", (("سفن", "قوارب"),), ()),
        ("ships OR boats", (("ships", "boats"),), ()),
        ("سفن -حربية", (("سفن",),), ("حربية",)),
        ('سفن -"في البر"', (("سفن",),), ("في البر",)),
        ("e-SIM", (("e-SIM",),), ()),
        ("AI", (("AI",),), ()),
        ("في الميناء", (("في",), ("الميناء",)), ()),
        ('سفن "لم تغلق', (("سفن",), ("لم تغلق",)), ()),
        ("سفن أو قوارب بدون حربية", (("سفن", "قوارب"),), ("حربية",)),
        ('ships NOT "war ships"', (("ships",),), ("war ships",)),
        ('נמל או מעגן ללא צה"ל', (("נמל", "מעגן"),), ('צה"ל',)),
        ('"דובר צה"ל אמר" נמל', (('דובר צה"ל אמר',), ("נמל",)), ()),
        ("بدون الكويت", (("بدون",), ("الكويت",)), ()),
    ],
)
def test_what_is_written_is_what_is_meant(
    query: str, groups: tuple[tuple[str, ...], ...], none: tuple[str, ...]
) -> None:
    topic = parse(query)
    assert topic.all == groups
    assert topic.none == none
    assert topic.own


@pytest.mark.parametrize(
    ("query", "reason", "word"),
    [
        ("", "empty", ""),
        ("؟!", "empty", ""),
        ("قس", "short", "قس"),
        ("ai", "short", "ai"),
        ("في", "common", "في"),
        ("the news", "common", "the"),
        ("ميناء|من", "common", "من"),
        ("وقالت", "common", "وقالت"),
        ("-سفن", "excluded", "سفن"),
        (" ".join(f"كلمة{n}" for n in range(MOST + 1)), "long", ""),
    ],
)
def test_what_tells_nothing_apart_is_refused_with_the_reason(
    query: str, reason: str, word: str
) -> None:
    with pytest.raises(QueryRefused) as refused:
        parse(query)
    assert (refused.value.reason, refused.value.word) == (reason, word)


@given(st.text(max_size=200))
def test_any_text_is_a_topic_or_a_refusal_and_the_index_can_be_asked(text: str) -> None:
    try:
        topic = parse(text, where=Zone.ANY)
    except QueryRefused:
        return
    assert asked(topic, "نص آخر") == []


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("ميناء", "وصلت إلى الميناء أمس"),
        ("الميناء", "وبالميناء سفن"),
        ("ميناء", "وللميناء رصيف"),
        ("ship", "Two ships left"),
        ("נמל", "עובדי הנמל שבתו"),
        ("سفن|قوارب", "قوارب الصيد"),
        ("أزمة", "ازمه السفن"),
    ],
)
def test_the_index_finds_what_the_matcher_would(query: str, text: str) -> None:
    assert any(phrase_matches(phrase, text) for phrase in parse(query).all[0])
    assert asked(parse(query), text) == [1]


def asked(topic: Topic, *texts: str) -> list[int]:
    """What an index of *texts*, made as the archive's is, gives for *topic*."""
    db = sqlite3.connect(":memory:")
    db.execute(
        "CREATE VIRTUAL TABLE s USING fts5 (words, tokenize='unicode61 remove_diacritics 0')"
    )
    db.executemany("INSERT INTO s (words) VALUES (?)", [(fold(text),) for text in texts])
    rows = db.execute("SELECT rowid FROM s WHERE s MATCH ?", (expression(topic),)).fetchall()
    db.close()
    return [row[0] for row in rows]
