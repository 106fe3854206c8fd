"""Nouns of who and what has a name are one table, which tells them apart by their kinds."""

from __future__ import annotations

from digests.language.named_nouns import BODIES, PEOPLE, nouns, senses


def test_a_noun_is_found_behind_its_particles() -> None:
    assert senses("ووزاره", "ar", "body") == senses("وزاره", "ar", "body") != frozenset()


def test_two_nouns_for_one_thing_have_a_sense_in_common() -> None:
    assert senses("جريده", "ar", *BODIES) & senses("صحيفه", "ar", *BODIES)
    assert senses("monitor", "en", *BODIES) & senses("observatory", "en", *BODIES)


def test_two_nouns_of_banks_are_told_apart() -> None:
    assert not senses("بنك", "ar", *BODIES) & senses("مصرف", "ar", *BODIES)


def test_a_hebrew_noun_is_found_in_its_construct() -> None:
    assert senses("חברת", "he", "company") == senses("חברה", "he", "company") != frozenset()


def test_no_person_is_a_body() -> None:
    assert nouns("ar", *PEOPLE).isdisjoint(nouns("ar", *BODIES) - {"مورد", "مقاول"})
