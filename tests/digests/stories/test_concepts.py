"""What two texts speak of in common, in one language and across three."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.stories.concepts import concepts, keys, share, weight

ENGLISH = concepts("Police arrest 12 dockers of Ashdod at the gate of the port", "en")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("الشرطة تعتقل 12 من عمال ميناء أسدود عند بوابته", "ar"),
        ("המשטרה עצרה 12 עובדי נמל באשדוד", "he"),
    ],
)
def test_a_translation_speaks_of_the_same(text: str, language: str) -> None:
    same = concepts(text, language)
    other = concepts("The minister of education visits a school in Oslo", "en")
    assert share(same, keys([ENGLISH])) > 0.4
    assert share(other, keys([ENGLISH])) < 0.2


def test_a_name_that_nobody_listed_meets_itself_in_another_script() -> None:
    name = concepts("مادلين", "ar")
    assert share(name, keys([concepts("Madleen", "en")])) == 1.0


def test_a_number_meets_its_word_and_weighs_more_when_it_is_large() -> None:
    word, digits = concepts("תשעה", "he"), concepts("9", "en")
    assert share(word, keys([digits])) == 1.0
    (small,), (large,) = digits, concepts("2,447", "en")
    assert weight(large) > weight(small)


def test_days_are_no_concepts() -> None:
    assert concepts("on Tuesday 5 March 2019", "en") == ()


def test_verbs_of_saying_weigh_less_than_a_name() -> None:
    (said,) = concepts("declared", "en")
    (named,) = concepts("Kafrqana", "en")
    assert weight(said) < weight(named)


@given(st.text(max_size=80), st.sampled_from(["ar", "en", "he", "xx"]))
def test_any_text_speaks_of_all_that_it_speaks_of(text: str, language: str) -> None:
    found = concepts(text, language)
    assert share(found, keys([found])) == (1.0 if found else 0.0)
    assert all(weight(concept) > 0 for concept in found)
