"""Logs: one line an event, on stderr, without secrets and without people.

Every handler of the standard library's logging goes through the same redaction, because libraries
log URLs, and the Bot API's URLs hold the token.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, MutableMapping
from types import TracebackType
from typing import Any
from urllib.parse import quote

import structlog

from digests.sources.errors import SourceError
from digests.store.errors import StoreError

REDACTED = "«secret»"
#: Characters below which the part of a token after its colon is no secret of its own.
SHORTEST = 8
#: The framework logs whole updates, messages and all, when it cannot read one.
SILENT = ("telegram.Bot", "telegram.ext.ExtBot", "telegram.request.BaseRequest")
#: Libraries whose own chatter is of no use to an operator; their warnings are.
QUIET = (
    "apscheduler", "httpx", "httpx2", "httpcore", "httpcore2", "telegram", "aiohttp", "asyncio",
    "trafilatura",
)  # fmt: skip


class _Redact:
    """Replaces every secret in every text of an event."""

    def __init__(self, secrets: Iterable[str]) -> None:
        given = {secret for secret in secrets if secret}
        # A bot token is «id:secret»; its secret part alone is as good as the whole, and addresses
        # hold either percent-encoded.
        given |= {part for secret in given if len(part := secret.partition(":")[2]) >= SHORTEST}
        given |= {quote(secret, safe="") for secret in given}
        self._secrets = tuple(sorted(given, key=len, reverse=True))

    def text(self, value: str) -> str:
        for secret in self._secrets:
            value = value.replace(secret, REDACTED)
        return value

    def __call__(
        self, _logger: Any, _method: str, event: MutableMapping[str, Any]
    ) -> MutableMapping[str, Any]:
        return {k: self.text(v) if isinstance(v, str) else v for k, v in event.items()}


def _explained(
    _logger: Any, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """What tells in one sentence what is wrong and what to do is no riddle: no traceback of it."""
    given = event.get("exc_info")
    if given is True:
        given = sys.exc_info()
    error = given[1] if isinstance(given, tuple) else given
    if isinstance(error, StoreError | SourceError):
        del event["exc_info"]
        event.setdefault("reason", str(error))
    return event


class _Formatter(structlog.stdlib.ProcessorFormatter):
    """The last look: exceptions were rendered by then, and may hold a URL."""

    def __init__(self, redact: _Redact, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._redact = redact

    def format(self, record: logging.LogRecord) -> str:
        return self._redact.text(super().format(record))


def configure(secrets: Iterable[str] = (), level: int = logging.INFO) -> None:
    """Send all logs to stderr, as ``key=value`` lines, with *secrets* replaced."""
    redact = _Redact(secrets)
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _explained,
        structlog.processors.format_exc_info,
        redact,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        _Formatter(
            redact,
            foreign_pre_chain=shared,
            processor=structlog.processors.KeyValueRenderer(
                key_order=["timestamp", "level", "event"], drop_missing=True
            ),
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    for name in SILENT:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    logging.captureWarnings(True)
    sys.excepthook = _last_words(redact)
    threading.excepthook = lambda args: _last_words(redact)(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )


def _last_words(
    redact: _Redact,
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """What is printed of an exception that nobody caught, without secrets."""

    def show(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        text = "".join(traceback.format_exception(kind, error, trace))
        sys.stderr.write(redact.text(text))

    return show
