"""How common the names and terms of the table are: shares of the project's own sample reports."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def commonness() -> dict[str, float]:
    """By key of the table, the share of sample reports that have it; without the rare ones."""
    shares: dict[str, float] = json.loads(
        Path(__file__).with_name("commonness.json").read_text("utf-8")
    )
    return shares
