"""A report of another event is not news of a told story, however much they have in common."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bench.grouping import _article
from digests.model import Article
from digests.stories.continuing import features, going_on, told_story
from digests.stories.following import follow

HERE = Path(__file__).parent
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def article(number: int, title: str, text: str) -> Article:
    return Article(number, "one", "ar", title, "", text, "https://example.org/a", NOW, NOW)


REVIEW = article(
    1,
    "مايكروسوفت تعلن مراجعة عقودها مع وزارة الدفاع الإسرائيلية",
    "أعلنت شركة مايكروسوفت اليوم أنها بدأت مراجعة جديدة لعقودها مع وزارة الدفاع الإسرائيلية. "
    "وقالت الشركة إن مكتب محاماة مستقلًا سيتولى المراجعة وينشر نتائجها خلال ثلاثة أشهر.",
)
CENTRE = article(
    2,
    "مايكروسوفت تفتتح مركز بيانات جديدًا في إسرائيل",
    "افتتحت مايكروسوفت مركز بيانات جديدًا في إسرائيل بكلفة 400 مليون دولار. "
    "وقالت الشركة إن المركز يخدم زبائنها من المصارف والمستشفيات.",
)
RESULT = article(
    3,
    "مكتب المحاماة يسلّم مايكروسوفت نتائج مراجعة عقودها مع الجيش الإسرائيلي",
    "سلّم مكتب المحاماة المستقل شركة مايكروسوفت نتائج مراجعة عقودها مع وزارة الدفاع الإسرائيلية. "
    "وأوصى المكتب بإنهاء عقدين من سبعة.",
)


def test_two_events_of_one_company_and_country_stay_apart() -> None:
    assert going_on(CENTRE, told_story([REVIEW]), None) < 0
    assert going_on(REVIEW, told_story([CENTRE]), None) < 0


def test_what_came_of_an_event_goes_on_with_it() -> None:
    assert going_on(RESULT, told_story([REVIEW]), None) > 0


def test_a_sentence_that_says_again_what_was_told_is_a_sign_that_names_are_not() -> None:
    names = "قالت مايكروسوفت إن موظفيها في إسرائيل سيعملون من منازلهم يومين في الأسبوع."
    again = "وكانت مايكروسوفت قد بدأت مراجعة جديدة لعقودها مع وزارة الدفاع الإسرائيلية."
    title = "رئيس مايكروسوفت يلتقي ممثلي الموظفين"
    story = told_story([REVIEW])
    assert going_on(article(4, title, names), story, None) < 0
    assert going_on(article(5, title, again), story, None) > 0


def test_a_date_that_both_name_counts_and_the_days_between_count_against() -> None:
    story = told_story([replace(REVIEW, text=REVIEW.text + " بدأت المراجعة في 20 نوفمبر.")])
    dated = replace(RESULT, text=RESULT.text + " وكانت قد بدأت في 20 نوفمبر.")
    undated = replace(RESULT, text=RESULT.text + " وكانت قد بدأت في 19 نوفمبر.")
    assert going_on(dated, story, None) > going_on(undated, story, None)
    scores = [
        going_on(replace(RESULT, published=NOW + timedelta(days=days)), told_story([REVIEW]), None)
        for days in (0, 1, 2, 3)
    ]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)


def test_a_toll_that_rises_is_no_other_number() -> None:
    flood = article(
        6,
        "سيول في آسفي توقع 21 قتيلًا",
        "قُتل 21 شخصًا في سيول اجتاحت مدينة آسفي مساء الأحد، وفق السلطات المحلية.",
    )
    rise = article(
        7,
        "حصيلة سيول آسفي ترتفع إلى 37 قتيلًا",
        "ارتفعت حصيلة سيول آسفي إلى 37 قتيلًا، وفق السلطات المحلية.",
    )
    story = told_story([flood])
    assert features(rise, story, None).figures == 0
    other = replace(rise, title="سيول في آسفي تغرق 37 متجرًا", text="أغرقت السيول في آسفي 37 متجرًا.")
    assert features(other, story, None).figures == 1


def test_of_a_long_story_its_beginning_and_its_end_are_looked_at() -> None:
    middle = [replace(REVIEW, id=10 + n, published=NOW + timedelta(hours=n)) for n in range(1, 9)]
    late = replace(RESULT, id=30, published=NOW + timedelta(hours=20))
    report = article(
        40,
        "مايكروسوفت تنهي عقدين مع الجيش الإسرائيلي",
        "أنهت مايكروسوفت العقدين اللذين أوصى مكتب المحاماة المستقل بإنهائهما.",
    )
    report = replace(report, published=NOW + timedelta(hours=30))
    articles = [REVIEW, *middle, late, report]
    groups = [set(range(len(articles) - 1)), {len(articles) - 1}]
    told = range(len(articles) - 1)
    assert list(follow(groups, told, articles, timedelta(hours=72), None))
    assert going_on(report, told_story([REVIEW, *middle]), None) < going_on(
        report, told_story([REVIEW, late]), None
    )


@pytest.mark.parametrize(("name", "most"), [("reports.jsonl", 0.002), ("confusable.jsonl", 0.01)])
def test_reports_of_other_events_of_the_field_hardly_ever_go_on(name: str, most: float) -> None:
    lines = [json.loads(line) for line in (HERE / name).read_text("utf-8").splitlines()]
    events: dict[str, list[Article]] = {}
    for number, line in enumerate(lines, 1):
        events.setdefault(line["event"], []).append(_article(number, line))
    told = {event: told_story(articles[:8]) for event, articles in events.items()}
    scores = [
        going_on(report, told[other], None)
        for event, reports in events.items()
        for report in reports
        for other in events
        if other != event
    ]
    assert sum(score > 0 for score in scores) / len(scores) <= most
