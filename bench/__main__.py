"""``python -m bench NAME …``: runs ``bench/NAME.py``'s ``main``; without a name, lists them."""

from __future__ import annotations

import importlib
import pathlib
import sys


def main(argv: list[str]) -> int:
    names = sorted(
        p.stem for p in pathlib.Path(__file__).parent.glob("*.py") if not p.stem.startswith("_")
    )
    if not argv or argv[0] not in names:
        print(f"usage: python -m bench NAME …; NAME is one of: {', '.join(names)}", file=sys.stderr)
        return 2
    module = importlib.import_module(f"bench.{argv[0]}")
    return int(module.main(argv[1:]) or 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
