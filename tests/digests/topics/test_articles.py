"""An article belongs to a topic by its groups, its exclusions and the zone in which they count."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from digests.model import Article, Hit, Text, Topic, Zone
from digests.topics.matching import SUMMARY_LENGTH, Matcher

NOW = datetime(2026, 1, 1, tzinfo=UTC)
NO_TEXT = Text("", "")


def topic(
    *groups: tuple[str, ...], none: tuple[str, ...] = (), where: Zone = Zone.LEAD, slug: str = "t"
) -> Topic:
    return Topic(slug, NO_TEXT, NO_TEXT, groups, none, where)


def article(title: str, summary: str = "", text: str = "", language: str = "ar") -> Article:
    return Article(1, "s", language, title, summary, text, "", NOW, NOW)


def matched(one: Topic, about: Article) -> bool:
    return Matcher([one]).match(about) == (one.slug,)


def test_every_group_needs_a_hit() -> None:
    ports = topic(("ميناء", "مرفأ"), ("إضراب", "اعتصام"))
    assert matched(ports, article("إضراب في المرفأ"))
    assert not matched(ports, article("ازدحام في المرفأ"))


def test_groups_may_be_hit_in_different_parts_of_the_lead() -> None:
    ports = topic(("ميناء",), ("إضراب",))
    assert matched(ports, article("حركة الميناء تتوقف", "", "السبب مجهول. قيل إنه إضراب."))


def test_an_excluded_phrase_takes_the_article_out() -> None:
    ports = topic(("ميناء",), none=("ميناء جوي",))
    assert matched(ports, article("ميناء جديد"))
    assert not matched(ports, article("ميناء جوي جديد"))


@pytest.mark.parametrize(
    ("where", "hit"), [(Zone.TITLE, False), (Zone.LEAD, False), (Zone.ANY, True)]
)
def test_background_counts_only_where_everything_counts(where: Zone, hit: bool) -> None:
    text = "جملة أولى قصيرة. جملة ثانية قصيرة. جملة ثالثة قصيرة. وفي الخلفية ميناء قديم."
    assert matched(topic(("ميناء",), where=where), article("عنوان", "ملخص", text)) is hit


@pytest.mark.parametrize(("where", "hit"), [(Zone.TITLE, False), (Zone.LEAD, True)])
def test_the_third_sentence_is_the_last_of_the_lead(where: Zone, hit: bool) -> None:
    text = "A first one. A second one. The port is third. The end."
    assert matched(topic(("port",), where=where), article("Title", "", text, "en")) is hit


def test_an_exclusion_in_the_background_does_not_count_in_the_lead() -> None:
    text = "أولى عن الميناء. ثانية طويلة. ثالثة طويلة. رابعة عن مطار."
    assert matched(topic(("ميناء",), none=("مطار",)), article("عنوان", "", text))


def test_a_whole_article_in_the_summary_is_cut_to_its_opening() -> None:
    long = "جملة عادية لا شيء فيها. " * (SUMMARY_LENGTH // 20)
    assert not matched(topic(("ميناء",)), article("عنوان", long + "ثم ميناء."))
    assert matched(topic(("ميناء",)), article("عنوان", "في الميناء. " + long))


def test_opening_sentences_of_great_length_are_read_whole() -> None:
    long = " ".join(["كلمة"] * 300)
    assert matched(topic(("ميناء",)), article("عنوان", "", f"{long} ميناء. ثم ثانية."))


def test_a_phrase_does_not_reach_from_one_part_into_the_next() -> None:
    assert not matched(topic(("سد النهضة",)), article("انهيار سد", "النهضة العربية كتاب"))


def test_topics_come_in_their_order_and_each_once() -> None:
    topics = [
        topic(("قطار",), slug="trains"),
        topic(("ميناء", "مرفأ"), slug="ports"),
        topic(("سفينة",), slug="ships"),
    ]
    about = article("سفينة في المرفأ قرب ميناء، وقطار")
    assert Matcher(topics).match(about) == ("trains", "ports", "ships")


def test_many_topics_of_one_phrase_are_all_found() -> None:
    topics = [topic(("ميناء",), (f"كلمة{n}", "سفينة"), slug=f"t{n}") for n in range(50)]
    assert len(Matcher(topics).match(article("سفينة في الميناء"))) == 50


def test_no_topics_match_nothing() -> None:
    assert Matcher([]).match(article("عنوان")) == ()


def test_a_topic_without_groups_matches_nothing() -> None:
    assert Matcher([topic()]).match(article("عنوان")) == ()


def test_a_hit_is_explained_by_topic_phrase_and_words() -> None:
    ports = topic(("ميناء",), ("إضراب",), slug="ports")
    assert Matcher([ports]).explain("إضرابٌ بالميناء") == (
        Hit("ports", "إضراب", "إضرابٌ", 0, 6),
        Hit("ports", "ميناء", "بالميناء", 7, 15),
    )


def test_only_what_counts_in_the_zone_explains() -> None:
    ports = topic(("ميناء",), where=Zone.TITLE)
    everything = topic(("سفينة",), where=Zone.ANY, slug="ships")
    hits = Matcher([ports, everything]).explain(article("عنوان", "", "ميناء وسفينة"))
    assert [(hit.topic, hit.phrase) for hit in hits] == [("ships", "سفينة")]


@pytest.mark.parametrize(
    ("phrase", "text", "words"),
    [
        ("No Tech for Boats", "join #NoTechForBoats now", "NoTechForBoats"),
        ("سد النهضة", "وسم #سد_النهضة يعود", "سد_النهضة"),
        ("وحدة 8200", "الوحدة الـ8200 تنفي", "الوحدة الـ8200"),
        ("start-up", "two startups here", "startups"),
        ("startup", "two start-ups here", "start-ups"),
    ],
)
def test_the_words_of_a_hit_are_those_of_the_text(phrase: str, text: str, words: str) -> None:
    assert [hit.words for hit in Matcher([topic((phrase,))]).explain(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "سد. النهضة",
        "سد، النهضة",
        "سد؛ النهضة",
        "سد: النهضة",
        "سد – النهضة",
        "سد\n\nالنهضة",
        "سد؟ النهضة",
    ],
)
def test_marks_that_end_a_clause_part_a_phrase(text: str) -> None:
    assert Matcher([topic(("سد النهضة",))]).explain(text) == ()


@pytest.mark.parametrize(
    "text", ["سد «النهضة»", "سد-النهضة", "سد (النهضة)", "سد\nالنهضة", "سد/النهضة"]
)
def test_marks_inside_a_clause_do_not_part_it(text: str) -> None:
    assert Matcher([topic(("سد النهضة",))]).explain(text)


def test_two_ways_of_writing_a_phrase_do_not_hide_each_other() -> None:
    topics = [topic(("e-SIM",), slug="one"), topic(("eSIM",), slug="two")]
    for title in ("An e-SIM for all", "An eSIM for all"):
        assert Matcher(topics).match(article(title)) == ("one", "two")
