"""What a speaker denies: told as said it is refused, and what he affirms with it is not.

The rule: a denial denies its claim up to a word with which the same speaker goes on («مؤكدا أن»,
"saying"); a sentence that tells two words of that claim, or one of a claim that is cut so, denies
them too.

What it may get wrong: a verb that goes on and affirms nothing. The escape hatch is `AFFIRMING`.
"""

from __future__ import annotations

from digests.language.frame import Frame
from digests.language.lists import folded
from digests.language.speech_verbs import Act
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

#: Words with which who denies goes on to affirm.
AFFIRMING = folded(
    "مؤكدا مؤكدة مؤكدين مشددا مشددة قائلا قائلة قائلين موضحا موضحة مضيفا مضيفة مشيرا مشيرة معتبرا "
    "معتبرة لافتا لافتة وأكد وأكدت وقال وقالت وأضاف وأضافت saying insisting stressing adding "
    "arguing "
    "והוסיף והוסיפה והוסיפו ואמר ואמרה ואמרו ומסר ומסרה ומסרו"
)


def unsaid(text: Passage, frame: Frame) -> set[int]:
    """The words of what a denial denies."""
    claim = list(frame.claim)
    says = next((n for n, p in enumerate(claim) if text.words[p].fold in AFFIRMING), len(claim))
    return set(claim[:says])


def disclaimed(
    sentence: Passage, source: Source, aligned: Alignment, ours: set[int]
) -> Refusal | None:
    """What a speaker of the evidence denies and the sentence tells as said."""
    for frame in source.passage.frames:
        if frame.act is not Act.DENY:
            continue
        if any(f.act is Act.DENY and frame.at in aligned.of(f.at) for f in sentence.frames):
            continue
        if any(frame.at in aligned.of(p) for p in sentence.averse):
            continue
        claim = unsaid(source.passage, frame) & source.inside
        kept = [p for p in sentence.content if (s := set(aligned.of(p))) and s <= claim]
        least = 1 if len(claim) < len(frame.claim) else 2  # of what is surely denied, a word
        if len(kept) >= least and not set(kept) & ours:
            return Refusal(Code.NEGATION, "the evidence denies this")
    return None
