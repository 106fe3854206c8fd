"""Quotations that the evidence breaks off to name their speaker, written as one.

The rule: «…» of ours may be two quotations of one sentence of the evidence with nothing but their
speaker between them ("…," said the mayor, "and …"): one part of ours is the end of the first, the
rest the beginning of the second, nothing left out where they meet.

What it may get wrong: what a speaker leaves out himself. There is no escape hatch: the writer can
write the two apart.
"""

from __future__ import annotations

from itertools import pairwise

from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.parted import meant
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.rendered import Marked, stretches, whole
from digests.summaries.verify.source import Source

#: Words between two parts of a quotation, at most, and words of each part of ours, at least.
_APART, _PART = 20, 2


def rejoined(
    sentence: Passage,
    source: Source,
    aligned: Alignment,
    inner: list[int],
    quoted: list[tuple[int, int]],
) -> bool:
    """Whether the words *inner* of the sentence are two *quoted* ranges that a speaker parts."""
    evidence = source.passage
    if aligned.near.intersection(inner):
        return False
    ranges = [_words(evidence, one) for one in quoted]
    for one, other in pairwise([r for r in ranges if r and set(r) <= source.inside]):
        if not _parted_by_a_speaker(evidence, one, other):
            continue
        for cut in range(_PART, len(inner) - _PART + 1):
            first = Marked(sentence, aligned, inner[:cut])
            rest = Marked(sentence, aligned, inner[cut:])
            if _ends(first, one, evidence) and _begins(rest, other, evidence):
                return True
    return False


def _words(evidence: Passage, marks: tuple[int, int]) -> range:
    found = [p for p, w in enumerate(evidence.words) if marks[0] <= w.start and w.end <= marks[1]]
    return range(found[0], found[-1] + 1) if found else range(0)


def _parted_by_a_speaker(evidence: Passage, one: range, other: range) -> bool:
    """Whether one speaker, and no end of a sentence, stands between two quotations."""
    between = range(one.stop, other.start)
    if not 0 < len(between) <= _APART or evidence.words[other.start].text[:1].isupper():
        return False  # with a capital, it is another speech
    gaps = (evidence.gap(place) for place in range(one.stop, other.start + 1))
    if any(mark in gap for gap in gaps for mark in ".!?؟;؛"):
        return False
    if any(evidence.words[place].fold in _OF_ANOTHER for place in between):
        return False
    return sum(frame.at in between for frame in evidence.frames) == 1


#: Words that begin a clause, in which another may speak.
_OF_ANOTHER = folded("who whose whom which while when as and but ואילו בעוד אך אבל")


def _ends(ours: Marked, theirs: range, evidence: Passage) -> bool:
    """Whether *ours* is a whole part of *theirs* up to its last word."""
    return any(
        stretch.stop == theirs.stop and whole(ours, stretch, set(theirs), evidence)
        for stretch in stretches(ours, set(theirs), evidence)
    )


def _begins(ours: Marked, theirs: range, evidence: Passage) -> bool:
    """Whether *ours* is a whole part of *theirs* from its first word that tells something."""
    return any(
        not any(meant(evidence, p) for p in range(theirs.start, stretch.start))
        and whole(ours, stretch, set(theirs), evidence)
        for stretch in stretches(ours, set(theirs), evidence)
    )
