"""The part of docs/examples.md that shows extracts and a model's summaries side by side.

It is written from the lines of ``bench writing``: what readers see without a model, what the model
wrote, and for each statement that was refused the verifier's reason. Statements are cut at `SHOWN`
characters; equal ones are shown once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

HEADING = "## Extracts and a model, side by side"
BY_HAND = "## Answers written by hand"
#: Characters of a refused statement that are shown.
SHOWN = 160
_ESCAPED = str.maketrans(
    {"<": "&lt;", ">": "&gt;", "&": "&amp;", **{mark: f"\\{mark}" for mark in "\\`*_[]#|"}}
)
_WHY = {
    "too-few": "fewer than two sentences stand; readers get the extract",
    "party-lost": "a party of the extract is not heard; readers get the extract",
    "not-an-answer": "the answer holds no statement; readers get the extract",
    "stalled": "no answer in time; readers get the extract",
}


def replaced(page: str, heading: str, part: str) -> str:
    """*page* with *part* in place of what stands under *heading* up to the next one."""
    before, found, after = page.partition(heading)
    _, following, rest = after.partition("\n## ") if found else ("", "", "")
    kept = f"\n## {rest}" if following else ""
    return f"{before.rstrip()}\n\n{part}{kept}"


def section(
    heading: str, lines: Sequence[dict[str, Any]], figures: dict[str, Any], introduction: str
) -> str:
    """What stands under *heading*; *figures* is the last line of ``bench writing``."""
    refused = ", ".join(f"{code} {count}" for code, count in figures["refused"].items())
    total = f"{figures['stories']} stories, {figures['by_model']} told in its words"
    head = [
        heading,
        "",
        introduction,
        "",
        f"{figures['model']}: {total}; statements accepted {figures['accepted']}, "
        f"refused: {refused or 'none'}.",
    ]
    stories = ["\n".join(_story(number, line)) for number, line in enumerate(lines, 1)]
    return "\n\n".join(["\n".join(head), *stories]) + "\n"


def _story(number: int, line: dict[str, Any]) -> Iterator[str]:
    yield f"### {number}. {_plain(line['titles'][0])}"
    yield ""
    yield "Extract:"
    yield ""
    yield from _summary(line["extractive"])
    yield ""
    if line["model"]:
        yield "By the model:"
        yield ""
        yield from _summary(line["model"])
    else:
        yield f"By the model: {_WHY.get(line['why'], line['why'])}."
    refused = list(dict.fromkeys(_refusal(one) for one in line["refused"]))
    if refused:
        yield ""
        yield "Refused:"
        yield ""
        yield from refused


def _summary(summary: dict[str, Any]) -> Iterator[str]:
    yield f'> <span dir="auto">**{_plain(summary["headline"]["text"])}**</span>'
    for sentence in summary["sentences"]:
        yield ">"
        yield f'> <span dir="auto">{_plain(sentence["text"])}</span>'


def _refusal(one: dict[str, Any]) -> str:
    text = _plain(one["text"])
    shown = text if len(text) <= SHOWN else f"{text[:SHOWN]} …"
    return f'* <span dir="auto">«{shown}»</span>: {one["code"]}: {_plain(one["reason"])}'


def _plain(text: str) -> str:
    """*text* on one line, as words and not as marks of the page."""
    return " ".join(text.split()).translate(_ESCAPED)
