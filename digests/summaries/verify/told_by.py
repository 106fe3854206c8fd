"""Whether a frame of the sentence has a speaker of the evidence for its own.

The rule: a frame that names nobody («وقال إن»), or whose verb is joined to the one before and only
names who is asked («وحثت الأطراف على»), has the speaker of the frame before, or the subject. A
denial by «لكنه» behind a charge is told by `accused`.

What it may get wrong: a joined verb with a subject that the evidence has only in what is asked. The
escape hatch is to name the speaker before its verb.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.reporting import Frame
from digests.language.speech_verbs import Act
from digests.summaries.verify.accused import denial, denied_by
from digests.summaries.verify.actors import actor
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.naming import Speaker, named_in
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.same_speaker import is_named
from digests.summaries.verify.source import Source
from digests.summaries.verify.who import opens_with_verb


def same_one(
    sentence: Passage,
    ours: Frame,
    who: list[Speaker],
    source: Source,
    aligned: Alignment,
) -> bool:
    """Whether one of *who*, speakers of the evidence, speaks in the frame *ours* of *sentence*."""
    if who and (of_whom := denial(sentence, ours)):
        return any(denied_by(sentence, of_whom, theirs, source, aligned) for theirs in who)
    named, opened = named_in(sentence, ours.speaker), ours.opened
    if not named or _elided(sentence, ours) or _is_asked(sentence, ours, source, aligned):
        named, opened = _before(sentence, ours)
    if not named or not who:
        return False
    return any(is_named(sentence, opened, named, theirs, source, aligned) for theirs in who)


def _elided(sentence: Passage, ours: Frame) -> bool:
    """Whether a joined verb has its subject in the frame before: «…، وطلبت من الطلاب …»."""
    after = sentence.words[ours.at + 1].fold if ours.at + 1 < len(sentence.words) else ""
    told = after[:2] == "لل" and ours.act is Act.SAY and not ours.according  # «وقالت للصحفيين»
    return sentence.words[ours.at].fold[:1] == "و" and (after in _PREPOSITIONS or told)


_PREPOSITIONS = folded("من إلى على عن في ضد مع أمام خلال عقب أثناء بعد قبل لدى")


def _is_asked(sentence: Passage, ours: Frame, source: Source, aligned: Alignment) -> bool:
    """Whether who stands behind a joined verb is asked: «قالت البعثة …، وحثت الأطراف على …».

    The verb agrees with the one before, and the evidence has them only in what is asked. So is a
    thing that is denied or estimated: «وقدرت عدد النازحين», «ولم ينف تقارير».
    """
    earlier = [f for f in sentence.frames if f.at < ours.at]
    if ours.opened or not _joined(sentence, ours.at) or not earlier:
        return False
    verbs = [sentence.words[f.at].fold for f in (earlier[-1], ours)]
    if _feminine(verbs[0]) != _feminine(verbs[1]):
        return False
    behind = ours.at + 1
    named = named_in(sentence, ours.speaker)
    if behind not in ours.speaker or (ours.act is not Act.ASK and actor(sentence, named[0])):
        return False
    acts = {ours.act} if ours.act is Act.ASK else set(Act)
    asked = {j for f in source.passage.frames if f.act in acts for j in f.claim}
    asked -= {j for f in source.passage.frames for j in f.speaker}
    support = next((set(found) for p in named if (found := aligned.every.get(p))), set[int]())
    return bool(support) and support <= asked


def _feminine(verb: str) -> bool:
    """Whether the subject of an Arabic *verb* is feminine: «حذرت», «تتوقع»."""
    return verb.endswith("ت") or verb.removeprefix("و").startswith("ت")


def _joined(sentence: Passage, place: int) -> bool:
    """Whether the verb at *place* is joined to one before: «وحثت», «ولم ينف»."""
    before = sentence.words[place - 1].fold if place else ""
    return sentence.words[place].fold[:1] == "و" or before in _AND_NOT


_AND_NOT = folded("ولم ولن ولا")


def _before(sentence: Passage, ours: Frame) -> tuple[list[int], bool]:
    """The speaker of a verb without one («وقال إن»), and whether the end of the name is known.

    It is that of the frame before, or the subject.
    """
    for frame in reversed(sentence.frames):
        if frame.aside or frame.at >= ours.at:
            continue
        if named := named_in(sentence, frame.speaker):
            return named, frame.opened
    first = next((p + 1 for p in range(ours.at - 1, 0, -1) if _turns(sentence, p)), 0)
    subject = named_in(sentence, range(first, ours.at))
    return subject[opens_with_verb(sentence, subject) :], False


def _turns(sentence: Passage, place: int) -> bool:
    """Whether a clause with a subject of its own begins behind the word at *place*."""
    words = [word.fold for word in sentence.words[place - 1 : place + 1]]
    return words[1] in _TURNING or tuple(words) in _BUT_THAT


_BUT_THAT = {(fold(but), fold("أن")) for but in ("غير", "بيد", "إلا")}
_TURNING = folded("لكن ولكن بينما فيما")
