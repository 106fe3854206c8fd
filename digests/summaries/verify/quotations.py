"""Quotations: what stands between quotation marks is in the evidence, word by word.

The rule: each pair of marks of any kind, nested ones too, holds words that stand in the evidence in
that order without a gap, in the same language; spelling marks and punctuation aside. Of another
language, a name may stand between marks, and a whole part of a quotation that the evidence has
between marks too (`rendered`).

What it may get wrong: irony quotes of the source's own are quotations like others. There is no
escape hatch: the writer can drop the marks.
"""

from __future__ import annotations

import re

from digests.language.transliteration import same_name
from digests.language.words import tokens
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.rendered import rendered
from digests.summaries.verify.source import Source

_PAIRS = {"«": "»", "“": "”", "„": "“”", "‹": "›", "”": "”", "❝": "❞", "『": "』", "「": "」"}
_SINGLE = {"‘": "’", "‚": "‘’"}
#: Words of a name between quotation marks, at most.
_LONGEST_NAME = 5
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
        if not ours or _holds(theirs, ours):
            continue
        if language == sentence.language or not (
            _a_name(sentence, evidence, aligned, start, end)
            or rendered(sentence, source, aligned, _within(sentence, start, end), marked)
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


def _holds(theirs: list[str], ours: list[str]) -> bool:
    size = len(ours)
    return any(theirs[at : at + size] == ours for at in range(len(theirs) - size + 1))


def _within(text: Passage, start: int, end: int) -> list[int]:
    return [p for p, w in enumerate(text.words) if w.start >= start and w.end <= end]


def _a_name(sentence: Passage, evidence: Passage, aligned: Alignment, start: int, end: int) -> bool:
    """Whether a range of another script's text is a name of the evidence, word for word."""
    inner = _within(sentence, start, end)
    if not inner or len(inner) > _LONGEST_NAME:
        return False
    return _spelt_out(inner, evidence, aligned) or all(
        _of_a_name(sentence, p, evidence, aligned) for p in inner
    )


def _spelt_out(inner: list[int], evidence: Passage, aligned: Alignment) -> bool:
    """Whether the words are the letters of one abbreviation in capitals: «بي بي سي»."""
    shared = set.intersection(*(set(aligned.every.get(p, ())) for p in inner))
    return any(
        evidence.words[j].text.isupper() and len(evidence.words[j].fold) == len(inner)
        for j in shared
    )


def _of_a_name(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    word = sentence.words[place].fold
    for there in aligned.of(place):
        other = evidence.words[there]
        if evidence.language == "en" and not other.text[:1].isupper():
            continue
        if sentence.keys[place] & evidence.keys[there] or same_name(word, other.fold):
            return True
    return False
