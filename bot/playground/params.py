"""The parameters of one call, as strings of a form or as values of a JSON body."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from bot.playground.errors import bad_request

_TRUE = ("true", "yes", "1", "t", "y")


@dataclass(frozen=True)
class Upload:
    """One file of a multipart body; ``size`` in bytes, the content is not kept."""

    name: str
    content_type: str
    size: int


@dataclass
class Params:
    """``values`` as they came; ``files`` by field name."""

    values: dict[str, Any] = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        value = self.values.get(name)
        return value is not None and value != ""

    def text(self, name: str) -> str:
        value = self.values.get(name)
        if value is None:
            return ""
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

    def integer(self, name: str, default: int = 0) -> int:
        """What is no number counts as absent, as on the server."""
        try:
            return int(self.text(name).strip())
        except ValueError:
            return default

    def boolean(self, name: str) -> bool:
        value = self.values.get(name)
        return value is True or str(value).strip().lower() in _TRUE

    def document(self, name: str, what: str) -> Any:
        """The JSON value of a parameter, None when absent; *what* names it in a complaint."""
        value = self.values.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError as error:
            raise bad_request(f"can't parse {what} JSON object") from error


_KINDS: dict[type, str] = {bool: "Boolean", str: "String", list: "Array", dict: "Object"}


def member(value: dict[str, Any], name: str, kind: type, default: Any = None) -> Any:
    """A field of a JSON object, checked for its type; raises ``field "…" must be of type …``."""
    found = value.get(name, default)
    if found is None:
        return default
    if kind is int:
        try:
            return int(found)
        except (TypeError, ValueError):
            raise bad_request(f'field "{name}" must be a valid Number') from None
    if not isinstance(found, kind):
        raise bad_request(f'field "{name}" must be of type {_KINDS[kind]}')
    return found
