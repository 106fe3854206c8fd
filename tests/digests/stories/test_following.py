"""A report of another event is not news of a told story, however much they have in common."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bench.grouping import _article
from digests.model import Article
from digests.stories.following import going_on, of

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
    assert going_on(CENTRE, of([REVIEW]), None) < 0
    assert going_on(REVIEW, of([CENTRE]), None) < 0


def test_what_came_of_an_event_goes_on_with_it() -> None:
    assert going_on(RESULT, of([REVIEW]), None) > 0


@pytest.mark.parametrize(("name", "most"), [("reports.jsonl", 0.002), ("confusable.jsonl", 0.01)])
def test_reports_of_other_events_of_the_field_hardly_ever_go_on(name: str, most: float) -> None:
    lines = [json.loads(line) for line in (HERE / name).read_text("utf-8").splitlines()]
    events: dict[str, list[Article]] = {}
    for number, line in enumerate(lines, 1):
        events.setdefault(line["event"], []).append(_article(number, line))
    told = {event: of(articles[:8]) for event, articles in events.items()}
    scores = [
        going_on(report, told[other], None)
        for event, reports in events.items()
        for report in reports
        for other in events
        if other != event
    ]
    assert sum(score > 0 for score in scores) / len(scores) <= most
