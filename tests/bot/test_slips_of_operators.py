"""What an operator gets wrong in ``.env``, told when a command starts, in the folder it stands."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOKEN = "123456:local-test-token-of-an-operator"


def started(folder: Path, *arguments: str, env_file: str, **environ: str) -> tuple[int, str]:
    """Exit status and stderr of ``run.py`` in *folder* with the given ``.env``."""
    (folder / ".env").write_text(env_file, encoding="utf-8")
    kept = {k: v for k, v in os.environ.items() if not k.startswith("MUJAZ_")}
    run = subprocess.run(
        [sys.executable, ROOT / "run.py", *arguments],
        cwd=folder,
        env=kept | {"MUJAZ_DATA": str(folder / "data")} | environ,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return run.returncode, run.stderr


@pytest.mark.parametrize(
    "line",
    [f"MUJAZ_TOKEN={TOKEN}", f"TELEGRAM_TOKEN={TOKEN}", f"MUJAZ_BOT={TOKEN}", f"KEY='{TOKEN}'"],
)
def test_a_token_under_a_wrong_name_starts_no_trial(tmp_path: Path, line: str) -> None:
    status, err = started(tmp_path, env_file=f"{line}\n")
    name = line.partition("=")[0]
    assert status == 1
    assert err == f"{name} is not a setting of Mujaz: did you mean MUJAZ_TELEGRAM_TOKEN?\n"


def test_another_wrong_name_is_told_once_and_the_start_goes_on(tmp_path: Path) -> None:
    nowhere = "203.0.113.1:80"  # an address for documentation: this machine cannot listen on it
    text = f"MUJAZ_TIME_ZONE=Africa/Cairo\nMUJAZ_WEB={nowhere}\nOTHER=1\nMUJAZ_TOKEN=\n"
    status, err = started(tmp_path, env_file=text)
    assert status == 1
    *slips, end = err.splitlines()
    assert slips == [
        "MUJAZ_TIME_ZONE is not a setting of Mujaz: did you mean MUJAZ_TIMEZONE?",
        "MUJAZ_TOKEN is not a setting of Mujaz: did you mean MUJAZ_TELEGRAM_TOKEN?",
    ]
    assert end.startswith(f"The trial cannot listen on {nowhere} (")
    assert "(None)" not in end


def test_a_second_name_beside_the_right_one_stops_nothing(tmp_path: Path) -> None:
    text = f"MUJAZ_TELEGRAM_TOKEN={TOKEN}\nMUJAZ_TOKEN={TOKEN}\n"
    status, err = started(tmp_path, "sources", "list", env_file=text)
    assert status == 0
    assert err == "MUJAZ_TOKEN is not a setting of Mujaz: did you mean MUJAZ_TELEGRAM_TOKEN?\n"


@pytest.mark.parametrize(
    "line", [f"MUJAZ_TELEGRAM_TOKEN {TOKEN}", TOKEN, f"export {TOKEN}", "MUJAZ_WEB"]
)
def test_a_line_that_gives_nothing_is_named_once(tmp_path: Path, line: str) -> None:
    status, err = started(tmp_path, env_file=f"# mine\n\n  {line}\nMUJAZ_TIMEZONE=Asia/Dubai\n")
    assert status == 1
    assert err == ".env, line 3, has no “=”: write NAME=value, or # before a comment.\n"


def test_a_quotation_mark_that_is_never_closed_is_named(tmp_path: Path) -> None:
    status, err = started(tmp_path, env_file=f'\nMUJAZ_TELEGRAM_TOKEN="{TOKEN}\n')
    assert status == 1
    assert err.startswith(".env, line 2, cannot be read: ")
    assert TOKEN not in err


def test_a_file_of_another_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / ".env").write_bytes("MUJAZ_ADMINS=١".encode("cp1256", "replace") + b"\xc7")
    run = subprocess.run(
        [sys.executable, ROOT / "run.py", "topics", "list"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (1, ".env is not UTF-8 text: save it as UTF-8.\n")
