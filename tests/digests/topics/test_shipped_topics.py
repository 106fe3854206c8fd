"""The shipped topics find their news in three languages, and none of what only sounds like it.

``shipped.jsonl`` holds short articles in our own words, partly invented, with the topics that they
must and may match; a third of them are of neighbouring subjects and must match nothing.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from config.catalog import read_topics
from digests.catalogs import topics
from digests.model import Article
from digests.topics.matching import Matcher
from digests.topics.phrases import Phrases

ROOT = Path(__file__).parents[3]
CASES: list[dict[str, Any]] = [
    json.loads(line)
    for line in Path(__file__).with_name("shipped.jsonl").read_text("utf-8").splitlines()
]
NOW = datetime(2026, 1, 1, tzinfo=UTC)
SHIPPED = topics(read_topics(ROOT / "config" / "topics.yaml"))


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(SHIPPED.values())


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_articles_get_their_topics_and_no_other(matcher: Matcher, case: dict[str, Any]) -> None:
    parts = case["title"], case["summary"], case["text"]
    found = set(matcher.match(Article(1, "s", case["lang"], *parts, "", NOW, NOW)))
    wanted, allowed = set(case["topics"]), set(case["may"])
    assert wanted <= found <= wanted | allowed


def test_ten_topics_are_shipped_and_named_in_both_languages() -> None:
    assert len(SHIPPED) == 10
    assert all(t.name.ar and t.name.en and t.about.ar and t.about.en for t in SHIPPED.values())


@pytest.mark.parametrize("slug", SHIPPED)
def test_every_group_can_be_hit_in_each_language(slug: str) -> None:
    for group in SHIPPED[slug].all:
        text = " ".join(group)
        assert any("\u0621" <= c <= "\u064a" for c in text)
        assert any("א" <= c <= "ת" for c in text)
        assert any("a" <= c <= "z" for c in text)


@pytest.mark.parametrize("slug", SHIPPED)
def test_no_phrase_stands_both_in_all_and_in_none(slug: str) -> None:
    topic = SHIPPED[slug]
    index = Phrases(())
    wanted = {index.add(phrase) for group in topic.all for phrase in group}
    assert wanted.isdisjoint({index.add(phrase) for phrase in topic.none})


@pytest.mark.parametrize(
    "text",
    [
        "أزور البيت الأبيض والاتصالات مستمرة",
        "Azure skies, US intel, a strike and a meta description",
        "אזור השבת והבשורה",
        "البيت والأمازون والفصل الجديد",
        "جئت لا لأزور المتاحف في إسرائيل",
        "No azure waters for Israel this spring",
    ],
)
def test_words_of_the_language_are_no_topic(matcher: Matcher, text: str) -> None:
    assert matcher.explain(text) == ()
