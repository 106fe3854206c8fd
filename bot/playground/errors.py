"""Refusals in the words of the Bot API: a code, a description, and optional parameters."""

from __future__ import annotations

from typing import Any


class ApiError(Exception):
    """A refused call. ``code`` is also the HTTP status; ``description`` carries its prefix."""

    def __init__(
        self, code: int, description: str, parameters: dict[str, Any] | None = None
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters or {}


def bad_request(text: str, **parameters: Any) -> ApiError:
    return ApiError(400, f"Bad Request: {text}", parameters)


def forbidden(text: str) -> ApiError:
    return ApiError(403, f"Forbidden: {text}")


def conflict(text: str) -> ApiError:
    return ApiError(409, f"Conflict: {text}")


def unauthorized() -> ApiError:
    return ApiError(401, "Unauthorized")


def not_found() -> ApiError:
    return ApiError(404, "Not Found: method not found")


def too_many(seconds: int) -> ApiError:
    """*seconds* until the next try may pass; also sent as the header ``Retry-After``."""
    return ApiError(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})
