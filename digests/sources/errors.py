"""What can go wrong between a source's URL and its articles: one small tree.

Each error is one clear sentence that names the thing that is wrong and, where there is one, the way
out. ``code`` is short and stable: it is what tables, metrics and tests compare.
"""

from __future__ import annotations


class SourceError(Exception):
    """A source, page or list of feeds could not be read."""

    code = "source"


class Unreachable(SourceError):
    """No answer: the name is unknown, the connection failed or broke off, the URL is unusable."""

    code = "unreachable"


class BlockedAddress(Unreachable):
    """The host leads to an address that sources may not reach (docs/design.md: the guard)."""

    code = "blocked"

    def __init__(self, host: str, address: str, reason: str) -> None:
        super().__init__(
            f"{host} leads to {address}, which is {reason}: sources may not reach inside; "
            "set MUJAZ_PRIVATE_NETWORK=true if this address is meant"
        )
        self.host = host
        self.address = address
        self.reason = reason


class TimedOut(SourceError):
    """The answer did not come, or did not end, within the time allowed."""

    code = "timeout"


class TooLarge(SourceError):
    """The answer is larger, once decompressed, than we read."""

    code = "too-large"


class BadStatus(SourceError):
    """The server answered with a status that brings no document."""

    code = "status"

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class Gone(BadStatus):
    """The server says that the feed is gone for good (410)."""

    code = "gone"


class TooManyRedirects(Unreachable):
    """The server sends us from page to page without end."""

    code = "redirects"


class BadEncoding(SourceError):
    """The answer says that it is compressed, and cannot be decompressed."""

    code = "encoding"


class NotAFeed(SourceError):
    """The document is no feed: a web page, an empty answer, something else."""

    code = "not-a-feed"


class Broken(SourceError):
    """What the source sent could not be taken up, for a reason of ours (a full disk, say)."""

    code = "broken"


class WorkerFailed(SourceError):
    """The worker process could not be started, died, or took too long over a document."""

    code = "worker"


class BadList(SourceError):
    """An OPML file cannot be read."""

    code = "opml"
