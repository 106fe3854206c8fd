"""Quotations: what stands between quotation marks is in the evidence, word by word.

The rule: each pair of marks of any kind, nested ones too, holds words that stand in the evidence in
that order without a gap, in the same language; spelling marks and punctuation aside, the particle
that the first word has there («و», or the one that we write before the marks), and the case of a
noun that begins it, with the adjectives that follow («خروقًا جسيمة», «عن "خروق جسيمة"»); a name that
the evidence has between marks may be spelt otherwise («نتبلوكس», «نت بلوكس»), and one to which a
noun of the evidence points stand between them. Of another
language, a name may stand between marks (`named`), and a whole part of a quotation that the
evidence has between marks too (`rendered`), or two that its speaker parts (`rejoined`).

What it may get wrong: irony quotes of the source's own are quotations like others. There is no
escape hatch: the writer can drop the marks.
"""

from __future__ import annotations

import re

from digests.language.lexicon import meanings, of_names
from digests.language.quotation import GERSHAYIM
from digests.language.words import tokens
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.named import named, respelt_name
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.rejoined import rejoined
from digests.summaries.verify.rendered import rendered
from digests.summaries.verify.source import Source

_PAIRS = {"«": "»", "“": "”", "„": "“”", "‹": "›", "”": "”", "❝": "❞", "『": "』", "「": "」"}
_SINGLE = {"‘": "’", "‚": "‘’"}
#: Letters of a word that a particle may be joined to, with it.
_JOINED = 2
#: Letters of a noun without the ending of a case, at least; the endings of a plural in two cases.
_NOUN = 3
_CASES = frozenset(("ون", "ين"))
_PARTICLE = re.compile(r"(?<!\w)[وف]?([بلك])ـ?\W$")
_STRAIGHT = re.compile(r"(?<!\w)(['\"״])(?=\S)(.+?)(?<=\S)\1(?!\w)")
#: Straight marks behind particles of one word with what they hold: ב"טבח מכוון"; no abbreviation.
_BEHIND_PARTICLES = re.compile(
    rf"""(?<!\w)(?:[ושהכלבמ]{{1,3}}|[وف]?[بلك]ـ?|[وف])"(?=\w\w)((?:[^"]|{GERSHAYIM})+?)(?<=\S)"(?!\w)"""
)


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
    found += [(m.start(1), m.end(1)) for m in _BEHIND_PARTICLES.finditer(text)]
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
        whole = [[token.fold for token in tokens(evidence.text[a:b])] for a, b in marked]
        if any(respelt_name(ours, name) and _holds(theirs, name, "") for name in whole):
            continue
        inner = _within(sentence, start, end)
        if language == sentence.language or not (
            named(sentence, source, aligned, inner)
            or rendered(sentence, source, aligned, inner, marked)
            or rejoined(sentence, source, aligned, inner, marked)
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
    for at in range(len(theirs) - size + 1):
        stretch = theirs[at : at + size]
        if stretch[1:] == ours[1:] and not first.isdisjoint(_begun(stretch[0])):
            return True
        if any(_but_for_case([word, *stretch[1:]], ours) for word in _begun(stretch[0])):
            return True
    return False


def _but_for_case(theirs: list[str], ours: list[str]) -> bool:
    """Whether the words differ in the case of the first noun and of its adjectives alone."""
    changed = 0
    while changed < len(ours) and _recased(theirs[changed], ours[changed]):
        changed += 1
    return changed > 0 and theirs[changed:] == ours[changed:]


def _recased(one: str, other: str) -> bool:
    """Whether two words are one noun in two cases: «خروقًا» and «خروق», «مسؤولون» and «مسؤولين»."""
    shorter, longer = sorted((one, other), key=len)
    if longer == shorter + "ا":
        return len(shorter) >= _NOUN and not of_names(meanings(longer))
    return one[:-2] == other[:-2] and {one[-2:], other[-2:]} == _CASES


def _begun(word: str) -> tuple[str, ...]:
    """*word* as a quotation may begin with it: as it stands, and without a joined «و» or «ف»."""
    joined = word[0] in "وف" and len(word) > _JOINED
    return (word, word[1:]) if joined else (word,)


def _within(text: Passage, start: int, end: int) -> list[int]:
    return [p for p, w in enumerate(text.words) if w.start >= start and w.end <= end]
