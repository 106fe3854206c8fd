"""Verbs of a dealing say who is the one and who the other, from whichever side they tell it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from digests.language import dealings as table
from digests.language.dealings import BEFORE, NOBODY, OBJECT, OPPOSED, SUBJECT, dealings
from digests.language.normal import fold


def kinds(word: str, language: str) -> set[str]:
    return {dealing.kind for dealing in dealings(fold(word), language)}


def test_a_verb_and_its_converse_are_of_one_kind() -> None:
    for one, other, language in (
        ("باعت", "اشترت", "ar"),
        ("أعار", "استعار", "ar"),
        ("هزم", "خسر", "ar"),
        ("sold", "bought", "en"),
        ("beats", "losing", "en"),
        ("מכרה", "רכשה", "he"),
    ):
        assert kinds(one, language) & kinds(other, language)


def test_the_sides_of_a_converse_are_exchanged() -> None:
    sold, bought = dealings("sold", "en")[0], dealings("bought", "en")[0]
    assert (sold.one, sold.other) == ((SUBJECT,), ("to",))
    assert (bought.one, bought.other) == (("from",), (SUBJECT,))


def test_a_verb_is_found_behind_its_particles_and_before_its_pronoun() -> None:
    assert kinds("وستبيع", "ar") == kinds("تبيع", "ar") != set()
    assert kinds("دعمه", "ar") == kinds("دعم", "ar") != set()


def test_a_noun_that_looks_like_a_verb_with_a_pronoun_tells_of_nothing() -> None:
    assert kinds("زارت", "ar")
    assert not kinds("وزارة", "ar")
    assert not kinds("إقالة", "ar")


def test_opposed_kinds_oppose_each_other() -> None:
    assert all(OPPOSED[OPPOSED[kind]] == kind for kind in OPPOSED)


def test_every_slot_is_a_side_or_a_preposition() -> None:
    for language, forms in table._table().items():
        for found in forms.values():
            for dealing in found:
                for slot in dealing.one + dealing.other:
                    letters = {"ar": "[ء-ي]+", "en": "[a-z]+", "he": "[א-ת]+"}[language]
                    side = slot in (SUBJECT, OBJECT, BEFORE, NOBODY)
                    assert side or re.fullmatch(letters, slot), (language, dealing)


def test_a_line_that_cannot_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "dealings.txt").write_text("sale: who\nar | باع يبيع | S\n", "utf-8")
    monkeypatch.setattr(table, "__file__", str(tmp_path / "dealings.py"))
    with pytest.raises(table.BrokenDealings, match="line 2"):
        list(table._read())
