"""Cities: found however they are spelt, each with its zone and weekend."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from digests.cities import OFFERED, cities, search, weekend


def test_every_city_has_a_zone_a_country_and_a_short_key() -> None:
    assert len(cities()) >= 60
    for key, city in cities().items():
        assert ZoneInfo(city.zone).key == city.zone
        assert len(city.country) == 2
        assert len(key) <= 40
        assert city.weekend


def test_the_offered_cities_exist_and_the_default_too() -> None:
    assert set(OFFERED) <= cities().keys()
    assert "makkah" in cities()


def test_every_city_is_found_by_each_of_its_names() -> None:
    lost = [
        (city.key, name)
        for city in cities().values()
        for name in (city.name.ar, city.name.en)
        if search(name)[0].key != city.key
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("الاسكندريه", "alexandria"),
        ("اسكندرية", "alexandria"),
        ("مكه", "makkah"),
        ("قدس", "jerusalem"),
        ("ירושלים", "jerusalem"),
        ("القاهره", "cairo"),
        ("cassablanca", "casablanca"),
        ("SAO PAULO", "sao-paulo"),
        ("اسطمبول", "istanbul"),
        ("نيويو", "new-york"),
        ("  بغدادْ \u200f", "baghdad"),
        ("بيروات", "beirut"),
    ],
)
def test_spelling_is_forgiven(text: str, key: str) -> None:
    assert search(text)[0].key == key


@pytest.mark.parametrize("text", ["", "  ", "!!", "زقاق بعيد جدا", "xyzzy"])
def test_what_is_no_city_finds_none(text: str) -> None:
    assert search(text) == ()


def test_weekends_differ_by_country() -> None:
    assert weekend("PS") == weekend("EG") == frozenset((4, 5))
    assert weekend("AE") == weekend("MA") == weekend("GB") == frozenset((5, 6))
