"""Quotations: what stands between quotation marks is in the evidence, word by word.

The rule: each pair of marks of any kind, nested ones too, holds words that stand in the evidence in
that order without a gap, in the same language; spelling marks and punctuation aside, and the
particle that the first word has there («و», or the one that we write before the marks). Of another
language, a name may stand between marks (`named`), and a whole part of a quotation that the
evidence has between marks too (`rendered`).

What it may get wrong: irony quotes of the source's own are quotations like others. There is no
escape hatch: the writer can drop the marks.
"""

from __future__ import annotations

import re

from digests.language.words import tokens
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.named import named
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.rendered import rendered
from digests.summaries.verify.source import Source

_PAIRS = {"«": "»", "“": "”", "„": "“”", "‹": "›", "”": "”", "❝": "❞", "『": "』", "「": "」"}
_SINGLE = {"‘": "’", "‚": "‘’"}
#: Letters of a word that a particle may be joined to, with it.
_JOINED = 2
_PARTICLE = re.compile(r"(?<!\w)[وف]?([بلك])ـ?\W$")
_STRAIGHT = re.compile(r"(?<!\w)(['\"])(?=\S)(.+?)(?<=\S)\1(?!\w)")


def quoted(text: str) -> list[tuple[int, int]]:
    """The ranges between quotation marks of *text*, nested ones after what holds them."""
    found: list[tuple[int, int]] = []
    for opening, closing in (_PAIRS | _SINGLE).items():
        for match in re.finditer(re.escape(opening), text):
            if opening in "”" and _closes(text, match.start()):
                continue
            end = _end(text, match.end(), opening, closing)
            if end is not None:
                found.append((match.end(), end))
    found += [(m.start(2), m.end(2)) for m in _STRAIGHT.finditer(text)]
    return sorted(set(found))


def _closes(text: str, at: int) -> bool:
    return any(mark in text[:at] for mark in "“„")


def _end(text: str, start: int, opening: str, closing: str) -> int | None:
    depth = 0
    for at in range(start, len(text)):
        if text[at] in closing and (text[at] != opening or depth == 0):
            if depth == 0:
                return at
            depth -= 1
        elif text[at] == opening:
            depth += 1
    return None


def quotations(text: str, sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A quotation of *text* that its evidence does not hold."""
    evidence, language = source.passage, source.article.language
    marked = quoted(evidence.text)
    theirs = [word.fold for p, word in enumerate(evidence.words) if p in source.inside]
    for start, end in quoted(text):
        ours = [token.fold for token in tokens(text[start:end])]
        if not ours or _holds(theirs, ours, _joined_before(text, start)):
            continue
        inner = _within(sentence, start, end)
        if language == sentence.language or not (
            named(sentence, source, aligned, inner)
            or rendered(sentence, source, aligned, inner, marked)
        ):
            return Refusal(
                Code.QUOTATION,
                f"«{text[start:end].strip()}» is not in the evidence word by word; "
                "copy the quotation exactly or write it without quotation marks",
            )
    unpaired = sum(text.count(mark) for mark in "«»") % 2
    if unpaired:
        return Refusal(Code.QUOTATION, "a quotation mark has no pair")
    return None


def _joined_before(text: str, start: int) -> str:
    """The particle that is written onto the marks: «يهدد بـ"تجويع العمال"»."""
    found = _PARTICLE.search(text, 0, start)
    return found[1] if found else ""


def _holds(theirs: list[str], ours: list[str], particle: str) -> bool:
    size = len(ours)
    first = {ours[0], particle + ours[0]}
    if particle == "ل" and ours[0].startswith("ال"):
        first.add("ل" + ours[0][1:])
    return any(
        theirs[at + 1 : at + size] == ours[1:] and not first.isdisjoint(_begun(theirs[at]))
        for at in range(len(theirs) - size + 1)
    )


def _begun(word: str) -> tuple[str, ...]:
    """*word* as a quotation may begin with it: as it stands, and without a joined «و» or «ف»."""
    joined = word[0] in "وف" and len(word) > _JOINED
    return (word, word[1:]) if joined else (word,)


def _within(text: Passage, start: int, end: int) -> list[int]:
    return [p for p, w in enumerate(text.words) if w.start >= start and w.end <= end]
