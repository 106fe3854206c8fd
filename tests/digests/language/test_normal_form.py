"""Texts that a reader takes for the same have one normal form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.language.normal import fold

ANY = st.text(max_size=80)
WRITTEN = st.text(
    alphabet="ابءأإآؤئىيةهو ًٌَُِّْـ\u200f\u200c\u2067\ufeff١۲3،'\"״׳אבםמךכ־-aZéÉ", max_size=60
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("إسطنبول", "اسطنبول"),
        ("الأمم المتّحدة", "الامم المتحده"),
        ("مسؤول", "مسئول"),
        ("شؤون", "شئون"),
        ("رؤوس", "رءوس"),
        ("شيء", "شئ"),
        ("شاطئ", "شاطىء"),
        ("مستشفى", "مستشفي"),
        ("القرآن", "القرءان"),
        ("العـــراق", "العراق"),
        ("ﻏﺰﺓ", "غزة"),
        ("ﻻجئ", "لاجئ"),
        ("ایران", "إيران"),
        ("غزہ", "غزة"),
        ("پاکستان", "باكستان"),
        ("٢٠٢٦ و۲۰۲۶", "2026 و2026"),
        ("٣٫٥٪", "3.5%"),
        ("غ\u200cز\u00adة\u200f", "غزة"),
        ("\u2067غزة\u2069", "غزة"),
        ("أ" + "\u0654", "أ"),
        ("שָׁלוֹם", "שלום"),
        ("צה״ל", 'צה"ל'),
        ("צה''ל", 'צה"ל'),
        ("ג׳נין", "ג'נין"),
        ("תל־אביב", "תל-אביב"),
        ("Ａｐｐｌｅ", "apple"),
        ("Beyoncé", "beyonce"),
        ("“Gaza” — ‘now’", "\"gaza\" - 'now'"),
        ("a\u00a0 \n b", "a b"),
    ],
)
def test_two_spellings_fold_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("אז'ור", "אזור"), ("غزة", "عزة"), ("سوريا", "سورية"), ("ماء", "ما"), ("بدء", "بدأ")],
)
def test_words_that_differ_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(ANY | WRITTEN)
def test_the_normal_form_is_its_own_normal_form(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ANY)
def test_no_mark_and_no_control_is_left(text: str) -> None:
    form = fold(text)
    assert form == form.strip()
    assert not set(form) & set("\u200f\u200e\u2066\u2067\u2068\u2069\u0640\u064b\u00ad\n\t")
