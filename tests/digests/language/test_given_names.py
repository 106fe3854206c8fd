"""Two given names are two people's, however near they look; two spellings of one are one."""

from __future__ import annotations

import pytest

from digests.language.given_names import given_name, one_given_name, two_given_names
from digests.language.normal import fold
from digests.language.transliteration import same_name_freely


@pytest.mark.parametrize(
    "pair",
    "حسن/حسين علي/علاء محمد/محمود سالم/سليم عمر/عمرو رامي/رامز ماريو/ماريا كارل/كارول "
    "حسين/Hassan كارلو/קרלה وسالم/لسليم".split(),
)
def test_names_that_look_alike_are_of_two_people(pair: str) -> None:
    one, other = map(fold, pair.split("/"))
    assert two_given_names(one, other)
    assert not one_given_name(one, other)


@pytest.mark.parametrize("pair", "دانيال/دانييل محمد/Mehmet هانز/هانس داود/דוד".split())
def test_spellings_of_one_name_are_of_one_person(pair: str) -> None:
    one, other = map(fold, pair.split("/"))
    assert one_given_name(one, other)
    assert not two_given_names(one, other)


def test_a_word_with_the_article_or_like_wholly_is_no_given_name() -> None:
    assert not given_name(fold("بالكامل"))
    assert not given_name(fold("كليا"))


@pytest.mark.parametrize(
    "pair",
    "دولافوزا/دولابوزا دويلنبرغ/دولينبرغ بيلدياث/بيلدياز زوكربرغ/زاكربرغ باشيليت/باشليه".split(),
)
def test_a_foreign_name_is_spelt_freely(pair: str) -> None:
    assert same_name_freely(*map(fold, pair.split("/")))


@pytest.mark.parametrize(
    "pair",
    "كورتز/كيرتز بولتون/فولتون شنايدر/سنايدر إيفانوف/إيفانوفا بوريل/باريل العامري/العمري".split(),
)
def test_another_foreign_name_is_no_free_spelling(pair: str) -> None:
    assert not same_name_freely(*map(fold, pair.split("/")))
