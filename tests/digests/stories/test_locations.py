"""Where an event took place, and that two raids, strikes or fires of two places are two stories."""

import json
from pathlib import Path

import pytest

from bench.grouping import _article, replay
from bench.updates import Reader
from digests.language.stems import words
from digests.language.words import tokens
from digests.stories.grouping import WINDOW
from digests.stories.locations import elsewhere, elsewhere_across, locations

#: Pairs of reports days apart from the next pair: 70 of two events of one kind at two places, and
#: 70 of one event whose places are told differently; our own words, partly invented.
PLACES = Path(__file__).with_name("places.jsonl")


@pytest.mark.parametrize(
    ("title", "language", "found"),
    [
        ("الجيش الإسرائيلي يعتقل خمسة فلسطينيين في جنين", "ar", "جنين"),
        ("حريق في سوق الشورجة ببغداد", "ar", "الشورجة بغداد"),
        ("غرق قارب مهاجرين قبالة سواحل صفاقس", "ar", "صفاقس"),
        ("انفجار لغم شرقي السلمية", "ar", "السلمية"),
        ("غارة من مسيّرة على ميفدون", "ar", "ميفدون"),
        ("مستوطنون يهاجمون قرية المغير وبيت فوريك", "ar", "المغير"),
        ("قتلى في قصف بأم درمان", "ar", "درمان"),
        ("عدن تغرق في الظلام", "ar", "عدن"),
        ("تعليم الباحة يعلق الدراسة", "ar", "الباحة"),
        ("قتلى في جنين وفي نابلس", "ar", "جنين نابلس"),
        ("إضراب المعلمين في الجزائر", "ar", "الجزائر"),
        # no place: bodies, persons, times, numbers, capitals that speak
        ("واشنطن: لا تغيير في موقفنا من الاتفاق", "ar", ""),
        ("إجراءات جديدة في المدينة وفي البلاد في 12 يومًا", "ar", ""),
        ("خلاف في مايكروسوفت على نتنياهو", "ar", ""),
        ("فوز الأهلي على بيراميدز", "ar", ""),
        ("بوتين وبنيامين نتنياهو يلتقيان", "ar", ""),
        ("البيت الأبيض: ترمب يلتقي نتنياهو الاثنين", "ar", ""),
        ("أوكرانيا تدمر 40 طائرة روسية", "ar", ""),
        ("مشهد صادم في مستشفى بعد القصف", "ar", ""),
        ("تحقيق في نيويورك تايمز عن الحرب", "ar", ""),
        ("عقوبات أوروبية جديدة على موسكو", "ar", ""),
        ("فصل آلاف العاملين في قطاع التكنولوجيا", "ar", ""),
        ("العدو يتحكم بأجواء المطار: «قاسم إير» تعود", "ar", ""),
        ("احتجاجات في ثمانينيات القرن الماضي", "ar", ""),
        ("Fire breaks out at Haifa port", "en", "haifa"),
        ("Boat sinks off the coast of Sfax", "en", "sfax"),
        ("Ukrainian drones hit depot near the Russian border", "en", ""),
        ("שני הרוגים בתאונה ליד צומת קמה", "he", "קמה"),
        ("גבר נורה למוות ברהט", "he", "רהט"),
        ("חשד לשוחד: ראש העיר נעצר לחקירה", "he", ""),
    ],
)
def test_where_a_title_says_that_its_event_took_place(
    title: str, language: str, found: str
) -> None:
    assert locations(tokens(title), title, language, title=True) == set(words(found))


def _told(text: str, language: str) -> tuple[frozenset[str], tuple[str, ...]]:
    return locations(tokens(text), text, language, title=True), words(text)


