"""Over real feeds of many makers: as many entries as the reference finds, in the same words."""

from __future__ import annotations

import calendar
import io
import json
from datetime import UTC, datetime
from pathlib import Path

import feedparser
import pytest

from digests.model import Feed
from digests.sources import clean
from digests.sources.errors import NotAFeed
from digests.sources.parse import parse

FEEDS = Path(__file__).parents[4] / "shared" / "data" / "feeds"
FILES = sorted(p for p in FEEDS.rglob("*") if p.is_file() and p.name != "manifest.json")

pytestmark = [
    pytest.mark.skipif(not FILES, reason="no feeds beside the checkout"),
    pytest.mark.filterwarnings("ignore:To avoid breaking existing software"),
]


def read(path: Path) -> Feed:
    try:
        return parse(path.read_bytes())
    except NotAFeed:
        return Feed(())


def test_no_entry_is_lost() -> None:
    fewer: list[str] = []
    for path in FILES:
        body = path.read_bytes()
        mine, theirs = len(read(path).entries), feedparser.parse(io.BytesIO(body))
        wanted = len(theirs.entries)
        if path.suffix == ".json":
            wanted = len(json.loads(body).get("items", ()))
        if mine < wanted or (mine != wanted and not theirs.bozo):
            fewer.append(f"{path.name}: {mine} instead of {wanted}")
    assert fewer == []


def test_links_and_dates_are_those_of_the_reference() -> None:
    compared = differing = 0
    for path in FILES:
        if path.suffix == ".json":
            continue
        entries = feedparser.parse(io.BytesIO(path.read_bytes())).entries
        for mine, theirs in zip(read(path).entries, entries, strict=False):
            parsed = theirs.get("published_parsed") or theirs.get("updated_parsed")
            when = datetime.fromtimestamp(calendar.timegm(parsed), UTC) if parsed else None
            compared += 1
            same_link = mine.url == clean.clean_url(theirs.get("link"))
            differing += not (same_link and mine.published == when)
    assert compared > 500
    assert differing <= compared * 0.02


def test_re_encoded_feeds_read_like_their_originals() -> None:
    titles = {
        entry.title
        for path in FILES
        if "legacy-encodings" not in path.parts and "picturingjordan" in str(path)
        for entry in read(path).entries
    }
    legacy = [path for path in FILES if "legacy-encodings" in path.parts]
    assert legacy
    broken = [
        f"{path.name}: {entry.title}"
        for path in legacy
        for entry in read(path).entries
        if entry.title not in titles and not _is_arabic(entry.title + entry.summary)
    ]
    assert broken == []


def _is_arabic(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    arabic = sum(1 for c in letters if "\u0600" <= c <= "\u06ff")
    return arabic > 0.6 * len(letters) and not any("\u0080" <= c <= "\u00ff" for c in letters)
