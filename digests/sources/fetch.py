"""Polling one source: a conditional request, what came of it, and when to ask again.

Rule for the next poll: the operator's interval by default; the server's Cache-Control or Expires
and the feed's own ttl may bring it forward to a minute or put it off to a day; Retry-After is
obeyed; failures double the wait up to six hours, spread by the source's id so that sources which
failed together do not come back together; a feed that is gone (410) is asked once a day.

May be wrong: caches that promise a day for a feed that changes hourly put news off, so a hint
lengthens the wait to at most two hours; only Retry-After reaches a day.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from multidict import CIMultiDictProxy

from digests.model import Feed, Source
from digests.sources.errors import BadStatus, Gone, SourceError
from digests.sources.http import HttpClient, Response

#: A server's own hints never bring a poll closer than this, nor put it off further.
SHORTEST = timedelta(seconds=60)
LONGEST = timedelta(days=1)
#: How far a cache's or the feed's hint may lengthen the operator's interval.
HINT_LONGEST = timedelta(hours=2)
#: The longest wait after failures in a row.
BACKOFF_CAP = timedelta(hours=6)

_ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
    "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.5"
)
_ADVICE = {
    401: "it asks for a password",
    402: "it asks for payment",
    403: "it refuses us",
    404: "there is no such page; check the address of the source",
    406: "it refuses the kinds of document that we read",
    429: "it asks us to come less often",
    451: "it is withheld for legal reasons",
}


@dataclass(frozen=True, slots=True)
class FetchState:
    """What we remember of a source between two polls.

    ``url`` is where it is asked: the catalogue's address, or where permanent redirects led from
    ``given``, the catalogue's address at that time. ``failures`` counts failures in a row.
    ``last_ok`` is the last answer that could be read (304 too), ``last_new`` the last that brought
    a document; ``polled_once`` says that there ever was one.
    """

    source: str
    url: str
    next_poll: datetime
    given: str = ""
    etag: str | None = None
    last_modified: str | None = None
    failures: int = 0
    last_error: str | None = None
    last_error_code: str | None = None
    last_ok: datetime | None = None
    last_new: datetime | None = None
    polled_once: bool = False
    digest: str | None = None  # of the last document that was read
    hint: int | None = None  # seconds that the server's cache headers ask for

    @classmethod
    def new(cls, source: Source, now: datetime) -> FetchState:
        """The state of a source that was never polled: due at once."""
        return cls(source=source.id, url=source.url, given=source.url, next_poll=now)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of one poll. ``body`` is None when nothing is new or something went wrong.

    Nothing is new after a 304, and when a server that knows no 304 sends what was read last time.
    """

    state: FetchState
    body: bytes | None
    content_type: str | None
    url: str
    status: int  # 0: no answer
    error: SourceError | None = None


async def fetch(
    client: HttpClient,
    source: Source,
    state: FetchState | None,
    now: datetime,
    default_interval: timedelta,
) -> Fetched:
    """Ask *source* once, conditionally. Never raises for anything that a server may do."""
    state = _current(source, state, now)
    headers = {"Accept": _ACCEPT}
    if state.etag:
        headers["If-None-Match"] = state.etag
    if state.last_modified:
        headers["If-Modified-Since"] = state.last_modified
    try:
        response = await client.get(state.url, headers=headers)
    except SourceError as error:
        return Fetched(failed(state, error, now, default_interval), None, None, state.url, 0, error)
    if not 200 <= response.status < 300 and response.status != 304:
        return _refused(state, response, now, default_interval)
    if response.status == 304 or (state.polled_once and _digest(response) == state.digest):
        return _unchanged(state, response, now, default_interval)
    return _changed(state, response, now, default_interval)


def schedule(
    state: FetchState, feed: Feed, now: datetime, default_interval: timedelta
) -> FetchState:
    """*state* after its document was read as *feed*: a success, and when to come again.

    Only this ends a row of failures for a document that came: what `fetch` brings may be no feed.
    """
    hints = [seconds for seconds in (state.hint, feed.ttl) if seconds]
    wait = _wait(max(hints, default=None), default_interval)
    return replace(_succeeded(state, now), last_new=now, next_poll=now + wait)


def failed(
    state: FetchState, error: SourceError, now: datetime, default_interval: timedelta
) -> FetchState:
    """*state* after a failure: counted, told, and put off. Also for documents that are no feed.

    Validators are dropped, so that a mended document is sent again.
    """
    failures = state.failures + 1
    wait = (
        LONGEST if isinstance(error, Gone) else _backoff(state.source, failures, default_interval)
    )
    return replace(
        state,
        failures=failures,
        last_error=str(error),
        last_error_code=error.code,
        etag=None,
        last_modified=None,
        digest=None,
        next_poll=now + wait,
    )


