"""docs/examples.md shows the summaries that the code writes today, and whose ticks still hold."""

from __future__ import annotations

import asyncio
import json

import pytest

from bench import writing
from bench.examples import PAGE, POINTS, ROOT, Told, examples, page, rest, tell


@pytest.fixture(scope="module")
def told() -> list[Told]:
    return [tell(example) for example in examples()]


def test_the_page_is_what_the_bench_writes(told: list[Told]) -> None:
    written = PAGE.read_text("utf-8")
    stale = "read the changed messages, then: python -m bench examples --out docs/examples.md"
    assert page(told) + rest(written) == written, stale


def test_every_summary_has_sentences_of_its_articles(told: list[Told]) -> None:
    assert len(told) == 20
    for one in told:
        articles = {article.id: article for article in one.example.story.articles}
        assert 3 <= len(one.summary.sentences) <= 4
        for sentence in one.summary.sentences:
            article = articles[sentence.article]
            assert sentence.evidence in article.summary or sentence.evidence in article.text


def test_what_people_ticked_is_on_the_list(told: list[Told]) -> None:
    for one in told:
        assert set(one.example.held) <= set(POINTS)
        assert one.example.fault or set(one.example.held) == set(POINTS) or not one.example.read


def test_what_is_wrong_on_purpose_in_the_answers_by_hand_is_refused() -> None:
    text = (ROOT / "bench" / "answers.jsonl").read_text("utf-8")
    wrong = {
        statement["text"]
        for line in text.splitlines()
        for answer in json.loads(line)["answers"]
        for statement in (answer["headline"], *answer["sentences"])
        if statement.get("wrong")
    }
    lines = asyncio.run(writing.again(text, list(writing.sample())))
    accepted = {sentence["text"].rstrip(".") for line in lines for sentence in line["accepted"]}
    assert len(wrong) > 5
    assert accepted
    assert not {one.rstrip(".") for one in wrong} & accepted
