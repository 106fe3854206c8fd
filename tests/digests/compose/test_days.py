"""The date beside a source's name that a weekday in its words needs."""

from datetime import UTC, datetime

import pytest

from digests.compose.days import day_of
from digests.model import Article, Preferences

#: A Tuesday.
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def shown(text: str, *, dated: bool = True) -> list[str]:
    article = Article(1, "s", "ar", "", "", text, "https://e.org", NOON, NOON, dated=dated)
    return [str(one) for one in day_of(article, [text], Preferences())]


@pytest.mark.parametrize(
    "text",
    [
        "قُتل ثلاثة أشخاص الاثنين في المدينة.",
        "خرج آلاف من موظفي الشركة من مكاتبهم يوم الاثنين احتجاجا.",
        "أعلن الوزير الاثنين أن العقد انتهى.",
        "قال وزير في الحكومة يوم الاثنين إن أكثر من ألف جثة انتشلت.",
        "بدأ إضراب العمال الاثنين.",
        "Police killed three people on Monday, officials said.",
    ],
)
def test_the_day_before_that_has_been_is_dated(text: str) -> None:
    assert shown(text) == ["الاثنين 23 نوفمبر"]


@pytest.mark.parametrize(
    "text",
    [
        "أمهلت نقابة العاملين إدارة ميناء العقبة حتى الاثنين لتوقيع العقد.",
        "يضرب عمال مرفأ بيروت ثلاثة أيام اعتبارًا من الاثنين احتجاجًا.",
        "أجلت لجنة عمال الميناء الإضراب إلى الاثنين بعد وساطة.",
        "أعلنت النقابة إضرابا عاما الاثنين.",
        "هدد العمال بالإضراب الاثنين.",
        "دعت الأحزاب إلى مسيرة الاثنين في العاصمة.",
        "ينعقد المجلس الاثنين لبحث الأزمة.",
        "قالت النقابة إن الإضراب الاثنين سيشمل المدارس.",
        "أرجأ المجلس الجلسة للاثنين بسبب غياب النصاب.",
        "صوت العمال لإضراب الاثنين المقبل.",
        "Dockers at Felixstowe port are set to strike from Monday in a dispute.",
        "The union said workers would strike on Monday.",
        "The port will reopen Monday.",
    ],
)
def test_a_day_that_may_be_to_come_has_the_date_of_the_article(text: str) -> None:
    assert shown(text) == ["24 نوفمبر"]


def test_a_day_beside_another_has_the_date_of_the_article() -> None:
    assert shown("قُتل ثلاثة الاثنين واثنان أمس.") == ["24 نوفمبر"]


def test_without_a_day_or_a_date_of_the_feed_there_is_none() -> None:
    assert shown("قُتل ثلاثة أشخاص في المدينة.") == []
    assert shown("قُتل ثلاثة أشخاص الاثنين في المدينة.", dated=False) == []