@pytest.mark.parametrize(
    ("one", "other", "language", "apart"),
    [
        ("اعتقالات في جنين", "اعتقالات في الخليل", "ar", True),
        ("إضراب في تونس", "إضراب في الجزائر", "ar", True),
        ("حريق في سوق المنصور ببغداد", "حريق في سوق الشورجة ببغداد", "ar", True),
        ("Arrests in Jenin", "Arrests in Hebron", "en", True),
        # within the other, spelt otherwise, or told by both
        ("غارة على خان يونس", "غارة على قطاع غزة", "ar", False),
        ("مسيّرة تقصف سوقًا في كردفان", "قصف سوق في الفولة", "ar", False),
        ("القمة في جنوب أفريقيا", "القمة في جوهانسبرغ", "ar", False),
        ("Two killed in the West Bank", "Two killed in Jenin", "en", False),
        ("حريق في بغداد", "حريق في سوق الشورجة ببغداد", "ar", False),
        ("إطلاق نار في مينيابوليس", "إطلاق نار في منيابوليس", "ar", False),
        ("اعتقالات في جنين ثم في الخليل", "اعتقالات في الخليل", "ar", False),
        ("اعتقالات في جنين", "اعتقالات", "ar", False),
    ],
)
def test_two_places_are_apart_unless_one_may_lie_in_the_other(
    one: str, other: str, language: str, apart: bool
) -> None:
    (first, said), (second, told) = _told(one, language), _told(other, language)
    assert elsewhere(first, second, said, told, language) is apart
    assert elsewhere(second, first, told, said, language) is apart


@pytest.mark.parametrize(
    ("one", "other", "languages", "apart"),
    [
        ("غرق قارب قبالة لامبيدوزا", "Boat sinks off Samos", ("ar", "en"), True),
        ("مقتل عامل في رهط", "פועל נהרג בכרמיאל", ("ar", "he"), True),
        ("احتجاج في القاهرة", "Protest in Cairo", ("ar", "en"), False),
        ("اقتحام نابلس", "מעצרים בשכם", ("ar", "he"), False),
        ("انهيار منجم قرب والونغو", "Mine collapses near Walungu", ("ar", "en"), False),
        ("احتجاج في باب الواد", "Protest in Bab el Oued", ("ar", "en"), False),
    ],
)
def test_towns_of_two_languages_are_compared_by_name_and_by_consonants(
    one: str, other: str, languages: tuple[str, str], apart: bool
) -> None:
    (first, said), (second, told) = _told(one, languages[0]), _told(other, languages[1])
    assert elsewhere_across(first, second, said, told, languages) is apart


def test_two_events_alike_in_all_but_their_place_are_two_stories() -> None:
    reports = [json.loads(line) for line in PLACES.read_text("utf-8").splitlines()]
    articles = [_article(number, report) for number, report in enumerate(reports, 1)]
    stories = replay(articles, WINDOW)
    pairs = [
        (one["event"] == other["event"], stories[number] == stories[number + 1])
        for number, (one, other) in enumerate(zip(reports[::2], reports[1::2], strict=True))
        for number in [2 * number + 1]
    ]
    assert sum(joined for same, joined in pairs if not same) <= 17  # of 70; 63 by words alone
    assert sum(joined for same, joined in pairs if same) >= 48  # of 70; 57 by words alone


def test_a_second_event_of_the_kind_is_no_news_of_the_first() -> None:
    reports = [json.loads(line) for line in PLACES.read_text("utf-8").splitlines()]
    told: list[tuple[bool, str]] = []
    for one, other in zip(reports[::2], reports[1::2], strict=True):
        reader = Reader(1, semantic=False)
        for number, report in enumerate((one, other)):
            step = {"at": report["date"], "source": f"s{number}", "text": report["summary"]}
            came = reader.step(number, report | step)["told"]
        told.append((one["event"] == other["event"], came))
    as_news = sum(came == "story" for same, came in told if not same)
    assert as_news >= 40  # of 70; 11 where only words and times are compared
    assert sum(came != "story" for same, came in told if same) >= 50  # of 70; 63 then


def test_what_came_of_an_event_may_come_at_another_place() -> None:
    told = [
        ("مقتل رئيس الأركان محمد الحداد قرب أنقرة", "قُتل رئيس الأركان محمد الحداد بتحطم طائرته."),
        (
            "تشييع رئيس الأركان محمد الحداد في مصراتة",
            "شُيع في مصراتة جثمان رئيس الأركان محمد الحداد بعد مقتله بتحطم طائرته قرب أنقرة.",
        ),
    ]
    reader = Reader(1, semantic=False)
    came = [
        reader.step(
            number,
            {
                "at": f"2026-01-0{number}T12:00:00Z",
                "source": f"s{number}",
                "title": title,
                "text": text,
            },
        )
        for number, (title, text) in enumerate(told, 1)
    ]
    assert came[0]["story_id"] == came[1]["story_id"]
