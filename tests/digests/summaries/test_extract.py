"""A share of a text in its own sentences."""

from hypothesis import given
from hypothesis import strategies as st

from digests.language.sentences import split
from digests.summaries.extract import extract

SENTENCES = [
    "تقع المدينة على ساحل البحر، ويعيش فيها نصف مليون إنسان.",
    "بنى الفينيقيون المدينة على الساحل قبل ثلاثة آلاف عام.",
    "يعمل سكان المدينة في التجارة والصيد وصناعة السفن.",
    "ازدهرت التجارة والصيد في المدينة في القرن الماضي.",
    "زار المدينة ملوك كثيرون، وكتب عنها الرحالة.",
    "يقصد السياح ساحل المدينة وأسواقها كل صيف.",
]
TEXT = " ".join(SENTENCES)


def test_the_sentence_nearest_to_the_share_is_the_last() -> None:
    total = len(TEXT.split())
    taken = extract(TEXT, 0.5)
    assert abs(len(" ".join(taken).split()) - 0.5 * total) <= 5
    assert all(sentence in SENTENCES for sentence in taken)


def test_the_opening_is_taken_and_the_order_is_that_of_the_text() -> None:
    taken = extract(TEXT, 0.7)
    assert taken[0] == SENTENCES[0]
    assert [SENTENCES.index(s) for s in taken] == sorted(SENTENCES.index(s) for s in taken)


def test_headings_credits_and_repetitions_are_passed_over() -> None:
    text = f"{SENTENCES[0]}\nتاريخ المدينة\n{SENTENCES[0]}\nالمصدر: كتاب المثال.\n{SENTENCES[2]}"
    assert extract(text, 0.6) == [SENTENCES[0], SENTENCES[2]]


@given(st.text(alphabet=st.sampled_from("اب .؟\n،«»"), max_size=120), st.floats(0.05, 1.0))
def test_every_sentence_is_one_of_the_text(text: str, ratio: float) -> None:
    assert set(extract(text, ratio)) <= set(split(text, "ar"))
