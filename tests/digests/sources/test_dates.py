"""The dates that feeds write, and those that they should not."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.sources.dates import parse_date


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Sat, 16 May 2026 10:00:00 +0300", "2026-05-16T07:00:00"),
        ("Sat, 16 May 2026 10:00:00 GMT", "2026-05-16T10:00:00"),
        ("16 May 2026 10:00 EDT", "2026-05-16T14:00:00"),
        ("Sat, 16 May 26 10:00:00 Z", "2026-05-16T10:00:00"),
        ("Sat, 16 May 2026 10:00:00 BST", "2026-05-16T09:00:00"),
        ("Sat, 16 May 2026 10:00:00 +0300 (Arabia Standard Time)", "2026-05-16T07:00:00"),
        ("Sat,  16 May 2026\n10:00:00 -0000", "2026-05-16T10:00:00"),
        ("Sat, 16 May 2026 24:00:00 GMT", "2026-05-17T00:00:00"),
        ("Sat, 16 May 2026 10:00:60 GMT", "2026-05-16T10:00:59"),
        ("Mon, 21 Jan 2008 8:56 pm PST", "2008-01-22T04:56:00"),
        ("2026-05-16T10:00:00Z", "2026-05-16T10:00:00"),
        ("2026-05-16T10:00:00.123+03:00", "2026-05-16T07:00:00"),
        ("2026-05-16T10:00+0300", "2026-05-16T07:00:00"),
        ("2026-05-16 10:00:00", "2026-05-16T10:00:00"),
        ("2026-05-16", "2026-05-16T00:00:00"),
        ("2026/5/16 10:00:00", "2026-05-16T10:00:00"),
        ("16.05.2026 10:00", "2026-05-16T10:00:00"),
        ("16/05/2026 10:00", "2026-05-16T10:00:00"),
        ("Saturday, May 16, 2026 10:00 PM", "2026-05-16T22:00:00"),
        ("السبت، 16 مايو 2026 10:00:00 +0300", "2026-05-16T07:00:00"),
        ("١٦ أيار ٢٠٢٦", "2026-05-16T00:00:00"),
        ("16 كانون الثاني 2026", "2026-01-16T00:00:00"),
        ("16 تشرين الأول 2026 10:00", "2026-10-16T10:00:00"),
        ("16 במאי 2026", "2026-05-16T00:00:00"),
    ],
)
def test_a_date_is_read(value: str, expected: str) -> None:
    assert parse_date(value) == datetime.fromisoformat(expected).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "value",
    ["", "soon", "yesterday", "12345", "Mon, 01 Jan 0001 00:00:00 +0000", "2026-13-40", "9" * 5000,
     "Sat, 32 May 2026 10:00:00 GMT", "2026-05-16T99:00:00Z", "tag:example,2026:1"],
)  # fmt: skip
def test_what_is_no_date_is_none(value: str) -> None:
    assert parse_date(value) is None


def test_ambiguous_zones_mean_what_they_mean_in_the_feeds_language() -> None:
    value = "Sat, 16 May 2026 10:00:00 {}"
    assert parse_date(value.format("IST"), "he") == datetime(2026, 5, 16, 8, tzinfo=UTC)
    assert parse_date(value.format("IDT"), "he") == datetime(2026, 5, 16, 7, tzinfo=UTC)
    assert parse_date(value.format("AST"), "ar") == datetime(2026, 5, 16, 7, tzinfo=UTC)
    assert parse_date(value.format("AST"), "en") == datetime(2026, 5, 16, 14, tzinfo=UTC)


@given(st.integers(662_688_000, 4_000_000_000), st.integers(-12, 14))
def test_both_standards_are_read_exactly(seconds: int, hours: int) -> None:
    moment = datetime.fromtimestamp(seconds, UTC)
    zone = f"{'-' if hours < 0 else '+'}{abs(hours):02}00"
    shown = datetime.fromtimestamp(seconds + hours * 3600, UTC)
    rfc = shown.strftime(f"%a, %d %b %Y %H:%M:%S {zone}")
    iso = shown.strftime(f"%Y-%m-%dT%H:%M:%S{zone[:3]}:{zone[3:]}")
    assert parse_date(rfc) == parse_date(iso) == moment


@given(st.text(max_size=60))
def test_no_text_raises(value: str) -> None:
    found = parse_date(value)
    assert found is None or found.tzinfo is UTC
