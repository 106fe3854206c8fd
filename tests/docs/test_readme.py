"""The README lists what exists: a command without its line there is not finished."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from bot.command_line import catalogue, corrections, database, demo, models, news, service
from handlers.registry import COMMANDS

ROOT = Path(__file__).parents[2]
MODULES = (service, demo, news, corrections, catalogue, models, database)
SHELL = {c.name: c for module in MODULES for c in module.COMMANDS}


@pytest.mark.parametrize("name", sorted(str(name) for name in SHELL))
def test_every_shell_command_has_its_row(name: str) -> None:
    rows = re.findall(rf"^\| `python run\.py {name}\b([^`]*)`", readme("README.md"), re.MULTILINE)
    assert len(rows) == 1
    command = SHELL[name]
    if isinstance(command, click.Group):
        assert set(command.commands) <= set(re.findall(r"\w+", rows[0]))


@pytest.mark.parametrize("page", ["README.md", "README.ar.md"])
def test_every_telegram_command_has_its_row(page: str) -> None:
    listed = set(re.findall(r"`/(\w+)`", readme(page)))
    assert set(COMMANDS) <= listed


@pytest.mark.parametrize("page", ["README.md", "README.ar.md", "CHANGELOG.md", "docs/design.md"])
def test_links_between_pages_lead_somewhere(page: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", readme(page))
    assert [link for link in links if not (ROOT / page).parent.joinpath(link).exists()] == []


def readme(page: str) -> str:
    return (ROOT / page).read_text("utf-8")
