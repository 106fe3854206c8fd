"""Mujaz's command line: ``python run.py [COMMAND]``; see ``--help``."""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the sentence is for whoever starts it with an older one
    sys.exit("Mujaz needs Python 3.11 or newer; `make run` finds one or says what to install.")

if __name__ == "__main__":
    # Only here: the worker process imports this file too, and needs none of it.
    from bot.command_line import main

    sys.exit(main())
