"""What a source's own notice says, and which article it means."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from digests.corrections.notice import Says, means, meant, read, suspected
from digests.model import Article

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
HEADLINE = "الميناء يوقف استقبال السفن بعد عطل في الرافعات"


@pytest.mark.parametrize(
    ("title", "text", "language", "says"),
    [
        (f"تصحيح: {HEADLINE}", "عدد السفن 5 والصواب أنه 15.", "ar", Says.CORRECTION),
        ("تنويه", "ورد خطأ في خبر سابق عن الميناء، والصواب أن العطل في رافعة واحدة.", "ar",
         Says.CORRECTION),
        ("تنويه واعتذار", "نعتذر عن خطأ ورد في خبر الميناء.", "ar", Says.CORRECTION),
        (f"سحب خبر: {HEADLINE}", "نسحب الخبر لأن مصدره نفى ما نُسب إليه.", "ar", Says.WITHDRAWAL),
        ("تنويه بشأن خبر الميناء", "سحبنا الخبر بعد التحقق من مصدره.", "ar", Says.WITHDRAWAL),
        ("سحب", f"سحبنا خبر «{HEADLINE}».", "ar", Says.WITHDRAWAL),
        (HEADLINE, "هذا الخبر مسحوب، فلم يثبت ما ورد فيه.", "ar", Says.WITHDRAWAL),
        ("اعتذار بشأن خبر الميناء", "تعتذر الصحيفة عن الخبر، وقد حُذف.", "ar", Says.WITHDRAWAL),
        (HEADLINE, "نعتذر عن إلغاء هذا الخبر.", "ar", Says.WITHDRAWAL),
        ("Correction: port stops", "An earlier version misstated the number.", "en",
         Says.CORRECTION),
        ("Port stops taking ships", "This article was corrected on Monday.", "en",
         Says.CORRECTION),
        ("WITHDRAWN: Port stops taking ships", "The story is withdrawn because it was false.",
         "en", Says.WITHDRAWAL),
        ("Retraction", "We retract the report about the port.", "en", Says.WITHDRAWAL),
        ("תיקון: הנמל נסגר", "נפלה טעות במספר.", "he", Says.CORRECTION),
        ("התנצלות", "הידיעה על הנמל הוסרה בשל טעות.", "he", Says.WITHDRAWAL),
    ],
)  # fmt: skip
def test_a_notice_says_what_it_does(title: str, text: str, language: str, says: Says) -> None:
    found = read(title, text, language)
    assert found is not None
    assert found.says is says
    assert suspected(title, text)
    assert found.sentence in f"{title}\n{text}"
    assert found.reason in f"{title}\n{text}"


@pytest.mark.parametrize(
    ("title", "text", "language"),
    [
        (HEADLINE, "أوقف الميناء استقبال السفن صباح اليوم.", "ar"),
        ("تصحيح أوضاع العمالة المخالفة يبدأ الأحد", "قالت الوزارة إن المهلة شهر.", "ar"),
        ("سحب الثقة من الحكومة", "صوّت البرلمان على سحب الثقة.", "ar"),
        ("سحب القوات من المدينة يبدأ غدًا", "قال الجيش إنه بدأ سحب قواته.", "ar"),
        ("اعتذار رئيس الوزراء لذوي الضحايا", "اعتذر رئيس الوزراء في كلمة متلفزة.", "ar"),
        ("Corrections officers strike in Ohio", "Guards walked out on Monday.", "en"),
        ("Company apologises for outage", "It said it would pay customers.", "en"),
        ("Army withdraws from the town", "Troops left on Monday, officials said.", "en"),
        ("תיקון החוק אושר", "הכנסת אישרה את תיקון החוק.", "he"),
    ],
)
def test_other_news_is_no_notice(title: str, text: str, language: str) -> None:
    assert read(title, text, language) is None


def test_the_reason_is_quoted() -> None:
    found = read(f"سحب خبر: {HEADLINE}", "نسحب الخبر لأن مصدره نفى ما نُسب إليه.", "ar")
    assert found is not None
    assert found.reason == "لأن مصدره نفى ما نُسب إليه"
    without = read(f"سحب خبر: {HEADLINE}", "", "ar")
    assert without is not None
    assert without.reason == ""


URL = "https://www.example.org/ar/port/12"


def entry(number: int, title: str, text: str = "", language: str = "ar", url: str = URL) -> Article:
    return Article(number, "s", language, title, "", text, url, NOON, NOON)


def test_a_notice_means_the_article_whose_address_or_headline_it_gives() -> None:
    told = entry(1, HEADLINE)
    assert means(entry(2, "تنويه", "ورد خطأ في example.org/ar/port/12 أمس."), told) == 2.0
    assert means(entry(2, "تنويه", f"سحبنا خبر «{HEADLINE}»."), told) == 1.5
    assert means(entry(2, f"تصحيح: {HEADLINE}"), told) == 1.5
    near = "نعتذر عن خبر إيقاف الميناء استقبال السفن بسبب عطل الرافعات."
    assert 0.5 < means(entry(2, "تنويه", near), told) <= 1
    assert means(entry(2, "تنويه", "ورد خطأ في خبر عن المستشفى."), told) == 0


DAM = entry(
    1,
    "انهيار سد صغير في وادي ماسة بسبب الفيضانات ونزوح 400 أسرة",
    "انهار سد صغير في وادي ماسة جنوب أغادير ما دفع 400 أسرة إلى النزوح.",
)
BRIDGE = entry(2, "Flood destroys bridge in Al-Karak, cutting off 12 villages", language="en")
VALLEY = entry(3, "שיטפון בנחל צין: שני מטיילים נהרגו ושלושה נעדרים", language="he")


@pytest.mark.parametrize(
    ("title", "text", "told"),
    [
        ("سحب خبر انهيار سد في وادي ماسة", "تسحب الإذاعة خبرًا نشرته بعدما نفي وقوعه.", DAM),
        ("Retraction: Flood destroys bridge in Al-Karak", "We withdrew the story.", BRIDGE),
        ("תיקון: שיטפון בנחל צין", "מטייל אחד נהרג, ולא שניים.", VALLEY),
    ],
)
def test_a_notice_means_the_one_article_that_has_all_that_its_title_names(
    title: str, text: str, told: Article
) -> None:
    notice = entry(9, title, text, told.language)
    assert meant(notice, [DAM, BRIDGE, VALLEY]) is told
    twin = replace(told, id=4)
    assert meant(notice, [told, twin]) is None


def test_a_notice_of_something_else_means_none_of_them() -> None:
    assert meant(entry(9, "سحب خبر انهيار جسر في وادي سوس"), [DAM]) is None
    assert meant(entry(9, "تصحيح: أسعار الوقود"), [DAM]) is None


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("سحب خبر إنهاء إضراب عمال ميناء العقبة", ["عمال ميناء العقبة يبدؤون إضرابا مفتوحا"]),
        ("سحب خبر وفاة الفنان عادل إمام", ["نقيب الممثلين ينفي وفاة الفنان عادل إمام"]),
        (
            "سحب خبر انفجار مصنع في حلب",
            ["انفجار في مصنع للأسمدة في حلب يقتل خمسة", "انفجار ثان في مصنع في حلب"],
        ),
        ("سحب خبر استقالة وزير المالية التونسي", ["وزير المالية التونسي ينفي استقالته"]),
    ],
)
def test_a_notice_of_what_a_headline_denies_or_two_may_be_means_none(
    title: str, told: list[str]
) -> None:
    articles = [entry(number, one, url="") for number, one in enumerate(told, 1)]
    assert meant(entry(9, title), articles) is None


def test_a_notice_means_nothing_that_was_published_after_it() -> None:
    notice = entry(9, f"سحب خبر: {HEADLINE}")
    again = replace(entry(10, HEADLINE, url=""), published=NOON + timedelta(hours=2))
    wrong = replace(entry(1, HEADLINE, url=""), published=NOON - timedelta(hours=1))
    assert meant(notice, [again, wrong]) is wrong


@pytest.mark.parametrize(
    "title",
    ["سحب تقرير أممي عن المجاعة في غزة", "سحب مادة غذائية من أسواق الأردن"],
)
def test_news_of_what_was_withdrawn_elsewhere_is_no_notice(title: str) -> None:
    assert read(title, "قالت الوزارة إنها تحقق في الأمر مع الجهات المعنية.", "ar") is None


#: Notices, and news that uses their words, in three languages.
ENTRIES = [
    json.loads(line)
    for line in (Path(__file__).parent / "notices.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry["title"] for entry in ENTRIES])
def test_a_notice_is_told_from_news_that_uses_its_words(entry: dict[str, Any]) -> None:
    title, text = entry["title"], entry["text"]
    found = read(title, text, entry["language"])
    assert (found is not None) is entry["notice"]
    if found is not None:
        assert suspected(title, text)
        assert found.sentence in f"{title}\n{text}"


@pytest.mark.parametrize(
    ("title", "text", "language", "quoted"),
    [
        (
            "Correction: Valencia hospitals",
            "An earlier version of this story said three hospitals were closed. Two were closed, "
            "the ministry said. We regret the error.",
            "en",
            "An earlier version of this story said three hospitals were closed. Two were closed, "
            "the ministry said.",
        ),
        (
            "Apology to Mr Fadel",
            "In an article of 20 November we stated that Mr Fadel was under investigation. This "
            "was untrue and we apologise to him.",
            "en",
            "In an article of 20 November we stated that Mr Fadel was under investigation. This "
            "was untrue and we apologise to him.",
        ),
        (
            "תיקון טעות: שיטפון בנחל צאלים",
            "בידיעה על השיטפון נכתב כי נסחפו ארבע מכוניות. למעשה נסחפו שתיים. אנו מתנצלים.",
            "he",
            "בידיעה על השיטפון נכתב כי נסחפו ארבע מכוניות. למעשה נסחפו שתיים.",
        ),
        (
            "تصويب: عزل قرية بني حسن",
            "ورد في خبر سابق أن السيول عزلت قرية بني حسن، والصحيح أنها بني عمران. نعتذر لقرائنا.",
            "ar",
            "ورد في خبر سابق أن السيول عزلت قرية بني حسن، والصحيح أنها بني عمران.",
        ),
        ("تصحيح", "نُشر أمس أن القتلى 12.\nوالصواب أنهم اثنان.", "ar",
         "نُشر أمس أن القتلى 12.\nوالصواب أنهم اثنان."),
    ],
)  # fmt: skip
def test_what_was_wrong_and_what_is_right_are_quoted(
    title: str, text: str, language: str, quoted: str
) -> None:
    found = read(title, text, language)
    assert found is not None
    assert found.sentence == quoted


@pytest.mark.parametrize(
    ("title", "text", "language"),
    [
        ("تراجع عن خبر استقالة المحافظ", "تتراجع الوكالة عن الخبر بعد نفيه.", "ar"),
        ("إلغاء خبر إغلاق المعبر", "يُلغى الخبر لعدم صحته.", "ar"),
        ("تنويه: حذفنا خبر سوق شيشاوة", "حذفت القناة خبرًا عن السوق لعدم دقته.", "ar"),
        ("Editor's note: mine story", "We have removed a story about the mine.", "en"),
        ("Kill notice: airport fire", "Please kill the story. There was no fire.", "en"),
    ],
)
def test_what_is_taken_back_is_withdrawn(title: str, text: str, language: str) -> None:
    found = read(title, text, language)
    assert found is not None
    assert found.says is Says.WITHDRAWAL
