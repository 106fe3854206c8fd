"""What was refused, failed or avoided, told as if it had been done.

The rule: of what a verb with a no of its own reaches in the evidence (refused, failed, avoid), the
sentence tells the head only within a no of its own. Who is warned to avoid a thing is warned of it:
«حذّر زملاءه من أي ذكر» has its no in the verb.

What it may get wrong: a name by the way is no such head, nor is a claim that is rejected. The
escape hatch is to use the verb of the source.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.language.speech_verbs import Act
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.denials import is_a_name
from digests.summaries.verify.disclaimed import AFFIRMING
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

#: Words after a verb with a no of its own that it reaches.
_REACH = 8
#: Words that turn to another statement.
BUT = folded("but however אך אבל لكن ولكن لكنه لكنها لكنهم ولكنه ولكنها ولكنهم بينما فيما بيد")


def undone(sentence: Passage, source: Source, aligned: Alignment, ours: set[int]) -> Refusal | None:
    """What the evidence says was refused or did not come about, told as if it had been done."""
    evidence = source.passage
    said = {j for p in sentence.content for j in aligned.of(p)}
    denying = {f.at for f in evidence.frames if f.act is Act.DENY}
    for place in sorted(evidence.averse & source.inside):
        warned = _warned_of(sentence, evidence, place)
        if any(place in aligned.of(p) for p in warned):
            return _refused(evidence, place)  # «حذّر من تجنب», for "warned to avoid"
        if (
            place in said
            or place in denying
            or any(n.at < place < n.end for n in evidence.negations)
        ):
            continue
        reach = _clause_behind(evidence, place)
        head = next((p for p in reach if p in said and not _by_the_way(evidence, place, p)), None)
        kept = {p for p in sentence.content if head is not None and head in aligned.of(p)}
        if kept and not kept & (ours | warned):
            return _refused(evidence, place)
    return None


def _refused(evidence: Passage, place: int) -> Refusal:
    shown = evidence.words[place].text
    return Refusal(Code.NEGATION, f"the evidence has «{shown}»; the sentence does not")


def _clause_behind(text: Passage, averse: int) -> range:
    """What an *averse* verb reaches, up to the end of its sentence or a "but"."""
    end = averse + 1
    while end < min(len(text.words), averse + _REACH):
        if text.ends(end) or text.words[end].fold in BUT | AFFIRMING:
            break
        end += 1
    return range(averse + 1, end)


def _by_the_way(evidence: Passage, averse: int, place: int) -> bool:
    """Whether a name that is not the object of an *averse* verb stands at *place*.

    "Failed to prove that Allen knew" denies nothing else that is told of Allen.
    """
    if evidence.words[place].fold in _CLAIMS:
        return True  # "rejected the claim"
    return place > averse + 1 and is_a_name(evidence, place)


_CLAIMS = folded("claim claims accusation accusations allegation allegations criticism charge")


def _warned_of(sentence: Passage, evidence: Passage, averse: int) -> set[int]:
    """What the sentence warns of, where the evidence warns somebody to avoid it."""
    if evidence.words[averse].fold not in _AVOID:
        return set()
    before = evidence.words[averse - 1].fold if averse else ""
    if evidence.language == "en" and before != "to":
        return set()
    if not any(f.act is Act.WARN and 0 < averse - f.at <= _WARNED for f in evidence.frames):
        return set()
    warnings = [f.at for f in sentence.frames if f.act is Act.WARN]
    of = [p for p, word in enumerate(sentence.words) if word.fold in _OF]
    behind = [p for p in of if any(0 < p - at <= _WARNED for at in warnings)]
    return {place for p in behind for place in range(p + 1, p + 1 + _OBJECT)}


_AVOID, _OF = folded("avoid להימנע"), folded("من")
#: Words from a warning to what is warned of, and words of that.
_WARNED, _OBJECT = 18, 3
