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
        ("أعلن رئيس الوزراء اللبناني نواف سلام الاتفاق.", "دعا الوزير إلى سلام دائم."),
        ("قال حاكم المصرف رياض سلامة إنه بريء.", "قال إن سلامة المواطنين أولوية."),
        ("قال رئيس الوزراء الإسرائيلي بنيامين نتنياهو ذلك.", "قالت نتنياهو إنها بريئة."),
        (JUDGE, "قال ليغات، شقيق القاضي، إنه بريء."),
        (JUDGE, "قال ليغات الابن إنه بريء."),
        (JUDGE, "قال آل ليغات إنهم أبرياء."),
        (JUDGE, "قال ليغات [القاضي] إنه بريء."),
        (JUDGE, "قال الشاهد “إن ليغات كاذب” ثم مضى."),
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
            "أعلنت وزارة الدفاع الأذربيجانية وقف النار صباح الثلاثاء.",
            "نفت الوزارة سقوط طائرة.",
            "نفت الوزارة [وزارة الدفاع الأذربيجانية] سقوط طائرة.",
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
        ("رفعت الدعوى أمام محكمة العدل الدولية، ونظرت محكمة في أخرى.", "رفضت المحكمة الدعوى."),
        ("أعلنت وزارة الدفاع الروسية ذلك.", "قالت الوزارة في كييف إن الهجوم مستمر."),
        ("هبطت الطائرة في مطار بيروت، ثم في مطار دمشق.", "أغلق المطار ساعتين."),
        ("دعم صندوق النقد الدولي مصر.", "وضع الناخب الورقة في الصندوق ثم خرج."),
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
