"""Whether a story has taken a turn, and that it is told as it stands."""

from datetime import UTC, datetime, timedelta

import pytest

from digests.model import Article, Story
from digests.summaries import summarise
from digests.summaries.turns import newest

NOON = datetime(2026, 11, 24, 9, tzinfo=UTC)


def article(number: int, hour: float, title: str, text: str, language: str = "ar") -> Article:
    at = NOON + timedelta(hours=hour)
    return Article(number, f"s{number}", language, title, "", text, "https://e.org", at, at)


BEGUN = article(
    1,
    0,
    "عمال ميناء الصخيرة يبدؤون إضرابًا مفتوحًا للمطالبة برفع الأجور",
    "بدأ نحو 1200 عامل في ميناء الصخيرة صباح الثلاثاء إضرابًا مفتوحًا للمطالبة برفع الأجور.\n\n"
    "وقال أمين النقابة سالم الحداد إن المفاوضات مع إدارة الميناء توقفت مساء الاثنين.\n\n"
    "وأفادت إدارة الميناء بأن عمليات التفريغ توقفت في أربعة أرصفة.",
)
BEGUN_TOO = article(
    2,
    1,
    "إضراب مفتوح يشل الحركة في ميناء الصخيرة",
    "شل إضراب مفتوح دخل فيه عمال ميناء الصخيرة يوم الثلاثاء حركة التفريغ في أربعة أرصفة.",
)
OVER = article(
    3,
    8,
    "اتفاق ينهي إضراب ميناء الصخيرة بزيادة 12 في المئة",
    "وقعت نقابة عمال الموانئ وإدارة ميناء الصخيرة مساء الثلاثاء اتفاقًا ينهي الإضراب مقابل زيادة "
    "الأجور بنسبة 12 في المئة.\n\n"
    "وقال وزير النقل منير بن عيسى إن العمل يُستأنف فجر الأربعاء.",
)
LATE_COPY = article(4, 9, BEGUN_TOO.title, BEGUN_TOO.text)


def test_the_articles_that_tell_the_end_are_the_turn() -> None:
    assert newest([BEGUN, BEGUN_TOO, OVER, LATE_COPY]) == {3}
    assert newest([BEGUN, BEGUN_TOO, LATE_COPY]) == frozenset()


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        (
            "عمال ميناء الصخيرة يستأنفون الإضراب ويتهمون الإدارة بالتنصل",
            "استأنف عمال ميناء الصخيرة إضرابهم واتهموا الإدارة بالتنصل من الاتفاق.",
        ),
        ("الإضراب يتسع إلى ثلاثة موانئ أخرى", "اتسع إضراب عمال الموانئ إلى ثلاثة موانئ أخرى."),
        ("النقابة تنفي التوصل إلى اتفاق", "نفت نقابة عمال الموانئ التوصل إلى اتفاق مع الإدارة."),
    ],
)
def test_an_end_that_was_undone_or_denied_since_is_no_turn(title: str, lead: str) -> None:
    assert newest([BEGUN, BEGUN_TOO, OVER, article(5, 14, title, lead)]) == frozenset()


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        (
            "وزير النقل يدعو إلى إنهاء الإضراب في ميناء الصخيرة",
            "دعا وزير النقل عمال ميناء الصخيرة إلى إنهاء الإضراب.",
        ),
        (
            "أسهم الشركة المشغلة للميناء تتراجع 5 في المئة",
            "تراجعت أسهم الشركة المشغلة للميناء 5 في المئة عند انتهاء التعاملات.",
        ),
    ],
)
def test_what_is_only_demanded_or_ends_something_else_is_no_turn(title: str, lead: str) -> None:
    assert newest([BEGUN, BEGUN_TOO, article(5, 6, title, lead)]) == frozenset()


def test_what_is_told_from_the_first_is_no_turn() -> None:
    at_once = article(5, 0.5, OVER.title, OVER.text)
    assert newest([BEGUN, at_once, OVER]) == frozenset()


def test_who_comes_late_is_told_how_the_story_stands() -> None:
    summary = summarise(Story(1, (BEGUN, BEGUN_TOO, OVER, LATE_COPY)), {})
    assert summary.headline.text == OVER.title
    assert summary.sentences[0].article == OVER.id


FIRST_TOLL = article(
    6,
    0,
    "سيول تطاوين تودي بحياة 14 شخصًا",
    "أودت السيول التي ضربت ولاية تطاوين بحياة 14 شخصًا، وفق الدفاع المدني.\n\n"
    "وقال المتحدث باسم الدفاع المدني معز تريعة إن فرق الإنقاذ أجلت 230 عائلة من منازلها.\n\n"
    "وقررت السلطات تعليق الدراسة يومين في مدارس الولاية كلها.",
)
HIGHER_TOLL = article(
    7,
    8,
    "21 قتيلًا في سيول تطاوين بحسب حصيلة جديدة",
    "بلغ عدد قتلى السيول في تطاوين 21 شخصًا، بحسب حصيلة جديدة للدفاع المدني.",
)


def test_a_count_that_was_left_behind_is_neither_headline_nor_sentence() -> None:
    summary = summarise(Story(1, (FIRST_TOLL, HIGHER_TOLL)), {})
    shown = [summary.headline.text, *(sentence.text for sentence in summary.sentences)]
    assert not any("14" in text for text in shown)
    assert "21" in summary.headline.text
