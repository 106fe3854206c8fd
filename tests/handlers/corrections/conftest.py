from tests.handlers.channels.conftest import desk

__all__ = ["desk"]
