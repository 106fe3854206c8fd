"""Which forms of a word meet, and which words carry no subject."""

import pytest

from digests.language.stems import content, stem, words


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("ar", ["الشركات", "وبالشركات", "للشركات"]),
        ("ar", ["والموظفين", "الموظفين", "للموظفين"]),
        ("en", ["strikes", "strike", "striking"]),
        ("he", ["העובדים", "ולעובדים", "עובדים"]),
    ],
)
def test_inflected_forms_meet(language: str, forms: list[str]) -> None:
    assert len({stem(words(form)[0], language) for form in forms}) == 1


def test_words_without_a_subject_give_no_stem() -> None:
    assert content("قالت إن الذي في ذلك", "ar") == ()
    assert content("She said that it was", "en") == ()
    assert content("הוא אמר כי זה", "he") == ()


def test_latin_words_in_arabic_text_are_stemmed_as_english() -> None:
    assert stem("protests", "ar") == stem("protest", "en")


def test_numbers_stay_as_they_are() -> None:
    assert content("6,000 موظف", "ar")[0] == "6000"
