"""Polling: validators, redirects that last, and when a source is asked again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.model import Feed, Source
from digests.sources import fetch as polling
from digests.sources.errors import BadStatus, Gone, NotAFeed
from digests.sources.fetch import BACKOFF_CAP, LONGEST, Fetched, FetchState, failed, schedule
from digests.sources.http import HttpClient
from tests.digests.sources.feedserver import FeedServer, rss

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
INTERVAL = timedelta(minutes=10)


def source(url: str, name: str = "example") -> Source:
    return Source(name, "مثال", "Example", url, "ar")


async def poll(
    client: HttpClient, url: str, state: FetchState | None = None, now: datetime = NOW
) -> Fetched:
    return await polling.fetch(client, source(url), state, now, INTERVAL)


async def test_a_document_comes_with_what_the_next_request_needs(
    server: FeedServer, client: HttpClient
) -> None:
    got = await poll(client, server.url("/feed"))
    assert got.body is not None
    assert got.error is None
    assert got.content_type == "application/rss+xml"
    assert got.state.etag == '"v1"'
    assert got.state.next_poll == NOW + INTERVAL


async def test_an_unchanged_document_is_not_sent_again(
    server: FeedServer, client: HttpClient
) -> None:
    first = await poll(client, server.url("/feed"))
    state = replace(first.state, last_modified="Tue, 24 Nov 2026 07:00:00 GMT", failures=2)
    url = server.answer("/feed", b"", 304)
    again = await poll(client, url, state)
    asked = server.seen[-1].headers
    assert asked["If-None-Match"] == '"v1"'
    assert asked["If-Modified-Since"] == "Tue, 24 Nov 2026 07:00:00 GMT"
    assert (again.status, again.body, again.error) == (304, None, None)
    assert (again.state.failures, again.state.last_ok) == (0, NOW)
    assert again.state.etag == '"v1"'


async def test_the_same_document_from_a_server_without_validators_is_nothing_new(
    server: FeedServer, client: HttpClient
) -> None:
    url = server.answer("/plain", rss("One"))
    first = await poll(client, url)
    assert (await poll(client, url, first.state)).body is not None  # it was not read yet
    read = schedule(first.state, Feed(()), NOW, INTERVAL)
    again = await poll(client, url, read, NOW + INTERVAL)
    assert (again.body, again.error, again.status) == (None, None, 200)
    assert again.state.last_ok == NOW + INTERVAL
    changed = await poll(client, server.answer("/plain", rss("One", "Two")), read)
    assert changed.body is not None
    unread = failed(again.state, NotAFeed("x"), NOW, INTERVAL)
    assert (await poll(client, url, unread)).body is not None


async def test_a_permanent_redirect_is_remembered(server: FeedServer, client: HttpClient) -> None:
    url = server.answer("/old", b"", 301, Location="/feed")
    first = await poll(client, url)
    assert first.state.url == server.url("/feed")
    await poll(client, url, first.state)
    assert [request.path for request in server.seen] == ["/old", "/feed", "/feed"]


async def test_a_temporary_redirect_is_not(server: FeedServer, client: HttpClient) -> None:
    url = server.answer("/old", b"", 302, Location="/feed")
    got = await poll(client, url)
    assert (got.state.url, got.url) == (url, server.url("/feed"))


async def test_a_changed_address_in_the_catalogue_wins_over_a_remembered_one(
    server: FeedServer, client: HttpClient
) -> None:
    first = await poll(client, server.answer("/old", b"", 301, Location="/feed"))
    new = server.answer("/new", rss("Three"))
    got = await poll(client, new, first.state)
    assert server.seen[-1].path == "/new"
    assert "If-None-Match" not in server.seen[-1].headers
    assert got.state.url == new


@pytest.mark.parametrize(
    ("status", "said"),
    [(404, "no such page"), (500, "its server has a fault"), (403, "refuses"), (401, "password")],
)
async def test_a_bad_status_is_told_with_what_it_means(
    server: FeedServer, client: HttpClient, status: int, said: str
) -> None:
    got = await poll(client, server.answer("/bad", b"", status))
    assert isinstance(got.error, BadStatus)
    assert str(status) in str(got.error)
    assert said in str(got.error)
    assert (got.body, got.state.failures, got.state.last_error_code) == (None, 1, "status")


async def test_a_feed_that_is_gone_is_asked_once_a_day(
    server: FeedServer, client: HttpClient
) -> None:
    got = await poll(client, server.answer("/gone", b"", 410))
    assert isinstance(got.error, Gone)
    assert got.state.next_poll == NOW + timedelta(days=1)


@pytest.mark.parametrize(
    ("status", "header", "wait"),
    [
        (429, "120", timedelta(seconds=120)),
        (503, "7200", timedelta(hours=2)),
        (429, "1", timedelta(seconds=60)),
        (429, "999999999999", timedelta(days=1)),
        (503, "Tue, 24 Nov 2026 09:00:00 GMT", timedelta(hours=1)),
    ],
)
async def test_retry_after_is_obeyed(
    server: FeedServer, client: HttpClient, status: int, header: str, wait: timedelta
) -> None:
    got = await poll(client, server.answer("/later", b"", status, Retry_After=header))
    assert got.state.next_poll == NOW + wait


@pytest.mark.parametrize("header", ["soon", "-5", "١٢٠", ""])
async def test_a_retry_after_that_says_nothing_is_a_failure_like_others(
    server: FeedServer, client: HttpClient, header: str
) -> None:
    got = await poll(client, server.answer("/later", b"", 503, Retry_After=header))
    assert timedelta(minutes=7) < got.state.next_poll - NOW <= INTERVAL


@pytest.mark.parametrize(
    ("name", "value", "wait"),
    [
        ("Cache_Control", "public, max-age=120", 120),
        ("Cache_Control", "max-age=1", 60),
        ("Cache_Control", "max-age=86400", 7200),
        ("Cache_Control", "no-cache", 600),
        ("Cache_Control", "max-age=x", 600),
        ("Expires", "Tue, 24 Nov 2026 08:05:00 GMT", 300),
        ("Expires", "0", 600),
    ],
)
async def test_a_cache_hint_moves_the_next_poll_within_bounds(
    server: FeedServer, client: HttpClient, name: str, value: str, wait: int
) -> None:
    date = "Tue, 24 Nov 2026 08:00:00 GMT"
    url = server.answer("/hint", rss("One"), 200, **{name: value, "Date": date})
    got = await poll(client, url)
    assert got.state.next_poll == NOW + timedelta(seconds=wait)


@pytest.mark.parametrize(
    "path", ["/never", "/drip", "/endless", "/bomb-gzip", "/broken", "/cut-gzip"]
)
async def test_nothing_that_a_server_does_raises(
    server: FeedServer, client: HttpClient, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    get = client.get
    monkeypatch.setattr(
        client, "get", lambda url, headers: get(url, headers=headers, limit=200_000, timeout=0.3)
    )
    got = await poll(client, server.url(path))
    assert got.error is not None
    assert got.body is None
    assert got.state.failures == 1
    assert got.state.last_error == str(got.error)


async def test_an_answer_counts_as_read_only_once_it_was_parsed(
    server: FeedServer, client: HttpClient
) -> None:
    """A source whose first answers are no feed must not have had its first poll."""
    got = await poll(client, server.answer("/page", b"<html></html>"))
    unread = failed(got.state, NotAFeed("a web page"), NOW, INTERVAL)
    again = failed(unread, NotAFeed("a web page"), NOW, INTERVAL)
    assert (again.failures, again.polled_once, again.last_ok) == (2, False, None)
    read = schedule(got.state, Feed(entries=()), NOW, INTERVAL)
    assert (read.failures, read.polled_once, read.last_ok) == (0, True, NOW)


def test_a_failure_drops_the_validators_so_that_a_mended_document_comes() -> None:
    state = FetchState("a", "http://a/", NOW, etag='"1"', last_modified="x")
    after = failed(state, NotAFeed("cut off"), NOW, INTERVAL)
    assert (after.etag, after.last_modified) == (None, None)


def test_a_feeds_own_ttl_is_heard() -> None:
    state = FetchState("a", "http://a/", NOW)
    assert schedule(state, Feed((), ttl=1800), NOW, INTERVAL).next_poll == NOW + timedelta(0, 1800)
    assert schedule(state, Feed((), ttl=5), NOW, INTERVAL).next_poll == NOW + timedelta(0, 60)


@given(st.integers(1, 10_000), st.text(min_size=1, max_size=20), st.integers(60, 86_400))
def test_waits_after_failures_grow_to_a_cap(failures: int, name: str, seconds: int) -> None:
    interval = timedelta(seconds=seconds)
    state = FetchState(name, "http://a/", NOW, failures=failures - 1)
    wait = failed(state, NotAFeed("x"), NOW, interval).next_poll - NOW
    assert 0.79 * min(interval, LONGEST) <= wait <= max(BACKOFF_CAP, interval)
    assert failed(state, NotAFeed("x"), NOW, interval).next_poll - NOW == wait


def test_sources_that_failed_together_do_not_come_back_together() -> None:
    waits = {
        failed(FetchState(f"s{at}", "http://a/", NOW), NotAFeed("x"), NOW, INTERVAL).next_poll
        for at in range(50)
    }
    assert len(waits) > 40
