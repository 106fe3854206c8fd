"""What stands in square brackets inside a source's sentence."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.model import Article
from digests.summaries.glosses import glossed, unmet

NOW = datetime(2025, 3, 10, tzinfo=UTC)


def article(*sentences: str, id: int = 1, language: str = "ar") -> Article:
    return Article(id, "s", language, "", "", "\n\n".join(sentences), "", NOW, NOW)


def shown(before: str, text: str, *told: str) -> str:
    """*text* as it is shown behind *before* in its article."""
    own = article(before, text)
    return glossed(text, own, (own,), told)


JUDGE = "ترأس القاضي جورج ليغات جلسة المحكمة العليا في لندن صباح الثلاثاء."
PREMIER = "وصل رئيس الوزراء الأرميني نيكول باشينيان إلى موسكو صباح الثلاثاء."
MINISTER = "وصل وزير الخارجية الإيراني عباس عراقجي إلى بغداد صباح الثلاثاء."


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        (JUDGE, "قال ليغات إن الدعوى مرفوضة.", "قال [القاضي جورج] ليغات إن الدعوى مرفوضة."),
        (
            PREMIER,
            "قال نائب إن لباشينيان خصوما.",
            "قال نائب إن لباشينيان [رئيس الوزراء الأرميني نيكول باشينيان] خصوما.",
        ),
        (
            PREMIER,
            "قال نيكول باشينيان إنه يرفض العرض.",
            "قال نيكول باشينيان [رئيس الوزراء الأرميني] إنه يرفض العرض.",
        ),
        (
            "وقال إريك ميلنر، أحد وكلاء النقابة، إن الإضراب مستمر.",
            "أضاف ميلنر أن العرض ضعيف.",
            "أضاف ميلنر [إريك ميلنر، أحد وكلاء النقابة] أن العرض ضعيف.",
        ),
    ],
)
def test_who_is_told_too_shortly_is_introduced(before: str, text: str, expected: str) -> None:
    assert shown(before, text) == expected


@pytest.mark.parametrize(
    ("before", "text"),
    [
        (JUDGE, "قال القاضي ليغات إن الدعوى مرفوضة."),
        (PREMIER, "أعلن رئيس وزراء أرمينيا، نيكول باشينيان، أن بلاده ترفض العرض."),
        (JUDGE, "قال جورج ليغات إن الدعوى مرفوضة."),  # an office of one word tells too little
        (JUDGE, "قال ليغات، وهو من لندن، إن الدعوى مرفوضة."),
        (JUDGE, "قالت شركة ليغات إن الدعوى مرفوضة."),
        (JUDGE, "قالت الشركة: «اتفقنا مع ليغات على ذلك»."),  # a quotation in the quotation
        ("وصل رئيس الإمارات محمد بن زايد صباح الثلاثاء.", "قال زايد إن الزيارة ناجحة."),
        (JUDGE + " وقال المحامي بيتر ليغات ذلك.", "قال ليغات إن الدعوى مرفوضة."),
    ],
)
def test_nothing_is_added_where_it_is_told_or_doubtful(before: str, text: str) -> None:
    assert shown(before, text) == text


def test_nothing_is_added_that_the_reader_was_told() -> None:
    text = "قال ليغات إن الدعوى مرفوضة."
    assert shown(JUDGE, text, "قال القاضي جورج ليغات ذلك") == text
    assert shown(JUDGE, text, "قال ليغات ذلك") != text


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        (
            MINISTER,
            "قال الوزير إن الزيارة ناجحة.",
            "قال الوزير [وزير الخارجية الإيراني عباس عراقجي] إن الزيارة ناجحة.",
        ),
        (JUDGE, "قال القاضي إن الدعوى مرفوضة.", "قال القاضي [جورج ليغات] إن الدعوى مرفوضة."),
        (
            "وصل الرئيس الأمريكي دونالد ترامب إلى الرياض صباح الثلاثاء.",
            "قال الرئيس إن الزيارة ناجحة.",
            "قال الرئيس [الأمريكي دونالد ترامب] إن الزيارة ناجحة.",
        ),
        (
            "نفت المتحدثة باسم أمازون كيلي نانتل الخبر صباح الثلاثاء.",
            "قالت المتحدثة إن الخبر غير صحيح.",
            "قالت المتحدثة [باسم أمازون كيلي نانتل] إن الخبر غير صحيح.",
        ),
        (
            "زار وزير الصحة الدكتور عثمان عبد الجليل المدينة صباح الثلاثاء.",
            "أوضح وزير الصحة أن الطرق مغلقة.",
            "أوضح وزير الصحة [الدكتور عثمان عبد الجليل] أن الطرق مغلقة.",
        ),
        (
            MINISTER,
            "قال وزير الخارجية إن الزيارة ناجحة.",
            "قال وزير الخارجية [الإيراني عباس عراقجي] إن الزيارة ناجحة.",
        ),
    ],
)
def test_who_is_told_by_the_office_alone_is_named(before: str, text: str, expected: str) -> None:
    assert shown(before, text) == expected


@pytest.mark.parametrize(
    ("before", "text"),
    [
        (MINISTER + " والتقى وزير الدفاع العراقي ثابت العباسي.", "قال الوزير إن الزيارة ناجحة."),
        (MINISTER + " والتقى وزير الدفاع العراقي.", "قال الوزير إن الزيارة ناجحة."),
        ("قال الرئيس السابق دونالد ترامب ذلك صباح الثلاثاء.", "قال الرئيس إن الزيارة ناجحة."),
        (MINISTER + " واستقال بعد ساعات.", "قال وزير الخارجية إن الزيارة ناجحة."),
        (MINISTER, "قال وزير الخارجية في بغداد إن الزيارة ناجحة."),
        (MINISTER, "قال وزير الخارجية العراقي إن الزيارة ناجحة."),
        (MINISTER + " والتقى وزير الخارجية العراقي.", "قال وزير الخارجية إن الزيارة ناجحة."),
        (MINISTER, "قال الوزير السابق إن الزيارة ناجحة."),
        (MINISTER + " وكان قد عين وزيرا قبل عام.", "قال الوزير إن الزيارة ناجحة."),
        (MINISTER, "قال الوزير فانيا أغراوال إن الزيارة ناجحة."),
        ("وصل رئيس الشركة تيم كوك إلى بغداد صباح الثلاثاء.", "قال الرئيس إن الزيارة ناجحة."),
        ("قتل الشاب أحمد منصور في نابلس صباح الثلاثاء.", "وكان الشاب في الطريق إلى عمله."),
    ],
)
def test_an_office_of_two_or_of_anybody_names_nobody(before: str, text: str) -> None:
    assert shown(before, text) == text


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        (
            "أعلنت وزارة الدفاع الأذربيجانية وقف النار صباح الثلاثاء.",
            "نفت الوزارة سقوط طائرة.",
            "نفت الوزارة [وزارة الدفاع الأذربيجانية] سقوط طائرة.",
        ),
        (
            "أعلن صندوق الثروة السيادي النرويجي بيع حصصه صباح الثلاثاء.",
            "قال الصندوق إنه سينهي عقوده.",
            "قال الصندوق [صندوق الثروة السيادي النرويجي] إنه سينهي عقوده.",
        ),
        (
            "هبطت الطائرة في مطار هواري بومدين صباح الثلاثاء.",
            "أغلق المطار ساعتين.",
            "أغلق المطار [مطار هواري بومدين] ساعتين.",
        ),
        (
            "افتتح مطار الملك خالد الدولي أبوابه صباح الثلاثاء.",
            "أغلق المطار ساعتين.",
            "أغلق المطار [مطار الملك خالد الدولي] ساعتين.",
        ),
        (
            "دعا الاتحاد العام التونسي للشغل إلى الإضراب صباح الثلاثاء.",
            "رفض الاتحاد عرض الحكومة.",
            "رفض الاتحاد [العام التونسي للشغل] عرض الحكومة.",
        ),
        (
            "أجلت المفوضية العليا المستقلة للانتخابات الاقتراع صباح الثلاثاء.",
            "قالت المفوضية إنها مستعدة.",
            "قالت المفوضية [العليا المستقلة للانتخابات] إنها مستعدة.",
        ),
        (
            "سمح البنك المركزي المصري للجنيه بالانخفاض. ورفع البنك المركزي المصري الفائدة.",
            "قال البنك إنه مستعد.",
            "قال البنك [المركزي المصري] إنه مستعد.",
        ),
    ],
)
def test_a_body_told_by_its_noun_is_named(before: str, text: str, expected: str) -> None:
    assert shown(before, text) == expected
    assert shown(before, text, before) == text


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("التقت وزارة الدفاع وزارة المالية صباح الثلاثاء.", "نفت الوزارة سقوط طائرة."),
        ("أعلنت وزارة الدفاع وقف النار صباح الثلاثاء.", "نفت الوزارة العراقية سقوط طائرة."),
        ("أعلنت وزارة الدفاع وقف النار صباح الثلاثاء.", "قالت وزارة المالية إن الوزارة لا تعلم."),
        ("نقل المجلس الذي يرأسه القرار صباح الثلاثاء.", "رفض المجلس الدعوى."),
        ("دعا الاتحاد الوطني للصحفيين إلى الإضراب صباح الثلاثاء.", "رفض الاتحاد الدعوى."),
        ("أجرت الهيئة القومية لسكك حديد مصر تحقيقا صباح الثلاثاء.", "قالت الهيئة إنها مستعدة."),
        ("أعلنت محكمة دستورية الحكم صباح الثلاثاء.", "رفضت المحكمة الدعوى."),
    ],
)
def test_a_body_that_may_be_another_is_not_named(before: str, text: str) -> None:
    assert shown(before, text) == text


def test_needs_are_met_by_what_would_be_added() -> None:
    text = "قال ليغات إن الوزارة أخطأت."
    own = article(JUDGE, "أعلنت وزارة الدفاع البريطانية ذلك صباح الثلاثاء.", text)
    needs = frozenset({"ليغات", "وزاره", "company"})
    assert unmet(needs, text, own, (own,)) == {"company"}
    assert unmet(frozenset(), text, own, (own,)) == frozenset()


def test_one_place_has_one_gloss() -> None:
    before = "أعلن رئيس الهيئة العليا المستقلة للانتخابات فاروق بوعسكر النتائج صباح الثلاثاء."
    assert shown(before, "أكد رئيس الهيئة أن الاقتراع انتهى.") == (
        "أكد رئيس الهيئة [العليا المستقلة للانتخابات فاروق بوعسكر] أن الاقتراع انتهى."
    )


def test_other_languages_get_nothing() -> None:
    own = article("Justice George Leggatt heard the case.", "Leggatt said no.", language="en")
    assert glossed("Leggatt said no.", own, (own,)) == "Leggatt said no."


WORDS = st.sampled_from(
    'قال أضاف القاضي جورج ليغات الوزير الوزارة وزارة الدفاع أن إن من « » " ، . ( ) : وأضاف'.split()
)


@given(st.lists(WORDS, min_size=1, max_size=25), st.lists(WORDS, max_size=40))
def test_without_the_brackets_the_sentence_is_the_sources(said: list[str], more: list[str]) -> None:
    text, before = " ".join(said), " ".join([*more, JUDGE])
    own = article(before, text)
    found = glossed(text, own, (own,))
    at, bare = 0, ""
    while at < len(found):  # brackets hold none, and each took one blank with it
        if found[at] == "[":
            added, at = found[at + 1 : found.index("]", at)], found.index("]", at) + 1
            assert added.rpartition("، ")[0] in own.body or added in own.body
            assert added
            if bare.endswith(" ") and found[at : at + 1] == " ":
                at += 1
            elif bare.endswith(" "):
                bare = bare[:-1]
        else:
            bare, at = bare + found[at], at + 1
    assert bare.split() == text.split()
