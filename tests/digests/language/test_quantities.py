"""Numbers in digits and in words, and that reading them comes to an end whatever the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digests.language import number_words
from digests.language.quantities import quantities


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("وألف جندي", [1000]),
        ("ستة آلاف حصان وألف جمل", [6000, 1000]),
        ("ومليون دولار", [10**6]),
        ("ألف ومئتان", [1200]),
        ("ألف مليار شلن", [10**12]),
        ("טריליון שילינג", [10**12]),
        ("שתים-עשרה קבוצות", [12]),
        ("שנים עשר שופטים", [12]),
        ("בשנים האחרונות", []),
        ("ארבע שנים וחצי", [4.5]),
        ("أربع سنوات ونصف السنة", [4.5]),
        ("شهران ونصف الشهر", [2.5]),
        ("أربعة عمال ونصف الشركة", [4, 0.5]),
        ("four years and a half", [4.5]),
        ("كل واحد من موكليها", []),
        ("كل واحد وعشرين", [21]),
        ("مئة وسبعًا وعشرين ثانية", [127]),
        ("127 ثانية بدلا من أربع وثمانين", [127, 84]),
        ("أربعمئة وست عشرة بطاقة", [416]),
        ("خمسة رجال وست نساء", [5, 6]),
        ("كانييه وست في لندن", []),
        ("بلغ 2024، إلى 4.5 في المئة", [2024, 4.5]),
    ],
)
def test_numbers_are_read(text: str, values: list[int]) -> None:
    assert [number.value for number in quantities(text)] == values


_WORDS = sorted(
    {
        *number_words.CARDINALS,
        *number_words.TEEN,
        *number_words.TEEN_UNITS,
        *number_words.MULTIPLIERS,
        *number_words.VAGUE,
        *number_words.FRACTIONS,
        *number_words.PARTS,
        *number_words.PERCENT,
        *number_words.ORDINALS,
        *number_words.DUALS,
        *"7 3.5 50% 2bn و of من حصان جندي رجل and to إلى".split(),
    }
)
_ATTACHED = ("", "", "و", "ف", "ب", "ال", "وال", "ل", "ו", "ה", "כ")


@settings(max_examples=300)
@given(st.lists(st.tuples(st.sampled_from(_ATTACHED), st.sampled_from(_WORDS)), max_size=9))
def test_each_number_takes_words_of_its_own(parts: list[tuple[str, str]]) -> None:
    found = quantities(" ".join(front + word for front, word in parts))
    assert all(number.first < number.end for number in found)
    assert all(one.end <= other.first for one, other in pairwise(found))
