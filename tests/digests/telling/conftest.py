from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from digests.store.database import Store
from tests.digests.telling.room import Room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    store = Store(tmp_path / "mujaz.db")
    yield Room(store)
    store.close()
