"""The date beside a source's name that a relative day in its words needs."""

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
        "أمهلت نقابة العاملين إدارة ميناء العقبة حتى الاثنين لتوقيع العقد.",
        "أعلنت النقابة أمس إضرابا عاما.",
        "Dockers at Felixstowe port are set to strike from Monday in a dispute.",
        "העובדים שובתים היום.",
    ],
)
def test_a_relative_day_has_the_date_of_its_article_and_no_other(text: str) -> None:
    assert shown(text) == ["24 نوفمبر"]


def test_without_a_day_or_a_date_of_the_feed_there_is_none() -> None:
    assert shown("قُتل ثلاثة أشخاص في المدينة.") == []
    assert shown("قُتل ثلاثة أشخاص الاثنين في المدينة.", dated=False) == []
