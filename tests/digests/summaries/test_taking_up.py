"""What a sentence takes up from the one before it."""

import pytest

from digests.summaries.taking_up import answers, takes_up


@pytest.mark.parametrize(
    "sentence",
    [
        "ونفى المجلس أن يكون قد انحاز.",
        "رفضت أكمي الاتهامات.",
        "وقالت وزيرة خارجيتها ليلى حداد إن القرار عادل.",
        "قال متحدث باسمها إن الأرقام خاطئة.",
        "وينفي الاثنان ارتكاب أي مخالفات مالية في أثناء عملهما في الشركة.",
        "ونفت الشركة ذلك.",
        "وقال الجيش النورلاندي إنه يتحرى صحة التقارير.",
        "قالت الوزارة إنها تتحقق من الأنباء.",
    ],
)
def test_a_sentence_that_needs_the_one_before_it(sentence: str) -> None:
    assert takes_up(sentence, "ar")


@pytest.mark.parametrize(
    "sentence",
    [
        "ونفى المجلس أن يكون قد انحاز إلى الشركة في التصويت على النقابة.",
        "وقالت وزيرة خارجية السويد ليلى حداد إن القرار عادل.",
        "قال متحدث باسم أكمي إن الأرقام خاطئة.",
        "نفت كوردا تخصيب اليورانيوم سرا.",
        "نفى سالم علمه بالضربة.",
        "وقال رئيس الوزراء إن الحكومة ستستقيل.",
        "وقال الجيش النورلاندي إنه يتحرى صحة التقارير عن مقتل عشرة في كوردا.",
        "قالت الوزارة إنها تتحقق من الأنباء التي تحدثت عن إغلاق المعبر.",
    ],
)
def test_a_sentence_that_tells_it_itself(sentence: str) -> None:
    assert not takes_up(sentence, "ar")


def test_a_short_denial_answers_nobody_by_name() -> None:
    assert not answers("ونفى المجلس أن يكون قد انحاز.", "ar")


@pytest.mark.parametrize(
    ("sentence", "leans"),
    [
        ("ورد بيطار في تصريح لصحيفة بأنه لن يتنحى.", True),
        ("وردت الشركة قائلة إن الأرقام قديمة.", True),
        ("ورد الوزير على أسئلة النواب بأن الخطة جاهزة.", False),
        ("ورد مدير الشركة على الاتهامات التي وجهتها إليه النقابة.", False),
        ("رد فعل الشارع جاء سريعا.", False),
    ],
)
def test_an_answer_that_does_not_tell_to_what_takes_it_up(sentence: str, leans: bool) -> None:
    assert takes_up(sentence, "ar") is leans
