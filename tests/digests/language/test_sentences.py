"""Where sentences of Arabic, English and Hebrew end, and where they do not."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.language.sentences import paragraphs, spans, split


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("ar", ["قال د. سمير حداد إن النسبة 3.5% في 2021.", "وأضاف أن العقد انتهى."]),
        ("ar", ["سأل العامل: «هل نبقى؟ نعم، سنبقى!» ثم خرج.", "لم يرد أحد."]),
        ("ar", ["«هل نبقى؟» سأل العامل.", "لم يرد أحد؟", "غادروا!"]),
        ("ar", ["نقلت أ.ف.ب. عن مسؤول قوله ذلك.", "نفت الشركة."]),
        ("ar", ['انتقدت الحملة البيان، واعتبرته "محاولة لتبييض الصورة".', "وقال ناشط ذلك."]),
        ("ar", ["لا عقد جديد... ومطالبات بالوقف."]),
        ("ar", ["قال رئيس المنظمة إس. سوماناث إنه نجح.", "ذكرت بي بي سي.", "الهند هناك."]),
        ("ar", ["قالت الكاتبة جيه. كيه. رولينغ ذلك.", "ثم انتقلت."]),
        ("ar", ["ولد عام 1770 م. في بون.", "ثم انتقل."]),
        ("en", ["Mr. Hale of the U.S. Army agreed.", "Acme Inc. denied it.", "It cost $3.5m."]),
        ("en", ['"Where?" he asked.', '"Stop it!"', "Then they left at 5 p.m. on Friday."]),
        ("en", ["They left the U.S.", "The firm stayed.", "See example.org for more."]),
        ("he", ['ד"ר כהן אמר כי צה"ל יפסיק.', '"מה עכשיו?" שאל העובד.', "אין תגובה."]),
        ("he", ['העלות היא 3.5 מיליון ש"ח.', "פרופ' לוי הגיבה."]),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(language: str, sentences: list[str]) -> None:
    assert split(" ".join(sentences), language) == sentences


def test_glued_arabic_sentences_are_separated() -> None:
    assert split("انتهى العقد اليوم.وأكدت الشركة ذلك.", "ar") == [
        "انتهى العقد اليوم.",
        "وأكدت الشركة ذلك.",
    ]


def test_a_mark_that_stands_between_words_with_its_space_on_the_wrong_side_ends_a_sentence() -> (
    None
):
    assert split("تمضي حياتها خاملة .الأسود تعيش معًا.", "ar") == [
        "تمضي حياتها خاملة .",
        "الأسود تعيش معًا.",
    ]


def test_headings_on_their_own_line_stay_apart() -> None:
    assert split("عنوان فرعي\n\nقالت الشركة ذلك. ثم سكتت.", "ar") == [
        "عنوان فرعي",
        "قالت الشركة ذلك.",
        "ثم سكتت.",
    ]
    assert len(paragraphs("سطر\n \nسطر آخر\r\nثالث")) == 3


def test_a_very_long_quotation_is_split_inside() -> None:
    inner = " ".join(["كلمة " * 30 + "هنا."] * 3)
    assert len(split(f"قال: «{inner}» وغادر.", "ar")) == 4


@given(st.text(alphabet=st.sampled_from("اب و.م؟!…«»\"'()\n \tAaב׳״12،:"), max_size=80))
def test_spans_are_ordered_verbatim_and_lose_no_letter(text: str) -> None:
    for language in ("ar", "en", "he"):
        found = spans(text, language)
        kept = "".join(text[a:b] for a, b in found)
        assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]
        assert all(b <= c for (_, b), (c, _) in pairwise(found))
        assert all(text[a:b] == text[a:b].strip() != "" for a, b in found)
