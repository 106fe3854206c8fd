"""The same bot and courier as for channels, here among the threads of a forum."""

from tests.handlers.channels.conftest import desk

__all__ = ["desk"]
