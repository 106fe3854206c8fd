"""Who denies and who accuses: no denial or charge passes from one side to the other.

The rule: who denies in the sentence is who denies it in the evidence. A charge that is denied in
passing («وهو ما نفاه», «نفى اتهام فلان له») is denied by somebody near the word of the evidence
that rejects it, and never by who accuses; whose «لكنه نفى ذلك» is, `accused` tells. Who accuses or
asks stands first behind an Arabic verb.

What it may get wrong: a denial that the evidence tells far from who denies it. The escape hatch is
to cite a shorter passage.
"""

from __future__ import annotations

from digests.language.arabic import DAMMA
from digests.language.arabic_agents import agent
from digests.language.lists import folded
from digests.language.reporting import Frame
from digests.language.speech_verbs import Act
from digests.summaries.verify.accused import charge_of
from digests.summaries.verify.actors import apposed, clause
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.naming import named_in
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source
from digests.summaries.verify.told_by import same_one
from digests.summaries.verify.who import shown, who_says

#: Words between who rejects a charge and the verb that says it, at most.
_NEAR = 6


def denials(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A denial («نفت الشركة ذلك») that the evidence has from somebody else."""
    for ours in sentence.frames:
        support = aligned.every.get(ours.at, ())
        theirs = [f for f in source.passage.frames if f.act is Act.DENY and f.at in support]
        if ours.act is not Act.DENY or not _told_of(ours, sentence, source, aligned):
            continue
        if not theirs and _in_passing(ours, sentence):
            if _strange(ours, sentence, source, aligned):
                return Refusal(Code.SPEAKER, "the evidence has this denial from somebody else")
            continue
        if not theirs and _unanswered(ours, sentence, source, aligned):
            return Refusal(Code.SPEAKER, "in the evidence nobody denies it; no answer is no denial")
        whos = [who for f in theirs if (who := who_says(f, source))]
        if whos and not any(same_one(sentence, ours, w, source, aligned) for w in whos):
            return Refusal(
                Code.SPEAKER, f"in the evidence {shown(theirs[0], source)} denies it, not another"
            )
    return None


def _told_of(ours: Frame, sentence: Passage, source: Source, aligned: Alignment) -> bool:
    """Whether *ours* tells who denies: by a name, or as one of the two of a charge, «لكنه نفى ذلك».

    Who accuses is the same in both, else `roles` tells it.
    """
    charge = charge_of(sentence, ours)
    if named_in(sentence, ours.speaker) or charge is None:
        return bool(named_in(sentence, ours.speaker))
    theirs = {j for f in source.passage.frames if f.act is Act.ACCUSE for j in f.speaker}
    who = named_in(sentence, charge.speaker)[:1]
    return any(theirs.intersection(aligned.of(p)) for p in who)


def _unanswered(ours: Frame, sentence: Passage, source: Source, aligned: Alignment) -> bool:
    """Whether who denies in *ours* only does not answer: «لم ترد», "declined to comment"."""
    evidence = source.passage
    named = {j for p in named_in(sentence, ours.speaker) for j in aligned.every.get(p, ())}
    denies = any(f.act is Act.DENY or f.at in named for f in evidence.frames)
    for at, word in enumerate(evidence.words):
        if denies or word.fold not in _ANSWERS or at not in source.inside:
            continue
        before = [w.fold for w in evidence.words[max(0, at - _NO_ANSWER) : at]]
        if not _NOT_ANSWERING.isdisjoint(before) and any(abs(j - at) <= _WHO for j in named):
            return True
    return False


_ANSWERS = folded(
    "comment respond reply answer التعليق الرد الإجابة يعلق تعلق يرد ترد يرد يجب تجب الإدلاء להגיב "
    "לתגובה הגיב הגיבה הגיבו השיב השיבה השיבו"
)
_NOT_ANSWERING = folded(
    "declined refused not did didn't رفض رفضت ورفض ورفضت رفضوا امتنع امتنعت وامتنعت وامتنع لم ولم "
    "סירב סירבה סירבו לא ולא"
)
#: Words between a no and the answer that it refuses, and from there to who refuses, at most.
_NO_ANSWER, _WHO = 4, 8


def _in_passing(ours: Frame, sentence: Passage) -> bool:
    """Whether *ours* denies a charge that the sentence tells as somebody's."""
    behind = ours.claim.stop <= ours.at
    return behind or any(f.aside and f.at in ours.claim for f in sentence.frames)


def _strange(ours: Frame, sentence: Passage, source: Source, aligned: Alignment) -> bool:
    """Whether the evidence has who denies in *ours* only as who accuses, or far from a denial."""
    evidence = source.passage
    named = {j for p in named_in(sentence, ours.speaker) for j in aligned.every.get(p, ())}
    accusing = {j for f in evidence.frames if f.act is Act.ACCUSE for j in f.speaker}
    verb = aligned.every.get(ours.at, ())
    far = all(abs(j - v) > _NEAR for j in named for v in verb)
    if not verb:  # «ووصف المكتب الاتهام بأنه …»: who speaks of the charge
        far = not any(set(f.speaker) & named for f in evidence.frames if f.act is not Act.ACCUSE)
    return not named or named <= accusing or far


def accusers(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A charge or demand of an Arabic text in which the two sides have changed places."""
    for ours in sentence.frames:
        by = _agent(sentence, ours) if source.passage.language == "ar" else None
        if ours.act is Act.ACCUSE and not by and _accused(sentence, ours, source, aligned):
            shown_so = sentence.words[ours.at].text
            return Refusal(Code.ROLES, f"«{shown_so}»: in the evidence this one accuses")
    if source.passage.language != "ar":
        return _accusing_the_accuser(sentence, source.passage, aligned)
    for ours in sentence.frames:
        if ours.act not in (Act.ACCUSE, Act.ASK) or ours.aside or ours.opened:
            continue
        support = aligned.every.get(ours.at, ())
        for theirs in source.passage.frames:
            if theirs.act is not ours.act or theirs.at not in support or theirs.opened:
                continue
            if (same := _same_agent(ours, theirs, sentence, source.passage, aligned)) is True:
                continue
            if same is False:
                return Refusal(Code.ROLES, f"in the evidence {shown(theirs, source)} does so")
            if _changed_places(ours, theirs, sentence, source.passage, aligned):
                who = shown(theirs, source)
                return Refusal(Code.ROLES, f"in the evidence {who} says it of the other")
    return None


def _accusing_the_accuser(
    sentence: Passage, evidence: Passage, aligned: Alignment
) -> Refusal | None:
    """«اتهم 14 شخصًا الوزارة», where the evidence has "the ministry accused 14 people"."""
    for ours in sentence.frames:
        passive = DAMMA in sentence.words[ours.at].text[:_WRITTEN]
        if ours.act is not Act.ACCUSE or ours.aside or passive:
            continue
        support = aligned.every.get(ours.at, ())
        for theirs in evidence.frames:
            if theirs.act is not Act.ACCUSE or theirs.at not in support:
                continue
            before = {j for j in theirs.speaker if j < theirs.at}
            who = set(theirs.claim) - before
            told = {p: set(found) for p, found in aligned.every.items()}
            told |= {
                q.first: {e.first for e in evidence.numbers if e.value == q.value}
                for q in sentence.numbers
            }
            if any(told[p] & before for p in told if p < ours.at):
                continue
            behind = [p for p in sorted(told) if ours.at < p and told[p]]
            first = behind[0] if behind else None
            accusing = [p for p in behind[1:] if told[p] <= before and p in sentence.telling]
            between = sentence.words[ours.at + 1 : accusing[0]] if accusing else ()
            by = any(word.fold in _BY for word in between)
            if first is not None and accusing and not by and told[first] <= who:
                shown_so = sentence.words[accusing[0]].text
                return Refusal(Code.ROLES, f"in the evidence «{shown_so}» accuses")
    return None


#: Words before who accuses, behind a passive verb.
_BY = folded("قبل من جانب طرف لـ وفق وفقا بحسب حسب كما على لدى")


def _accused(sentence: Passage, ours: Frame, source: Source, aligned: Alignment) -> bool:
    """Whether «اتُّهم فلان» accuses whom the evidence has as who accuses."""
    named = named_in(sentence, range(ours.at + 1, ours.claim.stop))
    if DAMMA not in sentence.words[ours.at].text[:_WRITTEN] or not named:
        return False
    support = set(aligned.every.get(named[0], ()))
    theirs = [f for f in source.passage.frames if f.act is Act.ACCUSE]
    return any(support & set(f.speaker) and not support - set(f.speaker) for f in theirs)


def _same_agent(
    ours: Frame, theirs: Frame, sentence: Passage, evidence: Passage, aligned: Alignment
) -> bool | None:
    """Whether the same one does it, where one of the two is a passive with «من جانب».

    Behind an active verb that is who is named first, before the other of the two.
    """
    mine, other = _agent(sentence, ours), _agent(evidence, theirs)
    if mine is None and other is None:
        return None
    doer = [j for p in mine or named_in(sentence, ours.speaker)[:1] for j in aligned.of(p)]
    if other is not None:
        return not set(other).isdisjoint(doer)
    fronted = theirs.speaker if theirs.speaker.start < theirs.at else ()
    first = named_in(evidence, fronted or range(theirs.at + 1, theirs.claim.stop))[:1]
    if not any(0 <= j - k <= _OFFICE for j in doer for k in first):
        return False
    done = named_in(sentence, range(ours.at + 1, mine.start)) if mine else []
    to = [j for j in aligned.of(done[0]) if j in theirs.claim] if done else []
    return not to or _object_of(evidence, max([*doer, theirs.at]), min(to))


def _object_of(evidence: Passage, doer: int, done_to: int) -> bool:
    """Whether *done_to* is right behind the verb and its *doer*, with no particle between."""
    return doer < done_to and all(p in evidence.telling for p in range(doer + 1, done_to))


def _agent(text: Passage, frame: Frame) -> range | None:
    return agent(text.words, text.text, frame.at, frame.claim.stop)


#: Words of an office before the name that it belongs to, at most.
_OFFICE = 2
#: The letters and signs of a verb in which the vowel of a passive stands.
_WRITTEN = 4


def _changed_places(
    ours: Frame, theirs: Frame, sentence: Passage, evidence: Passage, aligned: Alignment
) -> bool:
    """Whether the first who is named behind the verb of *theirs* comes later behind *ours*."""
    mine = named_in(sentence, range(ours.at + 1, ours.claim.stop))
    other = named_in(evidence, range(theirs.at + 1, theirs.claim.stop))
    if not mine or not other or not aligned.every.get(mine[0]):
        return False
    later = any(
        other[0] in aligned.every.get(p, ())
        for p in mine[1:]
        if not (apposed(sentence, p) and _holds_it(sentence, p, mine[0], aligned))
    )  # «اتهم فلان، نائب رئيس النقابة، …» begins with the name, and not with the office
    heads = sentence.words[mine[0]].fold, evidence.words[other[0]].fold
    two = all(word.startswith("ال") for word in heads)  # «السفارة الحكومة»: of one word each
    at = min(aligned.every[mine[0]])
    if not two and other[1:2] == [at]:  # «النواصرة وزارة الداخلية», «ناشطون الوزير»
        two = heads[1].startswith("ال") or heads[1].endswith(_SEVERAL)
    return later and at > (other[0] if two else max(other[:2]))


def _holds_it(sentence: Passage, office: int, first: int, aligned: Alignment) -> bool:
    """Whether the word at *first* begins the name before the aside that tells the *office*.

    «دعا منير حداد، رئيس البلدية، السكان» and not «دعا السكان منير حداد، رئيس البلدية،».
    """
    place = clause(sentence, office)[0] - 1
    while place > first:
        here, before = aligned.every.get(place, ()), aligned.every.get(place - 1, ())
        if not any(j - 1 in before for j in here):
            return False
        place -= 1
    return place == first


#: Endings of a plural that nothing follows to complete it.
_SEVERAL = ("ون", "ات", "ان")