def _current(source: Source, state: FetchState | None, now: datetime) -> FetchState:
    """The state to poll with: a changed address in the catalogue wins over a remembered one."""
    if state is None:
        return FetchState.new(source, now)
    if (state.given or state.url) != source.url:
        return replace(
            state, url=source.url, given=source.url, etag=None, last_modified=None, digest=None
        )
    return state


def _succeeded(state: FetchState, now: datetime) -> FetchState:
    return replace(
        state,
        failures=0,
        last_error=None,
        last_error_code=None,
        last_ok=now,
        polled_once=True,
    )


def _unchanged(
    state: FetchState, response: Response, now: datetime, interval: timedelta
) -> Fetched:
    hint = _cache_hint(response.headers, now)
    state = replace(
        _succeeded(state, now),
        url=response.permanent_url or state.url,
        hint=hint,
        next_poll=now + _wait(hint, interval),
    )
    return Fetched(state, None, None, response.url, response.status)


def _changed(state: FetchState, response: Response, now: datetime, interval: timedelta) -> Fetched:
    hint = _cache_hint(response.headers, now)
    state = replace(
        state,
        url=response.permanent_url or state.url,
        etag=response.headers.get("ETag"),
        last_modified=response.headers.get("Last-Modified"),
        digest=_digest(response),
        hint=hint,
        next_poll=now + _wait(hint, interval),
    )
    kind = response.headers.get("Content-Type")
    return Fetched(state, response.body, kind, response.url, response.status)


def _digest(response: Response) -> str:
    return hashlib.blake2b(response.body, digest_size=12).hexdigest()


def _refused(state: FetchState, response: Response, now: datetime, interval: timedelta) -> Fetched:
    status = response.status
    if status == 410:
        error: BadStatus = Gone(410, f"{response.url} is gone for good (410); remove the source")
    else:
        advice = _ADVICE.get(status) or (
            "its server has a fault" if status >= 500 else "it sends no document"
        )
        error = BadStatus(status, f"{response.url} answers {status}: {advice}")
    after = failed(state, error, now, interval)
    asked = retry_after(response.headers, now) if status in (429, 503) else None
    if asked is not None:
        wait = min(max(asked, SHORTEST), LONGEST)
        after = replace(after, next_poll=max(now + wait, now + min(interval, wait)))
    return Fetched(after, None, None, response.url, status, error)


def retry_after(headers: CIMultiDictProxy[str], now: datetime) -> timedelta | None:
    """What Retry-After asks for, given in seconds or as a date (RFC 9110, 10.2.3)."""
    value = headers.get("Retry-After", "").strip()
    if value.isascii() and value.isdigit():
        return timedelta(seconds=min(int(value[:9]), 10**8))
    moment = _http_date(value)
    return None if moment is None else max(moment - now, timedelta(0))


def _cache_hint(headers: CIMultiDictProxy[str], now: datetime) -> int | None:
    """Seconds for which the answer is fresh by Cache-Control max-age, else by Expires."""
    for directive in headers.get("Cache-Control", "").lower().split(","):
        name, _, value = directive.strip().partition("=")
        value = value.strip('" ')
        if name in ("no-cache", "no-store"):
            return None
        if name == "max-age" and value.isascii() and value.isdigit():
            return min(int(value[:9]), 10**8) or None
    expires = _http_date(headers.get("Expires", ""))
    if expires is None:
        return None
    sent = _http_date(headers.get("Date", "")) or now
    seconds = int((expires - sent).total_seconds())
    return seconds if seconds > 0 else None


def _http_date(value: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _wait(hint: int | None, interval: timedelta) -> timedelta:
    """The wait until the next poll: *hint* seconds if given, within bounds, else *interval*."""
    if hint is None:
        return interval
    return min(max(timedelta(seconds=hint), SHORTEST), max(interval, HINT_LONGEST))


def _backoff(source: str, failures: int, interval: timedelta) -> timedelta:
    """Doubling from *interval* to the cap, shortened by up to a fifth as the id decides."""
    doubled: timedelta = min(interval * (1 << min(failures - 1, 16)), max(BACKOFF_CAP, interval))
    digest = hashlib.blake2b(f"{source}:{failures}".encode(), digest_size=2).digest()
    return doubled * (1 - 0.2 * int.from_bytes(digest, "big") / 65_535)
