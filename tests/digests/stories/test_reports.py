"""Grouping measured on reports of our field in three languages, told in our own words.

The outlets are fictitious, the events past and dated; the file serves development and this test,
and is never published. The floors are those the project promises for news of its field.
"""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bench.grouping import _article, b_cubed, pair_f1, replay

REPORTS = Path(__file__).with_name("reports.jsonl")
#: Headlines of other events, written after the weights were fixed and never used for them.
HEADLINES = Path(__file__).with_name("headlines.jsonl")
#: Three days of one war each as eighteen outlets of two languages might have told them: told from
#: memory, partly invented, with other names of outlets, and never to be published.
NEWS = ("gaza", "sudan", "lebanon")


@pytest.fixture(scope="module")
def reports() -> list[dict[str, Any]]:
    return [json.loads(line) for line in REPORTS.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("dated", [True, False])
def test_events_of_the_field_are_found_without_embeddings(
    reports: list[dict[str, Any]], dated: bool
) -> None:
    articles = [
        _article(number, report if dated else {**report, "date": None})
        for number, report in enumerate(reports, 1)
    ]
    stories = replay(articles, timedelta(minutes=10))
    precision, recall = b_cubed(
        [report["event"] for report in reports], [stories[a.id] for a in articles]
    )
    assert precision >= 0.95
    assert 2 * precision * recall / (precision + recall) >= 0.9


def test_told_stories_only_grow_when_reports_come_one_by_one(
    reports: list[dict[str, Any]],
) -> None:
    articles = [_article(number, report) for number, report in enumerate(reports[:60], 1)]
    stories = replay(articles, timedelta(seconds=1), told=True)
    precision, _ = b_cubed(
        [report["event"] for report in reports[:60]], [stories[a.id] for a in articles]
    )
    assert precision >= 0.95


def test_headlines_of_events_that_the_weights_never_saw_are_grouped() -> None:
    reports = [json.loads(line) for line in HEADLINES.read_text("utf-8").splitlines()]
    articles = [_article(number, report) for number, report in enumerate(reports, 1)]
    stories = replay(articles, timedelta(minutes=10))
    precision, recall = b_cubed(
        [report["event"] for report in reports], [stories[a.id] for a in articles]
    )
    assert precision >= 0.95
    assert 2 * precision * recall / (precision + recall) >= 0.9


@pytest.mark.parametrize("war", NEWS)
def test_what_outlets_tell_of_one_war_in_three_days_is_joined_by_event(war: str) -> None:
    lines = Path(__file__).with_name(f"news_{war}.jsonl").read_text("utf-8").splitlines()
    reports = [json.loads(line) for line in lines]
    articles = [_article(number, report) for number, report in enumerate(reports, 1)]
    stories = replay(articles, timedelta(hours=4))
    gold, found = [r["event"] for r in reports], [stories[a.id] for a in articles]
    precision, recall = b_cubed(gold, found)
    assert precision >= 0.92
    assert 2 * precision * recall / (precision + recall) >= 0.78
    assert pair_f1(gold, found, lambda a, b: reports[a]["lang"] != reports[b]["lang"]) >= 0.5


@pytest.mark.parametrize("war", NEWS)
def test_what_happens_in_one_war_is_not_all_news_of_one_told_story(war: str) -> None:
    lines = Path(__file__).with_name(f"news_{war}.jsonl").read_text("utf-8").splitlines()
    reports = [json.loads(line) for line in lines]
    articles = [_article(number, report) for number, report in enumerate(reports, 1)]
    stories = replay(articles, timedelta(hours=4), told=True)
    precision, recall = b_cubed([r["event"] for r in reports], [stories[a.id] for a in articles])
    assert precision >= 0.75  # 0.50 to 0.59 where the nearest story was taken, however near others
    assert 2 * precision * recall / (precision + recall) >= 0.74
