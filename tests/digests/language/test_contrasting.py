"""Words that carry a fact are known in any inflection; words that only carry others are not among
them."""

from __future__ import annotations

import pytest

from digests.language.contrasting import carries_a_fact
from digests.language.normal import fold


@pytest.mark.parametrize(
    "word",
    "ارتفعت وارتفاع سيرفضون مرفوضة المهندسين سفينتهم بالقمح شقتين السد مؤقتًا للشمال أعلى "
    "أدانت إدانته صباحًا الأخير والمحكمة".split(),
)
def test_a_word_that_carries_a_fact_is_known_in_any_inflection(word: str) -> None:
    assert carries_a_fact(fold(word))


@pytest.mark.parametrize("word", "وقوع حدوث يتمثل حظيت تعكف إبان صدور".split())
def test_a_word_that_only_carries_others_is_not_among_them(word: str) -> None:
    assert not carries_a_fact(fold(word))
