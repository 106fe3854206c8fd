"""The process in which the translation engine runs: a line of JSON in, a line of JSON out.

Run by its path, so that it loads nothing of ours. fxtranslate keeps Python's lock while it
translates (a tenth of a second and more for a sentence), and a model that it cannot read ends the
thread that asked: both belong in a process of their own. It ends when its input does.

In: ``{"pair", "stamp", "files": [model, source vocabulary, target vocabulary, shortlist?],
"text"}``; a pair is loaded again when its stamp changed. Out: ``{"text"}`` or ``{"error"}``, with
``{"unread": true}`` where the files of the model could not be loaded.
"""

import contextlib
import ctypes
import json
import os
import sys
from pathlib import Path


def _give_back() -> None:
    """The bytes of the files, now that the model is built of them; glibc keeps them otherwise."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


def main() -> None:
    if hasattr(os, "nice"):
        os.nice(5)
    try:
        from fxtranslate import Translator
    except ImportError as error:
        sys.stdout.write(json.dumps({"error": f"fxtranslate cannot be loaded: {error}"}) + "\n")
        return
    loaded: dict[str, tuple[str, Translator]] = {}
    for line in sys.stdin:
        asked = json.loads(line)
        answer: dict[str, str | bool] = {}
        try:
            pair, stamp = asked["pair"], asked["stamp"]
            if pair not in loaded or loaded[pair][0] != stamp:
                loaded.pop(pair, None)
                answer["unread"] = True
                loaded[pair] = stamp, Translator(*(Path(p).read_bytes() for p in asked["files"]))
                del answer["unread"]
                _give_back()
            answer["text"] = loaded[pair][1].translate(asked["text"])
        except Exception as error:  # noqa: BLE001 - told to whoever asked
            answer["error"] = f"{type(error).__name__}: {error}"
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
