"""Which entry is which article, over time and through edits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.model import Entry
from digests.sources.identity import Known, assign, fingerprint, keys

AT = datetime(2026, 11, 24, 8, tzinfo=UTC)


def entry(
    guid: str | None,
    url: str | None,
    title: str,
    summary: str = "",
    published: datetime | None = AT,
) -> Entry:
    return Entry(guid=guid, url=url, title=title, summary=summary, published=published)


def stored(entries: Sequence[Entry], start: int = 1, *, dated: bool = True) -> list[Known]:
    return [
        Known(start + at, e.guid, e.url, e.title, fingerprint(e), e.published if dated else None)
        for at, e in enumerate(entries)
    ]


def news(count: int, guid: str | None = None, url: str | None = None) -> list[Entry]:
    """Entries with guids and URLs of their own, unless one is given for all."""
    return [
        entry(
            guid or f"id-{at}",
            url or f"https://news.example/2026/story-{at}",
            f"The council decides matter number {at}",
            f"Text of story {at}.",
            AT + timedelta(minutes=at),
        )
        for at in range(count)
    ]


@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize(
    "entries",
    [
        news(20),
        news(20, guid="constant"),
        news(20, url="https://news.example/"),
        news(20, guid="constant", url="https://news.example/"),
        [entry(None, None, "عاجل", f"نص {at}") for at in range(20)],
        [entry(None, "https://news.example/", "عاجل")] * 20,
        [entry(None, None, "")] * 3,
    ],
    ids=["usual", "constant guid", "home page", "both", "titles", "all alike", "empty"],
)
def test_entries_are_distinct_articles_and_stay_the_same(entries: list[Entry], dated: bool) -> None:
    assert assign(entries, []) == [None] * len(entries)
    known = stored(entries, dated=dated)
    again = assign(entries, known)
    assert sorted(again, key=str) == sorted([k.id for k in known], key=str)
    if len(set(entries)) == len(entries):
        assert again == [k.id for k in known]


@pytest.mark.parametrize("guid", [None, "constant"])
@pytest.mark.parametrize("url", [None, "https://news.example/"])
@pytest.mark.parametrize("dated", [True, False])
def test_a_rolling_document_gives_only_its_new_entries_as_new(
    guid: str | None, url: str | None, dated: bool
) -> None:
    entries = news(30, guid, url)
    before, after = entries[:20], entries[10:]
    known = stored(before, dated=dated)
    assert assign(after, known) == [k.id for k in known[10:]] + [None] * 10


CHANGES: dict[str, dict[str, Any]] = {
    "guid": {"guid": "another-id"},
    "url": {"url": "https://news.example/2026/another-address"},
    "title": {"title": "Quite different words stand here now"},
    "title and text": {"title": "Quite different words", "summary": "New text."},
    "text": {"summary": "Corrected text."},
    "date": {"published": AT + timedelta(days=1)},
    "scheme and host": {"url": "http://www.news.example/2026/story-3/"},
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
@pytest.mark.parametrize("count", [1, 8])
@pytest.mark.parametrize("dated", [True, False])
def test_one_change_keeps_the_identity(change: dict[str, Any], count: int, dated: bool) -> None:
    entries = news(count)
    at = min(3, count - 1)
    known = stored(entries, dated=dated)
    edited = [*entries]
    edited[at] = replace(entries[at], **change)
    assert assign(edited, known) == [k.id for k in known]


@pytest.mark.parametrize("change", [CHANGES["url"], CHANGES["title"], CHANGES["text"]])
@pytest.mark.parametrize("count", [1, 8])
@pytest.mark.parametrize("guid", ["same as url", None])
@pytest.mark.parametrize("dated", [True, False])
def test_one_change_keeps_the_identity_where_the_guid_is_the_url_or_missing(
    change: dict[str, Any], count: int, guid: str | None, dated: bool
) -> None:
    entries = [replace(e, guid=e.url if guid else None) for e in news(count)]
    known = stored(entries, dated=dated)
    edited = [*entries]
    edited[0] = replace(entries[0], **change)
    if guid:
        edited[0] = replace(edited[0], guid=edited[0].url)
    assert assign(edited, known) == [k.id for k in known]


def test_a_title_may_change_where_there_is_no_url() -> None:
    for count in (1, 5):
        entries = [replace(e, url=None) for e in news(count)]
        known = stored(entries, dated=False)
        edited = [replace(entries[0], title="Other words", summary=""), *entries[1:]]
        assert assign(edited, known) == [k.id for k in known]


def test_an_edited_guid_that_counts_versions_is_one_article() -> None:
    old = entry("https://news.example/articles/c123#0", "https://news.example/articles/c123", "A b")
    new = replace(old, guid="https://news.example/articles/c123#1", title="A b, corrected")
    assert assign([new], stored([old])) == [1]


def test_a_column_with_one_name_is_a_new_article_each_day() -> None:
    yesterday = entry("1", "https://news.example/a-1-x", "Press review of the morning", "Old.")
    today = replace(
        yesterday,
        guid="2",
        url="https://news.example/a-2-x",
        summary="New.",
        published=AT + timedelta(days=1),
    )
    assert assign([today], stored([yesterday])) == [None]


def test_short_titles_do_not_join_different_texts() -> None:
    old = entry("1", "https://news.example/a-1-x", "عاجل", "خبر")
    new = entry("2", "https://news.example/a-2-x", "عاجل", "خبر آخر")
    assert assign([new], stored([old])) == [None]


def test_one_constant_guid_in_documents_of_one_entry_joins_nothing() -> None:
    old = entry("feed", "https://news.example/", "First news of today", "A.", AT)
    new = entry(
        "feed", "https://news.example/", "Other news of today", "B.", AT + timedelta(hours=1)
    )
    assert assign([new], stored([old])) == [None]


def test_keys_find_every_article_that_could_be_meant() -> None:
    one = news(1)[0]
    for change in CHANGES.values():
        assert set(keys(one)) & set(keys(replace(one, **change)))
    assert len(keys(entry(None, None, ""))) == 1
    assert len(set(keys(entry("x", "https://x.example/x", "x")))) == 3


_ENTRIES = st.lists(
    st.builds(
        Entry,
        guid=st.sampled_from([None, "a", "b", "https://n.example/1"]),
        url=st.sampled_from([None, "https://n.example/", "https://n.example/1-2-3"]),
        title=st.sampled_from(["", "عاجل", "one two three", "four five six"]),
        summary=st.sampled_from(["", "x", "y"]),
        published=st.sampled_from([None, AT, AT + timedelta(days=2)]),
    ),
    max_size=12,
)


@given(_ENTRIES, _ENTRIES, st.booleans())
def test_no_article_is_given_twice_and_nothing_is_invented(
    before: list[Entry], now: list[Entry], dated: bool
) -> None:
    known = stored(before, dated=dated)
    found = [at for at in assign(now, known) if at is not None]
    assert len(found) == len(set(found))
    assert set(found) <= {k.id for k in known}


@given(_ENTRIES, st.randoms(use_true_random=False))
def test_the_same_document_finds_all_its_articles_in_any_order(
    entries: list[Entry], random: object
) -> None:
    known = stored(entries)
    assert sorted(k.id for k in known) == sorted(at or 0 for at in assign(entries, known[::-1]))


def test_five_hundred_entries_of_one_guid_take_no_time_that_grows_with_their_square() -> None:
    entries = news(2000, guid="constant", url="https://news.example/")
    known = stored(entries)
    assert assign(entries[1000:] + news(1), known)[:1000] == [k.id for k in known[1000:]]
