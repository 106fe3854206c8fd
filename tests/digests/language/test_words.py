"""Words are cut where readers see them, and know their place in the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.language.words import normal_forms, tokens


@pytest.mark.parametrize(
    ("text", "folds"),
    [
        ("غزة: الحصيلة", ["غزه", "الحصيله"]),
        ("#غزة_تحت_القصف", ["غزه", "تحت", "القصف"]),
        ("وMicrosoft تعلن", ["و", "microsoft", "تعلن"]),
        ("الـ8200", ["ال", "8200"]),
        ("مايكرو\u200bسوفت", ["مايكروسوفت"]),
        ("؟غزة؟ «مصر»", ["غزه", "مصر"]),
        ("Apple's banks’ don't", ["apple", "banks", "don't"]),
        ("the U.S. and U.N. said", ["the", "us", "and", "un", "said"]),
        ("e-SIM COVID-19", ["e", "sim", "covid", "19"]),
        ("1,000 ١٬٠٠٠ 1،000", ["1000", "1000", "1000"]),
        ("12.5 ٣٫٥ 3,5", ["12.5", "3.5", "3.5"]),
        ("50% ٥٠٪ %50 5 %", ["50%", "50%", "50%", "5%"]),
        ("في 2025. ثم", ["في", "2025", "ثم"]),
        ("قمة G٢٠", ["قمه", "g20"]),
        ("דובר צה״ל", ["דובר", 'צה"ל']),
        ('ב"הארץ" נכתב', ["ב", "הארצ", "נכתב"]),
        ("ל־NSO וכ־130", ["ל", "nso", "וכ", "130"]),
        ("'שלום' כיתה ז'", ["שלומ", "כיתה", "ז'"]),
        ("\u200f\u0640\u064b ﹰ …", []),
    ],
)
def test_words_are_cut_where_readers_see_them(text: str, folds: list[str]) -> None:
    assert [token.fold for token in tokens(text)] == folds


_WILD = st.text(max_size=200) | st.text(alphabet="اب ـًو1.,،٪%'\"״־-_#אבצaZ's\u200f", max_size=80)


@given(_WILD)
def test_forms_without_places_are_the_same(text: str) -> None:
    assert normal_forms(text) == tuple(token.fold for token in tokens(text))


@given(_WILD)
def test_every_word_stands_at_its_place_in_order(text: str) -> None:
    end = 0
    for token in tokens(text):
        assert text[token.start : token.end] == token.text
        assert token.start >= end
        assert token.fold
        end = token.end
