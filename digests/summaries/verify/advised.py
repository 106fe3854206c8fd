"""Advice against a thing told as advice for it: «نصحت بالسفر» for "advised against travel".

The rule: behind "advised against", "decided against" and להימנע stands what is not to be done; a
sentence that tells it denies something, warns, or has a word such as «ضد» and «تجنب». What a
sentence denies rests on it, too («نصحت بعدم السفر»).

What it may get wrong: a sentence that tells that thing of somebody else. The escape hatch is to
cite the passage that says so.
"""

from __future__ import annotations

from digests.language.conjugation import forms
from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.speech_verbs import Act
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

_ADVISING = forms(
    "en", "advise, recommend, decide, counsel, urge, caution".split(", ")
) | frozenset({"advice", "decision", "recommendation", "advising"})
_AGAINST, _ABSTAIN = "against", folded("להימנע מלהימנע")
_AVOIDING = folded(
    "ضد تجنب يتجنب تتجنب يتجنبوا تجنبوا امتنع يمتنع امتناع الامتناع عدول العدول تراجع التراجع عدل "
    "تفادي تفادى يتفادى مناهضة معارضة استبعاد كف الكف حذر تحذير"
)
#: Words behind it among which stands what is not to be done.
_WITHIN = 4


def advised(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """What the evidence advises or decides against, told as if it were for it."""
    if sentence.negations or sentence.averse or _avoids(sentence):
        return None
    evidence = source.passage
    told = {j for p in sentence.content for j in aligned.of(p)}
    for place in sorted(source.inside - aligned.used):
        if not _against(evidence, place):
            continue
        thing = _thing(evidence, place)
        if place - 1 in told and told.intersection(thing):
            shown = evidence.words[place].text
            return Refusal(
                Code.NEGATION, f"the evidence has «{shown}» before this; the sentence does not"
            )
    return None


def advised_against(evidence: Passage) -> set[int]:
    """Places of what the evidence advises or decides against."""
    noes = (p for p in range(len(evidence.words)) if _against(evidence, p))
    return {thing for place in noes for thing in _thing(evidence, place)}


def _thing(evidence: Passage, place: int) -> range:
    """What is not to be done, behind "against" at *place*."""
    return range(place + 1, min(len(evidence.words), place + 1 + _WITHIN))


def _avoids(sentence: Passage) -> bool:
    """Whether *sentence* tells of what is not to be done: «نصحت بعدم السفر», «حذرت من»."""
    if any(frame.act is Act.WARN for frame in sentence.frames):
        return True
    return any(not _AVOIDING.isdisjoint(without_particles(w.fold)) for w in sentence.words)


def _against(evidence: Passage, place: int) -> bool:
    """Whether "against" behind a word of advice, or להימנע, stands at *place*."""
    word = evidence.words[place].fold
    if evidence.language == "he":
        return word in _ABSTAIN
    return word == _AGAINST and place > 0 and evidence.words[place - 1].fold in _ADVISING
