from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from digests.store.database import Store
from tests.digests.corrections.press import Press


@pytest.fixture
def press(tmp_path: Path) -> Iterator[Press]:
    store = Store(tmp_path / "mujaz.db")
    yield Press(store)
    store.close()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Press]:
    """A second newsroom."""
    store = Store(tmp_path / "other.db")
    yield Press(store)
    store.close()
