"""Opposites of three languages are known in their forms, and only where nothing says the word's
own way."""

from __future__ import annotations

import pytest

from digests.language.normal import fold
from digests.language.opposites import opposite
from digests.language.words import tokens


def told(word: str, text: str, language: str) -> bool:
    return opposite(fold(word), [token.fold for token in tokens(text)], language)


@pytest.mark.parametrize(
    ("word", "text", "language"),
    [
        ("رفع", "The bank cut its lending rate", "en"),
        ("بتراجع", "بزيادة قدرها 14 في المئة", "ar"),
        ("وارتفعت", "המחירים ירדו ביוני", "he"),
        ("أدانت", "وبرأت المحكمة ممرضتين", "ar"),
        ("خطيرة", "أصيبا بجروح طفيفة", "ar"),
        ("فُصلوا", "those who took part had been suspended", "en"),
        ("الصادرات", "Imports grew in March", "en"),
    ],
)
def test_the_opposite_of_a_word_is_told(word: str, text: str, language: str) -> None:
    assert told(word, text, language)


@pytest.mark.parametrize(
    ("word", "text", "language"),
    [
        ("رفع", "The bank raised its rate after it had cut it in May", "en"),
        ("ارتفعت", "The company sold a ship", "en"),
        ("سفينة", "The bank cut its lending rate", "en"),
    ],
)
def test_a_word_of_its_own_way_or_none_is_no_opposite(word: str, text: str, language: str) -> None:
    assert not told(word, text, language)
