from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from digests.store.database import Store
from tests.digests.store.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    store = Store(tmp_path / "mujaz.db")
    yield Desk(store)
    store.close()
