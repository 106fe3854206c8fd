"""A given share of a text in its own sentences, for any text with or without a story.

The rule: sentences are taken from the front, for position is most of what human extracts agree on,
until the share of words is reached; the sentence nearest to it is the last. A sentence steps back
when most of its words occur nowhere else in the text, when it leans on its neighbours, is very
short, asks, or announces a list; headings, credits and repetitions are passed over.

What it may get wrong: where an editor would take a conclusion from the end, the opening is taken.
The weights are small on purpose: fitted ones did worse on texts that they had not seen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from digests.language.sentences import spans
from digests.language.stems import content, words
from digests.summaries.passages import is_furniture, is_heading

#: Share of the words by default: what human extracts take.
RATIO = 0.332
#: Share of a sentence's stems in one taken before from which it is a repetition.
_REPEATED = 0.75
#: How far back in the text (1.0 is all of it) each fault sets a sentence.
_ALONE, _LEANING, _SHORT, _ASKING, _LISTING, _TURNING, _USELESS = 0.2, 0.05, 0.1, 0.1, 0.2, 0.1, 9.0
_FEW = 6
_LEANING_WORDS = frozenset(
    words(
        "هذا هذه ذلك تلك هو هي هم وهو وهي لذلك كما أيضا لكن ولكن وقد "
        "this these it they he she but זה זו הוא היא הם אך"
    )
)


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    words: tuple[str, ...]
    stems: frozenset[str]
    opens: bool  # a paragraph
    alone: bool  # in its paragraph, and not the title of the text

    @property
    def size(self) -> int:
        return len(self.text.split())


def extract(text: str, ratio: float = RATIO, language: str = "ar") -> list[str]:
    """Whole sentences of *text* that hold about *ratio* of its words, in order, each verbatim."""
    lines = _lines(text, language)
    budget = ratio * sum(line.size for line in lines)
    return [lines[at].text for at in sorted(_within(lines, _ranking(lines), budget))]


def _lines(text: str, language: str) -> list[_Line]:
    found = spans(text, language)
    edges = [0, *(text.find("\n", start, end) != -1 for start, end in _gaps(found)), 1]
    return [
        _Line(
            text=text[start:end],
            words=tuple(words(text[start:end])),
            stems=frozenset(content(text[start:end], language)),
            opens=at == 0 or bool(edges[at]),
            alone=at > 0 and bool(edges[at]) and bool(edges[at + 1]),
        )
        for at, (start, end) in enumerate(found)
    ]


def _gaps(found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(found[at][1], found[at + 1][0]) for at in range(len(found) - 1)]


def _ranking(lines: Sequence[_Line]) -> list[int]:
    """Places of *lines*, the best first."""
    total = sum(line.size for line in lines) or 1
    spread = Counter(stem for line in lines for stem in line.stems)
    set_back: list[float] = []
    before = 0
    for line in lines:
        set_back.append(before / total + _faults(line, spread))
        before += line.size
    order = sorted(range(len(lines)), key=lambda at: (set_back[at], at))
    return [at for at in order if set_back[at] < _USELESS] or order


def _faults(line: _Line, spread: Counter[str]) -> float:
    if is_furniture(line.text) or (line.alone and is_heading(line.text)) or not line.words:
        return _USELESS
    once = sum(spread[stem] == 1 for stem in line.stems)
    faults = _ALONE * once / max(1, len(line.stems))
    faults += _LEANING if line.words[0] in _LEANING_WORDS else 0.0
    faults += _SHORT if line.size < _FEW else 0.0
    faults += _ASKING if "؟" in line.text or "?" in line.text else 0.0
    faults += _LISTING if line.text.endswith(":") else 0.0
    return faults + (_TURNING if line.opens else 0.0)


def _within(lines: Sequence[_Line], order: Sequence[int], budget: float) -> list[int]:
    """The first of *order* that fill *budget* words, the one nearest to it being the last."""
    taken: list[int] = []
    used = 0
    for at in order:
        if any(_repeats(lines[at], lines[other]) for other in taken):
            continue
        size = lines[at].size
        if taken and (used >= budget or used + size - budget > budget - used):
            break
        taken.append(at)
        used += size
    return taken


def _repeats(line: _Line, other: _Line) -> bool:
    return bool(line.stems) and len(line.stems & other.stems) / len(line.stems) > _REPEATED
