"""How an article introduces the persons of whom it tells."""

from datetime import UTC, datetime

import pytest

from digests.model import Article
from digests.summaries.introductions import Introduction, introductions, people_of

NOW = datetime(2025, 3, 10, tzinfo=UTC)


def one(text: str) -> Introduction:
    (found,) = introductions(text)
    return found


@pytest.mark.parametrize(
    ("text", "office", "name"),
    [
        (
            "قال رئيس الوزراء الأرميني نيكول باشينيان إن بلاده لن تنسحب.",
            "رئيس الوزراء الأرميني",
            "نيكول باشينيان",
        ),
        ("حكم القاضي جورج ليغات برفض الدعوى.", "القاضي", "جورج ليغات"),
        ("وقال وزير الصحة اللبناني فراس الأبيض أمس.", "وزير الصحة اللبناني", "فراس الأبيض"),
        (
            "قالت المتحدثة باسم أمازون كيلي نانتل إن ذلك غير صحيح.",
            "المتحدثة باسم أمازون",
            "كيلي نانتل",
        ),
        ("دعا ولي العهد الأمير محمد بن سلمان إلى القمة.", "الأمير", "محمد بن سلمان"),
        (
            "وقال وزير الخارجية والمغتربين أسعد الشيباني أمس.",
            "وزير الخارجية والمغتربين",
            "أسعد الشيباني",
        ),
        (
            "قال الأمين العام المساعد والناطق الرسمي باسم الاتحاد سامي الطاهري ذلك.",
            "الناطق الرسمي باسم الاتحاد",
            "سامي الطاهري",
        ),
        (
            "أعلن مؤسس مجموعة فاغنر الروسية، يفغيني بريغوجين، أن قواته ستعود.",
            "مؤسس مجموعة فاغنر الروسية",
            "يفغيني بريغوجين",
        ),
        ("قال القاضي غسان عويدات لفرانس برس إنه بريء.", "القاضي", "غسان عويدات"),
        ("وصل وزير الصحة عثمان عبد الجليل إلى المدينة.", "وزير الصحة", "عثمان عبد الجليل"),
        ("ردت المحكمة على رئيس المحكمة القاضي جاسم عبود.", "رئيس المحكمة القاضي", "جاسم عبود"),
        ("وقال الباحث جون سكوت-رايلتون أمس.", "الباحث", "جون سكوت-رايلتون"),
        ("أعلن ذلك رئيس حركة «الشعب» زهير المغزاوي.", "رئيس حركة «الشعب»", "زهير المغزاوي"),
    ],
)
def test_an_office_stands_before_the_name(text: str, office: str, name: str) -> None:
    found = one(text)
    assert (found.office, found.name) == (office, name)


def test_an_office_behind_the_name_stands_between_commas() -> None:
    found = one("وقال إريك ميلنر، أحد وكلاء النقابة، إن الإضراب مستمر.")
    assert (found.name, found.beside, found.office) == ("إريك ميلنر", "أحد وكلاء النقابة", "")


@pytest.mark.parametrize(
    ("text", "first", "surname"),
    [
        ("قال الوزير محمد أبو الهاشم ذلك.", "محمد", "الهاشم"),
        ("قال الوزير عبد المنعم الغيثي ذلك.", "عبد المنعم", "الغيثي"),
        ("قال الأمير محمد بن سلمان ذلك.", "محمد", "سلمان"),
    ],
)
def test_what_belongs_to_a_surname_is_no_first_name(text: str, first: str, surname: str) -> None:
    assert (one(text).first, one(text).surname) == (first, surname)


@pytest.mark.parametrize(
    "text",
    [
        "وقع الحادث أمام مقر الشركة في وسط العاصمة.",
        "أعلن مالك مجموعة الإعلام بيع حصته.",
        "قالت الشركة باسم العاملين إنها ترفض العرض.",
        "يتهمون الحكومة بالتقصير في حماية السكان.",
        "قال للناس: أنا آسف.",
    ],
)
def test_words_are_no_person(text: str) -> None:
    assert introductions(text) == ()


def test_a_particle_begins_no_further_name() -> None:
    assert one("وصل الرئيس الأمريكي دونالد ترامب بفولوديمير زيلينسكي.").name == "دونالد ترامب"
    assert one("وصل الرئيس الفرنسي إيمانويل ماكرون بفوزه.").name == "إيمانويل ماكرون"


def test_an_office_of_somebody_else_is_not_taken() -> None:
    assert introductions("وصل نائب الرئيس دونالد ترامب أمس.") == ()
    assert one("وقال مستشار رئيس الجمهورية أحمد منصور أمس.").office == ""
    assert one("قال مدير المدرسة والمعلم أحمد منصور ذلك.").office == ""
    assert one("اتهم وزير الدفاع سمير منصور بالخيانة.").office == ""
    assert one("زار الرئيس سمير منصور أمس.").office == ""
    assert one("قال خصم الرئيس سمير منصور ذلك.").office == ""
    assert introductions("سقطت حكومة بوريس جونسون بعد أشهر.") == ()


def article(id: int, *sentences: str, language: str = "ar") -> Article:
    return Article(id, "s", language, "", "", "\n\n".join(sentences), "", NOW, NOW)


def test_a_surname_is_looked_for_in_the_article_alone() -> None:
    own = article(1, "قال القاضي جورج ليغات ذلك.", "ورفض شارانسكي التعليق.")
    other = article(2, "قال المحامي نتان شارانسكي ذلك.")
    people = people_of(own, (own, other))
    assert people["ليغات"].name == "جورج ليغات"
    assert "شارانسكي" not in people


def test_an_office_may_be_told_by_another_article() -> None:
    own = article(1, "قال هاني الملقي ذلك.")
    other = article(2, "قال رئيس الوزراء الأردني هاني الملقي ذلك.")
    namesake = article(3, "قال رئيس النادي الأردني سمير الملقي ذلك.")
    assert people_of(own, (own, other))["الملقي"].office == "رئيس الوزراء الأردني"
    assert people_of(own, (own, namesake))["الملقي"].name == "هاني الملقي"


def test_a_servant_is_of_the_first_name() -> None:
    own = article(1, "قال قائد الجيش الجنرال عبد الفتاح البرهان ذلك.")
    assert people_of(own, (own,))["البرهان"].first == "عبد الفتاح"


def test_two_of_one_surname_are_nobody() -> None:
    own = article(1, "قال القاضي جورج ليغات ذلك.", "قال المحامي بيتر ليغات ذلك.")
    assert "ليغات" not in people_of(own, (own,))


def test_a_surname_behind_another_given_name_is_nobody() -> None:
    own = article(1, "قال شقيقه يوسف خندقجي ذلك.", "وفاز باسم خندقجي بالجائزة.")
    assert "خندقجي" not in people_of(own, (own,))


def test_only_wanted_surnames_are_looked_for() -> None:
    own = article(1, "قال القاضي جورج ليغات ذلك.", "قال المحامي نتان شارانسكي ذلك.")
    assert people_of(own, (own,), {"ليغات": "ليغات"}).keys() == {"ليغات"}
