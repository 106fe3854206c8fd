"""What vectors add to words; the values are made by hand, as a model would give them."""

from datetime import UTC, datetime

import pytest

from digests.language.vectors import Vector, vector
from digests.model import Article
from digests.stories import assign

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
    1: ("افتتاح حديقة عند النهر", "New gardens open by the water"),
    2: ("ارتفاع ثمن القمح", "Wheat costs more than last year"),
    3: ("فريق محلي يصعد إلى الدرجة الأولى", "Town side promoted"),
    4: ("معرض للخط في المتحف", "Calligraphy on show"),
    5: ("تأجيل بناء الجسر", "Bridge work put off"),
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
