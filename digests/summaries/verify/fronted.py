"""When somebody spoke, told before his words: «بعد ساعات من الحريق، أعلن فلان …».

The rule: the evidence tells it last, behind a comma and with a word for after or before ("…, a day
after the fire"), so that it tells when it was said. The sentence tells it first, up to the mark
before a verb of reporting whose speaker is the same one; it then stands with his words.

What it may get wrong: a comma before what was a part of his words. The escape hatch is to tell it
in the order of the source.
"""

from __future__ import annotations

from digests.language.frame import Frame
from digests.language.lists import folded
from digests.summaries.verify.actors import mark_before
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.naming import Speaker
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source
from digests.summaries.verify.told_by import same_one

_TIME = folded("بعد قبل عقب إثر غداة after before אחרי לאחר לפני")
#: Words that open what tells when, up to their word for after: "a few hours after"; words of it.
_OPENS, _LONGEST = 4, 14


def not_fronted(
    sentence: Passage,
    resting: list[int],
    frame: Frame,
    who: list[Speaker],
    source: Source,
    aligned: Alignment,
) -> list[int]:
    """Those of *resting* that tell more than when the speaker of *frame* said his words."""
    when = _last(frame, source.passage)
    for ours in sentence.frames if when else ():
        ahead = _first(sentence, ours.at)
        told = [p for p in resting if p in ahead and set(aligned.of(p)) <= when]
        if told and same_one(sentence, ours, who, source, aligned):
            return [p for p in resting if p not in told]
    return resting


def _last(frame: Frame, evidence: Passage) -> set[int]:
    """The words behind the last comma of the claim of *frame*, if they tell when it was said."""
    claim = frame.claim
    first = next((j for j in reversed(claim) if mark_before(evidence, j)), claim.start)
    opens = {word.fold for word in evidence.words[first : first + _OPENS]}
    comma = evidence.gap(first).strip() in (",", "،")
    if first == claim.start or not comma or _TIME.isdisjoint(opens):
        return set()
    ends = claim.stop == len(evidence.words) or evidence.ends(claim.stop)
    return set(range(first, claim.stop)) if ends and claim.stop - first <= _LONGEST else set()


def _first(sentence: Passage, verb: int) -> range:
    """The words from the beginning of the sentence to the mark before *verb* that tell when."""
    first = next((p for p in range(verb, 0, -1) if sentence.ends(p)), 0)
    opens = sentence.words[first].fold.removeprefix("و") in _TIME
    marks = [p for p in range(first + 1, verb + 1) if mark_before(sentence, p)]
    return range(first, verb) if opens and marks == [verb] else range(0)
