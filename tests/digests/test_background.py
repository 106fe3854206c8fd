"""«خلفية»: one dated, sourced sentence of an earlier event, for who comes new to a story."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from digests.background import background
from digests.compose import compose, plain
from digests.language.direction import strip_controls
from digests.model import (
    Article,
    Background,
    Digest,
    Independence,
    Item,
    Method,
    Preferences,
    Sentence,
    Source,
    Story,
    Summary,
)
from digests.summaries import summarise
from digests.words import Words

NOW = datetime(2025, 9, 26, 17, tzinfo=UTC)
REVIEW = (
    "مايكروسوفت تنهي مراجعة لعقودها مع وزارة الدفاع الإسرائيلية",
    "قالت مايكروسوفت إنها لم تجد دليلًا على استخدام خدماتها لإيذاء مدنيين في غزة. "
    "وطالبت حملة لا لأزور للفصل العنصري الشركة بإنهاء عقودها.",
)
STOP = (
    "مايكروسوفت توقف خدمات عن وحدة في وزارة الدفاع الإسرائيلية",
    "أبلغ رئيس مايكروسوفت براد سميث الموظفين بأن الشركة أوقفت خدمات عن وحدة في الوزارة.",
)
HARBOUR = ("ميناء حيفا يفتح رصيفًا جديدًا", "قالت إدارة الميناء إن الرصيف يستقبل ست سفن.")


def story(number: int, told: tuple[str, str], age: timedelta, language: str = "ar") -> Story:
    at = NOW - age
    article = Article(number, "mithal", language, *told, "", f"https://e.org/{number}", at, at)
    return Story(number, (article,))


def known(*stories: Story) -> list[tuple[Story, Summary]]:
    return [(s, summarise(s, {})) for s in stories]


def test_the_earlier_event_of_the_same_party_is_the_background() -> None:
    new = story(9, STOP, timedelta(hours=1))
    earlier = known(story(1, HARBOUR, timedelta(days=9)), story(2, REVIEW, timedelta(days=30)))
    found = background(new, earlier)
    assert found is not None
    assert found.article.id == 2
    assert found.sentence.evidence in found.article.summary


def test_an_event_that_shares_too_little_is_no_background() -> None:
    new = story(9, STOP, timedelta(hours=1))
    assert background(new, known(story(1, HARBOUR, timedelta(days=9)))) is None
    assert background(new, []) is None


def test_a_reader_sees_it_dated_and_linked_under_the_story() -> None:
    new = story(9, STOP, timedelta(hours=1))
    (old, summary), *_ = known(story(2, REVIEW, timedelta(days=30)))
    item = Item(
        "microsoft-israel",
        new,
        summarise(new, {}),
        Independence(("mithal",)),
        background=Background(old.articles[0], summary.sentences[0]),
    )
    source = Source("mithal", "وكالة المثال", "Mithal", "https://e.org/feed", "ar")
    (message,) = compose(
        Digest((item,), NOW, "digest-latest"), Preferences(), {"mithal": source}, {}, Words.load()
    )
    last = strip_controls(plain(message)).split("\n")[-1]
    assert last.startswith(
        "خلفية، من نص وكالة المثال (https://e.org/2) (27 أغسطس): «قالت مايكروسوفت"
    )
    assert 'href="https://e.org/2"' in message.html


def test_a_model_s_own_words_are_not_quoted() -> None:
    new = story(9, STOP, timedelta(hours=1))
    (old, summary), *_ = known(story(2, REVIEW, timedelta(days=30)))
    told = Sentence("راجعت الشركة عقودها.", 2, summary.sentences[0].evidence, Method.MODEL)
    item = Item(
        "t", new, summarise(new, {}), Independence(()), background=Background(old.articles[0], told)
    )
    (message,) = compose(Digest((item,), NOW, "digest-latest"), Preferences(), {}, {}, Words.load())
    last = strip_controls(plain(message)).split("\n")[-1]
    assert last.startswith("خلفية: راجعت الشركة عقودها. (mithal")
