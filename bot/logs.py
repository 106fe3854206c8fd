"""Logs: one line an event, on stderr, without secrets and without people.

Every handler of the standard library's logging goes through the same redaction, because libraries
log URLs, and the Bot API's URLs hold the token.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable, MutableMapping
from typing import Any

import structlog

REDACTED = "«secret»"
#: Libraries whose own chatter is of no use to an operator; their warnings are.
QUIET = ("apscheduler", "httpx", "httpcore", "telegram", "aiohttp", "asyncio", "trafilatura")


class _Redact:
    """Replaces every secret in every text of an event."""

    def __init__(self, secrets: Iterable[str]) -> None:
        self._secrets = tuple(sorted((s for s in secrets if s), key=len, reverse=True))

    def text(self, value: str) -> str:
        for secret in self._secrets:
            value = value.replace(secret, REDACTED)
        return value

    def __call__(
        self, _logger: Any, _method: str, event: MutableMapping[str, Any]
    ) -> MutableMapping[str, Any]:
        return {k: self.text(v) if isinstance(v, str) else v for k, v in event.items()}


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
