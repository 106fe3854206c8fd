"""The shipped list of sources is balanced, and says only what it can show."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from config.catalog import SourceEntry, read_sources

PATH = Path(__file__).parents[2] / "config" / "sources.yaml"
ARABIC = range(0x0621, 0x064B)


@pytest.fixture(scope="module")
def shipped() -> tuple[SourceEntry, ...]:
    return read_sources(PATH)


def test_three_languages_are_heard(shipped: tuple[SourceEntry, ...]) -> None:
    languages = Counter(s.language for s in shipped)
    assert 50 <= len(shipped) <= 75
    assert languages["ar"] >= 20
    assert languages["en"] >= 25
    assert languages["he"] >= 7


def test_no_country_has_the_word_alone(shipped: tuple[SourceEntry, ...]) -> None:
    countries = Counter(s.country for s in shipped)
    assert None not in countries
    assert len(countries) >= 15
    assert max(countries.values()) <= len(shipped) * 0.4
    arabic = Counter(s.country for s in shipped if s.language == "ar")
    assert len(arabic) >= 12
    assert max(arabic.values()) <= 6
    assert countries["PS"] >= 4
    assert countries["IL"] >= 8


def test_every_outlet_has_an_arabic_name(shipped: tuple[SourceEntry, ...]) -> None:
    nameless = [s.id for s in shipped if not any(ord(c) in ARABIC for c in s.name)]
    assert nameless == []


def test_no_feed_is_polled_twice(shipped: tuple[SourceEntry, ...]) -> None:
    feeds = Counter(s.url.rstrip("/") for s in shipped)
    assert [url for url, count in feeds.items() if count > 1] == []


def test_an_outlet_is_counted_once(shipped: tuple[SourceEntry, ...]) -> None:
    names = Counter((s.original, s.language) for s in shipped)
    assert [name for name, count in names.items() if count > 1] == []


def test_who_speaks_for_itself_and_who_repeats_is_marked(shipped: tuple[SourceEntry, ...]) -> None:
    kinds = {s.id: s.kind for s in shipped}
    hosts = {s.id: str(urlsplit(s.url).hostname) for s in shipped}
    parties = {i for i, host in hosts.items() if "microsoft.com" in host or "blog.google" in host}
    parties |= {i for i, host in hosts.items() if host.endswith((".un.org", "unrwa.org"))}
    assert len(parties) >= 4
    assert {kinds[i] for i in parties} == {"party"}
    assert {kinds[i] for i, host in hosts.items() if host == "news.google.com"} == {"aggregator"}


def test_a_label_of_ownership_rests_on_a_page_that_is_not_the_front_page(
    shipped: tuple[SourceEntry, ...],
) -> None:
    labels = [s.ownership for s in shipped if s.ownership]
    assert labels
    assert all(len(urlsplit(label.evidence).path) > 1 for label in labels)
