"""People and nouns of an event, before and after it was told."""

import pytest

from digests.summaries.aftermath import presumed, told


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("قالت المجموعة إن بعض المفصولين لم يشاركوا.", "dismissed"),
        ("وصفت المجموعة الفصل بأنه انتقام.", "dismissed"),
        ("يطالب المحتجون الشركة بإنهاء العقد.", "protesters"),
        ("نُقل المصابون إلى المستشفى.", "casualties"),
        ("اتهم الموقعون الشركة بتأخير الأجور.", "signatories"),
        ("أُفرج عن المعتقلين ليلًا.", "arrested"),
    ],
)
def test_the_people_of_an_event_take_it_as_known(sentence: str, event: str) -> None:
    assert event in presumed(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "اتفاق يعيد المحتجزين في قطاع غزة إلى بيوتهم.",
        "فصلت الشركة ثلاثة موظفين، وقال أحد المفصولين إنه سيقاضيها.",
        "قالت حملة «لا لأزور للفصل العنصري» إن العقد مستمر.",
        "قال التقرير إن نظام الفصل العنصري انتهى عام 1994.",
        "نُشر المقال في الموقع صباح الخميس.",
    ],
)
def test_what_explains_itself_presumes_nothing(sentence: str) -> None:
    assert not presumed(sentence)


def test_any_word_for_the_event_tells_it() -> None:
    assert "dismissed" in told("سرّحت الشركة 300 عامل.")
    assert "casualties" in told("وقع انفجار في المصنع.")
    assert "protesters" in told("اعتصم موظفون في مكتبين.")
    assert "dismissed" not in told("قالت مجموعة «لا تكنولوجيا للفصل العنصري» إنها باقية.")
