"""A sentence is translated faithfully or stays as it is."""

from __future__ import annotations

import pytest

from digests.summaries.glossary import Glossary, Term
from digests.summaries.translate import tidy, translate, version
from digests.summaries.verify.fidelity import fidelity
from tests.digests.summaries.dictionary import Dictionary

NAMES = Glossary(
    [
        Term("غوغل", ("Google",), ("גוגל",), ("جوجل",)),
        Term("الجيش الإسرائيلي", ("Israel Defense Forces", "IDF"), ('צה"ל',)),
    ]
)


async def arabic(
    text: str, language: str = "en", **books: dict[str, str]
) -> tuple[str | None, str, list[str]]:
    engine = Dictionary({("en", "ar"): books.get("ar", {}), ("he", "en"): books.get("en", {})})
    outcome = await translate(text, language, engine, NAMES, fidelity)
    return outcome.text, outcome.why, engine.asked


async def test_a_faithful_translation_is_taken() -> None:
    text = "The company cut 40 jobs on Monday."
    found, _, asked = await arabic(text, ar={text: "ألغت الشركة 40 وظيفة يوم الإثنين."})
    assert found == "ألغت الشركة 40 وظيفة يوم الإثنين."
    assert asked == [text]


async def test_hebrew_goes_by_way_of_english() -> None:
    found, _, asked = await arabic(
        "החברה פיטרה 40 עובדים",
        "he",
        en={"החברה פיטרה 40 עובדים": "The company fired 40 workers"},
        ar={"The company fired 40 workers": "فصلت الشركة 40 عاملًا"},
    )
    assert found == "فصلت الشركة 40 عاملًا"
    assert asked == ["החברה פיטרה 40 עובדים", "The company fired 40 workers"]


async def test_another_spelling_of_a_name_is_settled_without_a_second_try() -> None:
    text = "Google opened an office"
    found, _, asked = await arabic(text, ar={text: "افتتحت جوجل مكتبًا"})
    assert found == "افتتحت غوغل مكتبًا"
    assert asked == [text]


async def test_a_name_that_the_engine_gets_wrong_is_put_in_beforehand() -> None:
    text = "The IDF opened an inquiry"
    found, _, asked = await arabic(
        text,
        ar={
            text: "فتحت قوات الدفاع تحقيقًا",
            "The الجيش الإسرائيلي opened an inquiry": "فتح الجيش الإسرائيلي تحقيقًا",
        },
    )
    assert found == "فتح الجيش الإسرائيلي تحقيقًا"
    assert len(asked) == 2


async def test_hebrew_names_are_english_on_the_way() -> None:
    found, _, _ = await arabic(
        'נמסר לצה"ל אתמול',
        "he",
        en={
            'נמסר לצה"ל אתמול': "It was told yesterday",
            "נמסר ל-Israel Defense Forces אתמול": "Israel Defense Forces were told yesterday",
        },
        ar={
            "It was told yesterday": "قيل ذلك أمس",
            "الجيش الإسرائيلي were told yesterday": "أُبلغ الجيش الإسرائيلي أمس",
        },
    )
    assert found == "أُبلغ الجيش الإسرائيلي أمس"


@pytest.mark.parametrize(
    ("text", "translation", "why"),
    [
        ("It cut 40 jobs", "ألغت 400 وظيفة", "the number"),
        ("It cut jobs", "It cut jobs", "not Arabic"),
        ("It cut jobs", "", "not Arabic"),
        ("It cut jobs", "ألغت משרות وظائف", "not Arabic"),
        ("It cut jobs today", "ألغت ألغت ألغت ألغت وظائف", "it repeats itself"),
        ("It cut jobs in all of its many offices today", "ألغت وظائف", "an unlikely length"),
        ("It claimed this", "زعمت ذلك", "the refused word"),
        ("The IDF said so", "قالت القوات ذلك", "without the name الجيش الإسرائيلي"),
    ],
)
async def test_what_is_not_faithful_leaves_the_original(
    text: str, translation: str, why: str
) -> None:
    both = {text: translation, NAMES.put(text, "en", "ar"): translation}
    found, reason, _ = await arabic(text, ar=both)
    assert found is None
    assert reason.startswith(why)


async def test_a_sentence_beyond_the_engines_window_is_not_tried() -> None:
    found, why, asked = await arabic("word " * 80)
    assert (found, asked) == (None, [])
    assert why == "too long for the engine"


async def test_a_language_has_a_version_only_with_all_its_models() -> None:
    engine = Dictionary({}, {("en", "ar"): "a"})
    assert await version("en", engine) == "a"
    assert await version("he", engine) is None
    assert await version("ar", engine) is None
    engine.models["he", "en"] = "b"
    assert await version("he", engine) == "b+a"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("بلغت ٤٠٫٥٪  من\u200f ١٬٢٠٠", "بلغت 40.5% من 1,200"),
        ("قال, ثم سأل? نعم; لا", "قال، ثم سأل؟ نعم؛ لا"),
        ("بلغت 1,200 و 3.5", "بلغت 1,200 و 3.5"),
        ('قال "نعم", ثم مضى', 'قال "نعم"، ثم مضى'),
    ],
)
def test_an_engines_arabic_is_tidied(raw: str, expected: str) -> None:
    assert tidy(raw) == expected


@pytest.mark.parametrize(
    ("original", "translation", "expected"),
    [
        ("Company cuts jobs", "الشركة تلغي وظائف.", "الشركة تلغي وظائف"),
        ("Company cuts jobs ...", "الشركة تلغي وظائف...", "الشركة تلغي وظائف..."),
        ("It cut jobs.", "ألغت وظائف", "ألغت وظائف."),
        ("It cut jobs.", "ألغت وظائف.", "ألغت وظائف."),
    ],
)
async def test_a_translation_ends_as_its_original_does(
    original: str, translation: str, expected: str
) -> None:
    assert (await arabic(original, ar={original: translation}))[0] == expected
