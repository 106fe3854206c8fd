"""Names that the environment and ``.env`` give, and lines of ``.env`` that give none.

A slip in a name is silent by nature: the setting keeps its default, and without its token the bot
is a trial. So every name that begins as ours do and is none is told with the nearest right one.
Nearness counts words first (MUJAZ_TOKEN is MUJAZ_TELEGRAM_TOKEN, however many letters lack), then
letters. What it may get wrong: it guesses, so only what looks like the token stops the start.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from io import StringIO
from pathlib import Path

from dotenv import dotenv_values
from dotenv.parser import parse_stream

PREFIX = "MUJAZ_"
#: A token as @BotFather writes it: narrower than what is accepted, so that 20:00 is none.
TOKEN = re.compile(r"\s*[0-9]{5,}:[A-Za-z0-9_-]{20,}\s*")
#: Words of names are the same from here on: TOKN and TOKEN, ADMIN and ADMINS.
SAME_WORD = 0.8
#: So are whole names, wherever they are divided: TIME_ZONE and TIMEZONE.
SAME_NAME = 0.9
#: Names without a word in common are near from here on.
NEAR = 0.6


class FileProblems(ValueError):
    """Lines of a settings file that give nothing; ``problems`` holds one sentence for each."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Slip:
    """A name that is no setting: the ``nearest`` that is one, and whether it holds the token."""

    name: str
    nearest: str | None
    token: bool

    def __str__(self) -> str:
        hint = f": did you mean {self.nearest}?" if self.nearest else "; README.md lists them."
        return f"{self.name} is not a setting of Mujaz{hint}"


def read_file(path: Path) -> dict[str, str]:
    """Names and values of the file *path*; none where there is no such file.

    Raises FileProblems with file, line and way out; no line is repeated, it may hold a secret.
    """
    try:
        text = path.read_text("utf-8") if path.is_file() else ""
    except UnicodeDecodeError:
        raise FileProblems((f"{path} is not UTF-8 text: save it as UTF-8.",)) from None
    except OSError as error:
        raise FileProblems(
            (f"{path} cannot be read ({error.strerror}): let the user that runs Mujaz read it.",)
        ) from None
    if problems := tuple(_problems(path, text)):
        raise FileProblems(problems)
    return {n: v for n, v in dotenv_values(stream=StringIO(text)).items() if v is not None}


def _problems(path: Path, text: str) -> Iterable[str]:
    for binding in parse_stream(StringIO(text)):
        if not binding.error and (binding.key is None or binding.value is not None):
            continue
        statement = binding.original.string
        line = binding.original.line + statement[: -len(statement.lstrip())].count("\n")
        if "=" not in statement:
            yield f"{path}, line {line}, has no “=”: write NAME=value, or # before a comment."
        else:
            yield (
                f"{path}, line {line}, cannot be read: write NAME=value, with a name of one word "
                "and both quotation marks of the value, or none."
            )


def slips(
    environ: Mapping[str, str], file: Mapping[str, str], known: Collection[str]
) -> tuple[Slip, ...]:
    """Names that begin as ours do and are none of *known*; in *file* also ours without prefix."""
    given = {n: v for n, v in file.items() if _ours(n, v, known)}
    given |= {n: v for n, v in environ.items() if n.upper().startswith(PREFIX)}
    found = []
    for name, value in sorted(given.items()):
        if name.upper() not in known:
            near = nearest(name, known)
            if TOKEN.fullmatch(value):
                near = f"{PREFIX}TELEGRAM_TOKEN"
            found.append(Slip(name, near, bool(value) and near == f"{PREFIX}TELEGRAM_TOKEN"))
    return tuple(found)


def _ours(name: str, value: str, known: Collection[str]) -> bool:
    upper = name.upper()
    return upper.startswith(PREFIX) or PREFIX + upper in known or bool(TOKEN.fullmatch(value))


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The one of *known* that *name* is most likely meant to be."""
    wanted = name.upper().removeprefix(PREFIX)
    words = wanted.split("_")

    def nearness(candidate: str) -> tuple[float, float]:
        other = candidate.removeprefix(PREFIX)
        letters = _alike(wanted.replace("_", ""), other.replace("_", ""))
        if letters >= SAME_NAME:
            return len(words), letters
        alike = (max(_alike(word, part) for part in other.split("_")) for word in words)
        return sum(share for share in alike if share >= SAME_WORD), letters

    found = max(known, key=nearness)
    shared, letters = nearness(found)
    return found if shared or letters >= NEAR else None


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()
